import fc from 'fast-check';
import { roundedFigure, roundingTolerance, storedDecimals, tieOutRatio, tieOutSum } from '../../../src/core/tieOut';

describe('tieOutSum', () => {
  it.each([
    [[44.5, 35.1, 12.9], 92.5, 'ok'],
    [[44.5, 35.1, 12.9], 92.4, 'rounding'],
    [[44.5, 35.1, 12.9], 92.3, 'rounding'],
    [[44.5, 35.1, 12.9], 92.2, 'error'],
    [[177, 300, 540, 222, 0], 1239, 'ok'],
    [[-43.6, 41.7], -3.7, 'error'],
    [[0.1, 0.2], 0.3, 'ok'],
    [[0.1, 0.1, 0.1], 0.1 + 0.2, 'ok'],
    [[], 0, 'ok'],
  ])('judges %j against %d as %s', (terms, printed, judgement) => {
    expect(tieOutSum(terms, printed).judgement).toBe(judgement);
  });

  it('says what was expected and how far off it is', () => {
    expect(tieOutSum([44.5, 35.1, 12.9], 92.4)).toEqual({ judgement: 'rounding', expected: 92.5, deviation: -0.1, tolerance: 0.2 });
  });

  it('gives unrounded figures no more than floating-point room', () => {
    expect(tieOutSum([1.2345, 2.3456], 3.5802).judgement).toBe('error');
    expect(tieOutSum([1.2345, 2.3456], 3.5801).judgement).toBe('ok');
  });

  it('does not use rounding over 50 terms', () => {
    const terms = new Array<number>(51).fill(1);
    expect(tieOutSum(terms, 51).judgement).toBe('ok');
    expect(tieOutSum(terms, 52).judgement).toBe('error');
    expect(tieOutSum(terms.slice(1), 51).judgement).toBe('rounding');
  });

  it('sees one öre at 10 billion kronor', () => {
    const result = tieOutSum([9_999_999_999.98, 0.01], 10_000_000_000, 4);
    expect(result).toEqual({ judgement: 'error', expected: 9_999_999_999.99, deviation: 0.01, tolerance: 0 });
  });

  it('never calls a true sum an error', () => {
    const ore = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(fc.array(ore, { maxLength: 80 }), (amounts) => {
        const exact = Number(amounts.reduce((total, each) => total + BigInt(each), 0n)) / 100;
        expect(tieOutSum(amounts.map((each) => each / 100), exact).judgement).toBe('ok');
      }),
    );
  });

  it('never calls a sum of rounded terms an error', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 50 }), (exact) => {
        const rounded = exact.map((value) => Math.round(value * 10) / 10);
        const total = Math.round(exact.reduce((sum, value) => sum + value, 0) * 10) / 10;
        expect(tieOutSum(rounded, total, 1).judgement).not.toBe('error');
      }),
    );
  });
});

describe('tieOutRatio', () => {
  it('takes a ratio rounded to its own decimals for right', () => {
    expect(tieOutRatio(roundedFigure(4.0), roundedFigure(44.0), 0.091, 3).judgement).toBe('ok');
  });

  it('lets the rounded inputs explain a ratio, and one unit more', () => {
    expect(tieOutRatio(roundedFigure(0.4), roundedFigure(4.4), 0.1, 2).judgement).toBe('rounding');
    expect(tieOutRatio(roundedFigure(0.4), roundedFigure(4.4), 0.12, 2).judgement).toBe('error');
    expect(tieOutRatio(roundedFigure(-62.6), roundedFigure(765.3), 0.082, 3).judgement).toBe('error');
  });

  it('cannot judge where the denominator may be 0', () => {
    expect(tieOutRatio(roundedFigure(0.3), roundedFigure(0.04, 1), 5, 0).judgement).toBe('rounding');
  });

  it('never calls the ratio of the unrounded figures an error', () => {
    const figure = fc.double({ min: 1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(figure, figure, fc.constantFrom(1, -1), (above, below, sign) => {
        const rounded = (value: number): ReturnType<typeof roundedFigure> => roundedFigure(Math.round(value * 10) / 10, 1);
        const printed = Math.round(((sign * above) / below) * 1000) / 1000;
        expect(tieOutRatio(rounded(sign * above), rounded(below), printed, 3).judgement).not.toBe('error');
      }),
    );
  });
});

describe('roundingTolerance', () => {
  it('is half a unit of the last decimal for each term and the sum', () => {
    expect(roundingTolerance(1, 3)).toBe(0.2);
    expect(roundingTolerance(0, 2)).toBe(1.5);
    expect(roundingTolerance(4, 2)).toBe(0);
    expect(roundingTolerance(0, 51)).toBe(0);
  });
});

describe('storedDecimals', () => {
  it('is the most that any figure has', () => {
    expect(storedDecimals([44.5, 35, 12.25])).toBe(2);
    expect(storedDecimals([])).toBe(0);
  });
});
