import { invalidArgument } from '../hostError';

/** The most cells that Excel hands over in one reading. */
export const MAX_READ_CELLS = 5_000_000;

/**
 * A two-dimensional argument of `rows` × `columns`, or one value for every cell. Gives the value at an offset.
 * Throws InvalidArgument when the shape does not fit.
 */
export function matrixArgument(input: unknown, rows: number, columns: number): (row: number, column: number) => unknown {
  if (!Array.isArray(input)) {
    if (input !== null && typeof input === 'object') throw invalidArgument();
    return () => input;
  }
  const lines = input as unknown[];
  const fits = lines.length === rows && lines.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) throw invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  return (row, column) => (lines[row] as unknown[])[column];
}
