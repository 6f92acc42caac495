import { headingText, readHeaderPaths } from '../../../../src/workbook/read/headerPaths';
import { buildGrid } from '../../../support/gridBuilder';

const rows = [
  ['', 'Budget', '', 'Prognos', '', 'Avvikelse'],
  ['', 2025, '', 2025, '', ''],
  ['Ansvar', 'Kostnader', 'Netto', 'Kostnader', 'Netto', 'netto'],
];
const paths = [['Ansvar'], ['Budget', '2025', 'Kostnader'], ['Budget', '2025', 'Netto'], ['Prognos', '2025', 'Kostnader'], ['Prognos', '2025', 'Netto'], ['Avvikelse', 'netto']];

describe('readHeaderPaths', () => {
  it('gives a merged heading to all the columns that it covers', () => {
    const grid = buildGrid(rows, { merges: ['B1:C1', 'D1:E1', 'B2:C2', 'D2:E2'] });
    expect(readHeaderPaths(grid, 0, 5, [0, 1, 2])).toEqual(paths);
  });

  it('spreads a heading to the right where the merging is lost', () => {
    expect(readHeaderPaths(buildGrid(rows), 0, 5, [0, 1, 2])).toEqual(paths);
  });

  it('says a heading merged downwards once', () => {
    const grid = buildGrid([['Verksamhet', 'Utfall'], ['', 'Män']], { merges: ['A1:A2'] });
    expect(readHeaderPaths(grid, 0, 1, [0, 1])).toEqual([['Verksamhet'], ['Utfall', 'Män']]);
  });

  it('does not spread the heading of the names', () => {
    const grid = buildGrid([['Verksamhet', '', 'Utfall'], ['', 'Mått', '2024']]);
    expect(readHeaderPaths(grid, 0, 2, [0, 1])[1]).toEqual(['Mått']);
  });
});

describe('headingText', () => {
  it('writes a date as its month', () => {
    const grid = buildGrid([[45658, 2025, 'Budget ']], { formats: { A1: 'mmm yyyy' } });
    expect([0, 1, 2].map((column) => headingText(grid, 0, column))).toEqual(['jan 2025', '2025', 'Budget']);
  });
});
