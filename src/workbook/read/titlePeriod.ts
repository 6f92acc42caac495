import { MONTH_NAMES } from '../monthNames';
import type { ReportTable } from '../report';

const DAY = new RegExp(`(?:(\\d{1,2})\\s+)?(${MONTH_NAMES.join('|')})\\s+(20\\d\\d)`, 'iu');
/** Of a span, "202501–202508", its end. */
const STAMP = /(?<!\d)(?:20\d{2}-?(?:0[1-9]|1[0-2])\s*[-–—]\s*)?(20\d\d)-?(0[1-9]|1[0-2])(?!\d)/;
const REPORT = /(?<!\p{L})(delår|tertial|prognos)\s*(\d)(?!\d)(?:[^\d]{0,12}(20\d\d))?/iu;
const YEAR = /(?<!\d)(20\d\d)(?!\d)/;

/** What the titles of a workbook's tables say of the time they speak of. */
export interface TitlePeriod {
  /** "31 mars 2023", "Augusti 2025", "Delår 2 2025"; null where no title names more than a year. */
  readonly name: string | null;
  readonly year: number | null;
}

/** Reads the reporting point out of the titles above the tables; the first title that names one decides. */
export function titlePeriod(tables: readonly Pick<ReportTable, 'title'>[]): TitlePeriod {
  const titles = tables.flatMap((table) => (table.title === undefined ? [] : [table.title]));
  const year = titles.map((title) => Number(YEAR.exec(title)?.[1])).find((found) => !Number.isNaN(found)) ?? null;
  for (const title of titles) {
    const report = REPORT.exec(title);
    const reportYear = report?.[3] ?? (year === null ? undefined : String(year));
    if (report !== null && reportYear !== undefined) return { name: `${capital(report[1] ?? '')} ${report[2] ?? ''} ${reportYear}`, year: Number(reportYear) };
    const day = DAY.exec(title);
    if (day !== null) return { name: `${day[1] === undefined ? capital(day[2] ?? '') : `${day[1]} ${(day[2] ?? '').toLowerCase()}`} ${day[3] ?? ''}`, year: Number(day[3]) };
    const stamp = STAMP.exec(title);
    if (stamp !== null) return { name: `${capital(MONTH_NAMES[Number(stamp[2]) - 1] ?? '')} ${stamp[1] ?? ''}`, year: Number(stamp[1]) };
  }
  return { name: null, year };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
