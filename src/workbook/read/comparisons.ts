import type { Field } from '../report';
import type { DraftRow } from './draftRow';
import { sharedDecimals } from './sharedDecimals';
import { printedFigure } from './splitDeviations';
import type { DraftColumn, TableDraft } from './tableDraft';

/** Two columns that may be set against each other, never an outcome to date against a whole year. */
export interface ColumnPair {
  readonly budget: DraftColumn;
  readonly compared: DraftColumn;
  readonly basis: 'toDate' | 'forecast' | 'final';
}

/** A printed deviation with the pair that it compares. */
export interface PrintedDeviation {
  readonly variance: DraftColumn;
  readonly pair: ColumnPair;
  /** Rows whose printed figure is compared − budget, budget − compared; of the rows that have all three. Both where both are 0. */
  readonly asCompared: number;
  readonly asBudget: number;
  readonly rows: number;
}

const moneyKinds = new Set(['budget', 'ledger', 'volumes', 'requirements', 'other']);

/**
 * Every pair of a budget and what may be compared with it; the latest decided budget and the latest forecast come first.
 * A column without a figure is not there yet: a comparison whose columns are missing is not made.
 * @param allowsTotal also pairs of a project's whole budget with a figure that does not say that it is one
 */
export function columnPairs(draft: TableDraft, allowsTotal = false): readonly ColumnPair[] {
  if (!moneyKinds.has(draft.kind)) return [];
  const columns = draft.columns;
  const of = (...fields: readonly Field[]): readonly DraftColumn[] => columns.filter((column) => fields.includes(column.field) && column.isEmpty !== true);
  const pairs: ColumnPair[] = [];
  const add = (budgets: readonly DraftColumn[], compared: readonly DraftColumn[], basis: ColumnPair['basis']): void => {
    for (const budget of [...budgets].reverse()) {
      for (const other of [...compared].reverse()) if (fit(budget, other, allowsTotal)) pairs.push({ budget, compared: other, basis });
    }
  };
  const years = of('budget').filter((column) => column.period?.kind !== 'quarter');
  add(years, of('actual').filter((column) => column.period?.kind !== 'toDate' && column.period?.kind !== 'quarter'), 'final');
  add(years, of('forecast'), 'forecast');
  const toDate = of('actualToDate');
  // An outcome without words for its period, beside budgets to date only, is to date.
  add(of('budgetToDate'), toDate.length > 0 || years.length > 0 ? toDate : of('actual').filter((column) => column.period?.kind !== 'fullYear'), 'toDate');
  add(of('volumeBudget'), of('volumeActual').filter((column) => column.period?.kind !== 'toDate'), 'final');
  add(of('volumeBudget'), of('volumeForecast'), 'forecast');
  return pairs;
}

/** A project's whole budget beside a forecast that does not say "total" is compared only where a printed deviation does so. */
const fit = (a: DraftColumn, b: DraftColumn, allowsTotal: boolean): boolean =>
  ((a.part ?? null) === (b.part ?? null) || (allowsTotal && [a.part, b.part].every((part) => part === undefined || part === 'total'))) && (a.year === undefined || b.year === undefined || a.year === b.year) && !areOfOtherPeriods(a, b);

/** Two figures to date whose months differ, or of two quarters. */
function areOfOtherPeriods({ period: a }: DraftColumn, { period: b }: DraftColumn): boolean {
  if (a?.kind === 'quarter' && b?.kind === 'quarter') return a.quarter !== b.quarter;
  return a?.kind === 'toDate' && b?.kind === 'toDate' && a.month !== undefined && b.month !== undefined && a.month !== b.month;
}

/** The printed deviation columns, each with the pair that most of its rows compare; those that no pair explains are left out. */
export function printedDeviations(draft: TableDraft, rows: readonly DraftRow[]): readonly PrintedDeviation[] {
  const pairs = columnPairs(draft, true);
  return draft.columns
    .filter((column) => (column.field === 'variance' || column.field === 'volumeVariance') && column.half?.side !== 'worse')
    .flatMap((variance): PrintedDeviation[] => {
      let best: PrintedDeviation | null = null;
      let bestScore = 0;
      for (const pair of pairs) {
        if ((variance.part ?? pair.budget.part ?? null) !== (pair.budget.part ?? null)) continue;
        const tried = tryPair(variance, pair, rows);
        // Words break ties between pairs that fit equally well.
        const score = tried.informative + wordBonus(variance, pair);
        // A deviation of something else agrees with a pair only by chance: last forecast's, one that adds up over the months.
        if (tried.informative > 0 && tried.agreeing * 2 >= tried.deviation.rows && score > bestScore) {
          best = tried.deviation;
          bestScore = score;
        }
      }
      return best === null ? [] : [best];
    });
}

function wordBonus(variance: DraftColumn, pair: ColumnPair): number {
  const speaksToDate = variance.period?.kind === 'toDate';
  const speaksFullYear = variance.period?.kind === 'fullYear';
  const isToDate = pair.basis === 'toDate';
  const bonus = (speaksToDate && isToDate) || (speaksFullYear && !isToDate) ? 0.4 : 0;
  return bonus + (pair.budget.part === 'net' ? 0.2 : 0) + (variance.year !== undefined && variance.year === pair.budget.year ? 0.1 : 0);
}

function tryPair(variance: DraftColumn, pair: ColumnPair, rows: readonly DraftRow[]): { readonly deviation: PrintedDeviation; readonly agreeing: number; readonly informative: number } {
  const room = pairRoom([variance, pair.budget, pair.compared], rows);
  let asCompared = 0;
  let asBudget = 0;
  let count = 0;
  let informative = 0;
  // Parts of a table may print their deviations in either direction.
  let agreeing = 0;
  for (const row of rows) {
    const printed = printedFigure(variance, row)?.value;
    const budget = row.values.get(pair.budget.index);
    const compared = row.values.get(pair.compared.index);
    if (printed === undefined || (budget === undefined && compared === undefined)) continue;
    count += 1;
    const difference = (compared ?? 0) - (budget ?? 0);
    const isCompared = Math.abs(printed - difference) <= room;
    const isBudget = Math.abs(printed + difference) <= room;
    if (isCompared) asCompared += 1;
    if (isBudget) asBudget += 1;
    if (isCompared || isBudget) agreeing += 1;
    if (isCompared !== isBudget) informative += 1;
  }
  return { deviation: { variance, pair, asCompared, asBudget, rows: count }, agreeing, informative };
}

/** What rounding leaves open in a relation between columns of a table: half a unit of their last decimal for each column that is rounded. */
export function pairRoom(columns: readonly DraftColumn[], rows: readonly DraftRow[]): number {
  const rounded = columns.map((column) => columnDecimals(column, rows)).filter((decimals) => decimals !== Infinity);
  return rounded.length === 0 ? 1e-6 : 0.5 * rounded.length * 10 ** -Math.max(...rounded) + 1e-6;
}

const remembered = new WeakMap<readonly DraftRow[], Map<number, number>>();

/** Decimals that a column's figures share; counted once per table. */
export function columnDecimals(column: DraftColumn, rows: readonly DraftRow[]): number {
  let known = remembered.get(rows);
  if (known === undefined) {
    known = new Map();
    remembered.set(rows, known);
  }
  let decimals = known.get(column.index);
  if (decimals === undefined) {
    decimals = sharedDecimals(rows.map((row) => row.values.get(column.index) ?? NaN));
    known.set(column.index, decimals);
  }
  return decimals;
}
