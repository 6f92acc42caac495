import { isSelection } from '../../../../src/workbook/read/selectionLines';

describe('isSelection', () => {
  it.each([
    ['Organisation', '7310 LSS-boende norr', true],
    ['Period:', '2508', true],
    ['Period', 202508, true],
    ['Enhet', 'tkr', true],
    ['Enhet', 'Budget', false],
    ['Konto', 'Belopp', false],
    ['Hemtjänst', 'Norr', false],
    ['Period', null, false],
  ] as const)('judges %j beside %j', (name, value, isChoice) => {
    expect(isSelection(name, value)).toBe(isChoice);
  });
});
