import type { Unit } from '../core/amount';
import { avvikelse, avvikelsePercent } from '../core/avvikelse';
import { isOverThreshold, type Threshold } from '../core/threshold';
import type { SignRule } from '../core/signRule';
import { totalDifference } from '../core/totalDifference';
import { cellAddress } from '../workbook/address';
import { isTurnedRevenue, leafRows, rowSignRule, totalRowOf } from '../workbook/budgetRows';
import { figurePlace, reportRowOf } from '../workbook/figurePlace';
import type { Comparison, Finding, ReportColumn, ReportRow, ReportTable } from '../workbook/report';
import { rowKeys } from '../workbook/write/rowKey';

/** One row of the ranked list; amounts in the unit of the table, + = överskott. */
export interface AvvikelseRow {
  readonly row: number;
  /** Names the row from one reading to the next, for its comment and its mark as a one-off item. */
  readonly key: string;
  readonly label: string;
  readonly budget: number;
  readonly compared: number;
  readonly amount: number;
  /** A share of |budget|; null where the budget is 0. */
  readonly share: number | null;
  /** A1 without the sheet: the printed avvikelse, else the figure that is compared. */
  readonly cell: string;
  /** How the row is signed: the table's rule, unless the row is revenue that turns round or stands in a part with a rule of its own. */
  readonly signRule: SignRule;
  /** A revenue row in a table where costs stand without a minus: compared − budget. */
  readonly isTurned: boolean;
  /** An error in the row's own figures. */
  readonly hasError: boolean;
  /** Change against an earlier forecast; null without one. */
  readonly change: number | null;
  /** What the earlier forecast gave; null without one. */
  readonly earlier: number | null;
}

export interface AvvikelseTotal {
  readonly row: number | null;
  readonly budget: number;
  readonly compared: number;
  readonly amount: number;
  readonly share: number | null;
  readonly cell: string | null;
  readonly change: number | null;
}

/** The ranked list of one comparison: rows + rest + rounding = total. */
export interface AvvikelseView {
  readonly rows: readonly AvvikelseRow[];
  readonly below: readonly AvvikelseRow[];
  readonly restAmount: number;
  readonly restChange: number | null;
  readonly rounding: number | null;
  readonly roundingChange: number | null;
  /** The rest is more than rounding explains. */
  readonly isDifference: boolean;
  readonly total: AvvikelseTotal;
  readonly count: number;
}

export interface AvvikelseViewOptions {
  readonly threshold: Threshold;
  readonly showAll?: boolean;
  /** The forecast to show the change from. */
  readonly earlier?: Comparison;
  readonly findings?: readonly Finding[];
}

/** Tables that can be compared: a budget table with a sign rule and at least one comparison; one that lies on its side is stood up. */
export function comparableTables(tables: readonly ReportTable[]): readonly ReportTable[] {
  return tables.map((table) => table.upright ?? table).filter((table) => table.kind === 'budget' && table.signRule !== null && (table.comparisons?.length ?? 0) > 0 && leafRows(table).length > 0);
}

/**
 * Ranks the avvikelser of a table by size, those that reach the threshold first; the rest and what rounding leaves follow, so that
 * the list always sums to the total.
 * @param table a comparable table; a table without a sign rule gives null
 */
export function avvikelseView(table: ReportTable, comparison: Comparison, options: AvvikelseViewOptions): AvvikelseView | null {
  const { signRule } = table;
  if (signRule === null) return null;
  const errors = new Set(
    (options.findings ?? []).filter((finding) => finding.severity === 'error' && finding.sheet === table.sheet && finding.cause === undefined).map((finding) => reportRowOf(table, finding.cell)),
  );
  const keys = rowKeys(table);
  const compare = (row: ReportRow): AvvikelseRow | null => {
    const compared = compareRow(table, row, comparison, options.earlier);
    return compared === null ? null : { ...compared, key: keys.get(row.row) ?? row.label, hasError: errors.has(row.row) };
  };
  const all = leafRows(table).flatMap((row) => compare(row) ?? []);
  const unit: Unit = table.unit ?? 'tkr';
  const ranked = [...all].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.row - b.row);
  const rows = ranked.filter((row) => options.showAll === true || isOverThreshold(row.amount, row.budget, unit, options.threshold));
  const below = ranked.filter((row) => !rows.includes(row));
  const sum = (of: (row: AvvikelseRow) => number): number => all.reduce((total, row) => total + of(row), 0);
  const totalRow = totalRowOf(table);
  const printedTotal = totalRow === null ? null : compare(totalRow);
  const total: AvvikelseTotal = printedTotal ?? {
    row: null, budget: sum((row) => row.budget), compared: sum((row) => row.compared), amount: sum((row) => row.amount), cell: null,
    share: shareOf(sum((row) => row.amount), sum((row) => row.budget)), change: all.every((row) => row.change !== null) && all.length > 0 ? sum((row) => row.change ?? 0) : null,
  };
  const restAmount = below.reduce((rest, row) => rest + row.amount, 0);
  const hasChange = total.change !== null;
  const figures = [...all, total].flatMap((row) => [row.budget, row.compared]);
  const difference = printedTotal === null ? null : totalDifference(total.amount, all.map((row) => row.amount), figures);
  return {
    rows, below, restAmount, rounding: difference?.amount ?? null, total, count: all.length,
    restChange: hasChange ? below.reduce((rest, row) => rest + (row.change ?? 0), 0) : null,
    roundingChange: hasChange && printedTotal !== null ? (total.change ?? 0) - sum((row) => row.change ?? 0) : null,
    isDifference: difference?.judgement === 'difference',
  };
}

function compareRow(table: ReportTable, row: ReportRow, comparison: Comparison, earlier: Comparison | undefined): Omit<AvvikelseRow, 'key' | 'hasError'> | null {
  const budget = row.values[comparison.budget];
  const compared = row.values[comparison.compared];
  if (budget === undefined || compared === undefined || table.signRule === null) return null;
  const rule = rowSignRule(row, table.signRule);
  const share = avvikelsePercent(budget, compared, rule);
  const amount = avvikelse(budget, compared, rule);
  const place = figurePlace(table, row.row, avvikelseColumn(table, comparison) ?? comparison.compared);
  const earlierBudget = earlier === undefined ? undefined : row.values[earlier.budget];
  const earlierCompared = earlier === undefined ? undefined : row.values[earlier.compared];
  const before = earlierBudget === undefined || earlierCompared === undefined ? null : avvikelse(earlierBudget, earlierCompared, rule);
  return {
    row: row.row, label: row.label, budget, compared, amount, share: typeof share === 'number' ? share : null, signRule: rule, isTurned: isTurnedRevenue(table, row),
    cell: cellAddress(place.row, place.column), earlier: before, change: before === null ? null : amount - before,
  };
}

/** The column that prints this comparison's avvikelse: the first one to the right of what it compares; null when the table prints none. */
function avvikelseColumn(table: ReportTable, comparison: Comparison): string | null {
  if ((table.comparisons?.length ?? 0) === 1) return table.columns.find((column) => column.field === 'variance')?.column ?? null;
  const from = table.columns.findIndex((column) => column.column === comparison.compared);
  const next = table.columns.slice(from + 1).find((column) => !isLabelling(column));
  return next?.field === 'variance' ? next.column : null;
}

const isLabelling = (column: ReportColumn): boolean => ['label', 'code', 'area', 'comment', 'other'].includes(column.field);

function shareOf(amount: number, budget: number): number | null {
  return budget === 0 ? null : amount / Math.abs(budget);
}
