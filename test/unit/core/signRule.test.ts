import { avvikelse } from '../../../src/core/avvikelse';
import { oppositeRule } from '../../../src/core/signRule';

describe('oppositeRule', () => {
  it.each(['costs-negative', 'costs-positive'] as const)('of %s turns every avvikelse round, and twice is none', (rule) => {
    expect(avvikelse(-221.3, -247.1, oppositeRule(rule))).toBe(-avvikelse(-221.3, -247.1, rule));
    expect(oppositeRule(oppositeRule(rule))).toBe(rule);
  });
});
