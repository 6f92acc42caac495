import type { ICellData } from '@univerjs/core';
import type { Area } from '../../workbook/address';
import type { FileStyle, FileValue } from './fileContent';
import { patchStyle, toExtras, toReplacingStyle, type StylePatch } from './cellStyle';
import { sheetOf, storedStyle, type Book } from './book';
import { UNIT } from './engine';
import { isErrorText, isMistakenText } from './errorText';

type CellMatrix = Record<number, Record<number, ICellData | null | undefined> | undefined>;
type CellWrites = Record<number, Record<number, ICellData | null>>;

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
/** A text whatever it looks like, as Univer tells it. */
const FORCED_TEXT = 4;
/** What a cell holds once computed. */
export interface BookCell {
  readonly value: FileValue;
  /** With the leading "=". */
  readonly formula?: string;
}

const emptyCell: BookCell = { value: null };

function matrixOf(book: Book, sheet: string): CellMatrix {
  return sheetOf(book, sheet).getCellMatrix().getMatrix() as CellMatrix;
}

function spilledCells(book: Book, sheet: string): CellMatrix {
  return (book.engine.formulas.getArrayFormulaCellData()[UNIT]?.[sheet] ?? {}) as CellMatrix;
}

function toValue(cell: ICellData | null | undefined): FileValue {
  const value = cell?.v;
  if (value === null || value === undefined || value === '') return cell?.f && value === '' ? '' : null;
  if (cell?.t === BOOLEAN || typeof value === 'boolean') return value === true || value === 1 || value === '1' || value === 'TRUE';
  if (typeof value === 'number') return value;
  if (isErrorText(value)) return cell?.t === FORCED_TEXT && !cell.f ? value : { error: value };
  return cell?.t === NUMBER && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
}

function toCell(book: Book, sheet: string, row: number, column: number, own: ICellData | null | undefined, spilled: ICellData | null | undefined): BookCell {
  const formula = own?.f ?? (own?.si ? book.engine.formulas.getFormulaStringByCell(row, column, sheet, UNIT) : undefined);
  if (formula) return { value: toValue(own), formula };
  const value = toValue(own);
  if (value !== null) return { value };
  return spilled ? { value: toValue(spilled) ?? '' } : emptyCell;
}

/** What one cell holds once computed. */
export function readCell(book: Book, sheet: string, row: number, column: number): BookCell {
  return toCell(book, sheet, row, column, matrixOf(book, sheet)[row]?.[column], spilledCells(book, sheet)[row]?.[column]);
}

/** The cells of an area, row by row. */
export function readCells(book: Book, sheet: string, area: Area): BookCell[][] {
  const cells = matrixOf(book, sheet);
  const spilled = spilledCells(book, sheet);
  const rows: BookCell[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const ownRow = cells[row];
    const spilledRow = spilled[row];
    const line: BookCell[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      line.push(ownRow || spilledRow ? toCell(book, sheet, row, column, ownRow?.[column], spilledRow?.[column]) : emptyCell);
    }
    rows.push(line);
  }
  return rows;
}

/** The area a formula spills over, when the cell is its first. */
export function spillOf(book: Book, sheet: string, row: number, column: number): Area | undefined {
  const range = book.engine.formulas.getArrayFormulaRange()[UNIT]?.[sheet]?.[row]?.[column];
  if (!range) return undefined;
  const area = { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
  return area.top === area.bottom && area.left === area.right ? undefined : area;
}

/** The first cell of the formula that spills over the cell; undefined where none does. */
export function spillParentOf(book: Book, sheet: string, row: number, column: number): { readonly row: number; readonly column: number } | undefined {
  const ranges = book.engine.formulas.getArrayFormulaRange()[UNIT]?.[sheet] ?? {};
  for (const [top, line] of Object.entries(ranges)) {
    for (const left of Object.keys(line ?? {})) {
      const area = spillOf(book, sheet, Number(top), Number(left));
      if (area && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) return { row: area.top, column: area.left };
    }
  }
  return undefined;
}

/** The smallest area with every value (and, unless `valuesOnly`, every formatted cell); undefined on an empty sheet. */
export function usedArea(book: Book, sheet: string, valuesOnly: boolean, within?: Area): Area | undefined {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const take = (matrix: CellMatrix, counts: (cell: ICellData) => boolean): void => {
    for (const rowKey in matrix) {
      const row = Number(rowKey);
      if (within && (row < within.top || row > within.bottom)) continue;
      const line = matrix[row];
      for (const columnKey in line) {
        const column = Number(columnKey);
        if (within && (column < within.left || column > within.right)) continue;
        const cell = line[column];
        if (!cell || !counts(cell)) continue;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      }
    }
  };
  take(matrixOf(book, sheet), (cell) => (cell.v !== undefined && cell.v !== null && cell.v !== '') || Boolean(cell.f ?? cell.si) || (!valuesOnly && Boolean(cell.s)));
  take(spilledCells(book, sheet), () => true);
  return bottom < 0 ? undefined : { top, left, bottom, right };
}

/** The style of one cell. */
export function styleAt(book: Book, sheet: string, row: number, column: number): FileStyle {
  return storedStyle(book, matrixOf(book, sheet)[row]?.[column]);
}

/** A value or formula to put into a cell; a style patch may come with it (typed "12%" also sets a format). */
export interface CellInput {
  readonly value: FileValue;
  readonly formula?: string;
  readonly numberFormat?: string;
}

function toData(input: CellInput): ICellData {
  if (input.formula) return { f: input.formula, v: null, t: null, si: null, p: null };
  const { value } = input;
  if (value === null) return { v: null, t: null, f: null, si: null, p: null };
  if (typeof value === 'object') return { v: value.error, t: TEXT, f: null, si: null, p: null };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: BOOLEAN, f: null, si: null, p: null };
  return { v: value, t: typeof value === 'number' ? NUMBER : isMistakenText(value) ? FORCED_TEXT : TEXT, f: null, si: null, p: null };
}

