import { difference, sum } from './decimal';
import type { Fault } from './fault';

/**
 * Where a requirement (åtgärdskrav) comes from. A budgeted one is reduced by every measure that counts. One that follows from a negative
 * forecast is reduced only by what the forecast does not hold yet.
 */
export type RequirementKind = 'budgeted' | 'from-forecast';

/** The effect of a measure that counts towards the requirement (Beslutad, Pågår or Genomförd). */
export interface CountingEffect {
  readonly effect: number;
  /** Hämtat hem: the part that can be seen in the outcome, and so in the forecast. */
  readonly realised?: number | null;
  /** The forecast holds the whole effect ("ingår i prognos"). */
  readonly isInForecast?: boolean;
}

/**
 * The part of an effect that reduces a requirement: all of it where the requirement is budgeted; where it follows from a forecast, what
 * the forecast does not hold yet.
 * @returns in the unit of the effect, never below 0 for a requirement from a forecast
 * @example reducingEffect({ effect: 500, realised: 200 }, 'from-forecast') // 300
 */
export function reducingEffect({ effect, realised, isInForecast }: CountingEffect, kind: RequirementKind): number {
  if (kind === 'budgeted') return effect;
  if (isInForecast === true) return 0;
  // More than the whole effect cannot be in the forecast: a measure that gave more than planned does not add to the requirement.
  return Math.max(0, difference(effect, realised ?? 0));
}

/**
 * Kvar att finna: requirement − effects of the counting measures. Not stopped at 0: − is more than required.
 * @param requirement the size of what must be found, in the unit of the effects
 * @example toFind(4200, [{ effect: 2750 }], 'budgeted') // 1450
 */
export function toFind(requirement: number, effects: readonly CountingEffect[], kind: RequirementKind): number {
  return sum([requirement, ...effects.map((effect) => -reducingEffect(effect, kind))]);
}

/**
 * The requirement that follows from a forecast: the size of a negative avvikelse, else 0.
 * @example requirementFromForecast(-4200) // 4200
 */
export function requirementFromForecast(avvikelse: number): number {
  return Math.max(0, -avvikelse);
}

/** Kvar att finna of several verksamheter together. */
export interface TotalToFind {
  /** The plain sum, in which over-coverage of one verksamhet covers for another. */
  readonly total: number;
  /** The sum without over-coverage: what the verksamheter that are short have left. */
  readonly withoutOverCoverage: number;
}

/**
 * The total of kvar att finna over verksamheter, with and without over-coverage.
 * @example totalToFind([1450, -300]) // { total: 1150, withoutOverCoverage: 1450 }
 */
export function totalToFind(perVerksamhet: readonly number[]): TotalToFind {
  return { total: sum(perVerksamhet), withoutOverCoverage: sum(perVerksamhet.filter((amount) => amount > 0)) };
}

/**
 * The share of the planned effects that is hämtat hem: realised ÷ planned, both in one unit.
 * @returns a share; 'zero-base' where nothing is planned
 * @example realisation(1200, 54000) // 0.0222…
 */
export function realisation(realised: number, planned: number): number | Fault {
  return planned === 0 ? 'zero-base' : realised / planned;
}
