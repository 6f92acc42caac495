import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { FileValue } from '../../src/workbench/host/fileContent';
import { readXlsxFile } from '../../src/workbench/host/xlsxRead';

const run = promisify(execFile);
const TIMEOUT = 120_000;

/** Whether LibreOffice can be run here. */
const hasLibreOffice = spawnSync('soffice', ['--version'], { timeout: TIMEOUT }).status === 0;

/**
 * `describe` for suites that need LibreOffice: where it is missing they are skipped and the name says why. In CI (variable CI set) they
 * run and fail instead, so that a missing program cannot pass for a green suite.
 */
export function describeWithLibreOffice(name: string, body: () => void): void {
  if (hasLibreOffice || process.env.CI) describe(name, body);
  else describe.skip(`${name} (skipped: soffice is not installed)`, body);
}

/** What LibreOffice shows in each sheet after computing every formula anew, by sheet name; rows and columns from A1, null for empty. */
export async function recalculate(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly FileValue[])[]>> {
  return inFolder(async (folder) => {
    const out = join(folder, 'out');
    const file = await convert(folder, bytes, out);
    const { sheets } = await readXlsxFile(new Uint8Array(await readFile(file)));
    return new Map(
      sheets.map(({ name, cells }) => {
        const rows: FileValue[][] = [];
        for (const { row, column, value } of cells) {
          if (value === null) continue;
          while (rows.length <= row) rows.push([]);
          const values = rows[row] ?? [];
          while (values.length <= column) values.push(null);
          values[column] = value;
        }
        return [name, rows] as const;
      }),
    );
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function convert(folder: string, bytes: Uint8Array, out: string): Promise<string> {
  const profile = join(folder, 'profile');
  await mkdir(join(profile, 'user'), { recursive: true });
  await writeFile(join(profile, 'user', 'registrymodifications.xcu'), PROFILE_SETTINGS);
  const source = join(folder, 'book.xlsx');
  await writeFile(source, bytes);
  // A profile of its own lets several conversions run side by side and leaves the user's settings alone.
  const { stderr } = await run('soffice', [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', '--convert-to', 'xlsx', '--outdir', out, source], { timeout: TIMEOUT, env: { ...process.env, HOME: folder } });
  const [file] = await readdir(out).catch(() => []);
  if (file === undefined) throw new Error(`LibreOffice could not open the workbook: ${stderr.trim()}`);
  return join(out, file);
}

/** LibreOffice asks its profile whether to trust the results stored in a file: 0 is "always compute anew". */
const PROFILE_SETTINGS =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';
