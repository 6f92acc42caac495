import { convertAmount } from '../../core/amount';
import { parseIsoDay, serialOf } from '../../core/month';
import { parseSwedishNumber } from '../../core/swedishNumber';
import { cellAddress } from '../address';
import { isCellError, numberFormatAt, valueAt, type CellValue, type SheetGrid, type WorkbookGrid } from '../grid';
import { figurePlace } from '../figurePlace';
import type { SourceCell } from '../plan';
import type { Field, ReportColumn, ReportRow, ReportTable } from '../report';
import { readMonth } from './periodWords';

/** A read table together with the sheet it stands on, as the plan's readers look at it. */
export interface PlanTable {
  readonly table: ReportTable;
  readonly grid: SheetGrid;
  readonly columnOf: (field: Field) => ReportColumn | undefined;
}

/** Pairs each table of a kind with its sheet, stood up where it lies on its side; a table whose sheet is not in the workbook is left out. */
export function planTables(workbook: WorkbookGrid, tables: readonly ReportTable[], kind: ReportTable['kind']): readonly PlanTable[] {
  const grids = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]));
  return tables.flatMap((found) => {
    const table = found.upright ?? found;
    const grid = grids.get(table.sheet);
    if (grid === undefined || table.kind !== kind) return [];
    return [{ table, grid, columnOf: (field: Field) => table.columns.find((column) => column.field === field) }];
  });
}

/** The raw value of a row's cell in a column. */
export function cellOf(plan: PlanTable, row: ReportRow, column: ReportColumn | undefined): CellValue {
  if (column === undefined) return null;
  const place = figurePlace(plan.table, row.row, column.column);
  return valueAt(plan.grid, place.row, place.column);
}

/** The text of a row's cell; a number is given as it would be typed, an empty cell, an error and a lone dash as "". */
export function textOf(plan: PlanTable, row: ReportRow, field: Field): string {
  const value = cellOf(plan, row, plan.columnOf(field));
  if (value === null || isCellError(value) || typeof value === 'boolean') return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = value.trim();
  return /^[-–—−]?$/u.test(text) ? '' : text;
}

/**
 * The amount of a row's cell in tkr with the cell it came from; null where the cell holds no number ("-", "X mnkr", "Svårt att avgöra").
 * A unit in the cell's own text comes before the column's, the column's before the table's; without any, tkr is taken.
 */
export function amountOf(plan: PlanTable, row: ReportRow, field: Field): SourceCell | null {
  const column = plan.columnOf(field);
  const value = cellOf(plan, row, column);
  if (column === undefined || value === null || isCellError(value) || typeof value === 'boolean') return null;
  const unit = column.unit ?? plan.table.unit ?? 'tkr';
  const at = figurePlace(plan.table, row.row, column.column);
  const place = { sheet: plan.table.sheet, cell: cellAddress(at.row, at.column) };
  if (typeof value === 'number') return { ...place, value, toTkr: convertAmount(1, unit, 'tkr') };
  const number = parseSwedishNumber(value);
  if (number === null || number.unit === 'percent') return null;
  return { ...place, value: number.value, isText: true, toTkr: convertAmount(1, number.unit ?? unit, 'tkr') };
}

/** An amount in tkr without its place. */
export function tkrOf(cell: SourceCell | null): number | null {
  return cell === null || typeof cell.value !== 'number' ? null : roundedTkr(cell.value * cell.toTkr);
}

/** Takes away what binary fractions leave: 4.2 mnkr is 4 200 tkr. */
export function roundedTkr(amount: number): number {
  return Number(amount.toPrecision(12));
}

/** A share such as a probability: 0.8, 80 % and "80 %" are the same. */
export function shareOf(plan: PlanTable, row: ReportRow, field: Field): number | null {
  return shareIn(cellOf(plan, row, plan.columnOf(field)));
}

/** A share as a cell says it; null for anything that is no share. */
export function shareIn(value: CellValue): number | null {
  if (typeof value === 'string') {
    const parsed = parseSwedishNumber(value);
    if (parsed === null) return null;
    return shareIn(parsed.value);
  }
  if (typeof value !== 'number' || value < 0 || value > 100) return null;
  return value > 1 ? value / 100 : value;
}

/**
 * The day a row names: a date, or a month in words or figures ("2025-feb", "april 2023", "202504"). A month is its first day, or its last
 * when it is an end. A month without a year is taken in `year`.
 * @returns an Excel serial; null for anything else ("ej beslutad")
 */
export function dayOf(plan: PlanTable, row: ReportRow, field: Field, year: number, isEnd = false): number | null {
  const column = plan.columnOf(field);
  if (column === undefined) return null;
  const place = figurePlace(plan.table, row.row, column.column);
  return dayIn(cellOf(plan, row, column), numberFormatAt(plan.grid, place.row, place.column), year, isEnd);
}

/** The day that a cell names, as `dayOf`. */
export function dayIn(value: CellValue, format: string, year: number, isEnd = false): number | null {
  if (value === null) return null;
  const month = readMonth(value, format);
  if (month === null) return typeof value === 'string' ? parseIsoDay(value, isEnd ? 'last' : 'first') : null;
  // A date cell names its day; only a month in words needs one.
  if (typeof value === 'number' && value > 20000 && value < 80000) return Math.floor(value);
  const monthYear = month.year ?? year;
  return isEnd ? serialOf(monthYear, month.month + 1, 1) - 1 : serialOf(monthYear, month.month, 1);
}

/** Whether a cell says yes: ja, x, sant or TRUE. */
export function isYes(plan: PlanTable, row: ReportRow, field: Field): boolean {
  return isYesValue(cellOf(plan, row, plan.columnOf(field)));
}

/** Whether a value says yes, as `isYes`. */
export function isYesValue(value: CellValue): boolean {
  return value === true || (typeof value === 'string' && /^(ja|x|sant)$/iu.test(value.trim()));
}
