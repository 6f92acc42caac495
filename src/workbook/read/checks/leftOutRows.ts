import { sum as addUp } from '../../../core/decimal';
import { cellAddress } from '../../address';
import { formulaAt } from '../../grid';
import type { Finding } from '../../report';
import type { DraftRow } from '../draftRow';
import { isTotalLabel } from '../rowLabels';
import { summableColumns } from '../figureColumns';
import type { ReadTable } from '../readTable';
import type { Relation } from './relations';

export interface LeftOut {
  readonly finding: Finding;
  /** Relations that the missing row explains. */
  readonly explains: readonly Relation[];
}

/**
 * Rows that a sum lacks: a formula whose range ends before the last row above the sum, or begins after the first; and printed sums that in
 * every column agree exactly once one and the same row is taken away.
 */
export function leftOutRows(table: ReadTable, relations: readonly Relation[]): readonly LeftOut[] {
  const summed = new Set(table.rows.flatMap((row) => row.sum?.parts.map((part) => part.row) ?? []));
  const bySum = new Map<number, Relation[]>();
  for (const relation of relations) {
    if (relation.sum === undefined) continue;
    const known = bySum.get(relation.total.row);
    if (known) known.push(relation);
    else bySum.set(relation.total.row, [relation]);
  }
  return table.rows.flatMap((row, index) => {
    if (row.sum === undefined) return [];
    const family = bySum.get(row.row) ?? [];
    const beyond = [...(row.sum.hasFormula ? shortRange(table, index, summed) : []), ...lateStart(table, row, summed)];
    return beyond.length > 0 ? rangeFinding(table, row, beyond, family) : omittedEverywhere(table, row, family);
  });
}

/** The rows between a formula's range and its sum that no sum takes; none when the range is whole. */
function shortRange(table: ReadTable, index: number, summed: ReadonlySet<number>): readonly DraftRow[] {
  const sum = table.rows[index]?.sum;
  if (sum === undefined || sum.parts.some((part) => part.sign === -1) || sum.parts.length < 2) return [];
  const last = Math.max(...sum.parts.map((part) => part.row));
  const missing: DraftRow[] = [];
  for (let above = index - 1; above >= 0; above -= 1) {
    const row = table.rows[above];
    if (row === undefined || row.row <= last || row.kind === 'section') break;
    if (row.kind === 'item' && row.values.size > 0 && !row.isOutside && !summed.has(row.row)) missing.push(row);
  }
  return missing;
}

/**
 * The row before the first that a sum takes, when no sum takes it: directly below a section's heading, or the first of a table whose total is a
 * formula. A row of the other side (revenue above a sum of costs) does not belong to the sum.
 */
function lateStart(table: ReadTable, { row, label, sum }: DraftRow, summed: ReadonlySet<number>): readonly DraftRow[] {
  if (sum === undefined || sum.agreeing === 0 || !sum.hasCue || sum.parts.length < 2 || sum.parts.some((part) => part.sign === -1)) return [];
  const firstPart = Math.min(...sum.parts.map((part) => part.row));
  const first = table.rows.findIndex((candidate) => candidate.row === firstPart);
  const before = table.rows[first - 1];
  if (before?.kind !== 'item' || before.values.size === 0 || before.isOutside || summed.has(before.row) || firstPart > row) return [];
  const startsTable = first === 1 && sum.hasFormula && isTotalLabel(label) && table.sides.get(before.row) === table.sides.get(firstPart);
  return startsTable || table.rows[first - 2]?.kind === 'section' ? [before] : [];
}

function rangeFinding(table: ReadTable, row: DraftRow, missing: readonly DraftRow[], family: readonly Relation[]): readonly LeftOut[] {
  const cells = summableColumns(table.draft).filter((column) => row.values.has(column.index) && missing.some((part) => (part.values.get(column.index) ?? 0) !== 0));
  const lead = cells.find((column) => formulaAt(table.draft.grid, row.row, column.index) !== null) ?? cells[0];
  const printed = lead === undefined ? undefined : row.values.get(lead.index);
  const [first] = missing;
  if (lead === undefined || printed === undefined || first === undefined) return [];
  const lacking = new Set(cells.map((column) => column.index));
  const expected = addUp([printed, ...missing.map((part) => part.values.get(lead.index) ?? 0)]);
  return [{ finding: leftOutFinding(table, row, lead.index, first.row, printed, expected, cells.map((column) => cellAddress(row.row, column.index))), explains: family.filter((relation) => lacking.has(relation.total.column) && relation.judgement !== 'ok') }];
}

/** A row that, taken away, makes every column of the sum exact, where with it two or more differ. */
function omittedEverywhere(table: ReadTable, row: DraftRow, family: readonly Relation[]): readonly LeftOut[] {
  const differing = family.filter((relation) => relation.residual !== 0 && relation.kind === 'sum');
  if (differing.length < 2 || !isTotalLabel(row.label)) return [];
  const [lead] = differing;
  const candidates = lead?.terms.filter((term) => isOmitted(term, lead.residual)) ?? [];
  for (const candidate of candidates) {
    const explainsAll = family.every((relation) => {
      const term = relation.terms.find((other) => other.row === candidate.row);
      return term === undefined ? relation.residual === 0 : isOmitted(term, relation.residual);
    });
    if (!explainsAll || lead === undefined) continue;
    return [{ finding: leftOutFinding(table, row, lead.total.column, candidate.row, lead.total.value, lead.expected, differing.map((relation) => cellAddress(relation.total.row, relation.total.column))), explains: differing }];
  }
  return [];
}

const isOmitted = (term: { readonly sign: number; readonly value: number }, residual: number): boolean => Math.abs(residual + term.sign * term.value) <= 1e-9 * Math.max(1, Math.abs(term.value));

function leftOutFinding(table: ReadTable, row: DraftRow, column: number, missing: number, printed: number, expected: number, cells: readonly string[]): Finding {
  return {
    code: 'row-outside-sum',
    severity: 'error',
    sheet: table.draft.grid.name,
    cell: cellAddress(row.row, column),
    printed,
    expected,
    ...(row.label === '' ? {} : { label: row.label }),
    basis: { operation: 'sum', cells, likely: 'row-outside-sum', row: missing + 1 },
  };
}
