import { cellKind, foldText, isDateFormat, isPercentFormat } from '../../../../src/workbook/read/cellKind';

describe('cellKind', () => {
  it.each([
    [1834, '#,##0', 'number'],
    [45292, 'yyyy-mm-dd', 'date'],
    ['−18\u00a0204,55', 'General', 'textNumber'],
    ['177\u00a0369,07-', 'General', 'textNumber'],
    ['‑899', 'General', 'textNumber'],
    ['(12)', 'General', 'textNumber'],
    ['629 tkr', 'General', 'textNumber'],
    ['79 %', 'General', 'textNumber'],
    ['–', 'General', 'mark'],
    ['X', 'General', 'mark'],
    ['..', 'General', 'mark'],
    ['Hemtjänst', 'General', 'text'],
    ['72 % (aug)', 'General', 'text'],
    [{ error: '#N/A' }, 'General', 'error'],
    [true, 'General', 'boolean'],
    ['  ', 'General', 'empty'],
    [null, 'General', 'empty'],
  ])('tells %p with format %s as %s', (value, numberFormat, kind) => {
    expect(cellKind(value, numberFormat)).toBe(kind);
  });
});

describe('isDateFormat', () => {
  it.each([['mmm yyyy', true], ['yyyy\\-mm\\-dd', true], ['General', false], ['#,##0" dygn"', false], ['[Red]-#,##0', false], ['0.0%', false]])('judges %s', (numberFormat, isDate) => {
    expect(isDateFormat(numberFormat)).toBe(isDate);
  });
});

describe('isPercentFormat', () => {
  it('tells a share from a unit that only mentions one', () => {
    expect(isPercentFormat('0.0 %')).toBe(true);
    expect(isPercentFormat('0.0" % av budget"')).toBe(false);
  });
});

describe('foldText', () => {
  it.each([
    ['Budget-\navvikelse', 'budgetavvikelse'],
    ['Över-/\nunderskott', 'över-/underskott'],
    ['Utfall_proc', 'utfall proc'],
    ['Prognos\u00a0– Budget', 'prognos – budget'],
    ['Bu‑utfall', 'bu-utfall'],
  ])('folds %p', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});
