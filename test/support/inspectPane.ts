import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { artefact } from './browser';
import type { WorkbenchPage } from './workbenchPage';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const NARROW = 320;
const WIDE = 400;
const SETTLE_MS = 250;

/** What a look at one state of the pane has found; empty lists and no more is what every state must give. */
export interface PaneFaults {
  readonly axe: readonly string[];
  /** Scroll width beyond the window, and texts that their own box cuts off, by width and text size. */
  readonly layout: readonly string[];
}

export const NO_FAULTS: PaneFaults = { axe: [], layout: [] };

/** Runs axe-core on a document and tells each violation with the elements it is about. */
export async function runAxe(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`);
  });
}

async function layoutFaults(frame: Frame, where: string): Promise<string[]> {
  const found = await frame.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth || [...document.querySelectorAll('.scroll, .main')].some((box) => box.scrollWidth > box.clientWidth) ? ['sideways scroll'] : [];
    const isHidden = (element: Element): boolean => element.closest('.visually-hidden, option, svg') !== null || element.getClientRects().length === 0;
    const cut = [...document.querySelectorAll<HTMLElement>('#root *')].filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible' && !isHidden(element) && element.textContent !== '',
    );
    return [...wide, ...cut.map((element) => `cut: ${element.className.toString().split(' ')[0] ?? ''} "${(element.textContent ?? '').slice(0, 60)}"`)];
  });
  return found.map((fault) => `${where}: ${fault}`);
}

/**
 * Looks at the state that the pane is in as different people see it: light and dark with axe, 320 and 400 px and 200 % text size for what
 * is cut off or scrolls sideways. Pictures go to the artefacts. Leaves the pane as it was: light, 350 px.
 */
export async function inspectPane(workbench: WorkbenchPage, name: string): Promise<PaneFaults> {
  const { page, setPaneWidth } = workbench;
  const frame = await workbench.frame();
  const axe: string[] = [];
  const layout: string[] = [];
  const picture = async (variant: string): Promise<void> => {
    await page.locator('#pane').screenshot({ path: artefact(`${name}-${variant}.png`) });
  };
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(SETTLE_MS);
    axe.push(...(await runAxe(frame)).map((violation) => `${scheme} ${violation}`));
    if (scheme === 'dark') await picture('dark');
  }
  for (const width of [WIDE, NARROW]) {
    await setPaneWidth(width);
    await page.waitForTimeout(SETTLE_MS);
    layout.push(...(await layoutFaults(frame, `${width} px`)));
    await picture(String(width));
  }
  await frame.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await page.waitForTimeout(SETTLE_MS);
  layout.push(...(await layoutFaults(frame, '320 px, 200 %')));
  await picture('320-text200');
  await frame.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await setPaneWidth(350);
  return { axe, layout };
}
