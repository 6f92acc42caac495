import { difference } from './decimal';
import type { Fault } from './fault';

/**
 * What the volume explains of an avvikelse: (budget volume − actual volume) × |budget cost| ÷ budget volume. + is better.
 * @param budgetCost in the unit of the table, with or without a minus
 * @param budgetVolume hours, places, persons …
 * @param actualVolume the same things counted
 * @returns the volume part in the unit of the cost; 'zero-base' where the budget volume is 0, 'negative-volume'
 * @example volumeAvvikelse(-221.3, 346_000, 308_000) // 24.3…
 */
export function volumeAvvikelse(budgetCost: number, budgetVolume: number, actualVolume: number): number | Fault {
  if (budgetVolume === 0) return 'zero-base';
  if (budgetVolume < 0 || actualVolume < 0) return 'negative-volume';
  return difference(budgetVolume, actualVolume) * (Math.abs(budgetCost) / budgetVolume) + 0;
}

/**
 * What price and efficiency explain: (|budget cost| ÷ budget volume − |actual cost| ÷ actual volume) × actual volume. + is better.
 * Computed as the whole avvikelse less the volume part, which is the same and leaves no residue between the two.
 * The parameters are those of `volumeAvvikelse`, and the actual cost with the sign of the budget cost.
 * @returns the price part in the unit of the costs; 'zero-base' where a volume is 0, 'negative-volume', 'opposite-signs' where only one
 * cost has a minus
 * @example priceAvvikelse(-221.3, 346_000, -247.1, 308_000) // -50.1…
 */
export function priceAvvikelse(budgetCost: number, budgetVolume: number, actualCost: number, actualVolume: number): number | Fault {
  if (budgetCost * actualCost < 0) return 'opposite-signs';
  if (actualVolume === 0) return 'zero-base';
  const volumePart = volumeAvvikelse(budgetCost, budgetVolume, actualVolume);
  if (typeof volumePart !== 'number') return volumePart;
  return difference(difference(Math.abs(budgetCost), Math.abs(actualCost)), volumePart);
}
