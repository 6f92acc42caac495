import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excelWorkbookReader } from '../../../src/excel/excelWorkbookReader';
import { createHost } from '../../../src/workbench/host/createHost';
import type { FileContent, FileSheet } from '../../../src/workbench/host/fileContent';
import { gridOfFile } from '../../../src/workbench/host/fileGrid';
import { WorkbookFileError } from '../../../src/workbench/host/workbookFileError';
import { readXlsxFile } from '../../../src/workbench/host/xlsxRead';
import { cellKey, STYLED_CELL_LIMIT, valueAt } from '../../../src/workbook/grid';
import type { SheetGrid, WorkbookGrid } from '../../../src/workbook/grid';
import type { Progress } from '../../../src/workbook/ports';
import { readReport } from '../../../src/workbook/read/readWorkbook';
import { emptySheet, workbookOf } from '../../support/fileBuilder';

const fixtures = join(__dirname, '../../fixtures');
const filesOf = (folder: string): string[] => readdirSync(join(fixtures, folder)).filter((name) => /\.xlsx$|\.xlsm$/.test(name)).map((name) => join(fixtures, folder, name));

/**
 * What the file alone decides: sheets are named by ids of the reader's own, rows outside the used range are not asked for, and what a
 * formula gives (with its number format and what it spills) is computed by the host, which has its own time and dice.
 */
function comparable(grid: WorkbookGrid, file: WorkbookGrid): unknown {
  return {
    names: grid.names,
    sheets: grid.sheets.map(({ values, numberFormats, rowCount, columnCount, hiddenRows, hiddenColumns, ...sheet }, index) => {
      const inFile = file.sheets[index];
      const cells = values.flatMap((row, rowOffset) =>
        row.flatMap((value, offset) => {
          const place = [sheet.top + rowOffset, sheet.left + offset] as const;
          const isOfFile = inFile !== undefined && valueAt(inFile, ...place) !== null && !sheet.formulas.has(cellKey(...place));
          return isOfFile ? [[cellKey(...place), value, numberFormats[rowOffset]?.[offset]]] : [];
        }),
      );
      const isInside = (line: number, first: number, count: number): boolean => line >= first && line < first + count;
      return {
        ...sheet,
        id: '',
        cells,
        hiddenRows: [...hiddenRows].filter((row) => isInside(row, sheet.top, Math.min(rowCount, inFile?.rowCount ?? 0))),
        hiddenColumns: [...hiddenColumns].filter((column) => isInside(column, sheet.left, Math.min(columnCount, inFile?.columnCount ?? 0))),
      };
    }),
  };
}

async function contentOf(file: string): Promise<FileContent | null> {
  try {
    return await readXlsxFile(readFileSync(file));
  } catch (error) {
    if (error instanceof WorkbookFileError) return null;
    throw error;
  }
}

