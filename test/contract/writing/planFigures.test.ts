import fc from 'fast-check';
import { monthlyEffects, resteffekt } from '../../../src/core/arseffekt';
import { planEffect, riskAdjusted, type Measure } from '../../../src/core/measure';
import { isCounting, MEASURE_STATUSES } from '../../../src/core/measureStatus';
import { serialOf } from '../../../src/core/month';
import { requirementFromForecast, toFind, totalToFind, type RequirementKind } from '../../../src/core/toFind';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { createHost } from '../../../src/workbench/host/createHost';
import { writeXlsxFile } from '../../../src/workbench/host/xlsxWrite';
import { isCellError, valueAt, type CellValue, type SheetGrid } from '../../../src/workbook/grid';
import type { PlanInput, PlanMeasure } from '../../../src/workbook/plan';
import { verksamhetKey } from '../../../src/workbook/read/verksamhetName';
import { buildAtgardsplan } from '../../../src/workbook/write/atgardsplan';
import { buildEffektPerManad, yearColumns } from '../../../src/workbook/write/effektPerManad';
import { PLAN_COLUMN, SUMMARY_COLUMN } from '../../../src/workbook/write/planColumns';
import { layOutPlan, type PlanLayout, type PlanLine } from '../../../src/workbook/write/planLayout';
import { rewriteSheets } from '../../../src/workbook/write/rewrite';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import { describeWithLibreOffice, recalculate } from '../../support/libreOffice';
import { forecast, measure, plan, requirement, writingInput } from '../../support/planBuilder';

const YEAR = 2024;
const MEASURES = 80;
const BUDGETED = ['Hemtjänst', 'Särskilt boende'];
const DERIVED = ['Daglig verksamhet', 'Myndighet', 'Korttid'];
/** Rows of the sheet Drift that the forecasts refer to: budget in B, forecast in C, mnkr. */
const DRIFT = [-10, -20, -30] as const;
const DEFICITS = [-12.5, -20.7, -29] as const;

const day = fc.integer({ min: serialOf(YEAR - 3, 1, 1), max: serialOf(YEAR + 2, 12, 31) });
const edgeDay = fc.constantFrom(serialOf(YEAR, 1, 1), serialOf(YEAR, 2, 29), serialOf(YEAR - 1, 12, 31), serialOf(YEAR, 12, 31), serialOf(YEAR + 1, 2, 28), serialOf(YEAR, 2, 1));
const anyDay = fc.oneof(day, edgeDay);
const said = fc.record({
  verksamhet: fc.constantFrom(...BUDGETED, ...DERIVED, null),
  start: fc.option(anyDay, { freq: 8 }),
  days: fc.option(fc.integer({ min: 0, max: 900 })),
  rampMonths: fc.option(fc.integer({ min: 0, max: 30 })),
  helarseffektTkr: fc.option(fc.oneof(fc.integer({ min: 0, max: 9000 }), fc.double({ min: -500, max: 5000, noNaN: true })), { freq: 8 }),
  enteredEffectTkr: fc.option(fc.integer({ min: 0, max: 900 })),
  realisedTkr: fc.option(fc.integer({ min: 0, max: 6000 })),
  probability: fc.option(fc.constantFrom(0, 0.25, 0.8, 1)),
  oneOffCostTkr: fc.option(fc.integer({ min: 0, max: 800 })),
  status: fc.option(fc.constantFrom(...MEASURE_STATUSES), { freq: 8 }),
  inForecast: fc.boolean(),
  outsideBudgetFrame: fc.boolean(),
});
const plans = fc.array(said, { minLength: MEASURES, maxLength: MEASURES }).map((all): PlanInput =>
  plan({
    year: YEAR,
    requirements: BUDGETED.map((owner, index) => requirement(owner, 4000 + index * 1500)),
    forecasts: DERIVED.map((owner, index) => forecast(owner, index + 2, DRIFT[index] ?? 0, DEFICITS[index] ?? 0)),
    forecastBasis: 'forecast',
    forecastTable: 'Drift!A1:C4',
    measures: all.map(({ days, ...rest }, index) =>
      measure(`Åtgärd ${index}`, { ...rest, end: rest.start === null || days === null ? null : rest.start + days }),
    ),
  }),
);

