import { lastReportedMonth } from '../../../../src/workbook/read/lastReportedMonth';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

describe('lastReportedMonth', () => {
  it('is the last column of months that holds a figure', () => {
    const months = ['jan-25', 'feb-25', 'mar-25', 'apr-25', 'maj-25', 'jun-25'];
    const grid = buildGrid([['Sjukfrånvaro, timmar', ...months], ['Hemtjänst', 1650, 1720, 1810, 1604, '', ''], ['Boende', 900, 950, 970, 955, '', '']]);
    expect(lastReportedMonth(readReport(buildWorkbook(grid)).tables)).toEqual({ month: 4, year: 2025 });
  });

  it('is the last row of dates that holds a figure', () => {
    const serials = [45658, 45689, 45717, 45748, 45778, 45809];
    const grid = buildGrid([['Månad', 'Beviljade timmar', 'Utförda timmar'], ...serials.map((serial, index) => [serial, 31000 + index * 17, 24000 + index * 13])], { formats: { 'A2:A7': 'mmm yyyy' } });
    expect(lastReportedMonth(readReport(buildWorkbook(grid)).tables)).toEqual({ month: 6, year: 2025 });
  });

  it('is unknown in a workbook without a series', () => {
    expect(lastReportedMonth([])).toBeNull();
  });
});
