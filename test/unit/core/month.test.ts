import fc from 'fast-check';
import {
  addMonths, addMonthsToSerial, dayOfSerial, daysInMonth, firstDayOf, isCalendarDay, isSerial, lastDayOf, monthIndexOfSerial, monthOf, monthOfSerial,
  monthsBetween, parseIsoDay, parseMonth, serialOf, serialOfMonthIndex,
} from '../../../src/core/month';

/** The calendar of JavaScript itself, a second opinion on every day. */
const serialByDate = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

const aSerial = fc.integer({ min: 61, max: 2_958_465 });

describe('serialOf', () => {
  it.each([
    [2000, 1, 1, 36526],
    [2025, 4, 1, 45748],
    [1900, 3, 1, 61],
    [9999, 12, 31, 2_958_465],
    [2024, 2, 29, 45351],
    [2025, 13, 1, 46023],
  ])('gives the serial of %i-%i-%i', (year, month, day, serial) => {
    expect(serialOf(year, month, day)).toBe(serial);
  });

  it('agrees with the calendar of JavaScript on every day', () => {
    fc.assert(
      fc.property(aSerial, (serial) => {
        const { year, month, day } = dayOfSerial(serial);
        expect(serialByDate(year, month, day)).toBe(serial);
        expect(serialOf(year, month, day)).toBe(serial);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('dayOfSerial', () => {
  it('drops the time of day', () => {
    expect(dayOfSerial(45748.99)).toEqual({ year: 2025, month: 4, day: 1 });
  });
});

describe('monthIndexOfSerial', () => {
  it('changes only on the first day of a month', () => {
    fc.assert(
      fc.property(aSerial, (serial) => {
        const index = monthIndexOfSerial(serial);
        expect(serialOfMonthIndex(index)).toBeLessThanOrEqual(serial);
        expect(serialOfMonthIndex(index + 1)).toBeGreaterThan(serial);
      }),
    );
  });
});

describe('daysInMonth', () => {
  it.each([
    [2023, 2, 28],
    [2024, 2, 29],
    [2100, 2, 28],
    [2000, 2, 29],
    [2025, 12, 31],
    [2025, 4, 30],
  ])('gives the days of %i-%i', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});

describe('isCalendarDay', () => {
  it('knows leap days and refuses days that do not exist', () => {
    expect(isCalendarDay(2024, 2, 29)).toBe(true);
    expect(isCalendarDay(2023, 2, 29)).toBe(false);
    expect(isCalendarDay(2023, 13, 1)).toBe(false);
    expect(isCalendarDay(2023, 4, 31)).toBe(false);
  });
});

describe('isSerial', () => {
  it('takes the days that Excel can show', () => {
    expect([0, 1, 2_958_465.5, 2_958_466, Number.NaN].map(isSerial)).toEqual([false, true, true, false, false]);
  });
});

describe('addMonths', () => {
  it.each([
    ['2025-11', 3, '2026-02'],
    ['2025-01', -1, '2024-12'],
    ['2025-06', 0, '2025-06'],
  ] as const)('adds to %s %i months', (month, count, expected) => {
    expect(addMonths(month, count)).toBe(expected);
  });

  it('is undone by monthsBetween', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: -500, max: 500 }), (year, number, count) => {
        const month = monthOf(year, number);
        expect(monthsBetween(month, addMonths(month, count))).toBe(count);
      }),
    );
  });
});

describe('addMonthsToSerial', () => {
  it('keeps the day where the month is long enough, else takes its last', () => {
    expect(dayOfSerial(addMonthsToSerial(serialOf(2025, 1, 31), 1))).toEqual({ year: 2025, month: 2, day: 28 });
    expect(dayOfSerial(addMonthsToSerial(serialOf(2025, 1, 15), 13))).toEqual({ year: 2026, month: 2, day: 15 });
  });
});

describe('firstDayOf and lastDayOf', () => {
  it('enclose the month', () => {
    expect(firstDayOf('2024-02')).toBe(serialOf(2024, 2, 1));
    expect(lastDayOf('2024-02')).toBe(serialOf(2024, 2, 29));
    expect(monthOfSerial(lastDayOf('2024-02'))).toBe('2024-02');
  });
});

describe('parseMonth', () => {
  it.each([
    ['2025-04', '2025-04'],
    [' 2025-12 ', '2025-12'],
    ['2025-13', null],
    ['2025-00', null],
    ['2025-4', null],
    ['april', null],
  ])('reads %s', (text, month) => {
    expect(parseMonth(text)).toBe(month);
  });
});

describe('parseIsoDay', () => {
  it('reads a day, and a month by the bound', () => {
    expect(parseIsoDay('2025-04-01', 'first')).toBe(45748);
    expect(parseIsoDay('2025-04', 'first')).toBe(45748);
    expect(parseIsoDay('2025-04', 'last')).toBe(45777);
  });

  it('refuses a day that does not exist', () => {
    expect(parseIsoDay('2023-02-29', 'first')).toBeNull();
    expect(parseIsoDay('1 april 2025', 'first')).toBeNull();
  });
});
