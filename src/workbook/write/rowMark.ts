import { mapReferences } from './formulaReferences';
import { parseJson } from './parseJson';
import type { DraftRowKind } from './sheetDraft';
import { isSpecFormula, type SpecStyle, type SpecValue } from './sheetSpec';

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
  /** A `CellPrint` for each printed column of the draft, then for each helper column. */
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
  const parts = parseJson(value);
  if (!Array.isArray(parts)) return null;
  const [, block, order, kind, key, prints]: readonly unknown[] = parts;
  if (typeof block !== 'string' || typeof order !== 'number' || typeof key !== 'string' || typeof prints !== 'string') return null;
  return isRowKind(kind) ? { block, order, kind, key, prints: prints === '' ? [] : prints.split(',') } : null;
}

function isRowKind(value: unknown): value is DraftRowKind {
  return typeof value === 'string' && KINDS.includes(value);
}

/** Where a formula's own cell stands, and the block that a row belongs to: what makes a print the same wherever the row stands. */
export interface PrintPlace {
  readonly row: number;
  readonly blockOf: (row: number) => string;
  readonly columnOf: (column: number) => string;
}

/**
 * A short print of what a cell holds, equal for the same content wherever the row and its neighbours stand: addresses in the own row
 * are told by column, in other rows by block and column; addresses on other sheets are left out, since they move with the user's sheets.
 * @returns '' for an empty cell
 */
export function printContent(value: SpecValue, place: PrintPlace): string {
  if (value === null || value === undefined || value === '') return '';
  if (!isSpecFormula(value)) return hash(typeof value === 'number' ? `n${Number(value.toPrecision(12))}` : `${typeof value}${String(value)}`);
  const name = (row: number, column: number): string => `${row === place.row ? '~' : place.blockOf(row)}/${place.columnOf(column)}`;
  const named = mapReferences(value.formula, ({ sheet, area }) =>
    sheet === undefined ? `[${name(area.top, area.left)}:${name(area.bottom, area.right)}]` : '@',
  );
  return hash(named.replaceAll(' ', '').toUpperCase());
}

/** The part of a look that a user is likely to change and every host can read back. */
export interface Look {
  readonly numberFormat?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly fill?: string | undefined;
}

/** A short print of a cell's look. Quotes and escapes in number formats differ between hosts and say nothing. */
export function printLook(look: Look): string {
  const format = (look.numberFormat ?? 'General').replace(/["\\\s\u00a0]/g, '').toLowerCase();
  return hash(`${format}|${look.bold === true}|${look.italic === true}|${(look.fill ?? '').toUpperCase()}`);
}

/** A short print of all that we say of a cell's look: the same print needs no writing, so that whatever the user has done to the cell stays. */
export function printStyle(style: SpecStyle): string {
  return hash(JSON.stringify(Object.entries(style).sort()));
}

/** Print of one cell in a mark. `isUsers` cells are told apart from ours. */
export interface CellPrint {
  readonly isUsers: boolean;
  readonly content: string;
  readonly look: string;
  readonly style: string;
}

/** A print as the mark holds it; `readPrint` reads it back. */
export function writePrint(print: CellPrint): string {
  return `${print.isUsers ? 'u' : ''}${print.content}.${print.look}${print.style === '' ? '' : `.${print.style}`}`;
}

/** The print that a text holds; an empty one where there is none. */
export function readPrint(text: string | undefined): CellPrint {
  const [content = '', look = '', style = ''] = (text ?? '').replace(/^u/, '').split('.');
  return { isUsers: text?.startsWith('u') === true, content, look, style };
}

/** FNV-1a, 32 bits, in base 36. */
export function hash(text: string): string {
  // A leading digit keeps a print of content apart from the mark of a user's cell.
  return `0${hashNumber(text).toString(36)}`;
}

/** FNV-1a, 32 bits. */
export function hashNumber(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}
