import type { PlanForecast, PlanInput, PlanMeasure, PlanRequirement } from '../../src/workbook/plan';
import type { WritingInput } from '../../src/workbook/write/writingInput';

/** A measure with nothing said but its name. */
export function measure(name: string, said: Partial<PlanMeasure> = {}): PlanMeasure {
  return {
    key: `${said.verksamhet ?? ''} | ${name}`.toLowerCase(),
    name,
    description: '',
    verksamhet: null,
    responsible: '',
    start: null,
    end: null,
    rampMonths: null,
    helarseffektTkr: null,
    enteredEffectTkr: null,
    realisedTkr: null,
    probability: null,
    oneOffCostTkr: null,
    status: null,
    followUp: '',
    consequence: '',
    inForecast: false,
    outsideBudgetFrame: false,
    ...said,
  };
}

export function requirement(verksamhet: string, amountTkr: number): PlanRequirement {
  return { verksamhet, amountTkr, label: 'Åtgärdskrav' };
}

/** A deviation in mnkr with the figures in row `row` of a sheet Drift: budget in B, forecast in C. */
export function forecast(verksamhet: string, row: number, budget: number, compared: number): PlanForecast {
  const cell = (column: string, value: number): PlanForecast['budget'] => ({ sheet: 'Drift', cell: `${column}${row}`, value, toTkr: 1000 });
  return { verksamhet, avvikelseTkr: Math.round((compared - budget) * 1000), budget: cell('B', budget), compared: cell('C', compared), sign: 1 };
}

export function plan(said: Partial<PlanInput> = {}): PlanInput {
  return { year: 2025, measures: [], requirements: [], forecasts: [], forecastBasis: null, forecastTable: null, handlingsplan: [], ...said };
}

/** An input for the writers with nothing in it but the plan. */
export function writingInput(said: Partial<WritingInput> = {}): WritingInput {
  return {
    workbook: { name: 'prov.xlsx', sheets: [], names: [] },
    report: { schema: 'von-report/1', workbook: 'prov.xlsx', tables: [], findings: [], written: [] },
    tables: [],
    plan: plan(),
    threshold: { amountTkr: 1000, share: 0.03 },
    version: 'Helår 2025',
    namnd: 'Vård- och omsorgsnämnden',
    writtenAt: '2025-09-01T10:00',
    readAt: '2025-09-01T09:59',
    checkCount: 0,
    accepted: new Map(),
    comments: new Map(),
    names: new Map(),
    ...said,
  };
}
