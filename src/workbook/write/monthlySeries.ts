import { numberFormatAt, valueAt, type SheetGrid } from '../grid';
import type { ReportTable } from '../report';
import { cellAddress, columnIndex } from '../address';
import { MONTH_STARTS } from '../monthNames';
import { readMonth } from '../read/periodWords';
import { reportedMonths } from '../../core/r12';
import { sourceRange, sourceReference } from './sourceReference';

/** One figure followed month by month, oldest first, with the user's cells it stands in. */
export interface MonthlySeries {
  readonly label: string;
  readonly sheet: string;
  readonly months: readonly MonthCell[];
}

export interface MonthCell {
  /** "dec 2025", or the user's own words where they name no month. */
  readonly label: string;
  readonly row: number;
  readonly column: number;
  /** NaN where the cell holds no figure. */
  readonly value: number;
  /** The cell holds a number, not a text that reads as one: a formula can refer to it. */
  readonly isNumber: boolean;
}

/** The series of a table, whether its months are rows or columns. */
export function monthlySeries(table: ReportTable, grid: SheetGrid): readonly MonthlySeries[] {
  const monthColumns = table.columns.filter((column) => column.field === 'month');
  if (monthColumns.length >= 3) {
    const columns = monthColumns.map((column) => ({ index: columnIndex(column.column), letters: column.column, label: headingMonth(table, grid, column.column, column.header) }));
    return table.rows.filter((row) => row.kind === 'item').map((row) => ({
      label: row.label,
      sheet: table.sheet,
      months: columns.map(({ index, letters, label }) => monthCell(grid, row.row - 1, index, row.values[letters], label)),
    }));
  }
  const monthColumn = monthColumns[0];
  if (monthColumn === undefined) return [];
  const rows = table.rows.filter((row) => row.kind === 'item');
  return table.columns.filter((column) => column.field === 'actual' || column.field === 'volumeActual' || column.field === 'other').map((column) => ({
    label: column.header.trim(),
    sheet: table.sheet,
    months: rows.map((row) => {
      const at = columnIndex(monthColumn.column);
      const month = readMonth(valueAt(grid, row.row - 1, at), numberFormatAt(grid, row.row - 1, at));
      return monthCell(grid, row.row - 1, columnIndex(column.column), row.values[column.column], month === null ? row.label : monthText(month.month, month.year));
    }),
  })).filter((series) => series.months.some(({ value }) => !Number.isNaN(value)));
}

function headingMonth(table: ReportTable, grid: SheetGrid, letters: string, header: string): string {
  const row = (table.headerRows.at(-1) ?? 1) - 1;
  const month = readMonth(valueAt(grid, row, columnIndex(letters)), numberFormatAt(grid, row, columnIndex(letters))) ?? readMonth(header, 'General');
  return month === null ? header : monthText(month.month, month.year);
}

function monthText(month: number, year: number | undefined): string {
  const name = MONTH_STARTS[month - 1] ?? '';
  return year === undefined ? name : `${name} ${year}`;
}

function monthCell(grid: SheetGrid, row: number, column: number, read: number | undefined, label: string): MonthCell {
  const raw = valueAt(grid, row, column);
  const value = typeof raw === 'number' ? raw : (read ?? Number.NaN);
  return { label, row, column, value, isNumber: typeof raw === 'number' };
}

/** How many months are reported in any of the series; what stands empty at the end is not reported yet. */
export function reportedIn(series: readonly MonthlySeries[]): number {
  return Math.max(0, ...series.map(({ months }) => reportedMonths(months.map(({ value }) => value))));
}

/** The cells of the months as they stand in a formula: one range where they are neighbours, else each cell. */
export function monthCells(series: MonthlySeries, from: number, to: number): string {
  const cells = series.months.slice(from, to + 1);
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return '0';
  const isRow = cells.every((cell, index) => cell.row === first.row && cell.column === first.column + index);
  const isColumn = cells.every((cell, index) => cell.column === first.column && cell.row === first.row + index);
  if (isRow || isColumn) return sourceRange(series.sheet, { top: first.row, left: first.column, bottom: last.row, right: last.column });
  return cells.map(({ row, column }) => sourceReference(series.sheet, row, column)).join(',');
}

/** "Sjukfrånvaro!U4" of a month. */
export function monthAddress(series: MonthlySeries, index: number): string {
  const cell = series.months[index];
  return cell === undefined ? series.sheet : `${series.sheet}!${cellAddress(cell.row, cell.column)}`;
}
