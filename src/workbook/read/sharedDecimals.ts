import { decimalsOf } from '../../core/decimal';
import { MOST_ROUNDED_DECIMALS } from '../../core/tieOut';

/**
 * The decimals that the figures of one column or table are printed with: the most that at least a fifth of those that have any share,
 * so that a single odd figure does not make the rest look exact.
 * @returns 0–3, or Infinity where most figures are unrounded
 */
export function sharedDecimals(values: Iterable<number>): number {
  const counts = [0, 0, 0, 0];
  let unrounded = 0;
  let all = 0;
  for (const value of values) {
    if (value === 0 || Number.isNaN(value)) continue;
    const decimals = decimalsOf(value);
    all += 1;
    if (decimals > MOST_ROUNDED_DECIMALS) unrounded += 1;
    else counts[decimals] = (counts[decimals] ?? 0) + 1;
  }
  if (all === 0) return 0;
  if (unrounded > all / 2) return Infinity;
  for (let decimals = MOST_ROUNDED_DECIMALS; decimals > 0; decimals -= 1) if ((counts[decimals] ?? 0) >= (all - unrounded) / 5) return decimals;
  return 0;
}
