import type { PlanMeasure } from '../../../../src/workbook/plan';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import { readPlan } from '../../../../src/workbook/read/readPlan';
import { joinMeasureTables, repeatedNow } from '../../../../src/workbook/read/repeatedMeasures';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const measure = (sheet: string, row: number, changes: Partial<PlanMeasure> = {}): PlanMeasure => ({
  key: 'hemtjänst | ny vaktrutin', name: 'Ny vaktrutin', description: '', verksamhet: 'Hemtjänst', responsible: '', start: null, end: null, rampMonths: null,
  helarseffektTkr: 300, enteredEffectTkr: null, realisedTkr: null, probability: null, oneOffCostTkr: null, status: null, followUp: '', consequence: '',
  inForecast: false, outsideBudgetFrame: false, source: { sheet, row }, ...changes,
});

describe('joinMeasureTables', () => {
  it('takes a measure that two tables tell alike once, with what either says of it', () => {
    const { measures, repeated } = joinMeasureTables([
      [measure('Plan', 5, { responsible: 'Enhetschef' })],
      [measure('Förslag', 9, { name: 'Ny  vaktrutin.', status: 'Beslutad', enteredEffectTkr: 200 })],
    ]);
    expect(measures).toEqual([expect.objectContaining({ name: 'Ny vaktrutin', responsible: 'Enhetschef', status: 'Beslutad', helarseffektTkr: 300, enteredEffectTkr: 200 })]);
    expect(repeated).toEqual([{ name: 'Ny  vaktrutin.', places: ['Plan rad 5', 'Förslag rad 9'], isCountedOnce: true }]);
  });

  it.each([
    ['other effects', { helarseffektTkr: 450 }],
    ['another effect this year', { enteredEffectTkr: 100 }],
    ['another start', { start: 45_000 }],
    ['no verksamhet', { verksamhet: null }],
  ])('keeps both where the other table tells %s, and says so', (_what, changes) => {
    const { measures, repeated } = joinMeasureTables([[measure('Plan', 5, { enteredEffectTkr: 200, start: 44_000 })], [measure('Förslag', 9, changes)]]);
    expect(measures).toHaveLength(2);
    expect(repeated.map(({ isCountedOnce }) => isCountedOnce)).toEqual([false]);
  });

  it('leaves namesakes of different verksamheter, and rows of one table, as they are', () => {
    expect(joinMeasureTables([[measure('Plan', 5)], [measure('Plan', 9, { verksamhet: 'Särskilt boende' })]])).toEqual({ measures: [expect.anything(), expect.anything()], repeated: [] });
    expect(joinMeasureTables([[measure('Plan', 5), measure('Plan', 6)]])).toEqual({ measures: [expect.anything(), expect.anything()], repeated: [] });
  });

  it('matches two rows of one name with two of another table, one by one', () => {
    const { measures, repeated } = joinMeasureTables([[measure('Plan', 5), measure('Plan', 6)], [measure('Förslag', 9), measure('Förslag', 10)]]);
    expect([measures.length, repeated.length]).toEqual([2, 2]);
  });

  it('is used by the plan of a workbook with two tables of measures', () => {
    const table = (name: string, effect: number): ReturnType<typeof buildGrid> =>
      buildGrid([[`${name} (tkr)`], [], ['Verksamhet', 'Åtgärd', 'Effekt 2025', 'Helårseffekt', 'Status'], ['Hemtjänst', 'Ny vaktrutin', 200, 300, 'Beslutad'], ['Boende', 'Färre vikarier', effect, 900, 'Pågår'], ['Boende', `Egen ${name}`, 10, 20, 'Förslag']], { name });
    const workbook = buildWorkbook(table('Plan', 600), table('Uppföljning', 500));
    const plan = readPlan(workbook, readReport(workbook).tables, 2025);
    expect(plan.measures.map(({ name }) => name)).toEqual(['Ny vaktrutin', 'Färre vikarier', 'Egen Plan', 'Färre vikarier', 'Egen Uppföljning']);
    expect(plan.repeated).toEqual([
      { name: 'Ny vaktrutin', places: ['Plan D4', 'Uppföljning D4'], isCountedOnce: true },
      { name: 'Färre vikarier', places: ['Plan D5', 'Uppföljning D5'], isCountedOnce: false },
    ]);
  });
});

describe('repeatedNow', () => {
  it('says no more of two measures when one of them has been taken away', () => {
    const { measures, repeated } = joinMeasureTables([[measure('Plan', 5)], [measure('Förslag', 9, { helarseffektTkr: 450 })]]);
    expect(repeatedNow({ measures, repeated })).toHaveLength(1);
    expect(repeatedNow({ measures: measures.slice(1), repeated })).toEqual([]);
  });
});
