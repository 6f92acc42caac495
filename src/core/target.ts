import { floatingRoom } from './decimal';
import type { Fault } from './fault';

export type TargetStatus = 'reached' | 'near' | 'missed';
/** Which way an indicator is better. */
export type Direction = 'higher' | 'lower';
/** A target in words: Öka or Minska against the previous value. */
export type TargetWord = 'increase' | 'decrease';

const nearShare = 0.05;

/**
 * How an indicator stands against its target. Near is within 5 % of |target| on the wrong side.
 * A target of 0 is reached by exactly 0 only. A target in words is reached when the indicator has moved that way since the previous
 * value; standing still does not reach it, and there is no near.
 * @param direction which way is better; without meaning for a target in words
 * @param previous the value before, for a target in words
 * @returns the status; 'no-previous' for a target in words without a previous value
 * @example targetStatus(8.7, 9.2, 'lower') // 'reached'
 * @example targetStatus(77, 80, 'higher') // 'near'
 * @example targetStatus(22.8, 21, 'lower') // 'missed'
 * @example targetStatus(0.79, 'increase', 'higher', 0.75) // 'reached'
 */
export function targetStatus(actual: number, target: number | TargetWord, direction: Direction, previous: number | null = null): TargetStatus | Fault {
  if (typeof target === 'string') {
    if (previous === null) return 'no-previous';
    const step = target === 'increase' ? actual - previous : previous - actual;
    return step > floatingRoom(Math.abs(actual) + Math.abs(previous)) ? 'reached' : 'missed';
  }
  if (target === 0) return actual === 0 ? 'reached' : 'missed';
  const short = direction === 'higher' ? target - actual : actual - target;
  const room = floatingRoom(Math.abs(actual) + Math.abs(target));
  if (short <= room) return 'reached';
  return short <= nearShare * Math.abs(target) + room ? 'near' : 'missed';
}
