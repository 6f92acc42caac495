import type { Area } from '../address';
import { valueAt, type SheetGrid } from '../grid';
import { foldText } from './cellKind';
import { isSelection } from './selectionLines';
import { isUnitText } from './unitWords';
import { cellRole, profileRow, type RowProfile } from './rowProfile';
import { yearLikeNumbers } from './yearLikeNumbers';

/** The heading rows of a table, and where among the profiles its body begins. */
export interface HeaderMatch {
  readonly rows: readonly number[];
  readonly next: number;
}

const ROWS_LOOKED_BELOW = 6;
const MOST_HEADER_ROWS = 5;
const MOST_SELECTION_LINES = 12;

const couldBeHeading = (row: RowProfile): boolean => row.figures === 0 && row.marks === 0 && row.texts + row.times > 0;
const readsAsHeading = (row: RowProfile): boolean => row.headings + row.times >= 2 && (row.headings + row.times) * 2 >= row.filled && row.headings > 0;

/**
 * Tells whether a table's heading begins at a row, and which rows it takes. Evidence: words of the trade, texts and years over columns of
 * figures, and that the heading goes on until every column has a name of its own.
 * @param profiles the rows of the window that hold anything
 * @param index the row to judge
 * @param open the table that the row would otherwise belong to; inside a table more is asked of a heading
 */
export function findHeader(grid: SheetGrid, window: Area, profiles: readonly RowProfile[], index: number, open: HeaderMatch | null): HeaderMatch | null {
  const start = profiles[index];
  if (!start || !couldBeHeading(start)) return null;
  if (start.filled < 2 && !isHeadAboveHeading(grid, profiles, index)) return null;
  if (!open && isSelectionLine(grid, profiles, index)) return null;
  if (open && !breaksTable(grid, window, profiles, index, open)) return null;
  const header = extendHeader(grid, window, profiles, index);
  if (header.next >= profiles.length) return null;
  return open || opensTable(grid, profiles, index, header) ? header : null;
}

/** One of several lines above a table that say what it was made for, a name and a value each: "Organisation", "7310 LSS-boende"; "Period", "2508". */
function isSelectionLine(grid: SheetGrid, profiles: readonly RowProfile[], index: number): boolean {
  const isLine = (row: RowProfile | undefined): boolean => row !== undefined && row.filled === 2 && isSelection(valueAt(grid, row.row, row.first), valueAt(grid, row.row, row.last));
  return isLine(profiles[index]) && (isLine(profiles[index + 1]) || isLine(profiles[index - 1])) && profiles.slice(index + 1, index + 1 + MOST_SELECTION_LINES).some((row) => couldBeHeading(row) && row.filled > 2);
}

/** The heading from its first row on, as far as it goes. */
function extendHeader(grid: SheetGrid, window: Area, profiles: readonly RowProfile[], index: number): HeaderMatch {
  const rows = [profiles[index]?.row ?? 0];
  let next = index + 1;
  for (; rows.length < MOST_HEADER_ROWS; next += 1) {
    const row = profiles[next];
    if (!row || !goesOn(grid, window, rows, row, profiles[next + 1])) break;
    rows.push(row.row);
  }
  return { rows, next };
}

/** A lone text or year over the columns of figures, directly above a heading: "Budget 2025" over "Kostnader", "Intäkter". */
function isHeadAboveHeading(grid: SheetGrid, profiles: readonly RowProfile[], index: number): boolean {
  const row = profiles[index];
  const below = profiles[index + 1];
  if (!row || !below || below.row !== row.row + 1 || !couldBeHeading(below) || below.filled < 2) return false;
  if (row.first <= below.first) return false;
  const value = valueAt(grid, row.row, row.first);
  return (row.times > 0 || row.headings > 0) && !(typeof value === 'string' && isUnitText(value));
}

/** Whether figures stand below the texts of a row, in how many columns, within the next rows that are no headings themselves. */
function columnsOverFigures(grid: SheetGrid, row: RowProfile, profiles: readonly RowProfile[], index: number): number {
  const below = profiles.slice(index + 1, index + 1 + ROWS_LOOKED_BELOW);
  let over = 0;
  for (let column = row.first; column <= row.last; column += 1) {
    if (cellRole(grid, row.row, column) === 'empty') continue;
    if (below.some((other) => cellRole(grid, other.row, column) === 'figure')) over += 1;
  }
  return over;
}

function opensTable(grid: SheetGrid, profiles: readonly RowProfile[], index: number, header: HeaderMatch): boolean {
  const row = profiles[index];
  if (!row) return false;
  if (row.filled < 2) return true;
  // A line of two texts among the titles ("Nämnd: …", "Period: …") is no heading when a better one follows before any figure.
  for (let next = header.next; next <= header.next + 3; next += 1) {
    const below = profiles[next];
    if (!below || below.figures > 0) break;
    if (couldBeHeading(below) && below.filled >= row.filled && (readsAsHeading(below) || below.filled > row.filled + 1) && !(readsAsHeading(row) && row.filled > 2)) return false;
  }
  if (readsAsHeading(row) || header.rows.length > 1) return true;
  if (columnsOverFigures(grid, row, profiles, index) > 0) return true;
  return (profiles[index + 1]?.filled ?? 0) >= 2;
}

