import type { Area } from '../../workbook/address';
import { mapReferences, referenceText } from '../../workbook/write/formulaReferences';
import { without, offsetArea } from '../../workbook/areaPieces';
import { partsOf, type Book } from './book';
import { cloneBag, bagPart } from './objects/bag';
import { intersection } from './rangeAddress';
import { shiftArea, type Shift } from './shift';
import type { ConditionalState } from './sheetParts';

/** The formula of a rule, which speaks of the upper left cell of its area. */
function formulaOf(state: ConditionalState): string | undefined {
  const formula = state.type === 'Custom' ? bagPart(bagPart(state.bag, 'rule'), 'rule').values['formula'] : undefined;
  return typeof formula === 'string' && formula !== '' ? formula : undefined;
}

/** The same rule on another area; its formula still says the same of each cell. */
function onArea(book: Book, state: ConditionalState, area: Area, change: (formula: string) => string = (formula) => formula): ConditionalState {
  const piece: ConditionalState = { ...state, id: book.nextId(), area, bag: cloneBag(state.bag) };
  const formula = formulaOf(state);
  if (formula !== undefined) bagPart(bagPart(piece.bag, 'rule'), 'rule').values['formula'] = change(formula);
  return piece;
}

function offsetFormula(book: Book, formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moved = book.engine.lexer.moveFormulaRefOffset(formula, columns, rows);
  return moved.startsWith('=') ? moved : `=${moved}`;
}

/** Takes the conditional formats off the cells of an area; the rules keep what else they cover. */
export function cutConditionals(book: Book, sheet: string, area: Area): void {
  const { conditionals } = partsOf(book, sheet);
  conditionals.splice(0, conditionals.length, ...conditionals.flatMap((state) => (intersection(state.area, area) === null ? [state] : piecesOutside(book, state, area))));
}

function piecesOutside(book: Book, state: ConditionalState, cut: Area): readonly ConditionalState[] {
  return without(state.area, cut).map((area) => onArea(book, state, area, (formula) => offsetFormula(book, formula, area.top - state.area.top, area.left - state.area.left)));
}

/** Takes the conditional formats of an area along to where its cells go. */
export function moveConditionals(book: Book, sheet: string, from: Area, rows: number, columns: number): void {
  const { conditionals } = partsOf(book, sheet);
  const moved = conditionals.flatMap((state) => {
    const part = intersection(state.area, from);
    return part === null ? [] : [onArea(book, state, offsetArea(part, rows, columns), (formula) => offsetFormula(book, formula, part.top + rows - state.area.top, part.left + columns - state.area.left))];
  });
  cutConditionals(book, sheet, from);
  conditionals.push(...moved);
}

/** The formulas of the rules follow inserted and deleted lines, as those of cells do. Called before the areas are moved. */
export function shiftConditionalFormulas(book: Book, sheet: string, shift: Shift): void {
  for (const state of partsOf(book, sheet).conditionals) {
    const formula = formulaOf(state);
    const area = shiftArea(state.area, shift);
    if (formula === undefined || area === null) continue;
    const lost = shift.by < 0 ? (shift.axis === 'row' ? firstLeft(state.area.top, shift) : firstLeft(state.area.left, shift)) : 0;
    const atFirst = shift.axis === 'row' ? offsetFormula(book, formula, lost, 0) : offsetFormula(book, formula, 0, lost);
    bagPart(bagPart(state.bag, 'rule'), 'rule').values['formula'] = mapReferences(atFirst, (reference) => {
      const moved = reference.sheet === undefined ? shiftArea(reference.area, shift) : reference.area;
      return moved === null ? '#REF!' : referenceText(reference, moved);
    });
  }
}

/** How many of the first lines of an area that begins at `first` are deleted. */
const firstLeft = (first: number, { at, by }: Shift): number => (first >= at ? Math.max(0, at - by - first) : 0);
