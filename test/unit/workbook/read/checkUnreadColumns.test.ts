import type { CellValue } from '../../../../src/workbook/grid';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const errorsIn = (...rows: readonly (readonly CellValue[])[]): readonly string[] => readReport(buildWorkbook(buildGrid(rows))).findings.filter(({ severity }) => severity === 'error').map(({ code, cell }) => `${code} ${cell}`);

const forecast = (worst: CellValue): readonly (readonly CellValue[])[] => [
  ['Verksamhet, tkr', 'Budget', 'Sämsta fall', 'Prognos', 'Avvikelse'],
  ['Hemtjänst', 22130, 26100, 24710, -2580], ['Boende', 30130, 32790, 31760, -1630], ['Korttid', 1530, 1601, 1541, -11], ['Totalt', 53790, worst, 58011, -4221],
];
const units = (total: CellValue, unit = ', tkr'): readonly (readonly CellValue[])[] => [
  [`Kostnadsslag per enhet${unit}`],
  ['Kostnadsslag', 'Aspen', 'Boken', 'Cedern', 'Dungen'],
  ['Personal', 21080, 26110, 10590, 26910], ['Lokaler', 2840, 3400, 1520, 610], ['Material', 610, 745, 305, 1420], ['Totalt', 24530, 30255, total, 28940],
];
const years = (...changes: readonly CellValue[]): readonly (readonly CellValue[])[] => [
  ['Insats, tkr', 'Utfall T2 2024', 'Utfall T2 2025', 'Förändring', 'Budget T2 2025'],
  ...[[91210, 97480, 93900], [148300, 152640, 153100], [5120, 4980, 5300], [71430, 76210, 74400]].map(([before, now, budget], row) => [`Insats ${'ABCD'[row] ?? ''}`, before ?? 0, now ?? 0, changes[row] ?? null, budget ?? 0]),
];

describe('checkUnreadColumns', () => {
  it('finds two swapped digits in the sum of a column that is not read', () => {
    expect(errorsIn(...forecast(60491))).toEqual([]);
    expect(errorsIn(...forecast(64091))).toEqual(['sum-mismatch C5']);
  });

  it('finds a row left outside the sum of a column that is not read', () => {
    expect(errorsIn(...forecast(58890))).toEqual(['row-outside-sum C5']);
  });

  it('lets a mean, or a figure without a visible cause, stand where the others are added', () => {
    expect(errorsIn(...forecast(20164))).toEqual([]);
    expect(errorsIn(...forecast(61234))).toEqual([]);
  });

  it('adds up units beside each other where their figures are money', () => {
    expect(errorsIn(...units(12415))).toEqual([]);
    expect(errorsIn(...units(14215))).toEqual(['sum-mismatch D6']);
    expect(errorsIn(...units(14215, ''))).toEqual([]);
  });

  it('finds the one change that is not the difference that all others are', () => {
    expect(errorsIn(...years(6270, 4340, -140, 4780))).toEqual([]);
    expect(errorsIn(...years(6270, 4340, -140, 4870))).toEqual(['sum-mismatch D5']);
  });

  it('takes changes of which two differ for something else', () => {
    expect(errorsIn(...years(6270, 4430, -140, 4870))).toEqual([]);
  });
});