/** The plan as it stands in a workbook after the writing, and the file it makes. */
async function written(input: PlanInput): Promise<{ readonly layout: PlanLayout; readonly plan: SheetGrid; readonly effects: SheetGrid; readonly bytes: Uint8Array }> {
  const drift = emptySheet('Drift', [['Verksamhet', 'Budget', 'Prognos'], ...DERIVED.map((owner, index) => [owner, DRIFT[index] ?? 0, DEFICITS[index] ?? 0])]);
  const host = await createHost({ content: workbookOf(drift), fileName: 'Plan.xlsx' });
  try {
    const { reader, writer } = excelAdapters({ now: () => new Date(YEAR, 8, 1) });
    const layout = layOutPlan(input);
    const writing = writingInput({ plan: input });
    const { specs } = rewriteSheets([buildAtgardsplan(writing, layout), buildEffektPerManad(writing, layout)].map((draft) => ({ draft, own: null })));
    await writer.writeSheets(specs);
    const { sheets } = await reader.readWorkbook({ sheets: ['Åtgärdsplan', 'Effekt per månad'] });
    const [planSheet, effects] = sheets;
    if (planSheet === undefined || effects === undefined) throw new Error('a sheet is missing');
    return { layout, plan: planSheet, effects, bytes: await writeXlsxFile(await host.toContent()) };
  } finally {
    host.dispose();
  }
}

const coreOf = (entry: PlanMeasure): Measure | null =>
  entry.start === null || entry.helarseffektTkr === null
    ? null
    : { helarseffekt: entry.helarseffektTkr, start: entry.start, end: entry.end, ramp: entry.rampMonths, isOutsideBudgetFrame: entry.outsideBudgetFrame };

/** An effect of the core; the measures here have no fault. */
function figure(effect: number | string): number {
  if (typeof effect === 'string') throw new Error(effect);
  return effect;
}

const yearEffect = (entry: PlanMeasure): number | null => {
  const core = coreOf(entry);
  return core === null ? entry.enteredEffectTkr : figure(planEffect(core, YEAR));
};

const near = (value: CellValue, expected: number): void => expect(typeof value === 'number' ? value : Number.NaN).toBeCloseTo(expected, 6);
const shown = (value: CellValue, expected: number | null): void => (expected === null ? expect(value === null || value === '').toBe(true) : near(value, expected));

function expectMeasure(line: PlanLine, entry: PlanMeasure, at: (column: number) => CellValue, effectAt: (column: number) => CellValue): void {
  const core = coreOf(entry);
  const effect = yearEffect(entry);
  shown(at(PLAN_COLUMN.effectYear), effect);
  shown(at(PLAN_COLUMN.nextYear), core === null ? null : figure(resteffekt(core.helarseffekt, core.start, YEAR, core.end ?? Infinity, core.ramp ?? 1)));
  shown(at(PLAN_COLUMN.riskAdjusted), effect === null || entry.probability === null ? null : riskAdjusted(effect, entry.probability));
  shown(at(PLAN_COLUMN.netEffect), effect === null ? null : effect - (entry.oneOffCostTkr ?? 0));
  const months = core === null ? Array.from({ length: 36 }, () => 0) : monthlyEffects(core.helarseffekt, core.start, (YEAR - 1) * 12, 36, core.end ?? Infinity, core.ramp ?? 1);
  if (typeof months === 'string') throw new Error(months);
  months.forEach((expected, month) => near(effectAt(yearColumns(Math.floor(month / 12)).first + (month % 12)), expected));
  expect(line.verksamhet).toBe(entry.verksamhet ?? 'Gemensamt för nämnden');
}

