import { convertAmount, kronorPer, type Unit } from '../../core/amount';
import { avvikelse } from '../../core/avvikelse';
import type { SignRule } from '../../core/signRule';
import { cellAddress } from '../address';
import { rowSignRule, totalRowOf } from '../budgetRows';
import { figurePlace, reportRowOf } from '../figurePlace';
import { isCellError, valueAt, type SheetGrid } from '../grid';
import type { Finding, ReportColumn, ReportRow, ReportTable } from '../report';
import { rowKeys } from './rowKey';
import type { CellSource } from './sheetDraft';
import type { SpecValue } from './sheetSpec';
import { formula, liveReference, sourceReference } from './sourceReference';
import { MISSING } from './sheetNumber';
import type { ChosenTable, WritingInput } from './writingInput';

/** A figure of the user's as it stands on a sheet of ours. */
export interface SourceFigure {
  readonly value: SpecValue;
  /** What the cell shows with the figures that were read: a number in the table's unit, or "–". */
  readonly result: number | string;
  readonly source: CellSource;
  /** number: a live reference. text: the source holds a text, so the number read from it is written. none: the source holds no number. */
  readonly held: 'number' | 'text' | 'none';
}

/** One row of a chosen table with what is compared in it. */
export interface AvvikelseLine {
  readonly row: ReportRow;
  readonly key: string;
  readonly label: string;
  readonly context: SourceFigure | null;
  readonly budget: SourceFigure | null;
  readonly compared: SourceFigure | null;
  /** How this row is signed: revenue rows of a table with costs and revenue alike turn round. */
  readonly signRule: SignRule;
  /** In the table's unit, + = överskott; null where nothing can be compared. */
  readonly avvikelse: number | null;
  /** One empty side counts as 0, as the reading did. */
  readonly isOneSided: boolean;
  readonly finding: Finding | null;
}

/** A chosen table with its lines, ready to be laid out. */
export interface AvvikelseTable {
  readonly chosen: ChosenTable;
  /** Names the block across versions. */
  readonly id: string;
  readonly heading: string;
  readonly contextColumn: ReportColumn | null;
  readonly budgetColumn: ReportColumn | null;
  readonly comparedColumn: ReportColumn | null;
  readonly lines: readonly AvvikelseLine[];
  /** The line that sums the table, and the lines it sums; null where the table has no total. */
  readonly total: { readonly line: AvvikelseLine; readonly parts: readonly AvvikelseLine[] } | null;
}

/** The chosen tables with every row that has something to compare, or a heading over such rows, in source order. */
export function avvikelseTables(input: Pick<WritingInput, 'tables' | 'workbook' | 'report'>): readonly AvvikelseTable[] {
  const counts = new Map<string, number>();
  const headings = new Set<string>();
  return input.tables.map((chosen) => {
    const { table, comparison } = chosen;
    const count = (counts.get(table.sheet) ?? 0) + 1;
    counts.set(table.sheet, count);
    const column = (letters: string): ReportColumn | null => table.columns.find((candidate) => candidate.column === letters) ?? null;
    const contextColumn = findContext(chosen);
    const lines = readLines(input, chosen, contextColumn);
    const title = table.title?.split('\n')[0]?.trim() ?? '';
    const plain = title !== '' && title.length <= 70 && count > 1 ? title : table.sheet;
    const heading = headings.has(plain) ? `${plain} ${table.range}` : plain;
    headings.add(plain);
    return {
      chosen,
      id: count === 1 ? table.sheet : `${table.sheet} ${count}`,
      heading,
      contextColumn,
      budgetColumn: column(comparison.budget),
      comparedColumn: column(comparison.compared),
      lines,
      total: findTotal(table, lines),
    };
  });
}

/** Beside budget and outcome: last year, else the latest forecast that is not compared itself. */
function findContext({ table, comparison }: ChosenTable): ReportColumn | null {
  const compared = table.columns.find((column) => column.column === comparison.compared);
  const others = table.columns.filter((column) => column.part === compared?.part && column.column !== comparison.compared && column.hidden !== true);
  const previous = others.filter((column) => column.field === 'previous').sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
  return previous ?? others.filter((column) => column.field === 'forecast').at(-1) ?? null;
}

