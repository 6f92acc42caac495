import { decimalsOf } from '../../core/decimal';
import { parseSwedishNumber, type NumberUnit } from '../../core/swedishNumber';
import { isCellError, type CellValue } from '../grid';
import { isDateFormat } from './cellKind';

/** A figure read out of one cell. */
export interface Figure {
  readonly value: number;
  /** The cell holds text, which formulas count as nothing. */
  readonly isText: boolean;
  readonly unit: NumberUnit | null;
  /** What stood beside the figure: "aug 2025" in "72 % (aug 2025)". */
  readonly note?: string;
}

const withNote = /^([^()]*\d[^()]*?)\s*\((\D[^()]*)\)$/u;

/**
 * Reads the figure of a cell, stored as a number or as a Swedish text; a percent is a share.
 * @param numberFormat tells a date, which is no figure
 * @returns null for an empty cell, a date, an error, "–", "X" and other words
 * @example readFigure('72 % (aug 2025)', 'General') gives { value: 0.72, isText: true, unit: 'percent', note: 'aug 2025' }
 */
export function readFigure(value: CellValue, numberFormat: string): Figure | null {
  if (typeof value === 'number') return isDateFormat(numberFormat) ? null : { value: withoutFloatNoise(value), isText: false, unit: null };
  if (typeof value !== 'string' || isCellError(value) || value.length > 60) return null;
  const plain = parseSwedishNumber(value);
  if (plain) return { value: plain.value, isText: true, unit: plain.unit };
  const noted = withNote.exec(value.trim());
  const figure = noted ? parseSwedishNumber(noted[1] ?? '') : null;
  return figure ? { value: figure.value, isText: true, unit: figure.unit, note: noted?.[2] ?? '' } : null;
}

/**
 * A stored number as a person entered it: 9.700000000000001, which a file may hold for 9,7, is 9.7.
 * Fifteen significant digits are what Excel shows.
 */
function withoutFloatNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(14));
}

/** Figures with more decimals than this are not rounded. */
const mostRoundedDecimals = 3;

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
    if (decimals > mostRoundedDecimals) unrounded += 1;
    else counts[decimals] = (counts[decimals] ?? 0) + 1;
  }
  if (all === 0) return 0;
  if (unrounded > all / 2) return Infinity;
  for (let decimals = mostRoundedDecimals; decimals > 0; decimals -= 1) if ((counts[decimals] ?? 0) >= (all - unrounded) / 5) return decimals;
  return 0;
}
