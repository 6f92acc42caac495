import { difference } from './decimal';
import type { Fault } from './fault';
import type { SignRule } from './signRule';

// Bound once: where Excel's scope is sandboxed, finding a global costs more than the operation itself.
const { abs } = Math;

/**
 * The deviation from budget, signed so that + is better for the board.
 * Costs negative: compared − budget. Costs positive: budget − compared.
 * @param budget in the unit of the table
 * @param compared outcome or forecast, in the same unit
 * @param rule how the table signs its costs
 * @returns the avvikelse in the same unit, + överskott and − underskott
 * @example avvikelse(-765.3, -827.9, 'costs-negative') // -62.6
 * @example avvikelse(503.6, 532.1, 'costs-positive') // -28.5
 */
export function avvikelse(budget: number, compared: number, rule: SignRule): number {
  return rule === 'costs-negative' ? difference(compared, budget) : difference(budget, compared);
}

/**
 * The avvikelse as a share of the size of the budget: avvikelse ÷ |budget|. It has the sign of the avvikelse, + is better.
 * The parameters are those of `avvikelse`.
 * @returns a share, 0.091 for 9,1 %; 0 where budget and compared are both 0; 'zero-base' where only the budget is 0
 * @example avvikelsePercent(44.0, 48.0, 'costs-negative') // 0.0909…
 */
export function avvikelsePercent(budget: number, compared: number, rule: SignRule): number | Fault {
  if (budget === 0) return compared === 0 ? 0 : 'zero-base';
  return avvikelse(budget, compared, rule) / abs(budget);
}
