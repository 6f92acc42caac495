import type { Area } from '../address';
import { valueAt, type SheetGrid } from '../grid';
import { foldText } from './cellKind';
import { cutColumns } from './cutColumns';
import { findHeader, type HeaderMatch } from './findHeader';
import { profileRow, type RowProfile } from './rowProfile';
import { yearLikeNumbers } from './yearLikeNumbers';

/** A table as rows and columns of a sheet, nothing in it read yet. */
export interface FoundTable {
  readonly left: number;
  readonly right: number;
  readonly headerRows: readonly number[];
  /** Last row of figures. */
  readonly bottom: number;
  readonly repeatedHeaderRows: readonly number[];
  /** Rows with text above the table that belong to it, in sheet order. */
  readonly titleRows: readonly number[];
  /** Rows with text below the table. */
  readonly noteRows: readonly number[];
}

const ROWS_PER_STEP = 4000;

/**
 * Finds the tables of a sheet: stacked and side by side, with blank rows and columns in them, with headings repeated as on printed pages.
 * A table begins at a heading and ends at its last row of figures before the next heading. Time is linear in the cells.
 * A generator that gives the number of rows done, so that the caller can pause or stop.
 */
export function* findTables(grid: SheetGrid): Generator<number, readonly FoundTable[]> {
  if (grid.rowCount === 0 || grid.columnCount === 0) return [];
  const sheet: Area = { top: grid.top, left: grid.left, bottom: grid.top + grid.rowCount - 1, right: grid.left + grid.columnCount - 1 };
  const found: FoundTable[] = [];
  for (const window of cutColumns(grid, sheet)) found.push(...(yield* findInWindow(grid, window, 0)));
  return withExcelTables(grid, found).sort((a, b) => (a.headerRows[0] ?? 0) - (b.headerRows[0] ?? 0) || a.left - b.left);
}

const areaOf = (table: FoundTable): Area => ({ top: table.headerRows[0] ?? table.bottom, left: table.left, bottom: table.bottom, right: table.right });
const touches = (one: Area, other: Area): boolean => one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;

/**
 * Brings in the tables that the user has made with Excel: they part what was found as one, and stand where nothing was found. Otherwise what was found
 * holds, as headings above an Excel table and sums below it belong to it.
 */
function withExcelTables(grid: SheetGrid, found: readonly FoundTable[]): FoundTable[] {
  const listed = grid.tables.filter((table) => table.hasHeader && hasOwnHeadings(grid, table.area));
  const asFound = ({ area }: (typeof listed)[number]): FoundTable => ({ left: area.left, right: area.right, headerRows: [area.top], bottom: area.bottom, repeatedHeaderRows: [], titleRows: titlesAbove(grid, area), noteRows: [] });
  const parted = found.flatMap((table) => {
    const inside = listed.filter(({ area }) => touches(area, areaOf(table)));
    return inside.length > 1 ? inside.map(asFound) : [table];
  });
  return [...parted, ...listed.filter(({ area }) => !found.some((table) => touches(area, areaOf(table)))).map(asFound)];
}

/** Excel names the columns of a table without headings "Kolumn1", "Column2": such a table has its headings elsewhere. */
function hasOwnHeadings(grid: SheetGrid, area: Area): boolean {
  let generated = 0;
  for (let column = area.left; column <= area.right; column += 1) {
    const value = valueAt(grid, area.top, column);
    if (value === null || (typeof value === 'string' && /^(kolumn|column)\s?\d+$/i.test(value))) generated += 1;
  }
  return area.bottom > area.top && generated * 2 <= area.right - area.left + 1;
}

function titlesAbove(grid: SheetGrid, area: Area): readonly number[] {
  const rows: number[] = [];
  for (let row = area.top - 1; row >= Math.max(grid.top, area.top - 6); row -= 1) {
    const profile = profileRow(grid, row, area.left, area.right);
    if (profile.figures > 0 || profile.filled > 2) break;
    if (profile.texts > 0) rows.unshift(row);
  }
  return rows;
}

