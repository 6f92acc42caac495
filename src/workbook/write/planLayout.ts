import { verksamhetKey } from '../read/verksamhetName';
import { planNotes } from './planNotes';
import { hashNumber } from './rowMark';
import { COMMON_VERKSAMHET, type PlanForecast, type PlanInput, type PlanMeasure, type PlanRequirement } from '../plan';

/** A row of the plan for a measure; `measure` is null on a row that is there to be filled in. */
export interface PlanLine {
  readonly key: string;
  /** Names the measure on both plan sheets, for formulas to look up. */
  readonly id: number;
  readonly measure: PlanMeasure | null;
  readonly verksamhet: string;
  /** 0-based row of the draft of Åtgärdsplan. */
  readonly planRow: number;
  /** 0-based row of the draft of Effekt per månad. */
  readonly effectRow: number;
}

/** A verksamhet of the plan: its requirement and its measures, one block of the sheet. */
export interface PlanGroup {
  readonly key: string;
  readonly verksamhet: string;
  readonly requirement: PlanRequirement | null;
  readonly forecast: PlanForecast | null;
  /** 0-based row of its line in the summary. */
  readonly summaryRow: number;
  /** 0-based rows of the block. */
  readonly titleRow: number;
  readonly forecastRow: number;
  readonly requirementRow: number;
  readonly headRow: number;
  readonly lines: readonly PlanLine[];
  readonly countedRow: number;
  readonly proposedRow: number;
  readonly toFindRow: number;
}

/** Where everything stands on the two plan sheets, so that each can refer to the other. */
export interface PlanLayout {
  readonly groups: readonly PlanGroup[];
  readonly totalRow: number;
  /** What the reader must know about the figures, a line each below the summary. */
  readonly notes: readonly string[];
  /** Lines of Effekt per månad, top to bottom: those that can be computed, those that lack something, those to be filled in. */
  readonly computed: readonly PlanLine[];
  readonly lacking: readonly PlanLine[];
  readonly empty: readonly PlanLine[];
  /** 0-based first and last row of the draft of Effekt per månad with a line, and the same on Åtgärdsplan. */
  readonly effectRows: readonly [number, number];
  readonly planRows: readonly [number, number];
}

/** What the name of a verksamhet's block begins with; its key follows. */
export const GROUP_BLOCK = 'verksamhet ';
/** Rows 1–5 of every sheet: title lines and air. */
const HEAD_ROWS = 5;
const SUMMARY_HEAD_ROWS = 2;
/** The total and the total without over-coverage; the notes follow. */
const SUMMARY_FOOT_ROWS = 2;
/** Air, title, forecast, requirement, heading. */
const GROUP_HEAD_ROWS = 5;
/** Counted, proposed, to find. */
const GROUP_FOOT_ROWS = 3;
const EMPTY_LINES_ALONE = 2;
const EMPTY_LINES_AFTER_MEASURES = 1;
/** Title lines, the row of years, the row of headings. */
const EFFECT_FIRST_ROW = HEAD_ROWS + 2;

/**
 * Lays out the plan: a block for every verksamhet with a requirement, a deficit or measures. The order is that of the requirements, then
 * of the table of deviations, then of the measures; what belongs to no verksamhet comes last.
 */
