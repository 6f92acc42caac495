import { buildAtgardsplan } from '../../../../src/workbook/write/atgardsplan';
import { buildEffektPerManad, yearColumns } from '../../../../src/workbook/write/effektPerManad';
import { PLAN_COLUMN } from '../../../../src/workbook/write/planColumns';
import { layOutPlan } from '../../../../src/workbook/write/planLayout';
import { planNotes } from '../../../../src/workbook/write/planNotes';
import { draftToSpec } from '../../../../src/workbook/write/specBuilder';
import { forecast, measure, plan, requirement, writingInput } from '../../../support/planBuilder';

const input = writingInput({
  plan: plan({
    requirements: [requirement('Hemtjänst', 4200)],
    measures: [measure('Kvällsplanering', { verksamhet: 'Hemtjänst', start: 45658, helarseffektTkr: 1200, status: 'Pågår' }), measure('Ny rutin', { verksamhet: 'Hemtjänst' })],
  }),
});

describe('buildAtgardsplan', () => {
  const spec = draftToSpec(buildAtgardsplan(input));

  it('folds the columns right of Uppföljning and leaves a shown column for the +', () => {
    expect(spec.columnGroups).toEqual([{ first: PLAN_COLUMN.end, last: PLAN_COLUMN.consequence, collapsed: true }]);
    const edge = spec.columnWidths.find(({ column }) => column === PLAN_COLUMN.edge);
    expect(edge?.hidden).toBeUndefined();
    expect(spec.columnWidths.find(({ column }) => column === PLAN_COLUMN.edge + 1)?.hidden).toBe(true);
  });

  it('keeps rows 1–4 and the columns of number and name in sight', () => {
    expect(spec.frozen).toEqual({ rows: 4, columns: 2 });
    expect(spec.print.titleRows).toEqual([0, 3]);
  });

  it('is narrow enough to be read when it is printed one page wide', () => {
    const shown = spec.columnWidths.filter(({ column }) => column < PLAN_COLUMN.end).reduce((sum, { width }) => sum + width, 0);
    expect(shown).toBeLessThanOrEqual(170);
  });
});

describe('buildEffektPerManad', () => {
  const layout = layOutPlan(input.plan);
  const spec = draftToSpec(buildEffektPerManad(input, layout));

  it('shows the months of the plan’s year, and of the others only the sums', () => {
    expect(spec.columnGroups).toEqual([0, 1, 2].map((year) => ({ first: yearColumns(year).first, last: yearColumns(year).last, collapsed: year !== 1 })));
    expect(spec.frozen.columns).toBe(1);
  });

  it('prints the measures, and not the rows that nobody has filled in', () => {
    expect(layout.empty.length).toBeGreaterThan(0);
    expect(spec.print.area.bottom).toBe(layout.lacking.at(-1)?.effectRow);
  });
});

describe('planNotes', () => {
  const groups = (names: readonly string[]) => names.map((verksamhet) => ({ verksamhet, requirement: requirement(verksamhet, 100), forecast: null, measures: [] }));

  it('tells where the deviations come from, what waits for a status and which starts were read out of a text', () => {
    const noted = plan({
      forecasts: [forecast('Hemtjänst', 2, -10, -12)], forecastTable: 'Drift!A3:F19',
      measures: [measure('Flytt', { start: 45931, isStartFromText: true, status: 'Pågår' }), measure('Rutin')],
    });
    expect(planNotes(noted, [])).toEqual([
      'Avvikelsen hämtas ur Drift A3:F19.',
      '1 åtgärd saknade status när bladet skrevs och räknas inte förrän den är vald.',
      'Startmånaden är läst ur beskrivningen för: Flytt.',
    ]);
  });

  it('counts the names that the line has no room for', () => {
    const names = Array.from({ length: 12 }, (_, index) => `Verksamhetsområde nummer ${index + 1}`);
    const [, note = ''] = planNotes(plan(), groups(names));
    const shown = names.filter((name) => note.includes(`${name},`) || note.includes(`${name} och`)).length;
    expect(note).toMatch(new RegExp(`och ${names.length - shown} till\\.$`));
    expect(note.length).toBeLessThan(180);
  });

  it('names what was taken away from the sheet but stands in the source', () => {
    expect(planNotes(plan({ leftOut: ['Gammal åtgärd'] }), []).at(-1)).toBe('Borttagna från bladet men kvar i underlaget: Gammal åtgärd.');
  });
});
