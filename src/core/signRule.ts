/**
 * How a table signs its costs.
 * `costs-negative`: costs carry a minus, avvikelse = compared − budget.
 * `costs-positive`: costs stand without a minus (or revenue carries it), avvikelse = budget − compared.
 */
export type SignRule = 'costs-negative' | 'costs-positive';
