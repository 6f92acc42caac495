import type { Threshold } from '../core/threshold';
import { rememberTable, withRemembered } from '../workbook/read/memory';
import type { RememberedTable } from '../workbook/read/memory';
import type { Finding } from '../workbook/report';
import { findingId } from '../workbook/write/writingInput';
import type { AppPorts, Correction, Reading, TableKey } from './session';
import { SETTING } from './settingKeys';

/**
 * Keeps what the user confirmed or corrected in a table. The reading is then made again from the same grid (`readWorkbook` with
 * `grid`), so that every figure and check follows.
 * @param correction all that the user has said of the table; it replaces what was kept before
 */
export async function confirmReading(ports: Pick<AppPorts, 'settings' | 'now'>, reading: Reading, key: TableKey, correction: Correction): Promise<void> {
  const index = reading.statuses.findIndex((status) => status.key === key);
  const table = reading.report.tables[index];
  if (table === undefined) return;
  const replaced = reading.statuses[index]?.remembered ?? null;
  const memory = rememberedTables(await ports.settings.read(SETTING.memory));
  const before = memory.find((one) => JSON.stringify(one) === JSON.stringify(replaced)) ?? null;
  await ports.settings.write(new Map([[SETTING.memory, withRemembered(memory, rememberTable(table, correction, ports.now().toISOString()), before)]]));
}

/** Remembers the tables that were written, so that they are known again next month ("Känns igen sedan …"). */
export async function rememberWritten(ports: Pick<AppPorts, 'settings' | 'now'>, reading: Reading, keys: readonly TableKey[]): Promise<void> {
  let memory = rememberedTables(await ports.settings.read(SETTING.memory));
  reading.report.tables.forEach((table, index) => {
    const status = reading.statuses[index];
    if (status === undefined || !keys.includes(status.key)) return;
    const before = memory.find((one) => JSON.stringify(one) === JSON.stringify(status.remembered)) ?? null;
    memory = withRemembered(memory, rememberTable(table, status.correction, ports.now().toISOString()), before);
  });
  await ports.settings.write(new Map([[SETTING.memory, memory]]));
}

/** Keeps the user's own threshold in the workbook. */
export async function saveThreshold(ports: Pick<AppPorts, 'settings'>, reading: Reading, threshold: Threshold): Promise<Reading> {
  await ports.settings.write(new Map([[SETTING.threshold, threshold]]));
  return { ...reading, threshold };
}

/** Marks findings as looked into, with the reason given; a reason of null opens them again. */
export async function acceptFindings(ports: Pick<AppPorts, 'settings'>, reading: Reading, findings: readonly Finding[], reason: string | null): Promise<Reading> {
  const ids = findings.map(findingId);
  const others = [...reading.accepted].filter(([id]) => !ids.includes(id));
  const accepted = new Map([...others, ...(reason === null ? [] : ids.map((id) => [id, reason] as const))]);
  await ports.settings.write(new Map([[SETTING.accepted, [...accepted]]]));
  return { ...reading, accepted };
}

/** What the workbook remembers; entries that are not of our making are passed over. */
export function rememberedTables(stored: unknown): readonly RememberedTable[] {
  return Array.isArray(stored) ? stored.filter(isRemembered) : [];
}

function isRemembered(value: unknown): value is RememberedTable {
  if (typeof value !== 'object' || value === null) return false;
  const isTexts = (list: unknown): boolean => Array.isArray(list) && list.every((text) => typeof text === 'string');
  const isRecord = (part: unknown): boolean => typeof part === 'object' && part !== null && !Array.isArray(part);
  return 'sheet' in value && typeof value.sheet === 'string' && 'headers' in value && isTexts(value.headers) && 'labels' in value && isTexts(value.labels) && 'correction' in value && isRecord(value.correction) && 'fields' in value && isRecord(value.fields) && 'rowKinds' in value && isRecord(value.rowKinds);
}
