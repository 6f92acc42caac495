import { structuralResult } from '../core/structuralResult';
import type { AvvikelseView } from './avvikelseView';

/**
 * The total avvikelse without the rows that are marked as one-off items, in the unit of the table.
 * @param oneOffs row keys
 * @returns null where no row of the table is marked
 */
export function totalWithoutOneOffs(view: AvvikelseView, oneOffs: readonly string[]): number | null {
  const marked = [...view.rows, ...view.below].filter((row) => oneOffs.includes(row.key));
  return marked.length === 0 ? null : structuralResult(view.total.amount, marked.reduce((sum, row) => sum + row.amount, 0));
}