export function layOutPlan(plan: PlanInput): PlanLayout {
  const owners = planOwners(plan);
  const byOwner = new Map<string, PlanMeasure[]>();
  for (const measure of plan.measures) {
    const key = verksamhetKey(measure.verksamhet ?? COMMON_VERKSAMHET);
    byOwner.set(key, [...(byOwner.get(key) ?? []), measure]);
  }
  const taken = new Set([...plan.measures.map((measure) => measure.key), ...(plan.retiredKeys ?? [])]);
  const slots = owners.map((owner) => {
    const measures = byOwner.get(owner.key) ?? [];
    const emptyCount = measures.length === 0 ? EMPTY_LINES_ALONE : EMPTY_LINES_AFTER_MEASURES;
    const lines = [
      ...measures.map((measure) => ({ key: measure.key, measure })),
      ...emptyKeys(owner.key, emptyCount, taken).map((key) => ({ key, measure: null })),
    ];
    return { owner, lines };
  });
  const all = slots.flatMap((slot) => slot.lines);
  const computed = all.filter((line) => line.measure !== null && canCompute(line.measure));
  const lacking = all.filter((line) => line.measure !== null && !canCompute(line.measure));
  const empty = all.filter((line) => line.measure === null);
  const effectRows = effectRowsOf(computed, lacking, empty);
  const ids = lineIds(all.map((line) => line.key));

  const notes = planNotes(plan, slots.map(({ owner, lines }) => ({ ...owner, measures: lines.flatMap((line) => line.measure ?? []) })));
  let top = HEAD_ROWS + SUMMARY_HEAD_ROWS + owners.length + SUMMARY_FOOT_ROWS + notes.length;
  const groups = slots.map(({ owner, lines }, index): PlanGroup => {
    const titleRow = top + 1;
    const firstLine = top + GROUP_HEAD_ROWS;
    const afterLines = firstLine + lines.length;
    top = afterLines + GROUP_FOOT_ROWS;
    return {
      ...owner,
      summaryRow: HEAD_ROWS + SUMMARY_HEAD_ROWS + index,
      titleRow,
      forecastRow: titleRow + 1,
      requirementRow: titleRow + 2,
      headRow: titleRow + 3,
      lines: lines.map((line, place) => ({ ...line, id: ids.get(line.key) ?? 0, verksamhet: owner.verksamhet, planRow: firstLine + place, effectRow: effectRows.get(line) ?? EFFECT_FIRST_ROW })),
      countedRow: afterLines,
      proposedRow: afterLines + 1,
      toFindRow: afterLines + 2,
    };
  });
  const placed = new Map(groups.flatMap((group) => group.lines.map((line) => [line.key, line] as const)));
  const place = (lines: readonly { readonly key: string }[]): readonly PlanLine[] => lines.flatMap((line) => placed.get(line.key) ?? []);
  const lines = groups.flatMap((group) => group.lines);
  return {
    groups,
    notes,
    totalRow: HEAD_ROWS + SUMMARY_HEAD_ROWS + owners.length,
    computed: place(computed),
    lacking: place(lacking),
    empty: place(empty),
    effectRows: span(lines.map((line) => line.effectRow)),
    planRows: span(lines.map((line) => line.planRow)),
  };
}

const span = (rows: readonly number[]): readonly [number, number] => rows.reduce<readonly [number, number]>(([first, last], row) => [Math.min(first, row), Math.max(last, row)], [Infinity, 0]);

/** A number for each key, the same in every writing; where two keys would share one, the later gets the next that is free. */
function lineIds(keys: readonly string[]): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  const taken = new Set<number>();
  for (const key of keys) {
    let id = hashNumber(key);
    while (taken.has(id)) id += 1;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}

const canCompute = (measure: PlanMeasure): boolean => measure.start !== null && measure.helarseffektTkr !== null;

/** Each part of the sheet after the first has a heading row of its own. */
function effectRowsOf<Line>(computed: readonly Line[], lacking: readonly Line[], empty: readonly Line[]): ReadonlyMap<Line, number> {
  const rows = new Map<Line, number>();
  let row = EFFECT_FIRST_ROW;
  for (const [index, part] of [computed, lacking, empty].entries()) {
    if (index > 0 && part.length > 0) row += 1;
    for (const line of part) rows.set(line, row++);
  }
  return rows;
}

/**
 * The key of a row to fill in: what the user writes there becomes a measure of that key, so a key that has been used is not given again.
 * The plus keeps them apart from the keys of measures that were read elsewhere.
 */
export function freeLineKey(owner: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const key = `+${owner} ${number}`;
    if (!taken.has(key)) return key;
  }
}

/** Whether a key was given to a row to fill in: a measure of such a key has no other home than our own sheet. */
export function isLineKey(key: string): boolean {
  return key.startsWith('+');
}

function emptyKeys(owner: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  const keys: string[] = [];
  while (keys.length < count) keys.push(freeLineKey(owner, new Set([...taken, ...keys])));
  return keys;
}

type Owner = Pick<PlanGroup, 'key' | 'verksamhet' | 'requirement' | 'forecast'>;

function planOwners(plan: PlanInput): readonly Owner[] {
  const forecasts = new Map(plan.forecasts.map((forecast) => [verksamhetKey(forecast.verksamhet), forecast]));
  const owners = new Map<string, Owner>();
  const add = (verksamhet: string, requirement: PlanRequirement | null): void => {
    const key = verksamhetKey(verksamhet);
    if (!owners.has(key)) owners.set(key, { key, verksamhet, requirement, forecast: forecasts.get(key) ?? null });
  };
  for (const requirement of plan.requirements) add(requirement.verksamhet, requirement);
  for (const forecast of plan.forecasts) if (forecast.avvikelseTkr < 0) add(forecast.verksamhet, null);
  for (const measure of plan.measures) if (measure.verksamhet !== null) add(measure.verksamhet, null);
  if (owners.size === 0 || plan.measures.some((measure) => measure.verksamhet === null)) add(COMMON_VERKSAMHET, null);
  return [...owners.values()];
}
