import { structuralResult, structuralResultPercent } from '../../../src/core/structuralResult';

describe('structuralResult', () => {
  it('leaves one-off items out', () => {
    expect(structuralResult(-3.6, 32.3)).toBe(-35.9);
  });
});

describe('structuralResultPercent', () => {
  it('is a share of the budget', () => {
    expect(structuralResultPercent(-3.6, 32.3, 1402.1)).toBeCloseTo(-0.026, 3);
    expect(structuralResultPercent(-3.6, 32.3, -1402.1)).toBeCloseTo(-0.026, 3);
    expect(structuralResultPercent(-3.6, 32.3, 0)).toBe('zero-base');
  });
});
