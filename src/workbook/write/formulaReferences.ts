import { areaAddress, columnIndex, quoteSheetName, type Area } from '../address';

/** A cell or range that a formula speaks of. `sheet` is left out where the formula means its own sheet. */
export interface FormulaReference {
  readonly sheet?: string;
  readonly area: Area;
  /** Which of the address parts carry "$". */
  readonly isFixed: { readonly left: boolean; readonly top: boolean; readonly right: boolean; readonly bottom: boolean };
  /** As it stands in the formula. */
  readonly text: string;
}

const STRING = '"(?:[^"]|"")*"';
const SHEET = "(?:'((?:[^']|'')+)'|([\\p{L}_][\\p{L}\\p{N}_.]*))!";
const CELL = '(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})';
const TOKEN = new RegExp(`(${STRING})|(?<![\\p{L}\\p{N}_.!'])(?:${SHEET})?${CELL}(?::${CELL})?(?![\\p{L}\\p{N}_.(!])`, 'gu');

/**
 * Replaces each reference of a formula; texts in quotation marks are passed over.
 * @param formula English notation, with or without "="
 * @example mapReferences('=D7-C7', () => '#') // '=#-#'
 */
export function mapReferences(formula: string, replace: (reference: FormulaReference) => string): string {
  return formula.replace(TOKEN, (text: string, ...groups: (string | undefined)[]) => {
    const [string, quoted, plain, left$ = '', left = '', top$ = '', top = '', right$ = left$, right = left, bottom$ = top$, bottom = top] = groups;
    if (string !== undefined) return text;
    const area = { left: columnIndex(left), top: Number(top) - 1, right: columnIndex(right), bottom: Number(bottom) - 1 };
    const sheet = quoted?.replaceAll("''", "'") ?? plain;
    const isFixed = { left: left$ !== '', top: top$ !== '', right: right$ !== '', bottom: bottom$ !== '' };
    return replace({ ...(sheet === undefined ? {} : { sheet }), area, isFixed, text });
  });
}

/** The same reference with another area; "$" marks stay where they were. */
export function referenceText(reference: FormulaReference, area: Area, sheet = reference.sheet): string {
  const prefix = sheet === undefined ? '' : `${quoteSheetName(sheet)}!`;
  const [first = '', last] = areaAddress(area).split(':');
  const { isFixed } = reference;
  const start = fixedAddress(first, isFixed.left, isFixed.top);
  const isRange = reference.text.includes(':');
  return prefix + (isRange ? `${start}:${fixedAddress(last ?? first, isFixed.right, isFixed.bottom)}` : start);
}

function fixedAddress(address: string, isColumnFixed: boolean, isRowFixed: boolean): string {
  return address.replace(/^([A-Z]+)(\d+)$/, `${isColumnFixed ? '$$' : ''}$1${isRowFixed ? '$$' : ''}$2`);
}
