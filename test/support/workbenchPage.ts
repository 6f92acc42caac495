import { readFile } from 'node:fs/promises';
import type { Browser, FrameLocator, Frame, Locator, Page } from 'playwright-core';
import type { Failure, WorkbookHost } from '../../src/workbench/host/workbookHost';

export interface WorkbenchOptions {
  /** An example workbook by file name; the page's own first example when left out. */
  readonly example?: string;
  readonly isDark?: boolean;
  /** The language of the Office; Swedish when left out. */
  readonly language?: string;
  /** The requirement set that the Excel has, for example "1.9". */
  readonly api?: string;
  readonly paneWidth?: number;
  /** Wait until the workbook is read; true when left out. */
  readonly waitForReading?: boolean;
}

/** The workbench page as a user sees it: the sheet, the ribbon, and the pane in its frame. */
export interface WorkbenchPage {
  readonly page: Page;
  /** What is found and pressed in the pane. */
  readonly pane: FrameLocator;
  /** The pane's own frame, for what is asked of its document. */
  frame(): Promise<Frame>;
  /** Addresses that were asked for, from any frame of the page. */
  readonly requests: readonly string[];
  /** Script errors and violations of the Content-Security-Policy, in the order they came. */
  readonly faults: readonly string[];
  tab(name: string): Locator;
  ribbon(name: string): Locator;
  waitUntilRead(): Promise<void>;
  /** Runs one of the host's own switches: protection, failures, typing as a user. */
  onHost<Argument, Result>(act: (host: WorkbookHost, argument: Argument) => Result | Promise<Result>, argument: Argument): Promise<Result>;
  typeInCell(sheet: string, address: string, input: string | number): Promise<void>;
  failNext(failure: Failure): Promise<void>;
  /** Lets the pane's requests wait, from the first that holds the text, as an Excel does that is busy with other things. */
  hold(text: string): Promise<void>;
  /** Lets the waiting requests through, and those after them. */
  release(): Promise<void>;
  /** "Driftsredovisning!E17": the first cell that is marked in the workbook. */
  selection(): Promise<string>;
  /** Waits until the cell is marked; gives what is marked at last, also when it never came. */
  waitForSelection(place: string): Promise<string>;
  openFile(file: string): Promise<void>;
  /** Presses "Spara som .xlsx" and gives back the bytes that the browser would save. */
  save(): Promise<Uint8Array>;
  setPaneWidth(width: number): Promise<void>;
  close(): Promise<void>;
}

/** Playwright's own type unboxes handles in the argument, which a generic function cannot follow; ours sends plain data only. */
interface HostHandle {
  evaluate<Argument, Result>(act: (host: WorkbookHost, argument: Argument) => Result | Promise<Result>, argument: Argument): Promise<Result>;
}

/** The page's bridge to the pane, with the requests that are held back. */
interface HeldBridge {
  execute(body: string, flags: number): Promise<unknown>;
  release?: () => void;
}

const READ_TIMEOUT = 60_000;

/** Opens the workbench page in a window of its own. */
export async function openWorkbenchPage(browser: Browser, origin: string, options: WorkbenchOptions): Promise<WorkbenchPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'sv-SE', timezoneId: 'Europe/Stockholm', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const requests: string[] = [];
  const faults: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  context.on('weberror', (error) => faults.push(`script: ${error.error().message}`));
  await context.exposeFunction('vonReportViolation', (text: string) => faults.push(`policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as Window & { vonReportViolation?: (text: string) => void }).vonReportViolation;
      report?.(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  const parameters = new URLSearchParams();
  if (options.example !== undefined) parameters.set('fil', options.example);
  if (options.language !== undefined) parameters.set('sprak', options.language);
  if (options.isDark === true) parameters.set('tema', 'dark');
  if (options.api !== undefined) parameters.set('api', options.api);
  await page.goto(`${origin}/?${parameters.toString()}`);

  const pane = page.frameLocator('#pane iframe');
  const setPaneWidth = (width: number): Promise<void> => page.evaluate((pixels) => document.documentElement.style.setProperty('--pane-width', `${pixels}px`), width);
  const waitUntilRead = async (): Promise<void> => {
    await pane.getByRole('button', { name: /^(Läs om|Read again)$/ }).waitFor({ timeout: READ_TIMEOUT });
    await pane.getByText(/^(Läst kl\.|Read) \d/).first().waitFor({ state: 'attached', timeout: READ_TIMEOUT });
  };
  const onHost: WorkbenchPage['onHost'] = async (act, argument) => {
    const handle = await page.evaluateHandle(() => (window as Window & { vonHost?: unknown }).vonHost);
    return (handle as unknown as HostHandle).evaluate(act, argument);
  };

  const selection = (): Promise<string> =>
    onHost(({ book }) => {
      const { top, left } = book.parts.get(book.activeSheet)?.selection ?? { top: -1, left: -1 };
      return `${book.engine.workbook.getSheetBySheetId(book.activeSheet)?.getName() ?? ''}!${String.fromCharCode(65 + left)}${top + 1}`;
    }, null);

  if (options.paneWidth !== undefined) await setPaneWidth(options.paneWidth);
  if (options.waitForReading !== false) await waitUntilRead();
  return {
    page, pane, requests, faults, waitUntilRead, onHost, setPaneWidth,
    frame: async () => {
      const frame = await (await page.locator('#pane iframe').elementHandle())?.contentFrame();
      if (!frame) throw new Error('The page has no pane.');
      return frame;
    },
    tab: (name) => pane.getByRole('tab', { name, exact: true }),
    ribbon: (name) => page.getByRole('toolbar', { name: 'Fliken VON' }).getByRole('button', { name, exact: true }),
    typeInCell: (sheet, address, input) => onHost((host, [onSheet, cell, typed]) => host.typeInCell(onSheet, cell, typed), [sheet, address, input] as const),
    hold: (text) =>
      page.evaluate((wanted) => {
        const { vonWorkbench } = window as unknown as { readonly vonWorkbench: HeldBridge };
        const atOnce = vonWorkbench.execute.bind(vonWorkbench);
        let isHolding = false;
        const held = new Promise<void>((resolve) => {
          vonWorkbench.release = () => {
            vonWorkbench.execute = atOnce;
            resolve();
          };
        });
        vonWorkbench.execute = async (body, flags) => {
          isHolding ||= body.includes(wanted);
          if (isHolding) await held;
          return atOnce(body, flags);
        };
      }, text),
    release: () => page.evaluate(() => (window as unknown as { readonly vonWorkbench: HeldBridge }).vonWorkbench.release?.()),
    failNext: (failure) => onHost((host, given) => host.failAt(given), failure),
    selection,
    waitForSelection: async (place) => {
      for (let round = 0; round < 50 && (await selection()) !== place; round += 1) await page.waitForTimeout(100);
      return selection();
    },
    openFile: async (file) => {
      await page.locator('#open').setInputFiles(file);
    },
    save: async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Spara som .xlsx' }).click()]);
      return new Uint8Array(await readFile(await download.path()));
    },
    close: () => context.close(),
  };
}
