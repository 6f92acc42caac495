import { convertAmount } from '../../core/amount';
import { parseSwedishNumber } from '../../core/swedishNumber';
import type { HandlingsplanRow } from '../plan';
import type { Field, ReportColumn, ReportRow } from '../report';
import { cellOf, textOf, type PlanTable } from './planTable';
import { verksamhetKey } from './verksamhetName';

const SITUATION_WORDS = /situation|nuläge|prognos/iu;

/** Whether a table of measures is a handlingsplan: it analyses a situation instead of listing effects. */
export function isHandlingsplan(plan: PlanTable): boolean {
  const has = (field: Parameters<PlanTable['columnOf']>[0]): boolean => plan.columnOf(field) !== undefined;
  return (has('analysis') || has('consequence')) && !has('effectYear') && !has('effectFullYear') && !has('savingPlanned');
}

/** The rows of a handlingsplan: verksamhet, the forecast at each reporting point, analysis, measure, consequence and follow-up. */
export function readHandlingsplan(plan: PlanTable): readonly HandlingsplanRow[] {
  const situationColumns = plan.table.columns.filter((column) => SITUATION_WORDS.test(column.header));
  return plan.table.rows.flatMap((row) => {
    if (row.kind !== 'item') return [];
    const situations = situationColumns.flatMap((column) => situationsOf(plan, row, column));
    const told = situations.filter((situation) => situation.amountMnkr !== null).map((situation) => situation.text);
    const situationText = situationColumns
      .map((column) => cellOf(plan, row, column))
      .flatMap((value) => (typeof value === 'string' ? splitLines(value) : []))
      .filter((line) => !told.includes(line))
      .join('\n');
    return [
      {
        key: verksamhetKey(verksamhetOf(plan, row) || textOf(plan, row, 'measure')),
        verksamhet: verksamhetOf(plan, row),
        situations: situations.map(({ reportingPoint, amountMnkr }) => ({ reportingPoint, amountMnkr })),
        situationText,
        analysis: textOf(plan, row, 'analysis'),
        measure: textOf(plan, row, 'measure'),
        consequence: textOf(plan, row, 'consequence'),
        followUp: ['followUp', 'status', 'responsible', 'comment'].map((field) => textOf(plan, row, field as Field)).filter((text) => text !== '').join('\n'),
        source: { sheet: plan.table.sheet, row: row.row },
      },
    ];
  });
}

/** '' where the rows are measures and nothing tells whose. */
function verksamhetOf(plan: PlanTable, row: ReportRow): string {
  const label = row.label === textOf(plan, row, 'measure') ? '' : row.label;
  const named = textOf(plan, row, 'area') || label;
  if (named === '') return '';
  return row.code !== null && !named.startsWith(row.code) ? `${row.code} ${named}` : named;
}

interface ToldSituation {
  readonly reportingPoint: string;
  readonly amountMnkr: number | null;
  /** The line that tells it. */
  readonly text: string;
}

/** A column of figures tells the forecast of the reporting point in its heading; a column of words tells them in its lines. */
function situationsOf(plan: PlanTable, row: ReportRow, column: ReportColumn): readonly ToldSituation[] {
  const value = cellOf(plan, row, column);
  if (typeof value === 'string') return readSituations(value);
  if (typeof value !== 'number') return [];
  const unit = column.unit ?? plan.table.unit ?? 'mnkr';
  const reportingPoint = column.header.replace(SITUATION_WORDS, '').replace(/^[\s,:]+|[\s,:]+$/gu, '') || column.header;
  return [{ reportingPoint, amountMnkr: convertAmount(value, unit, 'mnkr'), text: '' }];
}

const splitLines = (text: string): readonly string[] => text.split(/[\n;]+/).map((line) => line.trim()).filter((line) => line !== '');

/** What a line calls a forecast; the amount follows a colon, or shows by its sign or unit where it begins. */
const TOLD = /^(?:prognos|utfall|situation|läge)\s+(?:vid\s+|per\s+)?(.+?)(?:\s*[:=]\s*(.+)|\s+([-−–+]\s*\d.*|\d[\d\s.,]*(?:kr|tkr|mnkr|mkr)\.?))$/iu;

/**
 * The forecasts that a text tells, a line or a clause each: "Prognos delår 1: -3,0 mnkr" and "Prognos delår 1 −3,0 mnkr" are −3.0 at
 * "delår 1". A line without an amount keeps its place with null, so that nothing is taken for zero.
 */
function readSituations(text: string): readonly ToldSituation[] {
  return splitLines(text).flatMap((line) => {
    const match = TOLD.exec(line);
    if (match === null) return [];
    const [, reportingPoint = '', afterColon, bare = ''] = match;
    const said = afterColon ?? bare;
    const number = parseSwedishNumber(said.replace(/([-−–])\s+(?=\d)/u, '$1'));
    return [{ reportingPoint, amountMnkr: number === null || number.unit === 'percent' ? null : convertAmount(number.value, number.unit ?? 'mnkr', 'mnkr'), text: line }];
  });
}
