import { columnIndex } from '../workbook/address';
import type { RewritePreview } from '../workbook/write/rewrite';

/** Cells of one column that a writing would change. */
export interface AffectedCells {
  /** "D29:D34", from the first to the last of them. */
  readonly range: string;
  readonly count: number;
}

/** What a writing would change on a sheet, column by column from the left; for the one who has to unprotect it. */
export function affectedCells({ changes }: Pick<RewritePreview, 'changes'>): readonly AffectedCells[] {
  const rows = new Map<string, number[]>();
  for (const { cell } of changes) {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    if (letters !== '') rows.set(letters, [...(rows.get(letters) ?? []), Number(row)]);
  }
  return [...rows]
    .sort(([one], [other]) => columnIndex(one) - columnIndex(other))
    .map(([letters, at]) => {
      const [first, last] = [Math.min(...at), Math.max(...at)];
      return { range: first === last ? `${letters}${first}` : `${letters}${first}:${letters}${last}`, count: at.length };
    });
}
