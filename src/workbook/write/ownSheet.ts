import { formulaAt, isCellError, numberFormatAt, styleAt, valueAt, type CellValue, type SheetGrid } from '../grid';
import { readMark, readPrint, type CellPrint, type Look, type RowMark } from './rowMark';
import type { OwnSheetKind, SpecValue } from './sheetSpec';
import { parseJson } from './parseJson';
import { IN_PLACE, placementOf, type Placement } from './placement';
import { COLUMNS_PROPERTY, SHEET_PROPERTY } from './sheetProperty';

/** A sheet of ours as it stands in the workbook now, after whatever the user has done to it. */
export interface OwnSheetReading {
  readonly grid: SheetGrid;
  readonly kind: OwnSheetKind;
  /** Rows that carry a mark, from the top. */
  readonly rows: readonly OwnRow[];
  /** Rows without a mark (or with a copied one) among those with one, and rows with content below them: the user's own. */
  readonly userRows: readonly number[];
  /** Where each column of the draft stands now, the key column and helpers included. A column that the user has deleted is missing. */
  readonly columns: ReadonlyMap<number, number>;
  /** Columns among ours that are not ours, and columns with content to their right. */
  readonly userColumns: readonly number[];
  readonly printedCount: number;
  /** The head rows as they were written. */
  readonly heads: readonly Head[];
  /** Sheet columns by the numbers that the prints in the marks know them by. */
  readonly printedAs: ReadonlyMap<number, string>;
  /** Where rows and columns of the draft were put when the sheet was written. */
  readonly written: Placement;
}

/** Block and key of a head row, and the heading of each printed column. */
export type Head = readonly [block: string, key: string, texts: readonly string[]];

export interface OwnRow {
  /** 0-based sheet row. */
  readonly row: number;
  readonly mark: RowMark;
}

const KINDS: readonly string[] = ['avvikelseanalys', 'atgardsplan', 'handlingsplan', 'effektPerManad', 'nyckeltalR12', 'avstamning', 'version'] satisfies readonly OwnSheetKind[];

/** Which of our sheets a sheet is; null for the user's own, and for one whose marks are gone so that nothing on it could be kept apart. */
export function ownSheetKind(grid: SheetGrid): OwnSheetKind | null {
  const kind = grid.properties.get(SHEET_PROPERTY);
  return isKind(kind) && findKeyColumn(grid) !== null ? kind : null;
}

function isKind(kind: string | undefined): kind is OwnSheetKind {
  return kind !== undefined && KINDS.includes(kind);
}

/**
 * Reads a sheet of ours: which row carries which key, which columns are ours, what the user has added. Sorting, inserted rows and
 * columns and another sheet name make no difference.
 * @returns null for a sheet that is not ours
 */
export function readOwnSheet(grid: SheetGrid): OwnSheetReading | null {
  const kind = ownSheetKind(grid);
  const key = findKeyColumn(grid);
  if (kind === null || key === null) return null;
  const { rows, copies } = markedRows(grid, key);
  const shape = readShape(grid.properties.get(COLUMNS_PROPERTY));
  const columns = new Map(findPrinted(grid, rows, shape));
  columns.set(shape.printed, key);
  for (let index = 1; index <= shape.helpers; index += 1) columns.set(shape.printed + index, key + index);
  const ours = new Set(columns.values());
  const marked = new Set(rows.map(({ row }) => row));
  const [lastRow, lastColumn] = [rows.at(-1)?.row ?? -1, Math.max(...ours)];
  return {
    grid,
    kind,
    rows,
    userRows: linesUpTo(grid.top + grid.rowCount).filter((row) => !marked.has(row) && (row < lastRow || copies.has(row) || hasContent(grid, row))),
    columns,
    userColumns: linesUpTo(grid.left + grid.columnCount).filter((column) => !ours.has(column) && (column < lastColumn || sheetRows(grid).some((row) => valueAt(grid, row, column) !== null))),
    printedCount: shape.printed,
    heads: shape.heads,
    printedAs: new Map([...columns].map(([column, at]) => [at, String(column)])),
    written: shape.places === null ? IN_PLACE : placementOf(...shape.places),
  };
}

const linesUpTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const sheetRows = (grid: SheetGrid): readonly number[] => Array.from({ length: grid.rowCount }, (_, index) => grid.top + index);
const sheetColumns = (grid: SheetGrid): readonly number[] => Array.from({ length: grid.columnCount }, (_, index) => grid.left + index);

function hasContent(grid: SheetGrid, row: number): boolean {
  return sheetColumns(grid).some((column) => valueAt(grid, row, column) !== null && valueAt(grid, row, column) !== '');
}

/** The column that holds the most marks. */
function findKeyColumn(grid: SheetGrid): number | null {
  const counts = sheetColumns(grid).map((column) => ({ column, count: sheetRows(grid).filter((row) => readMark(valueAt(grid, row, column)) !== null).length }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most), { column: -1, count: 0 });
  return best.count === 0 ? null : best.column;
}

