import { difference } from './decimal';
import type { Fault } from './fault';

/**
 * The change from one figure to another: (to − from) ÷ |from|.
 * @returns a share; 'zero-base' where `from` is 0
 * @example change(705883, 763910) // 0.0822…
 */
export function change(from: number, to: number): number | Fault {
  return from === 0 ? 'zero-base' : difference(to, from) / Math.abs(from);
}
