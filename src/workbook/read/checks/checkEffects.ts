import { arseffekt } from '../../../core/arseffekt';
import { dayOfSerial, daysInMonth, parseIsoDay, serialOf } from '../../../core/month';
import { cellAddress } from '../../address';
import { numberFormatAt, valueAt } from '../../grid';
import { MONTH_NAMES } from '../../monthNames';
import type { Field, Finding } from '../../report';
import { isDateFormat } from '../cellKind';
import type { DraftRow } from '../draftRow';
import { readMonth } from '../periodWords';
import type { ReadTable } from '../readTable';
import { startInText } from '../startInText';
import type { DraftColumn } from '../tableDraft';
import type { CheckResult } from './checkTieOut';
import { halfUnit } from './columnUnit';

interface Start {
  /** Serial of the first day in force. */
  readonly serial: number;
  readonly year: number;
  readonly month: number;
  readonly cell: string;
  /** A column for the start is firmer than a month in a description. */
  readonly isColumn: boolean;
}

/** Recomputes each measure's effect of the year from its full-year effect and its start. */
export function checkEffects(table: ReadTable): CheckResult {
  if (table.draft.kind !== 'measures') return { findings: [], checked: 0 };
  const find = (field: Field): DraftColumn | undefined => table.draft.columns.find((column) => column.field === field);
  const effect = find('effectYear');
  const fullYear = find('effectFullYear');
  const year = effect?.year ?? yearOf(table);
  if (effect === undefined || fullYear === undefined || year === null) return { findings: [], checked: 0 };
  const room = halfUnit(table, effect) + halfUnit(table, fullYear);
  const judged = table.rows.flatMap((row) => {
    const printed = row.values.get(effect.index);
    const full = row.values.get(fullYear.index);
    const start = row.kind === 'item' ? startOf(table, row, find('start'), year) : null;
    if (printed === undefined || full === undefined || start === null || full === 0) return [];
    const expected = effectsOf(full, start.serial, year, endOf(table, row, find('end')), rampOf(row, find('ramp')));
    const [first] = expected;
    return first === undefined ? [] : [{ row, printed, full, start, expected: first, holds: expected.some((value) => Math.abs(value - printed) <= room) }];
  });
  const byColumn = judged.filter(({ start }) => start.isColumn);
  const holding = byColumn.filter(({ holds }) => holds).length;
  const isFirm = holding >= 2 && holding >= 0.6 * byColumn.length;
  const findings = judged.filter(({ holds }) => !holds).map(({ row, printed, full, start, expected }): Finding => {
    const fitting = MONTH_NAMES.filter((_, index) => effectsOf(full, serialOf(start.year, index + 1, 1), year, Infinity, 1).slice(0, 1).some((value) => Math.abs(value - printed) <= room));
    return {
      code: 'effect-mismatch',
      severity: start.isColumn && isFirm ? 'error' : 'warning',
      sheet: table.draft.grid.name,
      cell: cellAddress(row.row, effect.index),
      printed,
      expected: Math.round(expected * 1000) / 1000,
      ...(row.label === '' ? {} : { label: row.label }),
      basis: { operation: 'effect', cells: [cellAddress(row.row, fullYear.index), start.cell], words: [`${MONTH_NAMES[start.month - 1] ?? ''} ${String(start.year)}`, ...fitting.slice(0, 1).map((name) => `${name} ${String(start.year)}`)] },
      tolerance: room,
    };
  });
  return { findings, checked: judged.length };
}

/**
 * What a measure may rightly give in a plan year: started that year, its årseffekt; started earlier, the change from the year before, or its
 * whole årseffekt where it is outside the budget frame.
 */
function effectsOf(full: number, start: number, year: number, end: number, ramp: number): readonly number[] {
  const now = arseffekt(full, start, year, end, ramp);
  const before = arseffekt(full, start, year - 1, end, ramp);
  if (typeof now !== 'number' || typeof before !== 'number') return [];
  return before === 0 ? [now] : [now - before, now];
}

function startOf(table: ReadTable, row: DraftRow, column: DraftColumn | undefined, planYear: number): Start | null {
  if (column !== undefined) {
    const value = valueAt(table.draft.grid, row.row, column.index);
    const format = numberFormatAt(table.draft.grid, row.row, column.index);
    const day = typeof value === 'string' ? parseIsoDay(value, 'first') : null;
    const named = day === null ? readMonth(value, format) : dayOfSerial(day);
    if (named === null) return null;
    const year = named.year ?? planYear;
    const isDate = typeof value === 'number' && isDateFormat(format);
    return { serial: day ?? (isDate ? Math.floor(value) : serialOf(year, named.month, 1)), year, month: named.month, cell: cellAddress(row.row, column.index), isColumn: true };
  }
  for (const [index, text] of row.texts) {
    const start = startInText(text, planYear);
    if (start !== null) return { ...start, cell: cellAddress(row.row, index), isColumn: false };
  }
  return null;
}

function endOf(table: ReadTable, row: DraftRow, column: DraftColumn | undefined): number {
  if (column === undefined) return Infinity;
  const value = valueAt(table.draft.grid, row.row, column.index);
  const format = numberFormatAt(table.draft.grid, row.row, column.index);
  if (typeof value === 'number' && isDateFormat(format)) return Math.floor(value);
  const named = readMonth(value, format);
  return named?.year === undefined ? Infinity : serialOf(named.year, named.month, daysInMonth(named.year, named.month));
}

const rampOf = (row: DraftRow, column: DraftColumn | undefined): number => (column === undefined ? 1 : Math.max(0, row.values.get(column.index) ?? 1));

function yearOf(table: ReadTable): number | null {
  for (const text of [table.draft.title, ...table.draft.contextTexts]) {
    const match = /(?<!\d)(20\d\d)(?!\d)/.exec(text);
    if (match) return Number(match[1]);
  }
  return null;
}
