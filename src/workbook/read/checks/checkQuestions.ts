import { cellAddress } from '../../address';
import type { Finding } from '../../report';
import { columnPairs } from '../comparisons';
import { summableColumns } from '../figureColumns';
import type { ReadTable } from '../readTable';

const moneyKinds = new Set(['budget', 'measures', 'requirements']);

/** What the reading could not decide and the user is asked once per table: the sign rule, the unit, a heading. */
export function checkQuestions(table: ReadTable): readonly Finding[] {
  const { draft, sign } = table;
  if (!moneyKinds.has(draft.kind)) return [];
  const base = { severity: 'warning' as const, sheet: draft.grid.name };
  const corner = cellAddress(draft.headerRows[0] ?? draft.area.top, draft.area.left);
  const asksSign = draft.kind === 'budget' && sign.rule === null && columnPairs(draft).length > 0;
  const hasAmounts = summableColumns(draft).some((column) => table.rows.some((row) => row.values.has(column.index)));
  const asksUnit = hasAmounts && draft.unit === null && !draft.columns.some((column) => column.unit !== undefined);
  const unsure = draft.columns.filter((column) => column.confidence === 'ask' && column.field !== 'other');
  return [
    ...(asksSign ? [{ ...base, code: 'sign-rule-uncertain' as const, cell: corner }] : []),
    ...(asksUnit ? [{ ...base, code: 'unit-unknown' as const, cell: corner }] : []),
    ...unsure.map((column): Finding => ({ ...base, code: 'header-uncertain', cell: cellAddress(draft.headerRows[draft.headerRows.length - 1] ?? draft.area.top, column.index), printed: column.header, basis: { operation: 'text', cells: [], words: [column.header, column.reason] } })),
  ];
}
