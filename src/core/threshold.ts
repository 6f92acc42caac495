import { convertAmount, type Unit } from './amount';
import { floatingRoom } from './decimal';

/** From when on an avvikelse is to be explained. Both limits must be reached; with a budget of 0 the amount alone. */
export interface Threshold {
  /** In tkr, whatever the unit of the table. */
  readonly amountTkr: number;
  /** A share of the size of the budget: 0.03 for 3 %. */
  readonly share: number;
}

/** 1,0 mnkr and 3 %, unless the user sets others. */
export const DEFAULT_THRESHOLD: Threshold = { amountTkr: 1000, share: 0.03 };

/**
 * The amount of a threshold in the unit of a table.
 * @example thresholdAmount({ amountTkr: 1000, share: 0.03 }, 'mnkr') // 1
 */
export function thresholdAmount({ amountTkr }: Threshold, unit: Unit): number {
  return convertAmount(amountTkr, 'tkr', unit);
}

/** Whether `size` is at least `limit`, binary residue aside. */
function reaches(size: number, limit: number): boolean {
  return size >= limit - floatingRoom(size + limit);
}

/**
 * Whether an avvikelse reaches the threshold: |avvikelse| ≥ amount and |avvikelse| ≥ share × |budget|. A budget of 0 asks for no share, so
 * the amount alone decides.
 * @param avvikelse in `unit`; its sign does not matter
 * @param budget in `unit`
 * @example isOverThreshold(-62.6, -765.3, 'mnkr', DEFAULT_THRESHOLD) // true: 62,6 mnkr and 8,2 %
 * @example isOverThreshold(-1.9, -1041.7, 'mnkr', DEFAULT_THRESHOLD) // false: 0,2 %
 */
export function isOverThreshold(avvikelse: number, budget: number, unit: Unit, threshold: Threshold): boolean {
  const size = Math.abs(avvikelse);
  return reaches(size, thresholdAmount(threshold, unit)) && reaches(size, threshold.share * Math.abs(budget));
}