function* findInWindow(grid: SheetGrid, window: Area, depth: number): Generator<number, FoundTable[]> {
  const profiles: RowProfile[] = [];
  for (let row = window.top; row <= window.bottom; row += 1) {
    const profile = profileRow(grid, row, window.left, window.right);
    if (profile.filled > 0) profiles.push(profile);
    if ((row - window.top) % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield row;
  }
  const tables = stackTables(grid, window, profiles).flatMap((table) => splitRepeatedHeads(grid, table));
  const result: FoundTable[] = [];
  for (const table of tables) {
    const area = areaOf(table);
    const parts = depth < 2 ? cutColumns(grid, area) : [area];
    if (parts.length < 2) result.push(table);
    else {
      for (const part of parts) {
        const inPart = yield* findInWindow(grid, part, depth + 1);
        result.push(...inPart.map((inner) => ({ ...inner, titleRows: [...table.titleRows, ...inner.titleRows], noteRows: [...inner.noteRows, ...table.noteRows] })));
      }
    }
  }
  return result;
}

/** Side by side without a gap: the same headings once more to the right, from the names on, are a table of their own. */
function splitRepeatedHeads(grid: SheetGrid, table: FoundTable): readonly FoundTable[] {
  const heads: string[] = [];
  for (let column = table.left; column <= table.right; column += 1) heads.push(table.headerRows.map((row) => foldText(String(valueAt(grid, row, column) ?? ''))).join('|'));
  const width = heads.length / 2;
  const isTwice = Number.isInteger(width) && width >= 2 && heads.slice(0, width).every((head, place) => head === heads[width + place] && !/^\|*$/.test(head));
  const namesAgain = isTwice && beginsWithText(grid, table, table.left + width);
  if (!namesAgain) return [table];
  return [
    { ...table, right: table.left + width - 1 },
    { ...table, left: table.left + width },
  ];
}

function beginsWithText(grid: SheetGrid, table: FoundTable, column: number): boolean {
  const row = (table.headerRows.at(-1) ?? 0) + 1;
  return typeof valueAt(grid, row, column) === 'string';
}

interface OpenTable {
  readonly header: HeaderMatch;
  readonly titleRows: readonly number[];
  readonly body: RowProfile[];
  readonly repeated: number[];
}

/** Cuts the rows of a window into tables at their headings. */
function stackTables(grid: SheetGrid, window: Area, profiles: readonly RowProfile[]): FoundTable[] {
  const tables: FoundTable[] = [];
  let open: OpenTable | null = null;
  let loose: RowProfile[] = [];
  for (let index = 0; index < profiles.length; ) {
    const profile = profiles[index];
    if (!profile) break;
    const header: HeaderMatch | null = findHeader(grid, window, profiles, index, open?.header ?? null);
    if (!header) {
      (open ? open.body : loose).push(profile);
      index += 1;
      continue;
    }
    if (open && isRepetition(grid, window, open, header)) {
      open.repeated.push(...takePageLines(grid, window, open), ...header.rows);
      index = header.next;
      continue;
    }
    const above: readonly RowProfile[] = open ? open.body.splice(titlesFrom(open.body, header)) : loose;
    const closed = open ? closeTable(grid, window, open) : [];
    // What looked like a heading but has no data below it is a line among the titles.
    const abandoned: readonly number[] = open && closed.length === 0 ? [...open.titleRows, ...open.header.rows, ...open.body.map((row) => row.row)] : [];
    tables.push(...closed);
    const numbered = profiles[header.next];
    const hasNumbers = numbered !== undefined && numbersColumns(grid, numbered);
    open = { header, titleRows: [...abandoned, ...above.map((row) => row.row)], body: [], repeated: hasNumbers ? [numbered.row] : [] };
    loose = [];
    index = header.next + (hasNumbers ? 1 : 0);
  }
  if (open) tables.push(...closeTable(grid, window, open));
  return tables;
}

const fewestNumbered = 3;

/** Whether a row below a heading does no more than number the columns: 1, 2, 3, "4=3-2". */
function numbersColumns(grid: SheetGrid, row: RowProfile): boolean {
  const cells: string[] = [];
  for (let column = row.first; column <= row.last; column += 1) cells.push(String(valueAt(grid, row.row, column) ?? '').trim());
  const first = Number(cells[0]);
  return cells.length >= fewestNumbered && (first === 1 || first === 2) && cells.every((cell, place) => cell === String(first + place) || new RegExp(`^${first + place} ?=`, 'u').test(cell));
}

const headerWords = (grid: SheetGrid, window: Area, row: number): string => {
  const words: string[] = [];
  for (let column = window.left; column <= window.right; column += 1) words.push(foldText(String(valueAt(grid, row, column) ?? '')));
  return words.join('|');
};

/** The same heading again is a new page of the same table, unless a title of its own or a total in between makes it a new one. */
function isRepetition(grid: SheetGrid, window: Area, open: OpenTable, header: HeaderMatch): boolean {
  const before = open.header.rows.map((row) => headerWords(grid, window, row));
  const now = header.rows.map((row) => headerWords(grid, window, row));
  if (!now.every((words) => before.includes(words))) return false;
  const from = titlesFrom(open.body, header);
  const lastRow = open.body[from - 1]?.row ?? -1;
  const between = open.body.slice(from);
  // A line of words that follows the figures without a gap is a section of the same table.
  if (between.length === 0 || ((between[0]?.row ?? 0) - lastRow === 1 && !isTotal(grid, window, lastRow))) return (header.rows[0] ?? 0) - lastRow <= 2 || !isTotal(grid, window, lastRow);
  // A page title is printed again word for word; another title starts another table.
  const titles = new Set(open.titleRows.map((row) => headerWords(grid, window, row)));
  return between.every((row) => titles.has(headerWords(grid, window, row.row)) || /^sida \d+/.test(headerWords(grid, window, row.row).replaceAll('|', '').trim()));
}

/** Takes the lines of a page's top (the title again, "Sida 2") from the end of the body: they are repeated like the heading below them. */
function takePageLines(grid: SheetGrid, window: Area, open: OpenTable): readonly number[] {
  const withoutNumbers = (row: number): string => headerWords(grid, window, row).replace(/\d+/g, '#');
  const titles = new Set(open.titleRows.map(withoutNumbers));
  const lines: number[] = [];
  for (let last = open.body.at(-1); last && last.figures === 0; last = open.body.at(-1)) {
    const words = withoutNumbers(last.row);
    if (!titles.has(words) && !/(^|\|)(sida|sid) #/.test(words)) break;
    lines.unshift(last.row);
    open.body.pop();
  }
  return lines;
}

function isTotal(grid: SheetGrid, window: Area, row: number): boolean {
  for (let column = window.left; column <= window.right; column += 1) {
    const value = valueAt(grid, row, column);
    if (typeof value === 'string') return /^(s:a|summa|total)/.test(foldText(value));
  }
  return false;
}

/** Where in the rows before a new heading those begin that speak of it: the block that stands directly on the heading. */
function titlesFrom(body: readonly RowProfile[], header: HeaderMatch): number {
  let start = body.length;
  let below = header.rows[0] ?? 0;
  for (let row = body[start - 1]; row && below - row.row <= 2; row = body[start - 1]) {
    below = row.row;
    start -= 1;
    if (isWords(row) && (body[start - 1]?.row ?? -9) < row.row - 1) break;
  }
  const block = body.slice(start);
  const isTitleBlock = block[0] !== undefined && isWords(block[0]) && block.filter((row) => row.figures > 0).length <= 2;
  const isApart = start > 0 && below - (body[start - 1]?.row ?? 0) > 1;
  if (isTitleBlock && (isApart || block.every((row) => row.figures === 0))) return start;
  let singles = body.length;
  // A line further than one blank row above the heading is a note of the table above.
  if ((header.rows[0] ?? 0) - (body[singles - 1]?.row ?? 0) > 2) return singles;
  // Of several lines only those after the last gap can be a title; those before it are notes of the table above.
  for (let row = body[singles - 1]; row && isWords(row) && (body[singles]?.row ?? row.row + 1) - row.row === 1; row = body[singles - 1]) singles -= 1;
  return singles;
}

function lastIndex(rows: readonly RowProfile[], test: (row: RowProfile) => boolean): number {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    if (row && test(row)) return index;
  }
  return -1;
}

const isWords = (row: RowProfile): boolean => row.filled === 1 && row.texts === 1;

/** Ends a table at its last row of figures; what comes after are notes. */
function closeTable(grid: SheetGrid, window: Area, open: OpenTable): FoundTable[] {
  const hasFigures = open.body.some((row) => row.figures > 0);
  const isData = (row: RowProfile): boolean => (hasFigures ? row.figures > 0 || row.marks > 0 && row.filled > 1 || row.times > 0 && (row.filled > 2 || yearLikeNumbers(grid, row) !== 'years') : row.filled >= 2);
  let last = lastIndex(open.body, isData);
  if (last < 0) return [];
  // Rows of words that go on without a gap are data of a table with few figures.
  for (let next = open.body[last + 1]; next && next.filled >= 2 && next.row === (open.body[last]?.row ?? 0) + 1; next = open.body[last + 1]) last += 1;
  const bottom = open.body[last]?.row ?? window.bottom;
  return [
    {
      left: window.left,
      right: window.right,
      headerRows: open.header.rows,
      bottom,
      repeatedHeaderRows: open.repeated.filter((row) => row < bottom),
      titleRows: open.titleRows,
      noteRows: open.body.slice(last + 1).map((row) => row.row),
    },
  ];
}
