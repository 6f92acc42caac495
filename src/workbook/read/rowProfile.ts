import { numberFormatAt, valueAt, type SheetGrid } from '../grid';
import { cellKind } from './cellKind';
import { isHeadingText } from './headingWords';
import { monthStampAt } from './monthStamps';
import { readMonth, readPeriodWords, readYear } from './periodWords';

/** What stands on one sheet row between two columns, counted. */
export interface RowProfile {
  readonly row: number;
  readonly filled: number;
  /** First and last column with anything. */
  readonly first: number;
  readonly last: number;
  /** Figures that cannot be headings: numbers, also as text, that are neither year nor month; errors. */
  readonly figures: number;
  /** Years, months and dates, which stand in headings and in data alike. */
  readonly times: number;
  readonly texts: number;
  /** Signs for "no figure". */
  readonly marks: number;
  /** Texts that look like a heading by their words. */
  readonly headings: number;
}

/** What a cell is to the search for headings. */
export type CellRole = 'empty' | 'figure' | 'time' | 'text' | 'mark';

/** Tells a figure from a year, a month or a date, and a text from a sign for "no figure". */
export function cellRole(grid: SheetGrid, row: number, column: number): CellRole {
  const value = valueAt(grid, row, column);
  if (value === null) return 'empty';
  const numberFormat = numberFormatAt(grid, row, column);
  switch (cellKind(value, numberFormat)) {
    case 'empty':
      return 'empty';
    case 'date':
      return 'time';
    case 'number':
    case 'textNumber':
      return readYear(value) !== null || readMonth(value, numberFormat) !== null || monthStampAt(grid, row, column) !== null ? 'time' : 'figure';
    case 'error':
      return 'figure';
    case 'mark':
      return isMinusBesidePlus(grid, row, column) ? 'text' : 'mark';
    case 'boolean':
      return 'text';
    case 'text':
      return readMonth(value, numberFormat) === null ? 'text' : 'time';
  }
}

/** "+" and "−" beside each other head the two halves of a deviation; a "−" elsewhere is no figure. */
const isMinusBesidePlus = (grid: SheetGrid, row: number, column: number): boolean => [column - 1, column + 1].some((beside) => /^\(?\+\)?$/.test(String(valueAt(grid, row, beside) ?? '')));

/** Whether a text is a heading by its words or by a period in it ("Helår 2025", "Ackumulerat t.o.m. oktober"). */
function looksLikeHeading(text: string): boolean {
  if (isHeadingText(text)) return true;
  return text.length <= 40 && readPeriodWords(text).period !== undefined;
}

/** Counts what stands on a row between two columns. */
export function profileRow(grid: SheetGrid, row: number, left: number, right: number): RowProfile {
  let filled = 0;
  let first = -1;
  let last = -1;
  let figures = 0;
  let times = 0;
  let texts = 0;
  let marks = 0;
  let headings = 0;
  for (let column = left; column <= right; column += 1) {
    const role = cellRole(grid, row, column);
    if (role === 'empty') continue;
    filled += 1;
    if (first < 0) first = column;
    last = column;
    if (role === 'figure') figures += 1;
    else if (role === 'mark') marks += 1;
    else if (role === 'time') times += 1;
    else {
      texts += 1;
      // Heading words are looked for only where the row can still be a heading.
      const value = valueAt(grid, row, column);
      if (figures === 0 && typeof value === 'string' && looksLikeHeading(value)) headings += 1;
    }
  }
  return { row, filled, first, last, figures, times, texts, marks, headings };
}
