/** A calendar month as 'YYYY-MM'. */
export type Month = `${number}-${number}`;

// Bound once: where Excel's scope is sandboxed, finding a global costs more than the operation itself.
const { floor } = Math;

/** A day in the calendar; `month` is 1–12, `day` is 1–31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

// Days from 0000-03-01 to 1899-12-30, the day that Excel's serial numbers count from (its 29 February 1900 does not exist, so that
// serials below 61 are one day off, as everywhere outside Excel).
const epoch = 693_899;
const firstSerial = 1;
const lastSerial = 2_958_465;

/** Whether a number is a day that Excel can show: 1 (1900) to 2 958 465 (31 December 9999); a time of day is allowed. */
export const isSerial = (value: number): boolean => value >= firstSerial && value < lastSerial + 1;

/** Whether a number is a year that Excel has dates for: a whole number 1900–9999. */
export const isYear = (value: number): boolean => floor(value) === value && value >= 1900 && value <= 9999;

/** Whether a number is a month of the year: a whole number 1–12. */
export const isMonthNumber = (value: number): boolean => floor(value) === value && value >= 1 && value <= 12;

/**
 * The Excel serial number of a day. Months run on outside 1–12, so that month 13 is next January.
 * @example serialOf(2025, 4, 1) gives 45748
 */
export const serialOf = (year: number, month: number, day: number): number => {
  // Years that begin in March put the leap day last; (153m + 2) / 5 counts the days of the months before m of such a year.
  const months = year * 12 + month - 3;
  const marchYear = floor(months / 12);
  const marchMonth = months - marchYear * 12;
  const leapDays = floor(marchYear / 4) - floor(marchYear / 100) + floor(marchYear / 400);
  return marchYear * 365 + leapDays + floor((153 * marchMonth + 2) / 5) + day - 1 - epoch;
};

/**
 * The day behind an Excel serial number; a time of day is dropped.
 * @example dayOfSerial(45748) gives { year: 2025, month: 4, day: 1 }
 */
export const dayOfSerial = (serial: number): CalendarDay => {
  const month = monthIndexOfSerial(serial);
  const year = floor(month / 12);
  return { year, month: month - year * 12 + 1, day: floor(serial) - serialOfMonthIndex(month) + 1 };
};

/**
 * The months from year 0 to the month of a serial: year × 12 + month − 1.
 * @example monthIndexOfSerial(45748) gives 24303, which is 2025 × 12 + 3
 */
export const monthIndexOfSerial = (serial: number): number => {
  // Days, then years, of a calendar whose years and centuries begin in March, so that the leap day comes last.
  const days = floor(serial) + epoch;
  const century = floor((4 * days + 3) / 146_097);
  const dayOfCentury = days - floor((146_097 * century) / 4);
  const year = floor((4 * dayOfCentury + 3) / 1461);
  const dayOfYear = dayOfCentury - floor((1461 * year) / 4);
  return (century * 100 + year) * 12 + floor((5 * dayOfYear + 2) / 153) + 2;
};

/** The serial of the first day of a month, counted as in `monthIndexOfSerial`. */
export const serialOfMonthIndex = (index: number): number => serialOf(0, index + 1, 1);

/**
 * The days of a month; leap years count.
 * @example daysInMonth(2024, 2) gives 29
 */
export const daysInMonth = (year: number, month: number): number => serialOf(year, month + 1, 1) - serialOf(year, month, 1);

/** Whether the three numbers name a day that exists: 2023-02-29 does not. */
export const isCalendarDay = (year: number, month: number, day: number): boolean =>
  isYear(year) && isMonthNumber(month) && floor(day) === day && day >= 1 && day <= daysInMonth(year, month);

/**
 * The month 'YYYY-MM' of a year and a month number; months run on outside 1–12.
 * @example monthOf(2025, 4) gives '2025-04'; monthOf(2025, 13) gives '2026-01'
 */
export const monthOf = (year: number, month: number): Month => monthOfIndex(year * 12 + month - 1);

/** The month behind an index as in `monthIndexOfSerial`. */
export const monthOfIndex = (index: number): Month => {
  const year = floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}` as Month;
};

/** The index of a month as in `monthIndexOfSerial`. */
export const monthIndex = (month: Month): number => yearOf(month) * 12 + monthNumberOf(month) - 1;

/** The year of a month. */
export const yearOf = (month: Month): number => Number(month.slice(0, 4));

/** The number of a month in its year, 1–12. */
export const monthNumberOf = (month: Month): number => Number(month.slice(5));

/**
 * Reads 'YYYY-MM', checking that the month exists.
 * @returns the month, or null for any other text
 */
export const parseMonth = (text: string): Month | null => {
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(text.trim()) ?? [];
  return year !== undefined && isYear(Number(year)) && isMonthNumber(Number(month)) ? monthOf(Number(year), Number(month)) : null;
};

/**
 * The month a number of months later (earlier when negative).
 * @example addMonths('2025-11', 3) gives '2026-02'
 */
export const addMonths = (month: Month, count: number): Month => monthOfIndex(monthIndex(month) + count);

/**
 * The months from one month to another: positive when `to` is later.
 * @example monthsBetween('2024-12', '2025-02') gives 2
 */
export const monthsBetween = (from: Month, to: Month): number => monthIndex(to) - monthIndex(from);

/** The month a serial lies in. */
export const monthOfSerial = (serial: number): Month => monthOfIndex(monthIndexOfSerial(serial));

/** The serial of the first day of a month. */
export const firstDayOf = (month: Month): number => serialOfMonthIndex(monthIndex(month));

/** The serial of the last day of a month. */
export const lastDayOf = (month: Month): number => serialOfMonthIndex(monthIndex(month) + 1) - 1;

/**
 * Adds months to a day and keeps its number where the month is long enough, as Excel's EDATE does.
 * @example addMonthsToSerial(45688, 1), from 31 January 2025, gives 45716, 28 February
 */
export const addMonthsToSerial = (serial: number, count: number): number => {
  const index = monthIndexOfSerial(serial);
  const first = serialOfMonthIndex(index + count);
  const last = serialOfMonthIndex(index + count + 1) - 1;
  return Math.min(first + floor(serial) - serialOfMonthIndex(index), last);
};

/**
 * Reads a day or a month written as ISO text.
 * @param bound which day a month alone stands for: a measure starts on the first day and ends with the last
 * @returns the serial, or null for any other text and for a day that does not exist
 * @example parseIsoDay('2025-04-01', 'first') gives 45748; parseIsoDay('2025-04', 'last') gives 45777
 */
export const parseIsoDay = (text: string, bound: 'first' | 'last'): number | null => {
  const month = parseMonth(text);
  if (month !== null) return bound === 'first' ? firstDayOf(month) : lastDayOf(month);
  const [, year, number, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim()) ?? [];
  return day !== undefined && isCalendarDay(Number(year), Number(number), Number(day)) ? serialOf(Number(year), Number(number), Number(day)) : null;
};
