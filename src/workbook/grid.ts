import type { Area } from './address';

/** An error in a cell, as Excel's English code: "#N/A", "#DIV/0!", "#REF!" … */
export interface CellError {
  readonly error: string;
}

/** What a cell holds. null is an empty cell. Dates are Excel's serial numbers, told by the number format. */
export type CellValue = number | string | boolean | CellError | null;

/**
 * Sheets whose used range has more cells than this are read without styles: a style costs the host ten times a value, and such a
 * sheet is a ledger, which needs none. Every reader of grids (from Excel, from a file) keeps to it.
 */
export const STYLED_CELL_LIMIT = 20_000;

/** The marks of a cell that help to read it; a mark that is off is left out. */
export interface CellStyle {
  readonly bold?: true;
  readonly italic?: true;
  /** Steps of indent, at least 1. */
  readonly indent?: number;
  /** "#RRGGBB" where the cell is filled. */
  readonly fill?: string;
  readonly topBorder?: true;
  readonly bottomBorder?: true;
}

/** An Excel table (ListObject) of the sheet; its first row is the heading when hasHeader. */
export interface GridTable {
  readonly name: string;
  readonly area: Area;
  readonly hasHeader: boolean;
  readonly hasTotals: boolean;
}

/**
 * One sheet as it was read. The arrays start at (top, left), the upper left cell of the used range; use the functions below,
 * which take sheet coordinates. An empty sheet has empty arrays.
 */
export interface SheetGrid {
  /** The host's own id of the sheet; it survives renaming. */
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
  readonly top: number;
  readonly left: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** rowCount rows of columnCount values. */
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas by "row,column" in sheet coordinates, English notation, with the leading "=". */
  readonly formulas: ReadonlyMap<string, string>;
  /** Number formats in English notation, same shape as values; "General" where none is set. */
  readonly numberFormats: readonly (readonly string[])[];
  /** Styles by "row,column"; left out (empty) on sheets too large to read styles from. */
  readonly styles: ReadonlyMap<string, CellStyle>;
  /** Merged areas; empty where the host cannot tell them. */
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly tables: readonly GridTable[];
  /** The sheet's custom properties. A sheet that the add-in wrote is known by the key "von.sheet". */
  readonly properties: ReadonlyMap<string, string>;
  /** What users have said of a cell beside its content, by "row,column": comments with their answers, and notes as far as the host tells them. */
  readonly notes?: ReadonlyMap<string, readonly CellNote[]>;
}

/** A comment, an answer to one, or a note. */
export interface CellNote {
  /** '' where the host does not tell. */
  readonly author: string;
  readonly text: string;
}

/** A defined name that points at one area. */
export interface NamedArea {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

/** The whole workbook as it was read. */
export interface WorkbookGrid {
  /** File name with extension, as far as the host tells it. */
  readonly name: string;
  readonly sheets: readonly SheetGrid[];
  readonly names: readonly NamedArea[];
}

/** The key of a cell in `formulas` and `styles`: cellKey(3, 4) → "3,4". */
export const cellKey = (row: number, column: number): string => `${row},${column}`;

/** Whether a value is an error of its cell (#N/A, #DIV/0! …). */
export function isCellError(value: CellValue): value is CellError {
  return typeof value === 'object' && value !== null;
}

/** The value at a sheet position; null outside the used range. */
export function valueAt(grid: SheetGrid, row: number, column: number): CellValue {
  return grid.values[row - grid.top]?.[column - grid.left] ?? null;
}

/** The number format at a sheet position; "General" outside the used range. */
export function numberFormatAt(grid: SheetGrid, row: number, column: number): string {
  return grid.numberFormats[row - grid.top]?.[column - grid.left] ?? 'General';
}

/** The formula at a sheet position, with its "="; null where there is none. */
export function formulaAt(grid: SheetGrid, row: number, column: number): string | null {
  return grid.formulas.get(cellKey(row, column)) ?? null;
}

/** The marks of the cell at a sheet position; none where they were not read. */
export function styleAt(grid: SheetGrid, row: number, column: number): CellStyle {
  return grid.styles.get(cellKey(row, column)) ?? NO_STYLE;
}

const NO_STYLE: CellStyle = {};