describe('the figures of the written plan', () => {
  it('are those of the core, for random dates, ends, ramps, statuses and what the forecast holds', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (input) => {
        const { layout, plan: planSheet, effects } = await written(input);
        const left: number[] = [];
        for (const group of layout.groups) {
          for (const line of group.lines) {
            if (line.measure !== null) expectMeasure(line, line.measure, (column) => valueAt(planSheet, line.planRow, column), (column) => valueAt(effects, line.effectRow, column));
          }
          const own = input.measures.filter((entry) => verksamhetKey(entry.verksamhet ?? 'Gemensamt för nämnden') === group.key && isCounting(entry.status));
          const kind: RequirementKind = group.requirement === null && group.forecast !== null ? 'from-forecast' : 'budgeted';
          const required = group.requirement?.amountTkr ?? requirementFromForecast(group.forecast?.avvikelseTkr ?? 0);
          const effectsOf = (amount: (entry: PlanMeasure) => number | null) => own.map((entry) => ({ effect: amount(entry) ?? 0, realised: entry.realisedTkr, isInForecast: entry.inForecast }));
          const inYear = toFind(required, effectsOf(yearEffect), kind);
          left.push(inYear);
          near(valueAt(planSheet, group.toFindRow, PLAN_COLUMN.effectYear), inYear);
          near(valueAt(planSheet, group.toFindRow, PLAN_COLUMN.helarseffekt), toFind(required, effectsOf((entry) => entry.helarseffektTkr), kind));
          near(valueAt(planSheet, group.summaryRow, SUMMARY_COLUMN.toFindYear), inYear);
        }
        const total = totalToFind(left);
        near(valueAt(planSheet, layout.totalRow, SUMMARY_COLUMN.toFindYear), total.total);
        near(valueAt(planSheet, layout.totalRow + 1, SUMMARY_COLUMN.toFindYear), total.withoutOverCoverage);
      }),
      { numRuns: 2 },
    );
  });

  it('say nothing that only the add-in or another workbook could compute', async () => {
    const [input] = fc.sample(plans, { numRuns: 1, seed: 7 });
    if (input === undefined) throw new Error('no plan');
    const { plan: planSheet, effects } = await written(input);
    const formulas = [planSheet, effects].flatMap((sheet) => [...sheet.formulas.values()]);
    expect(formulas.length).toBeGreaterThan(MEASURES * 40);
    expect(formulas.filter((formula) => /VON\.|\[|#REF!/i.test(formula))).toEqual([]);
    expect([planSheet, effects].flatMap((sheet) => sheet.values.flat()).filter((value) => isCellError(value))).toEqual([]);
  });

  it('keep what a user says as text, whatever it begins with', async () => {
    const texts = ['=SUM(1234567)', '+46 70', '-5 tjänster', '@cmd', "'citat", '\t=cmd|calc', '👩‍⚕️ nattpatrull', '\u202eمرحبا', 'x'.repeat(32_767)];
    const { layout, plan: planSheet, effects } = await written(
      plan({ year: YEAR, measures: texts.map((text) => measure(text, { description: text, followUp: text, responsible: text, consequence: text, verksamhet: text })) }),
    );
    const columns = [PLAN_COLUMN.name, PLAN_COLUMN.description, PLAN_COLUMN.responsible, PLAN_COLUMN.followUp, PLAN_COLUMN.consequence];
    const lines = layout.groups.flatMap((group) => group.lines).filter((line) => line.measure !== null);
    expect(lines.map((line) => columns.map((column) => valueAt(planSheet, line.planRow, column)))).toEqual(texts.map((text) => columns.map(() => text)));
    expect(lines.map((line) => valueAt(effects, line.effectRow, 1))).toEqual(texts);
    expect(lines.flatMap((line) => columns.filter((column) => planSheet.formulas.has(`${line.planRow},${column}`)))).toEqual([]);
    expect([...planSheet.formulas.values(), ...effects.formulas.values()].filter((formula) => formula.includes('1234567') || formula.includes('cmd'))).toEqual([]);
  });
});

describeWithLibreOffice('the written plan in LibreOffice', () => {
  it('shows the figures that the host shows', async () => {
    const [input] = fc.sample(plans, { numRuns: 1, seed: 11 });
    if (input === undefined) throw new Error('no plan');
    const { plan: planSheet, effects, bytes } = await written(input);
    const fresh = await recalculate(bytes);
    for (const sheet of [planSheet, effects]) {
      for (const place of sheet.formulas.keys()) {
        const [row = 0, column = 0] = place.split(',').map(Number);
        const [here, there] = [valueAt(sheet, row, column), fresh.get(sheet.name)?.[row]?.[column] ?? null];
        if (typeof here === 'number') near(typeof there === 'number' ? there : null, here);
        else expect(there ?? '').toBe(here ?? '');
      }
    }
  });
});
