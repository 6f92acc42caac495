import { roundingTolerance } from '../../core/tieOut';
import type { RowSum, SumPart } from './draftRow';
import { liveStack, type LiveStack } from './liveStack';

/** What the search for sums knows of a row. `cue`: a word, or no label at all, says that the row may sum others. */
export interface SumRow {
  readonly row: number;
  readonly cue: 'total' | 'net' | 'nameless' | null;
  /** Can take part in sums: it has figures and is neither varav nor equity below the result. */
  readonly isLive: boolean;
  /** A varav row with figures. */
  readonly isPart: boolean;
  readonly indent: number;
  /** The text of a second label ("Chefer"), where sums are printed per such text. */
  readonly category: string | null;
  /** A row without figures that opens a section stands directly above. */
  readonly opensBlock: boolean;
  /** Rows that the row's own formulas add. */
  readonly formulaParts: readonly SumPart[] | null;
}

/** A column whose figures can be summed downwards. */
export interface SumColumn {
  readonly values: Float64Array;
  /** Decimals of its figures; Infinity where they are not rounded. */
  readonly decimals: number;
  /** Deviations add with their printed sign also where amounts of costs and revenue are subtracted. */
  readonly isDeviation: boolean;
  /** Shares speak for a sum when they fit and say nothing when they do not. */
  readonly isBonus: boolean;
}

interface Fit {
  readonly parts: readonly SumPart[];
  readonly agreeing: number;
  readonly independent: number;
  readonly comparable: number;
  readonly digits: number;
}

const widestRounding = 26;
const rounds = 4;
/** Sums of figures that a file stores with fifteen digits stray by less than this share. */
const floatRoom = 1e-9;

/**
 * Finds which rows sum which: formulas first, then arithmetic down the columns with the labels' help, below and above their parts, sums of
 * sums, nets of costs and revenue. A sum's parts leave the list of live rows, the sum stays, so that each round works on fewer rows.
 * @param rows in sheet order
 * @returns the sums by index in `rows`; parts are indices too
 */
export function findSums(rows: readonly SumRow[], columns: readonly SumColumn[]): ReadonlyMap<number, RowSum> {
  const nested = searchSums(rows, columns, childrenOf(rows));
  if (!rows.some((row, index) => index > 0 && row.indent > (rows[index - 1]?.indent ?? 0))) return nested;
  const flat = searchSums(rows, columns, new Map());
  return evidenceOf(flat) > evidenceOf(nested) ? flat : nested;
}

const evidenceOf = (sums: ReadonlyMap<number, RowSum>): number => [...sums.values()].reduce((count, sum) => count + sum.agreeing + (sum.hasFormula ? 1 : 0), 0);

/** Rows indented deeper below a row with figures, by the index of that row. */
function childrenOf(rows: readonly SumRow[]): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  const open: number[] = [];
  rows.forEach((row, index) => {
    if (row.opensBlock) open.length = 0;
    if (!row.isLive) return;
    while (open.length > 0 && (rows[open[open.length - 1] ?? 0]?.indent ?? 0) >= row.indent) open.pop();
    const parent = open[open.length - 1];
    if (parent !== undefined && row.cue === null) {
      const members = children.get(parent);
      if (members) members.push(index);
      else children.set(parent, [index]);
    }
    if (row.cue === null || row.cue === 'net') open.push(index);
  });
  return children;
}

