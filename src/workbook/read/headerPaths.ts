import type { Area } from '../address';
import { isCellError, numberFormatAt, valueAt, type SheetGrid } from '../grid';
import { MONTH_STARTS } from '../monthNames';
import { isDateFormat } from './cellKind';
import { readMonth } from './periodWords';

/** The text of a heading cell; a date gives its month ("jan 2025"). */
export function headingText(grid: SheetGrid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  if (value === null || isCellError(value)) return '';
  const numberFormat = numberFormatAt(grid, row, column);
  const month = typeof value === 'number' && isDateFormat(numberFormat) ? readMonth(value, numberFormat) : null;
  return month ? `${MONTH_STARTS[month.month - 1] ?? ''} ${month.year ?? ''}`.trim() : String(value).trim();
}

/**
 * The heading texts of every column from the top row down, without repetitions. A merged heading holds for all columns that it covers; where
 * the merging is lost, a heading holds to the right until the next one, within the heading above it.
 * Example: "Budget 2025" over "Kostnader", "Intäkter" gives ["Budget 2025", "Kostnader"] and ["Budget 2025", "Intäkter"].
 */
export function readHeaderPaths(grid: SheetGrid, left: number, right: number, headerRows: readonly number[]): readonly (readonly string[])[] {
  const rows = headerRows.map((row) => fillRow(grid, left, right, row));
  const lastRow = rows.length - 1;
  for (let index = 0; index < lastRow; index += 1) spreadHeads(grid, left, rows, index, headerRows);
  const paths: string[][] = [];
  for (let column = left; column <= right; column += 1) {
    const path: string[] = [];
    for (const row of rows) {
      const text = row[column - left] ?? '';
      if (text !== '' && path.at(-1) !== text) path.push(text);
    }
    paths.push(path);
  }
  return paths;
}

function mergeAt(grid: SheetGrid, row: number, column: number): Area | undefined {
  return grid.merges.find((merge) => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right);
}

function fillRow(grid: SheetGrid, left: number, right: number, row: number): string[] {
  const texts: string[] = [];
  for (let column = left; column <= right; column += 1) {
    const merge = mergeAt(grid, row, column);
    texts.push(merge ? headingText(grid, merge.top, merge.left) : headingText(grid, row, column));
  }
  return texts;
}

function spreadHeads(grid: SheetGrid, left: number, rows: string[][], index: number, headerRows: readonly number[]): void {
  const row = rows[index];
  const sheetRow = headerRows[index];
  if (!row || sheetRow === undefined) return;
  if (grid.merges.some((merge) => merge.top <= sheetRow && merge.bottom >= sheetRow && merge.right > merge.left && merge.right >= left && merge.left < left + row.length)) return;
  const labelOffset = rows.reduce((first, texts) => Math.min(first, ...texts.flatMap((text, offset) => (text === '' ? [] : [offset]))), row.length);
  let head = '';
  for (let offset = 0; offset < row.length; offset += 1) {
    const own = row[offset] ?? '';
    const above = index > 0 ? (rows[index - 1]?.[offset] ?? '') : '';
    const aboveBefore = index > 0 ? (rows[index - 1]?.[offset - 1] ?? '') : '';
    if (own !== '') head = offset === labelOffset ? '' : own;
    else if (above !== aboveBefore) head = '';
    else if (head !== '' && rows.slice(index + 1).some((lower) => (lower[offset] ?? '') !== '')) row[offset] = head;
  }
}
