import { cellAddress, quoteSheetName, type Area } from '../address';
import type { SpecFormula } from './sheetSpec';

/** A formula of ours, written without the leading "=": `formula('D7-C7')`. Only addresses, numbers and words of ours may go in. */
export function formula(expression: string): SpecFormula {
  return { formula: `=${expression}` };
}

/**
 * A cell of the user's as it stands inside a formula. The sheet name is always quoted, so that no name can break out of it.
 * @param row 0-based
 * @param column 0-based
 * @example sourceReference('Per ansvar', 3, 2) // "'Per ansvar'!C4"
 */
export function sourceReference(sheet: string, row: number, column: number): string {
  return `${quoteSheetName(sheet)}!${cellAddress(row, column)}`;
}

/** A range of the user's cells: "'Hemtjänst månad'!C16:C27". */
export function sourceRange(sheet: string, area: Area): string {
  return `${sourceReference(sheet, area.top, area.left)}:${cellAddress(area.bottom, area.right)}`;
}

/** A formula that shows a cell of the user's: a cell that holds no number (empty, a text, an error) shows "–", never 0. */
export function liveReference(sheet: string, row: number, column: number, isNumber: boolean): SpecFormula {
  const reference = sourceReference(sheet, row, column);
  return formula(isNumber ? reference : `IF(ISNUMBER(${reference}),${reference},"–")`);
}

/** A number inside a formula, English notation: 0.03 → "0.03". */
export function formulaNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}
