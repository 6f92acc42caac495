import { comparedName, comparisonsOn, earlierForecasts, forecastReview } from '../../../src/app/forecastView';
import { DEFAULT_THRESHOLD } from '../../../src/core/threshold';
import type { Comparison, ReportTable } from '../../../src/workbook/report';

const october: Comparison = { budget: 'B', compared: 'C', basis: 'forecast' };
const august: Comparison = { budget: 'B', compared: 'D', basis: 'forecast' };
const final: Comparison = { budget: 'B', compared: 'E', basis: 'final' };

/** Two forecasts and, where told, the outcome of one verksamhet. */
const table = (outcome: number | null): ReportTable => ({
  sheet: 'Drift', range: 'A1:E2', kind: 'budget', unit: 'mnkr', headerRows: [1], signRule: 'costs-negative',
  columns: [
    { column: 'A', header: 'Verksamhet', field: 'label' },
    { column: 'B', header: 'Budget', field: 'budget' },
    { column: 'C', header: 'Prognos okt', field: 'forecast', asOf: 'okt' },
    { column: 'D', header: 'Prognos aug', field: 'forecast', asOf: 'aug' },
    { column: 'E', header: 'Utfall', field: 'actual' },
  ],
  rows: [{ row: 2, label: 'Hemtjänst', code: null, kind: 'item', level: 0, values: { B: -221.3, C: -240, D: -230, ...(outcome === null ? {} : { E: outcome }) } }],
  comparisons: outcome === null ? [october, august] : [final, october, august],
});

describe('forecastReview', () => {
  it.each([
    [-247.1, -7.1],
    [-235, 5],
    [-240, 0],
  ])('of an outcome of %d against a latest forecast of −240 has the bias %d', (outcome, bias) => {
    expect(forecastReview(table(outcome), DEFAULT_THRESHOLD)).toMatchObject({ latest: 'Prognos okt', bias, forecasts: [{ name: 'Prognos aug', amount: -8.7 }, { name: 'Prognos okt', amount: -18.7 }] });
  });

  it('is null without an outcome', () => {
    expect(forecastReview(table(null), DEFAULT_THRESHOLD)).toBeNull();
  });
});

describe('comparisonsOn', () => {
  it('gives the comparisons of one basis, each compared column once', () => {
    expect(comparisonsOn({ ...table(-247.1), comparisons: [final, october, august, october] }, 'forecast')).toEqual([october, august]);
  });
});

describe('earlierForecasts', () => {
  it('are the other forecasts', () => {
    expect(earlierForecasts(table(-247.1), october)).toEqual([august]);
    expect(earlierForecasts(table(-247.1), final)).toEqual([]);
  });
});

describe('comparedName', () => {
  it('says which forecast', () => {
    expect(comparedName(table(-247.1), october)).toBe('Prognos okt');
    expect(comparedName(table(-247.1), final)).toBe('Utfall');
  });
});
