import { realisation, reducingEffect, requirementFromForecast, toFind, totalToFind } from '../../../src/core/toFind';

describe('toFind', () => {
  it('is the requirement less the effects', () => {
    expect(toFind(4200, [{ effect: 2750 }, { effect: 0 }], 'budgeted')).toBe(1450);
  });

  it('is not stopped at 0', () => {
    expect(toFind(1000, [{ effect: 900 }, { effect: 400 }], 'budgeted')).toBe(-300);
  });

  it('counts only what the forecast does not hold yet', () => {
    const effects = [{ effect: 500, realised: 200 }, { effect: 300, isInForecast: true }, { effect: 100, realised: 150 }];
    expect(toFind(1000, effects, 'from-forecast')).toBe(700);
    expect(toFind(1000, effects, 'budgeted')).toBe(100);
  });

  it('leaves no residue', () => {
    expect(toFind(0.3, [{ effect: 0.1 }, { effect: 0.2 }], 'budgeted')).toBe(0);
  });
});

describe('reducingEffect', () => {
  it('of a forecast requirement is what is not yet hämtat hem', () => {
    expect(reducingEffect({ effect: 500, realised: 200 }, 'from-forecast')).toBe(300);
    expect(reducingEffect({ effect: 500, realised: null }, 'from-forecast')).toBe(500);
    expect(reducingEffect({ effect: 500, realised: 200 }, 'budgeted')).toBe(500);
  });
});

describe('requirementFromForecast', () => {
  it('is the size of a negative avvikelse', () => {
    expect(requirementFromForecast(-4200)).toBe(4200);
    expect(requirementFromForecast(300)).toBe(0);
  });
});

describe('totalToFind', () => {
  it('gives the sum with and without over-coverage', () => {
    expect(totalToFind([1450, -300, 0])).toEqual({ total: 1150, withoutOverCoverage: 1450 });
  });
});

describe('realisation', () => {
  it('is the share hämtat hem', () => {
    expect(realisation(1200, 54_000)).toBeCloseTo(0.022, 3);
    expect(realisation(0, 0)).toBe('zero-base');
  });
});
