import fc from 'fast-check';
import { decimalsOf, difference, sum, withoutResidue } from '../../../src/core/decimal';

/** Amounts in whole öre, up to 10 billion kronor. */
const anOre = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('sum', () => {
  it('leaves no binary residue', () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(sum([0.1, 0.2, -0.3])).toBe(0);
    expect(sum([])).toBe(0);
  });

  it('is exact to the öre at 10 billion kronor', () => {
    fc.assert(
      fc.property(fc.array(anOre, { maxLength: 200 }), (ore) => {
        const exact = ore.reduce((total, each) => total + BigInt(each), 0n);
        expect(Math.round(sum(ore.map((each) => each / 100)) * 100)).toBe(Number(exact));
      }),
    );
  });

  it('keeps what small terms add to a large one', () => {
    const terms = [10_000_000_000, ...new Array<number>(100_000).fill(0.01), -10_000_000_000];
    expect(sum(terms)).toBeCloseTo(1000, 6);
  });

  it('does not depend on the order of the terms', () => {
    fc.assert(
      fc.property(fc.array(anOre, { maxLength: 50 }), (ore) => {
        const terms = ore.map((each) => each / 100);
        expect(sum([...terms].reverse())).toBe(sum(terms));
      }),
    );
  });
});

describe('difference', () => {
  it.each([
    [-247.1, -221.3, -25.8],
    [0.3, 0.1, 0.2],
    [1.1, 1.1, 0],
    [-43.6, -41.7, -1.9],
  ])('gives %d less %d as in decimals', (a, b, expected) => {
    expect(difference(a, b)).toBe(expected);
  });

  it('never gives a negative zero', () => {
    expect(Object.is(difference(-0.1, -0.1), 0)).toBe(true);
  });
});

describe('withoutResidue', () => {
  it('leaves a figure that is no decimal number as it is', () => {
    expect(withoutResidue(1 / 3, 1)).toBe(1 / 3);
    expect(withoutResidue(0.3000001, 1)).toBe(0.3000001);
  });

  it('leaves what is not finite', () => {
    expect(withoutResidue(Infinity, Infinity)).toBe(Infinity);
    expect(withoutResidue(Number.NaN, Number.NaN)).toBeNaN();
  });
});

describe('decimalsOf', () => {
  it.each([
    [-25.8, 1],
    [221, 0],
    [0.1 + 0.2, 1],
    [0.034, 3],
    [1e-7, 7],
    [1e21, 0],
    [1 / 3, 15],
    [0, 0],
  ])('counts the decimals of %d', (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });
});
