import { plainHeading } from '../../../../src/workbook/write/plainHeading';

describe('plainHeading', () => {
  it.each([
    ['Åtgärdskrav 2025 (mnkr)', 'Åtgärdskrav 2025'],
    ['Budget,  tkr', 'Budget'],
    ['Kostnad (tkr) Budget jan–sep', 'Kostnad Budget jan–sep'],
    ['Mkr', ''],
    ['Utfall kraftsamling', 'Utfall kraftsamling'],
  ])('takes the unit off %j', (header, plain) => {
    expect(plainHeading(header)).toBe(plain);
  });

  it('shortens a heading that is a whole text', () => {
    expect(plainHeading('x'.repeat(80))).toHaveLength(60);
  });
});
