import { difference } from './decimal';
import type { Fault } from './fault';

/**
 * The result without one-off items: result − one-off items.
 * @param result + is överskott
 * @param oneOffItems what will not come again, in the same unit; + improved the result (temporary state grants)
 * @example structuralResult(-3.6, 32.3) // -35.9
 */
export function structuralResult(result: number, oneOffItems: number): number {
  return difference(result, oneOffItems);
}

/**
 * The result without one-off items as a share of the size of the budget.
 * @returns a share; 'zero-base' where the budget is 0
 * @example structuralResultPercent(-3.6, 32.3, 1402.1) // -0.0256…
 */
export function structuralResultPercent(result: number, oneOffItems: number, budget: number): number | Fault {
  return budget === 0 ? 'zero-base' : structuralResult(result, oneOffItems) / Math.abs(budget);
}
