import type { Area } from '../../../workbook/address';
import { demandUnprotected, sheetOf, type Book } from '../book';
import { invalidArgument } from '../hostError';
import { isHidden, setHidden } from '../lines';

/** First and last row or column of an area; what lies outside the sheet's stored lines is as the default. */
export function linesOf(book: Book, sheet: string, area: Area, axis: 'row' | 'column'): readonly [number, number] {
  const worksheet = sheetOf(book, sheet);
  const count = axis === 'row' ? worksheet.getRowCount() : worksheet.getColumnCount();
  const [first, last] = axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  return [first, Math.max(first, Math.min(last, count - 1))];
}

/** Whether the rows (or columns) are hidden; null where they differ. */
export function readHidden(book: Book, sheet: string, area: Area, axis: 'row' | 'column'): boolean | null {
  const [first, last] = linesOf(book, sheet, area, axis);
  const hidden = isHidden(book, sheet, first, axis);
  for (let line = first; line <= last; line += 1) if (isHidden(book, sheet, line, axis) !== hidden) return null;
  return hidden;
}

/** Hides or shows the rows or columns of an area. */
export function writeHidden(book: Book, sheet: string, area: Area, axis: 'row' | 'column', hidden: unknown): void {
  if (typeof hidden !== 'boolean') throw invalidArgument();
  demandUnprotected(book, sheet);
  const [first, last] = linesOf(book, sheet, area, axis);
  for (let line = first; line <= last; line += 1) setHidden(book, sheet, line, axis, hidden);
}
