import { arseffekt } from './arseffekt';
import { difference } from './decimal';
import type { Fault } from './fault';
import { addMonthsToSerial } from './month';

/** What the effects of a measure follow from. */
export interface Measure {
  /** Effect of a full year once fully in force; + improves the result. */
  readonly helarseffekt: number;
  /** Excel serial of the first day in force. */
  readonly start: number;
  /** Excel serial of the last day in force, which is included; null without an end. */
  readonly end?: number | null;
  /** Months from start to full effect; 0, 1 and null are no ramp. */
  readonly ramp?: number | null;
  /** The budget frame does not hold what the measure gave the year before ("ingår inte i budgetramen"). */
  readonly isOutsideBudgetFrame?: boolean;
}

function yearEffect(measure: Measure, year: number): number | Fault {
  return arseffekt(measure.helarseffekt, measure.start, year, measure.end ?? Infinity, measure.ramp ?? 1);
}

/**
 * Effekt i år of a plan: the change against the budget base. A measure started in the year (or marked as outside the budget frame)
 * gives its årseffekt; one started earlier only what it gives beyond the year before.
 * @param year the plan's year
 * @returns the effect in the unit of the helårseffekt, + improves the result; a fault as `arseffekt`
 * @example planEffect({ helarseffekt: 532, start: serialOf(2022, 5, 1) }, 2023) // 177.3…
 */
export function planEffect(measure: Measure, year: number): number | Fault {
  // What started this year gave nothing last year, so its addition is its whole årseffekt.
  return measure.isOutsideBudgetFrame === true ? yearEffect(measure, year) : addition(measure, year - 1);
}

/**
 * Effekt nästa år of a plan: what the next year gives beyond this one (resteffekt).
 * @param year this year
 * @returns the addition in the unit of the helårseffekt; a fault as `arseffekt`
 * @example nextYearAddition({ helarseffekt: 532, start: serialOf(2022, 5, 1) }, 2022) // 177.3…
 */
export function nextYearAddition(measure: Measure, year: number): number | Fault {
  return addition(measure, year);
}

function addition(measure: Measure, year: number): number | Fault {
  const thisYear = yearEffect(measure, year);
  const nextYear = yearEffect(measure, year + 1);
  return typeof thisYear === 'number' && typeof nextYear === 'number' ? difference(nextYear, thisYear) : thisYear;
}

/**
 * What it costs this year to start one month later: årseffekt(start) − årseffekt(one month later).
 * A measure that would end before it starts gives nothing when late.
 * @returns the cost in the unit of the helårseffekt, + for effect that is lost; a fault as `arseffekt`
 * @example delayCost({ helarseffekt: 1200, start: serialOf(2025, 4, 1) }, 2025) // 100
 */
export function delayCost(measure: Measure, year: number): number | Fault {
  const onTime = yearEffect(measure, year);
  if (typeof onTime !== 'number') return onTime;
  const late = yearEffect({ ...measure, start: addMonthsToSerial(measure.start, 1) }, year);
  return difference(onTime, typeof late === 'number' ? late : 0);
}

/**
 * Riskjusterad effekt: effect × probability. Stands beside kvar att finna and never changes it.
 * @param probability a share, 0–1
 * @returns in the unit and sign of the effect
 * @example riskAdjusted(500, 0.8) // 400
 */
export function riskAdjusted(effect: number, probability: number): number {
  return effect * probability;
}

/**
 * The effect of a year less the one-off cost that falls in it. The helårseffekt and kvar att finna are not changed by it.
 * @param oneOffCost in the unit of the effect; its size counts, with or without a minus
 * @example netEffect(2175, 300) // 1875
 */
export function netEffect(effect: number, oneOffCost: number): number {
  return difference(effect, Math.abs(oneOffCost));
}
