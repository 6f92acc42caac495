import { isCellError, numberFormatAt, valueAt, type SheetGrid } from '../grid';
import { cellKind, isPercentFormat } from './cellKind';
import { isVolumeUnit } from './headingWords';
import { readMonth } from './periodWords';

const SAMPLE_ROWS = 240;

/** What a column holds below its heading, counted on a sample of its rows. */
export interface ColumnShape {
  readonly filled: number;
  /** Numbers, also as text, and errors. */
  readonly figures: number;
  /** Figures that are 0. */
  readonly zeros: number;
  readonly dates: number;
  /** Cells that as a whole name a month: "2025-feb", 202501, dates. */
  readonly months: number;
  /** Months that come one to three months after the one before. */
  readonly monthSteps: number;
  readonly texts: number;
  readonly marks: number;
  /** Figures shown as a share. */
  readonly percents: number;
  /** Whole numbers without format, or texts of digits only: what codes look like. */
  readonly codes: number;
  /** Figures that are one more than the figure before. */
  readonly countingSteps: number;
  /** Texts of digits only. */
  readonly digitTexts: number;
  /** Texts that name what is counted: "Antal årsplatser", "Timmar". */
  readonly unitTexts: number;
  readonly longestText: number;
}

/** Counts what stands in a column of a table's body; a column that looks empty is looked through from end to end. */
export function readColumnShape(grid: SheetGrid, column: number, top: number, bottom: number, skip: ReadonlySet<number>): ColumnShape {
  const step = Math.max(1, Math.floor((bottom - top + 1) / SAMPLE_ROWS));
  const sample = countEvery(step, grid, column, top, bottom, skip);
  return sample.filled === 0 && step > 1 ? countEvery(1, grid, column, top, bottom, skip) : sample;
}

function countEvery(step: number, grid: SheetGrid, column: number, top: number, bottom: number, skip: ReadonlySet<number>): ColumnShape {
  const count = { filled: 0, figures: 0, zeros: 0, dates: 0, months: 0, monthSteps: 0, texts: 0, marks: 0, percents: 0, codes: 0, countingSteps: 0, digitTexts: 0, unitTexts: 0, longestText: 0 };
  let lastMonth: number | null = null;
  let lastFigure = NaN;
  for (let row = top; row <= bottom; row += step) {
    if (skip.has(row)) continue;
    const value = valueAt(grid, row, column);
    const numberFormat = numberFormatAt(grid, row, column);
    const kind = cellKind(value, numberFormat);
    if (kind === 'empty') continue;
    count.filled += 1;
    const month = readMonth(value, numberFormat);
    if (month) {
      const place = (month.year ?? 0) * 12 + month.month;
      if (lastMonth !== null && ((place - lastMonth >= 1 && place - lastMonth <= 3) || (month.year === undefined && month.month === 1))) count.monthSteps += 1;
      lastMonth = place;
      count.months += 1;
    }
    if (kind === 'date') count.dates += 1;
    else if (kind === 'number' || kind === 'textNumber') {
      count.figures += 1;
      if (value === 0) count.zeros += 1;
      if (Number(value) === lastFigure + 1) count.countingSteps += 1;
      lastFigure = Number(value);
      if (kind === 'number' ? isPercentFormat(numberFormat) : String(value).includes('%')) count.percents += 1;
      const isDigits = typeof value === 'string' && /^\d{2,12}$/.test(value.trim());
      if (isDigits) count.digitTexts += 1;
      if (isDigits || (typeof value === 'number' && Number.isInteger(value) && value >= 10 && /^(General|0+|@)$/.test(numberFormat))) count.codes += 1;
    } else if (kind === 'error' || isCellError(value)) count.figures += 1;
    else if (kind === 'mark') count.marks += 1;
    else {
      count.texts += 1;
      const text = String(value);
      count.longestText = Math.max(count.longestText, text.length);
      if (isVolumeUnit(text)) count.unitTexts += 1;
    }
  }
  return count;
}

/** Whether most of a column is figures; signs for "no figure" count neither way. */
export const isFigureColumn = (shape: ColumnShape): boolean => shape.figures > 0 && shape.figures + shape.dates >= shape.texts;

/** Whether a column holds mostly words. */
export const isTextColumn = (shape: ColumnShape): boolean => shape.texts > 0 && shape.texts > shape.figures + shape.dates;

/** Whether more than two thirds of a column's figures are shown as percent. */
export const isPercentColumn = (shape: ColumnShape): boolean => shape.percents * 3 > shape.figures * 2;

/** Whether a column numbers its rows: 1, 2, 3 … */
export const isRowNumbers = (shape: ColumnShape): boolean => shape.figures >= 3 && shape.countingSteps === shape.figures - 1 && shape.texts === 0;

/** Whether a column looks like codes: whole numbers or digit texts, and little else; sums and sections may have their names among them ("Σ 04110", "INTÄKTER"). */
export const isCodeColumn = (shape: ColumnShape): boolean => shape.codes > 0 && (shape.codes >= shape.filled * 0.8 || (shape.digitTexts === shape.figures && shape.codes > shape.texts && shape.codes + shape.texts === shape.filled));
