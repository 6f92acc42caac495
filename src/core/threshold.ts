import { convertAmount, type Unit } from './amount';
import { floatingRoom } from './decimal';

/** From when on an avvikelse is to be explained. Both must be reached. */
export interface Threshold {
  readonly amountKr: number;
  /** A share of the size of the budget: 0.03 for 3 %. */
  readonly share: number;
}

export const defaultThreshold: Threshold = { amountKr: 1_000_000, share: 0.03 };

/** Whether `size` is at least `limit`, binary residue aside. */
function reaches(size: number, limit: number): boolean {
  return size >= limit - floatingRoom(size + limit);
}

/**
 * Whether an avvikelse reaches the threshold, in amount and as a share of |budget|. A budget of 0 asks for no share, so the amount alone decides.
 * @param avvikelse in `unit`; its sign does not matter
 * @param budget in `unit`
 * @example isOverThreshold(-62.6, -765.3, 'mnkr') // true: 62,6 mnkr and 8,2 %
 * @example isOverThreshold(-1.9, -1041.7, 'mnkr') // false: 0,2 %
 */
export function isOverThreshold(avvikelse: number, budget: number, unit: Unit, threshold: Threshold = defaultThreshold): boolean {
  const size = Math.abs(avvikelse);
  return reaches(size, convertAmount(threshold.amountKr, 'kr', unit)) && reaches(size, threshold.share * Math.abs(budget));
}
