import { parseArea } from '../workbook/address';
import type { Area } from '../workbook/address';

/** A place as Excel writes it, taken apart: "'Blad 1'!$A$1:B2" → sheet "Blad 1" and area. */
export interface SheetAddress {
  readonly sheet: string;
  readonly area: Area;
}

/** Takes an address or a name's formula apart; null when it is not one area of one sheet (several areas, whole columns, #REF!, another workbook). */
export function parseSheetAddress(text: string): SheetAddress | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!(),:]+))!([^!]+)$/.exec(text);
  if (!match) return null;
  const [, quoted, plain = '', local = ''] = match;
  const sheet = quoted === undefined ? plain : quoted.replaceAll("''", "'");
  const area = parseArea(local);
  return area === null || sheet.includes('[') ? null : { sheet, area };
}
