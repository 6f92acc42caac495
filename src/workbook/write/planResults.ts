import { sum } from '../../core/decimal';
import { netEffect, nextYearAddition, planEffect, riskAdjusted } from '../../core/measure';
import { isCounting } from '../../core/measureStatus';
import { reducingEffect, requirementFromForecast, toFind, totalToFind, type CountingEffect, type RequirementKind } from '../../core/toFind';
import type { PlanInput, PlanMeasure } from '../plan';
import { PLAN_COLUMN, SUMMARY_COLUMN } from './planColumns';
import { GROUP_BLOCK, type PlanGroup, type PlanLayout } from './planLayout';
import type { DraftCell, DraftRow, SheetDraft } from './sheetDraft';
import { isSpecFormula } from './sheetSpec';

const C = PLAN_COLUMN;
const S = SUMMARY_COLUMN;

type Result = number | string;
/** What the formulas of a row give, by column. */
type RowResults = ReadonlyMap<number, Result | undefined>;

/**
 * Tells what the formulas of Åtgärdsplan give with the figures that were read, computed by the rules of the core: for the version sheet,
 * which keeps values only, for the dry run, and for the check after writing. All amounts in tkr.
 */
export function withPlanResults(draft: SheetDraft, layout: PlanLayout, plan: PlanInput): SheetDraft {
  const results = new Map<string, RowResults>();
  const groups = layout.groups.map((group) => ({ group, figures: groupFigures(group, plan.year) }));
  // One effect that the core cannot tell leaves every sum untold.
  if (groups.some(({ figures }) => figures.measures.some(({ effect, nextYear }) => effect === undefined || nextYear === undefined))) return draft;
  for (const { group, figures } of groups) {
    for (const [key, row] of groupResults(group, figures)) results.set(rowName(`${GROUP_BLOCK}${group.key}`, key), row);
    results.set(rowName('sammanställning', group.key), summaryResults(figures));
  }
  results.set(rowName('sammanställning', 'totalt'), totalResults(groups.map(({ figures }) => figures)));
  results.set(rowName('sammanställning', 'utan övertäckning'), new Map([
    [S.toFindYear, totalToFind(groups.map(({ figures }) => figures.toFindYear)).withoutOverCoverage],
    [S.toFindFull, totalToFind(groups.map(({ figures }) => figures.toFindFull)).withoutOverCoverage],
  ]));
  return { ...draft, blocks: draft.blocks.map((block) => ({ ...block, rows: block.rows.map((row) => told(row, results.get(rowName(block.id, row.key)))) })) };
}

const rowName = (block: string, key: string): string => JSON.stringify([block, key]);

/** A cell that is no formula shows its own value. */
function told(row: DraftRow, results: RowResults | undefined): DraftRow {
  if (results === undefined) return row;
  return {
    ...row,
    cells: row.cells.map((cell, column): DraftCell | undefined => {
      const result = results.get(column);
      return cell === undefined || result === undefined || !isSpecFormula(cell.value) ? cell : { ...cell, result };
    }),
  };
}

interface MeasureFigures {
  readonly measure: PlanMeasure | null;
  readonly effect: Result | undefined;
  readonly nextYear: Result | undefined;
  readonly reducesYear: number;
  readonly reducesFull: number;
}

interface GroupFigures {
  readonly avvikelse: Result;
  readonly requirement: number;
  readonly measures: readonly MeasureFigures[];
  readonly effectYear: number;
  readonly helarseffekt: number;
  readonly realised: number;
  readonly toFindYear: number;
  readonly toFindFull: number;
}

function groupFigures({ requirement, forecast, lines }: PlanGroup, year: number): GroupFigures {
  const budgeted = requirement?.amountTkr ?? null;
  const kind: RequirementKind = budgeted === null && forecast !== null ? 'from-forecast' : 'budgeted';
  const amount = budgeted ?? (forecast === null ? 0 : requirementFromForecast(forecast.avvikelseTkr));
  const measures = lines.map(({ measure }) => measureFigures(measure, year, kind));
  const counting = measures.filter(({ measure }) => measure !== null && isCounting(measure.status));
  const effects = (of: (one: MeasureFigures) => number): readonly CountingEffect[] => counting.map((one) => ({ effect: of(one) }));
  return {
    avvikelse: forecast?.avvikelseTkr ?? '–',
    requirement: amount,
    measures,
    effectYear: sum(counting.map(({ effect }) => numberOf(effect))),
    helarseffekt: sum(counting.map(({ measure }) => measure?.helarseffektTkr ?? 0)),
    realised: sum(counting.map(({ measure }) => measure?.realisedTkr ?? 0)),
    // What reduces the requirement has been decided measure by measure, as the sheet does it.
    toFindYear: toFind(amount, effects(({ reducesYear }) => reducesYear), 'budgeted'),
    toFindFull: toFind(amount, effects(({ reducesFull }) => reducesFull), 'budgeted'),
  };
}

