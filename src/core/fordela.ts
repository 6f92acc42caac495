import { sum, withoutResidue } from './decimal';
import type { Fault } from './fault';

/** A share that is whole but for its binary residue, made whole. */
function settledShare(share: number): number {
  const whole = Math.round(share);
  return Math.abs(share - whole) <= Math.max(1e-9, whole * 2 ** -50) ? whole : share;
}

/**
 * Distributes an amount by weights in whole units that sum to the amount (largest remainder; ties go to the first).
 * Every part differs from its exact share by less than one unit. Where the amount itself is not a whole number of units, one part
 * holds the rest.
 * @param weights none negative, any scale
 * @param unit the step of the parts, in the unit of the amount
 * @returns the parts in the order of the weights; 'zero-base' where the weights sum to 0, 'negative-weight', 'unit-not-positive'
 * @example fordela(21000, [66, 23, 6, 5]) // [13860, 4830, 1260, 1050]
 * @example fordela(100, [1, 1, 1]) // [34, 33, 33]
 */
export function fordela(amount: number, weights: readonly number[], unit = 1): readonly number[] | Fault {
  if (!(unit > 0)) return 'unit-not-positive';
  if (weights.some((weight) => weight < 0)) return 'negative-weight';
  const whole = sum(weights);
  if (whole === 0) return 'zero-base';

  const units = settledShare(Math.abs(amount) / unit);
  const shares = weights.map((weight) => settledShare((units * weight) / whole));
  const parts = shares.map(Math.floor);
  const remainders = shares.map((share, index) => Math.round((share - (parts[index] ?? 0)) * 1e9));
  const byRemainder = [...remainders.keys()].sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0));
  let left = settledShare(units - parts.reduce((total, part) => total + part, 0));
  for (const index of byRemainder) {
    const given = Math.min(1, left);
    parts[index] = (parts[index] ?? 0) + given;
    left = settledShare(left - given);
  }

  const sign = amount < 0 ? -1 : 1;
  return parts.map((part) => withoutResidue(sign * part * unit, part * unit));
}
