import { cellAddress } from '../../address';
import type { Finding } from '../../report';
import { figureColumns } from '../figureColumns';
import { comparableLabel, isNetLabel, isTotalLabel } from '../rowLabels';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';
import { columnUnit, factorBetween, halfUnit } from './columnUnit';

interface Entry {
  readonly table: ReadTable;
  readonly column: DraftColumn;
  readonly row: number;
  readonly label: string;
  readonly value: number;
}

const comparedFields = new Set(['previous', 'budget', 'actual', 'forecast', 'budgetToDate', 'actualToDate']);
const mostTables = 60;
/** Figures this near each other that differ are probably meant to be the same. */
const nearShare = 0.015;

/** Figures that two tables must share before it is asked whether they are about the same thing at all. */
const formSize = 8;

/** The same label, year and kind of figure in two tables that differ: a warning, because the tables may rightly draw their borders differently. */
export function checkSameFigures(tables: readonly ReadTable[]): readonly Finding[] {
  const compared = tables.filter((table) => table.draft.kind === 'budget').slice(0, mostTables);
  const indexes = compared.map(entriesByKey);
  const findings: Finding[] = [];
  compared.forEach((_, later) => {
    for (let earlier = 0; earlier < later; earlier += 1) findings.push(...comparePair(indexes[earlier] ?? new Map(), indexes[later] ?? new Map()));
  });
  return findings;
}

/** Figures by label and by what they say. A title stands for the table's last sum; general words for sums name nothing. */
function entriesByKey(table: ReadTable): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const columns = figureColumns(table.draft).filter((column) => comparedFields.has(column.field) && (column.part === undefined || column.part === 'net'));
  const last = [...table.rows].reverse().find((row) => row.kind === 'sum');
  for (const row of table.rows) {
    if (row.kind !== 'item' && row.kind !== 'sum') continue;
    const isNameless = row.label === '' || (isTotalLabel(row.label) && !/\s/u.test(row.label.trim()));
    const names = isNameless && row === last ? [table.draft.title, table.draft.grid.name].map(comparableLabel) : [comparableLabel(row.label)];
    if ((isNameless && row !== last) || (isNetLabel(row.label) && row !== last)) continue;
    for (const column of columns) {
      const value = row.values.get(column.index) ?? 0;
      if (value === 0) continue;
      const field = column.field === 'previous' ? 'actual' : column.field;
      for (const label of new Set(names.filter((name) => name.length >= 5))) {
        const key = `${label}|${field}|${String(column.year ?? '')}|${field === 'forecast' ? (column.asOf ?? '') : ''}|${field.endsWith('ToDate') && column.period?.kind === 'toDate' ? String(column.period.month ?? '') : ''}`;
        if (!entries.has(key)) entries.set(key, { table, column, row: row.row, label: row.label === '' ? table.draft.title : row.label, value });
      }
    }
  }
  return entries;
}

function comparePair(first: ReadonlyMap<string, Entry>, second: ReadonlyMap<string, Entry>): readonly Finding[] {
  const shared = [...second].flatMap(([key, later]) => {
    const earlier = first.get(key);
    return earlier === undefined ? [] : [{ earlier, later, ...differenceOf(earlier, later) }];
  });
  const equal = shared.filter(({ isEqual }) => isEqual).length;
  // One form filled in by several units: the same words, nothing the same in figures, and what comes near does so by chance.
  if (shared.length >= formSize && equal * 4 < shared.length) return [];
  const agrees = equal >= 3 && equal >= 0.75 * shared.length;
  // Two rows that agree in another column are the same thing.
  const pairOf = (pair: { readonly earlier: Entry; readonly later: Entry }): string => `${String(pair.earlier.row)}|${String(pair.later.row)}`;
  const sameRows = new Set(shared.filter(({ isEqual }) => isEqual).map(pairOf));
  const suspects = shared.filter((pair) => !pair.isEqual && (agrees || pair.share <= nearShare || sameRows.has(pairOf(pair))));
  const perLabel = new Map<string, (typeof suspects)[number]>();
  for (const suspect of suspects) {
    const known = perLabel.get(suspect.earlier.label);
    // One question per pair of rows, about the outcome where there is one.
    if (known === undefined || (known.earlier.column.field !== 'actual' && suspect.earlier.column.field === 'actual')) perLabel.set(suspect.earlier.label, suspect);
  }
  return [...perLabel.values()].map(({ earlier, later, expected }): Finding => ({
    code: 'cross-table-mismatch',
    severity: 'warning',
    sheet: earlier.table.draft.grid.name,
    cell: cellAddress(earlier.row, earlier.column.index),
    printed: earlier.value,
    expected,
    label: earlier.label,
    basis: { operation: 'same', cells: [`${later.table.draft.grid.name}!${cellAddress(later.row, later.column.index)}`] },
  }));
}

/** Whether two figures are the same by size; tables may sign costs differently. */
function differenceOf(earlier: Entry, later: Entry): { readonly isEqual: boolean; readonly share: number; readonly expected: number } {
  const factor = factorBetween(columnUnit(later.table, later.column), columnUnit(earlier.table, earlier.column));
  const expected = Math.sign(earlier.value) * Math.abs(later.value * factor);
  const room = halfUnit(earlier.table, earlier.column) + halfUnit(later.table, later.column) * factor;
  const difference = Math.abs(earlier.value - expected);
  return { isEqual: difference <= room, share: difference / Math.abs(earlier.value), expected };
}
