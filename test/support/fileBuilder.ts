import type { FileCell, FileContent, FileSheet, FileValue } from '../../src/workbench/host/fileContent';

/** What a cell of a test workbook holds: a value, or a formula without "=". */
export type BuiltCell = FileValue | { readonly formula: string };

/** A sheet with rows from A1 on and nothing else on it. */
export function emptySheet(name: string, rows: readonly (readonly BuiltCell[])[] = []): FileSheet {
  return {
    name,
    visibility: 'visible',
    cells: rows.flatMap((row, rowIndex) => row.flatMap((cell, column) => cellAt(rowIndex, column, cell))),
    styles: [],
    merges: [],
    columns: new Map(),
    rows: new Map(),
    frozen: { rows: 0, columns: 0 },
    showGridlines: true,
    isProtected: false,
    print: {},
    tables: [],
    conditionals: [],
    validations: [],
    comments: [],
    links: [],
    properties: {},
    charts: [],
  };
}

function cellAt(row: number, column: number, cell: BuiltCell): readonly FileCell[] {
  if (cell === null) return [];
  if (typeof cell === 'object' && 'formula' in cell) return [{ row, column, value: null, formula: cell.formula }];
  return [{ row, column, value: cell }];
}

export function workbookOf(...sheets: readonly FileSheet[]): FileContent {
  return { sheets, names: [], settings: {}, activeSheet: 0, date1904: false, isStructureProtected: false, dropped: [] };
}
