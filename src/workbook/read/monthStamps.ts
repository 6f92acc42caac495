import { valueAt, type SheetGrid } from '../grid';
import type { NamedMonth } from './periodWords';

const STAMP = /^(2\d)(0[1-9]|1[0-2])$/;
const EARLIEST = 2000;
const LATEST = 3000;
const FEWEST_STAMPS = 3;

/** Months since the year 2000 that "2601" stands for; null for anything else. */
function monthsOf(grid: SheetGrid, row: number, column: number): number | null {
  const value = valueAt(grid, row, column);
  // Every cell of a sheet comes by here: most are told apart without a pattern.
  const isShort = typeof value === 'number' ? value > EARLIEST && value < LATEST : typeof value === 'string' && value.length === 4;
  const stamp = isShort ? STAMP.exec(String(value)) : null;
  return stamp ? Number(stamp[1]) * 12 + Number(stamp[2]) - 1 : null;
}

/**
 * The month that a cell of four digits stands for where it is one of three or more beside each other, each a month after the one before: 2511, 2512,
 * 2601. Alone it is a figure like any other, and null.
 */
export function monthStampAt(grid: SheetGrid, row: number, column: number): NamedMonth | null {
  const months = monthsOf(grid, row, column);
  if (months === null) return null;
  let length = 1;
  for (const step of [-1, 1]) for (let away = step; length < FEWEST_STAMPS && monthsOf(grid, row, column + away) === months + away; away += step) length += 1;
  return length < FEWEST_STAMPS ? null : { month: (months % 12) + 1, year: 2000 + Math.floor(months / 12) };
}
