import type { Area } from '../../workbook/address';
import type { BookChange } from './book';
import { isWholeColumns, isWholeRows, localAddress, parseLocal } from './rangeAddress';
import type { SheetParts } from './sheetParts';

/** Rows or columns that came in before, or went out from, `at`. */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  /** Above zero inserted, below zero deleted. */
  readonly by: number;
}

/** The shift that a change of the workbook stands for; undefined for other changes. */
export function shiftOf({ kind, area }: BookChange): Shift | undefined {
  if (!area) return undefined;
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  if (kind === 'rowInserted') return { axis: 'row', at: area.top, by: rows };
  if (kind === 'rowDeleted') return { axis: 'row', at: area.top, by: -rows };
  if (kind === 'columnInserted') return { axis: 'column', at: area.left, by: columns };
  if (kind === 'columnDeleted') return { axis: 'column', at: area.left, by: -columns };
  return undefined;
}

/** Where a line (row or column number) stands after the shift; null when it was deleted. */
function shiftLine(line: number, { at, by }: Shift): number | null {
  if (line < at) return line;
  if (by > 0) return line + by;
  return line < at - by ? null : line + by;
}

/** An area after the shift: it grows when lines come in within it; null when all of it was deleted. */
export function shiftArea(area: Area, shift: Shift): Area | null {
  const [first, last] = shift.axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  const { at, by } = shift;
  const start = by > 0 ? (first >= at ? first + by : first) : first < at ? first : Math.max(at, first + by);
  const end = by > 0 ? (last >= at ? last + by : last) : last < at ? last : last < at - by ? at - 1 : last + by;
  if (end < start) return null;
  return shift.axis === 'row' ? { ...area, top: start, bottom: end } : { ...area, left: start, right: end };
}

function shiftAll<Item extends { area: Area }>(items: Item[], shift: Shift): void {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    const area = item ? shiftArea(item.area, shift) : null;
    if (item && area) item.area = area;
    else items.splice(index, 1);
  }
}

function shiftPoints<Item extends { row: number; column: number }>(items: Item[], shift: Shift): void {
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    const line = item ? shiftLine(item[shift.axis], shift) : null;
    if (item && line !== null) item[shift.axis] = line;
    else items.splice(index, 1);
  }
}

/** Moves tables, conditional formats, drop-downs, comments, links and the print area of a sheet along with its rows or columns. */
export function shiftParts(parts: SheetParts, shift: Shift): void {
  shiftAll(parts.tables, shift);
  shiftAll(parts.conditionals, shift);
  shiftAll(parts.validations, shift);
  shiftPoints(parts.comments, shift);
  shiftPoints(parts.links, shift);
  shiftPrint(parts, shift);
  const levels = shift.axis === 'row' ? parts.rowLevels : parts.columnLevels;
  const moved = [...levels].flatMap(([line, outline]) => {
    const target = shiftLine(line, shift);
    return target === null ? [] : [[target, outline] as const];
  });
  levels.clear();
  for (const [line, outline] of moved) levels.set(line, outline);
  if (shift.axis === 'row') parts.rowBreaks = parts.rowBreaks.flatMap((line) => shiftLine(line, shift) ?? []);
  else parts.columnBreaks = parts.columnBreaks.flatMap((line) => shiftLine(line, shift) ?? []);
}

/** What is printed and repeated are names in Excel, and follow as names do. */
function shiftPrint({ page }: SheetParts, shift: Shift): void {
  const areas = page.parts['areas']?.values ?? {};
  for (const [name, text] of Object.entries(areas)) {
    const area = typeof text === 'string' ? parseLocal(text) : null;
    const isAcross = area !== null && (shift.axis === 'row' ? isWholeColumns(area) : isWholeRows(area));
    const moved = area === null || isAcross ? area : shiftArea(area, shift);
    if (moved === null) delete areas[name];
    else areas[name] = localAddress(moved);
  }
}
