import fc from 'fast-check';
import { isEmptyText, parseSwedishNumber } from '../../../src/core/swedishNumber';

describe('parseSwedishNumber', () => {
  it.each([
    ['1 234,5', 1234.5, null, 1],
    ['−3,6', -3.6, null, 1],
    ['‑35,9', -35.9, null, 1],
    ['–35,9', -35.9, null, 1],
    ['- 35,9', -35.9, null, 1],
    ['2 553,57-', -2553.57, null, 2],
    ['(1 234)', -1234, null, 0],
    ['( 1 234 )', -1234, null, 0],
    ['+4,0', 4, null, 1],
    ['68 tkr', 68, 'tkr', 0],
    ['1\u00A0297\u00A0tkr', 1297, 'tkr', 0],
    ['1\u202F297\u202F000 kr', 1_297_000, 'kr', 0],
    ['2,9 mnkr', 2.9, 'mnkr', 1],
    ['2,9 Mkr', 2.9, 'mnkr', 1],
    ['2,9mkr', 2.9, 'mnkr', 1],
    ['79 %', 0.79, 'percent', 0],
    ['1,1%', 0.011, 'percent', 1],
    ['(3,4 %)', -0.034, 'percent', 1],
    ['(3,4) tkr', -3.4, 'tkr', 1],
    ['1.234,56', 1234.56, null, 2],
    ['1.234.567', 1_234_567, null, 0],
    ['12.5', 12.5, null, 1],
    ['0.125', 0.125, null, 3],
    ['1234.567', 1234.567, null, 3],
    [',5', 0.5, null, 1],
    ['0', 0, null, 0],
  ])('reads %j', (text, value, unit, decimals) => {
    expect(parseSwedishNumber(text)).toEqual({ value, unit, decimals });
  });

  it.each([
    '', ' ', '–', '-', 'X mnkr', '2,9 miljoner kronor', '7 km', 'hemtjänst', '12 34', '1234 567', '2024 2025', '5,', '1,2,3', '-5-', '(-5)', '(5', '5)', '5 kr kr',
    '1e5', '72 % (aug 2025)', '1\n234', 'kr', '%', '1,234.5', '12:30', '2025-04-01',
  ])('takes %j for no number', (text) => {
    expect(parseSwedishNumber(text)).toBeNull();
  });

  it('refuses a point that could separate thousands as well as decimals', () => {
    expect(parseSwedishNumber('1.234')).toBeNull();
  });

  it('refuses a number too large to be held', () => {
    expect(parseSwedishNumber('9'.repeat(400))).toBeNull();
  });

  it('never gives a negative zero', () => {
    expect(Object.is(parseSwedishNumber('-0')?.value, 0)).toBe(true);
  });

  it('reads back what Swedish Excel shows', () => {
    const shown = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (ore) => {
        expect(parseSwedishNumber(shown.format(ore / 100))?.value).toBe(ore / 100);
      }),
    );
  });

  it('answers on a long text without growing slow', () => {
    expect(parseSwedishNumber(`1${' 234'.repeat(50_000)}x`)).toBeNull();
  });
});

describe('isEmptyText', () => {
  it.each(['', ' ', '\u00A0', '-', '–', '—', '−', ' – '])('takes %j for an empty cell', (text) => {
    expect(isEmptyText(text)).toBe(true);
  });

  it.each(['0', '--', '- 1', 'x'])('takes %j for content', (text) => {
    expect(isEmptyText(text)).toBe(false);
  });
});
