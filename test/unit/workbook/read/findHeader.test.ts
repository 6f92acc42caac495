import type { SheetGrid } from '../../../../src/workbook/grid';
import { findHeader } from '../../../../src/workbook/read/findHeader';
import { profileRow } from '../../../../src/workbook/read/rowProfile';
import { buildGrid } from '../../../support/gridBuilder';

function headerRows(grid: SheetGrid): readonly number[] | null {
  const window = { top: 0, left: 0, bottom: grid.rowCount - 1, right: grid.columnCount - 1 };
  const profiles = Array.from({ length: grid.rowCount }, (_, row) => profileRow(grid, row, 0, window.right)).filter((profile) => profile.filled > 0);
  for (let index = 0; index < profiles.length; index += 1) {
    const header = findHeader(grid, window, profiles, index, null);
    if (header) return header.rows;
  }
  return null;
}

const data = [['Hemtjänst', 100, 110, -10], ['Boende', 200, 190, 10]];

describe('findHeader', () => {
  it.each([
    ['one row', [['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ...data], [0]],
    ['one row of words that are none of the trade', [['Xyz', 'Foo', 'Bar', 'Baz'], ...data], [0]],
    ['a group over each column', [['', 'Perioden', '', 'Helår'], ['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ...data], [0, 1]],
    ['years below the words', [['Volymer', 'Utfall', 'Utfall', 'Budget'], ['', 2023, 2024, 2025], ...data], [0, 1]],
    ['three rows, names last', [['', 'Budget', 'Prognos', 'Diff'], ['', 2025, 2025, ''], ['Ansvar', 'Netto', 'Netto', 'netto'], ...data], [0, 1, 2]],
    ['a lone year over the figures', [['', '', 2025], ['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ...data], [0, 1]],
    ['a row below titles of two texts', [['Nämnd: Omsorg', 'Period: augusti'], ['Upprättad av', 'Ekonomi'], ['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ...data], [2]],
    ['a row below what the report was made for', [['Organisation', '7310 LSS-boende'], ['Period', '2508'], ['Enhet', 'tkr'], ['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ...data], [3]],
    ['a unit and years below the words', [['Drift', 'Bokslut', 'Budget', 'Prognos'], ['(tkr)', 2024, 2025, 2025], ...data], [0, 1]],
    ['three rows, groups over their first column only', [['Ansvar', '', 'Ack', '', 'Helår', ''], ['', '', 'Budget', '', 'Budget', ''], ['Nr', 'Namn', 'Kostnad', 'Netto', 'Kostnad', 'Netto'], ['11', 'Norr', 1, 2, 3, 4], ['12', 'Syd', 1, 2, 3, 4]], [0, 1, 2]],
    ['a row of units below', [['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ['', 'tkr', 'tkr', '%'], ...data], [0, 1]],
  ])('finds %s', (_name, rows, expected) => {
    expect(headerRows(buildGrid(rows))).toEqual(expected);
  });

  it('takes no section for a heading row', () => {
    expect(headerRows(buildGrid([['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ['Äldreomsorg'], ...data]))).toEqual([0]);
  });

  it('takes no row of texts in a text table for a second heading row', () => {
    expect(headerRows(buildGrid([['Åtgärd', 'Beskrivning', 'Status'], ['Planering', 'En grupp i stället för tre', 'Pågår'], ['Resor', 'Ny rutt', 'Klar']]))).toEqual([0]);
  });

  it('does not take a unit alone above the figures for a heading', () => {
    expect(headerRows(buildGrid([['', '', '', 'tkr'], ['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ...data]))).toEqual([1]);
  });

  it('finds none among figures', () => {
    expect(headerRows(buildGrid([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))).toBeNull();
  });
});
