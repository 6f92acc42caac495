import { partsOf, sheetOf, type Book } from './book';
import { DEFAULT_COLUMN_PX, DEFAULT_ROW_PX, pixelsToPoints } from './loadContent';

/** Width of a column in points; 0 when hidden. */
export function columnWidth(book: Book, sheet: string, column: number): number {
  const data = sheetOf(book, sheet).getColumnManager().getColumn(column);
  return data?.hd ? 0 : pixelsToPoints(data?.w ?? DEFAULT_COLUMN_PX);
}

/** Height of a row in points; 0 when hidden. */
export function rowHeight(book: Book, sheet: string, row: number): number {
  const data = sheetOf(book, sheet).getRowManager().getRow(row);
  return data?.hd ? 0 : pixelsToPoints(data?.h ?? DEFAULT_ROW_PX);
}

/** Points from the left edge of the sheet to a column. */
export function columnLeft(book: Book, sheet: string, column: number): number {
  let points = 0;
  for (let before = 0; before < column; before += 1) points += columnWidth(book, sheet, before);
  return points;
}

/** Points from the top of the sheet to a row. */
export function rowTop(book: Book, sheet: string, row: number): number {
  let points = 0;
  for (let before = 0; before < row; before += 1) points += rowHeight(book, sheet, before);
  return points;
}

/** The column (or row) that lies at a distance in points from the left edge (or the top). */
export function lineAt(book: Book, sheet: string, points: number, axis: 'row' | 'column'): number {
  const size = axis === 'row' ? rowHeight : columnWidth;
  let line = 0;
  for (let rest = points - size(book, sheet, 0); rest >= -0.01 && line < 10_000; rest -= size(book, sheet, line)) line += 1;
  return line;
}

/** Charts stand on their cells: what lies right of (or below) a changed line goes with it, what lies over it grows or shrinks. */
function keepChartsOnCells(book: Book, sheet: string, line: number, axis: 'row' | 'column', change: () => void): void {
  const { charts } = partsOf(book, sheet);
  if (charts.length === 0) return change();
  const [edge, size] = axis === 'row' ? [rowTop, rowHeight] : [columnLeft, columnWidth];
  const start = edge(book, sheet, line);
  const before = size(book, sheet, line);
  change();
  const after = size(book, sheet, line);
  const follow = (place: number): number => (place <= start ? place : place >= start + before ? place + after - before : start + Math.min(place - start, after));
  for (const chart of charts) {
    const { left, top, width, height } = chart.frame;
    if (axis === 'row') chart.frame = { ...chart.frame, top: follow(top), height: follow(top + height) - follow(top) };
    else chart.frame = { ...chart.frame, left: follow(left), width: follow(left + width) - follow(left) };
  }
}

/** Sets the width (px) of a column, or hides it. */
export function setColumn(book: Book, sheet: string, column: number, data: { readonly w?: number; readonly hd?: 0 | 1 }): void {
  keepChartsOnCells(book, sheet, column, 'column', () => void book.engine.execute('sheet.mutation.set-col-data', { subUnitId: sheet, columnData: { [column]: data } }));
}

/** Sets the height (px) of a row, or hides it; `ia` 0 keeps the height from following the content. */
export function setRow(book: Book, sheet: string, row: number, data: { readonly h?: number; readonly ia?: 0 | 1; readonly hd?: 0 | 1 }): void {
  keepChartsOnCells(book, sheet, row, 'row', () => void book.engine.execute('sheet.mutation.set-row-data', { subUnitId: sheet, rowData: { [row]: data } }));
}

/** Whether a row or a column is hidden. */
export const isHidden = (book: Book, sheet: string, line: number, axis: 'row' | 'column'): boolean =>
  Boolean(axis === 'row' ? sheetOf(book, sheet).getRowManager().getRow(line)?.hd : sheetOf(book, sheet).getColumnManager().getColumn(line)?.hd);

/** Hides or shows a row or a column. */
export function setHidden(book: Book, sheet: string, line: number, axis: 'row' | 'column', hidden: boolean): void {
  if (axis === 'row') setRow(book, sheet, line, { hd: hidden ? 1 : 0 });
  else setColumn(book, sheet, line, { hd: hidden ? 1 : 0 });
}
