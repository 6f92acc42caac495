import type { ChosenTable } from '../workbook/write/writingInput';
import { tableKey } from './session';
import type { LeftOutTable, Reading, TableKey } from './session';

export interface TableChoice {
  readonly chosen: readonly ChosenTable[];
  readonly leftOut: readonly LeftOutTable[];
}

/**
 * The budget tables to write: those with a decided sign rule, a unit and something to compare; one that lies on its side is stood up. Each other budget table is told with
 * the reason why it is left out; tables of other kinds are not spoken of, since no one expects them there.
 * @param wanted tables that the user picked; undefined takes all
 */
export function chooseTables(reading: Pick<Reading, 'report' | 'statuses'>, wanted?: readonly TableKey[]): TableChoice {
  const chosen: ChosenTable[] = [];
  const leftOut: LeftOutTable[] = [];
  reading.report.tables.forEach((found, index) => {
    const table = found.upright ?? found;
    const key = tableKey(table);
    const status = reading.statuses[index];
    if (table.kind !== 'budget' || (wanted && !wanted.includes(key))) return;
    const comparison = table.comparisons?.[0];
    if (status?.state === 'unused') leftOut.push({ key, reason: 'ignored' });
    else if (comparison === undefined) leftOut.push({ key, reason: 'no-comparison' });
    else if (table.signRule === null) leftOut.push({ key, reason: 'sign-rule' });
    else if (table.unit === null) leftOut.push({ key, reason: 'unit' });
    else chosen.push({ table, unit: table.unit, isUnitAssumed: status?.isUnitAssumed ?? false, signRule: table.signRule, isConfirmed: status?.isConfirmed ?? false, comparison });
  });
  return { chosen, leftOut };
}
