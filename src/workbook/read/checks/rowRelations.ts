import { formulaAt } from '../../grid';
import type { Field, FindingCode, Part } from '../../report';
import { pairRoom, type PrintedDeviation } from '../comparisons';
import { conventionOf } from '../detectSignRule';
import { figureColumns } from '../figureColumns';
import { leadingDeviation } from '../leadingDeviation';
import { printedDirection } from '../partSigns';
import type { ReadTable } from '../readTable';
import { printedFigure } from '../splitDeviations';
import type { DraftColumn } from '../tableDraft';
import { establishFamily, relationOf, type Relation, type RelationDraft } from './relations';

type SignedColumn = { readonly column: DraftColumn; readonly sign: 1 | -1 };

/** Every figure of a table that other columns of its row give: deviations, nets of costs and revenue, months added up, what remains. */
export function rowRelations(table: ReadTable): readonly Relation[] {
  return [...varianceRelations(table), ...monthlyVarianceRelations(table), ...netRelations(table), ...monthRelations(table), ...remainingRelations(table), ...changeRelations(table)];
}

function varianceRelations(table: ReadTable): readonly Relation[] {
  const { rule } = table.sign;
  const leading = leadingDeviation(table.deviations);
  return table.deviations.flatMap((deviation) => {
    const { variance, pair, asCompared, asBudget } = deviation;
    const hasOwnDirection = deviation !== leading && isPrintedOtherwise(table, deviation, leading);
    const comparedFirst = asCompared > asBudget || (asCompared === asBudget && table.sign.rule === 'costs-negative');
    const family = table.rows.flatMap((row): RelationDraft[] => {
      if (!row.values.has(pair.budget.index) && !row.values.has(pair.compared.index)) return [];
      const printed = printedFigure(variance, row);
      if (printed === undefined || printed.place === null) return [];
      // A column of deficits says nothing of a row with a surplus, and its total may be that of the deficits.
      if (variance.isOneSided === true && (printed.value === 0 || row.sum !== undefined)) return [];
      const expected = table.draft.kind === 'budget' && rule !== null && !hasOwnDirection ? printedDirection(conventionOf(table.sign, rule, row.row)) : comparedFirst ? 1 : -1;
      const sign = expected === printed.place.sign ? (1 as const) : (-1 as const);
      const cells = [{ row: row.row, column: pair.compared.index, sign }, { row: row.row, column: pair.budget.index, sign: sign === 1 ? (-1 as const) : (1 as const) }];
      const relation = relationOf(table, 'variance', 'variance-mismatch', { row: row.row, column: printed.place.index }, cells);
      // Of counts more can be better or worse: a cost per hour beside hours is signed as its row wants it.
      const isTurnedCount = table.draft.kind === 'volumes' && relation !== null && relation.judgement === 'error' && Math.abs(relation.total.value + relation.expected) <= relation.tolerance;
      return isTurnedCount ? [] : [...present(relation)];
    });
    return established(table, family);
  });
}

/** Budget, outcome and deviation under each month: the two columns of the deviation's own month. A row of the other side may print it turned. */
function monthlyVarianceRelations(table: ReadTable): readonly Relation[] {
  const explained = new Set(table.deviations.map(({ variance }) => variance.index));
  const monthOf = ({ period }: DraftColumn): string | null => (period?.kind === 'month' ? `${String(period.year)}-${String(period.month)}` : null);
  return table.draft.columns.flatMap((variance) => {
    if (variance.field !== 'variance' || explained.has(variance.index) || monthOf(variance) === null) return [];
    const amounts = table.draft.columns.filter((column) => column.field === 'month' && monthOf(column) === monthOf(variance));
    const variants = amounts.flatMap((one) => amounts.flatMap((other): (readonly SignedColumn[])[] => (one === other ? [] : [[{ column: one, sign: 1 }, { column: other, sign: -1 }]])));
    return bestFamily(table, 'variance', variance, variants, 'variance-mismatch').filter(({ total, expected, tolerance, judgement }) => judgement !== 'error' || Math.abs(total.value + expected) > tolerance);
  });
}

const FEWEST_ROWS = 3;

/**
 * A column of deviations that its rows print the other way than the table does: that of revenue beside costs, both without a minus. Where the heading
 * tells that the column is of another side, most rows decide; else all must agree.
 */
function isPrintedOtherwise(table: ReadTable, { variance, pair }: PrintedDeviation, leading: PrintedDeviation | undefined): boolean {
  const { rule } = table.sign;
  if (rule === null) return false;
  const room = pairRoom([variance, pair.budget, pair.compared], table.rows);
  let otherwise = 0;
  let alike = 0;
  for (const row of table.rows) {
    const difference = (row.values.get(pair.compared.index) ?? 0) - (row.values.get(pair.budget.index) ?? 0);
    const printed = printedFigure(variance, row)?.value;
    if (printed === undefined || Math.abs(difference) <= room) continue;
    const direction = printedDirection(conventionOf(table.sign, rule, row.row));
    if (Math.abs(printed - direction * difference) <= room) alike += 1;
    if (Math.abs(printed + direction * difference) <= room) otherwise += 1;
  }
  return otherwise >= FEWEST_ROWS && (pair.budget.part === leading?.pair.budget.part ? alike === 0 : alike * FEWEST_ROWS <= otherwise);
}

