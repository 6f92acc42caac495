import fc from 'fast-check';
import { exactDecimals, formatAmount, formatAmountWithUnit, formatExact, formatNumber, formatPercent, formatPercentagePoints, formatTerm } from '../../../src/text/numbers';

const NBSP = '\u00a0';
const MINUS = '\u2212';

describe('formatNumber', () => {
  it.each([
    [-1042.83, 1, false, `${MINUS}1${NBSP}042,8`],
    [1042.83, 0, true, `+1${NBSP}043`],
    [-0.04, 1, true, '0,0'],
    [-0.04, 1, false, '0,0'],
    [0, 1, true, '0,0'],
    [NaN, 1, false, '–'],
    [null, 1, false, '–'],
    [undefined, 0, true, '–'],
  ])('prints %p with %p decimals (signed %p) as %p', (value, decimals, signed, text) => {
    expect(formatNumber(value, decimals, { signed })).toBe(text);
  });

  it('never prints a hyphen for a minus, nor a sign on what rounds to zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 3 }), fc.boolean(), (value, decimals, signed) => {
        const text = formatNumber(value, decimals, { signed });
        expect(text).not.toContain('-');
        if (!/[1-9]/.test(text)) expect(text).not.toMatch(/[+\u2212]/);
      }),
    );
  });

  it('prints English with a decimal point and the same minus', () => {
    expect(formatNumber(-1042.83, 1, { language: 'en' })).toBe(`${MINUS}1,042.8`);
  });
});

describe('formatAmount', () => {
  it.each([
    [-25.8, 'mnkr', `${MINUS}25,8`],
    [21230.4, 'tkr', `21${NBSP}230`],
    [99.6, 'kr', '100'],
  ] as const)('prints %p %s with the decimals of the unit', (value, unit, text) => {
    expect(formatAmount(value, unit)).toBe(text);
  });
});

describe('formatAmountWithUnit', () => {
  it('joins amount and unit, and leaves the unit from a missing figure', () => {
    expect(formatAmountWithUnit(21230, 'tkr')).toBe(`21${NBSP}230${NBSP}tkr`);
    expect(formatAmountWithUnit(null, 'tkr')).toBe('–');
  });
});

describe('formatPercent', () => {
  it.each([
    [-0.1166, `${MINUS}11,7${NBSP}%`],
    [0.0342, `+3,4${NBSP}%`],
    [null, '–'],
  ])('prints the share %p as %p', (share, text) => {
    expect(formatPercent(share, { signed: true })).toBe(text);
  });
});

describe('formatPercentagePoints', () => {
  it('prints a change of shares with its sign', () => {
    expect(formatPercentagePoints(0.04)).toBe(`+4,0${NBSP}p.e.`);
  });
});

describe('formatTerm', () => {
  it('puts a negative subtrahend in parentheses', () => {
    expect(formatTerm(-221.3, 1)).toBe(`(${MINUS}221,3)`);
    expect(formatTerm(221.3, 1)).toBe('221,3');
  });
});

describe('formatExact', () => {
  it.each([
    [11.7, '11,7'],
    [-3, `${MINUS}3`],
    [0.1234, '0,123'],
    [346000, `346${NBSP}000`],
  ])('prints %p as it stands: %p', (value, text) => {
    expect(formatExact(value)).toBe(text);
  });
});

describe('exactDecimals', () => {
  it('counts the decimals that formatExact prints', () => {
    expect([-25.8, 346000, 0.1 + 0.2, 2.675, 1 / 3].map(exactDecimals)).toEqual([1, 0, 1, 3, 3]);
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => exactDecimals(value) === (formatExact(value).split(',')[1] ?? '').length));
  });
});
