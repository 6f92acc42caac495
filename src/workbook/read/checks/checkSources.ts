import { cellAddress } from '../../address';
import type { Finding } from '../../report';
import { foldText } from '../cellKind';
import type { DraftRow } from '../draftRow';
import { figureColumns } from '../figureColumns';
import { ledgerTotals } from '../ledgerRows';
import { comparableLabel } from '../rowLabels';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';
import { columnUnit, factorBetween, halfUnit } from './columnUnit';
import { figureCause } from './sumCause';

/** Figures that come from elsewhere in the workbook: a heading that names its source, and a table that sums up a ledger. */
export function checkSources(tables: readonly ReadTable[]): readonly Finding[] {
  return [...tables.flatMap((table) => namedSources(table, tables)), ...ledgerSources(tables)];
}

interface Compared {
  readonly row: DraftRow;
  readonly printed: number;
  readonly expected: number;
  readonly source: string;
  readonly isEqual: boolean;
}

const sourcePhrase = /(?<![\p{L}])(?:i|enligt|enl\.?|från|ur|se)\s+(?:nämndens\s+|bladet\s+|fliken\s+)?(\p{L}{5,})/gu;

function namedSources(table: ReadTable, tables: readonly ReadTable[]): readonly Finding[] {
  return figureColumns(table.draft).flatMap((column) => {
    const words = [...foldText(column.header).matchAll(sourcePhrase)].map((match) => stemOf(match[1] ?? ''));
    const sources = words.length === 0 ? [] : tables.filter((other) => other !== table && other.draft.kind !== 'other' && words.some((word) => namesOf(other).some((name) => name === word)));
    return sources.slice(0, 1).flatMap((source) => compareColumn(table, column, source));
  });
}

const namesOf = (table: ReadTable): readonly string[] => [table.draft.grid.name, table.draft.title].flatMap((text) => foldText(text).split(/[^\p{L}]+/u).filter((word) => word.length >= 5).map(stemOf));

/** A word without its definite ending and joining s, so that "driftredovisningen" and "Driftsredovisning" meet. */
const stemOf = (word: string): string => foldText(word).replace(/(?:arna|erna|orna|en|et|na)$/u, '').replaceAll('s', '');

/** The column of the source that most rows agree with; the rows that do not are findings. */
function compareColumn(table: ReadTable, column: DraftColumn, source: ReadTable): readonly Finding[] {
  const byLabel = new Map(source.rows.filter((row) => row.values.size > 0).map((row) => [comparableLabel(row.label), row]));
  let best: readonly Compared[] = [];
  let bestEqual = 0;
  for (const candidate of figureColumns(source.draft)) {
    const factor = factorBetween(columnUnit(source, candidate), columnUnit(table, column));
    const room = halfUnit(table, column) + halfUnit(source, candidate) * factor;
    const compared = table.rows.flatMap((row): Compared[] => {
      const other = byLabel.get(comparableLabel(row.label));
      const printed = row.values.get(column.index);
      const value = other?.values.get(candidate.index);
      if (other === undefined || printed === undefined || value === undefined) return [];
      return [{ row, printed, expected: value * factor, source: `${source.draft.grid.name}!${cellAddress(other.row, candidate.index)}`, isEqual: Math.abs(value * factor - printed) <= room }];
    });
    const equal = compared.filter(({ isEqual, printed }) => isEqual && printed !== 0).length;
    if (equal > bestEqual) {
      best = compared;
      bestEqual = equal;
    }
  }
  return bestEqual < 2 || bestEqual < 0.6 * best.length ? [] : best.filter(({ isEqual }) => !isEqual).map((compared) => mismatch(table, column, compared, [column.header]));
}

function ledgerSources(tables: readonly ReadTable[]): readonly Finding[] {
  return tables.filter((table) => table.draft.kind === 'ledger').flatMap((ledger) => {
    const pivot = ledgerTotals(ledger.draft)?.pivot;
    if (pivot === undefined) return [];
    return tables.filter((table) => table.draft.kind === 'budget').flatMap((table) =>
      figureColumns(table.draft).flatMap((column) => {
        const isActual = column.field === 'actual' || column.field === 'actualToDate';
        const totals = isActual ? pivot : column.field === 'budget' || column.field === 'budgetToDate' ? pivot.budget : undefined;
        return totals === undefined ? [] : [totals.activity, totals.responsibility].flatMap((codes) => compareCodes(table, column, codes, ledger));
      }),
    );
  });
}

/** Compares a column with a ledger's totals by code: at least two rows of long figures, and three fifths of all, must agree before one is called wrong. */
function compareCodes(table: ReadTable, column: DraftColumn, codes: Readonly<Record<string, number>>, ledger: ReadTable): readonly Finding[] {
  const byCode = new Map(Object.entries(codes).map(([code, amount]) => [bareCode(code), amount]));
  const factor = factorBetween(ledger.draft.unit ?? 'kr', columnUnit(table, column) ?? 'kr');
  const room = halfUnit(table, column) + 1e-6;
  for (const sign of [1, -1]) {
    const compared = table.rows.flatMap((row): Compared[] => {
      const amount = row.code === null ? undefined : byCode.get(bareCode(row.code));
      const printed = row.values.get(column.index);
      if (amount === undefined || printed === undefined || row.kind !== 'item') return [];
      const expected = sign * amount * factor;
      return [{ row, printed, expected, source: ledger.draft.grid.name, isEqual: Math.abs(expected - printed) <= room }];
    });
    const equal = compared.filter(({ isEqual, printed }) => isEqual && printed !== 0).length;
    if (equal >= 2 && equal >= 0.6 * compared.length && compared.some(({ isEqual, printed }) => isEqual && Math.abs(printed) >= 1000)) return compared.filter(({ isEqual }) => !isEqual).map((wrong) => mismatch(table, column, wrong, [wrong.row.code ?? '']));
  }
  return [];
}

const bareCode = (code: string): string => code.trim().replace(/^0+(?=\d)/, '');

function mismatch(table: ReadTable, column: DraftColumn, compared: Compared, words: readonly string[]): Finding {
  const likely = figureCause(compared.printed, compared.expected)?.likely;
  return {
    code: 'cross-table-mismatch',
    severity: 'error',
    sheet: table.draft.grid.name,
    cell: cellAddress(compared.row.row, column.index),
    printed: compared.printed,
    expected: compared.expected,
    ...(compared.row.label === '' ? {} : { label: compared.row.label }),
    basis: { operation: 'same', cells: [compared.source], words, ...(likely === undefined ? {} : { likely }) },
  };
}
