import { cellAddress } from '../../address';
import type { Field, Finding } from '../../report';
import { pairRoom } from '../comparisons';
import type { DraftRow } from '../draftRow';
import { countColumns, figureColumns } from '../figureColumns';
import { readConcepts } from '../headingWords';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';
import type { CheckResult } from './checkTieOut';
import { relationOf } from './relations';
import { causeOf } from './sumCause';

const fewestBearingOut = 3;
const amounts: ReadonlySet<Field> = new Set<Field>(['previous', 'budget', 'budgetOriginal', 'budgetToDate', 'actual', 'actualToDate', 'forecast']);

/**
 * Recomputes the columns of money whose field is not read: a worst case beside the forecast, units side by side, a change since last year. What
 * their figures are is not known, so that a sum is held against them only where the rest of its row adds up and the fault shows its cause, and a
 * change only where all other rows are the same difference.
 */
export function checkUnreadColumns(table: ReadTable): CheckResult {
  const { draft } = table;
  const isMoney = draft.kind === 'budget' || (draft.kind === 'other' && draft.unit !== null);
  if (!isMoney) return { findings: [], checked: 0 };
  const counts = countColumns(draft);
  const unread = figureColumns(draft).filter((column) => column.field === 'other' && !counts.includes(column) && !isRatio(column));
  const results = unread.map((column) => (readConcepts(column.header).has('change') ? checkChange(table, column) : checkSums(table, column)));
  return { findings: results.flatMap(({ findings }) => findings), checked: results.reduce((sum, { checked }) => sum + checked, 0) };
}

function isRatio({ header }: DraftColumn): boolean {
  const concepts = readConcepts(header);
  return concepts.has('percent') || concepts.has('share') || concepts.has('unitCost');
}

function checkSums(table: ReadTable, column: DraftColumn): CheckResult {
  const sums = table.rows.flatMap((row) => {
    const parts = row.sum?.agreeing !== undefined && row.sum.agreeing >= fewestBearingOut ? row.sum.parts : [];
    if (parts.length < 3 || parts.some(({ sign }) => sign === -1)) return [];
    const relation = relationOf(table, 'sum', 'sum-mismatch', { row: row.row, column: column.index }, parts.map((part) => ({ row: part.row, column: column.index, sign: 1 as const })));
    return relation === null || relation.terms.length < 3 ? [] : [{ row, relation }];
  });
  const findings = sums.flatMap(({ row, relation }): Finding[] => {
    const cause = relation.judgement === 'error' ? causeOf({ ...relation, isEstablished: true }) : null;
    if (cause?.likely !== 'swapped-digits' && cause?.likely !== 'row-outside-sum') return [];
    return [{
      ...findingAt(table, row, column, relation.expected),
      code: cause.likely === 'row-outside-sum' ? 'row-outside-sum' : 'sum-mismatch',
      basis: { operation: 'sum', cells: relation.terms.map((term) => cellAddress(term.row, term.column)), likely: cause.likely, ...(cause.row === undefined ? {} : { row: cause.row + 1 }) },
    }];
  });
  return { findings, checked: sums.length };
}

/** A change is the difference of two columns of amounts, the same two in every row. */
function checkChange(table: ReadTable, column: DraftColumn): CheckResult {
  const columns = table.draft.columns.filter(({ field }) => amounts.has(field));
  const pairs = columns.flatMap((later) => columns.flatMap((earlier) => (later === earlier ? [] : [{ later, earlier }])));
  for (const { later, earlier } of pairs) {
    const room = pairRoom([column, later, earlier], table.rows);
    const rows = table.rows.flatMap((row) => {
      const [printed, to, from] = [column, later, earlier].map(({ index }) => row.values.get(index));
      return printed === undefined || to === undefined || from === undefined || (printed === 0 && to === from) ? [] : [{ row, printed, expected: to - from }];
    });
    const failing = rows.filter(({ printed, expected }) => Math.abs(printed - expected) > room);
    if (rows.length - failing.length < fewestBearingOut || failing.length > 1) continue;
    const findings = failing.map(({ row, expected }): Finding => ({ ...findingAt(table, row, column, expected), basis: { operation: 'difference', cells: [later, earlier].map(({ index }) => cellAddress(row.row, index)) } }));
    return { findings, checked: rows.length };
  }
  return { findings: [], checked: 0 };
}

function findingAt(table: ReadTable, row: DraftRow, column: DraftColumn, expected: number): Finding {
  const printed = row.values.get(column.index);
  return {
    code: 'sum-mismatch',
    severity: 'error',
    sheet: table.draft.grid.name,
    cell: cellAddress(row.row, column.index),
    ...(printed === undefined ? {} : { printed }),
    expected,
    ...(row.label === '' ? {} : { label: row.label }),
  };
}