function markedRows(grid: SheetGrid, key: number): { readonly rows: readonly OwnRow[]; readonly copies: ReadonlySet<number> } {
  const rows: OwnRow[] = [];
  const copies = new Set<number>();
  const seen = new Set<string>();
  for (const row of sheetRows(grid)) {
    const mark = readMark(valueAt(grid, row, key));
    if (mark === null) continue;
    const name = JSON.stringify([mark.block, mark.key]);
    // A row that the user copied brings its mark along: the first one is ours.
    if (seen.has(name)) copies.add(row);
    else rows.push({ row, mark });
    seen.add(name);
  }
  return { rows, copies };
}

interface Shape {
  readonly printed: number;
  readonly helpers: number;
  readonly heads: readonly Head[];
  /** Sheet rows and columns that the draft's were put on, where they were not its own. */
  readonly places: readonly [readonly number[], readonly number[]] | null;
}

/** A damaged property says nothing; the columns are then taken in their own order. */
function readShape(property: string | undefined): Shape {
  const parsed: unknown = parseJson(property ?? '');
  const { printed, helpers, heads, places } = isRecord(parsed) ? parsed : {};
  return {
    printed: typeof printed === 'number' ? printed : 0,
    helpers: typeof helpers === 'number' ? helpers : 0,
    heads: Array.isArray(heads) ? heads.filter(isHead) : [],
    places: Array.isArray(places) && isNumbers(places[0]) && isNumbers(places[1]) ? [places[0], places[1]] : null,
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isNumbers = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every((item) => typeof item === 'number');

function isHead(value: unknown): value is Head {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string' && Array.isArray(value[2]);
}

/** Printed columns by their headings, from left to right; a column without a heading stands right after the one before it. */
function findPrinted(grid: SheetGrid, rows: readonly OwnRow[], shape: Shape): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [block, key, texts] of shape.heads) {
    const row = rows.find(({ mark }) => mark.block === block && mark.key === key)?.row;
    if (row === undefined) continue;
    let from = grid.left;
    for (let column = 0; column < shape.printed; column += 1) {
      const text = texts[column] ?? '';
      const at = text === '' ? undefined : sheetColumns(grid).find((candidate) => candidate >= from && valueAt(grid, row, candidate) === text);
      if (at === undefined) continue;
      if (!found.has(column)) found.set(column, at);
      from = at + 1;
    }
  }
  const taken = new Set(found.values());
  for (let column = 0; column < shape.printed; column += 1) {
    if (found.has(column)) continue;
    const before = column === 0 ? -1 : found.get(column - 1);
    const isHeaded = shape.heads.some(([, , texts]) => (texts[column] ?? '') !== '');
    if (before === undefined || taken.has(before + 1) || isHeaded && isElsewhere(grid, rows, shape, column, before + 1)) continue;
    found.set(column, before + 1);
    taken.add(before + 1);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

/** A headed column whose heading is gone was renamed or deleted: renamed where its cells still carry what we wrote. */
function isElsewhere(grid: SheetGrid, rows: readonly OwnRow[], shape: Shape, column: number, at: number): boolean {
  const next = shape.heads.some(([, , texts]) => texts.slice(column + 1).includes(String(headingAt(grid, rows, shape, at))));
  return next || rows.filter(({ mark }) => mark.kind === 'body').every(({ row }) => valueAt(grid, row, at) === null);
}

function headingAt(grid: SheetGrid, rows: readonly OwnRow[], shape: Shape, column: number): CellValue {
  const [block, key] = shape.heads[0] ?? [];
  const row = rows.find(({ mark }) => mark.block === block && mark.key === key)?.row;
  return row === undefined ? null : valueAt(grid, row, column);
}

/** What a cell of the sheet holds, as it could be written again: its formula, else its value; an error becomes its text. */
export function heldValue(grid: SheetGrid, row: number, column: number): SpecValue {
  const formula = formulaAt(grid, row, column);
  if (formula !== null) return { formula };
  return shownValue(grid, row, column);
}

/** What a cell of the sheet shows: its value, an error as its code, an empty text as empty. */
export function shownValue(grid: SheetGrid, row: number, column: number): string | number | boolean | null {
  const value = valueAt(grid, row, column);
  if (isCellError(value)) return value.error;
  return value === '' ? null : value;
}

/** How a cell of ours looks now. */
export function heldLook(grid: SheetGrid, row: number, column: number): Look {
  const { bold, italic, fill } = styleAt(grid, row, column);
  return { numberFormat: numberFormatAt(grid, row, column), bold, italic, fill };
}

/** The print that the mark holds for a column of the draft; helpers follow the printed columns without a gap for the key. */
export function printAt(mark: RowMark, column: number, printedCount: number): CellPrint {
  return readPrint(mark.prints[column < printedCount ? column : column - 1]);
}
