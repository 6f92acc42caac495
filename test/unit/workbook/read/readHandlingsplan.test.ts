import type { HandlingsplanRow } from '../../../../src/workbook/plan';
import { readPlan } from '../../../../src/workbook/read/readPlan';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { buildHandlingsplan } from '../../../../src/workbook/write/handlingsplan';
import { namedRows } from '../../../../src/workbook/write/sheetDraft';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';
import { writingFrom } from '../../../support/writingBuilder';

const sheet = (first: string, rows: readonly (readonly string[])[]): ReturnType<typeof buildGrid> =>
  buildGrid([['Handlingsplan vid befarat underskott'], [], [first, 'Analys', 'Åtgärd', 'Konsekvens', 'Uppföljning'], ...rows], { name: 'Handlingsplan' });
const MEASURES = sheet('Nuläge', [
  ['Prognos mars −4,2 mnkr', 'Fler placeringar', 'Vakanser rekryteras inte', 'Längre handläggning', 'Augusti'],
  ['Prognos delår 1 −6,8', 'Dygnspriset har stigit', 'Hemtagning av två placeringar', 'Krav på öppenvården', 'Månadsvis'],
  ['Prognos delår 2: −7 100 tkr', 'Tre konsulter', 'Konsulter avslutas', 'Ökad belastning', 'Klart'],
]);
const rowsOf = (grid: typeof MEASURES): readonly HandlingsplanRow[] => {
  const workbook = buildWorkbook(grid);
  return readPlan(workbook, readReport(workbook).tables, 2025).handlingsplan;
};

describe('readHandlingsplan', () => {
  it('reads the forecast of a reporting point with a colon or without', () => {
    expect(rowsOf(MEASURES).map(({ situations }) => situations)).toEqual([
      [{ reportingPoint: 'mars', amountMnkr: -4.2 }],
      [{ reportingPoint: 'delår 1', amountMnkr: -6.8 }],
      [{ reportingPoint: 'delår 2', amountMnkr: -7.1 }],
    ]);
  });

  it('names no verksamhet where the rows are measures, and gives their forecasts no sum', () => {
    expect(rowsOf(MEASURES).map(({ verksamhet, key }) => [verksamhet, key !== ''])).toEqual([['', true], ['', true], ['', true]]);
    const draft = buildHandlingsplan(writingFrom([MEASURES]));
    const named = draft === null ? [] : namedRows(draft);
    expect(named.map(({ row }) => row.cells[0]?.value)).toContain('–');
    expect(named.some(({ row }) => row.cells[0]?.value === 'Summa prognoser')).toBe(false);
  });
});
