import { unitDecimals, type Unit } from '../../core/amount';

/** Printed where a figure is missing: never 0. */
export const MISSING = '–';

/**
 * A figure inside a sentence on a sheet: decimal comma, U+00A0 between thousands, U+2212 as minus. What rounds to zero has no sign.
 * @param decimals decimals to print
 * @param isSigned write "+" on a positive figure
 * @example printFigure(-1042.83, 1) // "−1 042,8"
 */
export function printFigure(value: number, decimals: number, isSigned = false): string {
  if (!Number.isFinite(value)) return MISSING;
  const [whole = '0', fraction] = Math.abs(roundHalfAway(value, decimals)).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const text = fraction === undefined ? grouped : `${grouped},${fraction}`;
  if (!/[1-9]/.test(text)) return text;
  return value < 0 ? `−${text}` : isSigned ? `+${text}` : text;
}

/** An amount with the decimals of its unit, without the unit's name: printAmount(-25.8, 'mnkr', true) → "−25,8". */
export function printAmount(value: number, unit: Unit, isSigned = false): string {
  return printFigure(value, unitDecimals(unit), isSigned);
}

/** A share as percent: printPercent(0.034) → "3,4 %". */
export function printPercent(share: number, decimals = 1, isSigned = false): string {
  return `${printFigure(share * 100, decimals, isSigned)}\u00a0%`;
}

/** A figure as it was stored, with at most three decimals: printExact(-43.6) → "−43,6". */
export function printExact(value: number, isSigned = false): string {
  return printFigure(value, roundedDecimals(value) ?? 3, isSigned);
}

/**
 * The decimals that a figure has been rounded to, at most 3; null for a figure with more, which nobody rounded.
 * @example roundedDecimals(-43.6) // 1
 */
export function roundedDecimals(value: number): number | null {
  return [0, 1, 2, 3].find((decimals) => Math.abs(value - Number(value.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(value))) ?? null;
}

/** 1.005 is stored a hair below itself; the nudge makes halves go away from zero, as Excel prints them. */
function roundHalfAway(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + Number.EPSILON * 4))) / factor;
}
