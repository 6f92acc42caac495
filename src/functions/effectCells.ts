import { arseffekt, helarseffekt, resteffekt } from '../core/arseffekt';
import { evenBudgetToDate, linearForecast, remainingBudgetForecast, seasonalForecast, type ForecastMethod } from '../core/forecast';
import { isMonthNumber, isSerial, isYear } from '../core/month';
import { amountReader, dayReader, isEmptyAt, numberAt, readNumbers, readWords, wordAt, type OptionalCells } from './operand';
import { commonShape, spill, type CellResult } from './spill';
import { toCell, toCellError } from './toCellError';

const methods: ReadonlyMap<string, ForecastMethod> = new Map([
  ['linjär', 'linear'],
  ['restbudget', 'remainingBudget'],
  ['säsong', 'seasonal'],
]);

type EffectFormula = (amount: number, start: number, year: number, end: number, ramp: number) => ReturnType<typeof arseffekt>;

function effectCells(amount: OptionalCells, start: OptionalCells, year: OptionalCells, end: OptionalCells, ramp: OptionalCells, calculate: EffectFormula): CellResult[][] {
  const amounts = readNumbers(amount, amountReader());
  const starts = readNumbers(start, dayReader('first'));
  const years = readNumbers(year);
  const ends = readNumbers(end, dayReader('last'));
  const ramps = readNumbers(ramp);
  return spill(commonShape([amount, start, year, end, ramp]), [amounts, starts, years, ends, ramps], (k) => {
    const first = numberAt(starts, k);
    const last = numberAt(ends, k);
    const calendarYear = numberAt(years, k);
    // The desktop hands over an empty cell as 0, which is no day and no year.
    if (isEmptyAt(amounts, k) || first === 0 || calendarYear === 0) return '';
    if (!isSerial(first) || (last !== 0 && !isSerial(last))) return toCellError('not-a-date');
    if (!isYear(calendarYear)) return toCellError('not-a-year');
    return toCell(calculate(numberAt(amounts, k), first, calendarYear, last === 0 ? Infinity : last, numberAt(ramps, k)));
  });
}

/** `arseffekt` cell by cell; empty where amount, start or year is. */
export function arseffektCells(amount: OptionalCells, start: OptionalCells, year: OptionalCells, end: OptionalCells, ramp: OptionalCells): CellResult[][] {
  return effectCells(amount, start, year, end, ramp, arseffekt);
}

/** `resteffekt` cell by cell, empty cells as in `arseffektCells`. */
export function resteffektCells(amount: OptionalCells, start: OptionalCells, year: OptionalCells, end: OptionalCells, ramp: OptionalCells): CellResult[][] {
  return effectCells(amount, start, year, end, ramp, resteffekt);
}

/** `helarseffekt` cell by cell, empty cells as in `arseffektCells`. */
export function helarseffektCells(effect: OptionalCells, start: OptionalCells, year: OptionalCells, ramp: OptionalCells): CellResult[][] {
  return effectCells(effect, start, year, null, ramp, (amount, first, calendarYear, _end, months) => helarseffekt(amount, first, calendarYear, months));
}

/** The full year cell by cell, by the method named: what the rest of the budget gives unless another is. Empty where the outcome is. */
export function forecastCells(actualToDate: OptionalCells, month: OptionalCells, budget: OptionalCells, method: OptionalCells, comparedToDate: OptionalCells, comparedYear: OptionalCells): CellResult[][] {
  const readText = amountReader();
  const actuals = readNumbers(actualToDate, readText);
  const months = readNumbers(month);
  const budgets = readNumbers(budget, readText);
  const ways = readWords(method, methods, 'remainingBudget');
  const toDates = readNumbers(comparedToDate, readText);
  const years = readNumbers(comparedYear, readText);
  const isToDateGiven = comparedToDate !== null && comparedToDate !== undefined;
  const isYearGiven = comparedYear !== null && comparedYear !== undefined;
  const shape = commonShape([actualToDate, month, budget, method, comparedToDate, comparedYear]);
  return spill(shape, [actuals, months, budgets, ways, toDates, years], (k) => {
    if (isEmptyAt(actuals, k)) return '';
    const actual = numberAt(actuals, k);
    const monthNumber = numberAt(months, k);
    if (!isMonthNumber(monthNumber)) return toCellError('not-a-month');
    switch (wordAt(ways, k)) {
      case 'linear':
        return linearForecast(actual, monthNumber);
      case 'seasonal':
        return isToDateGiven && isYearGiven ? toCell(seasonalForecast(actual, numberAt(toDates, k), numberAt(years, k))) : toCellError('no-comparison');
      default: {
        const yearBudget = numberAt(budgets, k);
        return remainingBudgetForecast(actual, yearBudget, isToDateGiven ? numberAt(toDates, k) : evenBudgetToDate(yearBudget, monthNumber));
      }
    }
  });
}
