/**
 * How a table signs its costs.
 * `costs-negative`: costs carry a minus, avvikelse = compared − budget.
 * `costs-positive`: costs stand without a minus (or revenue carries it), avvikelse = budget − compared.
 */
export type SignRule = 'costs-negative' | 'costs-positive';

/**
 * The other of the two rules: what holds for revenue where both it and costs stand without a minus.
 * @example oppositeRule('costs-positive') // 'costs-negative'
 */
export function oppositeRule(rule: SignRule): SignRule {
  return rule === 'costs-negative' ? 'costs-positive' : 'costs-negative';
}
