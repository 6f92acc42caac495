import { numberFormatAt, valueAt, type SheetGrid } from '../grid';
import { isDateFormat } from './cellKind';
import { cellRole, type RowProfile } from './rowProfile';

/** What the numbers of a row that could be years (1 970, 202 401) are: years of a heading, amounts, or either. */
export type YearLikeNumbers = 'years' | 'figures' | 'either';

/**
 * Tells years from amounts that happen to look like years. Years have no thousands separator and follow one another in even steps; a single number, or the same one again, can be either.
 * A row with several texts, with dates or with years as texts is taken as it reads.
 * @example "Boendestöd", 1970, 1551 holds figures; "Verksamhet", 2023, 2024, 2025 holds years; "Nämnd", 1970 may hold either
 */
export function yearLikeNumbers(grid: SheetGrid, row: RowProfile): YearLikeNumbers {
  if (row.times === 0 || row.texts > 1) return 'years';
  const numbers: number[] = [];
  let isGrouped = false;
  for (let column = row.first; column <= row.last; column += 1) {
    if (cellRole(grid, row.row, column) !== 'time') continue;
    const value = valueAt(grid, row.row, column);
    const format = numberFormatAt(grid, row.row, column);
    if (typeof value !== 'number' || isDateFormat(format)) return 'years';
    isGrouped ||= /#,#|0,0| #/u.test(format);
    numbers.push(value);
  }
  if (isGrouped) return 'figures';
  if (numbers.length < 2) return 'either';
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  const isEven = numbers.every((number, place) => place === 0 || number - (numbers[place - 1] ?? 0) === step);
  if (!isEven || Math.abs(step) > LONGEST_STEP) return 'figures';
  return step === 0 ? 'either' : 'years';
}

/** Years between the columns of a heading: every year, every other, every mandate or every fifth. */
const LONGEST_STEP = 5;
