import { avvikelse } from '../../core/avvikelse';
import { columnPairs, type ColumnPair, type PrintedDeviation } from './comparisons';
import { conventionOf, type SignReading } from './detectSignRule';
import type { DraftRow } from './draftRow';
import { partRank } from './leadingDeviation';
import { printedFigure } from './splitDeviations';
import type { TableDraft } from './tableDraft';

/** A row's deviation, recomputed; + = överskott whatever the sheet prints. */
export interface RowVariance {
  readonly variance: number;
  /** Share of the size of the budget; left out where the budget is 0 and the other is not. */
  readonly variancePercent?: number;
}

export interface TableVariances {
  /** The comparisons that the table allows, the one behind `byRow` first. */
  readonly comparisons: readonly ColumnPair[];
  readonly byRow: ReadonlyMap<number, RowVariance>;
  /** Deviations to date, where the table compares to date. */
  readonly toDateByRow: ReadonlyMap<number, number>;
}

/**
 * Recomputes every row's deviation by the comparison that the table's own full-year deviation column makes; without one: outcome of the
 * year, else the latest forecast, else to date. Rows of positive revenue in a table of positive costs turn round.
 */
export function calculateVariances(draft: TableDraft, rows: readonly DraftRow[], deviations: readonly PrintedDeviation[], sign: SignReading): TableVariances {
  const comparisons = comparisonsOf(draft, withoutEarlierPeriods(rows, deviations));
  const byRow = new Map<number, RowVariance>();
  const toDateByRow = new Map<number, number>();
  if (sign.rule === null || draft.kind !== 'budget') return { comparisons, byRow, toDateByRow };
  const [main] = comparisons;
  const toDate = comparisons.find((pair) => pair.basis === 'toDate');
  for (const row of rows) {
    if (row.kind === 'section' || row.kind === 'note') continue;
    const { rule } = conventionOf(sign, sign.rule, row.row);
    const figures = main === undefined ? null : comparedFigures(row, main, deviations);
    if (figures !== null) {
      const variance = avvikelse(figures.budget, figures.compared, rule);
      const percent = figures.budget === 0 ? (figures.compared === 0 ? 0 : undefined) : variance / Math.abs(figures.budget);
      byRow.set(row.row, { variance, ...(percent === undefined ? {} : { variancePercent: percent }) });
    }
    const hittills = toDate === undefined ? null : comparedFigures(row, toDate, deviations);
    if (hittills !== null) toDateByRow.set(row.row, avvikelse(hittills.budget, hittills.compared, rule));
  }
  return { comparisons, byRow, toDateByRow };
}

/** The two figures of a row; an empty one, or a dash, counts as 0 only where the table prints a deviation for the row. */
function comparedFigures(row: DraftRow, pair: ColumnPair, deviations: readonly PrintedDeviation[]): { readonly budget: number; readonly compared: number } | null {
  const budget = row.values.get(pair.budget.index);
  const compared = row.values.get(pair.compared.index);
  if (budget === undefined && compared === undefined) return null;
  if (budget === undefined || compared === undefined) {
    const isPrinted = deviations.some((deviation) => deviation.pair.budget === pair.budget && deviation.pair.compared === pair.compared && printedFigure(deviation.variance, row) !== undefined);
    const isInWords = [pair.budget, pair.compared].some(({ index }) => !row.values.has(index) && /[\p{L}\d]/u.test(row.texts.get(index) ?? ''));
    if (!isPrinted || isInWords) return null;
  }
  return { budget: budget ?? 0, compared: compared ?? 0 };
}

/** Of quarters, or of outcomes to date, that are each compared with their budget, the latest that is reported speaks for the table. */
function withoutEarlierPeriods(rows: readonly DraftRow[], deviations: readonly PrintedDeviation[]): readonly PrintedDeviation[] {
  const endOf = ({ pair: { compared: { period } } }: PrintedDeviation): number => {
    if (period?.kind === 'quarter') return (period.year ?? 0) * 12 + period.quarter * 3;
    return period?.kind === 'toDate' && period.month !== undefined ? (period.year ?? 0) * 12 + period.month : 0;
  };
  const isReported = ({ pair }: PrintedDeviation): boolean => rows.some((row) => (row.values.get(pair.compared.index) ?? 0) !== 0);
  const latest = Math.max(0, ...deviations.filter(isReported).map(endOf));
  return latest === 0 ? deviations : deviations.filter((deviation) => endOf(deviation) === 0 || endOf(deviation) === latest);
}

const preferredBasis: Readonly<Record<ColumnPair['basis'], number>> = { final: 0, forecast: 1, toDate: 2 };

function comparisonsOf(draft: TableDraft, all: readonly PrintedDeviation[]): readonly ColumnPair[] {
  const isOwn = (pair: ColumnPair): boolean => draft.kind === 'volumes' || !pair.budget.field.startsWith('volume');
  const deviations = all.filter(({ pair }) => isOwn(pair));
  const printed = deviations.filter((deviation) => deviation.pair.basis !== 'toDate').sort((a, b) => b.rows - a.rows || partRank(a.pair) - partRank(b.pair) || lateness(b.pair.compared) - lateness(a.pair.compared));
  const latest = new Map<string, ColumnPair>();
  const inOrder = columnPairs(draft).filter(isOwn).sort((a, b) => preferredBasis[a.basis] - preferredBasis[b.basis] || partRank(a) - partRank(b));
  const leading = printed[0]?.pair ?? deviations.find((deviation) => deviation.pair.basis === 'toDate' && !inOrder.some((pair) => pair.basis !== 'toDate'))?.pair;
  if (leading) latest.set(leading.basis, leading);
  for (const deviation of deviations) if (!latest.has(deviation.pair.basis)) latest.set(deviation.pair.basis, deviation.pair);
  for (const pair of inOrder) if (!latest.has(pair.basis)) latest.set(pair.basis, pair);
  const pairs = [...latest.values()];
  return leading ? [leading, ...pairs.filter((pair) => pair !== leading).sort(byBasis)] : pairs.sort(byBasis);
}

/** How late a forecast was made, by its month ("Prognos aug") or its number ("Prognos 2"); 0 where it says neither. */
function lateness({ field, period, asOf }: ColumnPair['compared']): number {
  if (field !== 'forecast') return 0;
  if (period !== undefined && 'month' in period && period.month !== undefined) return (period.year ?? 0) * 12 + period.month;
  return Number(/\d{1,2}$/u.exec(asOf ?? '')?.[0] ?? 0);
}

const byBasis = (a: ColumnPair, b: ColumnPair): number => preferredBasis[a.basis] - preferredBasis[b.basis];
