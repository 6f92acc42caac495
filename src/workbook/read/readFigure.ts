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

const onePoint = /^\D*[1-9]\d{0,2}\.\d{3}(?![\d.,])\D*$/u;
const severalPoints = /^\D*\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?![\d.,])\D*$|^\D*\d{1,3}\.\d{3},\d+(?![\d.,])\D*$/u;

/** Whether a text can only be a number with points between its thousands: "1.660.000", "1.234,56". */
export const hasPointedThousands = (value: CellValue): boolean => typeof value === 'string' && value.length <= 60 && severalPoints.test(value) && parseSwedishNumber(value) !== null;

const withNote = /^([^()]*\d[^()]*?)\s*\((\D[^()]*)\)$/u;

/**
 * Reads the figure of a cell, stored as a number or as a Swedish text; a percent is a share.
 * @param numberFormat tells a date, which is no figure
 * @param pointsPartThousands whether "816.000" is 816 000 here, as the cells beside it tell; alone it could be 816 with decimals and is no figure
 * @returns null for an empty cell, a date, an error, "–", "X" and other words
 * @example readFigure('72 % (aug 2025)', 'General') gives { value: 0.72, isText: true, unit: 'percent', note: 'aug 2025' }
 */
export function readFigure(value: CellValue, numberFormat: string, pointsPartThousands = false): Figure | null {
  if (typeof value === 'number') return isDateFormat(numberFormat) ? null : { value: withoutFloatNoise(value), isText: false, unit: null };
  if (typeof value !== 'string' || isCellError(value) || value.length > 60) return null;
  const spaced = value.replace(/(\d)\s{2,}(?=\d{3})/gu, '$1 ');
  const plain = parseSwedishNumber(pointsPartThousands && onePoint.test(spaced) ? spaced.replace('.', '') : spaced);
  if (plain) return { value: plain.value, isText: true, unit: plain.unit };
  const noted = withNote.exec(value.trim());
  const figure = noted ? parseSwedishNumber(noted[1] ?? '') : null;
  return figure ? { value: figure.value, isText: true, unit: figure.unit, note: noted?.[2] ?? '' } : null;
}

/**
 * A stored number as a person entered it: 9.700000000000001, which a file may hold for 9,7, is 9.7.
 * Fourteen digits are kept: of the fifteen that Excel shows, the last may already be residue.
 */
function withoutFloatNoise(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(14));
}
