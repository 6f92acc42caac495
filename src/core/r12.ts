import { sum, withoutResidue } from './decimal';

// Bound once: where Excel's scope is sandboxed, finding a global costs more than the operation itself.
const { abs } = Math;
const { isNaN: isMissing, NaN: missingFigure } = Number;

/** The months that a rolling figure takes together. */
export const R12_MONTHS = 12;

export type R12Method = 'sum' | 'mean';

/** Why there is no rolling figure: fewer reported months than twelve, or a missing month, by its place in the series (0 is the first). */
export type R12Fault = { readonly fault: 'too-few-months'; readonly reported: number } | { readonly fault: 'missing-month'; readonly index: number };

/** A monthly series, oldest first; NaN is a month without a figure. */
export type MonthlySeries = ArrayLike<number>;

/**
 * The months up to the last one that has a figure. What stands empty at the end is not reported yet; it is not missing.
 * @example reportedMonths([5, NaN, 7, NaN, NaN]) // 3
 */
export function reportedMonths(series: MonthlySeries): number {
  let count = series.length;
  while (count > 0 && isMissing(series[count - 1] ?? missingFigure)) count -= 1;
  return count;
}

/** The last twelve of the first `reported` months, or why they cannot be taken together. */
function lastTwelve(series: MonthlySeries, reported: number): readonly number[] | R12Fault {
  if (reported < R12_MONTHS) return { fault: 'too-few-months', reported };
  const window = Array.from({ length: R12_MONTHS }, (_, i) => series[reported - R12_MONTHS + i] ?? missingFigure);
  const missing = window.findIndex(isMissing);
  return missing < 0 ? window : { fault: 'missing-month', index: reported - R12_MONTHS + missing };
}

/**
 * The last twelve reported months taken together. A missing month is a fault, never a zero.
 * @param reported how many months are reported, where the caller knows it better than by the empty ones at the end
 * @returns their sum or mean, in the unit of the series; 'too-few-months' before the twelfth, 'missing-month' with its place
 * @example rolling12([100, …twelve times], 'sum') // 1200
 */
export function rolling12(series: MonthlySeries, method: R12Method, reported: number = reportedMonths(series)): number | R12Fault {
  const window = lastTwelve(series, reported);
  if ('fault' in window) return window;
  return method === 'sum' ? sum(window) : sum(window) / R12_MONTHS;
}

/**
 * A share over the last twelve reported months: Σ numerator ÷ Σ denominator, never the mean of monthly shares.
 * A month is reported when either series has it.
 * @param denominator the same months as the numerator
 * @returns the share; 'zero-base' where the denominators sum to 0, else as `rolling12`
 * @example rolling12Ratio(performedHours, grantedHours) // 0.79 for utförd ÷ beviljad tid in December 2025
 */
export function rolling12Ratio(
  numerator: MonthlySeries,
  denominator: MonthlySeries,
  reported: number = Math.max(reportedMonths(numerator), reportedMonths(denominator)),
): number | R12Fault | 'zero-base' {
  const above = lastTwelve(numerator, reported);
  if ('fault' in above) return above;
  const below = lastTwelve(denominator, reported);
  if ('fault' in below) return below;
  const base = sum(below);
  return base === 0 ? 'zero-base' : sum(above) / base;
}

/**
 * The rolling figure of every month: that month and the eleven before it. One step per month, however long the series.
 * @returns one figure per month of the series; NaN for the first eleven and wherever one of the twelve is missing
 * @example rolling12Series(series, 'sum')[11] // the sum of the first twelve
 */
export function rolling12Series(series: MonthlySeries, method: R12Method): Float64Array {
  const rolling = new Float64Array(series.length);
  const divisor = method === 'sum' ? 1 : R12_MONTHS;
  // A running sum by Neumaier: `lost` gathers what each step rounds away, so that nothing drifts over a long series.
  let total = 0;
  let lost = 0;
  let magnitude = 0;
  let missing = 0;
  for (let t = 0; t < series.length; t += 1) {
    const entering = series[t] ?? missingFigure;
    const leaving = t < R12_MONTHS ? 0 : (series[t - R12_MONTHS] ?? missingFigure);
    if (isMissing(entering)) missing += 1;
    if (isMissing(leaving)) missing -= 1;
    const added = isMissing(entering) ? 0 : entering;
    const dropped = isMissing(leaving) ? 0 : leaving;

    const grown = total + added;
    lost += abs(total) >= abs(added) ? total - grown + added : added - grown + total;
    total = grown - dropped;
    lost += abs(grown) >= abs(dropped) ? grown - total - dropped : grown - (total + dropped);
    magnitude += abs(added) - abs(dropped);
    rolling[t] = t < R12_MONTHS - 1 || missing > 0 ? missingFigure : withoutResidue(total + lost, magnitude) / divisor;
  }
  return rolling;
}
