import { decimalsOf, difference, floatingRoom, sum } from './decimal';

/** How a printed figure stands to the one computed: equal, explained by rounding, or wrong. */
export type TieOut = 'ok' | 'rounding' | 'error';

export interface TieOutResult {
  readonly judgement: TieOut;
  /** What the figure should be. */
  readonly expected: number;
  /** Printed − expected. */
  readonly deviation: number;
  /** The largest deviation that rounding can explain. */
  readonly tolerance: number;
}

/** Figures with more decimals are unrounded: rounding explains nothing. */
export const MOST_ROUNDED_DECIMALS = 3;
/** Over so many terms the rounding tolerance would hide real errors. */
const mostRoundedTerms = 50;

/**
 * The decimals that a set of stored figures has: the most that any of them has.
 * @example storedDecimals([44.5, 35.1, 12.9, 92]) // 1
 */
export function storedDecimals(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
}

/**
 * The largest deviation that rounding explains in a sum or a difference: ½ unit of the last decimal × (terms + 1). 0 for figures with more
 * than three decimals, which are not rounded, and over 50 terms.
 * @example roundingTolerance(1, 3) // 0.2
 */
export function roundingTolerance(decimals: number, termCount: number): number {
  if (decimals > MOST_ROUNDED_DECIMALS || termCount > mostRoundedTerms) return 0;
  return (termCount + 1) / (2 * 10 ** decimals);
}

/**
 * Whether a printed sum is the sum of its terms. A difference is the sum of signed terms.
 * @param terms with their signs, in the unit of the printed figure
 * @param decimals of the stored figures; those that terms and printed figure have, unless given
 * @example tieOutSum([44.5, 35.1, 12.9], 92.4).judgement // 'rounding': 92,5 within 0,2
 * @example tieOutSum([-43.6, 41.7], -3.7).judgement // 'error': −1,9
 */
export function tieOutSum(terms: readonly number[], printed: number, decimals: number = storedDecimals([...terms, printed])): TieOutResult {
  const expected = sum(terms);
  const deviation = difference(printed, expected);
  const tolerance = roundingTolerance(decimals, terms.length);
  const room = floatingRoom(terms.reduce((total, term) => total + Math.abs(term), Math.abs(printed)));
  const size = Math.abs(deviation);
  if (size <= room) return { judgement: 'ok', expected, deviation, tolerance };
  return { judgement: size <= tolerance + room ? 'rounding' : 'error', expected, deviation, tolerance };
}

/** A figure known to lie within `tolerance` of `value`. */
export interface RoundedFigure {
  readonly value: number;
  /** Half a unit of its last decimal; more for a figure that was itself computed from rounded ones. */
  readonly tolerance: number;
}

/**
 * A stored figure with the half unit that its last decimal leaves open; one with more than three decimals is exact.
 * @example roundedFigure(-25.8) // { value: -25.8, tolerance: 0.05 }
 */
export function roundedFigure(value: number, decimals: number = decimalsOf(value)): RoundedFigure {
  return { value, tolerance: roundingTolerance(decimals, 0) };
}

/**
 * Whether a printed ratio follows from its rounded inputs. OK within half a unit of its own last decimal of the exact ratio; rounding
 * within the interval that the inputs allow, widened by one unit of its own last decimal. A denominator that may be 0 allows anything.
 * @param printed the printed ratio, as a share
 * @param decimals decimals of the printed share: 3 for 9,1 %
 * @example tieOutRatio(roundedFigure(4.0), roundedFigure(44.0), 0.091, 3).judgement // 'ok'
 */
export function tieOutRatio(numerator: RoundedFigure, denominator: RoundedFigure, printed: number, decimals: number): TieOutResult {
  const expected = numerator.value / denominator.value;
  const deviation = difference(printed, expected);
  const unit = 10 ** -decimals;
  const room = floatingRoom(Math.abs(printed) + Math.abs(expected));
  if (Math.abs(deviation) <= unit / 2 + room) return { judgement: 'ok', expected, deviation, tolerance: unit / 2 };
  if (Math.abs(denominator.value) <= denominator.tolerance) return { judgement: 'rounding', expected, deviation, tolerance: Infinity };

  const corners = [-1, 1].flatMap((above) =>
    [-1, 1].map((below) => (numerator.value + above * numerator.tolerance) / (denominator.value + below * denominator.tolerance)),
  );
  const tolerance = (deviation < 0 ? expected - Math.min(...corners) : Math.max(...corners) - expected) + unit;
  return { judgement: Math.abs(deviation) <= tolerance + room ? 'rounding' : 'error', expected, deviation, tolerance };
}
