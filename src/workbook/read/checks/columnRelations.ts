import { formulaAt } from '../../grid';
import { pairRoom } from '../comparisons';
import { conventionOf } from '../detectSignRule';
import type { DraftRow, RowSum } from '../draftRow';
import { countColumns, figureColumns, isDeviationField, summableColumns } from '../figureColumns';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';
import { establishFamily, relationOf, rowAt, type Relation, type RelationDraft } from './relations';

/** Every printed sum and net of a table, column by column, with what its rows give. Guesses from the layout are in it, never established. */
export function columnRelations(table: ReadTable): readonly Relation[] {
  const counts = countColumns(table.draft);
  const columns = [...summableColumns(table.draft).filter((column) => !counts.includes(column)), ...counts];
  return weakenUnreliable(table.rows.flatMap((row) => {
    const { sum } = row;
    if (sum === undefined) return [];
    const family = columns.flatMap((column): RelationDraft[] => {
      if (printsNet(table, row, column)) return [];
      const isNet = sum.parts.some((part) => part.sign === -1);
      const cells = sum.parts.map((part) => ({ row: part.row, column: column.index, sign: isDeviationField(column.field) ? deviationSign(table, row.row, part.row) : part.sign }));
      const relation = relationOf(table, isNet ? 'net' : 'sum', 'sum-mismatch', { row: row.row, column: column.index }, cells, sum);
      if (relation === null || isMean(relation)) return [];
      // A share column that does not add up is no total of shares.
      return column.field === 'share' && (relation.judgement === 'error' || relation.terms.length < 2) ? [] : [relation];
    });
    const isSummed = (relation: RelationDraft): boolean => sum.agreeing > 0 && sum.hasFormula && sumsByFormula(table, row, relation.total.column, sum);
    return establishFamily(family, isSummed, undefined, unreadSums(table, row, sum));
  }));
}

const fewestTelling = 3;
const widestMean = 2;

/** A figure below others of about the same size, and among them, is their mean: a price per hour in a row of sums. */
function isMean({ kind, judgement, total, terms }: RelationDraft): boolean {
  if (kind !== 'sum' || judgement !== 'error' || terms.length < fewestTelling) return false;
  const values = terms.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least * most > 0 && total.value >= least && total.value <= most && Math.max(Math.abs(least), Math.abs(most)) <= widestMean * Math.min(Math.abs(least), Math.abs(most));
}

/** How many columns whose field is not read add up in a row too; one with fewer than three figures to add proves nothing. */
function unreadSums(table: ReadTable, row: DraftRow, sum: RowSum): number {
  if (sum.agreeing === 0 || table.draft.kind !== 'budget') return 0;
  const counts = countColumns(table.draft);
  return figureColumns(table.draft).filter((column) => {
    if (column.field !== 'other' || counts.includes(column)) return false;
    const relation = relationOf(table, 'sum', 'sum-mismatch', { row: row.row, column: column.index }, sum.parts.map((part) => ({ ...part, column: column.index })), sum);
    return relation?.judgement === 'ok' && relation.terms.filter(({ value }) => value !== 0).length >= fewestTelling;
  }).length;
}

/** Deviations are added as they are printed, but turned where a part prints better with another sign than its total does. */
function deviationSign({ sign }: ReadTable, total: number, part: number): 1 | -1 {
  if (sign.rule === null || sign.parts.size === 0) return 1;
  return conventionOf(sign, sign.rule, total).isPlusWorse === conventionOf(sign, sign.rule, part).isPlusWorse ? 1 : -1;
}

/**
 * A total that sets the surplus of its rows off against their deficit: it stands in one of two columns, although both have figures above it, or in
 * the only one as its own budget and outcome have it.
 */
function printsNet(table: ReadTable, row: DraftRow, { index, half, isOneSided }: DraftColumn): boolean {
  if (isOneSided === true) return isOwnDifference(table, row, index);
  if (half === undefined) return false;
  const isFilled = (one: DraftRow, column: number): boolean => (one.values.get(column) ?? 0) !== 0;
  const hasFigures = (column: number): boolean => row.sum?.parts.some((part) => isFilled(rowAt(table, part.row) ?? row, column)) ?? false;
  return isFilled(row, index) !== isFilled(row, half.other.index) && hasFigures(index) && hasFigures(half.other.index);
}

function isOwnDifference(table: ReadTable, row: DraftRow, column: number): boolean {
  const deviation = table.deviations.find(({ variance }) => variance.index === column);
  const [budget, compared] = [deviation?.pair.budget.index, deviation?.pair.compared.index].map((index) => (index === undefined ? undefined : row.values.get(index)));
  const printed = row.values.get(column);
  if (deviation === undefined || budget === undefined || compared === undefined || printed === undefined) return false;
  return Math.abs(Math.abs(printed) - Math.abs(compared - budget)) <= pairRoom([deviation.variance, deviation.pair.budget, deviation.pair.compared], table.rows);
}

/**
 * A column in which two or more sums, and half of them, fail by different amounts lacks rows that its sums have: nothing in it is known to be
 * wrong. Columns with formulas tell their rows themselves.
 */
function weakenUnreliable(relations: readonly Relation[]): readonly Relation[] {
  const byColumn = new Map<number, Relation[]>();
  for (const relation of relations) {
    const known = byColumn.get(relation.total.column);
    if (known) known.push(relation);
    else byColumn.set(relation.total.column, [relation]);
  }
  const unreliable = new Set<number>();
  for (const [column, sums] of byColumn) {
    const failing = sums.filter((relation) => relation.judgement === 'error' && !relation.sum?.hasFormula);
    const amounts = new Set(failing.map((relation) => Math.round(Math.abs(relation.residual) / Math.max(relation.tolerance, 1e-6))));
    if (failing.length >= 2 && amounts.size >= 2 && failing.length * 2 >= sums.length) unreliable.add(column);
  }
  return relations.map((relation) => (unreliable.has(relation.total.column) ? { ...relation, isEstablished: false } : relation));
}

/** Whether the cell, or another of its row, holds the formula that the sum rests on. */
function sumsByFormula(table: ReadTable, row: DraftRow, column: number, sum: RowSum): boolean {
  if (!sum.hasFormula) return false;
  if (formulaAt(table.draft.grid, row.row, column) !== null) return true;
  return summableColumns(table.draft).filter((other) => other.index !== column && formulaAt(table.draft.grid, row.row, other.index) !== null).length >= 1;
}
