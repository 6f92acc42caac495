import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

describe('calculateVariances', () => {
  it.each([
    ['months, last first', ['Prognos aug', 'Avvikelse', 'Prognos maj', 'Avvikelse', 'Prognos mars', 'Avvikelse'], 'B'],
    ['months, last last', ['Prognos mars', 'Avvikelse', 'Prognos maj', 'Avvikelse', 'Prognos aug', 'Avvikelse'], 'F'],
    ['numbers', ['Prognos 1', 'Avvikelse', 'Prognos 2', 'Avvikelse', 'Prognos 3', 'Avvikelse'], 'F'],
  ] as const)('compares the latest of several forecasts that each print their deviation: %s', (_name, headings, latest) => {
    const rows = [['Norr', 110, 112, 117, 100], ['Söder', 190, 195, 203, 200], ['Väster', 310, 303, 299, 300]].map(([name, first, second, third, budget]) => {
      const forecasts = [first, second, third].flatMap((forecast) => [forecast ?? 0, Number(budget) - Number(forecast)]);
      return [name ?? '', ...forecasts, budget ?? 0];
    });
    const [table] = readReport(buildWorkbook(buildGrid([['Verksamhet, tkr', ...headings, 'Budget'], ...rows]))).tables;
    expect(table?.comparisons?.[0]).toEqual({ budget: 'H', compared: latest, basis: 'forecast' });
  });

  it('takes a dash for nothing and an amount in words for unknown', () => {
    const rows = [['Norr', 100, 110, -10], ['Söder', 200, 190, 10], ['Väster', '–', 7, -7], ['Öster', 'ca 40', 41, -1]];
    const [table] = readReport(buildWorkbook(buildGrid([['Verksamhet, tkr', 'Budget', 'Utfall', 'Avvikelse'], ...rows]))).tables;
    expect(table?.rows.map(({ variance }) => variance)).toEqual([-10, 10, -7, undefined]);
  });
});
