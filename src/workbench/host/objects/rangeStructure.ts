import type { Area } from '../../../workbook/address';
import { demandUnprotected, partsOf, sheetOf, type Book } from '../book';
import { changeStyles, readCells, styleAt, usedArea, writeCells, type CellInput } from '../cells';
import { cutConditionals } from '../conditionalAreas';
import { invalidArgument } from '../hostError';
import { setHidden } from '../lines';
import { intersection, isWholeColumns, isWholeRows, type Place } from '../rangeAddress';
import { shiftLines } from '../structure';
import { formattedArea } from './rangeFormat';
import { removeLinks } from './rangeLink';

interface UniverRange {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

const toRange = (area: Area): UniverRange => ({ startRow: area.top, startColumn: area.left, endRow: area.bottom, endColumn: area.right });

/** The merged areas that touch an area. */
export function mergesIn(book: Book, sheet: string, area: Area): Area[] {
  return sheetOf(book, sheet).getMergeData().map((range) => ({ top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn })).filter((merge) => intersection(merge, area) !== null);
}

/** Range.merge: into one cell, or a cell a row. */
export function mergeRange(book: Book, sheet: string, area: Area, across: boolean): void {
  demandUnprotected(book, sheet);
  unmergeRange(book, sheet, area);
  const rows = across ? Array.from({ length: area.bottom - area.top + 1 }, (_, index) => ({ ...area, top: area.top + index, bottom: area.top + index })) : [area];
  for (const row of rows) {
    const cells = readCells(book, sheet, row);
    // Only the first cell keeps its content, as in Excel.
    writeCells(book, sheet, row.top, row.left, cells.map((line, y) => line.map((_cell, x) => (x === 0 && y === 0 ? undefined : { value: null }))));
  }
  book.engine.execute('sheet.mutation.add-worksheet-merge', { subUnitId: sheet, ranges: rows.map(toRange) });
}

/** Range.unmerge. */
export function unmergeRange(book: Book, sheet: string, area: Area): void {
  demandUnprotected(book, sheet);
  const merges = mergesIn(book, sheet, area);
  if (merges.length > 0) book.engine.execute('sheet.mutation.remove-worksheet-merge', { subUnitId: sheet, ranges: merges.map(toRange) });
}

/** Range.clear: contents, formats, links or all of them. */
export function clearRange(book: Book, sheet: string, area: Area, applyTo: unknown): void {
  demandUnprotected(book, sheet);
  if (applyTo !== 'All' && applyTo !== 'Formats' && applyTo !== 'Contents' && applyTo !== 'Hyperlinks' && applyTo !== 'RemoveHyperlinks') throw invalidArgument();
  const used = usedArea(book, sheet, false, area);
  if (used && (applyTo === 'All' || applyTo === 'Contents')) {
    const empty: CellInput[][] = Array.from({ length: used.bottom - used.top + 1 }, () => Array.from({ length: used.right - used.left + 1 }, () => ({ value: null })));
    writeCells(book, sheet, used.top, used.left, empty);
  }
  if (used && (applyTo === 'All' || applyTo === 'Formats')) changeStyles(book, sheet, used, () => ({}));
  if (applyTo === 'All' || applyTo === 'Formats') {
    unmergeRange(book, sheet, area);
    cutConditionals(book, sheet, area);
  }
  if (applyTo !== 'Formats' && applyTo !== 'Contents') removeLinks(book, sheet, area);
  book.onChange({ kind: 'edited', sheet, area });
}

/** Range.insert: moves what stands there down or to the right. */
export function insertRange(book: Book, sheet: string, area: Area, direction: unknown): void {
  if (direction !== 'Down' && direction !== 'Right') throw invalidArgument();
  if (isWholeRows(area)) return shiftLines(book, sheet, area, 'row', true);
  if (isWholeColumns(area)) return shiftLines(book, sheet, area, 'column', true);
  slideCells(book, sheet, area, direction === 'Down' ? 'row' : 'column', true);
}

/** Range.delete: moves what follows up or to the left. */
export function deleteRange(book: Book, sheet: string, area: Area, direction: unknown): void {
  if (direction !== 'Up' && direction !== 'Left') throw invalidArgument();
  if (isWholeRows(area)) return shiftLines(book, sheet, area, 'row', false);
  if (isWholeColumns(area)) return shiftLines(book, sheet, area, 'column', false);
  slideCells(book, sheet, area, direction === 'Up' ? 'row' : 'column', false);
}

/** Moves the cells below (or to the right of) an area away or up to it. Formulas elsewhere keep pointing at the old places. */
function slideCells(book: Book, sheet: string, area: Area, axis: 'row' | 'column', isInsert: boolean): void {
  demandUnprotected(book, sheet);
  const used = usedArea(book, sheet, false) ?? area;
  const size = axis === 'row' ? area.bottom - area.top + 1 : area.right - area.left + 1;
  const band: Area = axis === 'row' ? { ...area, bottom: Math.max(used.bottom, area.bottom) + (isInsert ? size : 0) } : { ...area, right: Math.max(used.right, area.right) + (isInsert ? size : 0) };
  const cells = readCells(book, sheet, band);
  const styles = cells.map((line, y) => line.map((_cell, x) => styleAt(book, sheet, band.top + y, band.left + x)));
  const from = (y: number, x: number): readonly [number, number] => {
    const by = isInsert ? -size : size;
    return axis === 'row' ? [y + by, x] : [y, x + by];
  };
  const inputs = cells.map((line, y) => line.map((_cell, x): CellInput => {
    const [row, column] = from(y, x);
    return cells[row]?.[column] ?? { value: null };
  }));
  writeCells(book, sheet, band.top, band.left, inputs);
  changeStyles(book, sheet, band, (_style, row, column) => {
    const [y, x] = from(row - band.top, column - band.left);
    return styles[y]?.[x] ?? {};
  });
  book.onChange({ kind: 'edited', sheet, area: band });
}

/** Range.copyFrom: contents and marks, with relative references moved along; the source is repeated where the target is a multiple of it. */
export function copyRange(book: Book, target: Place, source: Place, copyType: unknown, skipBlanks: boolean, transpose: boolean): void {
  demandUnprotected(book, target.sheet);
  if (copyType !== 'All' && copyType !== 'Formulas' && copyType !== 'Values' && copyType !== 'Formats' && copyType !== 'Link') throw invalidArgument();
  const from = formattedArea(book, source.sheet, source.area);
  const cells = readCells(book, source.sheet, from);
  const height = transpose ? (cells[0]?.length ?? 0) : cells.length;
  const width = transpose ? cells.length : (cells[0]?.length ?? 0);
  const repeat = (have: number, size: number): number => (have % size === 0 ? have : size);
  const rows = repeat(target.area.bottom - target.area.top + 1, height);
  const columns = repeat(target.area.right - target.area.left + 1, width);
  const sourceOf = (y: number, x: number): readonly [number, number] => (transpose ? [x % width, y % height] : [y % height, x % width]);
  const { top, left } = target.area;
  const to = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  if (copyType !== 'Formats') {
    const inputs = Array.from({ length: rows }, (_line, y) => Array.from({ length: columns }, (_cell, x): CellInput | undefined => {
      const [row, column] = sourceOf(y, x);
      const cell = cells[row]?.[column] ?? { value: null };
      if (skipBlanks && cell.value === null && !cell.formula) return undefined;
      if (copyType === 'Values' || !cell.formula) return { value: cell.value };
      const formula = book.engine.lexer.moveFormulaRefOffset(cell.formula, left + x - from.left - column, top + y - from.top - row);
      return { value: null, formula: formula.startsWith('=') ? formula : `=${formula}` };
    }));
    writeCells(book, target.sheet, top, left, inputs);
  }
  if (copyType === 'All' || copyType === 'Formats') {
    const styles = cells.map((line, y) => line.map((_cell, x) => styleAt(book, source.sheet, from.top + y, from.left + x)));
    changeStyles(book, target.sheet, to, (_style, row, column) => {
      const [y, x] = sourceOf(row - top, column - left);
      return styles[y]?.[x] ?? {};
    });
  }
  book.onChange({ kind: 'edited', sheet: target.sheet, area: to });
}

function outlined(book: Book, sheet: string, area: Area, by: unknown): { readonly axis: 'row' | 'column'; readonly lines: readonly number[] } {
  demandUnprotected(book, sheet);
  if (by !== 'ByRows' && by !== 'ByColumns') throw invalidArgument();
  const [first, last] = by === 'ByRows' ? [area.top, area.bottom] : [area.left, area.right];
  if (last - first > 100_000) throw invalidArgument();
  return { axis: by === 'ByRows' ? 'row' : 'column', lines: Array.from({ length: last - first + 1 }, (_, index) => first + index) };
}

/** Groups rows or columns one level deeper; `collapsed` folds or unfolds a group that is there. */
export function groupLines(book: Book, sheet: string, area: Area, by: unknown, collapsed?: boolean): void {
  const { axis, lines } = outlined(book, sheet, area, by);
  const levels = axis === 'row' ? partsOf(book, sheet).rowLevels : partsOf(book, sheet).columnLevels;
  for (const line of lines) {
    const present = levels.get(line);
    if (collapsed === undefined) levels.set(line, { level: Math.min(8, (present?.level ?? 0) + 1), collapsed: present?.collapsed ?? false });
    else if (present) {
      present.collapsed = collapsed;
      setHidden(book, sheet, line, axis, collapsed);
    }
  }
}

/** Range.ungroup. */
export function ungroupLines(book: Book, sheet: string, area: Area, by: unknown): void {
  const { axis, lines } = outlined(book, sheet, area, by);
  const levels = axis === 'row' ? partsOf(book, sheet).rowLevels : partsOf(book, sheet).columnLevels;
  if (!lines.some((line) => levels.has(line))) throw invalidArgument();
  for (const line of lines) {
    const present = levels.get(line);
    if (present && present.level > 1) present.level -= 1;
    else levels.delete(line);
  }
}
