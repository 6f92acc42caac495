import type { CellValue, WorkbookGrid } from '../../../../src/workbook/grid';
import { findMeasureForms } from '../../../../src/workbook/read/measureForms';
import { readPlan } from '../../../../src/workbook/read/readPlan';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import type { PlanMeasure } from '../../../../src/workbook/plan';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

type Rows = readonly (readonly (CellValue | undefined)[])[];
const form = (name: string, fullYear: number, thisYear: number): Rows => [
  ['Åtgärd:', name], ['Verksamhet:', 'Hemtjänst'], ['Effekt 2025, tkr:', thisYear], ['Helårseffekt, tkr:', fullYear], ['Start:', '2025-07-01'], ['Ansvarig:', 'Enhetschef'], ['Status:', 'Pågår'],
];
const besides = (...forms: readonly Rows[]): Rows => (forms[0] ?? []).map((_, row) => forms.flatMap((one) => [...(one[row] ?? []), null]));
const sharing = (...forms: readonly Rows[]): Rows => (forms[0] ?? []).map((cells, row) => [cells[0], ...forms.map((one) => one[row]?.[1])]);
const bookOf = (...rows: Rows): WorkbookGrid => buildWorkbook(buildGrid(rows, { name: 'Åtgärder' }));
const measuresOf = (workbook: WorkbookGrid): readonly PlanMeasure[] => readPlan(workbook, readReport(workbook).tables, 2025).measures;
const told = (workbook: WorkbookGrid): unknown => measuresOf(workbook).map(({ name, verksamhet, helarseffektTkr, enteredEffectTkr, source }) => [name, verksamhet, helarseffektTkr, enteredEffectTkr, source?.row, source?.helarseffekt?.cell]);

describe('findMeasureForms', () => {
  it.each([
    ['one form', bookOf(['Åtgärdsplan 2025'], [], ...form('Nattpool', 1200, 600)), [['Nattpool', 'Hemtjänst', 1200, 600, 3, 'B6']]],
    ['forms below each other', bookOf(...form('Nattpool', 1200, 600), [], ...form('Lokaler', 300, 150)), [['Nattpool', 'Hemtjänst', 1200, 600, 1, 'B4'], ['Lokaler', 'Hemtjänst', 300, 150, 9, 'B12']]],
    ['forms without a gap', bookOf(...form('Nattpool', 1200, 600), ...form('Lokaler', 300, 150)), [['Nattpool', 'Hemtjänst', 1200, 600, 1, 'B4'], ['Lokaler', 'Hemtjänst', 300, 150, 8, 'B11']]],
    ['forms beside each other', bookOf(...besides(form('Nattpool', 1200, 600), form('Lokaler', 300, 150))), [['Nattpool', 'Hemtjänst', 1200, 600, 1, 'B4'], ['Lokaler', 'Hemtjänst', 300, 150, 1, 'E4']]],
    ['numbered measures with a name of their own', bookOf(['Namn på åtgärd 1:', 'Nattpool'], ['Effekt helår, tkr', 1200], ['Start', '2025-07-01'], ['Namn på åtgärd 2:', 'Lokaler'], ['Effekt helår, tkr', 300], ['Start', '2025-07-01']), [['Nattpool', null, 1200, null, 1, 'B2'], ['Lokaler', null, 300, null, 4, 'B5']]],
    ['measures in columns', bookOf(...sharing(form('Nattpool', 1200, 600), form('Lokaler', 300, 150))), [['Nattpool', 'Hemtjänst', 1200, 600, 1, 'B4'], ['Lokaler', 'Hemtjänst', 300, 150, 1, 'C4']]],
  ])('reads %s', (_, workbook, expected) => {
    expect(told(workbook)).toEqual(expected);
  });

  it('takes the year of the plan from the labels', () => {
    const workbook = bookOf(...form('Nattpool', 1200, 600));
    expect(readPlan(workbook, readReport(workbook).tables, 2031).year).toBe(2025);
  });

  it('reports a form as measures, with the sheet as it stands and as it reads', () => {
    const { tables, findings } = readReport(bookOf(...form('Nattpool', 1200, 600)));
    expect(tables.map(({ kind, range, unit, upright }) => [kind, range, unit, upright?.isTurned, upright?.columns.map((column) => column.field)])).toEqual([
      ['measures', 'A1:B7', 'tkr', true, ['measure', 'area', 'effectYear', 'effectFullYear', 'start', 'responsible', 'status']],
    ]);
    expect(findings).toEqual([]);
  });

  it('keeps what stands beyond the labels, and amounts in words', () => {
    const workbook = bookOf(['Åtgärd', 'Samlokalisering'], ['Bakgrund', 'Lokalen står tom.'], ['', 'Hyran löper till juni.'], ['Risker:', 'Inga'], ['Effekt helår', '1,2 mnkr'], ['Konsekvens', 'Färre resor'], ['Start', 'april 2025']);
    expect(measuresOf(workbook)[0]).toMatchObject({ name: 'Samlokalisering', description: 'Lokalen står tom.', helarseffektTkr: 1200, consequence: 'Färre resor', start: 45748, followUp: 'Hyran löper till juni.\nRisker: Inga' });
  });

  it('checks the effect against the start, in the cell where it stands', () => {
    const { findings } = readReport(bookOf(['Åtgärdsplan'], ...form('Nattpool', 1200, 900)));
    expect(findings.map(({ code, cell, expected }) => [code, cell, expected])).toEqual([['effect-mismatch', 'B4', 600]]);
  });

  it('leaves the tables around a form as they are', () => {
    const { tables } = readReport(bookOf(['Verksamhet, tkr', 'Budget 2025', 'Prognos 2025', 'Avvikelse'], ['Hemtjänst', 100, 110, -10], ['Boende', 200, 190, 10], ['LSS', 300, 307, -7], [], ...form('Nattpool', 1200, 600)));
    expect(tables.map(({ kind, range }) => [kind, range])).toEqual([['budget', 'A1:D4'], ['measures', 'A6:B12']]);
  });

  it.each([
    ['a table of measures', [['Åtgärd', 'Beskrivning', 'Effekt 2025', 'Helårseffekt'], ['Nattpool', 'Samordnad natt', 600, 1200], ['Lokaler', 'En lokal mindre', 150, 300], ['Start', 'Ny organisation', 10, 20]]],
    ['labels without an effect', [['Åtgärd:', 'Nattpool'], ['Ansvarig:', 'Enhetschef'], ['Status:', 'Pågår'], ['Start:', '2025-07-01']]],
    ['too few labels', [['Åtgärd:', 'Nattpool'], ['Effekt:', 600]]],
    ['a budget with a row of measures', [['Verksamhet', 'Budget', 'Utfall', 'Avvikelse'], ['Åtgärder', 100, 110, -10], ['Effekt', 200, 190, 10], ['Status', 300, 305, -5]]],
  ])('takes %s for no form', (_, rows) => {
    expect(findMeasureForms(buildGrid(rows))).toEqual([]);
  });
});
