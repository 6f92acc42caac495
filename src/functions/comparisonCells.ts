import { avvikelse, avvikelsePercent } from '../core/avvikelse';
import { change } from '../core/change';
import type { Fault } from '../core/fault';
import type { SignRule } from '../core/signRule';
import { targetStatus, type Direction, type TargetStatus, type TargetWord } from '../core/target';
import { unitCost } from '../core/unitCost';
import { priceAvvikelse, volumeAvvikelse } from '../core/volume';
import { amountReader, foldWord, isEmptyAt, numberAt, readNumbers, readWords, wordAt, type NumberOperand, type OptionalCells } from './operand';
import { commonShape, spill, type CellResult } from './spill';
import { toCell, toCellError } from './toCellError';

const signRules: ReadonlyMap<string, SignRule> = new Map([
  ['minus', 'costs-negative'],
  ['plus', 'costs-positive'],
]);
const directions: ReadonlyMap<string, Direction> = new Map([
  ['hög', 'higher'],
  ['låg', 'lower'],
]);
const targetWords: ReadonlyMap<string, TargetWord> = new Map([
  ['öka', 'increase'],
  ['minska', 'decrease'],
]);
const statusTexts: Readonly<Record<TargetStatus, string>> = { reached: 'Når målet', near: 'Nära målet', missed: 'Når inte målet' };

function areAllEmptyAt(operands: readonly NumberOperand[], k: number): boolean {
  for (const operand of operands) if (!isEmptyAt(operand, k)) return false;
  return true;
}

function bySignRule(budget: OptionalCells, actual: OptionalCells, rule: OptionalCells, calculate: (budget: number, actual: number, rule: SignRule) => number | Fault): CellResult[][] {
  const readText = amountReader();
  const budgets = readNumbers(budget, readText);
  const actuals = readNumbers(actual, readText);
  const rules = readWords(rule, signRules, 'costs-negative');
  return spill(commonShape([budget, actual, rule]), [budgets, actuals, rules], (k) =>
    isEmptyAt(budgets, k) && isEmptyAt(actuals, k) ? '' : toCell(calculate(numberAt(budgets, k), numberAt(actuals, k), wordAt(rules, k) ?? 'costs-negative')),
  );
}

/** `avvikelse` cell by cell. Where both amounts are empty the cell stays empty; one alone that is empty counts as 0. */
export function avvikelseCells(budget: OptionalCells, actual: OptionalCells, rule: OptionalCells): CellResult[][] {
  return bySignRule(budget, actual, rule, avvikelse);
}

/** `avvikelsePercent` cell by cell, empty cells as in `avvikelseCells`. */
export function avvikelsePercentCells(budget: OptionalCells, actual: OptionalCells, rule: OptionalCells): CellResult[][] {
  return bySignRule(budget, actual, rule, avvikelsePercent);
}

/** `change` cell by cell; empty where both figures are. */
export function changeCells(from: OptionalCells, to: OptionalCells): CellResult[][] {
  const readText = amountReader();
  const operands = [readNumbers(from, readText), readNumbers(to, readText)] as const;
  return spill(commonShape([from, to]), operands, (k) =>
    areAllEmptyAt(operands, k) ? '' : toCell(change(numberAt(operands[0], k), numberAt(operands[1], k))),
  );
}

/** `unitCost` cell by cell; empty where both cost and volume are. */
export function unitCostCells(cost: OptionalCells, volume: OptionalCells): CellResult[][] {
  const operands = [readNumbers(cost), readNumbers(volume)] as const;
  return spill(commonShape([cost, volume]), operands, (k) =>
    areAllEmptyAt(operands, k) ? '' : toCell(unitCost(numberAt(operands[0], k), numberAt(operands[1], k))),
  );
}

/** `volumeAvvikelse` cell by cell; empty where all three figures are. */
export function volumeCells(budgetCost: OptionalCells, budgetVolume: OptionalCells, actualVolume: OptionalCells): CellResult[][] {
  const operands = [readNumbers(budgetCost), readNumbers(budgetVolume), readNumbers(actualVolume)] as const;
  return spill(commonShape([budgetCost, budgetVolume, actualVolume]), operands, (k) =>
    areAllEmptyAt(operands, k) ? '' : toCell(volumeAvvikelse(numberAt(operands[0], k), numberAt(operands[1], k), numberAt(operands[2], k))),
  );
}

/** `priceAvvikelse` cell by cell; empty where all four figures are. */
export function priceCells(budgetCost: OptionalCells, budgetVolume: OptionalCells, actualCost: OptionalCells, actualVolume: OptionalCells): CellResult[][] {
  const readCost = amountReader();
  const operands = [readNumbers(budgetCost, readCost), readNumbers(budgetVolume), readNumbers(actualCost, readCost), readNumbers(actualVolume)] as const;
  return spill(commonShape([budgetCost, budgetVolume, actualCost, actualVolume]), operands, (k) =>
    areAllEmptyAt(operands, k)
      ? ''
      : toCell(priceAvvikelse(numberAt(operands[0], k), numberAt(operands[1], k), numberAt(operands[2], k), numberAt(operands[3], k))),
  );
}

/** `targetStatus` cell by cell, in words. A target may be a figure, "öka" or "minska"; empty where outcome or target is. */
export function targetStatusCells(actual: OptionalCells, target: OptionalCells, direction: OptionalCells, previous: OptionalCells): CellResult[][] {
  const readText = amountReader();
  const actuals = readNumbers(actual, readText);
  const targets = readNumbers(target, (text) => (targetWords.has(foldWord(text)) ? 0 : readText(text)));
  const words = readTargetWords(target);
  const ways = readWords(direction, directions, 'higher');
  const previouses = readNumbers(previous, readText);
  return spill(commonShape([actual, target, direction, previous]), [actuals, targets, ways, previouses], (k) => {
    if (isEmptyAt(actuals, k) || isEmptyAt(targets, k)) return '';
    const before = isEmptyAt(previouses, k) ? null : numberAt(previouses, k);
    const status = targetStatus(numberAt(actuals, k), words[k * targets.step] ?? numberAt(targets, k), wordAt(ways, k) ?? 'higher', before);
    return status === 'reached' || status === 'near' || status === 'missed' ? statusTexts[status] : toCellError(status);
  });
}

/** The targets that stand in words, in the order of the cells; null for a target in figures. */
function readTargetWords(target: OptionalCells): readonly (TargetWord | null)[] {
  return (target?.flat() ?? []).map((cell) => (typeof cell === 'string' ? (targetWords.get(foldWord(cell)) ?? null) : null));
}
