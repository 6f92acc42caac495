import { typedTarget } from '../../../src/app/seriesChoices';

describe('typedTarget', () => {
  it.each([
    ['80 %', true, 0.8],
    ['80', true, 0.8],
    ['12,5', false, 12.5],
    ['ungefär 80', true, null],
    ['', false, null],
  ])('reads %j (share: %s) as %d', (text, isShare, target) => {
    expect(typedTarget(text, isShare)).toBe(target);
  });
});
