import type { Fault } from './fault';

/**
 * The cost of one unit: |cost| ÷ volume. The size of the cost counts, whatever sign the table uses.
 * @param cost in any unit
 * @param volume hours, places, persons …
 * @returns the unit of the cost per unit of the volume; 'zero-base' where the volume is 0, 'negative-volume'
 * @example unitCost(-247_100_000, 308_000) // 802.27…
 */
export function unitCost(cost: number, volume: number): number | Fault {
  if (volume === 0) return 'zero-base';
  return volume < 0 ? 'negative-volume' : Math.abs(cost) / volume;
}
