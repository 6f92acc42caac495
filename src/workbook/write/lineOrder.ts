import type { Area } from '../address';

/** Where the rows (or the columns) of a sheet that is written again come from. */
export interface LineOrder {
  /** So many lines, from the first, are spoken of; those behind them keep their order. */
  readonly count: number;
  /** For each place from the first on: the line that stood at this old place, or null for a new one. A line that is not named goes. */
  readonly from: readonly (number | null)[];
}

/** What is done to whole rows or columns, one step after the other; places are those at the time of the step. */
export type LineStep =
  | { readonly kind: 'insert'; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  /** The lines from `from` on are put before the line that stands at `to`. */
  | { readonly kind: 'move'; readonly from: number; readonly to: number; readonly count: number };

/** How a sheet is rearranged before its cells are written, so that all the user has given a row or column goes with it. */
export interface SheetOrder {
  readonly rows: LineOrder;
  readonly columns: LineOrder;
  /** Used rows and columns before. */
  readonly extent: { readonly rows: number; readonly columns: number };
}

export function isStill({ count, from }: LineOrder): boolean {
  return from.length === count && from.every((old, place) => old === place);
}

/** The order that undoes another. */
export function reverseOrder({ count, from }: LineOrder): LineOrder {
  const places = new Map(from.flatMap((old, place) => (old === null ? [] : [[old, place] as const])));
  return { count: from.length, from: Array.from({ length: count }, (_, old) => places.get(old) ?? null) };
}

/** The new place of each line by its old one; null where it goes. */
export function placeOf(order: LineOrder): (old: number) => number | null {
  const { count, from } = reverseOrder(order);
  return (old) => (old < from.length ? (from[old] ?? null) : old - from.length + count);
}

/** An area whose lines have been rearranged, from its first line left to its last; null when none is left. */
export function areaInOrder(area: Area, rows: (old: number) => number | null, columns: (old: number) => number | null): Area | null {
  const vertical = spanOf(area.top, area.bottom, rows);
  const horizontal = spanOf(area.left, area.right, columns);
  return vertical === null || horizontal === null ? null : { top: vertical[0], bottom: vertical[1], left: horizontal[0], right: horizontal[1] };
}

function spanOf(first: number, last: number, place: (old: number) => number | null): readonly [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (let line = first; line <= last; line += 1) {
    const placed = place(line);
    if (placed === null) continue;
    low = Math.min(low, placed);
    high = Math.max(high, placed);
  }
  return low > high ? null : [low, high];
}

/**
 * The steps from one order of lines to another. Lines that keep their order among themselves stand still; the others are moved around
 * them, so that as little as possible is cut out and put in again.
 * @param now names of the lines as they stand; null for a line nobody knows, which goes
 * @param wanted names of the lines as they shall stand; a name that is not there now, or null, becomes a new line
 * @example lineSteps([0, 1, 2], [0, null, 2]) // delete 1 line at 1, insert 1 line at 1
 */
export function lineSteps(now: readonly (number | null)[], wanted: readonly (number | null)[]): readonly LineStep[] {
  const present = new Set(now);
  const kept = wanted.flatMap((name) => (name !== null && present.has(name) ? [name] : []));
  const wantedNames = new Set<number | null>(kept);
  const steps: LineStep[] = [];
  const lines = [...now];
  for (const { first, count } of runs(lines.map((name) => name === null || !wantedNames.has(name))).reverse()) {
    lines.splice(first, count);
    steps.push({ kind: 'delete', at: first, count });
  }
  moveLines(lines, kept, steps);
  const known = new Set<number | null>(kept);
  for (const { first, count } of runs(wanted.map((name) => name === null || !known.has(name)))) steps.push({ kind: 'insert', at: first, count });
  return steps;
}

function moveLines(lines: (number | null)[], kept: readonly number[], steps: LineStep[]): void {
  const rank = new Map(kept.map((name, index) => [name, index]));
  const still = longestRising(lines.map((name) => rank.get(name ?? NaN) ?? 0));
  for (let index = 0; index < kept.length; index += 1) {
    if (still.has(index)) continue;
    const from = lines.indexOf(kept[index] ?? null);
    let count = 1;
    while (index + count < kept.length && !still.has(index + count) && lines[from + count] === kept[index + count]) count += 1;
    const to = index === 0 ? 0 : lines.indexOf(kept[index - 1] ?? null) + 1;
    steps.push({ kind: 'move', from, to, count });
    const moved = lines.splice(from, count);
    lines.splice(to > from ? to - count : to, 0, ...moved);
    index += count - 1;
  }
}

/** Runs of true. */
function runs(flags: readonly boolean[]): { readonly first: number; readonly count: number }[] {
  const found: { first: number; count: number }[] = [];
  flags.forEach((flag, index) => {
    const last = found.at(-1);
    if (!flag) return;
    if (last !== undefined && last.first + last.count === index) last.count += 1;
    else found.push({ first: index, count: 1 });
  });
  return found;
}

/** The numbers of a longest rising subsequence. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  });
  const found = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) found.add(numbers[index] ?? 0);
  return found;
}
