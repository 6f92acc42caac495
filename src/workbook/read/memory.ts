import { columnLetters } from '../address';
import { valueAt } from '../grid';
import { MONTH_STARTS } from '../monthNames';
import type { Field, ReportTable, RowKind } from '../report';
import { foldText } from './cellKind';
import type { Correction } from './correction';
import type { TableDraft } from './tableDraft';

/** A confirmed or corrected reading, kept in the workbook. Columns are known by their headings, rows by their labels, never by address. */
export interface RememberedTable {
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly labels: readonly string[];
  readonly correction: Pick<Correction, 'kind' | 'unit' | 'signRule' | 'isIgnored' | 'isCommon'>;
  /** Corrected fields by heading. */
  readonly fields: Readonly<Record<string, Field>>;
  /** Corrected kinds by label. */
  readonly rowKinds: Readonly<Record<string, RowKind>>;
  /** What each heading was read as, so that a new month's heading in its place is noticed. */
  readonly readAs: Readonly<Record<string, Field>>;
  /** ISO time. */
  readonly savedAt: string;
}

/** A table that was met before. */
export interface Recalled {
  readonly remembered: RememberedTable;
  readonly correction: Correction;
  /** Columns of figures whose heading names another month or year than the one that was confirmed. */
  readonly moved: readonly { readonly column: string; readonly before: string; readonly now: string }[];
}

/** So many of the headings must be there again, months and years apart, before anything is applied. */
const LEAST_HEADERS = 0.75;
/** Of two tables with the same headings, labels tell which; so many of them are kept. */
const KEPT_LABELS = 60;
const LEAST_LABELS = 0.3;

/** What to keep of a table's reading; `correction` is all that the user has said of it so far. */
export function rememberTable(table: ReportTable, correction: Correction, savedAt: string): RememberedTable {
  const headerOf = new Map(table.columns.map(({ column, header }) => [column, header]));
  const labelOf = new Map(table.rows.map(({ row, label }) => [row, label]));
  const { kind, unit, signRule, isIgnored, isCommon, columns = {}, rows = {} } = correction;
  return {
    sheet: table.sheet,
    headers: table.columns.map(({ header }) => header),
    labels: table.rows.map(({ label }) => label).filter((label) => label !== '').slice(0, KEPT_LABELS),
    correction: { ...(kind && { kind }), ...(unit && { unit }), ...(signRule && { signRule }), ...(isIgnored && { isIgnored }), ...(isCommon && { isCommon }) },
    fields: Object.fromEntries(Object.entries(columns).flatMap(([column, field]) => (headerOf.has(column) ? [[headerOf.get(column), field]] : []))),
    rowKinds: Object.fromEntries(Object.entries(rows).flatMap(([row, rowKind]) => (labelOf.get(Number(row)) ? [[labelOf.get(Number(row)), rowKind]] : []))),
    readAs: Object.fromEntries(table.columns.map(({ header, field }) => [header, field])),
    savedAt,
  };
}

/** The tables to keep after one was remembered: it replaces what it was recalled from. */
export function withRemembered(memory: readonly RememberedTable[], fresh: RememberedTable, replaced: RememberedTable | null): readonly RememberedTable[] {
  return [...memory.filter((one) => one !== replaced), fresh];
}

/**
 * Finds a table among those remembered, by headings (a heading that only names another month or year counts as the same) and, between
 * several that fit, by labels and sheet name. Rows and columns may have moved. null where none fits: nothing is applied then.
 */
export function recallTable(draft: TableDraft, memory: readonly RememberedTable[]): Recalled | null {
  const headers = draft.columns.map(({ header }) => header);
  const labels = draftLabels(draft);
  const scored = memory
    .map((remembered) => ({ remembered, headers: overlap(headers.map(timeless), remembered.headers.map(timeless)), labels: overlap(labels.map(foldText), remembered.labels.map(foldText)), isSheet: remembered.sheet === draft.grid.name }))
    .filter((score) => score.headers >= LEAST_HEADERS && (score.labels >= LEAST_LABELS || score.isSheet))
    .sort((one, other) => value(other) - value(one));
  const [best] = scored;
  return best === undefined ? null : recalled(draft, best.remembered);
}

const value = (score: { readonly headers: number; readonly labels: number; readonly isSheet: boolean }): number => score.headers + score.labels + (score.isSheet ? 0.25 : 0);

/** Fields without figures: a new heading over them changes nothing that is computed. */
const WORDS: ReadonlySet<Field> = new Set(['label', 'code', 'area', 'unit', 'month', 'comment', 'status', 'responsible', 'other']);

function recalled(draft: TableDraft, remembered: RememberedTable): Recalled {
  const columns: Record<string, Field> = {};
  const moved: Recalled['moved'][number][] = [];
  const known = new Set(remembered.headers);
  for (const [before, read] of Object.entries({ ...remembered.readAs, ...remembered.fields })) {
    const same = draft.columns.find(({ header }) => header === before);
    const renamed = same ? undefined : onlyOne(draft.columns.filter(({ header }) => !known.has(header) && timeless(header) === timeless(before)));
    const column = same ?? renamed;
    if (column === undefined) continue;
    const corrected = remembered.fields[before];
    if (corrected !== undefined) columns[columnLetters(column.index)] = corrected;
    if (renamed && !WORDS.has(read)) moved.push({ column: columnLetters(renamed.index), before, now: renamed.header });
  }
  const rows: Record<number, RowKind> = {};
  for (let row = draft.area.top; row <= draft.area.bottom; row += 1) {
    const kind = remembered.rowKinds[labelAt(draft, row)];
    if (kind !== undefined) rows[row + 1] = kind;
  }
  return { remembered, correction: { ...remembered.correction, ...(Object.keys(columns).length > 0 ? { columns } : {}), ...(Object.keys(rows).length > 0 ? { rows } : {}) }, moved };
}

const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

const monthWords = new RegExp(`\\b(?:${MONTH_STARTS.join('|')})[a-z]*\\b`, 'g');

/** A heading without what names a time: "Utfall okt 2024" and "Utfall nov 2024" are the same column in two months. */
function timeless(header: string): string {
  return foldText(header)
    .replace(monthWords, ' ')
    .replace(/\d+/g, ' ')
    .replace(/[^a-zåäö%]+/g, ' ')
    .trim();
}

/** How much two lists have in common, each counted as often as it stands: 1 when they hold the same. */
function overlap(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const left = new Map<string, number>();
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1);
  const shared = one.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0;
  }).length;
  return shared / Math.max(one.length, other.length);
}

function draftLabels(draft: TableDraft): readonly string[] {
  const labels: string[] = [];
  for (let row = draft.area.top; row <= draft.area.bottom && labels.length < KEPT_LABELS; row += 1) {
    const label = draft.headerRows.includes(row) ? '' : labelAt(draft, row);
    if (label !== '') labels.push(label);
  }
  return labels;
}

function labelAt(draft: TableDraft, row: number): string {
  for (const column of [...draft.labelColumns].reverse()) {
    const cell = valueAt(draft.grid, row, column);
    if (typeof cell === 'string' && cell.trim() !== '') return cell.trim();
  }
  return '';
}
