import { change } from '../../../src/core/change';

describe('change', () => {
  it('is a share of the size of the first figure', () => {
    expect(change(705_883, 763_910)).toBeCloseTo(0.0822, 4);
    expect(change(-100, -110)).toBe(-0.1);
    expect(change(-100, 50)).toBe(1.5);
  });

  it('is undefined from 0', () => {
    expect(change(0, 5)).toBe('zero-base');
  });
});
