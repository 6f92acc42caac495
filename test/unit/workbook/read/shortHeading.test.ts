import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { spellOutHeading } from '../../../../src/workbook/read/shortHeading';
import type { ReportTable } from '../../../../src/workbook/report';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const rows = [['Enhet 1', 400, 410, -10], ['Enhet 2', 300, 290, 10], ['Enhet 3', 120, 127, -7]];
const read = (...head: readonly string[]): ReportTable | undefined => readReport(buildWorkbook(buildGrid([['Nettokostnad, tkr'], [], ['Verksamhet', ...head], ...rows.map((row) => row.slice(0, head.length + 1))]))).tables[0];
const columns = (table: ReportTable | undefined): unknown => table?.columns.slice(1).map(({ field, year, asOf }) => [field, year, asOf]);

describe('spellOutHeading', () => {
  it.each([
    ['B25', 'budget 2025'],
    ['Bu-25', 'budget 2025'],
    ['U 2024', 'utfall 2024'],
    ['P2508', 'prognos 2508'],
    ['PR25', 'prognos 2025'],
  ])('spells %s out', (heading, words) => {
    expect(spellOutHeading(heading)).toBe(words);
  });

  it.each(['B12', 'P8', 'VB25', 'B25 nya', 'Plan 25', 'P2513'])('leaves %s', (heading) => {
    expect(spellOutHeading(heading)).toBeNull();
  });

  it('gives columns their meaning beside headings that speak of money', () => {
    expect(columns(read('Budget 25', 'P2508', 'Avvikelse'))).toEqual([['budget', 2025, undefined], ['forecast', 2025, '2508'], ['variance', undefined, undefined]]);
    expect(columns(read('B25', 'U25', 'Avv'))).toEqual([['budget', 2025, undefined], ['actual', 2025, undefined], ['variance', undefined, undefined]]);
  });

  it('stays silent where nothing else speaks of money', () => {
    expect(read('P25', 'P26', 'P27')?.columns.map((column) => column.field)).not.toContain('forecast');
  });
});
