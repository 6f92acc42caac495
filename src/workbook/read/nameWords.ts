import type { NamedArea } from '../grid';

/**
 * The words of a defined name: "UtfallAck_2025" is "Utfall Ack 2025".
 */
export function nameWords(name: string): string {
  return name
    .replace(/[_.\\]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .trim();
}

/** The defined name that stands for the figures of one column: it covers nothing else, and at least two of the rows below the heading. */
export function columnName(names: readonly NamedArea[], sheet: string, column: number, firstRow: number, lastRow: number): string | null {
  const found = names.find(({ sheet: on, area }) => on === sheet && area.left === column && area.right === column && area.top >= firstRow - 1 && area.bottom <= lastRow && area.bottom - area.top >= 1);
  return found?.name ?? null;
}
