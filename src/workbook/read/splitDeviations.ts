import { numberFormatAt, valueAt, type SheetGrid } from '../grid';
import { foldText } from './cellKind';
import type { DraftRow } from './draftRow';
import { readFigure } from './readFigure';
import type { DraftColumn } from './tableDraft';

const BETTER = /^(?:\(?\+\)?|plus|överskott|positiv\p{L}*|underskridande\p{L}*|bättre)$/u;
const WORSE = /^(?:\(?-\)?|minus|underskott|negativ\p{L}*|överskridande\p{L}*|sämre)$/u;

/** Which half of a deviation a heading is: its last word, or the word before "avvikelse". */
export function halfOf(header: string): 'better' | 'worse' | null {
  const words = foldText(header).split(' ').filter((word) => !/^(?:budget)?avvikelse[rn]?[,:]?$|^\(?(?:tkr|mnkr|mkr|kr)\)?$/u.test(word)).map((word) => word.replace(/[,;:]$/u, ''));
  const isBetter = words.some((word) => BETTER.test(word));
  const isWorse = words.some((word) => WORSE.test(word));
  return isBetter === isWorse ? null : isBetter ? 'better' : 'worse';
}

/**
 * Marks deviations that stand in two columns, surplus in one and deficit in the other: two deviation columns beside each other whose headings are
 * opposites, and where few rows (totals) have figures in both.
 * @param top the first row below the headings, 0-based
 * @example "Överskott", "Underskott"; "+", "−"; "Överskridande", "Underskridande", where less than the budget is better
 */
export function markSplitDeviations(grid: SheetGrid, columns: readonly DraftColumn[], top: number, bottom: number): readonly DraftColumn[] {
  const halves = new Map<DraftColumn, NonNullable<DraftColumn['half']>>();
  columns.forEach((column, place) => {
    const next = columns[place + 1];
    if (next === undefined || column.field !== 'variance' || next.field !== 'variance' || column.part !== next.part || halves.has(column)) return;
    const [one, other] = [halfOf(column.header), halfOf(next.header)];
    if (one === null || other === null || one === other || !areHalves(grid, column.index, next.index, top, bottom)) return;
    const [sign, otherSign] = [signOf(grid, column.index, one, top, bottom), signOf(grid, next.index, other, top, bottom)];
    halves.set(column, { side: one, sign, other: { index: next.index, sign: otherSign } });
    halves.set(next, { side: other, sign: otherSign, other: { index: column.index, sign } });
  });
  return columns.map((column) => {
    if (halves.has(column)) return { ...column, half: halves.get(column) };
    return column.field === 'variance' && halfOf(column.header) !== null && hasOneSign(grid, column.index, top, bottom) ? { ...column, isOneSided: true } : column;
  });
}

/** A column called deficit that nothing stands beside: its other rows have 0, or nothing, whatever their surplus. */
function hasOneSign(grid: SheetGrid, column: number, top: number, bottom: number): boolean {
  const signs = new Set<number>();
  for (let row = top; row <= bottom; row += 1) signs.add(Math.sign(readFigure(valueAt(grid, row, column), numberFormatAt(grid, row, column))?.value ?? 0));
  return !(signs.has(1) && signs.has(-1));
}

function areHalves(grid: SheetGrid, one: number, other: number, top: number, bottom: number): boolean {
  const isFilled = (row: number, column: number): boolean => (readFigure(valueAt(grid, row, column), numberFormatAt(grid, row, column))?.value ?? 0) !== 0;
  let either = 0;
  let both = 0;
  for (let row = top; row <= bottom; row += 1) {
    const filled = Number(isFilled(row, one)) + Number(isFilled(row, other));
    if (filled > 0) either += 1;
    if (filled === 2) both += 1;
  }
  return both * 2 <= either;
}

/** Deficits stand without a minus or with one, as most of the column has it. */
function signOf(grid: SheetGrid, column: number, side: 'better' | 'worse', top: number, bottom: number): 1 | -1 {
  let balance = 0;
  for (let row = top; row <= bottom; row += 1) balance += Math.sign(readFigure(valueAt(grid, row, column), numberFormatAt(grid, row, column))?.value ?? 0);
  return (balance >= 0) === (side === 'better') ? 1 : -1;
}

/** A printed deviation with + for better, and the column that it stands in with the sign it has there; no column where a total prints both halves. */
export interface PrintedFigure {
  readonly value: number;
  readonly place: { readonly index: number; readonly sign: 1 | -1 } | null;
}

/** What a row prints as its deviation; undefined where it prints none. Of two halves, the better one counts up and the worse one down. */
export function printedFigure(variance: DraftColumn, row: Pick<DraftRow, 'values'>): PrintedFigure | undefined {
  const own = row.values.get(variance.index);
  if (variance.half === undefined) return own === undefined ? undefined : { value: own, place: { index: variance.index, sign: 1 } };
  const { sign, other } = variance.half;
  const theirs = row.values.get(other.index);
  if (own === undefined && theirs === undefined) return undefined;
  const isOwn = (own ?? 0) !== 0 || theirs === undefined;
  const place = (own ?? 0) !== 0 && (theirs ?? 0) !== 0 ? null : isOwn ? { index: variance.index, sign } : other;
  return { value: sign * (own ?? 0) + other.sign * (theirs ?? 0), place };
}
