import { parseSwedishNumber } from '../../core/swedishNumber';
import type { HandlingsplanRow } from '../plan';
import type { ReportRow } from '../report';
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
    const situationText = situationColumns
      .map((column) => cellOf(plan, row, column))
      .filter((value): value is string => typeof value === 'string')
      .join('\n');
    return [
      {
        key: verksamhetKey(verksamhetOf(plan, row)),
        verksamhet: verksamhetOf(plan, row),
        situations: readSituations(situationText),
        situationText,
        analysis: textOf(plan, row, 'analysis'),
        measure: textOf(plan, row, 'measure'),
        consequence: textOf(plan, row, 'consequence'),
        followUp: textOf(plan, row, 'followUp'),
        source: { sheet: plan.table.sheet, row: row.row },
      },
    ];
  });
}

function verksamhetOf(plan: PlanTable, row: ReportRow): string {
  const named = textOf(plan, row, 'area') || row.label;
  return row.code !== null && !named.startsWith(row.code) ? `${row.code} ${named}` : named;
}

/**
 * The forecasts that a text tells, a line or a clause each: "Prognos delår 1: -3,0 mnkr" is −3.0 at "delår 1". A line without an amount
 * keeps its place with null, so that nothing is taken for zero.
 */
function readSituations(text: string): HandlingsplanRow['situations'] {
  const lines = text.split(/[\n;]+/).map((line) => line.trim());
  return lines.flatMap((line) => {
    const match = /^(?:prognos|utfall|situation|läge)\s+(?:vid\s+|per\s+)?(.+?)\s*[:=]\s*(.+)$/iu.exec(line);
    if (match === null) return [];
    const [, reportingPoint = '', said = ''] = match;
    const number = parseSwedishNumber(said.replace(/([-−–])\s+(?=\d)/u, '$1'));
    const scale = number?.unit === 'tkr' ? 0.001 : number?.unit === 'kr' ? 0.000_001 : 1;
    return [{ reportingPoint, amountMnkr: number === null || number.unit === 'percent' ? null : number.value * scale }];
  });
}
