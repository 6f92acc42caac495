import type { Area } from '../address';
import { mapReferences, referenceText } from './formulaReferences';

/** Where the rows and columns of a draft (or of an earlier writing) stand on the sheet. */
export interface Placement {
  readonly row: (row: number) => number;
  readonly column: (column: number) => number;
}

/** Everything stands where the draft has it. */
export const IN_PLACE: Placement = { row: (row) => row, column: (column) => column };

/**
 * A placement told by lists: `rows[i]` is the sheet row of row i. Past the end of a list the distance to its last entry is kept.
 * @example placementOf([0, 1, 3], [0, 1]).row(4) // 5
 */
export function placementOf(rows: readonly number[], columns: readonly number[]): Placement {
  return { row: follow(rows), column: follow(columns) };
}

const follow = (places: readonly number[]) => (index: number): number => {
  const last = places.length - 1;
  return places[index] ?? (places[last] ?? -1) + (index - last);
};

/** The smallest area that holds every row and column of another area where they stand now. */
export function placeArea(area: Area, placement: Placement): Area {
  const rows = span(area.top, area.bottom, placement.row);
  const columns = span(area.left, area.right, placement.column);
  return { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
}

/** Formulas of a long block speak of the same ranges again and again: each is followed line by line but once. */
const spans = new WeakMap<(index: number) => number, Map<string, readonly [number, number]>>();

function span(first: number, last: number, place: (index: number) => number): readonly [number, number] {
  if (first === last) return [place(first), place(first)];
  const known = spans.get(place) ?? new Map<string, readonly [number, number]>();
  spans.set(place, known);
  const found = known.get(`${first}:${last}`) ?? spanOf(first, last, place);
  known.set(`${first}:${last}`, found);
  return found;
}

function spanOf(first: number, last: number, place: (index: number) => number): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let index = Math.min(first, last); index <= Math.max(first, last); index += 1) {
    const placed = place(index);
    low = Math.min(low, placed);
    high = Math.max(high, placed);
  }
  return [low, high];
}

/**
 * A formula whose addresses follow the rows and columns they speak of.
 * @param own placement of the formula's own sheet
 * @param others placements of other sheets by name; a sheet that is not named has not moved
 * @example moveFormula('=D7-C7', placementOf([], [0, 1, 2, 4]), new Map()) // '=E7-C7'
 */
export function moveFormula(formula: string, own: Placement, others: ReadonlyMap<string, Placement>): string {
  return mapReferences(formula, (reference) => {
    const placement = reference.sheet === undefined ? own : others.get(reference.sheet);
    return placement === undefined ? reference.text : referenceText(reference, placeArea(reference.area, placement));
  });
}
