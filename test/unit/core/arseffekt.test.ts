import fc from 'fast-check';
import { arseffekt, helarseffekt, monthlyEffects, resteffekt } from '../../../src/core/arseffekt';
import { addMonthsToSerial, dayOfSerial, serialOf } from '../../../src/core/month';

const aStart = fc.integer({ min: serialOf(2015, 1, 1), max: serialOf(2034, 12, 31) });
const aLength = fc.integer({ min: 0, max: 3000 });
const aRamp = fc.integer({ min: 0, max: 36 });
const anEffect = fc.integer({ min: 1, max: 50_000 });

const number = (result: unknown): number => {
  if (typeof result !== 'number') throw new Error(`no number: ${String(result)}`);
  return result;
};

/** The formula of the sheet "Effekt per månad", month by month, in plain dates. */
function effectByTheSheet(effect: number, start: number, end: number | null, ramp: number, year: number): number {
  let total = 0;
  for (let month = 1; month <= 12; month += 1) {
    const first = serialOf(year, month, 1);
    const next = serialOf(year, month + 1, 1);
    const from = dayOfSerial(start);
    const steps = (year - from.year) * 12 + month - from.month + 1;
    const days = Math.max(0, Math.min(end === null ? 9e9 : end + 1, next) - Math.max(start, first));
    total += (((effect / 12) * days) / (next - first)) * Math.min(1, Math.max(0, steps) / Math.max(1, ramp));
  }
  return total;
}

describe('arseffekt', () => {
  it.each([
    [2900, [2025, 4, 1], 2025, 2175],
    [270, [2023, 10, 1], 2023, 67.5],
    [443, [2023, 7, 1], 2023, 221.5],
    [9.0, [2025, 5, 1], 2025, 6.0],
    [1.2, [2025, 5, 1], 2025, 0.8],
    [3.0, [2025, 11, 1], 2025, 0.5],
    [1200, [2030, 1, 1], 2025, 0],
    [1200, [2020, 1, 1], 2025, 1200],
  ] as const)('of %d a year from %j in %i is %d', (effect, [year, month, day], calendarYear, expected) => {
    expect(arseffekt(effect, serialOf(year, month, day), calendarYear)).toBe(expected);
  });

  it('ramps up month by month', () => {
    const start = serialOf(2025, 9, 1);
    expect(arseffekt(2400, start, 2025, Infinity, 4)).toBe(500);
    expect(arseffekt(2400, start, 2026, Infinity, 4)).toBe(2400);
  });

  it('counts the days of a started month, in leap years too', () => {
    expect(arseffekt(1200, serialOf(2024, 2, 16), 2024)).toBeCloseTo(100 * (14 / 29) + 1000, 9);
    expect(arseffekt(1200, serialOf(2023, 2, 15), 2023)).toBeCloseTo(100 * (14 / 28) + 1000, 9);
  });

  it('includes the last day', () => {
    expect(arseffekt(1200, serialOf(2025, 1, 1), 2025, serialOf(2025, 6, 30))).toBe(600);
    expect(arseffekt(1200, serialOf(2025, 1, 1), 2025, serialOf(2025, 1, 1))).toBeCloseTo(100 / 31, 9);
  });

  it('takes a ramp of 0, 1 and none alike', () => {
    const start = serialOf(2025, 3, 10);
    expect(arseffekt(1000, start, 2025, Infinity, 0)).toBe(arseffekt(1000, start, 2025));
    expect(arseffekt(1000, start, 2025, Infinity, 1)).toBe(arseffekt(1000, start, 2025));
  });

  it('is a fault where the end comes first or the ramp is negative', () => {
    expect(arseffekt(1, 45_809, 2025, 45_658)).toBe('end-before-start');
    expect(arseffekt(1, 45_809, 2025, Infinity, -1)).toBe('negative-ramp');
  });

  it('agrees with the formula of the sheet', () => {
    fc.assert(
      fc.property(anEffect, aStart, fc.option(aLength), aRamp, fc.integer({ min: 2014, max: 2045 }), (effect, start, length, ramp, year) => {
        const end = length === null ? null : start + length;
        expect(arseffekt(effect, start, year, end ?? Infinity, ramp)).toBeCloseTo(effectByTheSheet(effect, start, end, ramp, year), 6);
      }),
      { numRuns: 1000 },
    );
  });

  it('never gives more for a later start', () => {
    fc.assert(
      fc.property(anEffect, aStart, fc.integer({ min: 0, max: 1000 }), aRamp, (effect, start, later, ramp) => {
        const { year } = dayOfSerial(start);
        expect(number(arseffekt(effect, start + later, year, Infinity, ramp))).toBeLessThanOrEqual(number(arseffekt(effect, start, year, Infinity, ramp)) + 1e-9);
      }),
    );
  });

  it('sums over the years to the whole life of the measure', () => {
    fc.assert(
      fc.property(anEffect, aStart, aLength, aRamp, (effect, start, length, ramp) => {
        const end = start + length;
        const first = dayOfSerial(start);
        const last = dayOfSerial(end).year;
        let byYear = 0;
        for (let year = first.year - 1; year <= last + 1; year += 1) byYear += number(arseffekt(effect, start, year, end, ramp));
        const months = monthlyEffects(effect, start, first.year * 12 + first.month - 1, (last - first.year + 1) * 12, end, ramp);
        expect(byYear).toBeCloseTo((months as readonly number[]).reduce((total, each) => total + each, 0), 6);
      }),
    );
  });
});

