import type { Area } from '../../workbook/address';
import { demandOpenStructure, demandUnprotected, findSheet, partsOf, sheetOf, sheetsOf, type Book } from './book';
import { invalidArgument, ExcelRefusal, itemAlreadyExists } from './hostError';
import { bandOf, shiftFrames, shiftSeries } from './chartShift';
import { shiftConditionalFormulas } from './conditionalAreas';
import { emptyContent, toSheetData } from './loadContent';
import { cloneBag } from './objects/bag';
import { registerTable } from './tableNames';
import type { SheetParts } from './sheetParts';
import { shiftOf, shiftParts } from './shift';

const forbidden = /[:\\/?*[\]]/;
const reserved = new Set(['history', 'historik']);

/** Throws InvalidArgument for a name Excel does not take, ItemAlreadyExists for one that another sheet bears. */
function demandSheetName(book: Book, name: unknown, ownId?: string): string {
  if (typeof name !== 'string' || name.trim() === '' || name.length > 31) throw invalidArgument();
  if (forbidden.test(name) || name.startsWith("'") || name.endsWith("'") || reserved.has(name.toLowerCase())) throw invalidArgument();
  const other = findSheet(book, name);
  if (other && other.getSheetId() !== ownId) throw itemAlreadyExists();
  return name;
}

/** "Blad2", "Blad3" …: the name Excel gives a sheet that none was asked for. */
function nextSheetName(book: Book): string {
  for (let number = 1; ; number += 1) if (!findSheet(book, `Blad${number}`)) return `Blad${number}`;
}

/** Adds an empty sheet last; gives its id. */
export function addSheet(book: Book, name: unknown): string {
  demandOpenStructure(book);
  const title = name === null || name === undefined ? nextSheetName(book) : demandSheetName(book, name);
  const id = book.nextId();
  const [blank] = emptyContent.sheets;
  if (!blank) throw invalidArgument();
  book.engine.execute('sheet.mutation.insert-sheet', { index: sheetsOf(book).length, sheet: toSheetData({ ...blank, name: title }, id, '') });
  partsOf(book, id);
  book.onChange({ kind: 'added', sheet: id });
  return id;
}

