import type { CellValue } from '../../../../src/workbook/grid';
import { readReport, type Reading } from '../../../../src/workbook/read/readWorkbook';
import { halfOf } from '../../../../src/workbook/read/splitDeviations';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const areas = [['Hemtjänst', 22130, 24710], ['Särskilt boende', 30130, 31760], ['Korttid', 2970, 2551], ['Nämnd', 160, 150], ['LSS', 900, 900]] as const;
type Halves = (deviation: number) => readonly [CellValue, CellValue];
const plain: Halves = (deviation) => [deviation > 0 ? deviation : null, deviation < 0 ? -deviation : null];
const signed: Halves = (deviation) => [deviation > 0 ? deviation : null, deviation < 0 ? deviation : null];
const swapped: Halves = (deviation) => [deviation < 0 ? -deviation : null, deviation > 0 ? deviation : null];

function read(heads: readonly (readonly string[])[], halves: Halves, change: (cells: CellValue[][]) => CellValue[][] = (cells) => cells): Reading {
  const rows = [...areas, ['Summa', 56290, 60071] as const].map(([name, budget, actual]): CellValue[] => [name, budget, actual, ...halves(budget - actual)]);
  return readReport(buildWorkbook(buildGrid([['Nettokostnad, tkr'], [], ...heads, ...change(rows)])));
}
const one = (better: string, worse: string): readonly (readonly string[])[] => [['Verksamhet', 'Budget 2024', 'Utfall 2024', better, worse]];
const errors = ({ findings }: Reading): unknown => findings.filter((finding) => finding.severity === 'error' && finding.cause === undefined).map(({ cell, code }) => [cell, code]);

describe('markSplitDeviations', () => {
  it.each([
    ['surplus and deficit', one('Överskott', 'Underskott'), plain],
    ['a deficit with a minus', one('Överskott', 'Underskott'), signed],
    ['signs', one('+', '−'), plain],
    ['signs as words', one('Plus', 'Minus'), plain],
    ['overspending first', one('Överskridande', 'Underskridande'), swapped],
    ['words before the deviation', one('Positiv avvikelse', 'Negativ avvikelse'), plain],
    ['signs below a common heading', [['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse', ''], ['', '', '', '+', '-']], plain],
  ])('reads %s as one deviation', (_, heads, halves) => {
    const reading = read(heads, halves);
    const [table] = reading.tables;
    expect(table?.columns.slice(3).map((column) => column.field)).toEqual(['variance', 'variance']);
    expect([table?.signRule, table?.printedVariance, table?.signEvidence]).toEqual(['costs-positive', undefined, { matched: 5, of: 5 }]);
    expect([table?.rows.map((row) => row.variance), reading.findings]).toEqual([[-2580, -1630, 419, 10, 0, -3781], []]);
  });

  it.each([
    ['the sum of its deficits', 290],
    ['the deficit of its own row', 190],
  ])('takes a lone column of deficits for what it is, with %s as total', (_, total) => {
    const lone = (first: number): Reading =>
      readReport(buildWorkbook(buildGrid([
        ['Nettokostnad, tkr'], [], ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Underskott'],
        ['Hemtjänst', 1000, 1100, first], ['Särskilt boende', 2000, 1900, 0], ['LSS', 1500, 1580, 80], ['Korttid', 800, 820, 20], ['Nämnd', 700, 790, 90], ['Summa', 6000, 6190, total],
      ])));
    expect(errors(lone(100))).toEqual([]);
    expect(errors(lone(140))).toContainEqual(['D4', 'variance-mismatch']);
  });

  it('lets a total have the sums of both columns', () => {
    const reading = read(one('Överskott', 'Underskott'), plain, (rows) => rows.map((row) => (row[0] === 'Summa' ? ['Summa', 56290, 60071, 429, 4210] : row)));
    expect(reading.findings).toEqual([]);
  });

  it.each([
    ['a wrong figure', 2, [null, null, null, 491, null], [['D6', 'variance-mismatch']]],
    ['a surplus printed as a deficit', 2, [null, null, null, null, 419], [['E6', 'sign-mismatch']]],
  ])('finds %s', (_, at, cells, expected) => {
    const reading = read(one('Överskott', 'Underskott'), plain, (rows) => rows.map((row, place) => (place === at ? row.map((value, column) => (column < 3 ? value : (cells[column] ?? null))) : row)));
    expect(errors(reading)).toEqual(expected);
  });

  it('leaves two deviations that are no halves', () => {
    const rows = areas.map(([name, budget, actual]): CellValue[] => [name, budget, actual, budget - actual, actual + 50, budget - actual - 50]);
    const { tables, findings } = readReport(buildWorkbook(buildGrid([['Nettokostnad, tkr'], [], ['Verksamhet', 'Budget', 'Utfall', 'Avvikelse utfall', 'Prognos', 'Avvikelse prognos'], ...rows])));
    expect([tables[0]?.columns[5]?.field, findings.filter((finding) => finding.severity === 'error')]).toEqual(['variance', []]);
  });
});

describe('halfOf', () => {
  it.each([['Överskott', 'better'], ['Avvikelse, underskott', 'worse'], ['Underskridande (tkr)', 'better'], ['(−)', 'worse'], ['Över-/underskott', null], ['Avvikelse', null], ['Överskott och underskott', null]])('reads "%s" as %s', (header, half) => {
    expect(halfOf(header)).toBe(half);
  });
});
