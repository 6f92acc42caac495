import fc from 'fast-check';
import { avvikelse, avvikelsePercent } from '../../../src/core/avvikelse';

const anAmount = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((tenths) => tenths / 10);

describe('avvikelse', () => {
  it.each([
    [44.0, 48.0, 'costs-negative', 4.0],
    [-765.3, -827.9, 'costs-negative', -62.6],
    [-221.3, -247.1, 'costs-negative', -25.8],
    [503.6, 532.1, 'costs-positive', -28.5],
    [1_739_519, 1_747_436, 'costs-positive', -7917],
    [-176_819, -176_893, 'costs-positive', 74],
  ] as const)('of budget %d and outcome %d, %s, is %d', (budget, actual, rule, expected) => {
    expect(avvikelse(budget, actual, rule)).toBe(expected);
  });

  it('judges mirrored signs the same', () => {
    fc.assert(
      fc.property(anAmount, anAmount, (budget, actual) => {
        expect(avvikelse(-budget, -actual, 'costs-positive')).toBe(avvikelse(budget, actual, 'costs-negative'));
      }),
    );
  });
});

describe('avvikelsePercent', () => {
  it('divides by the size of the budget', () => {
    expect(avvikelsePercent(44.0, 48.0, 'costs-negative')).toBeCloseTo(0.0909, 4);
    expect(avvikelsePercent(-765.3, -827.9, 'costs-negative')).toBeCloseTo(-0.0818, 4);
  });

  it('is undefined against a budget of 0, but 0 to 0 is 0', () => {
    expect(avvikelsePercent(0, 5, 'costs-negative')).toBe('zero-base');
    expect(avvikelsePercent(0, 0, 'costs-negative')).toBe(0);
  });

  it('has the sign of the avvikelse', () => {
    fc.assert(
      fc.property(anAmount.filter((budget) => budget !== 0), anAmount, (budget, actual) => {
        expect(Math.sign(Number(avvikelsePercent(budget, actual, 'costs-positive')))).toBe(Math.sign(avvikelse(budget, actual, 'costs-positive')));
      }),
    );
  });
});
