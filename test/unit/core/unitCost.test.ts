import { unitCost } from '../../../src/core/unitCost';

describe('unitCost', () => {
  it('divides the size of the cost by the volume', () => {
    expect(unitCost(247_100_000, 308_000)).toBeCloseTo(802.27, 2);
    expect(unitCost(-247_100_000, 308_000)).toBeCloseTo(802.27, 2);
  });

  it('is undefined for a volume of 0 and refuses a negative one', () => {
    expect(unitCost(100, 0)).toBe('zero-base');
    expect(unitCost(100, -2)).toBe('negative-volume');
  });
});