function readLines(input: Pick<WritingInput, 'workbook' | 'report'>, chosen: ChosenTable, contextColumn: ReportColumn | null): readonly AvvikelseLine[] {
  const { table, comparison, unit } = chosen;
  const grid = input.workbook.sheets.find((sheet) => sheet.name === table.sheet) ?? null;
  const keys = rowKeys(table);
  const findings = new Map<number, Finding>();
  for (const finding of input.report.findings) {
    const row = reportRowOf(table, finding.cell);
    if (finding.sheet === table.sheet && finding.severity === 'error' && !findings.has(row)) findings.set(row, finding);
  }
  return table.rows.filter((row) => row.kind !== 'note').map((row): AvvikelseLine => {
    const hasFigures = row.kind !== 'section' || row.values[comparison.budget] !== undefined || row.values[comparison.compared] !== undefined;
    const figure = (letters: string): SourceFigure | null =>
      hasFigures ? sourceFigure(grid, table, row, letters, columnFactor(chosen, letters, row)) : null;
    const budget = figure(comparison.budget);
    const compared = figure(comparison.compared);
    const signRule = rowSignRule(row, chosen.signRule);
    const sides = [budget?.result, compared?.result].filter((value) => typeof value === 'number').length;
    const isOneSided = sides === 1 && row.variance !== undefined;
    const canCompare = sides === 2 || isOneSided;
    const number = (side: SourceFigure | null): number => (typeof side?.result === 'number' ? side.result : 0);
    return {
      row,
      key: keys.get(row.row) ?? String(row.row),
      label: lineLabel(row, unit),
      context: contextColumn === null ? null : figure(contextColumn.column),
      budget,
      compared,
      signRule,
      avvikelse: canCompare ? avvikelse(number(budget), number(compared), signRule) : null,
      isOneSided,
      finding: findings.get(row.row) ?? null,
    };
  });
}

/** The row's own label; a sum without one is called so, and a unit of the row's own is told. */
function lineLabel(row: ReportRow, unit: Unit): string {
  const label = row.label.trim() === '' && row.kind === 'sum' ? 'Summa' : row.label;
  return row.unit === undefined || row.unit === unit ? label : `${label} (${row.unit})`;
}

/** How many of the block's unit one unit of the column is: 1 000 for a column in mnkr in a block of tkr. */
function columnFactor({ table, unit }: ChosenTable, letters: string, row: ReportRow): number {
  const column = table.columns.find((candidate) => candidate.column === letters);
  if (row.unit !== undefined || column?.unit === undefined) return 1;
  return kronorPer(column.unit) >= kronorPer(unit) ? convertAmount(1, column.unit, unit) : 1 / convertAmount(1, unit, column.unit);
}

/** A cell of the user's as a figure of ours: live where it holds a number, a value where it holds a text that is one, else "–". */
export function sourceFigure(grid: SheetGrid | null, table: Pick<ReportTable, 'sheet' | 'isTurned'>, row: Pick<ReportRow, 'row' | 'values'>, letters: string, factor = 1): SourceFigure {
  const { sheet } = table;
  const place = figurePlace(table, row.row, letters);
  const raw = grid === null ? null : valueAt(grid, place.row, place.column);
  const read = row.values[letters];
  const source = { sheet, cell: cellAddress(place.row, place.column), value: isCellError(raw) ? raw.error : typeof raw === 'boolean' ? null : raw };
  if (typeof raw === 'number') {
    if (factor === 1) return { value: liveReference(sheet, place.row, place.column, true), result: raw, source, held: 'number' };
    const scale = factor > 1 ? `*${factor}` : `/${Math.round(1 / factor)}`;
    return { value: formula(`${sourceReference(sheet, place.row, place.column)}${scale}`), result: raw * factor, source, held: 'number' };
  }
  if (read !== undefined) return { value: read * factor, result: read * factor, source, held: 'text' };
  return { value: liveReference(sheet, place.row, place.column, false), result: MISSING, source, held: 'none' };
}

/** The table's total with the lines it sums; null where there is none, or nothing is compared in it. */
function findTotal(table: ReportTable, lines: readonly AvvikelseLine[]): AvvikelseTable['total'] {
  const total = totalRowOf(table);
  const line = lines.find(({ row, avvikelse: value }) => row === total && value !== null);
  if (line === undefined) return null;
  const rows = new Set(line.row.parts);
  return { line, parts: lines.filter(({ row }) => rows.has(row.row)) };
}
