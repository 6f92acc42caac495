import { avvikelse } from './avvikelse';
import { sum } from './decimal';
import type { Fault } from './fault';
import type { SignRule } from './signRule';

/** The three ways from the outcome to date to a full year; shown side by side, the controller chooses. */
export type ForecastMethod = 'linear' | 'remainingBudget' | 'seasonal';

/**
 * The full year if every month comes to be like those behind us: outcome to date ÷ month × 12.
 * @param actualToDate January to the month, in the unit and by the sign rule of the table; the forecast has both
 * @param month months behind us, 1–12
 * @example linearForecast(7249, 10) // 8698.8
 */
export function linearForecast(actualToDate: number, month: number): number {
  return (actualToDate * 12) / month;
}

/**
 * The full year if the rest of it follows the budget: outcome to date + (full-year budget − budget to date).
 * All three in one unit and by one sign rule, which the forecast has too.
 * @example remainingBudgetForecast(7249, 13299, 4841) // 15707
 */
export function remainingBudgetForecast(actualToDate: number, budget: number, budgetToDate: number): number {
  return sum([actualToDate, budget, -budgetToDate]);
}

/**
 * The budget to date when the budget is spread evenly over the year: budget × month ÷ 12.
 * @param month months behind us, 1–12
 * @example evenBudgetToDate(13299, 10) // 11082.5
 */
export function evenBudgetToDate(budget: number, month: number): number {
  return (budget * month) / 12;
}

/**
 * The full year if it has the seasons of last year: outcome to date × last year's full year ÷ last year to date.
 * @param previousToDate last year, January to the same month
 * @param previous last year's full year
 * @returns the forecast; 'zero-base' where last year to date is 0
 * @example seasonalForecast(7249, 5745, 9459) // 11935.3…
 */
export function seasonalForecast(actualToDate: number, previousToDate: number, previous: number): number | Fault {
  return previousToDate === 0 ? 'zero-base' : (actualToDate * previous) / previousToDate;
}

/** A forecast made at a reporting point ("Augusti", "T2") and what the year then gave. */
export interface ForecastOutcome {
  readonly reportingPoint: string;
  readonly forecast: number;
  readonly outcome: number;
}

/** How the forecasts of one reporting point have hit. */
export interface ForecastAccuracy {
  readonly reportingPoint: string;
  readonly count: number;
  /** Mean of the outcome's avvikelse from the forecast: + = the years ended better than forecast (too cautious), − = worse. */
  readonly bias: number;
  /** Mean of the sizes of the same: how far off a forecast is, whichever way. */
  readonly meanAbsoluteDeviation: number;
}

/**
 * Bias and mean absolute deviation of earlier forecasts, per reporting point in the order they first occur.
 * @param pairs one per forecast and year, all in one unit and by one sign rule
 * @example forecastAccuracy([{ reportingPoint: 'T1', forecast: -100, outcome: -104 }, { reportingPoint: 'T1', forecast: -110, outcome: -108 }], 'costs-negative')
 * // [{ reportingPoint: 'T1', count: 2, bias: -1, meanAbsoluteDeviation: 3 }]
 */
export function forecastAccuracy(pairs: readonly ForecastOutcome[], rule: SignRule): readonly ForecastAccuracy[] {
  const missesByPoint = new Map<string, number[]>();
  for (const { reportingPoint, forecast, outcome } of pairs) {
    const misses = missesByPoint.get(reportingPoint) ?? [];
    misses.push(avvikelse(forecast, outcome, rule));
    missesByPoint.set(reportingPoint, misses);
  }
  return [...missesByPoint].map(([reportingPoint, misses]) => ({
    reportingPoint,
    count: misses.length,
    bias: sum(misses) / misses.length,
    meanAbsoluteDeviation: sum(misses.map(Math.abs)) / misses.length,
  }));
}
