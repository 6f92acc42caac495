import { avvikelse } from '../core/avvikelse';
import { cellAddress } from '../workbook/address';
import { totalRowOf } from '../workbook/budgetRows';
import { figurePlace } from '../workbook/figurePlace';
import type { SheetGrid } from '../workbook/grid';
import type { ReportRow, ReportTable } from '../workbook/report';
import { VERSION_PROPERTY, WRITTEN_PROPERTY } from '../workbook/write/sheetProperty';
import type { Question, Reading, TableStatus } from './session';

/** A row whose printed avvikelse shows the sign rule at work. */
export interface RuleExample {
  readonly label: string;
  readonly budget: number;
  readonly compared: number;
  readonly variance: number;
  readonly cell: string;
}

/** A table as Start shows it. */
export interface TableCard {
  readonly table: ReportTable;
  readonly status: TableStatus;
  readonly rowCount: number;
  readonly hasTotal: boolean;
  /** Rows that fit the rule, of those that could be tried without being wrong themselves; null where nothing could be tried. */
  readonly evidence: { readonly matched: number; readonly of: number; readonly wrong: number } | null;
  readonly example: RuleExample | null;
  /** Rows whose printed avvikelse is wrong. */
  readonly errorRows: readonly { readonly row: number; readonly label: string; readonly cell: string }[];
}

export interface StartView {
  readonly asking: readonly TableCard[];
  readonly ready: readonly TableCard[];
  readonly unused: readonly TableCard[];
  readonly questionCount: number;
  /** Sheets of the user's own that were read. */
  readonly sheetCount: number;
  /** Every table in use was met before. */
  readonly isRecognised: boolean;
  /** The last version that the workbook keeps; empty where there is none. */
  readonly lastVersion: string;
}

/** Whether there is a table to work with: one that is not set aside. */
export function isAnyTableUsed(reading: Pick<Reading, 'statuses'>): boolean {
  return reading.statuses.some((status) => status.state !== 'unused');
}

/** How many questions must be answered before sheets can be written. */
export function unansweredCount(reading: Pick<Reading, 'statuses'>): number {
  return openQuestions(reading).length;
}

function openQuestions(reading: Pick<Reading, 'statuses'>): readonly Question[] {
  return reading.statuses.flatMap((status) => (status.state === 'question' ? status.questions : []));
}

/** The tables of a reading: those with a question first, then the ready ones, then those not used. */
export function startView(reading: Reading): StartView {
  const cards = reading.report.tables.flatMap((table, index) => {
    const status = reading.statuses[index];
    return status === undefined ? [] : [tableCard(table, status, reading)];
  });
  const of = (state: TableStatus['state']): readonly TableCard[] => cards.filter((card) => card.status.state === state);
  const own = new Set(reading.ownSheets.map((sheet) => sheet.name));
  const inUse = cards.filter((card) => card.status.state !== 'unused');
  return {
    asking: of('question'), ready: of('ready'), unused: of('unused'), questionCount: openQuestions(reading).length,
    sheetCount: reading.grid.sheets.filter((sheet) => !own.has(sheet.name)).length,
    isRecognised: inUse.length > 0 && inUse.every((card) => card.status.recognition === 'recognised'),
    lastVersion: lastVersion(reading),
  };
}

/** Told by the sheets' own marks alone, so that Start need not wait for what reads their figures. */
function lastVersion({ grid, ownSheets }: Pick<Reading, 'grid' | 'ownSheets'>): string {
  const ids = new Set(ownSheets.filter((sheet) => sheet.kind === 'version').map((sheet) => sheet.id));
  const written = ({ properties }: SheetGrid): string => properties.get(WRITTEN_PROPERTY) ?? '';
  const versions = grid.sheets.filter((sheet) => ids.has(sheet.id)).sort((a, b) => written(a).localeCompare(written(b)));
  return versions.at(-1)?.properties.get(VERSION_PROPERTY) ?? '';
}

function tableCard(table: ReportTable, status: TableStatus, reading: Reading): TableCard {
  const errorRows = reading.report.findings
    .filter((finding) => finding.severity === 'error' && finding.cause === undefined && finding.sheet === table.sheet && ['variance-mismatch', 'sign-mismatch'].includes(finding.code))
    .flatMap((finding) => {
      const row = table.rows.find((one) => one.row === Number(/\d+/.exec(finding.cell)?.[0]) && isColumnOf(table, finding.cell));
      return row === undefined ? [] : [{ row: row.row, label: row.label, cell: finding.cell }];
    });
  const { signEvidence } = table;
  const wrong = signEvidence === undefined ? 0 : Math.min(errorRows.length, signEvidence.of - signEvidence.matched);
  return {
    table, status, errorRows,
    rowCount: (table.upright ?? table).rows.filter((row) => row.kind === 'item').length,
    hasTotal: totalRowOf(table.upright ?? table) !== null,
    evidence: signEvidence === undefined || signEvidence.of === 0 ? null : { matched: signEvidence.matched, of: signEvidence.of - wrong, wrong },
    example: ruleExample(table.upright ?? table, new Set(errorRows.map((row) => row.row))),
  };
}

/** The largest avvikelse that is printed and right. */
function ruleExample(table: ReportTable, wrongRows: ReadonlySet<number>): RuleExample | null {
  const comparison = table.comparisons?.[0];
  const printed = table.columns.find((column) => column.field === 'variance');
  const rule = table.signRule;
  if (comparison === undefined || printed === undefined || rule === null || table.printedVariance === 'plus-worse') return null;
  const examples = table.rows.flatMap((row: ReportRow) => {
    const budget = row.values[comparison.budget];
    const compared = row.values[comparison.compared];
    const shown = row.values[printed.column];
    if (row.kind !== 'item' || wrongRows.has(row.row) || budget === undefined || compared === undefined || shown === undefined || row.variance === undefined) return [];
    if (Math.abs(avvikelse(budget, compared, rule) - shown) > 1e-6 || Math.abs(row.variance - shown) > 1e-6 || shown === 0) return [];
    const place = figurePlace(table, row.row, printed.column);
    return [{ label: row.label, budget, compared, variance: shown, cell: cellAddress(place.row, place.column) }];
  });
  return examples.reduce<RuleExample | null>((best, one) => (best === null || Math.abs(one.variance) > Math.abs(best.variance) ? one : best), null);
}

function isColumnOf(table: ReportTable, cell: string): boolean {
  return table.columns.some((column) => column.column === /^[A-Z]+/.exec(cell)?.[0]);
}

/** What the sheets hold where no table was found: names of the empty ones, and of those with text but no figures. */
export function sheetsWithoutTables(sheets: readonly SheetGrid[]): { readonly empty: readonly string[]; readonly textOnly: readonly string[] } {
  const cells = (sheet: SheetGrid): readonly unknown[] => sheet.values.flat().filter((value) => value !== null && value !== '');
  return {
    empty: sheets.filter((sheet) => cells(sheet).length === 0).map((sheet) => sheet.name),
    textOnly: sheets.filter((sheet) => cells(sheet).length > 0 && !cells(sheet).some((value) => typeof value === 'number')).map((sheet) => sheet.name),
  };
}
