import type { Area } from '../address';
import { valueAt, type SheetGrid } from '../grid';
import { readConcepts } from './headingWords';
import { cellRole } from './rowProfile';

const SAMPLE_ROWS = 300;

interface Run {
  readonly left: number;
  readonly right: number;
}

/**
 * Cuts an area into windows of columns that hold tables of their own, side by side. An empty column alone separates nothing: it cuts only where
 * what follows begins with names of its own and has figures to the right of them.
 */
export function cutColumns(grid: SheetGrid, area: Area): readonly Area[] {
  const runs = usedRuns(grid, area);
  const windows: { left: number; right: number }[] = [];
  for (const [place, run] of runs.entries()) {
    const window = windows.at(-1);
    // A blank column may stand between the names and their figures.
    const reach: Run = run.left === run.right ? { left: run.left, right: runs[place + 1]?.right ?? run.right } : run;
    if (!window || (hasOwnNames(grid, area, reach) && hasFigures(grid, area, window))) windows.push({ ...run });
    else window.right = run.right;
  }
  return windows.map((window) => ({ top: area.top, bottom: area.bottom, ...window }));
}

/** Runs of columns in use; a row with one filled cell is a title or a note and uses no column. */
function usedRuns(grid: SheetGrid, area: Area): readonly Run[] {
  const width = area.right - area.left + 1;
  const used = new Uint8Array(width);
  for (let row = area.top; row <= area.bottom; row += 1) {
    const cells = grid.values[row - grid.top];
    if (!cells) continue;
    const inRow: number[] = [];
    for (let offset = 0; offset < width; offset += 1) {
      const value = cells[area.left + offset - grid.left];
      if (value === null || value === undefined || value === '') continue;
      inRow.push(offset);
    }
    if (inRow.length >= 2) for (const offset of inRow) used[offset] = 1;
  }
  const runs: Run[] = [];
  for (let offset = 0; offset < width; offset += 1) {
    if (!used[offset]) continue;
    let end = offset;
    while (end + 1 < width && used[end + 1]) end += 1;
    runs.push({ left: area.left + offset, right: area.left + end });
    offset = end;
  }
  return runs;
}

interface Counts {
  readonly figures: number;
  readonly texts: number;
}

function countColumn(grid: SheetGrid, area: Area, column: number): Counts {
  let figures = 0;
  let texts = 0;
  const step = Math.max(1, Math.floor((area.bottom - area.top + 1) / SAMPLE_ROWS));
  for (let row = area.top; row <= area.bottom; row += step) {
    const role = cellRole(grid, row, column);
    if (role === 'figure' || role === 'mark') figures += 1;
    else if (role === 'text') texts += 1;
  }
  return { figures, texts };
}

function hasFigures(grid: SheetGrid, area: Area, run: Run): boolean {
  for (let column = run.left; column <= run.right; column += 1) if (countColumn(grid, area, column).figures >= 2) return true;
  return false;
}

const BESIDE_A_TABLE = ['comment', 'responsible', 'status', 'unit', 'followUp', 'description', 'analysis', 'direction'] as const;

function hasOwnNames(grid: SheetGrid, area: Area, run: Run): boolean {
  if (run.right === run.left) return false;
  const names = countColumn(grid, area, run.left);
  if (names.texts < 3 || names.figures > names.texts) {
    // Codes may stand before the names.
    return topTexts(grid, area, run.left).some((text) => text.length <= 20 && readConcepts(text).has('code')) && hasOwnNames(grid, area, { left: run.left + 1, right: run.right });
  }
  const heading = readConcepts(headingOf(grid, area, run) ?? '');
  if (!heading.has('item') && BESIDE_A_TABLE.some((concept) => heading.has(concept))) return false;
  return hasFigures(grid, area, { left: run.left + 1, right: run.right });
}

/** The last text of a run's first column above the run's first figures. */
function headingOf(grid: SheetGrid, area: Area, run: Run): string | null {
  let heading: string | null = null;
  for (let row = area.top; row <= Math.min(area.bottom, area.top + ROWS_WITH_HEADINGS); row += 1) {
    for (let column = run.left + 1; column <= run.right; column += 1) if (cellRole(grid, row, column) === 'figure') return heading;
    const value = valueAt(grid, row, run.left);
    if (typeof value === 'string' && value.trim() !== '') heading = value;
  }
  return heading;
}

const ROWS_WITH_HEADINGS = 40;

/** The texts of a column's upper rows, where titles and headings stand. */
function topTexts(grid: SheetGrid, area: Area, column: number): readonly string[] {
  const texts: string[] = [];
  for (let row = area.top; row <= Math.min(area.bottom, area.top + ROWS_WITH_HEADINGS); row += 1) {
    const value = valueAt(grid, row, column);
    if (typeof value === 'string' && value.trim() !== '') texts.push(value.trim());
  }
  return texts;
}
