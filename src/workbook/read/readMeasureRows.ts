import { planEffect } from '../../core/measure';
import { measureStatus } from '../../core/measureStatus';
import { parseArea } from '../address';
import { figurePlace } from '../figurePlace';
import { cellKey } from '../grid';
import type { PlanMeasure } from '../plan';
import type { ReportRow } from '../report';
import { continuationText, unplacedTexts } from './measureTexts';
import { amountOf, dayOf, isYes, shareOf, textOf, tkrOf, type PlanTable } from './planTable';
import { startInText } from './startInText';
import { verksamhetKey } from './verksamhetName';

/**
 * The measures of one table, whatever its shape: effects this year and in full, decided savings, or estimated effects. A saving without
 * further figures counts as the year's and the full year's effect alike.
 * @param owner the verksamhet that the heading above the table names; a column for it comes first
 * @param year the plan's year, for months without one
 */
export function readMeasureRows(plan: PlanTable, owner: string | null, year: number): readonly PlanMeasure[] {
  const ownerField = (['area', 'activity', 'responsibility'] as const).find((field) => plan.columnOf(field) !== undefined);
  const nameField = plan.columnOf('measure') === undefined ? 'label' : 'measure';
  const measures: PlanMeasure[] = [];
  let current = owner;
  for (const row of plan.table.rows) {
    if (row.kind === 'section') {
      current = row.label || owner;
      continue;
    }
    const named = ownerField === undefined ? '' : textOf(plan, row, ownerField);
    if (named !== '') current = named;
    const name = textOf(plan, row, nameField) || row.label;
    const last = measures.at(-1);
    if (row.kind === 'item' && name === '' && named === '' && last !== undefined) measures.splice(-1, 1, withContinuation(plan, row, last));
    if (row.kind !== 'item' || name === '') continue;
    measures.push(readMeasure(plan, row, name, current, year));
  }
  return measures;
}

function readMeasure(plan: PlanTable, row: ReportRow, name: string, verksamhet: string | null, year: number): PlanMeasure {
  const saving = amountOf(plan, row, 'savingPlanned');
  const effectYear = amountOf(plan, row, 'effectYear') ?? saving;
  const helarseffekt = amountOf(plan, row, 'effectFullYear') ?? saving;
  const realised = amountOf(plan, row, 'realised') ?? amountOf(plan, row, 'savingRealised');
  const statusText = textOf(plan, row, 'status');
  const status = measureStatus(statusText);
  const ramp = amountOf(plan, row, 'ramp')?.value;
  const start = dayOf(plan, row, 'start', year);
  const told = start === null && plan.columnOf('start') === undefined ? fittingStart(plan, row, name, year, tkrOf(helarseffekt), tkrOf(effectYear)) : null;
  return {
    key: `${verksamhet === null ? '' : verksamhetKey(verksamhet)} | ${name.toLowerCase()}`,
    name,
    description: textOf(plan, row, 'description'),
    verksamhet,
    responsible: textOf(plan, row, 'responsible'),
    start: start ?? told,
    ...(told === null ? {} : { isStartFromText: true as const }),
    end: dayOf(plan, row, 'end', year, true),
    rampMonths: typeof ramp === 'number' && Number.isInteger(ramp) && ramp >= 0 ? ramp : null,
    helarseffektTkr: tkrOf(helarseffekt),
    enteredEffectTkr: tkrOf(effectYear),
    realisedTkr: tkrOf(realised),
    probability: shareOf(plan, row, 'probability'),
    oneOffCostTkr: tkrOf(amountOf(plan, row, 'oneOffCost')),
    status,
    followUp: lines(status === null ? statusText : '', textOf(plan, row, 'followUp'), textOf(plan, row, 'comment'), ...unplacedTexts(plan, row, year), ...notesOf(plan, row)),
    consequence: textOf(plan, row, 'consequence'),
    inForecast: isYes(plan, row, 'inForecast'),
    outsideBudgetFrame: false,
    source: {
      sheet: plan.table.sheet,
      row: sheetRow(plan, row),
      ...(effectYear === null ? {} : { effectYear }),
      ...(helarseffekt === null ? {} : { helarseffekt }),
      ...(realised === null ? {} : { realised }),
    },
  };
}

/** What has been said of the measure in comments and notes on its row, with who said it. */
function notesOf(plan: PlanTable, row: ReportRow): readonly string[] {
  const area = parseArea(plan.table.range);
  if (area === null || plan.grid.notes === undefined) return [];
  const at = sheetRow(plan, row) - 1;
  return Array.from({ length: area.right - area.left + 1 }, (_, offset) => plan.grid.notes?.get(cellKey(at, area.left + offset)) ?? [])
    .flat()
    .map(({ author, text }) => `Kommentar${author === '' ? '' : ` av ${author}`}: ${text.trim()}`);
}

/** The 1-based sheet row where a measure is named. */
function sheetRow(plan: PlanTable, row: ReportRow): number {
  const name = plan.columnOf('measure') ?? plan.columnOf('label');
  return name === undefined ? row.row : figurePlace(plan.table, row.row, name.column).row + 1;
}

/** What stands below a measure belongs to it: its indicators go to the follow-up, effects that it has not told itself are its own. */
function withContinuation(plan: PlanTable, row: ReportRow, measure: PlanMeasure): PlanMeasure {
  const effectYear = measure.enteredEffectTkr === null ? amountOf(plan, row, 'effectYear') : null;
  const helarseffekt = measure.helarseffektTkr === null ? amountOf(plan, row, 'effectFullYear') : null;
  return {
    ...measure,
    followUp: lines(measure.followUp, continuationText(plan, row), ...notesOf(plan, row)),
    enteredEffectTkr: measure.enteredEffectTkr ?? tkrOf(effectYear),
    helarseffektTkr: measure.helarseffektTkr ?? tkrOf(helarseffekt),
    ...(measure.source === undefined
      ? {}
      : { source: { ...measure.source, ...(effectYear === null ? {} : { effectYear }), ...(helarseffekt === null ? {} : { helarseffekt }) } }),
  };
}

const lines = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

/** Half a tkr: what rounding to whole tkr may hide. */
const ROOM_TKR = 0.5;

/**
 * The start that the description tells, taken only where the printed effect of the year follows from it: two witnesses, not a guess.
 * A text that contradicts the effect is a finding, and the start is left open.
 */
function fittingStart(plan: PlanTable, row: ReportRow, name: string, year: number, helarseffekt: number | null, effect: number | null): number | null {
  if (helarseffekt === null || effect === null || helarseffekt === 0) return null;
  const told = startInText(`${name}. ${textOf(plan, row, 'description')}`, year);
  if (told === null) return null;
  const expected = planEffect({ helarseffekt, start: told.serial }, year);
  return typeof expected === 'number' && Math.abs(expected - effect) <= ROOM_TKR ? told.serial : null;
}
