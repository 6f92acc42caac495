import { formatClock, formatMonth, wholeMonthName } from '../../../src/text/dates';

const moment = new Date(2025, 0, 28, 14, 6);

describe('formatClock', () => {
  it('prints the clock with a full stop in Swedish and a colon in English', () => {
    expect(formatClock(moment)).toBe('14.06');
    expect(formatClock(moment, 'en')).toBe('14:06');
  });
});

describe('formatMonth', () => {
  it('names the month and its year', () => {
    expect(formatMonth('2023-05')).toBe('maj 2023');
    expect(formatMonth('2023-05', 'en')).toBe('May 2023');
  });
});

describe('wholeMonthName', () => {
  it.each([
    ['aug 2025', 'augusti 2025'],
    ['Dec', 'december'],
    ['Tertial 2', 'Tertial 2'],
    ['', ''],
  ])('turns %p into %p', (label, text) => {
    expect(wholeMonthName(label)).toBe(text);
  });
});
