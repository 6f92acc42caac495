import { difference } from './decimal';
import type { Fault } from './fault';

/**
 * The change from one figure to another: (to − from) ÷ |from|. + is a rise in the figure as it stands, which is better or worse as the
 * figure has it.
 * @param from the earlier figure
 * @param to the later one, in the same unit
 * @returns a share, 0.082 for 8,2 %; 'zero-base' where `from` is 0
 * @example change(705883, 763910) // 0.0822…
 */
export function change(from: number, to: number): number | Fault {
  return from === 0 ? 'zero-base' : difference(to, from) / Math.abs(from);
}
