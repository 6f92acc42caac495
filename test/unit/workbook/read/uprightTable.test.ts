import type { CellValue } from '../../../../src/workbook/grid';
import { readReport, type Reading } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const head = ['', 'Hemtjänst', 'Särskilt boende', 'Boendestöd', 'Nämnd', 'Totalt'];
const figures: readonly (readonly CellValue[])[] = [
  ['Budget 2024', 22130, 30130, 2970, 160, 55390],
  ['Utfall 2024', 24710, 31760, 2551, 150, 59171],
  ['Avvikelse', -2580, -1630, 419, 10, -3781],
  ['Avvikelse %', -0.117, -0.054, 0.141, 0.063, -0.068],
];
const read = (rows: readonly (readonly CellValue[])[], title = 'Nettokostnad per verksamhet, tkr'): Reading => readReport(buildWorkbook(buildGrid([[title], [], ...rows])));
const errors = ({ findings }: Reading): unknown => findings.filter((finding) => finding.severity === 'error' && finding.cause === undefined).map(({ cell, code, label, expected }) => [cell, code, label, expected]);

describe('liesDown', () => {
  it('reads a budget whose verksamheter are columns', () => {
    const reading = read([head, ...figures]);
    const [table] = reading.tables;
    expect([table?.kind, table?.range, table?.unit, table?.signRule, table?.signEvidence, reading.findings]).toEqual(['budget', 'A3:F7', 'tkr', 'costs-positive', { matched: 5, of: 5 }, []]);
    expect(table?.rows.map((row) => [row.label, row.kind])).toEqual(figures.map(([label]) => [label, 'item']));
  });

  it('stands it up: verksamheter as rows, counted as the sheet counts its columns', () => {
    const upright = read([head, ...figures]).tables[0]?.upright;
    expect([upright?.isTurned, upright?.range, upright?.comparisons]).toEqual([true, 'A3:F7', [{ budget: 'D', compared: 'E', basis: 'final' }]]);
    expect(upright?.rows.map(({ row, label, kind, variance }) => [row, label, kind, variance])).toEqual([[2, 'Hemtjänst', 'item', -2580], [3, 'Särskilt boende', 'item', -1630], [4, 'Boendestöd', 'item', 419], [5, 'Nämnd', 'item', 10], [6, 'Totalt', 'sum', -3781]]);
  });

  it.each([
    ['a deviation', 2, 2, -1360, [['C6', 'variance-mismatch', 'Särskilt boende', -1630]]],
    ['a percentage', 3, 3, 0.411, [['D7', 'percent-mismatch', 'Boendestöd']]],
  ])('names the cell of %s that is wrong', (_, row, column, value, expected) => {
    const reading = read([head, ...figures.map((cells, place) => (place === row ? cells.map((cell, at) => (at === column ? value : cell)) : cells))]);
    expect(errors(reading)).toEqual(expected.map((one) => expect.arrayContaining(one)));
  });

  it('names the total that does not add up', () => {
    const reading = read([head, ...figures.slice(0, 3).map((cells, place) => (place === 2 ? cells.map((cell, at) => (at === 5 ? -3871 : cell)) : cells))]);
    expect(reading.findings.filter((finding) => finding.severity === 'error').map(({ cell }) => cell)).toContain('F6');
  });

  it.each([
    ['a budget that stands upright', [['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ['Hemtjänst', 100, 110, -10], ['Boende', 200, 190, 10], ['Stöd', 300, 305, -5]]],
    ['one column of figures', [['Post', 'Belopp'], ['Budget', 100], ['Utfall', 110], ['Avvikelse', -10]]],
    ['rows of costs with one of budget', [['', 'Hemtjänst', 'Boende'], ['Personal', 100, 110], ['Lokaler', 200, 190], ['Övrigt', 20, 30], ['Budget', 320, 330]]],
  ])('leaves %s', (_, rows) => {
    expect(read(rows).tables[0]?.upright).toBeUndefined();
  });

  it('tells costs from revenue by the sections above the rows', () => {
    const block = (name: string, budget: readonly number[], actual: readonly number[], direction: 1 | -1): CellValue[][] => [[name], ['Budget', ...budget], ['Utfall', ...actual], ['Avvikelse', ...budget.map((amount, place) => direction * ((actual[place] ?? 0) - amount))]];
    const reading = read([['', 'Hemtjänst', 'Boende', 'LSS', 'Totalt'], ...block('Kostnader', [1000, 2000, 3000, 6000], [1100, 1900, 3100, 6100], -1), ...block('Intäkter', [100, 200, 300, 600], [110, 190, 330, 630], 1)]);
    expect(reading.tables[0]?.upright?.columns.slice(1).map(({ field, part }) => `${part ?? ''} ${field}`)).toEqual(['costs budget', 'costs actual', 'costs variance', 'revenue budget', 'revenue actual', 'revenue variance']);
    expect(reading.findings).toEqual([]);
  });

  it('leaves a series of months a series, and checks its deviations', () => {
    const months = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'Maj', 'Jun'];
    const reading = read([months, ['Budget', 100, 100, 100, 110, 100, 100], ['Utfall', 104, 95, 103, 112, 99, 101], ['Avvikelse', -4, 5, -3, -2, 7, -1]]);
    expect([reading.tables[0]?.kind, reading.tables[0]?.upright, errors(reading)]).toEqual(['series', undefined, [['F6', 'variance-mismatch', 'Maj', 1]]]);
  });
});