function measureFigures(measure: PlanMeasure | null, year: number, kind: RequirementKind): MeasureFigures {
  if (measure === null) return { measure, effect: '', nextYear: '', reducesYear: 0, reducesFull: 0 };
  const { start, end, helarseffektTkr, realisedTkr: realised, inForecast: isInForecast } = measure;
  const isCountable = start !== null && helarseffektTkr !== null && (end === null || end >= start);
  const rule = isCountable ? { helarseffekt: helarseffektTkr, start, end, ramp: measure.rampMonths, isOutsideBudgetFrame: measure.outsideBudgetFrame } : null;
  const effect = rule === null ? (measure.enteredEffectTkr ?? '') : figureOf(planEffect(rule, year));
  const nextYear = rule === null ? '' : figureOf(nextYearAddition(rule, year));
  const reduces = (amount: number): number => (isCounting(measure.status) ? reducingEffect({ effect: amount, realised, isInForecast }, kind) : 0);
  return { measure, effect, nextYear, reducesYear: reduces(numberOf(effect)), reducesFull: reduces(helarseffektTkr ?? 0) };
}

/** A fault of the core is a cell that we cannot tell: the sheet's formula has its own word for it. */
function figureOf(result: ReturnType<typeof planEffect>): number | undefined {
  return typeof result === 'number' ? result : undefined;
}

const numberOf = (result: Result | undefined): number => (typeof result === 'number' ? result : 0);

function groupResults(group: PlanGroup, figures: GroupFigures): readonly (readonly [string, RowResults])[] {
  const proposed = figures.measures.filter(({ measure }) => measure?.status === 'Förslag');
  return [
    ['avvikelse', new Map([[C.effectYear, figures.avvikelse]])],
    ['krav', new Map([[C.effectYear, figures.requirement], [C.helarseffekt, figures.requirement]])],
    ...group.lines.map(({ key }, index) => [key, measureResults(figures.measures[index])] as const),
    ['räknas', new Map([[C.effectYear, figures.effectYear], [C.helarseffekt, figures.helarseffekt], [C.realised, figures.realised]])],
    ['förslag', new Map([[C.effectYear, sum(proposed.map(({ effect }) => numberOf(effect)))], [C.helarseffekt, sum(proposed.map(({ measure }) => measure?.helarseffektTkr ?? 0))]])],
    ['kvar', new Map([[C.effectYear, figures.toFindYear], [C.helarseffekt, figures.toFindFull]])],
  ];
}

function measureResults(figures: MeasureFigures | undefined): RowResults {
  if (figures === undefined) return new Map();
  const { measure, effect, nextYear, reducesYear, reducesFull } = figures;
  const probability = measure?.probability ?? null;
  return new Map<number, Result | undefined>([
    [C.effectYear, effect],
    [C.helarseffekt, measure?.helarseffektTkr ?? undefined],
    [C.realised, measure?.realisedTkr ?? undefined],
    [C.enteredEffect, measure?.enteredEffectTkr ?? undefined],
    [C.riskAdjusted, effect === undefined ? undefined : typeof effect === 'number' && probability !== null ? riskAdjusted(effect, probability) : ''],
    [C.netEffect, effect === undefined ? undefined : typeof effect === 'number' ? netEffect(effect, measure?.oneOffCostTkr ?? 0) : ''],
    [C.nextYear, nextYear],
    [C.reducesYear, reducesYear],
    [C.reducesFull, reducesFull],
  ]);
}

function summaryResults(figures: GroupFigures): RowResults {
  return new Map<number, Result>([
    [S.covered, covered(figures.requirement, figures.toFindYear)],
    [S.avvikelse, figures.avvikelse],
    [S.requirement, figures.requirement],
    [S.effectYear, figures.effectYear],
    [S.helarseffekt, figures.helarseffekt],
    [S.realised, figures.realised],
    [S.toFindYear, figures.toFindYear],
    [S.toFindFull, figures.toFindFull],
  ]);
}

function totalResults(groups: readonly GroupFigures[]): RowResults {
  const total = (of: (figures: GroupFigures) => Result): number => sum(groups.map((figures) => numberOf(of(figures))));
  const requirement = total((figures) => figures.requirement);
  const toFindYear = total((figures) => figures.toFindYear);
  return new Map<number, Result>([
    [S.covered, covered(requirement, toFindYear)],
    [S.avvikelse, groups.some(({ avvikelse }) => typeof avvikelse === 'number') ? total((figures) => figures.avvikelse) : '–'],
    [S.requirement, requirement],
    [S.effectYear, total((figures) => figures.effectYear)],
    [S.helarseffekt, total((figures) => figures.helarseffekt)],
    [S.realised, total((figures) => figures.realised)],
    [S.toFindYear, toFindYear],
    [S.toFindFull, total((figures) => figures.toFindFull)],
  ]);
}

const covered = (requirement: number, left: number): Result => (requirement === 0 ? '–' : 1 - left / requirement);
