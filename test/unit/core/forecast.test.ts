import { evenBudgetToDate, forecastAccuracy, linearForecast, remainingBudgetForecast, seasonalForecast } from '../../../src/core/forecast';

describe('linearForecast', () => {
  it('goes on at the same pace', () => {
    expect(linearForecast(7249, 10)).toBe(8698.8);
    expect(linearForecast(1200, 12)).toBe(1200);
  });
});

describe('remainingBudgetForecast', () => {
  it('adds what the budget has left', () => {
    expect(remainingBudgetForecast(7249, 13_299, 4841)).toBe(15_707);
  });

  it('is the budget where the outcome follows it', () => {
    expect(remainingBudgetForecast(evenBudgetToDate(13_299, 10), 13_299, evenBudgetToDate(13_299, 10))).toBe(13_299);
  });
});

describe('seasonalForecast', () => {
  it('scales by last year', () => {
    expect(seasonalForecast(7249, 5745, 9459)).toBeCloseTo(11_935.2987, 4);
    expect(seasonalForecast(7249, 0, 9459)).toBe('zero-base');
  });
});

describe('forecastAccuracy', () => {
  const pairs = [
    { reportingPoint: 'T1', forecast: -100, outcome: -104 },
    { reportingPoint: 'T2', forecast: -101, outcome: -101 },
    { reportingPoint: 'T1', forecast: -110, outcome: -108 },
  ];

  it('gives bias and mean absolute deviation per reporting point', () => {
    expect(forecastAccuracy(pairs, 'costs-negative')).toEqual([
      { reportingPoint: 'T1', count: 2, bias: -1, meanAbsoluteDeviation: 3 },
      { reportingPoint: 'T2', count: 1, bias: 0, meanAbsoluteDeviation: 0 },
    ]);
  });

  it('judges mirrored signs the same', () => {
    const mirrored = pairs.map(({ reportingPoint, forecast, outcome }) => ({ reportingPoint, forecast: -forecast, outcome: -outcome }));
    expect(forecastAccuracy(mirrored, 'costs-positive')).toEqual(forecastAccuracy(pairs, 'costs-negative'));
  });
});
