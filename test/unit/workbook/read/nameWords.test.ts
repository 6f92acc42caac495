import { nameWords } from '../../../../src/workbook/read/nameWords';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { parseArea } from '../../../../src/workbook/address';
import { buildGrid } from '../../../support/gridBuilder';

describe('nameWords', () => {
  it.each([
    ['UtfallAck_2025', 'Utfall Ack 2025'],
    ['Budget.2025', 'Budget 2025'],
    ['prognos', 'prognos'],
  ])('parts %s', (name, words) => {
    expect(nameWords(name)).toBe(words);
  });
});

describe('a defined name', () => {
  const rows = [['Enhet (tkr)', 'Kolumn 1', 'Kolumn 2'], ['Hemtjänst', -2130, -2471], ['Boende', -3013, -3176], ['LSS', -687, -670], ['Summa', -5830, -6317]];
  const fieldsOf = (heads: readonly string[], names: Readonly<Record<string, string>>) => {
    const [head = [], ...rest] = rows;
    const sheet = buildGrid([[head[0] ?? '', ...heads], ...rest], { name: 'Drift' });
    const areas = Object.entries(names).flatMap(([name, address]) => {
      const area = parseArea(address);
      return area === null ? [] : [{ name, sheet: 'Drift', area }];
    });
    return readReport({ name: 'prov.xlsx', sheets: [sheet], names: areas }).tables[0]?.columns.map(({ field }) => field);
  };

  it('speaks for a column whose heading says nothing', () => {
    expect(fieldsOf(['Kolumn 1', 'Kolumn 2'], { Budget2025: 'B2:B5', Utfall_2025: 'C2:C5' })).toEqual(['label', 'budget', 'actual']);
  });

  it('does not overrule what a heading says', () => {
    expect(fieldsOf(['Budget', 'Utfall'], { Utfall2025: 'B2:B5', Budget2025: 'C2:C5' })).toEqual(['label', 'budget', 'actual']);
  });

  it('says nothing of a column that it only touches', () => {
    expect(fieldsOf(['Kolumn 1', 'Kolumn 2'], { Budget2025: 'B2:C5', Utfall2025: 'C2' })).not.toContain('budget');
  });
});
