import type { Unit } from './amount';

/** What a number in a text carries behind it. */
export type NumberUnit = Unit | 'percent';

/** A number as it stands in a Swedish text. */
export interface SwedishNumber {
  /** The number as written, never scaled by kr, tkr or mnkr; a percent is a share: "79 %" is 0.79. */
  readonly value: number;
  readonly unit: NumberUnit | null;
  /** Decimals written: 1 in "3,6 %". */
  readonly decimals: number;
}

const dash = '[-\\u2010-\\u2015\\u2212\\uFE63\\uFF0D]';
const emptyPattern = new RegExp(`^\\s*${dash}?\\s*$`, 'u');
const unitPattern = /^(.*?)\s*(kr|tkr|mnkr|mkr|%)$/isu;
const parenthesesPattern = /^\(\s*(.*?)\s*\)$/su;
const signPattern = new RegExp(`^(?:([+])|(${dash}))?\\s*(.*?)(${dash})?$`, 'su');
const digitPatterns: readonly RegExp[] = [
  /^(\d{1,3}(?:[^\S\r\n]\d{3})+|\d+)(?:,(\d+))?$/u,
  /^(),(\d+)$/u,
  /^(\d{1,3}(?:\.\d{3})+),(\d+)$/u,
  /^(\d{1,3}(?:\.\d{3}){2,})$/u,
  // A point is a decimal point only where it cannot separate thousands: "1.234" could be either and is no number.
  /^(\d+)\.(\d{1,2}|\d{4,})$/u,
  /^(0|\d{4,})\.(\d{3})$/u,
];

function unitOf(word: string): NumberUnit {
  const folded = word.toLowerCase();
  if (folded === '%') return 'percent';
  return folded === 'kr' || folded === 'tkr' ? folded : 'mnkr';
}

/**
 * Whether a text stands for an empty cell: nothing, only spaces, or a lone dash of any kind.
 * @example isEmptyText('–') is true; isEmptyText('0') is false
 */
export function isEmptyText(text: string): boolean {
  return emptyPattern.test(text);
}

/**
 * Reads a number written the Swedish way: decimal comma, spaces of any kind or points between thousands, the minus as hyphen,
 * true minus, dash, trailing or as parentheses, and kr, tkr, mnkr, mkr or % behind it.
 * @returns the number, its unit and its decimals; null for an empty text and for one that holds anything else
 * @example parseSwedishNumber('1 297 tkr') gives { value: 1297, unit: 'tkr', decimals: 0 }
 * @example parseSwedishNumber('(3,4 %)') gives { value: -0.034, unit: 'percent', decimals: 1 }
 * @example parseSwedishNumber('2,9 miljoner kronor') gives null
 */
export function parseSwedishNumber(text: string): SwedishNumber | null {
  let rest = text.trim();
  let unit: NumberUnit | null = null;
  let minuses = 0;
  const takeUnit = (): void => {
    const match = unit === null ? unitPattern.exec(rest) : null;
    if (match === null) return;
    rest = match[1] ?? '';
    unit = unitOf(match[2] ?? '');
  };

  takeUnit();
  const inner = parenthesesPattern.exec(rest)?.[1];
  if (inner !== undefined) {
    rest = inner;
    minuses += 1;
    takeUnit();
  }
  const [, plus, leading, body = '', trailing] = signPattern.exec(rest) ?? [];
  if (leading !== undefined) minuses += 1;
  if (trailing !== undefined) minuses += 1;
  if (minuses + (plus === undefined ? 0 : 1) > 1) return null;

  for (const pattern of digitPatterns) {
    const match = pattern.exec(body);
    if (match === null) continue;
    const decimals = match[2] ?? '';
    // The exponent is part of the literal so that 1,1 % is the double nearest to 0.011, which 1.1 / 100 is not.
    const size = Number(`${(match[1] ?? '').replace(/\D/gu, '')}.${decimals}e${unit === 'percent' ? -2 : 0}`);
    if (!Number.isFinite(size)) return null;
    return { value: minuses === 1 && size !== 0 ? -size : size, unit, decimals: decimals.length };
  }
  return null;
}
