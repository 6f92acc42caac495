import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readWorkbook } from '../../src/app/readWorkbook';
import type { AppPorts, Reading, WritingOutcome } from '../../src/app/session';
import { SHEET_BUILDERS } from '../../src/app/sheetBuilders';
import { suggestVersions } from '../../src/app/versionView';
import { writeSheets } from '../../src/app/writeSheets';
import { excelAdapters } from '../../src/excel/excelAdapters';
import { createHost } from '../../src/workbench/host/createHost';
import type { FileContent } from '../../src/workbench/host/fileContent';
import { readXlsxFile } from '../../src/workbench/host/xlsxRead';
import { writeXlsxFile } from '../../src/workbench/host/xlsxWrite';

export interface WrittenWorkbook {
  readonly reading: Reading;
  readonly outcome: WritingOutcome;
  /** The workbook as the host holds it after the writing. */
  readonly content: FileContent;
  readonly bytes: Uint8Array;
}

const NOW = new Date(2025, 0, 28, 14, 36);

/** Reads a workbook file in the host and writes every sheet there is something for, by the use cases and adapters of the product. */
export async function writeThroughHost(path: string): Promise<WrittenWorkbook> {
  return writeContentThroughHost(await readXlsxFile(new Uint8Array(await readFile(path))), basename(path));
}

/** The same for a workbook that has been read from its file already. */
export async function writeContentThroughHost(source: FileContent, fileName: string): Promise<WrittenWorkbook> {
  const host = await createHost({ content: source, fileName });
  try {
    const ports: AppPorts = { ...excelAdapters({ now: () => NOW }), now: () => NOW, pause: () => Promise.resolve() };
    const reading = await readWorkbook(ports);
    const [version = 'Helår'] = suggestVersions(reading.report, NOW.getFullYear());
    const outcome = await writeSheets(ports, reading, { version, sheets: [...SHEET_BUILDERS.keys()] });
    const content = await host.toContent();
    return { reading, outcome, content, bytes: await writeXlsxFile(content) };
  } finally {
    host.dispose();
  }
}
