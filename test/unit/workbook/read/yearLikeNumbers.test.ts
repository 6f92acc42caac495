import type { CellValue } from '../../../../src/workbook/grid';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { profileRow } from '../../../../src/workbook/read/rowProfile';
import { yearLikeNumbers } from '../../../../src/workbook/read/yearLikeNumbers';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const judge = (row: readonly CellValue[], formats?: Readonly<Record<string, string>>): string => {
  const grid = buildGrid([row], formats === undefined ? {} : { formats });
  return yearLikeNumbers(grid, profileRow(grid, 0, 0, row.length - 1));
};

describe('yearLikeNumbers', () => {
  it.each([
    [['Verksamhet', 2023, 2024, 2025], 'years'],
    [['Verksamhet', 2015, 2020, 2025], 'years'],
    [['Verksamhet', '2024', '2024'], 'years'],
    [['Verksamhet', 'Budget', 2024], 'years'],
    [['Boendestöd', 1970, 1551 + 433], 'figures'],
    [['Boendestöd', 202401, 202212], 'figures'],
    [['Boendestöd', 1970], 'either'],
    [['Boendestöd', 1970, 1970], 'either'],
  ])('reads %j as %s', (row, kind) => {
    expect(judge(row)).toBe(kind);
  });

  it('takes a thousands separator for a figure', () => {
    expect(judge(['Boendestöd', 1970], { B1: '#,##0' })).toBe('figures');
  });

  it.each([
    ['one column of figures', ['Verksamhet', 'Budget 2025'], [['Enhet 1', 22130], ['Särskilt boende', 1970], ['Nämnd', 160], ['Boendestöd', 1985]]],
    ['two', ['Verksamhet', 'Budget 2025', 'Utfall 2025'], [['Enhet 1', 22130, 24710], ['Särskilt boende', 1970, 1994], ['Nämnd', 160, 150], ['Boendestöd', 1985, 1999]]],
  ])('keeps amounts that look like years in a table of %s', (_, head, rows) => {
    const { tables } = readReport(buildWorkbook(buildGrid([['Nettokostnad, tkr'], [], head, ...rows])));
    expect(tables.map((table) => table.rows.map((row) => row.label))).toEqual([['Enhet 1', 'Särskilt boende', 'Nämnd', 'Boendestöd']]);
  });
});
