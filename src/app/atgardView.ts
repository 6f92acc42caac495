import { monthlyEffects } from '../core/arseffekt';
import { isCounting } from '../core/measureStatus';
import { delayCost, planEffect, riskAdjusted, type Measure } from '../core/measure';
import { dayOfSerial, monthIndex, monthIndexOfSerial, monthOf, monthOfSerial, type Month } from '../core/month';
import { reducingEffect, requirementFromForecast, toFind, totalToFind, type CountingEffect, type RequirementKind } from '../core/toFind';
import { COMMON_VERKSAMHET, type PlanInput, type PlanMeasure, type RepeatedMeasure } from '../workbook/plan';
import { repeatedNow } from '../workbook/read/repeatedMeasures';
import { startInText } from '../workbook/read/startInText';
import { layOutPlan, type PlanGroup } from '../workbook/write/planLayout';

/** A measure of the plan with what it gives; amounts in tkr, null where nothing tells. */
export interface AtgardRow {
  readonly measure: PlanMeasure;
  readonly startMonth: Month | null;
  readonly effectYear: number | null;
  readonly fullYear: number | null;
  readonly isCounting: boolean;
  /** The figure printed in the source, where it is not what the start month gives. */
  readonly printedEffect: number | null;
  /** Another start month that the text speaks of, and what that would give. */
  readonly textMonth: { readonly month: Month; readonly effect: number } | null;
}

/** From requirement to what is left to find, for one verksamhet; tkr. */
export interface AtgardGroup {
  readonly key: string;
  readonly verksamhet: string;
  readonly requirement: number | null;
  readonly requirementKind: RequirementKind;
  readonly rows: readonly AtgardRow[];
  readonly countedYear: number;
  readonly countedFull: number;
  readonly realised: number;
  /** Effects that the forecast holds already, of a requirement that follows from the forecast. */
  readonly inForecast: number;
  readonly toFindYear: number | null;
  readonly toFindFull: number | null;
  readonly sumYear: number;
  readonly sumFull: number;
}

export interface AtgardView {
  readonly year: number;
  readonly groups: readonly AtgardGroup[];
  readonly hasRequirement: boolean;
  readonly requirement: number;
  readonly counted: number;
  readonly realised: number;
  readonly toFind: number;
  readonly toFindWithoutOverCoverage: number;
  /** Measures that two tables of the workbook list. */
  readonly repeated: readonly RepeatedMeasure[];
}

/** The whole plan: a group for each verksamhet, and the board's total. */
export function atgardView(plan: PlanInput): AtgardView {
  const groups = layOutPlan(plan).groups.map((group) => atgardGroup(group, plan));
  const short = groups.map((group) => group.toFindYear ?? -group.countedYear);
  const total = totalToFind(short);
  const sum = (of: (group: AtgardGroup) => number): number => groups.reduce((all, group) => all + of(group), 0);
  return {
    year: plan.year, groups, hasRequirement: groups.some((group) => group.requirement !== null),
    requirement: sum((group) => group.requirement ?? 0), counted: sum((group) => (group.requirement ?? 0) - (group.toFindYear ?? -group.countedYear)),
    realised: sum((group) => group.realised), toFind: total.total, toFindWithoutOverCoverage: total.withoutOverCoverage,
    repeated: repeatedNow(plan),
  };
}

/** The verksamhet to look at first: the one with the largest requirement, else the first that has measures. */
export function firstGroup(groups: readonly AtgardGroup[]): AtgardGroup | undefined {
  const requiring = groups.filter((group) => (group.requirement ?? 0) > 0);
  const largest = requiring.reduce<AtgardGroup | undefined>((best, group) => (best === undefined || (group.requirement ?? 0) > (best.requirement ?? 0) ? group : best), undefined);
  return largest ?? groups.find((group) => group.rows.length > 0) ?? groups[0];
}

function atgardGroup(group: PlanGroup, plan: PlanInput): AtgardGroup {
  const rows = group.lines.flatMap((line) => (line.measure === null ? [] : [atgardRow(line.measure, plan.year)]));
  const counting = rows.filter((row) => row.isCounting);
  const kind: RequirementKind = group.requirement?.amountTkr == null ? 'from-forecast' : 'budgeted';
  const requirement = group.requirement?.amountTkr ?? (group.forecast === null ? null : requirementFromForecast(group.forecast.avvikelseTkr));
  const effects = (amount: (row: AtgardRow) => number | null): readonly CountingEffect[] =>
    counting.map((row) => ({ effect: amount(row) ?? 0, realised: row.measure.realisedTkr, isInForecast: row.measure.inForecast }));
  const inYear = effects((row) => row.effectYear);
  const inFull = effects((row) => row.fullYear);
  const total = (list: readonly CountingEffect[]): number => list.reduce((all, one) => all + one.effect, 0);
  const reducing = inYear.reduce((all, one) => all + reducingEffect(one, kind), 0);
  return {
    key: group.key, verksamhet: group.verksamhet, requirement, requirementKind: kind, rows,
    countedYear: total(inYear), countedFull: total(inFull), inForecast: total(inYear) - reducing,
    realised: counting.reduce((all, row) => all + (row.measure.realisedTkr ?? 0), 0),
    toFindYear: requirement === null ? null : toFind(requirement, inYear, kind),
    toFindFull: requirement === null ? null : toFind(requirement, inFull, kind),
    sumYear: rows.reduce((all, row) => all + (row.effectYear ?? 0), 0),
    sumFull: rows.reduce((all, row) => all + (row.fullYear ?? 0), 0),
  };
}

