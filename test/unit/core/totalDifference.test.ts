import fc from 'fast-check';
import { totalDifference } from '../../../src/core/totalDifference';

describe('totalDifference', () => {
  it('explains by rounding what half a unit of the last decimal, times parts + 1, has room for', () => {
    const figures = [-282.7, -304.7, -221.3, -247.1, -19.7, -15.5, -41.7, -42];
    const found = totalDifference(-22, [-25.8, 4.2, -0.3], figures);
    expect(found.judgement).toBe('rounding');
    expect(found.amount).toBeCloseTo(-0.1, 9);
    expect(found.tolerance).toBeCloseTo(0.2, 12);
  });

  it.each([
    ['as much as the room', -0.2, 'rounding'],
    ['more than the room', -0.3, 'difference'],
    ['residue of binary numbers', 1e-12, 'none'],
  ] as const)('judges %s', (_, amount, judgement) => {
    expect(totalDifference(-21.9 + amount, [-25.8, 4.2, -0.3], [-221.3, -247.1, -19.7, -15.5, -41.7, -42]).judgement).toBe(judgement);
  });

  it('calls what is left of unrounded figures a difference', () => {
    expect(totalDifference(10, [5.00012, 5], [5.00012, 5, 10])).toMatchObject({ tolerance: 0, judgement: 'difference' });
  });

  it.each([
    [50, 'rounding'],
    [51, 'difference'],
  ] as const)('judges 1 left over between a total and %i parts: %s', (count, judgement) => {
    const parts = Array.from({ length: count }, () => 2);
    expect(totalDifference(2 * count + 1, parts, [...parts, 2 * count + 1]).judgement).toBe(judgement);
  });

  it('judges both signs alike, and lets parts and amount sum to the total', () => {
    const tenths = fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 10);
    fc.assert(
      fc.property(tenths, fc.array(tenths, { minLength: 1, maxLength: 60 }), (total, parts) => {
        const found = totalDifference(total, parts, [total, ...parts]);
        const mirrored = totalDifference(-total, parts.map((part) => -part), [total, ...parts]);
        expect(mirrored.judgement).toBe(found.judgement);
        expect(parts.reduce((sum, part) => sum + part, found.amount)).toBeCloseTo(total, 6);
      }),
    );
  });
});
