import fc from 'fast-check';
import { priceAvvikelse, volumeAvvikelse } from '../../../src/core/volume';

describe('volumeAvvikelse', () => {
  it.each([
    ['Hemtjänst', -221.3, 346_000, 308_000, 24.3],
    ['Daglig verksamhet', -68.7, 235, 219, 4.7],
    ['Köpta platser', 67.8, 55, 61, -7.4],
    ['Särskilt boende', 301.3, 447, 444, 2.0],
  ])('of %s rounds to the published figure', (_, cost, budgetVolume, actualVolume, printed) => {
    expect(volumeAvvikelse(cost, budgetVolume, actualVolume)).toBeCloseTo(printed, 1);
  });

  it('is undefined without a budget volume and refuses negative volumes', () => {
    expect(volumeAvvikelse(100, 0, 5)).toBe('zero-base');
    expect(volumeAvvikelse(100, -1, 5)).toBe('negative-volume');
    expect(volumeAvvikelse(100, 1, -5)).toBe('negative-volume');
  });
});

describe('priceAvvikelse', () => {
  it('of Hemtjänst rounds to the published figure', () => {
    expect(priceAvvikelse(-221.3, 346_000, -247.1, 308_000)).toBeCloseTo(-50.1, 1);
  });

  it('refuses costs of opposite signs and volumes of 0', () => {
    expect(priceAvvikelse(-221.3, 346_000, 247.1, 308_000)).toBe('opposite-signs');
    expect(priceAvvikelse(-221.3, 346_000, -247.1, 0)).toBe('zero-base');
    expect(priceAvvikelse(-221.3, 0, -247.1, 5)).toBe('zero-base');
  });

  const aCost = fc.integer({ min: 0, max: 10_000_000 }).map((tenths) => tenths / 10);
  const aVolume = fc.integer({ min: 1, max: 1_000_000 });

  it('makes the whole avvikelse together with the volume part', () => {
    fc.assert(
      fc.property(aCost, aVolume, aCost, aVolume, fc.constantFrom(1, -1), (budget, budgetVolume, actual, actualVolume, sign) => {
        const volumePart = Number(volumeAvvikelse(sign * budget, budgetVolume, actualVolume));
        const pricePart = Number(priceAvvikelse(sign * budget, budgetVolume, sign * actual, actualVolume));
        const scale = Math.abs(volumePart) + Math.abs(pricePart) + budget + actual;
        expect(Math.abs(volumePart + pricePart - (budget - actual))).toBeLessThanOrEqual(scale * 1e-14);
      }),
    );
  });

  it('is (budget cost per unit − actual cost per unit) × actual volume', () => {
    fc.assert(
      fc.property(aCost, aVolume, aCost, aVolume, (budget, budgetVolume, actual, actualVolume) => {
        const expected = (budget / budgetVolume - actual / actualVolume) * actualVolume;
        const scale = budget * (1 + actualVolume / budgetVolume) + actual;
        expect(Math.abs(Number(priceAvvikelse(budget, budgetVolume, actual, actualVolume)) - expected)).toBeLessThanOrEqual(scale * 1e-14);
      }),
    );
  });
});
