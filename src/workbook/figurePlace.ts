import { columnIndex, columnLetters, parseArea } from './address';
import type { ReportTable } from './report';

type Turned = Pick<ReportTable, 'isTurned'>;

/**
 * Where a table's figure stands in its sheet, 0-based. In a table that was stood up, rows count the sheet's columns and letters its rows.
 * @param row the 1-based row of the report
 * @example row 4 and "C" are { row: 3, column: 2 }; of a turned table { row: 2, column: 3 }
 */
export function figurePlace({ isTurned }: Turned, row: number, letters: string): { readonly row: number; readonly column: number } {
  return isTurned === true ? { row: columnIndex(letters), column: row - 1 } : { row: row - 1, column: columnIndex(letters) };
}

/** The 1-based row of the report that a cell of the sheet belongs to; NaN for text that is no cell. */
export function reportRowOf({ isTurned }: Turned, cell: string): number {
  const area = parseArea(cell);
  if (area === null) return NaN;
  return (isTurned === true ? area.left : area.top) + 1;
}

/** The letters of the report's column that a cell of the sheet belongs to; "" for text that is no cell. */
export function reportColumnOf({ isTurned }: Turned, cell: string): string {
  const area = parseArea(cell);
  if (area === null) return '';
  return columnLetters(isTurned === true ? area.top : area.left);
}

/** How a controller names a row of the report: "rad 17", or "kolumn C" where the table was stood up. */
export function rowName({ isTurned }: Turned, row: number): string {
  return isTurned === true ? `kolumn ${columnLetters(row - 1)}` : `rad ${String(row)}`;
}
