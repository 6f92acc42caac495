import { readColumnHeadings } from '../../../../src/workbook/read/columnHeading';
import { buildGrid } from '../../../support/gridBuilder';

const table = (right: number, headerRows: readonly number[], bottom: number): Parameters<typeof readColumnHeadings>[1] => ({ left: 0, right, headerRows, bottom, repeatedHeaderRows: [], titleRows: [], noteRows: [] });

describe('readColumnHeadings', () => {
  it('tells a heading that is a month or a year from one that mentions it', () => {
    const grid = buildGrid([['Enhet', 'jan-25', 202502, 45717, 2024, 'Budget 2025'], ['Norr', 1, 2, 3, 4, 5]], { formats: { D1: 'mmm yyyy' } });
    const headings = readColumnHeadings(grid, table(5, [0], 1));
    expect(headings.map((heading) => heading.month)).toEqual([null, { month: 1, year: 2025 }, { month: 2, year: 2025 }, { month: 3, year: 2025 }, null, null]);
    expect(headings.map((heading) => heading.plainYear)).toEqual([null, null, null, null, 2024, null]);
    expect(headings[5]?.period.year).toBe(2025);
  });

  it('takes dates picked out of several years for no months of a series', () => {
    const months = (heads: readonly string[]): readonly boolean[] => readColumnHeadings(buildGrid([['Grupp', ...heads], ['Norr', 1, 2, 3]]), table(3, [0], 1)).slice(1).map((heading) => heading.month !== null);
    expect(months(['dec 2023', 'dec 2024', 'aug 2025'])).toEqual([false, false, false]);
    expect(months(['mar', 'jun', 'sep'])).toEqual([true, true, true]);
  });

  it('takes a lone month beside years for no month of a series', () => {
    const headings = readColumnHeadings(buildGrid([['Kostnad per dygn', '2023', '2024', '2025 okt'], ['Norr', 1, 2, 3]]), table(3, [0], 1));
    expect(headings.map((heading) => heading.month)).toEqual([null, null, null, null]);
  });

  it('keeps an empty column that has a heading, and drops one that has none', () => {
    const grid = buildGrid([['Enhet', 'jan', '', 'feb'], ['Norr', 1, '', '']]);
    expect(readColumnHeadings(grid, table(3, [0], 1)).map((heading) => heading.index)).toEqual([0, 1, 3]);
  });
});
