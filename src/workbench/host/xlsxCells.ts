import { columnIndex } from '../../workbook/address';
import type { FileCell, FileSheet, FileStyle, FileValue } from './fileContent';
import { MAX_COLUMN, MAX_ROW } from './sheetLimits';
import { WorkbookFileError } from './workbookFileError';
import { formulaFromFile, movedFormula } from './xlsxFormulas';
import { decodeEscapes, isOn, skipElement, xmlAttribute, xmlAttributes, type XmlCursor } from './xlsxXml';

export interface ReadCells {
  readonly cells: readonly FileCell[];
  readonly rows: FileSheet['rows'];
}

export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
  /** The workbook's styles; a style that says nothing is not worth a cell. */
  readonly styles: readonly FileStyle[];
}

type Row = FileSheet['rows'] extends ReadonlyMap<number, infer R> ? R : never;

interface Master {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** What a sheet may hold in all; more would not fit in memory beside the add-in. */
const MAX_CELLS = 5_000_000;

/**
 * Reads the sheetData element that the cursor has just opened: only cells that exist, whatever size the sheet declares.
 * Cells come in the order of the file with shared formulas spelt out. Cells without value, formula and style are left out.
 */
export function readCells(cursor: XmlCursor, context: CellContext): ReadCells {
  const cells: FileCell[] = [];
  const rows = new Map<number, Row>();
  const shared = new Map<string, Master>();
  const waiting: { readonly index: number; readonly group: string }[] = [];
  let row = -1;
  let column = -1;
  for (let token = cursor.isEmpty ? 'end' : cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token === 'close' && cursor.name === 'sheetData') break;
    if (token !== 'open') continue;
    if (cursor.name === 'row') {
      const attributes = xmlAttributes(cursor.raw);
      row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
      column = -1;
      assertInside(row, MAX_ROW, 'row');
      const look = readRow(attributes, context.styles);
      if (look) rows.set(row, look);
    } else if (cursor.name === 'c') {
      const address = xmlAttribute(cursor.raw, 'r');
      if (address === undefined) column += 1;
      else {
        const digits = address.search(/\d/);
        column = columnIndex(address.slice(0, digits));
        row = Number(address.slice(digits)) - 1;
      }
      assertInside(row, MAX_ROW, 'row');
      assertInside(column, MAX_COLUMN, 'column');
      const { cell, group } = readCell(cursor, row, column, context, shared);
      if (group !== null && cell.formula === undefined) waiting.push({ index: cells.length, group });
      if (group !== null || cell.value !== null || cell.formula !== undefined || cell.style !== undefined) cells.push(cell);
      if (cells.length > MAX_CELLS) throw new WorkbookFileError('too-large', 'cells');
    } else skipElement(cursor);
  }
  for (const { index, group } of waiting) {
    const cell = cells[index];
    const master = shared.get(group);
    if (cell && master) cells[index] = { ...cell, formula: movedFormula(master.formula, cell.row - master.row, cell.column - master.column) };
  }
  return { cells, rows };
}

function assertInside(index: number, last: number, what: string): void {
  if (!(Number.isInteger(index) && index >= 0 && index <= last)) throw new WorkbookFileError('damaged', `${what} ${index + 1}`);
}

function readRow(attributes: Readonly<Record<string, string>>, styles: readonly FileStyle[]): Row | null {
  const height = isOn(attributes.customHeight) && attributes.ht !== undefined ? Number(attributes.ht) : undefined;
  const level = Number(attributes.outlineLevel ?? 0);
  const row: Row = {
    ...(height === undefined ? {} : { height }),
    ...(isOn(attributes.hidden) ? { hidden: true } : {}),
    ...(level > 0 ? { level } : {}),
    ...(isOn(attributes.collapsed) ? { collapsed: true } : {}),
    ...(isOn(attributes.customFormat) && saysSomething(styles[Number(attributes.s)]) ? { style: Number(attributes.s) } : {}),
  };
  return Object.keys(row).length > 0 ? row : null;
}

