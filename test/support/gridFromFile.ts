import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gridOfFile } from '../../src/workbench/host/fileGrid';
import { readXlsxFile } from '../../src/workbench/host/xlsxRead';
import type { WorkbookGrid } from '../../src/workbook/grid';

/** The grid of a workbook file on disk, without any host. Throws WorkbookFileError, and what the file system throws. */
export async function gridFromFile(path: string): Promise<WorkbookGrid> {
  return gridOfFile(await readXlsxFile(new Uint8Array(await readFile(path))), basename(path));
}
