import { DEFAULT_THRESHOLD, type Threshold } from '../core/threshold';
import { areaAddress } from '../workbook/address';
import type { Correction } from '../workbook/read/correction';
import { recallTable } from '../workbook/read/memory';
import type { Recalled } from '../workbook/read/memory';
import { readPlan } from '../workbook/read/readPlan';
import { readWorkbookSteps } from '../workbook/read/readWorkbook';
import type { TableDraft } from '../workbook/read/tableDraft';
import type { WorkbookGrid } from '../workbook/grid';
import type { WorkOptions } from '../workbook/ports';
import type { Finding, Report, ReportTable } from '../workbook/report';
import { ownSheetKind } from '../workbook/write/ownSheet';
import { runInSlices } from './runInSlices';
import { tableKey } from './session';
import { rememberedTables } from './confirmReading';
import type { AppPorts, Question, Reading, TableKey, TableStatus } from './session';
import { SETTING } from './settingKeys';

export interface ReadWorkbookOptions extends WorkOptions {
  /** A grid that has been read already: only the analysis runs again, after a correction. */
  readonly grid?: WorkbookGrid;
}

/**
 * Reads the workbook, analyses it in slices, and brings in what the workbook remembers: confirmed readings, threshold, findings that
 * were looked into.
 * @throws HostError `cancelled` between two slices; whatever the reader throws
 */
export async function readWorkbook(ports: AppPorts, options: ReadWorkbookOptions = {}): Promise<Reading> {
  const grid = options.grid ?? (await ports.reader.readWorkbook(options));
  const kept = await ports.settings.readAll(SETTING.prefix);
  const [threshold, accepted] = [kept.get(SETTING.threshold), kept.get(SETTING.accepted)];
  const memory = rememberedTables(kept.get(SETTING.memory));
  const recalled = new Map<TableKey, Recalled>();
  const recall = (draft: TableDraft): Correction => {
    const found = recallTable(draft, memory);
    if (found !== null) recalled.set(tableKey({ sheet: draft.grid.name, range: areaAddress(draft.area) }), found);
    return found?.correction ?? {};
  };
  const { tables, findings, checks } = await runInSlices(readWorkbookSteps(grid, recall), { pause: ports.pause, signal: options.signal, onStep: options.onProgress });
  const report: Report = { schema: 'von-report/1', workbook: grid.name, tables, findings, written: [] };
  return {
    grid,
    report,
    statuses: tables.map((table) => statusOf(grid, table, findings, recalled.get(tableKey(table)) ?? null)),
    readAt: ports.now().toISOString(),
    checkCount: checks.total,
    accepted: new Map(isTextPairs(accepted) ? accepted : []),
    threshold: isThreshold(threshold) ? threshold : DEFAULT_THRESHOLD,
    ownSheets: grid.sheets.flatMap((sheet) => {
      const kind = ownSheetKind(sheet);
      return kind === null ? [] : [{ id: sheet.id, name: sheet.name, kind }];
    }),
  };
}

function statusOf(grid: WorkbookGrid, table: ReportTable, findings: readonly Finding[], recalled: Recalled | null): TableStatus {
  const correction = recalled?.correction ?? {};
  const questions = questionsOf(grid, table, recalled);
  return {
    key: tableKey(table),
    state: table.kind === 'other' || correction.isIgnored ? 'unused' : questions.length > 0 ? 'question' : 'ready',
    questions,
    recognition: recalled === null ? 'new' : recalled.moved.length > 0 ? 'moved' : 'recognised',
    isConfirmed: correction.signRule !== undefined || isProved(table, findings),
    isUnitAssumed: correction.unit !== undefined && table.unitCell === undefined,
    correction,
    remembered: recalled?.remembered ?? null,
  };
}

const NEEDS_UNIT: ReadonlySet<ReportTable['kind']> = new Set(['budget', 'measures', 'requirements']);

function questionsOf(grid: WorkbookGrid, table: ReportTable, recalled: Recalled | null): readonly Question[] {
  const key = tableKey(table);
  const isAsked = table.kind === 'measures' && !recalled?.correction.isCommon;
  const ownerless = isAsked ? readPlan(grid, [table], 0).measures.filter(({ verksamhet }) => verksamhet === null).length : 0;
  return [
    ...(table.kind === 'budget' && table.signRule === null && ((table.upright ?? table).comparisons ?? []).length > 0 ? [{ kind: 'sign-rule' as const, table: key }] : []),
    ...(NEEDS_UNIT.has(table.kind) && table.unit === null ? [{ kind: 'unit' as const, table: key, assumed: 'tkr' as const }] : []),
    ...(ownerless > 0 ? [{ kind: 'measures-owner' as const, table: key, count: ownerless }] : []),
    ...(recalled?.moved ?? []).map((column) => ({ kind: 'moved-column' as const, table: key, ...column })),
  ];
}

/** The table's own rows show its rule: it fits at least three, and each row that it does not fit is a reported error. */
function isProved(table: ReportTable, findings: readonly Finding[]): boolean {
  if (table.signRule === null || table.signEvidence === undefined) return false;
  const { matched, of } = table.signEvidence;
  const wrong = findings.filter(({ code, severity, sheet }) => code === 'variance-mismatch' && severity === 'error' && sheet === table.sheet).length;
  return matched >= 3 && of - matched <= wrong;
}

function isTextPairs(value: unknown): value is [string, string][] {
  return Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every((part) => typeof part === 'string'));
}

function isThreshold(value: unknown): value is Threshold {
  return typeof value === 'object' && value !== null && 'amountTkr' in value && typeof value.amountTkr === 'number' && 'share' in value && typeof value.share === 'number';
}
