import { sum } from '../core/decimal';
import { fordela } from '../core/fordela';
import { tieOutSum, type TieOut } from '../core/tieOut';
import { toFind } from '../core/toFind';
import { amountReader, readNumbers, readNumberText, singleNumber, throwFirstError, type Cells, type NumberOperand, type OptionalCells } from './operand';
import { shapeOf, spill, type CellResult } from './spill';
import { toCellError } from './toCellError';

const tieOutTexts: Readonly<Record<TieOut, string>> = { ok: 'OK', rounding: 'Avrundning', error: 'Fel' };
const mostDecimals = 15;

/** The numbers of the cells that are not empty. */
function filledNumbers(operand: NumberOperand): readonly number[] {
  throwFirstError(operand);
  return Array.from(operand.numbers).filter((_, k) => operand.empties?.[k] !== 1);
}

/** `fordela` over the cells of the weights, in steps of 1 unless a unit is given. A weight that is empty keeps its cell empty. */
export function fordelaCells(amount: Cells, weights: Cells, unit: OptionalCells): CellResult[][] {
  const whole = readNumbers(amount, amountReader());
  const parts = readNumbers(weights);
  const step = readNumbers(unit);
  const amountToShare = singleNumber(whole);
  const size = step.empties === null ? singleNumber(step) : 1;
  const shape = shapeOf(weights);
  throwFirstError(parts);
  if (whole.empties !== null) return spill(shape, [], () => '');
  const shares = fordela(amountToShare, Array.from(parts.numbers), size);
  if (typeof shares === 'string') throw toCellError(shares);
  return spill(shape, [], (k) => (parts.empties?.[k] === 1 ? '' : (shares[k] ?? '')));
}

/** Kvar att finna of all requirements and all effects taken together, never below 0; empty where there is neither. */
export function toFindCells(requirement: Cells, effects: Cells): CellResult[][] {
  const readText = amountReader();
  const requirements = filledNumbers(readNumbers(requirement, readText));
  const reducing = filledNumbers(readNumbers(effects, readText));
  if (requirements.length + reducing.length === 0) return [['']];
  return [[Math.max(0, toFind(sum(requirements), reducing.map((effect) => ({ effect })), 'budgeted'))]];
}

/** How a printed sum stands to its parts, in words: OK, Avrundning or Fel. */
export function tieOutCells(parts: Cells, total: Cells, decimals: OptionalCells): CellResult[][] {
  const readText = amountReader();
  const terms = filledNumbers(readNumbers(parts, readText));
  const printed = readNumbers(total, readText);
  const places = singleNumber(readNumbers(decimals));
  const sumAsPrinted = singleNumber(printed);
  if (!Number.isInteger(places) || places < 0 || places > mostDecimals) throw toCellError('decimals-out-of-range');
  if (terms.length === 0 && printed.empties !== null) return [['']];
  return [[tieOutTexts[tieOutSum(terms, sumAsPrinted, places).judgement]]];
}

/** The number of each text written the Swedish way; an empty cell stays empty. */
export function numberCells(text: Cells): CellResult[][] {
  const operand = readNumbers(text, readNumberText);
  return spill(shapeOf(text), [operand], (k) => (operand.empties?.[k] === 1 ? '' : (operand.numbers[k] ?? '')));
}
