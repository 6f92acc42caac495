import type { Area } from './address';

/** What is left of an area when another is cut out of it. */
export function without(area: Area, cut: Area): readonly Area[] {
  const middle = { top: Math.max(area.top, cut.top), bottom: Math.min(area.bottom, cut.bottom) };
  return [
    { ...area, bottom: Math.min(area.bottom, cut.top - 1) },
    { ...area, top: Math.max(area.top, cut.bottom + 1) },
    { ...area, ...middle, right: Math.min(area.right, cut.left - 1) },
    { ...area, ...middle, left: Math.max(area.left, cut.right + 1) },
  ].filter((part) => part.top <= part.bottom && part.left <= part.right);
}

/** The area so many rows down and columns to the right. */
export function offsetArea(area: Area, rows: number, columns: number): Area {
  return { top: area.top + rows, bottom: area.bottom + rows, left: area.left + columns, right: area.right + columns };
}

/** What is left of areas when others are cut out of them. */
export function withoutAll(areas: readonly Area[], cuts: readonly Area[]): readonly Area[] {
  return cuts.reduce<readonly Area[]>((left, cut) => left.flatMap((area) => without(area, cut)), areas);
}
