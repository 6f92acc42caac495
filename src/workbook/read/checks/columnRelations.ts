import { formulaAt } from '../../grid';
import type { DraftRow, RowSum } from '../draftRow';
import { isDeviationField, summableColumns } from '../figureColumns';
import type { ReadTable } from '../readTable';
import { establishFamily, relationOf, type Relation, type RelationDraft } from './relations';

/** Every printed sum and net of a table, column by column, with what its rows give. Guesses from the layout are in it, never established. */
export function columnRelations(table: ReadTable): readonly Relation[] {
  const columns = summableColumns(table.draft);
  return table.rows.flatMap((row) => {
    const { sum } = row;
    if (sum === undefined) return [];
    const family = columns.flatMap((column): RelationDraft[] => {
      const isNet = sum.parts.some((part) => part.sign === -1);
      const cells = sum.parts.map((part) => ({ row: part.row, column: column.index, sign: isDeviationField(column.field) ? (1 as const) : part.sign }));
      const relation = relationOf(table, isNet ? 'net' : 'sum', 'sum-mismatch', { row: row.row, column: column.index }, cells, sum);
      if (relation === null) return [];
      // A share column that does not add up is no total of shares.
      return column.field === 'share' && (relation.judgement === 'error' || relation.terms.length < 2) ? [] : [relation];
    });
    return establishFamily(family, (relation) => sum.agreeing > 0 && sum.hasFormula && sumsByFormula(table, row, relation.total.column, sum));
  });
}

/** Whether the cell, or two others of its row, holds the formula that the sum rests on. */
function sumsByFormula(table: ReadTable, row: DraftRow, column: number, sum: RowSum): boolean {
  if (!sum.hasFormula) return false;
  if (formulaAt(table.draft.grid, row.row, column) !== null) return true;
  return summableColumns(table.draft).filter((other) => other.index !== column && formulaAt(table.draft.grid, row.row, other.index) !== null).length >= 2;
}
