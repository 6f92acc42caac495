import { createServer, type Server } from 'node:http';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.join(__dirname, '../../..');
const folders = {
  page: path.join(root, 'out/workbench'),
  addin: path.join(root, 'dist'),
  examples: path.join(root, 'test/fixtures/workbooks'),
  library: path.join(root, 'node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js'),
};
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Opens first, because it holds every step of the walk through the pane. */
const FIRST_EXAMPLE = 'uppfoljning-2024.xlsx';
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The file behind an address, below one of our folders; null for any other. */
function fileOf(address: string): string | null {
  const [, first = '', ...rest] = address.split('/');
  const [folder, local] =
    first === 'addin' ? [folders.addin, rest.join('/')] : first === 'examples' ? [folders.examples, rest.join('/')] : [folders.page, address.slice(1) || 'index.html'];
  const file = path.join(folder, local);
  return file.startsWith(folder + path.sep) ? file : null;
}

async function contentOf(address: string): Promise<Buffer | string> {
  if (address === '/examples/index.json') {
    const names = readdirSync(folders.examples).filter((name) => name.endsWith('.xlsx'));
    return JSON.stringify(names.sort((a, b) => Number(b === FIRST_EXAMPLE) - Number(a === FIRST_EXAMPLE) || a.localeCompare(b, 'sv')));
  }
  // Microsoft's file unaltered, then what stands in for Excel around it.
  if (address === '/addin/office.js') return Buffer.concat([await readFile(folders.library), Buffer.from('\n'), await readFile(path.join(folders.page, 'officeShim.js'))]);
  const file = fileOf(address);
  if (file === null) throw new Error(`No file behind ${address}.`);
  const content = await readFile(file);
  return address === '/addin/taskpane.html' ? content.toString('utf8').replace(OFFICE_JS, 'office.js') : content;
}

/** Serves the workbench page: the built add-in below addin/, with office.js exchanged for the workbench's own connection. */
export function serveWorkbench(port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    contentOf(address).then(
      (content) => {
        response.writeHead(200, { 'Content-Type': types[path.extname(address)] ?? (address === '/' ? 'text/html; charset=utf-8' : 'application/octet-stream'), 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
        response.end(content);
      },
      () => {
        response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
        response.end('Finns inte.');
      },
    );
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (require.main === module) {
  const port = Number(process.env['PORT'] ?? 3000);
  void serveWorkbench(port).then(() => console.log(`Arbetsbänken finns på http://localhost:${port}. Avsluta med Ctrl+C.`));
}
