import { isCellError, type CellValue } from '../grid';
import type { LedgerPivot } from '../report';
import { foldText } from './cellKind';
import { readFigure } from './readFigure';
import { isTotalLabel } from './rowLabels';

/** Where a ledger keeps its codes and amounts; places in a row, null where the ledger has no such column. */
export interface LedgerLayout {
  readonly responsibility: number | null;
  readonly activity: number | null;
  readonly account: number | null;
  /** Places of all columns of words and codes, in order. */
  readonly words: readonly number[];
  /** The outcome: the amount column, or the ledger's Utfall. */
  readonly amount: number;
  /** Where debit and credit stand apart, the column that is taken away from `amount`. */
  readonly credit?: number;
  readonly budget: number | null;
  /** Heading texts by place, to know a heading printed again. */
  readonly headings: ReadonlyMap<number, string>;
}

/** A sum printed in the ledger. `since` is what the rows after the sum before it give, `total` what all rows so far give. */
export interface LedgerSum {
  readonly row: number;
  readonly label: string;
  readonly printed: number;
  readonly since: number;
  readonly total: number;
}

export interface LedgerTotals {
  readonly pivot: LedgerPivot;
  readonly sums: readonly LedgerSum[];
  /** Rows where the headings are printed again. */
  readonly headingRows: readonly number[];
  readonly rowCount: number;
  /** Amounts stored as text, of all amounts. */
  readonly textAmounts: number;
}

export interface LedgerReader {
  /** Adds rows in order; `firstRow` is the sheet row of the first of them. */
  add(rows: Iterable<readonly CellValue[]>, firstRow: number): void;
  finish(): LedgerTotals;
}

type Sums = Map<string, number>;

/**
 * Adds up a ledger by activity, responsibility and account class, row by row: memory grows with the codes, not with the rows.
 * Codes that are printed once are carried down; sums and repeated headings are not counted. Amounts are kept in öre.
 * @example
 * const reader = createLedgerReader(layout);
 * reader.add(firstSlice, 6);
 * reader.add(nextSlice, 5006);
 * reader.finish().pivot.activity['0510'] // 3617805.22
 */
export function createLedgerReader(layout: LedgerLayout): LedgerReader {
  const actual = newSums();
  const budget = layout.budget === null ? null : newSums();
  const sums: LedgerSum[] = [];
  const headingRows: number[] = [];
  let codes = { responsibility: '', activity: '', account: '' };
  let since = 0;
  let total = 0;
  let rowCount = 0;
  let textAmounts = 0;

  const addRow = (cells: readonly CellValue[], row: number): void => {
    if (isHeadingAgain(cells, layout)) {
      headingRows.push(row);
      return;
    }
    const amount = netOf(cells, layout);
    const planned = layout.budget === null ? null : oreOf(cells[layout.budget] ?? null);
    if (amount === null && planned === null) return;
    const label = firstWords(cells, layout);
    if (isTotalLabel(label)) {
      sums.push({ row, label, printed: (amount ?? 0) / 100, since: since / 100, total: total / 100 });
      since = 0;
      return;
    }
    rowCount += 1;
    if (typeof cells[layout.amount] === 'string') textAmounts += 1;
    codes = {
      responsibility: codeAt(cells, layout.responsibility) || codes.responsibility,
      activity: codeAt(cells, layout.activity) || codes.activity,
      account: codeAt(cells, layout.account) || codes.account,
    };
    since += amount ?? 0;
    total += amount ?? 0;
    if (amount !== null) addAmount(actual, codes, amount);
    if (budget !== null && planned !== null) addAmount(budget, codes, planned);
  };

  return {
    add(rows, firstRow) {
      let row = firstRow;
      for (const cells of rows) {
        addRow(cells, row);
        row += 1;
      }
    },
    finish: () => ({ pivot: { ...pivotOf(actual), ...(budget === null ? {} : { budget: pivotOf(budget) }) }, sums, headingRows, rowCount, textAmounts }),
  };
}

/** Debit less credit, or the one amount, in öre; null where the row has neither. */
function netOf(cells: readonly CellValue[], { amount, credit }: LedgerLayout): number | null {
  const debit = oreOf(cells[amount] ?? null);
  const taken = credit === undefined ? null : oreOf(cells[credit] ?? null);
  return taken === null ? debit : (debit ?? 0) - taken;
}

interface CodeSums {
  readonly responsibility: Sums;
  readonly activity: Sums;
  readonly accountClass: Sums;
}

const newSums = (): CodeSums => ({ responsibility: new Map(), activity: new Map(), accountClass: new Map() });

function addAmount(sums: CodeSums, codes: { readonly responsibility: string; readonly activity: string; readonly account: string }, ore: number): void {
  add(sums.responsibility, codes.responsibility, ore);
  add(sums.activity, codes.activity, ore);
  add(sums.accountClass, codes.account.slice(0, 1), ore);
}

function add(sums: Sums, code: string, ore: number): void {
  if (code !== '') sums.set(code, (sums.get(code) ?? 0) + ore);
}

const pivotOf = (sums: CodeSums): Pick<LedgerPivot, 'activity' | 'responsibility' | 'accountClass'> => ({
  activity: inKronor(sums.activity),
  responsibility: inKronor(sums.responsibility),
  accountClass: inKronor(sums.accountClass),
});

const inKronor = (sums: Sums): Readonly<Record<string, number>> => Object.fromEntries([...sums].map(([code, ore]) => [code, ore / 100]));

function oreOf(value: CellValue): number | null {
  if (typeof value === 'number') return Math.round(value * 100);
  const figure = readFigure(value, 'General');
  return figure === null ? null : Math.round(figure.value * 100);
}

function codeAt(cells: readonly CellValue[], place: number | null): string {
  const value = place === null ? null : (cells[place] ?? null);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

function firstWords(cells: readonly CellValue[], layout: LedgerLayout): string {
  for (const place of layout.words) {
    const value = cells[place] ?? null;
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (value !== null && !isCellError(value) && value !== '') return '';
  }
  return '';
}

function isHeadingAgain(cells: readonly CellValue[], layout: LedgerLayout): boolean {
  const amount = cells[layout.amount];
  if (typeof amount !== 'string') return false;
  const heading = layout.headings.get(layout.amount);
  return heading !== undefined && foldText(amount) === foldText(heading);
}
