import { delayCost, netEffect, nextYearAddition, planEffect, riskAdjusted } from '../../../src/core/measure';
import { serialOf } from '../../../src/core/month';

const may2022 = { helarseffekt: 532, start: serialOf(2022, 5, 1) };

describe('planEffect', () => {
  it('is the årseffekt of a measure started in the year of the plan', () => {
    expect(planEffect(may2022, 2022)).toBeCloseTo(354.667, 3);
  });

  it('is only what comes on top of last year for one started earlier', () => {
    expect(planEffect(may2022, 2023)).toBeCloseTo(177.333, 3);
    expect(planEffect(may2022, 2024)).toBe(0);
  });

  it('is the whole årseffekt of one outside the budget frame', () => {
    expect(planEffect({ ...may2022, isOutsideBudgetFrame: true }, 2023)).toBe(532);
  });

  it('is negative where an earlier measure has ended', () => {
    expect(planEffect({ ...may2022, end: serialOf(2023, 12, 31) }, 2024)).toBe(-532);
  });

  it('passes on the fault of a measure that ends before it starts', () => {
    expect(planEffect({ ...may2022, end: may2022.start - 1 }, 2022)).toBe('end-before-start');
    expect(planEffect({ ...may2022, end: may2022.start - 1 }, 2023)).toBe('end-before-start');
  });
});

describe('nextYearAddition', () => {
  it('is the resteffekt', () => {
    expect(nextYearAddition(may2022, 2022)).toBeCloseTo(177.333, 3);
  });
});

describe('delayCost', () => {
  it('is one month of full effect without a ramp', () => {
    expect(delayCost({ helarseffekt: 1200, start: serialOf(2025, 4, 1) }, 2025)).toBe(100);
  });

  it('is the last ramped month with a ramp', () => {
    expect(delayCost({ helarseffekt: 2400, start: serialOf(2025, 9, 1), ramp: 4 }, 2025)).toBe(200);
  });

  it('is all of a measure that would end before it starts', () => {
    expect(delayCost({ helarseffekt: 1200, start: serialOf(2025, 4, 1), end: serialOf(2025, 4, 30) }, 2025)).toBe(100);
  });

  it('is nothing in a year before the start', () => {
    expect(delayCost(may2022, 2020)).toBe(0);
  });
});

describe('riskAdjusted', () => {
  it('weighs the effect by its probability', () => {
    expect(riskAdjusted(500, 0.8)).toBe(400);
  });
});

describe('netEffect', () => {
  it('takes off the one-off cost, whichever way it is signed', () => {
    expect(netEffect(2175, 300)).toBe(1875);
    expect(netEffect(2175, -300)).toBe(1875);
  });
});
