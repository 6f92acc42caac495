import { formulaAt, valueAt } from '../grid';
import { COMMON_VERKSAMHET, type PlanInput, type PlanMeasure } from '../plan';
import { verksamhetKey } from '../read/verksamhetName';
import { heldPrint } from './keptCell';
import { printAt, shownValue, type OwnRow, type OwnSheetReading } from './ownSheet';
import { parseJson } from './parseJson';
import { PLAN_COLUMN } from './planColumns';
import { PLAN_FIELDS, textIn, type PlanField } from './planFields';
import { GROUP_BLOCK, isLineKey } from './planLayout';
import { printContent } from './rowMark';
import { MEASURES_PROPERTY } from './sheetProperty';

/** Keys of the measures that the sheet was written with, and of those that the user has taken away from it for good. */
interface WrittenMeasures {
  readonly written: readonly string[];
  readonly leftOut: readonly string[];
}

/** What the sheet remembers of its measures, as its property holds it. */
export function measuresProperty(plan: PlanInput): string {
  const memory: WrittenMeasures = { written: plan.measures.map((measure) => measure.key), leftOut: plan.retiredKeys ?? [] };
  return JSON.stringify(memory);
}

/**
 * The plan with what was typed on our own sheet since it was written: filled rows become measures, and a measure whose row the user has
 * deleted is left out. Changes of measures that were there are worked in by `mergeOwnChanges`, when the pane's own changes are known.
 */
export function addOwnMeasures(plan: PlanInput, own: OwnSheetReading): PlanInput {
  const { written, leftOut } = readMemory(own);
  const rows = measureRows(own);
  const present = new Set(rows.map(({ mark }) => mark.key));
  const gone = new Set([...leftOut, ...written.filter((key) => !present.has(key))]);
  const filled = rows.filter((row) => isLineKey(row.mark.key) && !gone.has(row.mark.key) && isFilledIn(own, row)).map((row) => measureOfRow(plan, own, row));
  return {
    ...plan,
    measures: [...plan.measures.filter((measure) => !gone.has(measure.key)), ...filled],
    retiredKeys: [...gone],
    leftOut: plan.measures.filter((measure) => gone.has(measure.key)).map((measure) => measure.name),
  };
}

/**
 * The plan with the cells that the user has changed on our own sheet. Where the pane has changed the same cell too, the plan keeps what
 * the pane says: the sheet keeps its own, and the dry run shows both.
 */
export function mergeOwnChanges(plan: PlanInput, own: OwnSheetReading): PlanInput {
  const rows = new Map(measureRows(own).map((row) => [row.mark.key, row]));
  return {
    ...plan,
    measures: plan.measures.map((measure) => {
      const row = rows.get(measure.key);
      if (row === undefined) return measure;
      const changed = PLAN_FIELDS.reduce((merged, field) => withChange(merged, field, own, row, plan.year), withTypedEffect(measure, own, row));
      return changed === measure ? measure : { ...changed, toldElsewhere: measure };
    }),
  };
}

function measureRows(own: OwnSheetReading): readonly OwnRow[] {
  return own.rows.filter(({ mark }) => mark.kind === 'body' && mark.block.startsWith(GROUP_BLOCK));
}

function withChange(measure: PlanMeasure, field: PlanField, own: OwnSheetReading, row: OwnRow, year: number): PlanMeasure {
  const at = own.columns.get(field.column);
  if (at === undefined) return measure;
  const print = printAt(row.mark, field.column, own.printedCount).content;
  const isSourced = field.source !== undefined && measure.source?.[field.source] !== undefined;
  if (heldPrint(own, row, at) === print || (!isSourced && printContent(field.written(measure), NOWHERE) !== print)) return measure;
  return withoutSource(field.taken(measure, valueAt(own.grid, row.row, at), year), field);
}

const NOWHERE = { row: 0, blockOf: () => '', columnOf: String };

/** A figure that the user has typed no longer refers to the cell it was read from. */
function withoutSource(measure: PlanMeasure, field: PlanField): PlanMeasure {
  if (field.source === undefined || measure.source === undefined) return measure;
  const { [field.source]: _replaced, ...source } = measure.source;
  return { ...measure, source };
}

/** An effect typed over the formula, where nothing can be computed, is the figure that the user knows. */
function withTypedEffect(measure: PlanMeasure, own: OwnSheetReading, { row }: OwnRow): PlanMeasure {
  const at = own.columns.get(PLAN_COLUMN.effectYear);
  const value = at === undefined || formulaAt(own.grid, row, at) !== null ? null : valueAt(own.grid, row, at);
  return typeof value === 'number' ? { ...measure, enteredEffectTkr: value } : measure;
}

function isFilledIn(own: OwnSheetReading, { row }: OwnRow): boolean {
  return [...PLAN_FIELDS.map((field) => field.column), PLAN_COLUMN.effectYear].some((column) => {
    const at = own.columns.get(column);
    return at !== undefined && formulaAt(own.grid, row, at) === null && shownValue(own.grid, row, at) !== null;
  });
}

const NAMELESS = 'Åtgärd utan namn';

function measureOfRow(plan: PlanInput, own: OwnSheetReading, row: OwnRow): PlanMeasure {
  const blank: PlanMeasure = {
    key: row.mark.key, name: '', description: '', verksamhet: ownerOf(plan, own, row), responsible: '', start: null, end: null, rampMonths: null,
    helarseffektTkr: null, enteredEffectTkr: null, realisedTkr: null, probability: null, oneOffCostTkr: null, status: null, followUp: '', consequence: '',
    inForecast: false, outsideBudgetFrame: false,
  };
  const read = PLAN_FIELDS.reduce((measure, field) => {
    const at = own.columns.get(field.column);
    return at === undefined ? measure : field.taken(measure, valueAt(own.grid, row.row, at), plan.year);
  }, blank);
  return withTypedEffect(read.name.trim() === '' ? { ...read, name: NAMELESS } : read, own, row);
}

/** The verksamhet whose block the row was written in, by the name that the block's heading gives it. */
function ownerOf(plan: PlanInput, own: OwnSheetReading, row: OwnRow): string | null {
  const key = row.mark.block.slice(GROUP_BLOCK.length);
  if (key === verksamhetKey(COMMON_VERKSAMHET)) return null;
  const known = [...plan.requirements, ...plan.forecasts, ...plan.measures].find(({ verksamhet }) => verksamhet !== null && verksamhetKey(verksamhet) === key);
  if (known?.verksamhet != null) return known.verksamhet;
  const heading = own.rows.find(({ mark }) => mark.block === row.mark.block && mark.key === 'rubrik');
  const at = own.columns.get(PLAN_COLUMN.number);
  return (heading === undefined || at === undefined ? '' : textIn(valueAt(own.grid, heading.row, at))) || key;
}

function readMemory(own: OwnSheetReading): WrittenMeasures {
  const memory = parseJson(own.grid.properties.get(MEASURES_PROPERTY) ?? '');
  const keys = (name: keyof WrittenMeasures): readonly string[] => {
    const list: unknown = typeof memory === 'object' && memory !== null ? (memory as Readonly<Record<string, unknown>>)[name] : null;
    return Array.isArray(list) ? list.filter((key) => typeof key === 'string') : [];
  };
  return { written: keys('written'), leftOut: keys('leftOut') };
}
