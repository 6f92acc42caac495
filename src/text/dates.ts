import type { Month } from '../core/month';
import { LOCALES, type Language } from './language';

const two = (value: number): string => String(value).padStart(2, '0');

/** The clock of a moment, local time, with a full stop as Swedish prints it: "14.32" (English "14:32"). */
export function formatClock(moment: Date, language: Language = 'sv'): string {
  return `${two(moment.getHours())}${language === 'sv' ? '.' : ':'}${two(moment.getMinutes())}`;
}

/** Name of a month number (1–12): 5 → "maj". */
export function monthName(month: number, language: Language = 'sv'): string {
  return new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2001, month - 1, 1)));
}

/** The first three letters of a month: 1 → "jan". */
function shortMonthName(month: number, language: Language = 'sv'): string {
  return monthName(month, language).slice(0, 3);
}

/** A month as a table prints it, with its whole name: "aug 2025" → "augusti 2025". Other words are left as they stand. */
export function wholeMonthName(label: string, language: Language = 'sv'): string {
  const match = /^(\p{L}{3})\p{L}*\.?(\s+\d{4})?$/u.exec(label.trim());
  const number = Array.from({ length: 12 }, (_, index) => index + 1).find((month) => shortMonthName(month, 'sv') === match?.[1]?.toLowerCase());
  return number === undefined ? label : `${monthName(number, language)}${match?.[2] ?? ''}`;
}

/** A month with its year: "2023-05" → "maj 2023". */
export function formatMonth(month: Month, language: Language = 'sv'): string {
  const [year = '', number = '1'] = month.split('-');
  return `${monthName(Number(number), language)} ${year}`;
}
