import { kronorPer } from '../core/amount';
import { isOverThreshold } from '../core/threshold';
import type { Comparison, ReportTable } from '../workbook/report';
import { avvikelseTables } from '../workbook/write/avvikelseLine';
import { latestVersion } from '../workbook/write/version';
import { chooseTables } from './chooseTables';
import { tableKey, type Reading } from './session';

/** Rows that have come over the threshold since the version before. */
export interface NewDeviations {
  /** The version that is compared with. */
  readonly since: string;
  /** 1-based sheet rows. */
  readonly rows: ReadonlySet<number>;
}

/**
 * The rows of a table that reach the threshold now and did not in the latest version of another name; a row that the version does not
 * have counts as new.
 * @param comparison what the pane shows; only the comparison that versions keep can be told from one to the next
 * @param version the version that is worked on
 * @returns null where there is no earlier version of this table and comparison
 */
export function newDeviations(reading: Reading, table: ReportTable, comparison: Comparison, version: string): NewDeviations | null {
  const before = latestVersion(reading.grid.sheets, version);
  const { chosen } = chooseTables(reading);
  const written = avvikelseTables({ tables: chosen, workbook: reading.grid, report: reading.report }).find((one) => tableKey(one.chosen.table) === tableKey(table));
  if (before === null || written === undefined || written.chosen.comparison.basis !== comparison.basis) return null;
  const prefix = `${written.id}/`;
  if (![...before.avvikelseKr.keys()].some((key) => key.startsWith(prefix))) return null;
  const { threshold } = reading;
  const factor = kronorPer(written.chosen.unit);
  const rows = written.lines.flatMap(({ row, key, budget, avvikelse }) => {
    const base = typeof budget?.result === 'number' ? budget.result * factor : 0;
    const earlier = before.avvikelseKr.get(`${prefix}${key}`);
    const isNew = avvikelse !== null && isOverThreshold(avvikelse * factor, base, 'kr', threshold) && (earlier === undefined || !isOverThreshold(earlier, base, 'kr', threshold));
    return isNew ? [row.row] : [];
  });
  return { since: before.name, rows: new Set(rows) };
}