describe('excelWorkbookReader', () => {
  it.each([...filesOf('workbooks'), ...filesOf('zoo'), ...filesOf('corpus')])('reads %s as the file says', async (file) => {
    const content = await contentOf(file);
    if (content === null) return;
    const host = await createHost({ content, apiSet: '1.14' });
    try {
      const file = gridOfFile(content, '');
      expect(comparable(await excelWorkbookReader().readWorkbook(), file)).toEqual(comparable(file, file));
    } finally {
      host.dispose();
    }
  });

  it.each([...filesOf('workbooks'), ...filesOf('zoo'), ...filesOf('menagerie')])('gives the report of the file %s', async (file) => {
    const content = await readXlsxFile(readFileSync(file));
    const host = await createHost({ content, apiSet: '1.14' });
    try {
      expect(readReport(await excelWorkbookReader().readWorkbook())).toEqual(readReport(gridOfFile(content, '')));
    } finally {
      host.dispose();
    }
  });

  it('reads a workbook of 30 sheets in three syncs', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => [`Verksamhet ${row}`, -100 - row, -110 - row, { formula: `C${row + 1}-B${row + 1}` }]);
    const content = workbookOf(...Array.from({ length: 30 }, (_, index) => emptySheet(`Blad ${index + 1}`, rows)));
    const host = await createHost({ content });
    const { sheets } = await excelWorkbookReader().readWorkbook();
    expect(sheets).toHaveLength(30);
    expect(sheets[29]?.values[39]).toEqual(['Verksamhet 39', -139, -149, -10]);
    expect(host.counts.syncs).toBe(3);
    host.dispose();
  });

  it('keeps every answer under 5 MB and tells how far it has come, however large the sheet', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => Array.from({ length: 9 }, (_unused, column) => (column === 3 ? `Leverantör med ett långt namn ${row}` : row * 10 + column)));
    const content = workbookOf(emptySheet('Huvudbok', rows));
    const host = await createHost({ content });
    const progress: Progress[] = [];
    const { sheets } = await excelWorkbookReader().readWorkbook({ onProgress: (step) => progress.push(step) });
    expect(sheets[0]?.rowCount).toBe(12_000);
    expect(sheets[0]?.values[11_999]?.[8]).toBe(119_998);
    expect(sheets[0]?.styles.size).toBe(0);
    expect(12_000 * 9).toBeGreaterThan(STYLED_CELL_LIMIT);
    expect(host.counts.largestResponse).toBeLessThan(5_000_000);
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.map(({ done }) => done)).toEqual([...progress.map(({ done }) => done)].sort((one, other) => one - other));
    expect(progress.at(-1)).toMatchObject({ done: 12_000, of: 12_000 });
    host.dispose();
  });

  it('stops between two blocks when asked to', async () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => Array.from({ length: 9 }, (_unused, column) => `text ${row} ${column}`));
    const host = await createHost({ content: workbookOf(emptySheet('Huvudbok', rows)) });
    const signal = { aborted: false };
    const reading = excelWorkbookReader().readWorkbook({ signal, onProgress: ({ done }) => void (signal.aborted = done > 0) });
    await expect(reading).rejects.toMatchObject({ name: 'HostError', code: 'cancelled' });
    host.dispose();
  });

  it('asks for smaller blocks when Excel finds an answer too large', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => [row, 'x'.repeat(30_000)]);
    const host = await createHost({ content: workbookOf(emptySheet('Långa texter', rows)) });
    const { sheets } = await excelWorkbookReader().readWorkbook();
    expect(sheets[0]?.values.map(([first]) => first)).toEqual(rows.map(([first]) => first));
    host.dispose();
  });

  it('reads only the sheets that are named', async () => {
    const host = await createHost({ content: workbookOf(emptySheet('A', [[1]]), emptySheet('B', [[2]])) });
    const { sheets } = await excelWorkbookReader().readWorkbook({ sheets: ['B'] });
    expect(sheets.map(({ name, values }) => [name, values])).toEqual([['B', [[2]]]]);
    host.dispose();
  });

  it('leaves merged areas out where Excel cannot tell them', async () => {
    const content = workbookOf({ ...emptySheet('A', [['rubrik', null], [1, 2]]), merges: ['A1:B1'] } satisfies FileSheet);
    const mergesAt = async (apiSet: string): Promise<SheetGrid['merges'] | undefined> => {
      const host = await createHost({ content, apiSet });
      const { sheets } = await excelWorkbookReader().readWorkbook();
      host.dispose();
      return sheets[0]?.merges;
    };
    expect(await mergesAt('1.12')).toEqual([]);
    expect(await mergesAt('1.13')).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  });

  it('gives an error in a cell as its code', async () => {
    const host = await createHost({ content: workbookOf(emptySheet('A', [[{ error: '#N/A' }, 'text']])) });
    const { sheets } = await excelWorkbookReader().readWorkbook();
    expect(sheets[0]?.values).toEqual([[{ error: '#N/A' }, 'text']]);
    host.dispose();
  });

  it('refuses an Excel below the floor before it asks for anything', async () => {
    const host = await createHost({ content: workbookOf(emptySheet('A', [[1]])), apiSet: '1.11' });
    await expect(excelWorkbookReader().readWorkbook()).rejects.toMatchObject({ code: 'not-supported' });
    expect(host.counts.syncs).toBe(0);
    host.dispose();
  });
});
