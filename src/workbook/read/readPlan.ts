import { parseArea } from '../address';
import type { WorkbookGrid } from '../grid';
import type { PlanInput, PlanMeasure, PlanRequirement } from '../plan';
import type { ReportTable } from '../report';
import { planTables, type PlanTable } from './planTable';
import { chooseForecastTable } from './readForecasts';
import { isHandlingsplan, readHandlingsplan } from './readHandlingsplan';
import { readMeasureRows } from './readMeasureRows';
import { joinMeasureTables } from './repeatedMeasures';
import { readAboveMeasures, readRequirementTable } from './readRequirements';
import { titlePeriod } from './titlePeriod';
import { verksamhetKey } from './verksamhetName';

/**
 * Collects the plan that the workbook already holds: measures of every shape, requirements (a table of them, or the row above a table of
 * measures), and the one table of deviations that the other requirements follow from.
 * @param tables the tables to use; those that the user has set aside are left out by the caller
 * @param year the plan's year; without one, the year of the effect columns, else of the compared columns, else of the titles, else `thisYear`
 */
export function readPlan(workbook: WorkbookGrid, tables: readonly ReportTable[], thisYear: number, year: number = planYear(tables.map(stoodUp)) ?? thisYear): PlanInput {
  const choice = chooseForecastTable(planTables(workbook, tables, 'budget'));
  const known = knownVerksamheter(tables.map(stoodUp));
  const told: (readonly PlanMeasure[])[] = [];
  const requirements: PlanRequirement[] = [];
  const measureTables = planTables(workbook, tables, 'measures');
  for (const plan of measureTables.filter((entry) => !isHandlingsplan(entry))) {
    const above = readAboveMeasures(plan, endOfTableAbove(plan, tables));
    const owner = above.heading !== null && (above.requirement !== null || known.has(verksamhetKey(above.heading))) ? above.heading : null;
    told.push(readMeasureRows(plan, owner, year));
    if (owner !== null && above.requirement !== null) {
      const { label, cell } = above.requirement;
      requirements.push({ verksamhet: owner, amountTkr: Number(cell.value) * cell.toTkr, source: cell, label });
    }
  }
  for (const plan of planTables(workbook, tables, 'requirements')) requirements.push(...readRequirementTable(plan));
  const { measures, repeated } = joinMeasureTables(told);
  const forecastYear = choice === null ? undefined : comparedYear(choice.table);
  return {
    year,
    measures: distinctKeys(measures),
    ...(repeated.length === 0 ? {} : { repeated }),
    requirements: firstOfEach(requirements),
    forecasts: choice?.forecasts ?? [],
    forecastBasis: choice?.basis ?? null,
    forecastTable: choice === null ? null : `${choice.table.sheet}!${choice.table.range}`,
    ...(forecastYear === undefined ? {} : { forecastYear }),
    handlingsplan: measureTables.filter(isHandlingsplan).flatMap(readHandlingsplan),
  };
}

/** The year of what a table compares with the budget. */
function comparedYear({ columns, comparisons }: ReportTable): number | undefined {
  const comparison = comparisons?.find(({ basis }) => basis !== 'toDate');
  return columns.find(({ column }) => column === comparison?.compared)?.year;
}

/** A table as its headings read: one that lies on its side is stood up. */
const stoodUp = (table: ReportTable): ReportTable => table.upright ?? table;

function planYear(tables: readonly ReportTable[]): number | null {
  const years = (fields: readonly string[]): readonly number[] =>
    tables.flatMap((table) => table.columns.flatMap((column) => (column.year !== undefined && fields.includes(column.field) ? [column.year] : [])));
  const effects = years(['effectYear', 'requirement']);
  const compared = years(['forecast', 'actual', 'actualToDate', 'budget']);
  const found = effects.length > 0 ? effects : compared;
  return found.length > 0 ? Math.max(...found) : titlePeriod(tables).year;
}

function knownVerksamheter(tables: readonly ReportTable[]): ReadonlySet<string> {
  const kinds = new Set(['budget', 'requirements', 'volumes']);
  return new Set(tables.filter((table) => kinds.has(table.kind)).flatMap((table) => table.rows.map((row) => verksamhetKey(row.label))));
}

/** 0-based row below the nearest table above this one on its sheet that shares a column with it. */
function endOfTableAbove(plan: PlanTable, tables: readonly ReportTable[]): number {
  const own = parseArea(plan.table.range);
  if (own === null) return 0;
  return tables.reduce((end, table) => {
    const area = table.sheet === plan.table.sheet ? parseArea(table.range) : null;
    const isAbove = area !== null && area.bottom < own.top && area.left <= own.right && area.right >= own.left;
    return isAbove ? Math.max(end, area.bottom + 1) : end;
  }, 0);
}

/** Two measures of one name in one verksamhet stay two: the later ones are numbered. */
function distinctKeys(measures: readonly PlanMeasure[]): readonly PlanMeasure[] {
  const seen = new Map<string, number>();
  return measures.map((measure) => {
    const count = (seen.get(measure.key) ?? 0) + 1;
    seen.set(measure.key, count);
    return count === 1 ? measure : { ...measure, key: `${measure.key} #${count}` };
  });
}

/** A requirement that stands both above its measures and in a table of requirements is one requirement. */
function firstOfEach(requirements: readonly PlanRequirement[]): readonly PlanRequirement[] {
  const byKey = new Map<string, PlanRequirement>();
  for (const requirement of requirements) {
    const key = verksamhetKey(requirement.verksamhet);
    if (!byKey.has(key)) byKey.set(key, requirement);
  }
  return [...byKey.values()];
}
