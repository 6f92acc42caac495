import { readCells } from './cells';
import type { Book } from './book';
import type { TableState } from './sheetParts';

/** The headings of a table as they stand in its first row. */
export function tableColumns(book: Book, sheet: string, table: TableState): string[] {
  const heading = readCells(book, sheet, { ...table.area, bottom: table.area.top })[0] ?? [];
  return heading.map(({ value }, index) => (table.hasHeader && value !== null && typeof value !== 'object' ? String(value) : `Kolumn${index + 1}`));
}

/** Makes a table's name and columns known to formulas. */
export function registerTable(book: Book, sheet: string, table: TableState): void {
  const { top, left, bottom, right } = table.area;
  const reference = {
    sheetId: sheet,
    titleMap: new Map(tableColumns(book, sheet, table).map((title, index) => [title, index])),
    range: { startRow: top, startColumn: left, endRow: bottom - (table.hasTotals ? 1 : 0), endColumn: right },
  };
  book.engine.execute('formula.mutation.set-super-table', { tableName: table.name, reference });
}
