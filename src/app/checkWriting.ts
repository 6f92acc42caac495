import { cellAddress } from '../workbook/address';
import { formulaAt, isCellError, valueAt } from '../workbook/grid';
import type { SheetGrid } from '../workbook/grid';
import { isSpecFormula } from '../workbook/write/sheetSpec';
import type { SheetSpec, SpecValue } from '../workbook/write/sheetSpec';
import type { WritingCheck } from './session';

/** Hosts differ in the last bits of a float. */
const TOLERANCE = 1e-9;

/**
 * Reads written sheets against what was meant: every value and formula stands there, formulas give the figures that were read, no
 * cell shows an error, and nothing needs the add-in or another workbook.
 */
export function checkWriting(written: readonly { readonly spec: SheetSpec; readonly grid: SheetGrid | undefined }[]): WritingCheck {
  const wrongCells: string[] = [];
  const errorCells: string[] = [];
  let isPortable = true;
  for (const { spec, grid } of written) {
    if (grid === undefined) {
      wrongCells.push(spec.name);
      continue;
    }
    for (const block of spec.blocks) {
      block.values.forEach((row, rowOffset) =>
        row.forEach((value, offset) => {
          const place = { row: block.top + rowOffset, column: block.left + offset };
          if (!isHeld(grid, place.row, place.column, value)) wrongCells.push(`${grid.name}!${cellAddress(place.row, place.column)}`);
          if (isSpecFormula(value) && isCellError(valueAt(grid, place.row, place.column))) errorCells.push(`${grid.name}!${cellAddress(place.row, place.column)}`);
          if (isSpecFormula(value) && /\bVON\.|\[/i.test(value.formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, ''))) isPortable = false;
        }),
      );
    }
    for (const { row, column, value } of spec.expected ?? []) {
      if (!isSame(valueAt(grid, row, column), value === '' ? null : value)) wrongCells.push(`${grid.name}!${cellAddress(row, column)}`);
    }
  }
  return { isComplete: wrongCells.length === 0, wrongCells, errorCells, isPortable };
}

function isHeld(grid: SheetGrid, row: number, column: number, value: SpecValue): boolean {
  if (value === undefined) return true;
  if (isSpecFormula(value)) return formulaAt(grid, row, column) !== null;
  return isSame(valueAt(grid, row, column), value === '' ? null : value);
}

function isSame(held: unknown, meant: unknown): boolean {
  if (typeof held === 'number' && typeof meant === 'number') return Math.abs(held - meant) <= TOLERANCE * Math.max(1, Math.abs(meant));
  return held === meant;
}
