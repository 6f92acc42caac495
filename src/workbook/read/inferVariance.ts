import { columnLetters } from '../address';
import { numberFormatAt, valueAt, type SheetGrid } from '../grid';
import type { Field } from '../report';
import { readFigure } from './readFigure';
import type { DraftColumn } from './tableDraft';

/** Rows looked at; a relation that holds in so many rows holds in the table. */
const MOST_ROWS = 32;
const FEWEST_ROWS = 3;

const AMOUNTS: ReadonlySet<Field> = new Set<Field>(['budget', 'budgetToDate', 'actual', 'actualToDate', 'forecast']);

/**
 * Columns that their words do not tell, or call "Resultat", but whose figures are the difference between a budget and what it is compared with:
 * they are deviations. Rows where the difference is 0 prove nothing and are not counted; at least three must, and all must agree.
 * @param isOpen whether a column's words left it open
 */
export function inferVariance(grid: SheetGrid, columns: readonly DraftColumn[], top: number, bottom: number, isOpen: (column: DraftColumn) => boolean): readonly DraftColumn[] {
  const open = columns.filter(isOpen);
  const amounts = columns.filter((column) => AMOUNTS.has(column.field) && !open.includes(column));
  if (open.length === 0 || amounts.length < 2) return columns;
  return columns.map((column) => {
    const pair = open.includes(column) ? differenceOf(grid, column, amounts, top, bottom) : null;
    if (!pair) return column;
    return { ...column, field: 'variance' as const, confidence: 'likely' as const, reason: `Siffrorna är skillnaden mellan kolumn ${columnLetters(pair[0].index)} och ${columnLetters(pair[1].index)}` };
  });
}

function differenceOf(grid: SheetGrid, column: DraftColumn, amounts: readonly DraftColumn[], top: number, bottom: number): readonly [DraftColumn, DraftColumn] | null {
  for (const budget of amounts) {
    if (budget.field !== 'budget' && budget.field !== 'budgetToDate') continue;
    for (const compared of amounts) {
      if (compared.field === 'budget' || compared.field === 'budgetToDate') continue;
      if (isDifference(grid, column.index, budget.index, compared.index, top, bottom)) return [budget, compared];
    }
  }
  return null;
}

function isDifference(grid: SheetGrid, difference: number, one: number, other: number, top: number, bottom: number): boolean {
  let agreeing = 0;
  for (let row = top; row <= bottom && agreeing < MOST_ROWS; row += 1) {
    const [printed, a, b] = [difference, one, other].map((column) => readFigure(valueAt(grid, row, column), numberFormatAt(grid, row, column))?.value);
    if (printed === undefined || a === undefined || b === undefined) continue;
    const expected = Math.abs(a - b);
    if (expected === 0 && printed === 0) continue;
    if (Math.abs(Math.abs(printed) - expected) > 1e-6 * Math.max(1, expected)) return false;
    agreeing += 1;
  }
  return agreeing >= FEWEST_ROWS;
}

const COMPARED: ReadonlySet<Field> = new Set<Field>(['actual', 'actualToDate', 'forecast']);

/**
 * The column that a deviation compares with the budget, where no heading says which: "Summa" after the kinds of salary, when budget − summa is the
 * deviation in every row. It is taken for the outcome, to date where the budget is.
 */
export function inferOutcome(grid: SheetGrid, columns: readonly DraftColumn[], top: number, bottom: number): readonly DraftColumn[] {
  if (columns.some(({ field }) => COMPARED.has(field))) return columns;
  const budgets = columns.filter(({ field }) => field === 'budget' || field === 'budgetToDate');
  const variances = columns.filter(({ field }) => field === 'variance');
  for (const budget of budgets) {
    for (const variance of variances) {
      const outcome = columns.find((column) => column.field === 'other' && isDifference(grid, variance.index, budget.index, column.index, top, bottom));
      if (outcome === undefined) continue;
      const field: Field = budget.field === 'budgetToDate' ? 'actualToDate' : 'actual';
      const reason = `Kolumn ${columnLetters(variance.index)} är skillnaden mellan kolumn ${columnLetters(budget.index)} och denna`;
      return columns.map((column) => (column === outcome ? { ...column, field, confidence: 'likely' as const, reason } : column));
    }
  }
  return columns;
}
