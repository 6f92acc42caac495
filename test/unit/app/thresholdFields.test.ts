import { thresholdFields, typedThreshold } from '../../../src/app/thresholdFields';
import { DEFAULT_THRESHOLD } from '../../../src/core/threshold';

describe('thresholdFields', () => {
  it.each([
    ['mnkr', 1],
    ['tkr', 1000],
    ['kr', 1_000_000],
  ] as const)('shows the amount in %s', (unit, amount) => {
    expect(thresholdFields(DEFAULT_THRESHOLD, unit)).toEqual({ amount, percent: 3 });
  });
});

describe('typedThreshold', () => {
  it.each([
    [{ amount: '0,5', percent: '5 %' }, 'mnkr', { amountTkr: 500, share: 0.05 }],
    [{ amount: '1 500', percent: null }, 'tkr', { amountTkr: 1500, share: 0.03 }],
    [{ amount: null, percent: '2,5' }, 'kr', { amountTkr: 1000, share: 0.025 }],
    [{ amount: '−2', percent: null }, 'mnkr', { amountTkr: 2000, share: 0.03 }],
    [{ amount: 'mycket', percent: '' }, 'mnkr', DEFAULT_THRESHOLD],
  ] as const)('reads %j in %s', (typed, unit, expected) => {
    expect(typedThreshold(typed, unit, DEFAULT_THRESHOLD)).toEqual(expected);
  });
});
