import type { Cells, Operand, OptionalCells } from './operand';
import { toCellError, type CellError } from './toCellError';

/** What a cell can be given: "" leaves it empty (null would show as 0). */
export type CellResult = number | string | CellError;

export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/** The shape of a range. */
export function shapeOf(cells: Cells): Shape {
  return { rows: cells.length, columns: cells[0]?.length ?? 0 };
}

/**
 * The shape of the result of arguments that are taken cell by cell: that of the ranges among them; single values are repeated.
 * @throws CellError where two ranges have unequal shapes
 */
export function commonShape(ranges: readonly OptionalCells[]): Shape {
  let common: Shape = { rows: 1, columns: 1 };
  for (const cells of ranges) {
    if (cells === null || cells === undefined) continue;
    const shape = shapeOf(cells);
    if (shape.rows === 1 && shape.columns === 1) continue;
    const isFirst = common.rows === 1 && common.columns === 1;
    if (!isFirst && (common.rows !== shape.rows || common.columns !== shape.columns)) throw toCellError('unequal-shapes');
    common = shape;
  }
  return common;
}

/** The first error that the operands have at a place of the result. */
function errorAt(operands: readonly Operand[], k: number): CellError | undefined {
  for (const { errors, step } of operands) {
    const error = errors?.get(k * step);
    if (error !== undefined) return error;
  }
  return undefined;
}

/**
 * Fills a result cell by cell, row by row. A cell whose operands hold an error gets that error; the others are calculated.
 * @param calculate the result at a place, counted row by row from 0
 */
export function spill({ rows, columns }: Shape, operands: readonly Operand[], calculate: (k: number) => CellResult): CellResult[][] {
  const hasErrors = operands.some(({ errors }) => errors !== null);
  const cellAt = (k: number): CellResult => (hasErrors ? errorAt(operands, k) : undefined) ?? calculate(k);
  const result = new Array<CellResult[]>(rows);
  for (let row = 0; row < rows; row += 1) {
    // A literal is allocated at its final size; most ranges are one column wide.
    const line = [cellAt(row * columns)];
    for (let column = 1; column < columns; column += 1) line.push(cellAt(row * columns + column));
    result[row] = line;
  }
  return result;
}
