import { hash, readMark } from '../workbook/write/rowMark';
import type { SheetSpec } from '../workbook/write/sheetSpec';

/** The marks of the rows as a writing leaves them: where each stands, by a short print of its text. */
export interface WrittenMarks {
  readonly column: number;
  /** By row from the first; null for a row without a mark. */
  readonly prints: readonly (string | null)[];
}

/** The marks that a spec writes; null for a sheet without any. */
export function writtenMarks(spec: SheetSpec): WrittenMarks | null {
  const marks = spec.blocks.flatMap((block) =>
    block.values.flatMap((row, y) => row.flatMap((value, x) => (readMark(value) === null ? [] : [{ row: block.top + y, column: block.left + x, print: hash(String(value)) }]))),
  );
  const [first] = marks;
  if (first === undefined) return null;
  const byRow = new Map(marks.map(({ row, print }) => [row, print]));
  return { column: first.column, prints: Array.from({ length: Math.max(...byRow.keys()) + 1 }, (_, row) => byRow.get(row) ?? null) };
}

/** Asks for the column with the marks. */
export function askForMarks(sheet: Excel.Worksheet, { column, prints }: WrittenMarks): Excel.Range {
  return sheet.getRangeByIndexes(0, column, prints.length, 1).load('values');
}

/** Whether every mark still stands where it was written: a user who has sorted, inserted or deleted rows since has moved them. */
export function areMarksStanding({ prints }: WrittenMarks, asked: Excel.Range): boolean {
  return prints.every((print, row) => print === null || print === hash(String(asked.values[row]?.[0] ?? '')));
}
