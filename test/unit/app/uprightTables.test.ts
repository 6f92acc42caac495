import { avvikelseView, comparableTables } from '../../../src/app/avvikelseView';
import type { CellValue, WorkbookGrid } from '../../../src/workbook/grid';
import { planTables } from '../../../src/workbook/read/planTable';
import { chooseForecastTable } from '../../../src/workbook/read/readForecasts';
import { readReport } from '../../../src/workbook/read/readWorkbook';
import { avvikelseTables } from '../../../src/workbook/write/avvikelseLine';
import { buildGrid, buildWorkbook } from '../../support/gridBuilder';

const rows: readonly (readonly CellValue[])[] = [
  ['Överblick, tkr'], [], ['', 'Hemtjänst', 'Särskilt boende', 'Boendestöd', 'Totalt'],
  ['Budget 2025', 22130, 30130, 2970, 55230], ['Prognos 2025', 24710, 31760, 2551, 59021], ['Avvikelse', -2580, -1360, 419, -3791],
];
const workbook: WorkbookGrid = buildWorkbook(buildGrid(rows, { name: 'Överblick' }));
const { tables, findings } = readReport(workbook);
const [table] = comparableTables(tables);
const comparison = table?.comparisons?.[0];

describe('a table that lies on its side', () => {
  it('is ranked by verksamhet in the pane, with the way to each cell and the error on its row', () => {
    const view = table === undefined || comparison === undefined ? null : avvikelseView(table, comparison, { threshold: { amountTkr: 0, share: 0 }, showAll: true, findings });
    expect(view?.rows.map((row) => [row.label, row.amount, row.cell, row.hasError])).toEqual([['Hemtjänst', -2580, 'B6', false], ['Särskilt boende', -1630, 'C6', true], ['Boendestöd', 419, 'D6', false]]);
    expect([view?.total.amount, view?.total.cell]).toEqual([-3791, 'E6']);
  });

  it('is written with live references to the cells of the sheet', () => {
    if (table === undefined || comparison === undefined) throw new Error('The table was not read.');
    const [written] = avvikelseTables({ tables: [{ table, comparison, unit: 'tkr', isUnitAssumed: false, signRule: 'costs-positive', isConfirmed: true }], workbook, report: { schema: 'von-report/1', workbook: '', tables, findings, written: [] } });
    expect(written?.lines.map(({ label, budget, compared, avvikelse, finding }) => [label, budget?.source.cell, compared?.source.cell, avvikelse, finding?.cell])).toEqual([
      ['Hemtjänst', 'B4', 'B5', -2580, undefined], ['Särskilt boende', 'C4', 'C5', -1630, 'C6'], ['Boendestöd', 'D4', 'D5', 419, undefined], ['Totalt', 'E4', 'E5', -3791, 'E6'],
    ]);
    expect(written?.total?.parts).toHaveLength(3);
  });

  it('gives the forecasts that requirements follow from', () => {
    const forecasts = chooseForecastTable(planTables(workbook, tables, 'budget'))?.forecasts;
    expect(forecasts?.map(({ verksamhet, avvikelseTkr, compared }) => [verksamhet, avvikelseTkr, compared.cell])).toEqual([['Hemtjänst', -2580, 'B5'], ['Särskilt boende', -1630, 'C5'], ['Boendestöd', 419, 'D5']]);
  });
});
