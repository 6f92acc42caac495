/** A calendar month as 'YYYY-MM'. */
export type Month = `${number}-${number}`;

// Bound once: where Excel's scope is sandboxed, finding a global costs more than the operation itself.
const { floor } = Math;

/** How many times a divisor goes into a whole number that is not negative; "| 0" lets the engine stay with whole numbers. */
function quotient(dividend: number, divisor: number): number {
  return (dividend / divisor) | 0;
}

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
export function isSerial(value: number): boolean {
  return value >= firstSerial && value < lastSerial + 1;
}

/** Whether a number is a year that Excel has dates for: a whole number 1900–9999. */
export function isYear(value: number): boolean {
  return floor(value) === value && value >= 1900 && value <= 9999;
}

/** Whether a number is a month of the year: a whole number 1–12. */
export function isMonthNumber(value: number): boolean {
  return floor(value) === value && value >= 1 && value <= 12;
}

/**
 * The Excel serial number of a day after the year 0. Months run on outside 1–12, so that month 13 is next January.
 * @example serialOf(2025, 4, 1) gives 45748
 */
export function serialOf(year: number, month: number, day: number): number {
  // Years that begin in March put the leap day last; (153m + 2) / 5 counts the days of the months before m of such a year.
  const months = year * 12 + month - 3;
  const marchYear = quotient(months, 12);
  const marchMonth = months - marchYear * 12;
  const leapDays = quotient(marchYear, 4) - quotient(marchYear, 100) + quotient(marchYear, 400);
  return marchYear * 365 + leapDays + quotient(153 * marchMonth + 2, 5) + day - 1 - epoch;
}

/**
 * The day behind an Excel serial number; a time of day is dropped.
 * @example dayOfSerial(45748) gives { year: 2025, month: 4, day: 1 }
 */
export function dayOfSerial(serial: number): CalendarDay {
  const month = monthIndexOfSerial(serial);
  const year = floor(month / 12);
  return { year, month: month - year * 12 + 1, day: floor(serial) - serialOfMonthIndex(month) + 1 };
}

/**
 * The months from year 0 to the month of a serial: year × 12 + month − 1.
 * @example monthIndexOfSerial(45748) gives 24303, which is 2025 × 12 + 3
 */
export function monthIndexOfSerial(serial: number): number {
  // Days, then years, of a calendar whose years and centuries begin in March, so that the leap day comes last.
  const days = floor(serial) + epoch;
  const century = quotient(4 * days + 3, 146_097);
  const dayOfCentury = days - quotient(146_097 * century, 4);
  const year = quotient(4 * dayOfCentury + 3, 1461);
  const dayOfYear = dayOfCentury - quotient(1461 * year, 4);
  return (century * 100 + year) * 12 + quotient(5 * dayOfYear + 2, 153) + 2;
}

/** The serial of the first day of a month, counted as in `monthIndexOfSerial`. */
export function serialOfMonthIndex(index: number): number {
  return serialOf(0, index + 1, 1);
}

/**
 * The days of a month; leap years count.
 * @example daysInMonth(2024, 2) gives 29
 */
export function daysInMonth(year: number, month: number): number {
  return serialOf(year, month + 1, 1) - serialOf(year, month, 1);
}

/** Whether the three numbers name a day that exists: 2023-02-29 does not. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return isYear(year) && isMonthNumber(month) && floor(day) === day && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The month 'YYYY-MM' of a year and a month number; months run on outside 1–12.
 * @example monthOf(2025, 4) gives '2025-04'; monthOf(2025, 13) gives '2026-01'
 */
export function monthOf(year: number, month: number): Month {
  return monthOfIndex(year * 12 + month - 1);
}

/** The month behind an index as in `monthIndexOfSerial`. */
function monthOfIndex(index: number): Month {
  const year = floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}` as Month;
}

/** The index of a month as in `monthIndexOfSerial`. */
export function monthIndex(month: Month): number {
  return yearOf(month) * 12 + monthNumberOf(month) - 1;
}

/** The year of a month. */
export function yearOf(month: Month): number {
  return Number(month.slice(0, 4));
}

/** The number of a month in its year, 1–12. */
function monthNumberOf(month: Month): number {
  return Number(month.slice(5));
}

/**
 * Reads 'YYYY-MM', checking that the month exists.
 * @returns the month, or null for any other text
 */
export function parseMonth(text: string): Month | null {
  const [, year, month] = /^(\d{4})-(\d{2})$/u.exec(text.trim()) ?? [];
  return year !== undefined && isYear(Number(year)) && isMonthNumber(Number(month)) ? monthOf(Number(year), Number(month)) : null;
}

/**
 * The month a number of months later (earlier when negative).
 * @example addMonths('2025-11', 3) gives '2026-02'
 */
export function addMonths(month: Month, count: number): Month {
  return monthOfIndex(monthIndex(month) + count);
}

/**
 * The months from one month to another: positive when `to` is later.
 * @example monthsBetween('2024-12', '2025-02') gives 2
 */
export function monthsBetween(from: Month, to: Month): number {
  return monthIndex(to) - monthIndex(from);
}

/** The month a serial lies in. */
export function monthOfSerial(serial: number): Month {
  return monthOfIndex(monthIndexOfSerial(serial));
}

/** The serial of the first day of a month. */
export function firstDayOf(month: Month): number {
  return serialOfMonthIndex(monthIndex(month));
}

/** The serial of the last day of a month. */
export function lastDayOf(month: Month): number {
  return serialOfMonthIndex(monthIndex(month) + 1) - 1;
}

/**
 * Adds months to a day and keeps its number where the month is long enough, as Excel's EDATE does.
 * @example addMonthsToSerial(45688, 1), from 31 January 2025, gives 45716, 28 February
 */
export function addMonthsToSerial(serial: number, count: number): number {
  const index = monthIndexOfSerial(serial);
  const first = serialOfMonthIndex(index + count);
  const last = serialOfMonthIndex(index + count + 1) - 1;
  return Math.min(first + floor(serial) - serialOfMonthIndex(index), last);
}

/**
 * Reads a day or a month written as ISO text.
 * @param bound which day a month alone stands for: a measure starts on the first day and ends with the last
 * @returns the serial, or null for any other text and for a day that does not exist
 * @example parseIsoDay('2025-04-01', 'first') gives 45748; parseIsoDay('2025-04', 'last') gives 45777
 */
export function parseIsoDay(text: string, bound: 'first' | 'last'): number | null {
  const month = parseMonth(text);
  if (month !== null) return bound === 'first' ? firstDayOf(month) : lastDayOf(month);
  const [, year, number, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.trim()) ?? [];
  return day !== undefined && isCalendarDay(Number(year), Number(number), Number(day)) ? serialOf(Number(year), Number(number), Number(day)) : null;
}
