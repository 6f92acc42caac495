import { MONTH_NAMES, monthNamed } from '../workbook/monthNames';
import { lastReportedMonth } from '../workbook/read/lastReportedMonth';
import { titlePeriod } from '../workbook/read/titlePeriod';
import type { Report, ReportColumn } from '../workbook/report';

/**
 * Names to suggest for the version, out of the workbook's own words: the latest dated forecast or outcome of the headings first, then the
 * closed years, then what the titles say, then the last month of a series. Reporting points differ between municipalities, so these are suggestions and the user may write another.
 * @param thisYear the year of today's date; a full-year outcome of an earlier year, or one without any forecast beside it, is closed
 * Tables whose sign rule is still asked for have no say where others do.
 * @returns distinct names, best first; empty when no heading tells
 * @example a column "Utfall helår 2024" gives ["Helår 2024"], a column "Prognos okt" of 2024 "Prognos okt 2024"
 */
export function suggestVersions(report: Report, thisYear: number): readonly string[] {
  const names: string[] = [];
  const budgets = report.tables.map((table) => table.upright ?? table).filter((table) => table.kind === 'budget');
  const understood = budgets.filter((table) => table.signRule !== null);
  const columns = (understood.length > 0 ? understood : budgets).flatMap((table) => table.columns);
  const yearsOf = (isMeant: (column: ReportColumn) => boolean): readonly number[] => columns.flatMap((column) => (isMeant(column) && column.year !== undefined ? [column.year] : []));
  // The budget of a year to come is not what is followed up.
  const followed = columns.some((column) => COMPARED.has(column.field) && column.year === undefined) ? [] : yearsOf((column) => COMPARED.has(column.field));
  const newestYear = Math.max(...(followed.length > 0 ? followed : yearsOf((column) => column.field !== 'previous')));
  const title = titlePeriod(report.tables);
  const month = lastReportedMonth(report.tables);
  const ofSeries = month === null ? [] : [`${capital(MONTH_NAMES[month.month - 1] ?? '')} ${month.year}`];
  const ofTitle = title.name !== null ? [title.name] : ofSeries.length > 0 ? ofSeries : title.year !== null ? [`Uppföljning ${title.year}`] : [];
  if (!Number.isFinite(newestYear)) return ofTitle;
  const ofYear = columns.filter((column) => (column.year ?? newestYear) === newestYear);
  const hasFinal = ofYear.some((column) => column.field === 'actual' && !isQuarter(column));
  const hasForecast = ofYear.some((column) => column.field === 'forecast');
  if (hasFinal && (newestYear < thisYear || !hasForecast)) names.push(`Helår ${newestYear}`);
  for (const column of [...ofYear].reverse()) {
    if (column.asOf === undefined || column.asOf === '') continue;
    const words = column.asOf.includes(String(newestYear)) ? column.asOf : `${column.asOf} ${newestYear}`;
    if (column.field === 'forecast') names.push(/^prognos/i.test(words) ? words : `Prognos ${words}`);
    if (column.field === 'actualToDate' || (column.field === 'actual' && isQuarter(column))) names.push(/^utfall|^ack/i.test(words) ? words : `Utfall ${words}`);
  }
  if (names.length === 0 && !hasFinal && !hasForecast) names.push(...toDateNames(ofYear, newestYear), ...ofTitle, `Uppföljning ${newestYear}`);
  if (names.length === 0) names.push(hasFinal ? `Helår ${newestYear}` : `Prognos ${newestYear}`);
  return [...new Set([...names, ...ofTitle])];
}

const COMPARED: ReadonlySet<ReportColumn['field']> = new Set(['actual', 'actualToDate', 'forecast']);

/** An outcome of one quarter closes no year. */
const isQuarter = ({ asOf }: ReportColumn): boolean => /^(?:q|kv)/i.test(asOf ?? '');

/** The month that outcomes to date reach to: "Utfall jan–sep" of 2025 is "September 2025". */
function toDateNames(columns: readonly ReportColumn[], year: number): readonly string[] {
  return columns.filter(({ field }) => field === 'actualToDate').flatMap(({ header }) => {
    const last = (header.toLowerCase().match(/\p{L}+/gu) ?? []).map(monthNumber).filter((month) => month > 0).at(-1);
    return last === undefined ? [] : [`${capital(MONTH_NAMES[last - 1] ?? '')} ${year}`];
  });
}

/** A word that is a month, whole or its first three letters; 0 for any other. */
function monthNumber(word: string): number {
  const month = monthNamed(word);
  return word.length === 3 || MONTH_NAMES[month - 1] === word ? month : 0;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
