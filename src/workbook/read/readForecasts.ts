import { convertAmount } from '../../core/amount';
import { cellAddress } from '../address';
import { figurePlace, rowName } from '../figurePlace';
import { valueAt } from '../grid';
import type { PlanForecast, SourceCell } from '../plan';
import type { Comparison, ReportRow, ReportTable } from '../report';
import { roundedTkr, type PlanTable } from './planTable';
import { verksamhetKey } from './verksamhetName';

/** Words of accounts: a table whose rows are kinds of cost says nothing about verksamheter. */
const COST_KIND = /^(summa |totalt |övriga? )?(personal|löner|lokal|hyror|intäkter|kostnader|köp av|material|taxor|avgifter|bidrag|statsbidrag|kapital|avskrivning|internhyra|tjänster|försäljning|nettokostnad|resultat|konsult|transport|livsmedel|förbrukning|verksamhetens)/iu;

/** A row that repeats some of the row above it. */
const PART_OF_ANOTHER = /^(varav|därav)(?!\p{L})/iu;

/** The deviations of one table, and what they compare. */
export interface ForecastChoice {
  readonly table: ReportTable;
  readonly basis: 'forecast' | 'final';
  readonly forecasts: readonly PlanForecast[];
}

/**
 * Chooses the ONE table that the requirements follow from where the source names none: its rows are verksamheter, it compares the full
 * year (a forecast before a final outcome), and it has the most rows. A table with less than half of the money of another tells only
 * of a part (one area, the investments) and is left aside.
 */
export function chooseForecastTable(plans: readonly PlanTable[]): ForecastChoice | null {
  const choices = plans.flatMap((plan) => {
    const { table } = plan;
    const items = table.rows.filter((row) => row.kind === 'item' && row.label !== '' && row.variance !== undefined && !PART_OF_ANOTHER.test(row.label));
    const comparison = table.comparisons?.find((entry) => entry.basis !== 'toDate');
    const kinds = items.filter((row) => COST_KIND.test(row.label)).length;
    if (comparison === undefined || comparison.basis === 'toDate' || table.signRule === null || table.unit === null) return [];
    if (items.length < 2 || kinds * 3 > items.length) return [];
    const names = distinctNames(table, items);
    const forecasts = items.flatMap((row) => forecastOf(plan, row, comparison, names.get(row.row) ?? row.label) ?? []);
    return [{ table, basis: comparison.basis, forecasts }];
  });
  const largest = Math.max(...choices.map(budgetSize));
  const whole = choices.filter((choice) => budgetSize(choice) * 2 >= largest);
  const rank = (choice: ForecastChoice): number => (choice.basis === 'forecast' ? 1 : 0);
  return whole.reduce<ForecastChoice | null>(
    (best, choice) =>
      best === null || choice.forecasts.length > best.forecasts.length || (choice.forecasts.length === best.forecasts.length && rank(choice) > rank(best))
        ? choice
        : best,
    null,
  );
}

/** How much money a table speaks of, in tkr. */
function budgetSize({ forecasts }: ForecastChoice): number {
  return forecasts.reduce((sum, { budget }) => sum + Math.abs(Number(budget.value)) * budget.toTkr, 0);
}

function forecastOf(plan: PlanTable, row: ReportRow, comparison: Comparison, verksamhet: string): PlanForecast | null {
  const budget = numberCell(plan, row, comparison.budget);
  const compared = numberCell(plan, row, comparison.compared);
  if (budget === null || compared === null || row.variance === undefined) return null;
  const difference = Number(compared.value) - Number(budget.value);
  // The row's own judgement (a revenue row of a table without minus signs turns round) decides the direction.
  const sign = Math.abs(difference - row.variance) <= Math.abs(difference + row.variance) ? 1 : -1;
  return { verksamhet, avvikelseTkr: roundedTkr(sign * difference * budget.toTkr), budget, compared, sign };
}

function numberCell(plan: PlanTable, row: ReportRow, column: string): SourceCell | null {
  const value = row.values[column];
  if (value === undefined) return null;
  const unit = plan.table.columns.find((entry) => entry.column === column)?.unit ?? plan.table.unit;
  const place = figurePlace(plan.table, row.row, column);
  const raw = valueAt(plan.grid, place.row, place.column);
  return {
    sheet: plan.table.sheet,
    cell: cellAddress(place.row, place.column),
    value,
    toTkr: convertAmount(1, unit ?? 'tkr', 'tkr'),
    ...(typeof raw === 'string' ? { isText: true as const } : {}),
  };
}

/**
 * Names that tell the rows of a table apart: "Externa placeringar" under two headings becomes "Externa placeringar (Äldreomsorg)" and
 * "Externa placeringar (LSS)". A name that stands once is left as it is.
 */
function distinctNames(table: ReportTable, items: readonly ReportRow[]): ReadonlyMap<number, string> {
  const counts = new Map<string, number>();
  for (const row of items) counts.set(verksamhetKey(row.label), (counts.get(verksamhetKey(row.label)) ?? 0) + 1);
  return new Map(
    items.map((row) => {
      if (counts.get(verksamhetKey(row.label)) === 1) return [row.row, row.label];
      return [row.row, `${row.label} (${parentName(table, row) ?? rowName(table, row.row)})`];
    }),
  );
}

/** The nearest heading above the row, else the name of the sum it belongs to; a bare "Summa" names nothing. */
function parentName(table: ReportTable, row: ReportRow): string | undefined {
  const above = [...table.rows].reverse().find((other) => other.row < row.row && other.kind === 'section' && other.label !== '');
  if (above !== undefined) return above.label;
  const sum = table.rows.find((other) => other.kind === 'sum' && other.parts?.includes(row.row));
  const name = sum?.label.replace(/^(summa|s:a|totalt|total)\b:?/iu, '').trim() ?? '';
  return name === '' ? undefined : name;
}
