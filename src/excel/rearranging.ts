import { columnLetters } from '../workbook/address';
import { isStill, lineSteps, type LineOrder, type LineStep, type SheetOrder } from '../workbook/write/lineOrder';
import { operation } from './sheetOperation';
import type { SheetOperation } from './sheetOperation';

/** On a sheet of ours: the writing that has put its rows, or its columns, in their new order. */
export const ORDER_PROPERTY = { rows: 'von.rows.order', columns: 'von.columns.order' } as const;

type Axis = keyof typeof ORDER_PROPERTY;

/** Marks each line while lines are moved about, so that an attempt that was cut off can be seen for what it is. */
const MARK = 'von ';

/**
 * Puts rows and columns in their new order by inserting, moving and deleting whole lines, so that Excel itself takes along heights, notes,
 * comments, drop-downs, conditional formats and all that refers to them. Every line is numbered in an empty column (or row) first.
 */
export function rearranging(order: SheetOrder, run: string): readonly SheetOperation[] {
  return [...axisRearranging('rows', order, run), ...axisRearranging('columns', order, run)];
}

function axisRearranging(axis: Axis, order: SheetOrder, run: string): readonly SheetOperation[] {
  const { count, from } = order[axis];
  if (isStill(order[axis])) return [];
  const old = numbers(count);
  return [
    markOperation(axis, order, old),
    ...lineSteps(old, from).flatMap((step) => stepOperations(axis, step)),
    operation((sheet) => void sheet.customProperties.add(ORDER_PROPERTY[axis], run), 2),
    unmarkOperation(axis, order),
  ];
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** Where the marks stand: one line beyond all that is used. Rows are put in order before columns, and back after them. */
function markLine(axis: Axis, { rows, columns, extent }: SheetOrder): number {
  if (axis === 'rows') return Math.max(extent.columns, columns.count) + 1;
  return Math.max(extent.rows, rows.count) + Math.max(0, rows.from.length - rows.count) + 1;
}

function markRange(axis: Axis, order: SheetOrder, sheet: Excel.Worksheet, length: number): Excel.Range {
  const line = markLine(axis, order);
  return axis === 'rows' ? sheet.getRangeByIndexes(0, line, length, 1) : sheet.getRangeByIndexes(line, 0, 1, length);
}

/** Numbers the lines; one mark more, after the last, shows where they end. */
function markOperation(axis: Axis, order: SheetOrder, lines: readonly (number | null)[]): SheetOperation {
  const marks = [...lines.map((line) => (line === null ? '' : `${MARK}${line}`)), `${MARK}${order[axis].count}`];
  return operation((sheet) => void (markRange(axis, order, sheet, marks.length).formulas = axis === 'rows' ? marks.map((mark) => [mark]) : [marks]), 3, marks);
}

const longest = ({ count, from }: LineOrder): number => count + from.length + 1;

function unmarkOperation(axis: Axis, order: SheetOrder): SheetOperation {
  return operation((sheet) => markRange(axis, order, sheet, longest(order[axis])).clear('Contents'), 3);
}

function lineAddress(axis: Axis, first: number, count: number): string {
  const name = axis === 'rows' ? (line: number): string => String(line + 1) : columnLetters;
  return `${name(first)}:${name(first + count - 1)}`;
}

function stepOperations(axis: Axis, step: LineStep): readonly SheetOperation[] {
  const [away, back] = axis === 'rows' ? (['Down', 'Up'] as const) : (['Right', 'Left'] as const);
  if (step.kind === 'delete') return [operation((sheet) => sheet.getRange(lineAddress(axis, step.at, step.count)).delete(back), 2)];
  if (step.kind === 'insert') {
    return [operation((sheet) => {
      const address = lineAddress(axis, step.at, step.count);
      sheet.getRange(address).insert(away);
      // New lines take after their neighbours; the plain style takes that away and lets conditional formats reach over them.
      const lines = sheet.getRange(address);
      lines.style = 'Normal';
      if (axis === 'rows') lines.format.autofitRows();
    }, 7)];
  }
  const { from, to, count } = step;
  const source = lineAddress(axis, from < to ? from : from + count, count);
  return [operation((sheet) => {
    const target = lineAddress(axis, to, count);
    sheet.getRange(target).insert(away);
    sheet.getRange(source).moveTo(target);
    sheet.getRange(source).delete(back);
  }, 6)];
}

/** What a sheet says of how far its rearranging has come. */
export interface AskedOrder {
  readonly rows: AskedAxis | null;
  readonly columns: AskedAxis | null;
}

interface AskedAxis {
  readonly marks: Excel.Range;
  readonly property: Excel.WorksheetCustomProperty;
}

/** Asks how far the rearranging of a sheet has come; the answer is there after the next sync. */
export function askForOrder(sheet: Excel.Worksheet, order: SheetOrder): AskedOrder {
  const ask = (axis: Axis): AskedAxis | null =>
    isStill(order[axis]) ? null : { marks: markRange(axis, order, sheet, longest(order[axis])).load('values'), property: sheet.customProperties.getItemOrNullObject(ORDER_PROPERTY[axis]).load('value') };
  return { rows: ask('rows'), columns: ask('columns') };
}

/**
 * Puts rows and columns back in their old order, from wherever the rearranging (or an earlier putting back) has come to. A line that was
 * taken away comes back empty.
 * @param before what the properties of the orders held before the writing
 */
export function puttingBack(order: SheetOrder, asked: AskedOrder, run: string, before: Readonly<Record<string, string | null>>): readonly SheetOperation[] {
  return [...axisPuttingBack('columns', order, asked.columns, run, before), ...axisPuttingBack('rows', order, asked.rows, run, before)];
}

function axisPuttingBack(axis: Axis, order: SheetOrder, asked: AskedAxis | null, run: string, before: Readonly<Record<string, string | null>>): readonly SheetOperation[] {
  if (asked === null) return [];
  const now = standingOrder(order[axis], asked, run);
  if (now === null) return [];
  const property = ORDER_PROPERTY[axis];
  const value = before[property] ?? null;
  return [
    markOperation(axis, order, now),
    operation((sheet) => (value === null ? sheet.customProperties.getItemOrNullObject(property).delete() : void sheet.customProperties.add(property, value)), 3),
    ...lineSteps(now, numbers(order[axis].count)).flatMap((step) => stepOperations(axis, step)),
    unmarkOperation(axis, order),
  ];
}

/** Whether a sheet stands rearranged in full, and nobody has begun to put it back. */
export function isRearranged(order: SheetOrder, asked: AskedOrder, run: string): boolean {
  return (asked.rows === null || standingOrder(order.rows, asked.rows, run) === order.rows.from) && (asked.columns === null || standingOrder(order.columns, asked.columns, run) === order.columns.from);
}

/** The lines as they stand, by their old places; null where nothing has been moved yet. */
function standingOrder({ count, from }: LineOrder, { marks, property }: AskedAxis, run: string): readonly (number | null)[] | null {
  const found = (marks.values as unknown[][]).flat().map((value) => (typeof value === 'string' && value.startsWith(MARK) ? Number(value.slice(MARK.length)) : null));
  const end = found.indexOf(count);
  if (end >= 0) return found.slice(0, end);
  return !property.isNullObject && property.value === run ? from : null;
}
