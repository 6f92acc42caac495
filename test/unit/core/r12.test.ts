import fc from 'fast-check';
import { reportedMonths, rolling12, rolling12Ratio, rolling12Series } from '../../../src/core/r12';

const gap = Number.NaN;
const aSeries = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }).map((ore) => ore / 100), { minLength: 13, maxLength: 120 });

describe('rolling12', () => {
  it('takes the last twelve reported months together', () => {
    const series = [999, ...new Array<number>(12).fill(100), gap, gap];
    expect(rolling12(series, 'sum')).toBe(1200);
    expect(rolling12(series, 'mean')).toBe(100);
  });

  it('names a missing month', () => {
    const series = new Array<number>(14).fill(1).map((value, i) => (i === 5 ? gap : value));
    expect(rolling12(series, 'sum')).toEqual({ fault: 'missing-month', index: 5 });
  });

  it('does not mind a gap before the window', () => {
    expect(rolling12([gap, ...new Array<number>(12).fill(1)], 'sum')).toBe(12);
  });

  it('needs twelve months', () => {
    expect(rolling12([1, 2, 3, gap], 'sum')).toEqual({ fault: 'too-few-months', reported: 3 });
  });

  it('leaves no residue', () => {
    expect(rolling12(new Array<number>(12).fill(0.1), 'sum')).toBe(1.2);
  });
});

describe('rolling12Ratio', () => {
  it('divides the sums, not the monthly shares', () => {
    const performed = [0, 90, ...new Array<number>(10).fill(75)];
    const granted = [10, 100, ...new Array<number>(10).fill(100)];
    expect(rolling12Ratio(performed, granted)).toBeCloseTo(840 / 1110, 12);
  });

  it('takes a month that only one series has for missing in the other', () => {
    const twelve = new Array<number>(12).fill(1);
    expect(rolling12Ratio([...twelve, gap], [...twelve, 1])).toEqual({ fault: 'missing-month', index: 12 });
    expect(rolling12Ratio([...twelve, 1], [...twelve, gap])).toEqual({ fault: 'missing-month', index: 12 });
  });

  it('is undefined where the denominators sum to 0', () => {
    expect(rolling12Ratio(new Array<number>(12).fill(1), new Array<number>(12).fill(0))).toBe('zero-base');
  });
});

describe('rolling12Series', () => {
  it('satisfies R12(t) − R12(t−1) = x(t) − x(t−12)', () => {
    fc.assert(
      fc.property(aSeries, (series) => {
        const rolling = rolling12Series(series, 'sum');
        for (let t = 12; t < series.length; t += 1) {
          expect((rolling[t] ?? gap) - (rolling[t - 1] ?? gap)).toBeCloseTo((series[t] ?? gap) - (series[t - 12] ?? gap), 6);
        }
      }),
    );
  });

  it('is twelve times a constant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (tenths) => {
        const rolling = rolling12Series(new Array<number>(30).fill(tenths / 10), 'sum');
        expect([...rolling.slice(11)]).toEqual(new Array(19).fill((tenths * 12) / 10));
      }),
    );
  });

  it('ends with the figure of rolling12', () => {
    fc.assert(
      fc.property(aSeries, (series) => {
        expect(rolling12Series(series, 'mean').at(-1)).toBe(rolling12(series, 'mean'));
      }),
    );
  });

  it('has no figure for the first eleven months and wherever one of the twelve is missing', () => {
    const series = new Array<number>(30).fill(1).map((value, i) => (i === 14 ? gap : value));
    const withFigure = [...rolling12Series(series, 'sum')].flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
    expect(withFigure).toEqual([11, 12, 13, 26, 27, 28, 29]);
  });

  it('does not drift after a huge month has left', () => {
    const series = [1e12, ...new Array<number>(99_999).fill(0.1)];
    expect(rolling12Series(series, 'sum').at(-1)).toBe(1.2);
  });
});

describe('reportedMonths', () => {
  it('counts up to the last month with a figure', () => {
    expect(reportedMonths([5, gap, 7, gap, gap])).toBe(3);
    expect(reportedMonths([gap])).toBe(0);
  });
});
