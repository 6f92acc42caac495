import { isSpecFormula } from '../workbook/write/sheetSpec';
import type { SpecValue } from '../workbook/write/sheetSpec';
import { cellText } from '../workbook/write/cellText';

/** What goes into `Range.formulas`: null leaves the cell, "" empties it. */
export type CellInput = string | number | boolean | null;

/** The longest text a cell can hold. */
const LONGEST = 32_767;
/** Words alone, which Excel takes for nothing but text. Whatever holds a digit could be a date or an amount in some language. */
const PLAIN = /^\p{L}[\p{L}\p{M} ,.;:–-]*$/u;
const BOOLEAN_WORD = /^(true|false|sant|falskt)$/i;

/**
 * A text that stays a text whatever it begins with: Excel takes "=", "+", "-" and "@" for formulas, "12 %" and "maj 2024" for
 * numbers. An apostrophe before it, which is no part of the cell's value, prevents that; words alone do without.
 * @example textInput('- Vakanshållning') // "'- Vakanshållning"
 */
export function textInput(text: string): string {
  const clean = cellText(text);
  return isPlain(clean) || needsTextFormat(clean) ? clean : `'${clean}`;
}

/** Whether a text fills its cell, so that an apostrophe has no room; its cell gets the number format "@" first. */
export function needsTextFormat(text: string): boolean {
  return text.length >= LONGEST && !isPlain(cellText(text));
}

function isPlain(clean: string): boolean {
  return clean === '' || (PLAIN.test(clean) && !BOOLEAN_WORD.test(clean));
}

/** A value of a SheetSpec as Excel shall get it. A number that is none (NaN, infinite) is a fault of ours, never a silent zero. */
export function cellInput(value: SpecValue): CellInput {
  if (value === undefined) return null;
  if (value === null) return '';
  if (isSpecFormula(value)) return value.formula;
  if (typeof value === 'string') return textInput(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`a sheet cannot hold ${value}`);
  return value;
}
