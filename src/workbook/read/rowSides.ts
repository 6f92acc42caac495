import type { DraftRow } from './draftRow';
import { moneySide, type MoneySide } from './rowLabels';
import type { TableDraft } from './tableDraft';

/**
 * Which side each row stands on: by its own words or account, else by the row it is a varav of, else by the section it stands in.
 * @returns by sheet row; rows that nothing tells of are left out
 */
export function rowSides(draft: TableDraft, rows: readonly DraftRow[]): ReadonlyMap<number, MoneySide> {
  const isAccount = draft.columns.some((column) => column.field === 'account') || rows.filter((row) => row.code !== null && /^[3-8]\d?$/u.test(row.code)).length >= 3;
  const sides = new Map<number, MoneySide>();
  let section: MoneySide | null = null;
  let parent: { readonly level: number; readonly side: MoneySide | null } | null = null;
  for (const row of rows) {
    const own = moneySide(row.label, row.code, isAccount);
    if (row.kind === 'section') section = own;
    if (row.isOutside && parent !== null) {
      if (parent.side !== null) sides.set(row.row, parent.side);
      continue;
    }
    const side = own ?? (row.kind === 'item' ? section : null);
    if (side !== null && row.kind !== 'section') sides.set(row.row, side);
    if (row.kind === 'item' || row.kind === 'sum') parent = { level: row.level, side };
    if (row.kind === 'sum') section = null;
  }
  for (const row of rows) {
    if (row.sum === undefined || sides.has(row.row)) continue;
    const parts = new Set(row.sum.parts.map((part) => sides.get(part.row)));
    const [only] = parts;
    if (parts.size === 1 && only !== undefined) sides.set(row.row, only);
  }
  return sides;
}