function atgardRow(measure: PlanMeasure, year: number): AtgardRow {
  const computed = measureEffect(measure, year);
  const entered = measure.enteredEffectTkr;
  return {
    measure, startMonth: measure.start === null ? null : monthOfSerial(measure.start), effectYear: computed ?? entered, fullYear: measure.helarseffektTkr, isCounting: isCounting(measure.status),
    printedEffect: computed !== null && entered !== null && Math.abs(computed - entered) > 0.5 + Math.abs(entered) * 1e-6 ? entered : null,
    textMonth: textMonth(measure, year),
  };
}

/** The effect in the plan's year; null without a start or a helårseffekt, and where the end is before the start. */
function measureEffect(measure: PlanMeasure, year: number): number | null {
  const core = coreMeasure(measure);
  const effect = core === null ? null : planEffect(core, year);
  return typeof effect === 'number' ? effect : null;
}

function coreMeasure(measure: PlanMeasure): Measure | null {
  if (measure.start === null || measure.helarseffektTkr === null) return null;
  return { helarseffekt: measure.helarseffektTkr, start: measure.start, end: measure.end, ramp: measure.rampMonths, isOutsideBudgetFrame: measure.outsideBudgetFrame };
}

/** What the form shows while it is filled in; tkr. */
export interface MeasurePicture {
  /** January to December of the plan's year. */
  readonly months: readonly number[];
  readonly perMonth: number;
  readonly effectYear: number;
  readonly effectNextYear: number;
  readonly riskAdjusted: number | null;
  readonly delay: number | null;
  readonly textMonth: { readonly month: Month; readonly effect: number } | null;
}

/** The twelve months of a measure and what follows from it; null until start and helårseffekt are given and the end is not before the start. */
export function measurePicture(measure: PlanMeasure, year: number): MeasurePicture | null {
  const core = coreMeasure(measure);
  if (core === null || measure.start === null) return null;
  const months = monthlyEffects(core.helarseffekt, core.start, year * 12, 12, core.end ?? Infinity, core.ramp ?? 1);
  const next = monthlyEffects(core.helarseffekt, core.start, year * 12 + 12, 12, core.end ?? Infinity, core.ramp ?? 1);
  const effectYear = planEffect(core, year);
  if (typeof months === 'string' || typeof next === 'string' || typeof effectYear !== 'number') return null;
  const delay = delayCost(core, year);
  return {
    months: [...months], perMonth: core.helarseffekt / 12, effectYear, effectNextYear: [...next].reduce((sum, one) => sum + one, 0),
    riskAdjusted: measure.probability === null ? null : riskAdjusted(effectYear, measure.probability),
    delay: typeof delay === 'number' && delay > 0 && dayOfSerial(measure.start).year >= year ? delay : null,
    textMonth: textMonth(measure, year),
  };
}

/** The start month that the description names, where it is not the measure's own. */
function textMonth(measure: PlanMeasure, year: number): AtgardRow['textMonth'] {
  if (measure.start === null) return null;
  const named = startInText(`${measure.name}. ${measure.description}`, dayOfSerial(measure.start).year);
  if (named === null || monthOf(named.year, named.month) === monthOfSerial(measure.start)) return null;
  const effect = measureEffect({ ...measure, start: named.serial }, year);
  return effect === null ? null : { month: monthOf(named.year, named.month), effect };
}

/** Months to offer for start and end: from January before last year to December after next, and the ones already chosen. */
export function monthChoices(year: number, chosen: readonly (number | null)[]): readonly Month[] {
  const indexes = new Set(Array.from({ length: 48 }, (_, index) => (year - 2) * 12 + index));
  for (const serial of chosen) if (serial !== null) indexes.add(monthIndexOfSerial(serial));
  return [...indexes].sort((a, b) => a - b).map((index) => monthOf(Math.floor(index / 12), (index % 12) + 1)).filter((month) => monthIndex(month) >= 0);
}

/** The verksamheter that a measure can belong to, "Gemensamt för nämnden" last. */
export function verksamheter(plan: PlanInput): readonly string[] {
  const names = layOutPlan(plan).groups.map((group) => group.verksamhet).filter((name) => name !== COMMON_VERKSAMHET);
  return [...new Set(names), COMMON_VERKSAMHET];
}

/** A measure with nothing said yet. */
export function emptyMeasure(verksamhet: string | null): PlanMeasure {
  return {
    key: '', name: '', description: '', verksamhet, responsible: '', start: null, end: null, rampMonths: null, helarseffektTkr: null, enteredEffectTkr: null, realisedTkr: null,
    probability: null, oneOffCostTkr: null, status: null, followUp: '', consequence: '', inForecast: false, outsideBudgetFrame: false,
  };
}
