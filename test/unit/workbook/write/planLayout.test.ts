import fc from 'fast-check';
import { MEASURE_STATUSES } from '../../../../src/core/measureStatus';
import { buildAtgardsplan } from '../../../../src/workbook/write/atgardsplan';
import { buildEffektPerManad } from '../../../../src/workbook/write/effektPerManad';
import { layOutPlan } from '../../../../src/workbook/write/planLayout';
import type { SheetDraft } from '../../../../src/workbook/write/sheetDraft';
import { COMMON_VERKSAMHET } from '../../../../src/workbook/plan';
import { forecast, measure, plan, requirement, writingInput } from '../../../support/planBuilder';

const names = ['Hemtjänst', 'Särskilt boende', 'Daglig verksamhet', 'Myndighet'];
const plans = fc
  .record({
    owners: fc.uniqueArray(fc.constantFrom(...names)),
    deficits: fc.uniqueArray(fc.constantFrom(...names)),
    measures: fc.array(
      fc.record({
        verksamhet: fc.option(fc.constantFrom(...names)),
        start: fc.option(fc.integer({ min: 44000, max: 47000 })),
        helarseffektTkr: fc.option(fc.integer({ min: 0, max: 9000 })),
        status: fc.option(fc.constantFrom(...MEASURE_STATUSES)),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ owners, deficits, measures }) =>
    plan({
      requirements: owners.map((owner, index) => requirement(owner, 1000 * (index + 1))),
      forecasts: deficits.map((owner, index) => forecast(owner, index + 2, -10, -12)),
      measures: measures.map((said, index) => measure(`Åtgärd ${index}`, said)),
    }),
  );

const rowsOf = (draft: SheetDraft) => draft.blocks.flatMap((block) => block.rows);

describe('layOutPlan', () => {
  it('tells each row where the two sheets really have it', () => {
    fc.assert(
      fc.property(plans, (input) => {
        const layout = layOutPlan(input);
        const writing = writingInput({ plan: input });
        const planRows = rowsOf(buildAtgardsplan(writing, layout));
        const effectRows = rowsOf(buildEffektPerManad(writing, layout));
        for (const group of layout.groups) {
          expect(planRows[group.summaryRow]?.key).toBe(group.key);
          expect(planRows[group.titleRow]?.cells[0]?.value).toBe(group.verksamhet);
          expect([group.forecastRow, group.requirementRow, group.headRow, group.countedRow, group.proposedRow, group.toFindRow].map((row) => planRows[row]?.key)).toEqual([
            'avvikelse', 'krav', 'kolumner', 'räknas', 'förslag', 'kvar',
          ]);
          for (const line of group.lines) {
            expect(planRows[line.planRow]?.key).toBe(line.key);
            expect(effectRows[line.effectRow]?.key).toBe(line.key);
          }
        }
        expect(planRows[layout.totalRow]?.key).toBe('totalt');
      }),
    );
  });

  it('gives every measure one row on each sheet', () => {
    fc.assert(
      fc.property(plans, (input) => {
        const layout = layOutPlan(input);
        const lines = layout.groups.flatMap((group) => group.lines).filter((line) => line.measure !== null);
        expect(lines.map((line) => line.key).sort()).toEqual(input.measures.map((entry) => entry.key).sort());
        expect(new Set([...layout.computed, ...layout.lacking, ...layout.empty].map((line) => line.effectRow)).size).toBe(
          layout.groups.flatMap((group) => group.lines).length,
        );
      }),
    );
  });

  it('gives a verksamhet with a deficit and no measure rows to fill in, and one without a deficit nothing', () => {
    const layout = layOutPlan(plan({ forecasts: [forecast('Hemtjänst', 2, -10, -12), forecast('Myndighet', 3, -10, -9)] }));
    expect(layout.groups.map((group) => [group.verksamhet, group.lines.map((line) => line.measure)])).toEqual([['Hemtjänst', [null, null]]]);
  });

  it('meets the spellings of one verksamhet in one block', () => {
    const layout = layOutPlan(
      plan({ requirements: [requirement('Hemtjänst', 4200)], measures: [measure('Utförandegrad', { verksamhet: 'Hemtjänsten' })] }),
    );
    expect(layout.groups.map((group) => [group.verksamhet, group.requirement?.amountTkr, group.lines.length])).toEqual([['Hemtjänst', 4200, 2]]);
  });

  it('puts measures without a verksamhet last, under the whole nämnd', () => {
    const layout = layOutPlan(plan({ measures: [measure('Övertidsstopp'), measure('Schema', { verksamhet: 'Hemtjänst' })] }));
    expect(layout.groups.map((group) => group.verksamhet)).toEqual(['Hemtjänst', COMMON_VERKSAMHET]);
  });
});
