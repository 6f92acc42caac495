import { valueAt } from '../grid';
import type { Field } from '../report';
import type { DraftRow } from './draftRow';
import { readConcepts } from './headingWords';
import { createLedgerReader, type LedgerLayout, type LedgerTotals } from './ledgerPivot';
import type { TableDraft } from './tableDraft';

const knownTotals = new WeakMap<TableDraft, LedgerTotals | null>();

/** A ledger's totals; null where it has no column of amounts. Read once per draft. */
export function ledgerTotals(draft: TableDraft): LedgerTotals | null {
  const known = knownTotals.get(draft);
  if (known !== undefined) return known;
  const layout = ledgerLayout(draft);
  const totals = layout === null ? null : readTotals(draft, layout);
  knownTotals.set(draft, totals);
  return totals;
}

function readTotals(draft: TableDraft, layout: LedgerLayout): LedgerTotals {
  const reader = createLedgerReader(layout);
  const first = Math.max(...draft.headerRows, draft.area.top - 1) + 1;
  reader.add(draft.grid.values.slice(first - draft.grid.top, draft.area.bottom - draft.grid.top + 1), first);
  return reader.finish();
}

/** Where a ledger's columns stand in the rows of its grid. */
export function ledgerLayout(draft: TableDraft): LedgerLayout | null {
  const place = (...fields: readonly Field[]): number | null => {
    for (const field of fields) {
      const column = draft.columns.find((candidate) => candidate.field === field);
      if (column) return column.index - draft.grid.left;
    }
    return null;
  };
  const credit = draft.columns.find((column) => column.field === 'amount' && readConcepts(column.header).has('credit'));
  const debit = draft.columns.find((column) => column.field === 'amount' && column !== credit);
  const amount = debit === undefined ? place('amount', 'actual', 'actualToDate') : debit.index - draft.grid.left;
  if (amount === null) return null;
  const numeric: ReadonlySet<Field> = new Set<Field>(['amount', 'actual', 'actualToDate', 'budget', 'budgetToDate', 'period', 'month']);
  const lastHeading = Math.max(...draft.headerRows);
  return {
    responsibility: place('responsibility'),
    activity: place('activity'),
    account: place('account'),
    words: draft.columns.filter((column) => !numeric.has(column.field)).map((column) => column.index - draft.grid.left),
    amount,
    ...(credit === undefined || debit === undefined ? {} : { credit: credit.index - draft.grid.left }),
    budget: place('budget', 'budgetToDate'),
    headings: new Map(draft.columns.map((column) => {
      const text = valueAt(draft.grid, lastHeading, column.index);
      return [column.index - draft.grid.left, typeof text === 'string' ? text : column.header];
    })),
  };
}

/** A ledger's rows worth listing: its sums, and its headings printed again. */
export function ledgerRows(draft: TableDraft): readonly DraftRow[] {
  const totals = ledgerTotals(draft);
  const layout = ledgerLayout(draft);
  if (totals === null || layout === null) return [];
  const amountColumn = layout.amount + draft.grid.left;
  const base = { code: null, level: 0, texts: new Map<number, string>(), textNumbers: new Set<number>(), isOutside: false };
  const notes = totals.headingRows.map((row): DraftRow => ({ ...base, row, label: '', kind: 'note', values: new Map(), isHidden: draft.grid.hiddenRows.has(row) }));
  const sums = totals.sums.map((sum): DraftRow => ({ ...base, row: sum.row, label: sum.label.trim(), kind: 'sum', values: new Map([[amountColumn, sum.printed]]), isHidden: draft.grid.hiddenRows.has(sum.row) }));
  return [...notes, ...sums].sort((a, b) => a.row - b.row);
}
