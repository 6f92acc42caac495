import { existsSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { serveWorkbench } from '../../src/workbench/page/serve';
import { openWorkbenchPage, type WorkbenchOptions, type WorkbenchPage } from './workbenchPage';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'];

/** One browser and one server, for all tests of a file. */
export interface Workbench {
  readonly origin: string;
  readonly browser: Browser;
  /** Opens the page in a new window with nothing remembered, and waits until the pane has read the workbook. */
  open(options?: WorkbenchOptions): Promise<WorkbenchPage>;
  close(): Promise<void>;
}

/** Starts the browser and serves the built workbench on a free port. `npm run build` and `npm run build:workbench` come before. */
export async function startWorkbench(): Promise<Workbench> {
  const server: Server = await serveWorkbench(0);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const browser = await chromium.launch({ executablePath, args: SWITCHES });
  return {
    origin,
    browser,
    open: (options = {}) => openWorkbenchPage(browser, origin, options),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * `describe` for tests that need the browser: where none is installed they are skipped and said to be, but on a build server (CI set)
 * they run and fail, so that nobody takes a silent skip for a pass.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  if (existsSync(executablePath) || process.env['CI'] !== undefined) {
    describe(name, tests);
    return;
  }
  process.stderr.write(`\nSkipped "${name}": no browser at ${executablePath}. Install Chromium or set CHROMIUM to its path.\n`);
  describe.skip(name, tests);
}

/** Where pictures of the states go; they are looked at by people and not kept in the repository. */
export function artefact(name: string): string {
  const folder = path.join(__dirname, '../artefacts');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, name);
}
