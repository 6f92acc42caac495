import type { ReportTable } from '../report';
import { readMonth, type NamedMonth } from './periodWords';

/**
 * The last month for which a monthly series has a figure, over all series; null where none names month and year.
 * @example a series with figures up to the column "dec-25" gives { month: 12, year: 2025 }
 */
export function lastReportedMonth(tables: readonly ReportTable[]): Required<NamedMonth> | null {
  const months = tables.filter((table) => table.kind === 'series').flatMap(reportedMonths);
  return months.reduce<Required<NamedMonth> | null>((last, month) => (last === null || order(month) > order(last) ? month : last), null);
}

const order = (month: Required<NamedMonth>): number => month.year * 12 + month.month;

function reportedMonths(table: ReportTable): readonly Required<NamedMonth>[] {
  const columns = table.columns.filter((column) => column.field === 'month');
  if (columns.length > 1) {
    const hasFigure = (column: string): boolean => table.rows.some((row) => row.values[column] !== undefined);
    return columns.filter(({ column }) => hasFigure(column)).flatMap(({ header, year }) => named(header, year));
  }
  // Dates in rows are printed as ISO days in a report.
  return table.rows.filter((row) => Object.keys(row.values).length > 0).flatMap((row) => named(row.label.replace(/^(\d{4}-\d{2})-\d{2}$/, '$1'), undefined));
}

function named(text: string, columnYear: number | undefined): readonly Required<NamedMonth>[] {
  const month = readMonth(text, 'General');
  const year = month?.year ?? columnYear;
  return month === null || year === undefined ? [] : [{ month: month.month, year }];
}
