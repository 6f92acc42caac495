import { cellAddress } from '../../address';
import { numberFormatAt, valueAt } from '../../grid';
import { MONTH_NAMES } from '../../monthNames';
import type { Finding } from '../../report';
import { figureColumns } from '../figureColumns';
import { readMonth } from '../periodWords';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';

/** Months without a row, months without a figure, and months without a column, in series and month reports. */
export function checkMonths(table: ReadTable): readonly Finding[] {
  if (table.draft.kind !== 'series' && table.draft.kind !== 'budget' && table.draft.kind !== 'volumes') return [];
  const labels = new Set(table.draft.labelColumns);
  const rowMonths = table.draft.columns.find((column) => column.field === 'month' && labels.has(column.index));
  if (rowMonths !== undefined) return monthsInRows(table, rowMonths);
  const columns = figureColumns(table.draft).filter((column) => column.field === 'month');
  return columns.length < 4 ? [] : [...missingColumns(table, columns), ...holesInRows(table, columns)];
}

function monthsInRows(table: ReadTable, column: DraftColumn): readonly Finding[] {
  const { grid } = table.draft;
  const findings: Finding[] = [];
  const dated = table.rows.flatMap((row) => {
    const month = readMonth(valueAt(grid, row.row, column.index), numberFormatAt(grid, row.row, column.index));
    return month === null || row.kind === 'sum' ? [] : [{ row, month: month.month, index: month.year === undefined ? null : month.year * 12 + month.month - 1 }];
  });
  dated.forEach((current, place) => {
    const before = dated[place - 1];
    if (before === undefined) return;
    const step = current.index !== null && before.index !== null ? current.index - before.index : (current.month - before.month + 12) % 12;
    // A long gap is another series, and a step back a new order.
    if (step < 2 || step > 6) return;
    const missing = Array.from({ length: step - 1 }, (_, offset) => monthText((before.index ?? before.month - 1) + offset + 1, before.index !== null));
    findings.push({ code: 'missing-month', severity: 'warning', sheet: grid.name, cell: cellAddress(current.row.row, column.index), printed: null, basis: { operation: 'series', cells: [cellAddress(before.row.row, column.index)], words: missing } });
  });
  for (const figures of figureColumns(table.draft)) {
    if (figures.field === 'comment' || figures.field === 'other') continue;
    const filled = dated.map(({ row }) => row.values.has(figures.index));
    const first = filled.indexOf(true);
    const last = filled.lastIndexOf(true);
    const holes = dated.slice(first, last + 1).filter(({ row }) => !row.values.has(figures.index));
    if (first < 0 || holes.length === 0 || holes.length * 4 > last - first) continue;
    findings.push(...holes.map(({ row, month, index }): Finding => ({ code: 'missing-month', severity: 'warning', sheet: grid.name, cell: cellAddress(row.row, figures.index), printed: null, basis: { operation: 'series', cells: [], words: [monthText(index ?? month - 1, index !== null)] } })));
  }
  return findings;
}

function missingColumns(table: ReadTable, columns: readonly DraftColumn[]): readonly Finding[] {
  const lastHeading = Math.max(...table.draft.headerRows);
  const steps = columns.map((column, place) => monthStep(columns[place - 1], column));
  // Points of reporting are no series: most months must follow the one before.
  if (steps.filter((step) => step === 1).length * 2 < columns.length - 1) return [];
  return columns.flatMap((column, place): Finding[] => {
    const before = columns[place - 1];
    const earlier = before === undefined ? null : monthOf(before);
    const step = steps[place] ?? 0;
    if (earlier === null || step < 2 || step > 3) return [];
    const words = Array.from({ length: step - 1 }, (_, offset) => monthText(earlier.month + offset, false));
    return [{ code: 'missing-month', severity: 'warning', sheet: table.draft.grid.name, cell: cellAddress(lastHeading, column.index), printed: null, basis: { operation: 'series', cells: [], words } }];
  });
}

/** Months from one column to the next; 0 where either is no month. */
function monthStep(before: DraftColumn | undefined, column: DraftColumn): number {
  const [earlier, month] = [before === undefined ? null : monthOf(before), monthOf(column)];
  if (earlier === null || month === null) return 0;
  return month.year !== undefined && earlier.year !== undefined ? (month.year - earlier.year) * 12 + month.month - earlier.month : (month.month - earlier.month + 12) % 12;
}

/** A month that is empty in a row that is filled before and after, in a month that other rows have. */
function holesInRows(table: ReadTable, columns: readonly DraftColumn[]): readonly Finding[] {
  const items = table.rows.filter((row) => row.kind === 'item' && !row.isOutside);
  const reported = columns.filter((column) => table.rows.some((row) => row.values.has(column.index)));
  const last = reported[reported.length - 1];
  if (last === undefined) return [];
  const span = columns.slice(0, columns.indexOf(last) + 1);
  return items.flatMap((row): Finding[] => {
    const filled = span.filter((column) => row.values.has(column.index));
    const end = span.indexOf(filled[filled.length - 1] ?? last);
    const start = span.indexOf(filled[0] ?? last);
    const holes = span.slice(start, end + 1).filter((column) => !row.values.has(column.index));
    // A row that is empty in many months has no figure to report then.
    if (holes.length === 0 || filled.length < 3 || holes.length * 3 > filled.length) return [];
    return holes.map((column): Finding => {
      const month = monthOf(column);
      return {
        code: 'missing-month',
        severity: 'warning',
        sheet: table.draft.grid.name,
        cell: cellAddress(row.row, column.index),
        printed: null,
        ...(row.label === '' ? {} : { label: row.label }),
        basis: { operation: 'series', cells: [], words: [month === null ? column.header : monthText(month.year === undefined ? month.month - 1 : month.year * 12 + month.month - 1, month.year !== undefined)] },
      };
    });
  });
}

function monthOf(column: DraftColumn): { readonly month: number; readonly year?: number } | null {
  if (column.period?.kind === 'month') return column.period;
  return readMonth(column.header, 'General');
}

const monthText = (index: number, hasYear: boolean): string => `${MONTH_NAMES[((index % 12) + 12) % 12] ?? ''}${hasYear ? ` ${String(Math.floor(index / 12))}` : ''}`;
