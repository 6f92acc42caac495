import { areaAddress, columnIndex, columnLetters, parseArea, quoteSheetName, type Area } from '../../workbook/address';
import { findSheet, type Book } from './book';
import { MAX_COLUMN, MAX_ROW } from './sheetLimits';

export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** Every cell of a sheet. */
export const wholeSheet: Area = { top: 0, left: 0, bottom: MAX_ROW, right: MAX_COLUMN };
/** Whether an area reaches over all columns. */
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === MAX_COLUMN;
/** Whether an area reaches over all rows. */
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROW;

/** A1 text of an area, whole columns as "A:C" and whole rows as "3:5". */
export function localAddress(area: Area): string {
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  if (isWholeColumns(area)) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  return areaAddress(area);
}

/** The sheet name before "!", quoted only where Excel quotes it. */
export function sheetPrefix(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[RrCc]\d*$/.test(name);
  return isPlain ? name : quoteSheetName(name);
}

/** The area of "A1:B2", "A:C", "3:5" or one cell, without a sheet; null for other text. */
export function parseLocal(text: string): Area | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns) {
    const ends = [columnIndex(columns[1] ?? ''), columnIndex(columns[2] ?? '')];
    return bounded({ top: 0, bottom: MAX_ROW, left: Math.min(...ends), right: Math.max(...ends) });
  }
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows) {
    const ends = [Number(rows[1]) - 1, Number(rows[2]) - 1];
    return bounded({ left: 0, right: MAX_COLUMN, top: Math.min(...ends), bottom: Math.max(...ends) });
  }
  const area = text.includes('!') ? null : parseArea(text);
  return area ? bounded(area) : null;
}

function bounded(area: Area): Area | null {
  return area.top >= 0 && area.left >= 0 && area.bottom <= MAX_ROW && area.right <= MAX_COLUMN ? area : null;
}

/** The place of "'Blad 1'!$A$1:$B$2"; a reference without a sheet is on `sheet`. null when it is not a reference to one area of a sheet that is there. */
export function parsePlace(book: Book, text: string, sheet: string | undefined): Place | null {
  const reference = text.replace(/^=/, '').trim();
  const mark = reference.lastIndexOf('!');
  const area = parseLocal(reference.slice(mark + 1));
  if (!area) return null;
  if (mark < 0) return sheet === undefined ? null : { sheet, area };
  const quoted = reference.slice(0, mark);
  const name = /^'.*'$/.test(quoted) ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
  const target = findSheet(book, name);
  return target ? { sheet: target.getSheetId(), area } : null;
}

/** The cells that two areas share; null where they share none. */
export function intersection(first: Area, second: Area): Area | null {
  const area = { top: Math.max(first.top, second.top), left: Math.max(first.left, second.left), bottom: Math.min(first.bottom, second.bottom), right: Math.min(first.right, second.right) };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

/** Whether an area lies within another. */
export const contains = (outer: Area, inner: Area): boolean => inner.top >= outer.top && inner.left >= outer.left && inner.bottom <= outer.bottom && inner.right <= outer.right;
