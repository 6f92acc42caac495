import { parseIsoDay } from '../core/month';
import { isEmptyText, parseSwedishNumber, type NumberUnit } from '../core/swedishNumber';
import type { FunctionFault } from '../text/functionFault';
import { readCellError, toCellError, type CellError } from './toCellError';

/** A range as Excel hands it over: rows of cells. */
export type Cells = readonly (readonly unknown[])[];

/** An argument that may be left out. */
export type OptionalCells = Cells | null | undefined;

/** An argument read once, before the calculation runs over its cells. */
export interface Operand {
  /** 1 moves on with every cell; 0 is a single value repeated. */
  readonly step: 0 | 1;
  readonly errors: ReadonlyMap<number, CellError> | null;
}

export interface NumberOperand extends Operand {
  /** One per cell, row by row. An empty cell is 0, one with an error NaN. */
  readonly numbers: Float64Array;
  /** 1 where the cell is empty; null where none is. */
  readonly empties: Uint8Array | null;
}

export interface WordOperand<T> extends Operand {
  readonly words: readonly T[];
}

/** What a text in a numeric place means. */
export type TextReader = (text: string) => number | FunctionFault;

/** Reads a number in a text; its unit is dropped. */
export function readNumberText(text: string): number | FunctionFault {
  return parseSwedishNumber(text)?.value ?? 'not-a-number';
}

/**
 * A reader for all the amounts of one call: their units may be left out, but not differ.
 * @throws CellError the whole call fails on two units, since its results could not be told apart
 */
export function amountReader(): TextReader {
  let unit: NumberUnit | null = null;
  return (text) => {
    const number = parseSwedishNumber(text);
    if (number === null) return 'not-a-number';
    if (number.unit !== null && unit !== null && number.unit !== unit) throw toCellError('two-units');
    unit = number.unit ?? unit;
    return number.value;
  };
}

/** A reader for days, which may stand as ISO text; a month alone is its first or its last day. */
export function dayReader(bound: 'first' | 'last'): TextReader {
  return (text) => parseIsoDay(text, bound) ?? 'not-a-date';
}

/** Whether a cell is empty: Excel on the web hands over null, on the desktop 0, which cannot be told from a zero. */
function isEmptyCell(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && isEmptyText(cell));
}

/** A cell's plain value: a number with its own format comes as an object that holds it. */
function plainValue(cell: unknown): unknown {
  return typeof cell === 'object' && cell !== null && 'basicValue' in cell ? cell.basicValue : cell;
}

function readNumber(cell: unknown, readText: TextReader): number | CellError {
  const error = readCellError(cell);
  if (error !== null) return error;
  if (typeof cell === 'number') return cell;
  const number = typeof cell === 'string' ? readText(cell) : 'not-a-number';
  return typeof number === 'number' ? number : toCellError(number);
}

const omitted: NumberOperand = { step: 0, errors: null, numbers: new Float64Array(1), empties: new Uint8Array([1]) };

/** Reads an argument of numbers; an omitted one is a single empty cell. */
export function readNumbers(cells: OptionalCells, readText: TextReader = readNumberText): NumberOperand {
  if (cells === null || cells === undefined) return omitted;
  const rows = cells.length;
  const columns = cells[0]?.length ?? 0;
  const numbers = new Float64Array(rows * columns);
  let empties: Uint8Array | null = null;
  let errors: Map<number, CellError> | null = null;
  let k = 0;
  for (let row = 0; row < rows; row += 1) {
    const line = cells[row] ?? [];
    for (let column = 0; column < columns; column += 1) {
      const cell = line[column];
      if (typeof cell === 'number') {
        numbers[k] = cell;
      } else {
        const value = plainValue(cell);
        if (isEmptyCell(value)) {
          empties ??= new Uint8Array(numbers.length);
          empties[k] = 1;
        } else {
          const number = readNumber(value, readText);
          numbers[k] = typeof number === 'number' ? number : Number.NaN;
          if (typeof number !== 'number') (errors ??= new Map()).set(k, number);
        }
      }
      k += 1;
    }
  }
  return { step: numbers.length === 1 ? 0 : 1, numbers, empties, errors };
}

/** A word as it is looked up: without the spaces around it, in lower case, å ä ö as one letter each. */
export const foldWord = (word: string): string => word.trim().toLowerCase().normalize('NFC');

/**
 * Reads an argument of words; an empty cell (0 on the desktop) and an omitted argument are the default word.
 * @param meanings the words that the argument can have, in lower case, and what each means
 */
export function readWords<T>(cells: OptionalCells, meanings: ReadonlyMap<string, T>, defaultWord: T): WordOperand<T> {
  const words: T[] = [];
  let errors: Map<number, CellError> | null = null;
  for (const cell of cells?.flat() ?? [null]) {
    const value = plainValue(cell);
    const isDefault = value === 0 || isEmptyCell(value);
    const meaning = typeof value === 'string' ? meanings.get(foldWord(value)) : undefined;
    if (!isDefault && meaning === undefined) (errors ??= new Map()).set(words.length, readCellError(value) ?? toCellError('unknown-word'));
    words.push(isDefault ? defaultWord : (meaning ?? defaultWord));
  }
  return { step: words.length === 1 ? 0 : 1, words, errors };
}

/** Whether an operand is empty at a place of the result. */
export function isEmptyAt({ empties, step }: NumberOperand, k: number): boolean {
  return empties !== null && empties[k * step] === 1;
}

/** The number of an operand at a place of the result; 0 where it is empty. */
export function numberAt({ numbers, step }: NumberOperand, k: number): number {
  return numbers[k * step] ?? 0;
}

/** The word of an operand at a place of the result. */
export function wordAt<T>({ words, step }: WordOperand<T>, k: number): T | undefined {
  return words[k * step];
}

/**
 * The only value of an operand; its error is thrown, for it spoils the whole result.
 * @throws CellError where the operand is a range
 */
export function singleNumber(operand: NumberOperand): number {
  assertUsable(operand);
  return operand.numbers[0] ?? 0;
}

/** The only word of an operand, as `singleNumber`. */
export function singleWord<T>(operand: WordOperand<T>, defaultWord: T): T {
  assertUsable(operand);
  return operand.words[0] ?? defaultWord;
}

function assertUsable(operand: Operand): void {
  if (operand.step === 1) throw toCellError('not-a-single-value');
  throwFirstError(operand);
}

/** Throws the first error of an operand whose cells all go into one result. */
export function throwFirstError({ errors }: Operand): void {
  if (errors === null) return;
  for (const error of errors.values()) throw error;
}