describe('helarseffekt', () => {
  it('is the inverse of arseffekt without an end', () => {
    fc.assert(
      fc.property(anEffect, aStart, aRamp, fc.integer({ min: 0, max: 3 }), (effect, start, ramp, later) => {
        const year = dayOfSerial(start).year + later;
        expect(helarseffekt(number(arseffekt(effect, start, year, Infinity, ramp)), start, year, ramp)).toBeCloseTo(effect, 6);
      }),
    );
  });

  it('does not follow from a year without effect', () => {
    expect(helarseffekt(100, serialOf(2030, 1, 1), 2025)).toBe('no-effect');
  });
});

describe('resteffekt', () => {
  it.each([
    [532, [2022, 5, 1], 2022, 1, 177.333333],
    [2900, [2025, 4, 1], 2025, 1, 725],
    [2400, [2025, 9, 1], 2025, 4, 1900],
    [2400, [2020, 1, 1], 2025, 1, 0],
  ] as const)('of %d from %j after %i with a ramp of %i is %d', (effect, [year, month, day], calendarYear, ramp, expected) => {
    expect(resteffekt(effect, serialOf(year, month, day), calendarYear, Infinity, ramp)).toBeCloseTo(expected, 5);
  });

  it('is what the next year gives beyond this one', () => {
    fc.assert(
      fc.property(anEffect, aStart, aLength, aRamp, (effect, start, length, ramp) => {
        const { year } = dayOfSerial(start);
        const end = start + length;
        const expected = number(arseffekt(effect, start, year + 1, end, ramp)) - number(arseffekt(effect, start, year, end, ramp));
        expect(resteffekt(effect, start, year, end, ramp)).toBeCloseTo(expected, 6);
      }),
    );
  });
});

describe('monthlyEffects', () => {
  it('gives the row of a measure over three years', () => {
    const row = monthlyEffects(1200, serialOf(2025, 11, 16), 2024 * 12, 36, serialOf(2026, 2, 14)) as readonly number[];
    expect(row).toHaveLength(36);
    expect(row.slice(0, 22).every((effect) => effect === 0)).toBe(true);
    expect(row.slice(22, 27)).toEqual([50, 100, 100, 50, 0]);
  });

  it('is a fault where the end comes first', () => {
    expect(monthlyEffects(1, 45_809, 2025 * 12, 12, 45_658)).toBe('end-before-start');
  });

  it('moves a month when the start does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2015, max: 2030 }), fc.integer({ min: 1, max: 12 }), aRamp, (year, month, ramp) => {
        const start = serialOf(year, month, 1);
        const row = monthlyEffects(1200, start, year * 12, 24, Infinity, ramp) as readonly number[];
        const later = monthlyEffects(1200, addMonthsToSerial(start, 1), year * 12, 24, Infinity, ramp) as readonly number[];
        later.slice(1).forEach((effect, i) => expect(effect).toBeCloseTo(row[i] ?? Number.NaN, 9));
      }),
    );
  });
});
