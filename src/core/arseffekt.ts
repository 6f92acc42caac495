import { withoutResidue } from './decimal';
import type { Fault } from './fault';
import { monthIndexOfSerial, serialOfMonthIndex } from './month';

// Bound once: where Excel's scope is sandboxed, finding a global costs more than the operation itself.
const { abs, floor, max, min } = Math;

/**
 * The ramp weights of the first `count` months after a start, summed: Σ min(1, k / ramp) for k = 1 … count.
 * Up to the ramp's length the months grow evenly, so their sum is that of an arithmetic series.
 */
function rampSum(count: number, ramp: number): number {
  if (count <= 0) return 0;
  const growing = min(count, floor(ramp));
  return (growing * (growing + 1)) / (2 * ramp) + (count - growing);
}

/**
 * How many months' worth of full effect a measure gives between two months, both included.
 * Month k after the start (k = 0, 1, …) gives the share min(1, (k + 1) ÷ ramp); the months of start and end give the days in force ÷
 * the days of the month. The same as summing the sheet's formula on "Effekt per månad" over the months.
 * @param firstMonth months from year 0, as `monthIndexOfSerial` counts them
 * @param lastMonth the same
 * @param start serial of the first day in force
 * @param end serial of the last day in force; Infinity for a measure without an end
 * @param ramp months from start to full effect; 0 and 1 are no ramp
 */
function monthsOfEffect(firstMonth: number, lastMonth: number, start: number, end: number, ramp: number): number {
  const startMonth = monthIndexOfSerial(start);
  const endMonth = end === Infinity ? Infinity : monthIndexOfSerial(end);
  const first = max(firstMonth, startMonth);
  const last = min(lastMonth, endMonth);
  if (first > last) return 0;

  const steps = max(1, ramp);
  let months = rampSum(last - startMonth + 1, steps) - rampSum(first - startMonth, steps);
  if (first === startMonth) {
    const firstDay = serialOfMonthIndex(startMonth);
    const daysBefore = floor(start) - firstDay;
    if (daysBefore > 0) months -= daysBefore / (serialOfMonthIndex(startMonth + 1) - firstDay) / steps;
  }
  if (last === endMonth) {
    const nextFirstDay = serialOfMonthIndex(endMonth + 1);
    const daysAfter = nextFirstDay - 1 - floor(end);
    if (daysAfter > 0) months -= (daysAfter / (nextFirstDay - serialOfMonthIndex(endMonth))) * min(1, (endMonth - startMonth + 1) / steps);
  }
  return months;
}

/** The effect of a number of months' worth of full effect. */
function effectOf(helarseffekt: number, months: number): number {
  return withoutResidue((helarseffekt * months) / 12, abs(helarseffekt));
}

/** Why a measure's dates and ramp cannot be used, or null. */
function faultOf(start: number, end: number, ramp: number): Fault | null {
  if (end < start) return 'end-before-start';
  return ramp < 0 ? 'negative-ramp' : null;
}

/**
 * What a measure gives in one calendar year: helårseffekt ÷ 12 for each month in full force, ramped and by days.
 * @param helarseffekt what it gives in a full year once fully in force; the result has its unit and sign
 * @param start Excel serial of the first day in force
 * @param year calendar year
 * @param end Excel serial of the last day in force, which is included; Infinity without an end
 * @param ramp months from start to full effect; 0 and 1 are no ramp
 * @returns the year's effect; 'end-before-start', 'negative-ramp'
 * @example arseffekt(2900, serialOf(2025, 4, 1), 2025) // 2175
 * @example arseffekt(2400, serialOf(2025, 9, 1), 2025, Infinity, 4) // 200 × (¼ + ½ + ¾ + 1) = 500
 */
export function arseffekt(helarseffekt: number, start: number, year: number, end = Infinity, ramp = 1): number | Fault {
  const fault = faultOf(start, end, ramp);
  if (fault !== null) return fault;
  return effectOf(helarseffekt, monthsOfEffect(year * 12, year * 12 + 11, start, end, ramp));
}

/**
 * The full-year effect behind a year's effect: årseffekt × 12 ÷ the year's months of full effect. The inverse of `arseffekt` for a
 * measure without an end.
 * @param effect the year's effect; the result has its unit and sign
 * @param start Excel serial of the first day in force
 * @param year the calendar year of the effect
 * @param ramp months from start to full effect; 0 and 1 are no ramp
 * @returns the helårseffekt; 'no-effect' where the measure gives nothing in that year, 'negative-ramp'
 * @example helarseffekt(2175, serialOf(2025, 4, 1), 2025) // 2900
 */
export function helarseffekt(effect: number, start: number, year: number, ramp = 1): number | Fault {
  const fault = faultOf(start, Infinity, ramp);
  if (fault !== null) return fault;
  const months = monthsOfEffect(year * 12, year * 12 + 11, start, Infinity, ramp);
  return months > 0 ? (effect * 12) / months : 'no-effect';
}

/**
 * Next year's addition: årseffekt(year + 1) − årseffekt(year). Negative where the measure gives less than the year before.
 * The parameters are those of `arseffekt`.
 * @param year this year
 * @returns the resteffekt in the unit and sign of the helårseffekt; 'end-before-start', 'negative-ramp'
 * @example resteffekt(532, serialOf(2022, 5, 1), 2022) // 177.3…, beside 354.7 the first year
 */
export function resteffekt(helarseffekt: number, start: number, year: number, end = Infinity, ramp = 1): number | Fault {
  const fault = faultOf(start, end, ramp);
  if (fault !== null) return fault;
  const thisYear = monthsOfEffect(year * 12, year * 12 + 11, start, end, ramp);
  const nextYear = monthsOfEffect(year * 12 + 12, year * 12 + 23, start, end, ramp);
  return effectOf(helarseffekt, nextYear - thisYear);
}

/**
 * What a measure gives month by month: the row of "Effekt per månad".
 * The other parameters are those of `arseffekt`.
 * @param firstMonth months from year 0, as `monthIndexOfSerial` counts them; year × 12 is January
 * @param count months, 36 for last year, this year and next
 * @returns one effect per month, in the unit and sign of the helårseffekt; 'end-before-start', 'negative-ramp'
 * @example monthlyEffects(1200, serialOf(2025, 11, 1), 2025 * 12, 12) // ten zeros, then 100, 100
 */
export function monthlyEffects(
  helarseffekt: number,
  start: number,
  firstMonth: number,
  count: number,
  end = Infinity,
  ramp = 1,
): readonly number[] | Fault {
  const fault = faultOf(start, end, ramp);
  if (fault !== null) return fault;
  return Array.from({ length: count }, (_, i) => effectOf(helarseffekt, monthsOfEffect(firstMonth + i, firstMonth + i, start, end, ramp)));
}