/** Deletes a sheet; the last visible one cannot be. */
export function deleteSheet(book: Book, id: string): void {
  demandOpenStructure(book);
  const visible = sheetsOf(book).filter((sheet) => !sheet.isSheetHidden());
  if (visible.length === 1 && visible[0]?.getSheetId() === id) throw new ExcelRefusal('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  if (partsOf(book, id).isVeryHidden) throw new ExcelRefusal('GeneralException', 'There was an internal error while processing the request.', 500);
  const next = visible.find((sheet) => sheet.getSheetId() !== id);
  for (const table of partsOf(book, id).tables) book.engine.execute('formula.mutation.remove-super-table', { tableName: table.name });
  book.engine.execute('sheet.command.remove-sheet', { subUnitId: id });
  book.parts.delete(id);
  for (let index = book.names.length - 1; index >= 0; index -= 1) if (book.names[index]?.scope === id) book.names.splice(index, 1);
  if (book.activeSheet === id && next) book.activeSheet = next.getSheetId();
  book.onChange({ kind: 'deleted', sheet: id });
}

/** Renames a sheet; formulas follow. */
export function renameSheet(book: Book, id: string, name: unknown): void {
  const title = demandSheetName(book, name, id);
  const before = sheetOf(book, id).getName();
  if (title === before) return;
  demandOpenStructure(book);
  book.engine.execute('sheet.command.set-worksheet-name', { subUnitId: id, name: title });
  book.onChange({ kind: 'renamed', sheet: id, nameBefore: before, nameAfter: title });
}

/** Moves a sheet to a place among the tabs, 0-based. */
export function moveSheet(book: Book, id: string, position: unknown): void {
  demandOpenStructure(book);
  const sheets = sheetsOf(book);
  if (typeof position !== 'number' || position < 0 || position >= sheets.length) throw invalidArgument();
  const fromOrder = sheets.findIndex((sheet) => sheet.getSheetId() === id);
  if (fromOrder === position) return;
  book.engine.execute('sheet.mutation.set-worksheet-order', { subUnitId: id, fromOrder, toOrder: position });
}

/** Shows or hides a sheet; the last visible one cannot be hidden. */
export function setVisibility(book: Book, id: string, visibility: unknown): void {
  demandOpenStructure(book);
  if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden') throw invalidArgument();
  const isHidden = visibility !== 'Visible';
  const others = sheetsOf(book).filter((sheet) => !sheet.isSheetHidden() && sheet.getSheetId() !== id);
  if (isHidden && others.length === 0) throw new ExcelRefusal('InvalidOperation', 'A workbook must contain at least one visible worksheet.');
  partsOf(book, id).isVeryHidden = visibility === 'VeryHidden';
  book.engine.execute('sheet.mutation.set-worksheet-hidden', { subUnitId: id, hidden: isHidden ? 1 : 0 });
  if (isHidden && book.activeSheet === id) book.activeSheet = others[0]?.getSheetId() ?? id;
  book.onChange({ kind: 'visibility', sheet: id });
}

/** A copy of the sheet with all that belongs to it, at the end of the workbook; gives the copy's id. */
export function copySheet(book: Book, id: string): string {
  demandOpenStructure(book);
  const source = sheetOf(book, id);
  const copy = book.nextId();
  let name = '';
  for (let number = 2; name === '' || findSheet(book, name); number += 1) name = `${source.getName().slice(0, 31 - ` (${number})`.length)} (${number})`;
  const data = structuredClone(source.getSnapshot());
  book.engine.execute('sheet.mutation.insert-sheet', { index: sheetsOf(book).length, sheet: { ...data, id: copy, name, hidden: 0 } });
  book.parts.set(copy, cloneParts(book, partsOf(book, id)));
  book.onChange({ kind: 'added', sheet: copy });
  return copy;
}

function cloneParts(book: Book, parts: SheetParts): SheetParts {
  return {
    ...parts,
    isVeryHidden: false,
    properties: new Map(parts.properties),
    // Table names are unique in a workbook; the copy's tables are left as plain cells.
    tables: [],
    conditionals: parts.conditionals.map((item) => ({ ...item, id: book.nextId(), bag: cloneBag(item.bag) })),
    validations: parts.validations.map((item) => ({ ...item })),
    comments: parts.comments.map((item) => ({ ...item, id: book.nextId() })),
    links: parts.links.map((item) => ({ ...item })),
    charts: parts.charts.map((chart) => ({ ...chart, id: book.nextId(), chartType: { ...chart.chartType }, bag: cloneBag(chart.bag), series: chart.series.map((line) => ({ ...line, bag: cloneBag(line.bag) })) })),
    rowLevels: new Map([...parts.rowLevels].map(([line, outline]) => [line, { ...outline }])),
    columnLevels: new Map([...parts.columnLevels].map(([line, outline]) => [line, { ...outline }])),
    page: cloneBag(parts.page),
    rowBreaks: [...parts.rowBreaks],
    columnBreaks: [...parts.columnBreaks],
    frozen: { ...parts.frozen },
  };
}

const UP = 0;
const LEFT = 3;

/** Univer lets formulas follow deleted lines of the active sheet, whichever sheet they were deleted from. */
function onActiveSheet(book: Book, sheet: string, work: () => void): void {
  const { workbook } = book.engine;
  const before = workbook.getActiveSheet(true);
  workbook.setActiveSheet(sheetOf(book, sheet));
  work();
  if (before) workbook.setActiveSheet(before);
}

/** Inserts or deletes whole rows or columns; formulas, names and the sheet's parts follow. */
export function shiftLines(book: Book, sheet: string, area: Area, axis: 'row' | 'column', isInsert: boolean): void {
  demandUnprotected(book, sheet);
  const worksheet = sheetOf(book, sheet);
  const columns = { startColumn: 0, endColumn: worksheet.getColumnCount() - 1 };
  const rows = { startRow: 0, endRow: worksheet.getRowCount() - 1 };
  const range = axis === 'row' ? { startRow: area.top, endRow: area.bottom, ...columns } : { startColumn: area.left, endColumn: area.right, ...rows };
  const removed = isInsert ? null : bandOf(book, sheet, area, axis);
  const kind = `${axis}${isInsert ? 'Inserted' : 'Deleted'}` as const;
  const command = `sheet.command.${isInsert ? 'insert' : 'remove'}-${axis === 'row' ? 'row' : 'col'}-by-range`;
  if (isInsert || (axis === 'row' ? area.top <= rows.endRow : area.left <= columns.endColumn)) {
    onActiveSheet(book, sheet, () => void book.engine.execute(command, { subUnitId: sheet, range, ...(isInsert ? { direction: axis === 'row' ? UP : LEFT } : {}) }));
  }
  const change = { kind, sheet, area };
  const shift = shiftOf(change);
  if (shift) {
    shiftConditionalFormulas(book, sheet, shift);
    shiftParts(partsOf(book, sheet), shift);
    shiftSeries(book, sheet, shift);
  }
  shiftFrames(book, sheet, axis, removed ?? bandOf(book, sheet, area, axis), isInsert);
  for (const table of partsOf(book, sheet).tables) registerTable(book, sheet, table);
  book.onChange(change);
}
