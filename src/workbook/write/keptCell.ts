import { cellAddress } from '../address';
import { cellText } from './cellText';
import { heldLook, heldValue, printAt, shownValue, type OwnRow, type OwnSheetReading } from './ownSheet';
import { printContent, printLook } from './rowMark';
import type { DraftCell } from './sheetDraft';
import { isSpecFormula, type SpecValue } from './sheetSpec';

/** What becomes of a cell that is there already. */
export type Keeping =
  /** Ours, as we left it: it is written anew. */
  | { readonly kind: 'write' }
  /** The user's own text, or an empty cell of ours where the user wrote: it stays. */
  | { readonly kind: 'users'; readonly value: SpecValue }
  /** A cell of ours that the user has changed: it stays, and is listed. */
  | { readonly kind: 'changedByHand'; readonly value: SpecValue }
  /** The user has written one text here and another in the pane: the one here stays until the user chooses. */
  | { readonly kind: 'conflict'; readonly value: SpecValue; readonly offered: string };

const WRITE: Keeping = { kind: 'write' };

/**
 * Decides what becomes of a cell by three texts: what we wrote last time (its print in the row's mark), what stands there now, and what
 * would be written.
 * @param cell the draft's cell; undefined where the draft leaves it empty
 * @param column column of the draft
 * @param at sheet column where it stands now
 */
export function keptCell(cell: DraftCell | undefined, own: OwnSheetReading, old: OwnRow, column: number, at: number): Keeping {
  const isHelper = column > own.printedCount;
  const print = printAt(old.mark, column, own.printedCount);
  const value = heldValue(own.grid, old.row, at);
  const now = heldPrint(own, old, at);
  if (isHelper) return print.content === '' && now !== '' && (cell?.value ?? null) === null ? { kind: 'users', value } : WRITE;
  if (cell?.isUsers === true) return keptUserCell(cell, print.content, now, value);
  // A row that was deleted takes the addresses of others with it: such a formula is nobody's any more.
  if (print.content !== '' && isSpecFormula(value) && value.formula.includes('#REF!')) return WRITE;
  const wanted = cell?.offered === undefined ? null : printContent(typeof cell.value === 'string' ? cellText(cell.value) : cell.value, NOWHERE);
  if (wanted === now) return WRITE;
  if (now === print.content || now === '') return now === '' && print.content !== '' && !print.isUsers ? { kind: 'changedByHand', value: null } : WRITE;
  if (wanted !== null && wanted !== '' && wanted !== print.content) return { kind: 'conflict', value, offered: cell?.offered ?? '' };
  return print.content === '' || print.isUsers ? { kind: 'users', value } : { kind: 'changedByHand', value };
}

function keptUserCell(cell: DraftCell, before: string, now: string, value: SpecValue): Keeping {
  const offered = typeof cell.value === 'string' ? cellText(cell.value) : '';
  if (now === before) return offered === '' && now !== '' ? { kind: 'users', value } : WRITE;
  const wouldWrite = printContent(offered, NOWHERE);
  if (offered === '' || wouldWrite === before || wouldWrite === now) return { kind: 'users', value };
  return now === '' ? WRITE : { kind: 'conflict', value, offered };
}

/**
 * Whether the user has chosen that a cell of theirs shall be written after all ("Skriv över", "Använd den här").
 * @param at sheet column where it stands now
 * @param overwrite the chosen cells, as "Sheet!A1"
 */
export function isOverwritten(own: OwnSheetReading, old: OwnRow, at: number, overwrite: ReadonlySet<string>): boolean {
  return overwrite.has(`${own.grid.name}!${cellAddress(old.row, at)}`);
}

const NOWHERE = { row: 0, blockOf: () => '', columnOf: String };

/** The print of what stands in the cell now, told as the draft would tell it. */
export function heldPrint(own: OwnSheetReading, old: OwnRow, at: number): string {
  const blocks = blocksOf(own);
  return printContent(heldValue(own.grid, old.row, at), {
    row: old.row,
    blockOf: (row) => blocks.get(row) ?? '',
    columnOf: (sheetColumn) => own.printedAs.get(sheetColumn) ?? `+${sheetColumn}`,
  });
}

const knownBlocks = new WeakMap<OwnSheetReading, ReadonlyMap<number, string>>();

/** Blocks by sheet row, made once for each reading: every formula of the sheet asks. */
function blocksOf(own: OwnSheetReading): ReadonlyMap<number, string> {
  const known = knownBlocks.get(own) ?? new Map(own.rows.map(({ row, mark }) => [row, mark.block]));
  knownBlocks.set(own, known);
  return known;
}

/** Whether the user has given the cell another number format, fill or weight than we did. */
export function isLookChanged(own: OwnSheetReading, old: OwnRow, column: number, at: number): boolean {
  const { look } = printAt(old.mark, column, own.printedCount);
  if (look === '' || own.grid.styles.size === 0) return false;
  return printLook(heldLook(own.grid, old.row, at)) !== look;
}

/** Whether a cell shows anything. */
export function isFilled(own: OwnSheetReading, row: number, column: number): boolean {
  return shownValue(own.grid, row, column) !== null;
}
