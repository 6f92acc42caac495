import type { CellValue } from '../../../../src/workbook/grid';
import { readReport, type Reading } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const areas: readonly (readonly [string, number])[] = [['Hemtjänst', 22130], ['Särskilt boende', 30130], ['Dagverksamhet', 2970], ['Nämnd', 160]];
const read = (head: readonly string[], cells: (budget: number) => readonly (CellValue | undefined)[]): Reading =>
  readReport(buildWorkbook(buildGrid([['Nettokostnad, tkr'], [], ['Verksamhet', ...head], ...areas.map(([name, budget]) => [name, ...cells(budget)])])));
const fields = ({ tables }: Reading): unknown => tables[0]?.columns.slice(1).map((column) => column.field);

describe('a budget before its outcome', () => {
  it.each([
    ['an empty outcome', ['Budget 2026', 'Utfall 2026', 'Avvikelse'], (budget: number) => [budget], ['budget', 'actual', 'variance']],
    ['formulas for the deviation', ['Budget 2026', 'Utfall 2026', 'Avvikelse'], (budget: number) => [budget, undefined, budget], ['budget', 'actual', 'variance']],
    ['marks for no figure', ['Budget 2026', 'Utfall 2026', 'Avvikelse'], (budget: number) => [budget, '–', '–'], ['budget', 'actual', 'variance']],
    ['last year beside it', ['Bokslut 2025', 'Budget 2026', 'Utfall ack', 'Prognos'], (budget: number) => [budget - 50, budget], ['previous', 'budget', 'actualToDate', 'forecast']],
  ])('reads the budget with %s, and compares nothing', (_, head, cells, expected) => {
    const reading = read(head, cells);
    expect([reading.tables[0]?.kind, fields(reading)]).toEqual(['budget', expected]);
    expect([reading.tables[0]?.comparisons, reading.tables[0]?.rows.some((row) => row.variance !== undefined)]).toEqual([undefined, false]);
    expect(reading.findings).toEqual([]);
  });

  it('takes the zeros of sums over nothing for no outcome', () => {
    const rows = [...areas.map(([name, budget]): CellValue[] => [name, budget, null, budget]), ['Summa', 55390, 0, 55390]];
    const { tables, findings } = readReport(buildWorkbook(buildGrid([['Nettokostnad, tkr'], [], ['Verksamhet', 'Budget 2026', 'Utfall 2026', 'Avvikelse'], ...rows])));
    expect([tables[0]?.comparisons, tables[0]?.rows.some((row) => row.variance !== undefined), findings]).toEqual([undefined, false, []]);
  });

  it('keeps an outcome that is 0 in every row', () => {
    expect(read(['Budget 2026', 'Utfall 2026', 'Avvikelse'], (budget) => [budget, 0, budget]).tables[0]?.comparisons).toHaveLength(1);
  });

  it.each([
    ['a year with a budget of its own is an outcome', ['Budget 2025', 'Prel. 2025', 'Avvikelse'], (budget: number) => [budget, budget + 10, -10], ['budget', 'actual', 'variance']],
    ['a year without one is a budget', ['Utfall 2024', 'Budget 2025', 'Preliminär 2026'], (budget: number) => [budget - 10, budget, budget + 10], ['previous', 'budget', 'budget']],
    ['an outcome that says so is an outcome', ['Budget 2025', 'Prel. utfall 2025', 'Avvikelse'], (budget: number) => [budget, budget + 10, -10], ['budget', 'actual', 'variance']],
    ['a plan of several years is budgets', ['Bokslut 2024', 'Budget 2025', 'Prelim. 2026', 'Plan 2027'], (budget: number) => [budget - 10, budget, budget + 10, budget + 20], ['previous', 'budget', 'budget', 'budget']],
  ])('knows that preliminary for %s', (_, head, cells, expected) => {
    expect(fields(read(head, cells))).toEqual(expected);
  });

  it('compares the year that is followed up where next year’s budget stands beside it', () => {
    const reading = read(['Budget 2025', 'Utfall 2025', 'Avvikelse', 'Budget 2026'], (budget) => [budget, budget + 10, -10, budget + 50]);
    expect([fields(reading), reading.tables[0]?.rows.map((row) => row.variance)]).toEqual([['budget', 'actual', 'variance', 'budget'], [-10, -10, -10, -10]]);
  });
});
