import { roundingTolerance, storedDecimals } from './tieOut';

/** Less than this of the largest figure is residue of binary numbers. */
const RESIDUE = 1e-9;

/** What separates the avvikelse of a total from those of its parts. */
export interface TotalDifference {
  /** Total − parts, + = överskott. */
  readonly amount: number;
  /** The largest difference that rounding can explain; 0 for figures that are not rounded. */
  readonly tolerance: number;
  readonly judgement: 'none' | 'rounding' | 'difference';
}

/**
 * What separates a printed total from its parts, and whether rounding explains it: at most ½ unit of the last decimal that the figures
 * have × (parts + 1), as for every sum. Nothing is explained over 50 parts, nor where a figure has more than three decimals.
 * @param total the total's avvikelse, + = överskott
 * @param parts the parts' avvikelser, in the same unit
 * @param figures budget and compared figures behind all of them, as stored
 * @example totalDifference(-22, [-25.8, 4.2, -0.3], [-282.7, -304.7, -221.3, -247.1, -19.7, -15.5, -41.7, -42]) // −0,1 within 0,2: 'rounding'
 */
export function totalDifference(total: number, parts: readonly number[], figures: readonly number[]): TotalDifference {
  const amount = total - parts.reduce((sum, part) => sum + part, 0);
  const tolerance = roundingTolerance(storedDecimals(figures), parts.length);
  const residue = RESIDUE * figures.reduce((largest, figure) => Math.max(largest, Math.abs(figure)), 1);
  const size = Math.abs(amount);
  return { amount, tolerance, judgement: size < residue ? 'none' : size <= tolerance + residue ? 'rounding' : 'difference' };
}
