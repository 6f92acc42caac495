import { convertAmount, kronorPer, unitDecimals } from '../../../src/core/amount';

describe('convertAmount', () => {
  it.each([
    [1.0, 'mnkr', 'tkr', 1000],
    [443, 'tkr', 'mnkr', 0.443],
    [221_300_000, 'kr', 'mnkr', 221.3],
    [68, 'tkr', 'tkr', 68],
    [-0.7, 'mnkr', 'kr', -700_000],
  ] as const)('gives %d %s in %s', (amount, from, to, expected) => {
    expect(convertAmount(amount, from, to)).toBe(expected);
  });
});

describe('kronorPer', () => {
  it('gives the kronor of a unit', () => {
    expect([kronorPer('kr'), kronorPer('tkr'), kronorPer('mnkr')]).toEqual([1, 1000, 1_000_000]);
  });
});

describe('unitDecimals', () => {
  it('is one for mnkr alone', () => {
    expect([unitDecimals('kr'), unitDecimals('tkr'), unitDecimals('mnkr')]).toEqual([0, 0, 1]);
  });
});
