import { readPlan } from '../workbook/read/readPlan';
import { readWorkbookSteps } from '../workbook/read/readWorkbook';
import type { WorkbookGrid } from '../workbook/grid';
import type { WorkOptions } from '../workbook/ports';
import type { Finding, Report, ReportTable } from '../workbook/report';
import { ownSheetKind } from '../workbook/write/ownSheet';
import type { WritingThreshold } from '../workbook/write/writingInput';
import { runInSlices } from './runInSlices';
import { DEFAULT_THRESHOLD, tableKey } from './session';
import type { AppPorts, Question, Reading, TableStatus } from './session';
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
  const [threshold, accepted] = [await ports.settings.read(SETTING.threshold), await ports.settings.read(SETTING.accepted)];
  const { tables, findings } = await runInSlices(readWorkbookSteps(grid), { pause: ports.pause, signal: options.signal, onStep: options.onProgress });
  const report: Report = { schema: 'von-report/1', workbook: grid.name, tables, findings, written: [] };
  return {
    grid,
    report,
    statuses: tables.map((table) => statusOf(grid, table, findings)),
    readAt: ports.now().toISOString(),
    checkCount: 0,
    accepted: new Map(isTextPairs(accepted) ? accepted : []),
    threshold: isThreshold(threshold) ? threshold : DEFAULT_THRESHOLD,
    ownSheets: grid.sheets.flatMap((sheet) => {
      const kind = ownSheetKind(sheet);
      return kind === null ? [] : [{ id: sheet.id, name: sheet.name, kind }];
    }),
  };
}

function statusOf(grid: WorkbookGrid, table: ReportTable, findings: readonly Finding[]): TableStatus {
  const key = tableKey(table);
  const questions = questionsOf(grid, table);
  return {
    key,
    state: table.kind === 'other' ? 'unused' : questions.length > 0 ? 'question' : 'ready',
    questions,
    recognition: 'new',
    isConfirmed: isProved(table, findings),
    isUnitAssumed: false,
    correction: {},
  };
}

const NEEDS_UNIT: ReadonlySet<ReportTable['kind']> = new Set(['budget', 'measures', 'requirements']);

function questionsOf(grid: WorkbookGrid, table: ReportTable): readonly Question[] {
  const key = tableKey(table);
  const ownerless = table.kind === 'measures' ? readPlan(grid, [table], 0).measures.filter(({ verksamhet }) => verksamhet === null).length : 0;
  return [
    ...(table.kind === 'budget' && table.signRule === null && (table.comparisons ?? []).length > 0 ? [{ kind: 'sign-rule' as const, table: key }] : []),
    ...(NEEDS_UNIT.has(table.kind) && table.unit === null ? [{ kind: 'unit' as const, table: key, assumed: 'tkr' as const }] : []),
    ...(ownerless > 0 ? [{ kind: 'measures-owner' as const, table: key, count: ownerless }] : []),
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

function isThreshold(value: unknown): value is WritingThreshold {
  return typeof value === 'object' && value !== null && 'amountTkr' in value && typeof value.amountTkr === 'number' && 'share' in value && typeof value.share === 'number';
}
