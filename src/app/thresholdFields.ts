import { convertAmount, type Unit } from '../core/amount';
import { parseSwedishNumber } from '../core/swedishNumber';
import { thresholdAmount, type Threshold } from '../core/threshold';

/** What the two fields show: the amount in the unit of the table, the share as percent. */
export function thresholdFields(threshold: Threshold, unit: Unit): { readonly amount: number; readonly percent: number } {
  return { amount: thresholdAmount(threshold, unit), percent: threshold.share * 100 };
}

/** The texts of the fields; null for one that nothing was typed in. */
export interface TypedThreshold {
  readonly amount: string | null;
  readonly percent: string | null;
}

/**
 * The threshold that was typed. A text that is no number leaves its limit as it was; limits are sizes, so a sign does not matter.
 * @param unit of the amount
 * @example typedThreshold({ amount: '0,5', percent: '5 %' }, 'mnkr', DEFAULT_THRESHOLD) // { amountTkr: 500, share: 0.05 }
 */
export function typedThreshold({ amount, percent }: TypedThreshold, unit: Unit, before: Threshold): Threshold {
  const size = (text: string | null): number | null => {
    const typed = text === null ? null : parseSwedishNumber(text);
    return typed === null ? null : Math.abs(typed.value);
  };
  const newAmount = size(amount);
  const newPercent = size(percent === null ? null : percent.replace('%', ''));
  return {
    amountTkr: newAmount === null ? before.amountTkr : convertAmount(newAmount, unit, 'tkr'),
    share: newPercent === null ? before.share : newPercent / 100,
  };
}
