import { sum } from './decimal';
import type { Fault } from './fault';

/** The three ways from the outcome to date to a full year; shown side by side, the controller chooses. */
export type ForecastMethod = 'linear' | 'remainingBudget' | 'seasonal';

/**
 * The full year if every month comes to be like those behind us: outcome to date ÷ month × 12.
 * @param month months behind us, 1–12
 * @example linearForecast(7249, 10) // 8698.8
 */
export function linearForecast(actualToDate: number, month: number): number {
  return (actualToDate * 12) / month;
}

/**
 * The full year if the rest of it follows the budget: outcome to date + (full-year budget − budget to date).
 * @example remainingBudgetForecast(7249, 13299, 4841) // 15707
 */
export function remainingBudgetForecast(actualToDate: number, budget: number, budgetToDate: number): number {
  return sum([actualToDate, budget, -budgetToDate]);
}

/**
 * The budget to date when the budget is spread evenly over the year: budget × month ÷ 12.
 * @example evenBudgetToDate(13299, 10) // 11082.5
 */
export function evenBudgetToDate(budget: number, month: number): number {
  return (budget * month) / 12;
}

/**
 * The full year if it has the seasons of last year: outcome to date × last year's full year ÷ last year to date.
 * @returns the forecast; 'zero-base' where last year to date is 0
 * @example seasonalForecast(7249, 5745, 9459) // 11935.3…
 */
export function seasonalForecast(actualToDate: number, previousToDate: number, previous: number): number | Fault {
  return previousToDate === 0 ? 'zero-base' : (actualToDate * previous) / previousToDate;
}
