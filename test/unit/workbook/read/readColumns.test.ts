import type { CellValue } from '../../../../src/workbook/grid';
import { draftTables } from '../../../../src/workbook/read/draftTables';
import type { DraftColumn } from '../../../../src/workbook/read/tableDraft';
import { buildGrid, type GridOptions } from '../../../support/gridBuilder';
import { runSteps } from '../../../support/runSteps';

const columnsOf = (rows: readonly (readonly CellValue[])[], options?: GridOptions): readonly DraftColumn[] => runSteps(draftTables(buildGrid(rows, options)))[0]?.columns ?? [];
const body = (count: number): CellValue[][] => ['Norr', 'Söder', 'Väster'].map((name, row) => [name, ...Array.from({ length: count }, (_, column) => 1200 + row * 310 + column * 17)]);

describe('readColumns', () => {
  it('takes outcomes of years before the plan’s for earlier years', () => {
    const columns = columnsOf([['Verksamhet', 'Utfall 2023', 'Utfall 2024', 'Budget 2025', 'Utfall 2025'], ...body(4)]);
    expect(columns.map(({ field, year }) => [field, year])).toEqual([['label', undefined], ['previous', 2023], ['previous', 2024], ['budget', 2025], ['actual', 2025]]);
  });

  it('takes a whole year’s outcome beside a forecast without a year for the year before', () => {
    expect(columnsOf([['Verksamhet', 'Utfall 2024', 'Budget', 'Prognos'], ...body(3)])[1]?.field).toBe('previous');
  });

  it('keeps the years of a table that only looks back', () => {
    expect(columnsOf([['Nettokostnad, tkr', 'Utfall 2022', 'Utfall 2023', 'Utfall 2024'], ...body(3)]).map((column) => column.field)).toEqual(['label', 'actual', 'actual', 'actual']);
  });

  it('tells costs, revenue and net under common headings', () => {
    const columns = columnsOf([['', 'Budget 2025', '', '', 'Prognos 2025', '', ''], ['Ansvar', 'Kostnader', 'Intäkter', 'Netto', 'Kostnader', 'Intäkter', 'Nettokostnad'], ...body(6)]);
    expect(columns.slice(1).map(({ field, part, year }) => `${field} ${part} ${year}`)).toEqual(['budget costs 2025', 'budget revenue 2025', 'budget net 2025', 'forecast costs 2025', 'forecast revenue 2025', 'forecast net 2025']);
  });

  it('takes the year-end of the year that the plan is for as its outcome', () => {
    expect(columnsOf([['Verksamhet', 'Bokslut 2024', 'Budget 2025', 'Bokslut 2025', 'Avvikelse'], ...body(4)]).map(({ field }) => field)).toEqual(['label', 'previous', 'budget', 'actual', 'variance']);
    expect(columnsOf([['Verksamhet', 'Budget 2025', 'Bokslut 2025', 'Budget 2026', 'Prognos 2026'], ...body(4)])[2]?.field).toBe('previous');
  });

  it('takes a total budget beside what was decided and added for the budget that holds, not a project’s', () => {
    const columns = columnsOf([['Projekt', 'Beslutad budget', 'Tilläggsbudget', 'Total budget', 'Utfall ack', 'Prognos'], ...body(5)]);
    expect(columns.map(({ field, part }) => [field, part])).toEqual([['label', undefined], ['budgetOriginal', undefined], ['budgetChange', undefined], ['budget', undefined], ['actualToDate', undefined], ['forecast', undefined]]);
  });

  it('tells the total of a project from its year', () => {
    const columns = columnsOf([['Projekt', 'Budget totalt', 'Budget 2025', 'Utfall 2025', 'Prognos totalt', 'Avvikelse totalt'], ...body(5)]);
    expect(columns.map((column) => column.part)).toEqual([undefined, 'total', undefined, undefined, 'total', 'total']);
  });

  it('keeps a forecast’s own words for when it was made', () => {
    expect(columnsOf([['Ansvar', 'Budget', 'Prognos mars', 'Prognos T2', 'Avvikelse'], ...body(4)]).map((column) => column.asOf)).toEqual([undefined, undefined, 'mars', 'T2', undefined]);
  });

  it('marks hidden columns', () => {
    expect(columnsOf([['Ansvar', 'Budget', 'Utfall'], ...body(2)], { hiddenColumns: [1] }).map((column) => column.hidden)).toEqual([false, true, false]);
  });

  it('gives months their year from the heading above', () => {
    const columns = columnsOf([['', '2025', '', ''], ['Enhet', 'jan', 'feb', 'mar'], ...body(3)], { merges: ['B1:D1'] });
    expect(columns[2]).toMatchObject({ field: 'month', period: { kind: 'month', month: 2, year: 2025 } });
  });

  it('takes what stands under last year’s heading for last year’s', () => {
    const columns = columnsOf([['', 'I år', '', '', 'I fjol', ''], ['Konto', 'Budget ack', 'Utfall ack', 'Årsbudget', 'Utfall ack', 'Årsbudget'], ...body(5)], { merges: ['B1:D1', 'E1:F1'] });
    expect(columns.map(({ field }) => field)).toEqual(['label', 'budgetToDate', 'actualToDate', 'budget', 'previous', 'other']);
  });
});