function searchSums(rows: readonly SumRow[], columns: readonly SumColumn[], children: ReadonlyMap<number, readonly number[]>): ReadonlyMap<number, RowSum> {
  const sums = new Map<number, RowSum>();
  const consumed = new Set<number>();
  const accept = (index: number, fit: Fit, hasFormula: boolean): void => {
    const cue = rows[index]?.cue ?? null;
    sums.set(index, { parts: fit.parts, hasFormula, hasCue: cue !== null, agreeing: fit.agreeing, comparable: fit.comparable });
    for (const part of fit.parts) consumed.add(part.row);
  };
  const indexOfRow = new Map(rows.map((row, index) => [row.row, index]));
  rows.forEach((row, index) => {
    const parts = row.formulaParts?.flatMap((part) => {
      const position = indexOfRow.get(part.row);
      return position === undefined || position === index || !rows[position]?.isLive ? [] : [{ row: position, sign: part.sign }];
    });
    if (parts !== undefined && parts.length > 0) accept(index, measureFit(columns, index, parts), true);
  });
  for (const [parent, members] of [...children].reverse()) {
    if (sums.has(parent)) continue;
    const parts = members.filter((member) => !consumed.has(member)).map((row) => ({ row, sign: 1 as const }));
    const fit = measureFit(columns, parent, parts);
    if (parts.length > 1 && fit.agreeing >= 1 && fit.agreeing >= 0.8 * fit.comparable && fit.digits >= 3) accept(parent, fit, false);
    else for (const member of members) consumed.add(member);
  }
  for (let round = 0; round < rounds; round += 1) {
    const before = sums.size;
    scan(rows, columns, sums, consumed, accept, 1);
    scan(rows, columns, sums, consumed, accept, -1);
    if (sums.size === before) break;
  }
  guessFromLayout(rows, columns, sums, consumed);
  return sums;
}

/** One pass over the rows; direction 1 looks for sums below their parts, −1 for sums above them. */
function scan(
  rows: readonly SumRow[],
  columns: readonly SumColumn[],
  sums: ReadonlyMap<number, RowSum>,
  consumed: ReadonlySet<number>,
  accept: (index: number, fit: Fit, hasFormula: boolean) => void,
  direction: 1 | -1,
): void {
  const stack = liveStack(columns);
  for (let step = 0; step < rows.length; step += 1) {
    const index = direction === 1 ? step : rows.length - 1 - step;
    const row = rows[index];
    if (row === undefined || !row.isLive || consumed.has(index)) continue;
    if (!sums.has(index)) {
      const fit = bestFit(rows, columns, stack, index, direction);
      if (fit) {
        accept(index, fit, false);
        const taken = new Set(fit.parts.map((part) => part.row));
        stack.remove(taken);
      }
    }
    stack.push(index);
  }
}

function bestFit(rows: readonly SumRow[], columns: readonly SumColumn[], stack: LiveStack, index: number, direction: 1 | -1): Fit | null {
  const cue = rows[index]?.cue ?? null;
  const live = stack.live;
  const candidates: Fit[] = [];
  const consider = (parts: readonly SumPart[]): void => {
    const fit = measureFit(columns, index, parts);
    // A total over all that is left of the table needs no more than one long figure that agrees.
    const coversAll = cue === 'total' && parts.length === live.length && fit.agreeing >= 1 && fit.digits >= 5;
    if (coversAll || isConvincing(fit, cue, parts.length, rows.length, direction)) candidates.push(fit);
  };
  for (const start of stack.starts(index, cue === null ? 1 : widestRounding)) {
    const length = live.length - start;
    if (length >= 2 || (length === 1 && cue === 'total' && direction === 1)) consider(live.slice(start).map((row) => ({ row, sign: 1 })));
  }
  // A total without a word for it, above all other rows of the table, is no suffix of anything: the whole is tried.
  if (cue === null && direction === -1 && live.length >= 3 && live.length >= rows.length - 2) consider(live.map((row) => ({ row, sign: 1 })));
  if (candidates.length === 0 && cue !== null) {
    for (const parts of signedTails(live)) consider(parts);
    const category = rows[index]?.category ?? null;
    if (category !== null && direction === 1) {
      const same = live.filter((other) => rows[other]?.category === category);
      if (same.length > 1 && same.length < live.length) consider(same.map((row) => ({ row, sign: 1 })));
    }
    if (cue === 'total') {
      const own: SumPart[] = [];
      for (let next = index + direction * -1; rows[next]?.isPart; next -= direction) own.push({ row: next, sign: 1 });
      if (own.length > 1) consider(own);
    }
  }
  candidates.sort((a, b) => b.agreeing - a.agreeing || b.parts.length - a.parts.length);
  return candidates[0] ?? null;
}

