import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { startWorkbench } from '../support/browser';
import type { BenchRow } from './benchRow';

const dist = path.join(__dirname, '../../dist');
const LARGEST_KB = 150;
const ROUNDS = 5;

const buttonPage = `
import { createRoot } from 'react-dom/client';
import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';
createRoot(document.getElementById('root')).render(<FluentProvider theme={webLightTheme}><Button>Klar</Button></FluentProvider>);
`;

/** What the workbench page is to the pane's frame, without a workbook: every request is left waiting. Text, because tsx adds calls of its own to functions. */
const silentWorkbench = 'window.vonWorkbench = { apiSet: "1.14", execute: () => new Promise(() => {}), showPane: () => Promise.resolve(), paneReady: () => {} };';

/** Scripts that the pane's page asks for before it can be used, gzipped; office.js is Microsoft's and left out. */
function initialKilobytes(): { readonly total: number; readonly files: readonly string[] } {
  const html = readFileSync(path.join(dist, 'taskpane.html'), 'utf8');
  const files = [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map((match) => match[1] ?? '').filter((name) => !name.startsWith('https:'));
  if (files.length === 0) throw new Error('dist/taskpane.html names no scripts.');
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(dist, name))).length, 0);
  return { total: bytes / 1000, files };
}

/** Milliseconds from the start of a navigation until a button can be pressed: the middle of some rounds, each in a window of its own. */
async function timeToButton(browser: Browser, address: string, wait: (page: Page) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext();
    await context.addInitScript({ content: silentWorkbench });
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await wait(page);
    times.push(performance.now() - start);
    await context.close();
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
}

/** Serves a page with office.js and one Fluent button, bundled and minified as the pane is. */
async function serveButton(folder: string, officeJs: string): Promise<{ readonly address: string; close(): Promise<void> }> {
  const entry = path.join(folder, 'button.tsx');
  await writeFile(entry, buttonPage);
  const { outputFiles } = await build({
    entryPoints: [entry], bundle: true, minify: true, write: false, target: 'es2020', jsx: 'automatic', nodePaths: [path.join(dist, '../node_modules')], define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = Buffer.from(outputFiles[0]?.contents ?? []);
  const scripts = `<script src="${officeJs}"></script><script src="button.js" defer></script>`;
  const server = createServer((request, response) => {
    const isScript = request.url === '/button.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(isScript ? script : `<!doctype html><html lang="sv"><body><div id="root"></div>${scripts}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * How heavy the pane is to start: its scripts against the limit, and the time until its tabs can be pressed beside that of a page with
 * one Fluent button, in the same browser. Both load office.js, which no add-in is without.
 */
export async function benchPane(): Promise<readonly BenchRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'von-bench-'));
  const workbench = await startWorkbench();
  const button = await serveButton(folder, `${workbench.origin}/addin/office.js`);
  try {
    const bare = await timeToButton(workbench.browser, button.address, (page) => page.getByRole('button', { name: 'Klar' }).waitFor());
    const paneAddress = `${workbench.origin}/addin/taskpane.html`;
    const pane = await timeToButton(workbench.browser, paneAddress, (page) => page.getByRole('tab', { name: 'Start' }).waitFor());
    const { total, files } = initialKilobytes();
    return [
      { name: 'Initial scripts of the pane, gzipped', ratio: total / LARGEST_KB, unit: `× ${LARGEST_KB} kB`, detail: `${total.toFixed(1)} kB in ${files.join(', ')}`, limit: 1 },
      { name: 'Time to interactive of the pane', ratio: pane / bare, unit: '× a page with one Fluent button', detail: `${pane.toFixed(0)} ms / ${bare.toFixed(0)} ms, middle of ${ROUNDS} rounds` },
    ];
  } finally {
    await button.close();
    await workbench.close();
    await rm(folder, { recursive: true, force: true });
  }
}
