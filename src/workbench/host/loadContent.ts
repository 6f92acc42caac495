import type { ICellData, IColumnData, IRowData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { LocaleType } from '@univerjs/core';
import { parseArea } from '../../workbook/address';
import type { FileCell, FileContent, FileSheet } from './fileContent';
import { toExtras, toUniverStyle } from './cellStyle';
import { isMistakenText } from './errorText';
import { UNIT } from './engine';

type SheetCells = Record<number, Record<number, ICellData>>;

export interface LoadedData {
  readonly workbook: IWorkbookData;
  /** Sheet ids in the order of the file. */
  readonly ids: readonly string[];
}

/** A new workbook: one empty sheet. */
export const emptyContent: FileContent = {
  sheets: [
    {
      name: 'Blad1', visibility: 'visible', cells: [], styles: [], merges: [], columns: new Map(), rows: new Map(), frozen: { rows: 0, columns: 0 }, showGridlines: true,
      isProtected: false, print: {}, tables: [], conditionals: [], validations: [], comments: [], links: [], properties: {}, charts: [],
    },
  ],
  names: [],
  settings: {},
  activeSheet: 0,
  date1904: false,
  isStructureProtected: false,
  dropped: [],
};

/** Ids as Excel gives them to sheets. */
export const sheetId = (index: number): string => `{00000000-0001-0000-${index.toString(16).padStart(4, '0').toUpperCase()}-000000000000}`;

const NARROWEST_PX = 2;
/** The size of a column and of a row that nobody has sized. */
export const DEFAULT_COLUMN_PX = 64;
export const DEFAULT_ROW_PX = 20;

/** Pixels of a width in characters of the default font (7 px a digit), as Excel rounds it. */
function widthToPixels(width: number): number {
  return Math.max(NARROWEST_PX, Math.trunc(((256 * width + Math.trunc(128 / 7)) / 256) * 7));
}

/** The width in characters of the default font (7 px a digit). */
export const pixelsToWidth = (pixels: number): number => Math.round((pixels / 7) * 256) / 256;
/** Pixels of a length in points, at 96 pixels an inch. */
export const pointsToPixels = (points: number): number => Math.round((points / 0.75) * 100) / 100;
/** Points of a length in pixels, at 96 pixels an inch. */
export const pixelsToPoints = (pixels: number): number => pixels * 0.75;

/** The workbook as Univer loads it; only cells, marks, merges, widths and panes, the rest is kept beside it. */
export function toWorkbookData(content: FileContent): LoadedData {
  const styles: Record<string, IStyleData> = {};
  const ids = content.sheets.map((_sheet, index) => sheetId(index));
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  content.sheets.forEach((sheet, index) => {
    const id = ids[index] ?? sheetId(index);
    sheet.styles.forEach((style, number) => {
      styles[`f${index}.${number}`] = toUniverStyle(style);
    });
    sheets[id] = toSheetData(sheet, id, `f${index}.`);
  });
  return { ids, workbook: { id: UNIT, name: '', appVersion: '0.25.1', locale: LocaleType.EN_US, styles, sheetOrder: [...ids], sheets } };
}

export function toSheetData(sheet: FileSheet, id: string, stylePrefix: string): IWorksheetData {
  const covered = spilledOver(sheet.cells);
  const extras = sheet.styles.map(toExtras);
  const cellData: SheetCells = {};
  let lastRow = 0;
  let lastColumn = 0;
  for (const cell of sheet.cells) {
    lastRow = Math.max(lastRow, cell.row);
    lastColumn = Math.max(lastColumn, cell.column);
    // The engine spills these values itself; as contents they would block the spill.
    const isSpilled = !cell.formula && covered.size > 0 && covered.has(`${cell.row},${cell.column}`);
    const data: ICellData = isSpilled ? {} : cellContent(cell);
    if (cell.style !== undefined) {
      data.s = `${stylePrefix}${cell.style}`;
      const extra = extras[cell.style];
      if (extra) data.custom = { ...extra };
    }
    (cellData[cell.row] ??= {})[cell.column] = data;
  }
  const columnData: Record<number, IColumnData> = {};
  for (const [column, { width, hidden }] of sheet.columns) columnData[column] = { ...(width === undefined ? {} : { w: widthToPixels(width) }), hd: hidden ? 1 : 0 };
  const rowData: Record<number, IRowData> = {};
  for (const [row, { height, hidden }] of sheet.rows) rowData[row] = { ...(height === undefined ? {} : { h: pointsToPixels(height), ia: 0 as const }), hd: hidden ? 1 : 0 };
  const { rows, columns } = sheet.frozen;
  return {
    id, name: sheet.name, tabColor: sheet.tabColor ?? '', hidden: sheet.visibility === 'visible' ? 0 : 1,
    freeze: frozenPane(rows, columns), rowCount: Math.max(lastRow + 200, 1000), columnCount: Math.max(lastColumn + 20, 30), zoomRatio: 1, scrollTop: 0, scrollLeft: 0,
    defaultColumnWidth: DEFAULT_COLUMN_PX, defaultRowHeight: DEFAULT_ROW_PX, mergeData: sheet.merges.flatMap(toRange), cellData, rowData, columnData,
    rowHeader: { width: 46 }, columnHeader: { height: 20 }, showGridlines: sheet.showGridlines ? 1 : 0, rightToLeft: 0,
  };
}

export const frozenPane = (rows: number, columns: number): IWorksheetData['freeze'] => ({ xSplit: columns, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 });

function cellContent({ value, formula }: FileCell): ICellData {
  const data: ICellData = formula ? { f: `=${formula}` } : {};
  if (value === null) return data;
  if (typeof value === 'object') return { ...data, v: value.error, t: 1 };
  if (typeof value === 'boolean') return { ...data, v: value ? 1 : 0, t: 3 };
  data.v = value;
  data.t = typeof value === 'number' ? 2 : isMistakenText(value) && !formula ? 4 : 1;
  return data;
}

function toRange(address: string): { startRow: number; startColumn: number; endRow: number; endColumn: number }[] {
  const area = parseArea(address);
  return area ? [{ startRow: area.top, startColumn: area.left, endRow: area.bottom, endColumn: area.right }] : [];
}

/** "row,column" of the cells that a spilled formula fills, its own excepted. */
function spilledOver(cells: readonly FileCell[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const cell of cells) {
    const area = cell.spill ? parseArea(cell.spill) : null;
    if (!area) continue;
    for (let row = area.top; row <= area.bottom; row += 1) for (let column = area.left; column <= area.right; column += 1) covered.add(`${row},${column}`);
    covered.delete(`${cell.row},${cell.column}`);
  }
  return covered;
}
