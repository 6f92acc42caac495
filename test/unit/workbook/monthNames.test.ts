import { monthInWords } from '../../../src/workbook/monthNames';

describe('monthInWords', () => {
  it.each([['aug 2025', 'augusti 2025'], ['Dec. 2024', 'december 2024'], ['maj', 'maj'], ['Prognos 2', 'Prognos 2'], ['', '']])('says %j as %j', (label, words) => {
    expect(monthInWords(label)).toBe(words);
  });
});
