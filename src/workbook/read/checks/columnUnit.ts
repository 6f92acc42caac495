import { convertAmount, type Unit } from '../../../core/amount';
import { columnDecimals } from '../comparisons';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';

/** The unit of a column's amounts: its own, else its table's; null where neither is known. */
export const columnUnit = (table: ReadTable, column: DraftColumn): Unit | null => column.unit ?? table.draft.unit;

/** What a figure in one unit is multiplied by to stand in another; 1 where either is unknown. */
export const factorBetween = (from: Unit | null, to: Unit | null): number => (from === null || to === null ? 1 : convertAmount(1, from, to));

/** Half a unit of the last decimal that a column's figures share; next to nothing where they are unrounded. */
export function halfUnit(table: ReadTable, column: DraftColumn): number {
  const decimals = columnDecimals(column, table.rows);
  return decimals === Infinity ? 1e-6 : 0.5 * 10 ** -decimals + 1e-9;
}
