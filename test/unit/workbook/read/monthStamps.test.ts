import { monthStampAt } from '../../../../src/workbook/read/monthStamps';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

describe('monthStampAt', () => {
  const grid = buildGrid([['Löneart', '2511', '2512', 2601, 2602, 2701, 2603], ['Övertid', 2410, 2611, 2507, 2612, 91, 90]]);

  it('reads year and month of stamps that follow each other, over the turn of the year', () => {
    expect([1, 2, 3, 4].map((column) => monthStampAt(grid, 0, column))).toEqual([{ month: 11, year: 2025 }, { month: 12, year: 2025 }, { month: 1, year: 2026 }, { month: 2, year: 2026 }]);
  });

  it('takes figures that do not follow each other for figures', () => {
    expect([5, 6].map((column) => monthStampAt(grid, 0, column))).toEqual([null, null]);
    expect([1, 2, 3, 4].map((column) => monthStampAt(grid, 1, column))).toEqual([null, null, null, null]);
  });

  it('lets stamps head the columns of a table', () => {
    const [table] = readReport(buildWorkbook(buildGrid([['Löneart, kr', '2601', '2602', '2603', 'Totalt'], ['Övertid', 91500, 88200, 90100, 269800], ['Fyllnadstid', 12400, 13900, 11800, 38100]]))).tables;
    expect([table?.range, table?.columns.map(({ field }) => field)]).toEqual(['A1:E3', ['label', 'month', 'month', 'month', 'actual']]);
  });
});
