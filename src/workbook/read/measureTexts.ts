import { numberFormatAt, type CellValue } from '../grid';
import { figurePlace } from '../figurePlace';
import type { Field, ReportColumn, ReportRow } from '../report';
import { amountOf, cellOf, dayOf, shareOf, type PlanTable } from './planTable';

/** Fields whose text has a place of its own in the plan. */
const PLACED: ReadonlySet<Field> = new Set(['label', 'code', 'area', 'measure', 'description', 'responsible', 'followUp', 'comment', 'consequence', 'status', 'inForecast', 'unit']);
const AMOUNTS: ReadonlySet<Field> = new Set(['effectYear', 'effectFullYear', 'savingPlanned', 'savingRealised', 'realised', 'oneOffCost', 'ramp', 'remaining']);
const DAYS: ReadonlySet<Field> = new Set(['start', 'end']);

/**
 * What a row of measures says in words that no field of the plan takes: an effect that is no number ("X mnkr"), a start that is no day
 * ("ej beslutad"), the date of the decision, an analysis, any other column. Each with its heading, so that it can stand in the follow-up.
 */
export function unplacedTexts(plan: PlanTable, row: ReportRow, year: number): readonly string[] {
  return plan.table.columns.flatMap((column) => {
    const text = said(cellOf(plan, row, column));
    if (text === '' || PLACED.has(column.field) || isTaken(plan, row, column, year)) return [];
    return [heading(column) === '' ? text : `${heading(column)}: ${text}`];
  });
}

function isTaken(plan: PlanTable, row: ReportRow, { field }: ReportColumn, year: number): boolean {
  if (AMOUNTS.has(field)) return amountOf(plan, row, field) !== null;
  if (DAYS.has(field)) return dayOf(plan, row, field, year) !== null;
  return field === 'probability' && shareOf(plan, row, field) !== null;
}

/**
 * A row below a measure that has no name of its own, such as an indicator that the measure is followed by.
 * @example "Utförandegrad: målvärde 70 %, nuläge 64 %, kommentar Går åt rätt håll"
 */
export function continuationText(plan: PlanTable, row: ReportRow): string {
  const [first, ...rest] = plan.table.columns.flatMap((column) => {
    const text = AMOUNTS.has(column.field) ? '' : shown(plan, row, column);
    return text === '' ? [] : [{ column, text }];
  });
  if (first === undefined) return '';
  const details = rest.map(({ column, text }) => `${heading(column).toLowerCase()} ${text}`).join(', ');
  return details === '' ? first.text : `${first.text}: ${details}`;
}

const heading = (column: ReportColumn): string => column.header.replace(/\s+/gu, ' ').trim().replace(/\s*:$/u, '');

/** A text that says something: a lone dash does not. */
function said(value: CellValue): string {
  return typeof value !== 'string' || /^\s*[-–—−]?\s*$/u.test(value) ? '' : value.trim();
}

function shown(plan: PlanTable, row: ReportRow, column: ReportColumn): string {
  const value = cellOf(plan, row, column);
  if (typeof value !== 'number') return said(value);
  const place = figurePlace(plan.table, row.row, column.column);
  const isPercent = numberFormatAt(plan.grid, place.row, place.column).includes('%');
  const number = String(Number((isPercent ? value * 100 : value).toPrecision(12))).replace('.', ',');
  return isPercent ? `${number}\u00a0%` : number;
}
