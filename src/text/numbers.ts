import { unitDecimals, type Unit } from '../core/amount';
import { LOCALES, type Language } from './language';

/** Printed where a figure is missing: never 0. Read aloud as "saknas". */
export const MISSING = '–';

export interface NumberStyle {
  /** Write "+" on positive figures; for avvikelser and effects only. */
  readonly signed?: boolean;
  readonly language?: Language;
}

const formats = new Map<string, Intl.NumberFormat>();

/** The decimals an amount is printed with; one where its unit is not known. */
export function amountDecimals(unit: Unit | null): number {
  return unit === null ? 1 : unitDecimals(unit);
}

/**
 * A figure with a fixed number of decimals: thousands U+00A0, decimal comma, minus U+2212. What rounds to zero carries no sign.
 * @param value the figure; null, undefined and non-finite figures give "–"
 * @param decimals decimals to print
 * @returns the text
 * @example formatNumber(-1042.83, 1) // "−1 042,8"
 */
export function formatNumber(value: number | null | undefined, decimals: number, style: NumberStyle = {}): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const language = style.language ?? 'sv';
  const key = `${language} ${decimals} ${style.signed === true}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: style.signed === true ? 'exceptZero' : 'auto',
    });
    formats.set(key, format);
  }
  const text = format.format(value).replace('-', '\u2212');
  return /[1-9]/.test(text) ? text : text.replace('\u2212', '');
}

/**
 * An amount with the decimals of its unit, without the unit's name.
 * @example formatAmount(-25.8, 'mnkr', { signed: true }) // "−25,8"
 */
export function formatAmount(value: number | null | undefined, unit: Unit | null, style: NumberStyle = {}): string {
  return formatNumber(value, amountDecimals(unit), style);
}

/**
 * An amount followed by its unit, joined by U+00A0.
 * @example formatAmountWithUnit(21230, 'tkr') // "21 230 tkr"
 */
export function formatAmountWithUnit(value: number | null | undefined, unit: Unit | null, style: NumberStyle = {}): string {
  const text = formatAmount(value, unit, style);
  return unit === null || text === MISSING ? text : `${text}\u00a0${unit}`;
}

/**
 * A share as percent with one decimal: 0.0342 → "3,4 %".
 * @param share the share; null and undefined give "–"
 * @example formatPercent(-0.1166, { signed: true }) // "−11,7 %"
 */
export function formatPercent(share: number | null | undefined, style: NumberStyle = {}, decimals = 1): string {
  const text = formatNumber(share === null || share === undefined ? share : share * 100, decimals, style);
  return text === MISSING ? text : `${text}\u00a0%`;
}

/**
 * A change between two shares in percentage points, always signed: 0.04 → "+4,0 p.e.".
 */
export function formatPercentagePoints(change: number | null | undefined, language: Language = 'sv'): string {
  const text = formatNumber(change === null || change === undefined ? change : change * 100, 1, { signed: true, language });
  if (text === MISSING) return text;
  return `${text}\u00a0${language === 'sv' ? 'p.e.' : 'pp'}`;
}

/** A whole number of things: 1042 → "1 042". */
export function formatCount(value: number, language: Language = 'sv'): string {
  return formatNumber(value, 0, { language });
}

/** A figure as it would stand in a subtraction: a negative one in parentheses. (−221.3) → "(−221,3)". */
export function formatTerm(value: number, decimals: number, language: Language = 'sv'): string {
  const text = formatNumber(value, decimals, { language });
  return text.startsWith('\u2212') ? `(${text})` : text;
}

/** A figure with as many decimals as it has, at least `least` and at most 3: what stands in a cell, printed as it stands. */
export function formatExact(value: number, least = 0, language: Language = 'sv'): string {
  return formatNumber(value, Math.max(least, exactDecimals(value)), { language });
}

/**
 * The decimals that a figure has when it is printed as it stands, at most 3.
 * @example exactDecimals(-25.8) // 1
 */
export function exactDecimals(value: number): number {
  const printed = Number(value.toFixed(3));
  return [0, 1, 2].find((count) => printed === Number(printed.toFixed(count))) ?? 3;
}