function readCell(cursor: XmlCursor, row: number, column: number, context: CellContext, shared: Map<string, Master>): { readonly cell: FileCell; readonly group: string | null } {
  const { raw } = cursor;
  const type = xmlAttribute(raw, 't') ?? 'n';
  const style = Number(xmlAttribute(raw, 's') ?? 0);
  const isDynamic = Number(xmlAttribute(raw, 'cm') ?? 0) > 0;
  let text: string | null = null;
  let formula: string | undefined;
  let group: string | null = null;
  let area: string | undefined;
  for (let token = cursor.isEmpty ? 'close' : cursor.next(); token !== 'close'; token = cursor.next()) {
    if (token === 'end') throw new WorkbookFileError('damaged', 'unfinished cell');
    if (token !== 'open') continue;
    if (cursor.name === 'v') text = readText(cursor, 'v');
    else if (cursor.name === 'is') text = readString(cursor, 'is');
    else if (cursor.name === 'f') {
      const { t: kind, si, ref } = xmlAttributes(cursor.raw);
      const source = formulaFromFile(decodeEscapes(readText(cursor, 'f')));
      if (source !== '') formula = source;
      if (kind === 'array') area = ref;
      if (kind === 'shared' && si !== undefined) {
        group = si;
        if (source !== '') shared.set(si, { row, column, formula: source });
      }
      if (kind === 'dataTable') formula = undefined;
    } else skipElement(cursor);
  }
  return {
    cell: {
      row,
      column,
      value: cellValue(type, text, context),
      ...(formula === undefined ? {} : { formula }),
      ...(formula === undefined || area === undefined ? {} : isDynamic ? { spill: area } : { array: area }),
      ...(saysSomething(context.styles[style]) ? { style } : {}),
    },
    group,
  };
}

/** Whether a style differs from the default look. */
export function saysSomething(style: FileStyle | undefined): boolean {
  for (const _ in style) return true;
  return false;
}

function cellValue(type: string, text: string | null, { sharedStrings, date1904 }: CellContext): FileValue {
  if (text === null) return null;
  switch (type) {
    case 's':
      return sharedStrings[Number(text)] ?? null;
    case 'str':
    case 'inlineStr':
      return decodeEscapes(text);
    case 'b':
      return text.trim() === '1' || text.trim() === 'true';
    case 'e':
      return { error: text.trim() };
    case 'd':
      return isoSerial(text.trim(), date1904) ?? text;
    default: {
      const number = Number(text);
      return text.trim() === '' ? null : Number.isFinite(number) ? number : text;
    }
  }
}

const DAY = 86_400_000;

/** Excel's serial number of an ISO date: "2025-01-01" → 45658, "2025-01-01T12:00:00" → 45658.5, "12:00:00" → 0.5; null for other text. */
export function isoSerial(text: string, date1904: boolean): number | null {
  const match = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T|$)?(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(text);
  if (!match || text === '') return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
  // The 1900 system counts a 29 February 1900 that never was, so its early days stand one lower.
  const serial = days + (date1904 ? 24_107 : 25_569);
  return (date1904 || serial > 60 ? serial : serial - 1) + time;
}

function readText(cursor: XmlCursor, name: string): string {
  if (cursor.isEmpty) return '';
  let text = '';
  for (let token = cursor.next(); !(token === 'close' && cursor.name === name); token = cursor.next()) {
    if (token === 'end') throw new WorkbookFileError('damaged', `unfinished <${name}>`);
    if (token === 'text') text += cursor.text;
  }
  return text;
}

/** The text of a string item: its own or that of its runs, without phonetic guides. */
function readString(cursor: XmlCursor, name: string): string {
  if (cursor.isEmpty) return '';
  let text = '';
  for (let token = cursor.next(); !(token === 'close' && cursor.name === name); token = cursor.next()) {
    if (token === 'end') throw new WorkbookFileError('damaged', 'unfinished string');
    if (token !== 'open') continue;
    if (cursor.name === 'rPh' || cursor.name === 'phoneticPr' || cursor.name === 'rPr') skipElement(cursor);
    else if (cursor.name === 't') text += readText(cursor, 't');
  }
  return text;
}

/** The texts of the shared string part, in order. */
export function readSharedStrings(cursor: XmlCursor): readonly string[] {
  const strings: string[] = [];
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token === 'open' && cursor.name === 'si') strings.push(decodeEscapes(readString(cursor, 'si')));
  }
  return strings;
}
