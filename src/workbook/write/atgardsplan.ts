import { MEASURE_STATUSES } from '../../core/measureStatus';
import type { Area } from '../address';
import { planGroupBlock } from './planGroupBlock';
import { PLAN_COLUMN, planSheetColumns } from './planColumns';
import { layOutPlan, type PlanLayout } from './planLayout';
import { withPlanResults } from './planResults';
import { planSummaryBlock } from './planSummaryBlock';
import { measuresProperty } from './readOwnPlan';
import { MEASURES_PROPERTY, VERSION_PROPERTY } from './sheetProperty';
import { sheetHead, writtenText } from './sheetHead';
import { stackBlocks, type SheetDraft } from './sheetDraft';
import type { WritingInput } from './writingInput';

/**
 * The plan that closes: a summary, then a block for every verksamhet with its requirement, its measures and what is left to find. All
 * figures are live: they follow the dates and amounts of the rows through the sheet Effekt per månad.
 */
export function buildAtgardsplan(input: WritingInput, layout: PlanLayout = layOutPlan(input.plan)): SheetDraft {
  const effectSheet = input.names.get('effektPerManad') ?? 'Effekt per månad';
  const { year, forecastBasis } = input.plan;
  const compared = forecastBasis === 'final' ? 'Utfallets' : 'Prognosens';
  const draft: SheetDraft = {
    kind: 'atgardsplan',
    name: input.names.get('atgardsplan') ?? 'Åtgärdsplan',
    columns: planSheetColumns(),
    helperColumns: [],
    blocks: stackBlocks([
      () =>
        sheetHead({
          title: `Åtgärdsplan ${year}`,
          subtitle: input.namnd,
          signLine: `Teckenregel: effekt + förbättrar resultatet. ${compared} avvikelse: + överskott, − underskott. Kvar att finna = åtgärdskrav − effekt av beslutade, pågående och genomförda åtgärder. − betyder mer än kravet.`,
          note: `Belopp i tkr. Effekt i år = ändring mot budgetramen: årets effekt − förra årets. ${writtenText(input)}`,
        }),
      () => planSummaryBlock(input.plan, layout),
      ...layout.groups.map((group) => () => planGroupBlock(group, input.plan, { sheet: effectSheet, rows: layout.effectRows })),
    ]).map((block, index) => ({ ...block, ...(index < 2 ? {} : { validations: validations(layout.groups[index - 2]?.lines ?? []) }) })),
    frozenRows: 4,
    frozenColumns: PLAN_COLUMN.name + 1,
    footer: input.namnd,
    properties: new Map([
      [VERSION_PROPERTY, input.version],
      [MEASURES_PROPERTY, measuresProperty(input.plan)],
    ]),
  };
  return withPlanResults(draft, layout, input.plan);
}

function validations(lines: readonly { readonly planRow: number }[]): readonly { readonly area: Area; readonly list: readonly string[] }[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = (column: number): Area => ({ top: first.planRow, bottom: last.planRow, left: column, right: column });
  return [
    { area: rows(PLAN_COLUMN.status), list: MEASURE_STATUSES },
    { area: rows(PLAN_COLUMN.inForecast), list: ['Ja', 'Nej'] },
    { area: rows(PLAN_COLUMN.outsideFrame), list: ['Ja', 'Nej'] },
  ];
}
