import { decimalsOf } from '../../../core/decimal';
import { roundedFigure, tieOutRatio, type RoundedFigure, type TieOutResult } from '../../../core/tieOut';
import { cellAddress } from '../../address';
import { isCellError, valueAt } from '../../grid';
import type { Finding } from '../../report';
import { foldText } from '../cellKind';
import { columnDecimals, columnPairs } from '../comparisons';
import { conventionOf } from '../detectSignRule';
import type { DraftRow } from '../draftRow';
import { figureColumns, isRatioField } from '../figureColumns';
import { printedDirection } from '../partSigns';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';
import type { CheckResult } from './checkTieOut';

interface Ratio {
  readonly numerator: RoundedFigure;
  readonly denominator: RoundedFigure;
  readonly cells: readonly string[];
}

/** One way a column of percentages may have been computed; null for a row that it says nothing of. */
type Formula = (row: DraftRow) => Ratio | null;

interface Checked {
  readonly row: DraftRow;
  readonly ratio: Ratio;
  readonly printed: number;
  readonly result: TieOutResult;
}

const sampleSize = 32;

/** Recomputes every printed percentage and share: of the budget, of another column, of the total, and changes from one column to the next. */
export function checkPercents(table: ReadTable): CheckResult {
  if (table.draft.kind === 'other' || table.draft.kind === 'ledger') return { findings: [], checked: 0 };
  const results = [...table.draft.columns.filter((column) => isRatioField(column.field)).map((column) => checkColumn(table, column)), checkChangeRows(table)];
  return { findings: results.flatMap((result) => result.findings), checked: results.reduce((count, result) => count + result.checked, 0) };
}

function checkColumn(table: ReadTable, column: DraftColumn): CheckResult {
  const rows = table.rows.filter((row) => row.values.has(column.index));
  const sample = rows.filter((row) => (row.values.get(column.index) ?? 0) !== 0).slice(0, sampleSize);
  const decimals = ratioDecimals(rows.map((row) => row.values.get(column.index) ?? 0));
  let best: { readonly formula: Formula; readonly scale: number; readonly holding: number; readonly telling: number } | null = null;
  for (const formula of formulasFor(table, column)) {
    for (const scale of [1, 100]) {
      const judged = sample.flatMap((row) => judge(row, column.index, formula, scale, decimals));
      const holding = judged.filter(({ result }) => result.judgement !== 'error').length;
      if (holding > (best?.holding ?? 0)) best = { formula, scale, holding, telling: judged.length };
    }
  }
  if (best === null || best.holding < 2 || best.holding < 0.7 * best.telling) return { findings: [], checked: 0 };
  const { formula, scale } = best;
  return report(table, column.index, rows.flatMap((row) => judge(row, column.index, formula, scale, decimals)));
}

function judge(row: DraftRow, column: number, formula: Formula, scale: number, decimals: number): readonly Checked[] {
  const ratio = formula(row);
  const printed = row.values.get(column);
  if (ratio === null || printed === undefined || ratio.denominator.value === 0) return [];
  const shown = decimals + (scale === 100 ? 2 : 0);
  return [{ row, ratio, printed, result: tieOutRatio(ratio.numerator, ratio.denominator, printed / scale, shown) }];
}

function report(table: ReadTable, column: number, checked: readonly Checked[]): CheckResult {
  const holding = checked.filter(({ result, printed }) => result.judgement !== 'error' && printed !== 0).length;
  const failing = checked.filter(({ result }) => result.judgement === 'error').length;
  const findings = checked.flatMap(({ row, ratio, printed, result }): Finding[] => {
    const against = failing - 1;
    if (result.judgement === 'ok' || (result.judgement === 'error' && (holding < 2 || holding < 3 * against))) return [];
    return [{
      code: 'percent-mismatch',
      severity: result.judgement === 'error' ? 'error' : 'rounding',
      sheet: table.draft.grid.name,
      cell: cellAddress(row.row, column),
      printed,
      expected: result.expected,
      ...(row.label === '' ? {} : { label: row.label }),
      basis: { operation: 'ratio', cells: ratio.cells },
      tolerance: Number.isFinite(result.tolerance) ? result.tolerance : 1,
    }];
  });
  return { findings, checked: checked.length };
}

