import { serialOf } from '../../../src/core/month';
import { atgardView, firstGroup, measurePicture, monthChoices } from '../../../src/app/atgardView';
import { forecast, measure, plan, requirement } from '../../support/planBuilder';

const decided = (name: string, effectTkr: number, said: Parameters<typeof measure>[1] = {}) =>
  measure(name, { verksamhet: 'Hemtjänst', helarseffektTkr: effectTkr, start: serialOf(2025, 1, 1), status: 'Beslutad', ...said });

describe('atgardView', () => {
  it('takes a budgeted requirement less every measure that counts', () => {
    const view = atgardView(plan({ requirements: [requirement('Hemtjänst', 4200)], measures: [decided('A', 2750), decided('B', 500, { status: 'Förslag' }), decided('C', 100, { status: null })] }));
    const [group] = view.groups;
    expect([group?.countedYear, group?.toFindYear, group?.toFindFull]).toEqual([2750, 1450, 1450]);
    expect(group?.rows.map((row) => row.isCounting)).toEqual([true, false, false]);
    expect([view.requirement, view.toFind]).toEqual([4200, 1450]);
  });

  it('does not count twice what a forecast already holds', () => {
    const view = atgardView(plan({ forecasts: [forecast('Hemtjänst', 4, -100, -104.2)], forecastBasis: 'forecast', measures: [decided('A', 1000, { inForecast: true }), decided('B', 700, { realisedTkr: 200 })] }));
    const [group] = view.groups;
    expect(group?.requirement).toBe(4200);
    expect(group?.toFindYear).toBe(4200 - 500);
    expect(group?.inForecast).toBe(1200);
  });

  it('keeps over-coverage in the total and tells what is left without it', () => {
    const view = atgardView(plan({ requirements: [requirement('Hemtjänst', 100), requirement('Boende', 500)], measures: [decided('A', 400)] }));
    expect(view.toFind).toBe(200);
    expect(view.toFindWithoutOverCoverage).toBe(500);
  });

  it('shows the change against the year before for a measure that began earlier', () => {
    const view = atgardView(plan({ year: 2023, measures: [decided('A', 532, { start: serialOf(2022, 5, 1), enteredEffectTkr: 177 })] }));
    expect(view.groups[0]?.rows[0]?.effectYear).toBeCloseTo(177.33, 2);
    expect(view.groups[0]?.rows[0]?.printedEffect).toBeNull();
  });

  it('points out a printed effect and a described month that the start does not give', () => {
    const said = { start: serialOf(2023, 5, 1), enteredEffectTkr: 707, description: 'Gäller från och med april 2023.' };
    const row = atgardView(plan({ year: 2023, measures: [decided('A', 943, said)] })).groups[0]?.rows[0];
    expect(row?.printedEffect).toBe(707);
    expect(row?.textMonth?.month).toBe('2023-04');
    expect(row?.textMonth?.effect).toBeCloseTo(707.25, 2);
  });
});

describe('measurePicture', () => {
  it('gives the months, the years and the price of a delay', () => {
    const picture = measurePicture(decided('A', 943, { start: serialOf(2023, 5, 1), probability: 0.8 }), 2023);
    expect(picture?.months.filter((amount) => amount > 0)).toHaveLength(8);
    expect(picture?.effectYear).toBeCloseTo(628.67, 2);
    expect(picture?.effectNextYear).toBeCloseTo(943, 6);
    expect(picture?.riskAdjusted).toBeCloseTo(502.93, 2);
    expect(picture?.delay).toBeCloseTo(78.58, 2);
  });

  it('is null without a start and where the end is before it', () => {
    expect(measurePicture(decided('A', 943, { start: null }), 2023)).toBeNull();
    expect(measurePicture(decided('A', 943, { start: serialOf(2023, 5, 1), end: serialOf(2023, 2, 1) }), 2023)).toBeNull();
  });
});

describe('monthChoices', () => {
  it('offers four years around the plan and keeps a chosen month outside them', () => {
    const months = monthChoices(2025, [serialOf(2010, 3, 15), null]);
    expect([months[0], months[1], months.at(-1)]).toEqual(['2010-03', '2023-01', '2026-12']);
  });
});

describe('firstGroup', () => {
  it('is the verksamhet with the largest requirement, also without measures', () => {
    const { groups } = atgardView(plan({ requirements: [requirement('Hemtjänst', 4200), requirement('Boende', 8300)], measures: [decided('A', 2750)] }));
    expect(firstGroup(groups)?.verksamhet).toBe('Boende');
  });

  it('is the first that has measures where nothing is required', () => {
    const { groups } = atgardView(plan({ measures: [decided('A', 2750)] }));
    expect(firstGroup(groups)?.verksamhet).toBe('Hemtjänst');
  });
});
