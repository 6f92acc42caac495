import { isUnitNote, isUnitText, readFormatUnit, readUnit } from '../../../../src/workbook/read/unitWords';

describe('readUnit', () => {
  it.each([
    ['Verksamhet, tkr', 'tkr'],
    ['Kostnad (mnkr)', 'mnkr'],
    ['Belopp i miljoner kronor', 'mnkr'],
    ['Mkr', 'mnkr'],
    ['Belopp, kr', 'kr'],
    ['Årliga investeringar 2025, kronor', 'kr'],
    ['1 000-tal kronor', 'tkr'],
    ['kkr', 'tkr'],
    ['enl. KS 2025-11-03, 450 tkr', null],
    ['Bruttokostnad kr/timme', null],
    ['kr per dygn', null],
    ['Avgift, kr per månad', null],
    ['Vårdboenden, tkr per månad', 'tkr'],
    ['tkr per årsplats', null],
    ['Kritiska punkter', null],
  ])('reads %s as %s', (text, unit) => {
    expect(readUnit(text)).toBe(unit);
  });
});

describe('isUnitText', () => {
  it('tells a unit from a heading with a unit', () => {
    expect(['tkr', '(mnkr)', 'Belopp i tkr', 'Alla belopp i tusental kronor'].every(isUnitText)).toBe(true);
    expect(['Verksamhet, tkr', 'Budget'].some(isUnitText)).toBe(false);
  });
});

describe('readFormatUnit', () => {
  it.each([['#,##0" tkr"', 'tkr'], ['#,##0" tkr";\\-#,##0" tkr"', 'tkr'], ['#,##0.0" mnkr"', 'mnkr'], ['#,##0', null], ['0.0" st"', null]])('reads %s as %s', (numberFormat, unit) => {
    expect(readFormatUnit(numberFormat)).toBe(unit);
  });
});

describe('isUnitNote', () => {
  it('takes a line about the amounts, not a sentence that mentions one', () => {
    expect(isUnitNote('Belopp i mnkr')).toBe(true);
    expect(isUnitNote('Alla belopp anges i tkr om inget annat sägs')).toBe(true);
    expect(isUnitNote('Personalkostnaderna ökade med 3 mnkr')).toBe(false);
  });
});
