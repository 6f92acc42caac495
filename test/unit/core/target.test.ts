import { targetStatus } from '../../../src/core/target';

describe('targetStatus', () => {
  it.each([
    [8.7, 9.2, 'lower', 'reached'],
    [77, 80, 'higher', 'near'],
    [76, 80, 'higher', 'near'],
    [75.9, 80, 'higher', 'missed'],
    [80, 80, 'higher', 'reached'],
    [0.1 + 0.2, 0.3, 'lower', 'reached'],
    [22.8, 21, 'lower', 'missed'],
    [22.05, 21, 'lower', 'near'],
    [-3, -2, 'higher', 'missed'],
    [-2, -3, 'higher', 'reached'],
    [0, 0, 'higher', 'reached'],
    [1, 0, 'higher', 'missed'],
    [-1, 0, 'lower', 'missed'],
  ] as const)('of %d against %d, %s better, is %s', (actual, target, direction, status) => {
    expect(targetStatus(actual, target, direction)).toBe(status);
  });

  it.each([
    [0.79, 'increase', 0.75, 'reached'],
    [33.5, 'decrease', 34.1, 'reached'],
    [34.1, 'decrease', 34.1, 'missed'],
    [34.1, 'increase', 34.1, 'missed'],
    [0.3, 'increase', 0.1 + 0.2, 'missed'],
    [0.1 + 0.2, 'increase', 0.3, 'missed'],
  ] as const)('of %d against %s from %d is %s, whichever way is better', (actual, target, previous, status) => {
    expect(targetStatus(actual, target, 'higher', previous)).toBe(status);
    expect(targetStatus(actual, target, 'lower', previous)).toBe(status);
  });

  it('cannot judge a target in words without the previous value', () => {
    expect(targetStatus(33.5, 'decrease', 'lower')).toBe('no-previous');
  });
});