/** The last two to four live rows with every sign but all plus. */
function* signedTails(live: readonly number[]): Generator<readonly SumPart[]> {
  for (let length = 2; length <= Math.min(4, live.length); length += 1) {
    const tail = live.slice(-length);
    for (let pattern = 1; pattern < 2 ** length - 1; pattern += 1) {
      yield tail.map((row, place) => ({ row, sign: (pattern >> place) & 1 ? -1 : 1 }));
    }
  }
}

function isConvincing(fit: Fit, cue: SumRow['cue'], length: number, rowCount: number, direction: 1 | -1): boolean {
  const coverage = fit.comparable === 0 ? 0 : fit.agreeing / fit.comparable;
  const isSigned = fit.parts.some((part) => part.sign === -1);
  if (cue !== null) {
    if (isSigned && (fit.independent < 1 || fit.digits < 3 || coverage < 0.6)) return false;
    if (length === 1) return fit.agreeing >= 2 && coverage === 1;
    return fit.agreeing >= 1 && coverage >= 0.5 && (fit.digits >= 2 || coverage === 1);
  }
  if (isSigned) return false;
  const coversTable = direction === -1 && length >= 3 && length >= rowCount - 2 && fit.agreeing >= 2;
  return coverage >= 0.6 && fit.digits >= 4 && (coversTable || (fit.independent >= 3 && coverage >= 0.8));
}

/** Compares the printed figures of a row with what the parts give, column by column. */
function measureFit(columns: readonly SumColumn[], index: number, parts: readonly SumPart[]): Fit {
  let agreeing = 0;
  let independent = 0;
  let comparable = 0;
  let digits = 0;
  for (const column of columns) {
    const printed = column.values[index] ?? NaN;
    if (Number.isNaN(printed)) continue;
    let sum = 0;
    let terms = 0;
    let filled = 0;
    for (const part of parts) {
      const value = column.values[part.row] ?? NaN;
      if (Number.isNaN(value)) continue;
      terms += 1;
      if (value !== 0) filled += 1;
      sum += (column.isDeviation ? 1 : part.sign) * value;
    }
    const isEqual = Math.abs(printed - sum) <= roundingTolerance(column.decimals, terms) + floatRoom * (Math.abs(printed) + Math.abs(sum) + 1);
    if (printed === 0 && isEqual) continue;
    if (column.isBonus) {
      if (isEqual && filled > 1) agreeing += 1;
      if (isEqual && filled > 1) comparable += 1;
      continue;
    }
    if (filled < Math.min(2, parts.length) && isEqual) continue;
    comparable += 1;
    if (!isEqual) continue;
    agreeing += 1;
    if (!column.isDeviation) {
      independent += 1;
      digits = Math.max(digits, significantDigits(printed));
    }
  }
  return { parts, agreeing, independent, comparable, digits };
}

const significantDigits = (value: number): number => Math.abs(value).toPrecision(12).replace('.', '').replace(/^0+|e.*$/g, '').replace(/0+$/, '').length;

/**
 * Explicit totals that no arithmetic explains take the block above them, the last row of the table all that is left, as a guess that only
 * warnings may use. A total above which another is a guess already is left alone.
 */
function guessFromLayout(rows: readonly SumRow[], columns: readonly SumColumn[], sums: Map<number, RowSum>, consumed: ReadonlySet<number>): void {
  const last = rows.reduce((place, row, index) => (row.isLive ? index : place), -1);
  const open: number[] = [];
  let block: number[] = [];
  let hasGuess = false;
  rows.forEach((row, index) => {
    if (row.opensBlock) block = [];
    if (!row.isLive || consumed.has(index)) return;
    if (row.cue === 'total' && !sums.has(index)) {
      const parts = index === last && !hasGuess ? open : block;
      const fit = measureFit(columns, index, parts.map((part) => ({ row: part, sign: 1 })));
      if (parts.length > 1 && fit.comparable > 0) sums.set(index, { parts: fit.parts, hasFormula: false, hasCue: true, agreeing: fit.agreeing, comparable: fit.comparable });
      hasGuess = true;
    }
    if (sums.has(index)) block = [];
    else block.push(index);
    open.push(index);
  });
}
