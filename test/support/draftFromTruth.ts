import { readFileSync } from 'node:fs';
import { columnIndex, parseArea } from '../../src/workbook/address';
import { valueAt, type SheetGrid, type WorkbookGrid } from '../../src/workbook/grid';
import { readPeriodWords } from '../../src/workbook/read/periodWords';
import type { TableDraft } from '../../src/workbook/read/tableDraft';
import type { Finding, ReportTable } from '../../src/workbook/report';

/** What a careful person read out of a workbook, as the truth files have it. */
export interface Truth {
  readonly tables: readonly (Omit<ReportTable, 'columns'> & { readonly columns: readonly { readonly column: string; readonly header: string; readonly field: ReportTable['columns'][number]['field']; readonly year?: number; readonly part?: 'costs' | 'revenue' | 'net' }[] })[];
  readonly findings: readonly (Finding & { readonly accept?: { readonly cells?: readonly string[]; readonly codes?: readonly string[] } })[];
}

export const truthOf = (path: string): Truth => ({ tables: [], findings: [], ...(JSON.parse(readFileSync(path, 'utf8')) as Partial<Truth>) });

/** The tables of a truth file as the first half of the reader would hand them over. */
export function draftsFromTruth(truth: Truth, workbook: WorkbookGrid): readonly TableDraft[] {
  return truth.tables.flatMap((table): TableDraft[] => {
    const grid = workbook.sheets.find((sheet) => sheet.name === table.sheet);
    const area = parseArea(table.range);
    if (!grid || !area) return [];
    const columns = table.columns.map((column): TableDraft['columns'][number] => {
      const { period, asOf, year } = readPeriodWords(column.header);
      return {
        index: columnIndex(column.column),
        path: [column.header],
        header: column.header,
        field: column.field,
        ...(column.year === undefined && year === undefined ? {} : { year: column.year ?? year }),
        ...(column.part === undefined ? {} : { part: column.part }),
        ...(period ? { period } : {}),
        ...(asOf ? { asOf } : {}),
        confidence: 'sure',
        reason: 'facit',
        hidden: grid.hiddenColumns.has(columnIndex(column.column)),
      };
    });
    const texts = textsAround(grid, area.top, area.bottom);
    const [firstLabel] = columns;
    const labelFields = new Set(['label', 'code', 'area', 'measure', 'month']);
    return [{
      grid,
      area,
      headerRows: table.headerRows.map((row) => row - 1),
      labelColumns: columns.filter((column, index) => (labelFields.has(column.field) && column.field !== 'month') || (index === 0 && column === firstLabel && column.field === 'month')).map((column) => column.index),
      columns,
      kind: table.kind,
      unit: table.unit,
      title: texts[0] ?? '',
      contextTexts: texts,
      repeatedHeaderRows: table.rows.filter((row) => row.kind === 'note').map((row) => row.row - 1),
    }];
  });
}

function textsAround(grid: SheetGrid, top: number, bottom: number): readonly string[] {
  const texts: string[] = [];
  for (let row = grid.top; row < grid.top + grid.rowCount; row += 1) {
    if (row >= top && row <= bottom) continue;
    const filled = Array.from({ length: grid.columnCount }, (_, step) => valueAt(grid, row, grid.left + step)).filter((value) => value !== null && value !== '');
    if (filled.length === 1 && typeof filled[0] === 'string') texts.push(filled[0]);
  }
  return texts;
}