/** Inside a table a row of words is a new heading if its words say so or, after a gap, if it stands over columns of figures. */
function breaksTable(grid: SheetGrid, window: Area, profiles: readonly RowProfile[], index: number, open: HeaderMatch): boolean {
  const row = profiles[index];
  const before = profiles[index - 1];
  if (!row || !before || index < open.next) return false;
  const isApart = row.row - before.row > 1 || (before.filled === 1 && before.texts === 1);
  if (index === open.next && !isApart) return false;
  if (sameWords(grid, window, row.row, open.rows)) return true;
  const numbers = yearLikeNumbers(grid, row);
  if (numbers === 'figures' || (numbers === 'either' && !isApart)) return false;
  if (readsAsHeading(row)) return isApart || hasTextOverFigures(grid, row, before, profiles, index);
  return isApart && row.filled >= 3 && columnsOverFigures(grid, row, profiles, index) >= 2 && row.texts + row.times === row.filled && hasTextOverFigures(grid, row, before, profiles, index);
}

/** Texts in columns that hold figures just before: a row of data would have figures there. */
function hasTextOverFigures(grid: SheetGrid, row: RowProfile, before: RowProfile, profiles: readonly RowProfile[], index: number): boolean {
  const lastFigures = profiles.slice(Math.max(0, index - 4), index).reverse().find((other) => other.figures > 0) ?? before;
  let covered = 0;
  for (let column = row.first; column <= row.last; column += 1) {
    if (cellRole(grid, row.row, column) === 'empty') continue;
    if (cellRole(grid, lastFigures.row, column) === 'figure') covered += 1;
  }
  return covered >= 1;
}

function sameWords(grid: SheetGrid, window: Area, row: number, headerRows: readonly number[]): boolean {
  return headerRows.some((header) => {
    let equal = 0;
    for (let column = window.left; column <= window.right; column += 1) {
      const one = valueAt(grid, row, column);
      const other = valueAt(grid, header, column);
      if (one === null && other === null) continue;
      if (one === null || other === null || foldText(String(one)) !== foldText(String(other))) return false;
      equal += 1;
    }
    return equal >= 2;
  });
}

/** Whether a row continues the heading above it: it has no figures, and the heading is not complete without it. */
function goesOn(grid: SheetGrid, window: Area, rows: readonly number[], row: RowProfile, after: RowProfile | undefined): boolean {
  const last = rows.at(-1) ?? 0;
  if (!couldBeHeading(row) || row.row - last > 3 || !after) return false;
  const profiles = rows.map((header) => profileRow(grid, header, window.left, window.right));
  const labelColumn = Math.min(row.first, ...profiles.map((profile) => profile.first), after.first);
  const hasLabel = profiles.some((profile) => profile.first === labelColumn);
  const isUnique = hasUniquePaths(grid, window, rows);
  if (row.first === labelColumn) {
    if (row.filled < 2) return false;
    if (!hasLabel) return true;
    if (row.row !== last + 1) return false;
    if (!startsWithUnit(grid, row) && yearLikeNumbers(grid, row) === 'figures') return false;
    return startsWithUnit(grid, row) ? row.headings + row.times >= 2 : readsAsHeading(row) && (!isUnique || namesMoreColumns(grid, row, profiles));
  }
  if (row.row - last > 1 && isUnique && hasLabel) return false;
  if (!isUnique || !hasLabel || isRowOfUnits(grid, row)) return true;
  if (row.times > 0 && row.texts === 0) return after.figures > 0 || (couldBeHeading(after) && after.first > labelColumn);
  return row.headings * 2 >= row.texts && row.headings + row.times > 0 && after.figures + after.texts > 0 && row.row === last + 1 && isOverFigures(grid, row, after);
}

/** A unit in place of a name: "(tkr)", then years or words of headings. */
function startsWithUnit(grid: SheetGrid, row: RowProfile): boolean {
  const value = valueAt(grid, row.row, row.first);
  return typeof value === 'string' && isUnitText(value);
}

/** Whether a row names two or more columns between those that the heading names so far: groups stand over their first column only. */
function namesMoreColumns(grid: SheetGrid, row: RowProfile, heading: readonly RowProfile[]): boolean {
  const last = Math.max(...heading.map((above) => above.last));
  let named = 0;
  for (let column = row.first; column < last; column += 1) {
    if (cellRole(grid, row.row, column) !== 'empty' && heading.every((above) => cellRole(grid, above.row, column) === 'empty')) named += 1;
  }
  return named >= 2;
}

/** "tkr", "tkr", "%", or "+" and "−", under the headings. */
function isRowOfUnits(grid: SheetGrid, row: RowProfile): boolean {
  for (let column = row.first; column <= row.last; column += 1) {
    const value = valueAt(grid, row.row, column);
    if (value !== null && (typeof value !== 'string' || !(isUnitText(value) || /^(?:%|procent|antal|st\.?|tim(?:mar)?|\(?[-+−–]\)?)$/i.test(value.trim())))) return false;
  }
  return true;
}

/** A row of words without a name of its own is a heading only above figures. */
function isOverFigures(grid: SheetGrid, row: RowProfile, after: RowProfile): boolean {
  if (after.figures === 0) return true;
  for (let column = row.first; column <= row.last; column += 1) {
    if (cellRole(grid, row.row, column) !== 'empty' && cellRole(grid, after.row, column) === 'figure') return true;
  }
  return false;
}

/** Seth and Nagy's test: a heading is complete when no two columns have the same path. Columns without a text do not count. */
function hasUniquePaths(grid: SheetGrid, window: Area, rows: readonly number[]): boolean {
  const seen = new Set<string>();
  for (let column = window.left; column <= window.right; column += 1) {
    const path = rows.map((row) => foldText(String(valueAt(grid, row, column) ?? ''))).join('|');
    if (/^\|*$/.test(path)) continue;
    if (seen.has(path)) return false;
    seen.add(path);
  }
  return rows.every((row) => !grid.merges.some((merge) => merge.top <= row && merge.bottom >= row && merge.right > merge.left && merge.left >= window.left && merge.bottom <= (rows.at(-1) ?? row)));
}
