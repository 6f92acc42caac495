import type { Area } from '../../../workbook/address';
import { mapReferences, referenceText } from '../../../workbook/write/formulaReferences';
import { without, offsetArea } from '../../../workbook/areaPieces';
import { demandUnprotected, partsOf, sheetOf, sheetsOf, type Book } from '../book';
import { changeStyles, readCells, styleAt, usedArea, writeCells, type CellInput } from '../cells';
import { cutConditionals, moveConditionals } from '../conditionalAreas';
import { invalidArgument } from '../hostError';
import { setRow } from '../lines';
import { contains, intersection, isWholeRows, type Place } from '../rangeAddress';
import type { SheetParts } from '../sheetParts';
import { formattedArea } from './rangeFormat';
import { mergesIn } from './rangeStructure';

/** Range.moveTo: cuts the area out and puts it elsewhere on its sheet, with all that belongs to it; whatever refers to it follows. */
export function moveRange(book: Book, source: Place, target: Place): void {
  const { sheet } = source;
  demandUnprotected(book, sheet);
  if (target.sheet !== sheet || mergesIn(book, sheet, source.area).length > 0) throw invalidArgument();
  const rows = target.area.top - source.area.top;
  const columns = target.area.left - source.area.left;
  const to = offsetArea(source.area, rows, columns);
  if (intersection(source.area, to) !== null) throw invalidArgument();
  const from = formattedArea(book, sheet, source.area);
  const cells = readCells(book, sheet, from);
  const styles = cells.map((line, y) => line.map((_cell, x) => styleAt(book, sheet, from.top + y, from.left + x)));
  const put = (area: Area, contents: readonly (readonly CellInput[])[], styleOf: (y: number, x: number) => ReturnType<typeof styleAt>): void => {
    writeCells(book, sheet, area.top, area.left, contents);
    changeStyles(book, sheet, area, (_style, row, column) => styleOf(row - area.top, column - area.left));
  };
  put(offsetArea(from, rows, columns), cells, (y, x) => styles[y]?.[x] ?? {});
  put(from, cells.map((line) => line.map(() => ({ value: null }))), () => ({}));
  moveParts(book, sheet, source.area, rows, columns);
  if (isWholeRows(source.area)) moveRowData(book, sheet, source.area, rows);
  followReferences(book, sheet, source.area, rows, columns);
  book.onChange({ kind: 'edited', sheet, area: from });
  book.onChange({ kind: 'edited', sheet, area: offsetArea(from, rows, columns) });
}

function moveParts(book: Book, sheet: string, from: Area, rows: number, columns: number): void {
  const parts = partsOf(book, sheet);
  const to = offsetArea(from, rows, columns);
  movePoints(parts.comments, from, to, rows, columns);
  movePoints(parts.links, from, to, rows, columns);
  cutConditionals(book, sheet, to);
  moveConditionals(book, sheet, from, rows, columns);
  moveValidations(parts, from, to, rows, columns);
}

function movePoints<Point extends { row: number; column: number }>(points: Point[], from: Area, to: Area, rows: number, columns: number): void {
  const isIn = (area: Area, { row, column }: Point): boolean => contains(area, { top: row, bottom: row, left: column, right: column });
  const left = points.filter((point) => !isIn(to, point));
  for (const point of left.filter((one) => isIn(from, one))) {
    point.row += rows;
    point.column += columns;
  }
  points.splice(0, points.length, ...left);
}

function moveValidations({ validations }: SheetParts, from: Area, to: Area, rows: number, columns: number): void {
  const left = validations.flatMap((state) => without(state.area, to).map((area) => ({ ...state, area })));
  const moved = left.flatMap((state) => {
    const part = intersection(state.area, from);
    return part === null ? [] : [{ ...state, area: offsetArea(part, rows, columns) }];
  });
  validations.splice(0, validations.length, ...left.flatMap((state) => without(state.area, from).map((area) => ({ ...state, area }))), ...moved);
}

/** Heights and hidden rows go with whole rows. */
function moveRowData(book: Book, sheet: string, from: Area, rows: number): void {
  const manager = sheetOf(book, sheet).getRowManager();
  for (let row = from.top; row <= from.bottom; row += 1) {
    const { h, ia, hd } = manager.getRow(row) ?? {};
    setRow(book, sheet, row + rows, { ...(h === undefined ? {} : { h }), ...(ia === undefined ? {} : { ia: ia ? 1 : 0 }), hd: hd ? 1 : 0 });
    setRow(book, sheet, row, { hd: 0 });
  }
}

/** Formulas and charts that speak of nothing but cells that were moved speak of their new place. */
function followReferences(book: Book, sheet: string, from: Area, rows: number, columns: number): void {
  const name = sheetOf(book, sheet).getName();
  const follow = (formula: string, isOnSheet: boolean): string =>
    mapReferences(formula, (reference) => {
      const isHere = reference.sheet === undefined ? isOnSheet : reference.sheet === name;
      return isHere && contains(from, reference.area) ? referenceText(reference, offsetArea(reference.area, rows, columns)) : reference.text;
    });
  for (const each of sheetsOf(book)) {
    const id = each.getSheetId();
    const used = usedArea(book, id, false);
    if (!used) continue;
    readCells(book, id, used).forEach((line, y) => line.forEach(({ formula }, x) => {
      const followed = formula === undefined ? undefined : follow(formula, id === sheet);
      if (followed !== undefined && followed !== formula) writeCells(book, id, used.top + y, used.left + x, [[{ value: null, formula: followed }]]);
    }));
    for (const series of partsOf(book, id).charts.flatMap((chart) => chart.series)) {
      series.values = follow(series.values, false);
      series.categories = follow(series.categories, false);
    }
  }
}
