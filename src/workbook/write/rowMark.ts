import { mapReferences } from './formulaReferences';
import type { DraftRowKind } from './sheetDraft';
import { isSpecFormula, type SpecValue } from './sheetSpec';

/**
 * What the hidden key column says of a row: where it belongs, and a print of each cell as we wrote it. It travels with the row when the
 * sheet is sorted, copied or gets new rows.
 */
export interface RowMark {
  readonly block: string;
  /** Place of the row among the draft's rows when it was written. */
  readonly order: number;
  readonly kind: DraftRowKind;
  readonly key: string;
  /** By column of the draft; '' where the cell was the user's or not printed. */
  readonly prints: readonly string[];
}

const KINDS: readonly string[] = ['title', 'heading', 'head', 'body', 'sum', 'note', 'air'] satisfies readonly DraftRowKind[];

/** The mark as the key cell holds it. */
export function writeMark(mark: RowMark): string {
  return JSON.stringify(['von', mark.block, mark.order, mark.kind, mark.key, mark.prints.join(',')]);
}

/** The mark in a cell; null for any other content. */
export function readMark(value: unknown): RowMark | null {
  if (typeof value !== 'string' || !value.startsWith('["von",')) return null;
  const parts = parseList(value);
  const [, block, order, kind, key, prints] = parts;
  if (typeof block !== 'string' || typeof order !== 'number' || typeof key !== 'string' || typeof prints !== 'string') return null;
  return isRowKind(kind) ? { block, order, kind, key, prints: prints === '' ? [] : prints.split(',') } : null;
}

function parseList(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    // A cell that only looks like a mark is the user's own.
    return [];
  }
}

function isRowKind(value: unknown): value is DraftRowKind {
  return typeof value === 'string' && KINDS.includes(value);
}

/**
 * A short print of what a cell holds, equal for the same content wherever the row and its neighbours stand: own addresses are told by
 * `nameCell`, addresses on other sheets are left out (they move with the user's sheets).
 */
export function printCell(value: SpecValue, nameCell: (row: number, column: number) => string): string {
  if (value === null || value === undefined || value === '') return '';
  if (!isSpecFormula(value)) return hash(typeof value === 'number' ? `n${Number(value.toPrecision(12))}` : `${typeof value}${String(value)}`);
  const named = mapReferences(value.formula, ({ sheet, area }) =>
    sheet === undefined ? `[${nameCell(area.top, area.left)}:${nameCell(area.bottom, area.right)}]` : '@',
  );
  return hash(named.replaceAll(' ', '').toUpperCase());
}

/** FNV-1a, 32 bits, in base 36. */
export function hash(text: string): string {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return (state >>> 0).toString(36);
}
