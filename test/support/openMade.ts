import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileCell } from '../../src/workbench/host/fileContent';
import { emptyContent } from '../../src/workbench/host/loadContent';
import { writeXlsxFile } from '../../src/workbench/host/xlsxWrite';
import type { WorkbenchPage } from './workbenchPage';

/** Makes a file with one sheet, Blad1, and opens it as a user opens an own file. A text that begins with = is a formula without a stored result. */
export async function openMade(opened: WorkbenchPage, name: string, rows: Iterable<readonly (string | number)[]>): Promise<void> {
  const cells: FileCell[] = [];
  let row = 0;
  for (const values of rows) {
    values.forEach((value, column) => cells.push(typeof value === 'string' && value.startsWith('=') ? { row, column, value: null, formula: value.slice(1) } : { row, column, value }));
    row += 1;
  }
  const [sheet] = emptyContent.sheets;
  if (sheet === undefined) throw new Error('The empty workbook has no sheet.');
  const folder = await mkdtemp(path.join(tmpdir(), 'von-e2e-'));
  try {
    const file = path.join(folder, name);
    await writeFile(file, await writeXlsxFile({ ...emptyContent, sheets: [{ ...sheet, name: 'Blad1', cells }] }));
    await opened.openFile(file);
    await opened.page.getByText(name, { exact: true }).waitFor();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
