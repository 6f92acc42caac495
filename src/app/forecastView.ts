import { forecastAccuracy } from '../core/forecast';
import type { Threshold } from '../core/threshold';
import type { Comparison, ReportTable } from '../workbook/report';
import { avvikelseView } from './avvikelseView';

/** The bases in the order the pane offers them. */
export const BASES: readonly Comparison['basis'][] = ['toDate', 'forecast', 'final'];

/** The comparisons of a table on one basis, one for each column that is compared; the table's own order. */
export function comparisonsOn(table: ReportTable, basis: Comparison['basis']): readonly Comparison[] {
  const seen = new Set<string>();
  return (table.comparisons ?? []).filter((comparison) => {
    if (comparison.basis !== basis || seen.has(comparison.compared)) return false;
    seen.add(comparison.compared);
    return true;
  });
}

/** The comparison to show first: the outcome of a closed year, else what the table's own avvikelse compares. */
export function firstComparison(table: ReportTable): Comparison | null {
  return table.comparisons?.[0] ?? null;
}

/** Forecasts that a forecast may be set against: the others of the table with the same part (costs, revenue, net), latest first. */
export function earlierForecasts(table: ReportTable, comparison: Comparison): readonly Comparison[] {
  if (comparison.basis !== 'forecast') return [];
  const part = (one: Comparison): string | undefined => table.columns.find((column) => column.column === one.compared)?.part;
  return comparisonsOn(table, 'forecast').filter((other) => other.compared !== comparison.compared && part(other) === part(comparison));
}

/** A short name of what a comparison compares: "Prognos okt", else the heading. */
export function comparedName(table: ReportTable, comparison: Comparison): string {
  const column = table.columns.find((one) => one.column === comparison.compared);
  if (column === undefined) return comparison.compared;
  if (column.asOf !== undefined && column.asOf !== '' && column.part === undefined && comparison.basis === 'forecast') {
    return /^prognos/i.test(column.asOf) ? column.asOf : `Prognos ${column.asOf}`;
  }
  return column.header;
}

/** How the forecasts of a table's total came out, as avvikelser in the unit of the table. */
export interface ForecastReview {
  /** The earliest first. */
  readonly forecasts: readonly { readonly name: string; readonly amount: number }[];
  readonly outcome: number;
  /** The name of the latest forecast. */
  readonly latest: string;
  /** How the year ended against the latest forecast: + better, − worse (the forecast was too optimistic). */
  readonly bias: number;
}

/** The forecasts of a table's total beside its outcome; null unless it has both. */
export function forecastReview(table: ReportTable, threshold: Threshold): ForecastReview | null {
  const final = comparisonsOn(table, 'final')[0];
  const part = (one: Comparison): string | undefined => table.columns.find((column) => column.column === one.compared)?.part;
  if (final === undefined) return null;
  const outcome = avvikelseView(table, final, { threshold })?.total.amount;
  const forecasts = comparisonsOn(table, 'forecast').filter((one) => part(one) === part(final)).flatMap((comparison) => {
    const amount = avvikelseView(table, comparison, { threshold })?.total.amount;
    return amount === undefined ? [] : [{ name: comparedName(table, comparison), amount }];
  });
  const latest = forecasts[0];
  if (outcome === undefined || latest === undefined) return null;
  // Avvikelser are + where it is better for the board, as amounts of a table with negative costs.
  const [accuracy] = forecastAccuracy([{ reportingPoint: latest.name, forecast: latest.amount, outcome }], 'costs-negative');
  return { forecasts: [...forecasts].reverse(), outcome, latest: latest.name, bias: accuracy?.bias ?? 0 };
}
