import { measureStatus } from '../core/measureStatus';
import type { WorkbookGrid } from '../workbook/grid';
import type { PlanInput, PlanMeasure } from '../workbook/plan';
import { readPlan } from '../workbook/read/readPlan';
import { adoptPlanRows } from '../workbook/write/adoptPlanRows';
import { ownSheetKind, readOwnSheet, type OwnSheetReading } from '../workbook/write/ownSheet';
import { addOwnMeasures, mergeOwnChanges } from '../workbook/write/readOwnPlan';
import { verksamhetKey } from '../workbook/read/verksamhetName';
import type { AppPorts, Reading } from './session';
import { SETTING } from './settingKeys';

/** What the pane changed in the plan that the workbook holds. */
export interface PlanEdits {
  /** Changed measures by the key they had in the sheet; added ones under their own. */
  readonly changed: Readonly<Record<string, PlanMeasure>>;
  /** Order of the added ones. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const NO_EDITS: PlanEdits = { changed: {}, added: [], removed: [] };

/**
 * The plan that the workbook holds, with what was changed in the pane.
 * @returns measures of the sheet in their order, then those added
 */
export async function readCurrentPlan(ports: Pick<AppPorts, 'settings' | 'now'>, reading: Reading): Promise<PlanInput> {
  const used = reading.report.tables.filter((_table, index) => reading.statuses[index]?.state !== 'unused');
  const plan = readPlan(reading.grid, used, ports.now().getFullYear());
  const edits = await readEdits(ports);
  const own = ownPlanSheet(reading.grid);
  if (own === null) return applyPlanEdits(plan, edits);
  return mergeOwnChanges(applyPlanEdits(addOwnMeasures(plan, own), edits), own);
}

/** Our own Åtgärdsplan as it stands, with the rows that the user has added to it. */
function ownPlanSheet(grid: WorkbookGrid): OwnSheetReading | null {
  const sheet = grid.sheets.find((one) => ownSheetKind(one) === 'atgardsplan');
  const own = sheet === undefined ? null : readOwnSheet(sheet);
  return own === null ? null : adoptPlanRows(own);
}

/** Works the edits into a plan: a changed measure keeps its place, a removed one is left out, an added one stands last. */
export function applyPlanEdits(plan: PlanInput, edits: PlanEdits): PlanInput {
  const retired = new Set([...(plan.retiredKeys ?? []), ...edits.removed]);
  const measures = plan.measures.map((measure) => edits.changed[measure.key] ?? measure);
  const added = edits.added.flatMap((key) => edits.changed[key] ?? []);
  return {
    ...plan,
    measures: [...measures, ...added].filter((measure) => !retired.has(measure.key)),
    ...(retired.size === 0 ? {} : { retiredKeys: [...retired] }),
  };
}

/**
 * Keeps a measure. A changed figure no longer refers to the cell it was read from, so that the sheet shows what the user wrote.
 * @param replaces the key that the measure had in the plan; null adds it
 */
export async function saveMeasure(ports: Pick<AppPorts, 'settings' | 'now'>, reading: Reading, measure: PlanMeasure, replaces: string | null): Promise<PlanInput> {
  const edits = await readEdits(ports);
  const plan = await readCurrentPlan(ports, reading);
  const before = plan.measures.find((one) => one.key === replaces);
  if (before === undefined) {
    const key = freeKey(measure, plan);
    await writeEdits(ports, { ...edits, changed: { ...edits.changed, [key]: { ...measure, key } }, added: [...edits.added, key] });
  } else {
    const { toldElsewhere: _told, ...kept } = withoutOldSources(measure, before);
    await writeEdits(ports, { ...edits, changed: { ...edits.changed, [before.key]: { ...kept, key: before.key } } });
  }
  return readCurrentPlan(ports, reading);
}

/** Takes a measure out of the plan. The user's own sheet is not touched. */
export async function removeMeasure(ports: Pick<AppPorts, 'settings' | 'now'>, reading: Reading, key: string): Promise<PlanInput> {
  const edits = await readEdits(ports);
  const isAdded = edits.added.includes(key);
  await writeEdits(ports, {
    changed: Object.fromEntries(Object.entries(edits.changed).filter(([one]) => one !== key)),
    added: edits.added.filter((one) => one !== key),
    removed: isAdded ? edits.removed : [...edits.removed, key],
  });
  return readCurrentPlan(ports, reading);
}

function withoutOldSources(measure: PlanMeasure, before: PlanMeasure): PlanMeasure {
  const { source } = before;
  if (source === undefined) return measure;
  const { effectYear, helarseffekt, realised, ...place } = source;
  return {
    ...measure,
    source: {
      ...place,
      ...(effectYear !== undefined && measure.enteredEffectTkr === before.enteredEffectTkr ? { effectYear } : {}),
      ...(helarseffekt !== undefined && measure.helarseffektTkr === before.helarseffektTkr ? { helarseffekt } : {}),
      ...(realised !== undefined && measure.realisedTkr === before.realisedTkr ? { realised } : {}),
    },
  };
}

function freeKey(measure: PlanMeasure, plan: PlanInput): string {
  const base = `${measure.verksamhet === null ? '' : verksamhetKey(measure.verksamhet)} | ${measure.name.trim().toLowerCase()}`;
  const taken = new Set([...plan.measures.map((one) => one.key), ...(plan.retiredKeys ?? [])]);
  for (let count = 2; taken.has(base); count += 1) {
    if (!taken.has(`${base} #${count}`)) return `${base} #${count}`;
  }
  return base;
}

async function readEdits(ports: Pick<AppPorts, 'settings'>): Promise<PlanEdits> {
  const stored = await ports.settings.read(SETTING.plan);
  return isPlanEdits(stored) ? stored : NO_EDITS;
}

async function writeEdits(ports: Pick<AppPorts, 'settings'>, edits: PlanEdits): Promise<void> {
  await ports.settings.write(new Map([[SETTING.plan, edits]]));
}

/** Another version of the add-in, or a hand, may have written what is stored. */
function isPlanEdits(value: unknown): value is PlanEdits {
  if (typeof value !== 'object' || value === null || !('changed' in value) || !('added' in value) || !('removed' in value)) return false;
  const { changed, added, removed } = value;
  return typeof changed === 'object' && changed !== null && Object.values(changed).every(isMeasure) && isTexts(added) && isTexts(removed);
}

function isMeasure(value: unknown): value is PlanMeasure {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  const isNumberOrNull = (name: string): boolean => fields[name] === null || typeof fields[name] === 'number';
  return (
    ['key', 'name', 'description', 'responsible', 'followUp', 'consequence'].every((name) => typeof fields[name] === 'string') &&
    ['start', 'end', 'rampMonths', 'helarseffektTkr', 'enteredEffectTkr', 'realisedTkr', 'probability', 'oneOffCostTkr'].every(isNumberOrNull) &&
    ['inForecast', 'outsideBudgetFrame'].every((name) => typeof fields[name] === 'boolean') &&
    (fields.verksamhet === null || typeof fields.verksamhet === 'string') &&
    (fields.status === null || (typeof fields.status === 'string' && measureStatus(fields.status) === fields.status))
  );
}

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
