import { targetStatus, type Direction, type TargetWord } from '../../core/target';
import { columnIndex } from '../address';
import { numberFormatAt, valueAt, type SheetGrid, type WorkbookGrid } from '../grid';
import type { ReportColumn, ReportRow, ReportTable } from '../report';
import { sourceFigure, type SourceFigure } from './avvikelseLine';
import { rowKeys } from './rowKey';

/** An indicator as a table of the workbook tells it, with what it shall reach. */
export interface IndicatorRow {
  readonly key: string;
  readonly label: string;
  readonly target: IndicatorFigure | null;
  /** "Öka" or "Minska" instead of a figure. */
  readonly targetWord: TargetWord | null;
  readonly direction: Direction;
  readonly current: IndicatorFigure | null;
  readonly previous: IndicatorFigure | null;
  readonly comment: string | null;
}

export interface IndicatorFigure {
  readonly figure: SourceFigure;
  readonly isShare: boolean;
}

/** What is better the less there is of it, where no column says so. */
const LOWER_IS_BETTER = /sjuk|frånvaro|avvikels|fall(?!s)|väntetid|kostnad|ensamåk|bomkör|avbokad|kilometer|körda|kö till|omsättning|övertid|kontinuitet|klagomål|antal personal|svinn|timanställ|timavlön|vikarie|inhyr|bemanningsföretag|delade turer|läkemedel|olämplig|trycksår|skador|tvång/i;

/** The rows of every table of indicators, in source order. */
export function indicatorRows(tables: readonly ReportTable[], workbook: WorkbookGrid): readonly IndicatorRow[] {
  return tables.filter(({ kind }) => kind === 'indicators').flatMap((table) => {
    const grid = workbook.sheets.find((sheet) => sheet.name === table.sheet) ?? null;
    const keys = rowKeys(table);
    const columns = chooseColumns(table);
    const items = table.rows.filter((row) => row.kind === 'item');
    return items
      .map((row, index) => indicatorRow({ ...row, label: indicatorName(items, index) }, keys.get(row.row) ?? row.label, table, grid, columns))
      .filter(({ current, previous, target, targetWord }) => targetWord !== null || [current, previous, target].some((figure) => typeof figure?.figure.result === 'number'));
  });
}

/**
 * What a row is called where it stands alone: a row without a name measures the one above in another unit, and the unit tells the two apart.
 * @example rows "Korttidsplatser" in "kr per dygn" and "" in "kr per plats" are "Korttidsplatser, kr per dygn" and "Korttidsplatser, kr per plats"
 */
function indicatorName(items: readonly ReportRow[], index: number): string {
  const unit = items[index]?.unit?.trim() ?? '';
  const name = items.slice(0, index + 1).map(({ label }) => label.trim()).filter((label) => label !== '').at(-1) ?? '';
  return [name, unit].filter((word) => word !== '').join(', ');
}

interface Columns {
  readonly target: ReportColumn | undefined;
  readonly current: ReportColumn | undefined;
  readonly previous: ReportColumn | undefined;
  readonly direction: ReportColumn | undefined;
  readonly comment: ReportColumn | undefined;
}

/** The latest outcome, the one before it, and the target of the latest year; of a split by sex, the whole. */
function chooseColumns({ columns }: ReportTable): Columns {
  const whole = columns.filter(({ header }) => !/\b(män|kvinnor|flickor|pojkar)\b/i.test(header));
  const actual = whole.filter(({ field }) => field === 'actual').sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const stated = whole.find(({ field }) => field === 'current');
  const current = stated ?? actual.at(-1);
  const targets = whole.filter(({ field }) => field === 'target');
  return {
    current,
    previous: stated === undefined ? actual.filter((column) => column !== current && column.year !== current?.year).at(-1) : actual.at(-1),
    target: targets.find(({ year }) => year !== undefined && year === current?.year) ?? targets[0],
    direction: columns.find(({ field }) => field === 'direction'),
    comment: columns.find(({ field }) => field === 'comment'),
  };
}

function indicatorRow(row: ReportRow, key: string, table: ReportTable, grid: SheetGrid | null, columns: Columns): IndicatorRow {
  const text = (column: ReportColumn | undefined): string => (column === undefined ? '' : (row.texts?.[column.column] ?? '')).trim();
  const figure = (column: ReportColumn | undefined): IndicatorFigure | null =>
    column === undefined ? null : { figure: sourceFigure(grid, table, row, column.column), isShare: isShareCell(grid, row, column.column) };
  const wanted = text(columns.target);
  const direction = directionOf(text(columns.direction)) ?? directionOf(wanted);
  const target = figure(columns.target);
  return {
    key,
    label: row.label,
    target: typeof target?.figure.result === 'number' ? target : null,
    targetWord: typeof target?.figure.result === 'number' ? null : wordOf(wanted) ?? (columns.target === undefined ? wordOf(text(columns.direction)) : null),
    direction: direction ?? (LOWER_IS_BETTER.test(row.label) ? 'lower' : 'higher'),
    current: figure(columns.current),
    previous: figure(columns.previous),
    comment: text(columns.comment) === '' ? null : text(columns.comment),
  };
}

function isShareCell(grid: SheetGrid | null, row: ReportRow, letters: string): boolean {
  if (grid === null) return false;
  const raw = valueAt(grid, row.row - 1, columnIndex(letters));
  return typeof raw === 'string' ? raw.includes('%') : numberFormatAt(grid, row.row - 1, columnIndex(letters)).includes('%');
}

function wordOf(text: string): TargetWord | null {
  if (/^(öka|ökar|ökning|högre|upp)/i.test(text)) return 'increase';
  return /^(minska|minskar|minskning|lägre|sänka|ner)/i.test(text) ? 'decrease' : null;
}

function directionOf(text: string): Direction | null {
  const word = wordOf(text);
  return word === null ? null : word === 'increase' ? 'higher' : 'lower';
}

const STATUS = { reached: '✓ Når målet', near: '! Nära målet', missed: '✕ Når inte målet', unknown: '! Kan inte bedömas' } as const;

/** The status in words and icon; "–" where there is no target. */
export function statusText(current: number | null, target: number | TargetWord | null, direction: Direction, previous: number | null): string {
  if (target === null) return '–';
  if (current === null) return STATUS.unknown;
  const status = targetStatus(current, target, direction, previous);
  return status === 'reached' || status === 'near' || status === 'missed' ? STATUS[status] : STATUS.unknown;
}

/** The same as a formula over the cells of target, current and previous. A difference of binary residue is no difference. */
export function statusFormula(cells: { readonly target: string; readonly current: string; readonly previous: string }, target: number | TargetWord, direction: Direction): string {
  const { target: goal, current, previous } = cells;
  const reach = (test: string): string => `IF(${test},"${STATUS.reached}","${STATUS.missed}")`;
  if (typeof target === 'string') {
    const step = target === 'increase' ? `${current}-${previous}` : `${previous}-${current}`;
    return `IF(COUNT(${current},${previous})<2,"${STATUS.unknown}",${reach(`ROUND(${step},9)>0`)})`;
  }
  const short = direction === 'higher' ? `${goal}-${current}` : `${current}-${goal}`;
  return `IF(COUNT(${goal},${current})<2,"${STATUS.unknown}",IF(${goal}=0,${reach(`${current}=0`)},IF(ROUND(${short},9)<=0,"${STATUS.reached}",IF(ROUND((${short})-0.05*ABS(${goal}),9)<=0,"${STATUS.near}","${STATUS.missed}"))))`;
}
