import { cutColumns } from '../../../../src/workbook/read/cutColumns';
import type { SheetGrid } from '../../../../src/workbook/grid';
import { buildGrid } from '../../../support/gridBuilder';

const windows = (grid: SheetGrid): readonly (readonly [number, number])[] =>
  cutColumns(grid, { top: grid.top, left: grid.left, bottom: grid.top + grid.rowCount - 1, right: grid.left + grid.columnCount - 1 }).map(({ left, right }) => [left, right]);

const head = ['Verksamhet', 'Budget', 'Utfall'];
const lines = [['Hemtjänst', 100, 110], ['Boende', 200, 190], ['Stab', 30, 31]];

describe('cutColumns', () => {
  it('cuts where names of their own stand before figures', () => {
    expect(windows(buildGrid([[...head, '', ...head], ...lines.map((line) => [...line, '', ...line])]))).toEqual([[0, 2], [4, 6]]);
  });

  it('cuts also where a blank column stands between those names and their figures', () => {
    expect(windows(buildGrid([[...head, '', 'Ansvar', '', 'Budget'], ...lines.map((line) => [...line, '', line[0] ?? '', '', line[1] ?? null])]))).toEqual([[0, 2], [4, 6]]);
  });

  it('keeps a blank spacer column inside a table', () => {
    expect(windows(buildGrid([[...head, '', 'Prognos', 'Avvikelse'], ...lines.map((line) => [...line, '', 120, -10])]))).toEqual([[0, 5]]);
  });

  it('keeps comments beside their table', () => {
    expect(windows(buildGrid([[...head, '', 'Kommentar', 'Belopp'], ...lines.map((line) => [...line, '', 'Fler beslut', 5])]))).toEqual([[0, 5]]);
  });

  it('does not take a title for a used column', () => {
    expect(windows(buildGrid([['Uppföljning augusti'], [], ['', '', ...head], ...lines.map((line) => ['', '', ...line])]))).toEqual([[2, 4]]);
  });
});