function ensureSize(book: Book, sheet: string, area: Area): void {
  const worksheet = sheetOf(book, sheet);
  if (area.bottom >= worksheet.getRowCount()) book.engine.execute('sheet.mutation.set-worksheet-row-count', { subUnitId: sheet, rowCount: area.bottom + 100 });
  if (area.right >= worksheet.getColumnCount()) book.engine.execute('sheet.mutation.set-worksheet-column-count', { subUnitId: sheet, columnCount: area.right + 10 });
}

/** Writes inputs from (top, left) on; undefined leaves a cell as it is. */
export function writeCells(book: Book, sheet: string, top: number, left: number, inputs: readonly (readonly (CellInput | undefined)[])[]): void {
  const writes: CellWrites = {};
  inputs.forEach((line, rowOffset) => {
    line.forEach((input, columnOffset) => {
      if (!input) return;
      const row = top + rowOffset;
      const column = left + columnOffset;
      const data = toData(input);
      if (input.numberFormat) Object.assign(data, styleData(patchStyle(styleAt(book, sheet, row, column), { numberFormat: input.numberFormat })));
      (writes[row] ??= {})[column] = data;
    });
  });
  const area = { top, left, bottom: top + inputs.length - 1, right: left + (inputs[0]?.length ?? 1) - 1 };
  ensureSize(book, sheet, area);
  book.engine.execute('sheet.mutation.set-range-values', { subUnitId: sheet, cellValue: writes, ...(isWithoutFormulas(book, sheet, writes) ? { trigger: NO_FORMULA_TRIGGER } : {}) });
}

/** With this trigger Univer recalculates, but does not look through every cell of the workbook for formulas that the write may have changed. */
const NO_FORMULA_TRIGGER = 'sheet.command.set-range-custom-metadata';

/** Whether a write neither brings nor replaces a formula, on a sheet where nothing spills. */
function isWithoutFormulas(book: Book, sheet: string, writes: CellWrites): boolean {
  if (Object.keys(book.engine.formulas.getArrayFormulaRange()[UNIT]?.[sheet] ?? {}).length > 0) return false;
  const cells = matrixOf(book, sheet);
  return Object.entries(writes).every(([row, line]) =>
    Object.entries(line).every(([column, cell]) => {
      const present = cells[Number(row)]?.[Number(column)];
      return !cell?.f && !present?.f && !present?.si;
    }),
  );
}

function styleData(style: FileStyle): Pick<ICellData, 's' | 'custom'> {
  return { s: toReplacingStyle(style), custom: (toExtras(style) ?? null) as ICellData['custom'] };
}

/** Gives each cell the style that `change` makes of its present one. */
export function changeStyles(book: Book, sheet: string, area: Area, change: (style: FileStyle, row: number, column: number) => FileStyle): void {
  const writes: CellWrites = {};
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: Record<number, ICellData> = {};
    for (let column = area.left; column <= area.right; column += 1) line[column] = styleData(change(styleAt(book, sheet, row, column), row, column));
    writes[row] = line;
  }
  ensureSize(book, sheet, area);
  // Without this trigger Univer takes a style for a new content and drops the formula.
  book.engine.execute('sheet.mutation.set-range-values', { subUnitId: sheet, cellValue: writes, trigger: 'sheet.command.set-style' });
}

/** Changes some marks of every cell of an area and leaves the others. */
export function patchStyles(book: Book, sheet: string, area: Area, patch: StylePatch): void {
  changeStyles(book, sheet, area, (style) => patchStyle(style, patch));
}
