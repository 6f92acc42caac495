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
    return beyond.length > 0 ? rangeFinding(table, row, beyond, family) : sameRowEverywhere(table, row, family);
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
  const isWholeTotal = sum.hasFormula ? isTotalLabel(label) : bareTotal.test(label) && table.rows[table.rows.length - 1]?.row === row;
  const startsTable = first === 1 && isWholeTotal && table.sides.get(before.row) === table.sides.get(firstPart);
  return startsTable || table.rows[first - 2]?.kind === 'section' ? [before] : [];
}

const bareTotal = /^(?:summa|totalt?|s:a)\s*:?$/iu;

function rangeFinding(table: ReadTable, row: DraftRow, missing: readonly DraftRow[], family: readonly Relation[]): readonly LeftOut[] {
  const cells = summableColumns(table.draft).filter((column) => row.values.has(column.index) && missing.some((part) => (part.values.get(column.index) ?? 0) !== 0));
  const lead = cells.find((column) => formulaAt(table.draft.grid, row.row, column.index) !== null) ?? cells[0];
  const printed = lead === undefined ? undefined : row.values.get(lead.index);
  const [first] = missing;
  if (lead === undefined || printed === undefined || first === undefined) return [];
  // Without a formula the sheet does not say that the first row belongs to the total.
  const severity = row.sum?.hasFormula || table.rows.some((other) => other.kind === 'section' && other.row < first.row) ? 'error' : 'warning';
  const lacking = new Set(cells.map((column) => column.index));
  const expected = addUp([printed, ...missing.map((part) => part.values.get(lead.index) ?? 0)]);
  return [{ finding: leftOutFinding(table, row, lead.index, first.row, printed, expected, cells.map((column) => cellAddress(row.row, column.index)), severity), explains: family.filter((relation) => lacking.has(relation.total.column) && relation.judgement !== 'ok') }];
}

/** One row that, left out or taken twice, makes every column of the sum exact, where two or more differ. */
function sameRowEverywhere(table: ReadTable, row: DraftRow, family: readonly Relation[]): readonly LeftOut[] {
  const differing = family.filter((relation) => relation.residual !== 0 && relation.kind === 'sum');
  const [lead] = differing;
  if (lead === undefined || differing.length < 2 || !(isTotalLabel(row.label) || row.label === '')) return [];
  for (const times of [-1, 1] as const) {
    const found = lead.terms.find((candidate) => differsBy(candidate, times, lead.residual) && family.every((relation) => {
      const term = relation.terms.find((other) => other.row === candidate.row);
      return term === undefined ? relation.residual === 0 : differsBy(term, times, relation.residual);
    }));
    if (found === undefined) continue;
    const finding = leftOutFinding(table, row, lead.total.column, found.row, lead.total.value, lead.expected, differing.map((relation) => cellAddress(relation.total.row, relation.total.column)), 'error');
    const twice = { ...finding, code: 'sum-mismatch' as const, basis: { operation: 'sum' as const, cells: lead.terms.map((term) => cellAddress(term.row, term.column)), likely: 'row-twice' as const, row: found.row + 1 } };
    return [{ finding: times === -1 ? finding : twice, explains: differing }];
  }
  return [];
}

const differsBy = (term: { readonly sign: number; readonly value: number }, times: 1 | -1, residual: number): boolean =>
  Math.abs(residual - times * term.sign * term.value) <= 1e-9 * Math.max(1, Math.abs(term.value));

function leftOutFinding(table: ReadTable, row: DraftRow, column: number, missing: number, printed: number, expected: number, cells: readonly string[], severity: Finding['severity']): Finding {
  return {
    code: 'row-outside-sum',
    severity,
    sheet: table.draft.grid.name,
    cell: cellAddress(row.row, column),
    printed,
    expected,
    ...(row.label === '' ? {} : { label: row.label }),
    basis: { operation: 'sum', cells, likely: 'row-outside-sum', row: missing + 1 },
  };
}
