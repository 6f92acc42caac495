import fc from 'fast-check';
import { sum } from '../../../src/core/decimal';
import { fordela } from '../../../src/core/fordela';

const someWeights = fc.array(fc.integer({ min: 0, max: 100_000 }).map((weight) => weight / 100), { minLength: 1, maxLength: 60 }).filter((weights) => weights.some((weight) => weight > 0));

const parts = (result: readonly number[] | string): readonly number[] => {
  if (typeof result === 'string') throw new Error(result);
  return result;
};

describe('fordela', () => {
  it.each([
    [21_000, [66, 23, 6, 5], 1, [13_860, 4830, 1260, 1050]],
    [100, [1, 1, 1], 1, [34, 33, 33]],
    [-100, [1, 1, 1], 1, [-34, -33, -33]],
    [100, [0.1, 0.2, 0.3, 0.4], 1, [10, 20, 30, 40]],
    [1, [1, 1], 0.01, [0.5, 0.5]],
    [100.01, [1, 1], 0.01, [50.01, 50]],
    [21_000, [1, 1, 1], 1000, [7000, 7000, 7000]],
    [20_000, [1, 1, 1], 1000, [7000, 7000, 6000]],
    [100.5, [1, 1], 1, [50.5, 50]],
    [0, [1, 2], 1, [0, 0]],
    [5, [0, 1, 0], 1, [0, 5, 0]],
  ])('of %d by %j in steps of %d gives %j', (amount, weights, unit, expected) => {
    expect(fordela(amount, weights, unit)).toEqual(expected);
  });

  it('sums to the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), someWeights, fc.constantFrom(1, 0.01, 100, 1000), (amount, weights, unit) => {
        expect(sum(parts(fordela(amount, weights, unit)))).toBe(amount + 0);
      }),
    );
  });

  it('differs from the exact share by less than one unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), someWeights, fc.constantFrom(1, 100, 1000), (amount, weights, unit) => {
        const whole = weights.reduce((total, weight) => total + weight, 0);
        parts(fordela(amount, weights, unit)).forEach((part, i) => {
          expect(Math.abs(part - (amount * (weights[i] ?? 0)) / whole)).toBeLessThan(unit);
        });
      }),
    );
  });

  it('refuses weights that sum to 0, negative weights and steps that are not positive', () => {
    expect(fordela(100, [0, 0])).toBe('zero-base');
    expect(fordela(100, [])).toBe('zero-base');
    expect(fordela(100, [1, -1])).toBe('negative-weight');
    expect(fordela(100, [1], 0)).toBe('unit-not-positive');
  });
});