function formulasFor(table: ReadTable, column: DraftColumn): readonly Formula[] {
  const figure = (row: DraftRow, source: DraftColumn): RoundedFigure | null => {
    const value = row.values.get(source.index);
    const decimals = columnDecimals(source, table.rows);
    return value === undefined ? null : roundedFigure(value, decimals === Infinity ? 9 : decimals);
  };
  const address = (row: DraftRow, source: DraftColumn): string => cellAddress(row.row, source.index);
  const quotient = (above: DraftColumn, below: DraftColumn): Formula => (row) => {
    const numerator = figure(row, above);
    const denominator = figure(row, below);
    return numerator && denominator ? { numerator, denominator, cells: [address(row, above), address(row, below)] } : null;
  };
  if (column.field === 'variancePercent') {
    return columnPairs(table.draft).flatMap(({ budget, compared }) =>
      // Of the size of the budget, or as plain formulas have it, of the budget with its sign: a revenue that is negative turns the percentage then.
      [true, false].flatMap((isOfSize) => [budget, compared].flatMap((base) => [1, -1].map((direction): Formula => (row) => {
        const from = figure(row, budget);
        const to = figure(row, compared);
        const denominator = figure(row, base);
        if (!from || !to || !denominator) return null;
        const { rule, isPlusWorse } = table.sign;
        const turn = rule === null || printedDirection(conventionOf(table.sign, rule, row.row)) === printedDirection({ rule, isPlusWorse }) ? 1 : -1;
        const side = isOfSize ? 1 : Math.sign(denominator.value);
        const numerator = { value: side * turn * direction * (to.value - from.value), tolerance: to.tolerance + from.tolerance };
        return { numerator, denominator: { ...denominator, value: Math.abs(denominator.value) }, cells: [address(row, compared), address(row, budget)] };
      }))),
    );
  }
  const sources = figureColumns(table.draft).filter((source) => !isRatioField(source.field) && source.field !== 'month').slice(0, 12);
  const quotients = sources.flatMap((above) => sources.filter((below) => below !== above).map((below) => quotient(above, below)));
  const shares = sources.flatMap((source) => wholes(table, column, source).map((whole): Formula => (row) => {
    const numerator = figure(row, source);
    const denominator = figure(whole, source);
    return numerator && denominator ? { numerator, denominator, cells: [address(row, source), address(whole, source)] } : null;
  }));
  return [...shares, ...quotients];
}

/** Rows that may be the whole that shares are taken of: the one whose share is 1, or the table's last sum. */
function wholes(table: ReadTable, share: DraftColumn, source: DraftColumn): readonly DraftRow[] {
  const one = table.rows.find((row) => [1, 100].includes(row.values.get(share.index) ?? 0) && row.values.has(source.index));
  const last = [...table.rows].reverse().find((row) => row.kind === 'sum' && row.values.has(source.index));
  return [one, last].filter((row): row is DraftRow => row !== undefined).filter((row, index, all) => all.indexOf(row) === index);
}

const changeLabel = /(?:förändring|ökning|utveckling|diff)\p{L}*.*(?:%|procent)|(?:%|procent).*förändring/u;

/** Rows of changes ("Förändring i procent") below the row that they are changes of, from each column to the next. */
function checkChangeRows(table: ReadTable): CheckResult {
  const columns = figureColumns(table.draft).filter((column) => !isRatioField(column.field));
  const checked: (Checked & { readonly column: number })[] = [];
  table.rows.forEach((row, index) => {
    const above = table.rows[index - 1];
    if (above === undefined || !changeLabel.test(foldText(row.label))) return;
    columns.forEach((column, place) => {
      const before = columns[place - 1];
      const printed = row.values.get(column.index);
      const from = before === undefined ? undefined : above.values.get(before.index);
      const to = above.values.get(column.index);
      if (printed === undefined || from === undefined || to === undefined || from === 0 || before === undefined || isCellError(valueAt(table.draft.grid, row.row, column.index))) return;
      const [a, b] = [roundedFigure(from), roundedFigure(to)];
      const ratio: Ratio = { numerator: { value: to - from, tolerance: a.tolerance + b.tolerance }, denominator: { ...a, value: Math.abs(from) }, cells: [cellAddress(above.row, column.index), cellAddress(above.row, before.index)] };
      checked.push(...judge(row, column.index, () => ratio, 1, Math.max(decimalsOf(printed), 3)).map((result) => ({ ...result, column: column.index })));
    });
  });
  const failing = checked.filter(({ result }) => result.judgement === 'error').length;
  // The rows bear each other out together: a column alone has too few.
  if (checked.length - failing < 2 || failing * 3 > checked.length) return { findings: [], checked: checked.length };
  const findings = checked.filter(({ result }) => result.judgement === 'error').map(({ row, column, printed, result, ratio }): Finding => ({
    code: 'percent-mismatch', severity: 'error', sheet: table.draft.grid.name, cell: cellAddress(row.row, column), printed, expected: result.expected, label: row.label, basis: { operation: 'ratio', cells: ratio.cells }, tolerance: result.tolerance,
  }));
  return { findings, checked: checked.length };
}

/** Decimals that shares are printed with: the most that a fifth of them have; 12 where most are unrounded. */
function ratioDecimals(values: readonly number[]): number {
  const counts = new Map<number, number>();
  const filled = values.filter((value) => value !== 0);
  for (const value of filled) counts.set(decimalsOf(value), (counts.get(decimalsOf(value)) ?? 0) + 1);
  const rounded = [...counts].filter(([decimals]) => decimals <= 6);
  if (rounded.reduce((count, [, times]) => count + times, 0) * 2 < filled.length) return 12;
  return Math.max(0, ...rounded.filter(([, times]) => times >= filled.length / 5).map(([decimals]) => decimals));
}
