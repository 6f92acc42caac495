import { R12_MONTHS, rolling12, rolling12Ratio, rolling12Series, type R12Fault, type R12Method } from '../core/r12';
import { amountReader, readNumbers, readWords, singleWord, type Cells, type NumberOperand, type OptionalCells } from './operand';
import { shapeOf, spill, type CellResult } from './spill';
import { toCell, toCellError, type CellError } from './toCellError';

// Bound once: where Excel's scope is sandboxed, finding a global costs more than the operation itself.
const { isNaN: isMissing, NaN: noFigure } = Number;

const methods: ReadonlyMap<string, R12Method> = new Map([
  ['summa', 'sum'],
  ['medel', 'mean'],
]);
const yesAndNo: ReadonlyMap<string, boolean> = new Map([
  ['sant', true],
  ['true', true],
  ['falskt', false],
  ['false', false],
]);

function readSeries(cells: Cells): NumberOperand {
  const { rows, columns } = shapeOf(cells);
  if (rows > 1 && columns > 1) throw toCellError('not-a-series');
  return readNumbers(cells, amountReader());
}

/** Whether zeros inside a series are figures. SANT arrives as a boolean, or as text from a cell that holds text. */
function isZeroAllowed(cells: OptionalCells): boolean {
  const asWords = cells?.map((row) => row.map((cell) => (typeof cell === 'boolean' || cell === 1 ? String(cell === true || cell === 1) : cell)));
  return singleWord(readWords(asWords, yesAndNo, false), false);
}

/**
 * The months up to the last one that is not 0 or empty. What follows is not reported yet, also where zeros are allowed: the desktop hands
 * over the empty cells of the coming months as zeros.
 */
function countReported({ numbers }: NumberOperand): number {
  let count = numbers.length;
  while (count > 0 && numbers[count - 1] === 0) count -= 1;
  return count;
}

/** The figures of a series with NaN where a month is missing or not reported. */
function monthlySeries({ numbers }: NumberOperand, reported: number, hasZeros: boolean): Float64Array {
  const series = numbers.slice();
  if (!hasZeros) for (let i = 0; i < reported; i += 1) if (series[i] === 0) series[i] = noFigure;
  return series.fill(noFigure, reported);
}

/** A rolling figure as a cell; a month that is missing because its cell holds an error gives that error. */
function toRollingCell(result: number | R12Fault | 'zero-base', operands: readonly NumberOperand[]): number | CellError {
  if (typeof result !== 'object') return toCell(result);
  if (result.fault === 'too-few-months') return toCellError(result.fault, result.reported);
  const { index } = result;
  return operands.map(({ errors }) => errors?.get(index)).find((error) => error !== undefined) ?? toCellError(result.fault, index + 1);
}

/** `rolling12` of one series; empty where no month is reported. */
export function rolling12Cells(values: Cells, method: OptionalCells, zeroAllowed: OptionalCells): CellResult[][] {
  const way = singleWord(readWords(method, methods, 'sum'), 'sum');
  const hasZeros = isZeroAllowed(zeroAllowed);
  const operand = readSeries(values);
  const reported = countReported(operand);
  if (reported === 0) return [['']];
  return [[toRollingCell(rolling12(monthlySeries(operand, reported, hasZeros), way, reported), [operand])]];
}

/** `rolling12Ratio` of two series of equal length; empty where no month is reported. */
export function rolling12RatioCells(numerator: Cells, denominator: Cells, zeroAllowed: OptionalCells): CellResult[][] {
  const hasZeros = isZeroAllowed(zeroAllowed);
  const above = readSeries(numerator);
  const below = readSeries(denominator);
  if (above.numbers.length !== below.numbers.length) throw toCellError('unequal-shapes');
  const reported = Math.max(countReported(above), countReported(below));
  if (reported === 0) return [['']];
  const ratio = rolling12Ratio(monthlySeries(above, reported, hasZeros), monthlySeries(below, reported, hasZeros), reported);
  return [[toRollingCell(ratio, [above, below])]];
}

/** `rolling12Series` in the shape of the series; empty for the first eleven months and for those not reported. */
export function rolling12SeriesCells(values: Cells, method: OptionalCells, zeroAllowed: OptionalCells): CellResult[][] {
  const way = singleWord(readWords(method, methods, 'sum'), 'sum');
  const hasZeros = isZeroAllowed(zeroAllowed);
  const operand = readSeries(values);
  const reported = countReported(operand);
  const series = monthlySeries(operand, reported, hasZeros);
  const rolling = rolling12Series(series, way);
  // A month whose own cell holds an error shows that error; the windows around it have a gap.
  return spill(shapeOf(values), [operand], (k) => {
    if (k < R12_MONTHS - 1 || k >= reported) return '';
    const figure = rolling[k] ?? noFigure;
    return isMissing(figure) ? toCellError('missing-month', latestMissing(series, k) + 1) : figure;
  });
}

/** The latest missing month of a window that has one. */
function latestMissing(series: Float64Array, last: number): number {
  let index = last;
  while (index > 0 && !isMissing(series[index] ?? noFigure)) index -= 1;
  return index;
}
