import { DEFAULT_THRESHOLD, isOverThreshold, thresholdAmount } from '../../../src/core/threshold';

describe('isOverThreshold', () => {
  it.each([
    [-62.6, -765.3, 'mnkr', true],
    [-1.9, -1041.7, 'mnkr', false],
    [0.9, 10, 'mnkr', false],
    [1.0, 10, 'mnkr', true],
    [1000, 10_000, 'tkr', true],
    [-999, 10_000, 'tkr', false],
    [3, 100, 'mnkr', true],
    [2.9, 100, 'mnkr', false],
    [1.5, 0, 'mnkr', true],
    [0.5, 0, 'mnkr', false],
    [3.3 - 2.3, 10, 'mnkr', true],
  ] as const)('of %d against a budget of %d %s is %s', (avvikelse, budget, unit, expected) => {
    expect(isOverThreshold(avvikelse, budget, unit, DEFAULT_THRESHOLD)).toBe(expected);
  });

  it('follows the user’s own limits', () => {
    expect(isOverThreshold(0.5, 10, 'mnkr', { amountTkr: 500, share: 0.05 })).toBe(true);
    expect(isOverThreshold(0.5, 10, 'mnkr', { amountTkr: 500, share: 0.06 })).toBe(false);
  });
});

describe('thresholdAmount', () => {
  it.each([
    ['kr', 1_000_000],
    ['tkr', 1000],
    ['mnkr', 1],
  ] as const)('gives 1 000 tkr in %s', (unit, expected) => {
    expect(thresholdAmount(DEFAULT_THRESHOLD, unit)).toBe(expected);
  });
});