function netRelations(table: ReadTable): readonly Relation[] {
  const groups = new Map<string, Map<Part, DraftColumn>>();
  for (const column of table.draft.columns) {
    if (column.part === undefined || column.part === 'total') continue;
    const key = [column.field, column.year ?? '', column.asOf ?? '', ...column.path.slice(0, -1)].join('|');
    const group = groups.get(key) ?? new Map<Part, DraftColumn>();
    if (!group.has(column.part)) group.set(column.part, column);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => {
    const [costs, revenue, net] = [group.get('costs'), group.get('revenue'), group.get('net')];
    if (!costs || !revenue || !net) return [];
    const variants: readonly (readonly SignedColumn[])[] = [
      [{ column: costs, sign: 1 }, { column: revenue, sign: 1 }],
      [{ column: costs, sign: 1 }, { column: revenue, sign: -1 }],
      [{ column: revenue, sign: 1 }, { column: costs, sign: -1 }],
    ];
    return bestFamily(table, 'net', net, variants);
  });
}

const monthTotals: ReadonlySet<Field> = new Set<Field>(['actualToDate', 'actual', 'forecast', 'budget', 'budgetToDate', 'other']);

function monthRelations(table: ReadTable): readonly Relation[] {
  const byYear = new Map<number | undefined, DraftColumn[]>();
  for (const column of figureColumns(table.draft)) {
    if (column.field === 'month' || column.period?.kind === 'quarter') byYear.set(column.year ?? column.period?.year, [...(byYear.get(column.year ?? column.period?.year) ?? []), column]);
  }
  return [...byYear.values()].flatMap((months) => {
    if (months.length < 3) return [];
    const variants = months.map((_, index) => months.slice(0, months.length - index).map((column): SignedColumn => ({ column, sign: 1 }))).filter((variant) => variant.length > 1);
    const totals = table.draft.columns.filter((column) => monthTotals.has(column.field) && column.period?.kind !== 'quarter');
    const sums = (columns: readonly DraftColumn[]): readonly Relation[] => columns.flatMap((total) => bestFamily(table, 'months', total, variants));
    const isPlan = (column: DraftColumn): boolean => column.field === 'budget' || column.field === 'budgetToDate';
    const outcome = sums(totals.filter((column) => !isPlan(column)));
    // Months that add up to the outcome are no budget's, however near the budget comes.
    return outcome.length > 0 ? outcome : sums(totals.filter(isPlan));
  });
}

const neverMinuend: ReadonlySet<Field> = new Set<Field>(['remaining', 'variance', 'variancePercent', 'share', 'previous', 'month', 'other']);

function remainingRelations(table: ReadTable): readonly Relation[] {
  const columns = figureColumns(table.draft).filter((column) => !neverMinuend.has(column.field)).slice(0, 12);
  return table.draft.columns.filter((column) => column.field === 'remaining').flatMap((remaining) => {
    const variants = columns.flatMap((a) => columns.flatMap((b): (readonly SignedColumn[])[] => (a === b ? [] : [[{ column: a, sign: 1 }, { column: b, sign: -1 }]])));
    return bestFamily(table, 'remaining', remaining, variants);
  });
}

function changeRelations(table: ReadTable): readonly Relation[] {
  const original = table.draft.columns.find((column) => column.field === 'budgetOriginal');
  const changes = table.draft.columns.filter((column) => column.field === 'budgetChange');
  if (original === undefined || changes.length === 0) return [];
  const variant = [original, ...changes].map((column): SignedColumn => ({ column, sign: 1 }));
  return table.draft.columns.filter((column) => column.field === 'budget').flatMap((budget) => bestFamily(table, 'change', budget, [variant]));
}

/** The family of the variant that most rows bear out; none where fewer than three quarters do. */
function bestFamily(table: ReadTable, kind: Relation['kind'], total: DraftColumn, variants: readonly (readonly SignedColumn[])[], code: FindingCode = 'sum-mismatch'): readonly Relation[] {
  let best: readonly SignedColumn[] | null = null;
  let bestHolding = 0;
  const sample = informativeRows(table, total);
  for (const variant of variants) {
    const room = pairRoom([total, ...variant.map(({ column }) => column)], table.rows);
    let holding = 0;
    for (const row of sample) {
      const values = variant.map(({ column, sign }) => sign * (row.values.get(column.index) ?? 0));
      if (values.filter((value) => value !== 0).length === 0) continue;
      if (Math.abs(values.reduce((sum, value) => sum + value, 0) - (row.values.get(total.index) ?? 0)) <= room) holding += 1;
    }
    if (holding > bestHolding) {
      best = variant;
      bestHolding = holding;
    }
  }
  if (best === null || bestHolding < 2 || bestHolding < 0.7 * sample.length) return [];
  const chosen = best;
  const family = table.rows.flatMap((row) => present(relationOf(table, kind, code, { row: row.row, column: total.index }, chosen.map(({ column, sign }) => ({ row: row.row, column: column.index, sign })))));
  return established(table, family);
}

const sampleSize = 32;

/** Rows whose total says something; the first, so that the vote does not grow with the table. */
const informativeRows = (table: ReadTable, total: DraftColumn): ReadTable['rows'] => {
  const telling: ReadTable['rows'][number][] = [];
  for (const row of table.rows) {
    if ((row.values.get(total.index) ?? 0) !== 0) telling.push(row);
    if (telling.length === sampleSize) break;
  }
  return telling;
};

const present = (relation: RelationDraft | null): readonly RelationDraft[] => (relation === null ? [] : [relation]);

/** Rows of one family bear each other out; a cell's own formula over the very terms does too. */
const established = (table: ReadTable, family: readonly RelationDraft[]): readonly Relation[] =>
  establishFamily(family, (relation) => relation.kind === 'months' && formulaAt(table.draft.grid, relation.total.row, relation.total.column) !== null, 0.7);
