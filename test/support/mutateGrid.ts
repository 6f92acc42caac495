import { cellKey, type CellStyle, type CellValue, type SheetGrid } from '../../src/workbook/grid';
import type { Area } from '../../src/workbook/address';

/** Where the rows and columns of a sheet go; a place without a source is blank. Sheet coordinates. */
interface Layout {
  readonly rows: readonly (number | null)[];
  readonly columns: readonly (number | null)[];
  readonly top: number;
  readonly left: number;
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);
const sameLayout = (grid: SheetGrid): Layout => ({ rows: range(grid.top, grid.rowCount), columns: range(grid.left, grid.columnCount), top: grid.top, left: grid.left });

/** Lays a sheet out anew. Formulas are dropped: their references would have to move too, and a reading must do without them. */
function layOut(grid: SheetGrid, layout: Layout): SheetGrid {
  const rowOf = new Map(layout.rows.flatMap((row, place) => (row === null ? [] : [[row, layout.top + place] as const])));
  const columnOf = new Map(layout.columns.flatMap((column, place) => (column === null ? [] : [[column, layout.left + place] as const])));
  const pick = <T>(cells: readonly (readonly T[])[], empty: T): T[][] => layout.rows.map((row) => layout.columns.map((column) => (row === null || column === null ? empty : (cells[row - grid.top]?.[column - grid.left] ?? empty))));
  const styles = new Map<string, CellStyle>();
  for (const [key, style] of grid.styles) {
    const [row = -1, column = -1] = key.split(',').map(Number);
    const [toRow, toColumn] = [rowOf.get(row), columnOf.get(column)];
    if (toRow !== undefined && toColumn !== undefined) styles.set(cellKey(toRow, toColumn), style);
  }
  const moveArea = (area: Area): Area[] => {
    const [top, left, bottom, right] = [rowOf.get(area.top), columnOf.get(area.left), rowOf.get(area.bottom), columnOf.get(area.right)];
    return top === undefined || left === undefined || bottom === undefined || right === undefined ? [] : [{ top, left, bottom, right }];
  };
  return {
    ...grid,
    top: layout.top,
    left: layout.left,
    rowCount: layout.rows.length,
    columnCount: layout.columns.length,
    values: pick<CellValue>(grid.values, null),
    numberFormats: pick(grid.numberFormats, 'General'),
    formulas: new Map(),
    styles,
    merges: grid.merges.flatMap(moveArea),
    hiddenRows: new Set([...grid.hiddenRows].flatMap((row) => rowOf.get(row) ?? [])),
    hiddenColumns: new Set([...grid.hiddenColumns].flatMap((column) => columnOf.get(column) ?? [])),
    tables: grid.tables.flatMap((table) => moveArea(table.area).map((area) => ({ ...table, area }))),
  };
}

/** The sheet moved down and to the right. */
export const moveGrid = (grid: SheetGrid, down: number, right: number): SheetGrid => layOut(grid, { ...sameLayout(grid), top: grid.top + down, left: grid.left + right });

/** A blank row before each of the given sheet rows. */
export const insertBlankRows = (grid: SheetGrid, before: readonly number[]): SheetGrid => layOut(grid, { ...sameLayout(grid), rows: range(grid.top, grid.rowCount).flatMap((row) => (before.includes(row) ? [null, row] : [row])) });

/** A blank column before each of the given sheet columns. */
export const insertBlankColumns = (grid: SheetGrid, before: readonly number[]): SheetGrid => layOut(grid, { ...sameLayout(grid), columns: range(grid.left, grid.columnCount).flatMap((column) => (before.includes(column) ? [null, column] : [column])) });

/** The given sheet rows once more, in front of a sheet row: headings printed again on a new page. */
export const repeatRows = (grid: SheetGrid, rows: readonly number[], before: number): SheetGrid => layOut(grid, { ...sameLayout(grid), rows: range(grid.top, grid.rowCount).flatMap((row) => (row === before ? [...rows, row] : [row])) });

export const unmerge = (grid: SheetGrid): SheetGrid => ({ ...grid, merges: [] });

export const withoutStyles = (grid: SheetGrid): SheetGrid => ({ ...grid, styles: new Map() });

export const hideRows = (grid: SheetGrid, rows: readonly number[]): SheetGrid => ({ ...grid, hiddenRows: new Set(rows) });

/** Every value through a function, with its sheet position. */
export const mapValues = (grid: SheetGrid, change: (value: CellValue, row: number, column: number) => CellValue): SheetGrid => ({
  ...grid,
  formulas: new Map(),
  values: grid.values.map((cells, row) => cells.map((value, column) => change(value, grid.top + row, grid.left + column))),
});

/** A figure as Swedish systems export it as text: NBSP between thousands, decimal comma, minus behind. */
export function swedishText(value: number): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0') + (decimals ? `,${decimals}` : '');
  return value < 0 ? `${text}-` : text;
}

/** A sheet that holds both: the second below the first after blank rows, or to its right after a blank column. Styles and merges are dropped. */
export function combineGrids(first: SheetGrid, second: SheetGrid, place: 'below' | 'beside', gap: number): SheetGrid {
  const down = place === 'below' ? first.rowCount + gap : 0;
  const right = place === 'beside' ? first.columnCount + gap : 0;
  const lay = <T>(one: readonly (readonly T[])[], other: readonly (readonly T[])[], empty: T): T[][] =>
    Array.from({ length: Math.max(first.rowCount, down + second.rowCount) }, (_, row) =>
      Array.from({ length: Math.max(first.columnCount, right + second.columnCount) }, (_cell, column) => {
        const isSecond = row >= down && column >= right;
        return (isSecond ? other[row - down]?.[column - right] : one[row]?.[column]) ?? empty;
      }),
    );
  const values = lay<CellValue>(first.values, second.values, null);
  return {
    ...first,
    top: 0,
    left: 0,
    rowCount: values.length,
    columnCount: values[0]?.length ?? 0,
    values,
    numberFormats: lay(first.numberFormats, second.numberFormats, 'General'),
    formulas: new Map(),
    styles: new Map(),
    merges: [],
  };
}
