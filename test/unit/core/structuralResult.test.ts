import { structuralResult } from '../../../src/core/structuralResult';

describe('structuralResult', () => {
  it('leaves one-off items out', () => {
    expect(structuralResult(-3.6, 32.3)).toBe(-35.9);
  });
});
