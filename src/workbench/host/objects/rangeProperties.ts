import type { Area } from '../../../workbook/address';
import { demandUnprotected, sheetOf, type Book } from '../book';
import { changeStyles, styleAt } from '../cells';
import { isColor, patchStyle, toHex, type StylePatch } from '../cellStyle';
import type { FileStyle } from '../fileContent';
import { invalidArgument, notImplemented } from '../hostError';
import { columnWidth, isHidden, rowHeight, setColumn, setHidden, setRow } from '../lines';
import { pointsToPixels } from '../loadContent';
import { localAddress, sheetPrefix } from '../rangeAddress';
import { apiLine, fileBorder } from './rangeBorders';
import { formattedArea, horizontalName, horizontalValue, verticalName, verticalValue } from './rangeFormat';
import { linesOf } from './rangeLines';
import { readLink } from './rangeLink';

type Options = Readonly<Record<string, unknown>>;
type Reader = (book: Book, sheet: string, row: number, column: number, style: FileStyle) => unknown;

const isOptions = (value: unknown): value is Options => typeof value === 'object' && value !== null;

const border = (edge: 'top' | 'bottom' | 'left' | 'right'): Reader => (_book, _sheet, _row, _column, style) => {
  const line = apiLine(style.borders?.[edge]);
  return { style: line.style, weight: line.weight, color: line.style === 'None' ? '' : line.color };
};
const borders: Readonly<Record<string, Reader>> = { top: border('top'), bottom: border('bottom'), left: border('left'), right: border('right') };

/** What getCellProperties can tell, as the tree of its load options. */
const formatReaders: Readonly<Record<string, Reader | Readonly<Record<string, Reader>>>> = {
  fill: { color: (_b, _s, _r, _c, style) => style.fill ?? '#FFFFFF', pattern: (_b, _s, _r, _c, style) => (style.fill ? 'Solid' : 'None') },
  font: {
    bold: (_b, _s, _r, _c, style) => style.font?.bold ?? false,
    italic: (_b, _s, _r, _c, style) => style.font?.italic ?? false,
    color: (_b, _s, _r, _c, style) => style.font?.color ?? '#000000',
    name: (_b, _s, _r, _c, style) => style.font?.name ?? 'Calibri',
    size: (_b, _s, _r, _c, style) => style.font?.size ?? 11,
    strikethrough: (_b, _s, _r, _c, style) => style.font?.strike ?? false,
    underline: (_b, _s, _r, _c, style) => (style.font?.underline ? 'Single' : 'None'),
  },
  protection: { locked: (_b, _s, _r, _c, style) => style.locked ?? true },
  horizontalAlignment: (_b, _s, _r, _c, style) => horizontalName(style),
  verticalAlignment: (_b, _s, _r, _c, style) => verticalName(style),
  indentLevel: (_b, _s, _r, _c, style) => style.indent ?? 0,
  wrapText: (_b, _s, _r, _c, style) => style.wrap ?? false,
  columnWidth: (book, sheet, _r, column) => columnWidth(book, sheet, column),
  rowHeight: (book, sheet, row) => rowHeight(book, sheet, row),
};

function readFormat(options: Options, book: Book, sheet: string, row: number, column: number, style: FileStyle): Options {
  const told: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(options)) {
    if (!wanted) continue;
    if (name === 'borders') {
      told['borders'] = Object.fromEntries(Object.entries(borders).map(([side, read]) => [side, pick(read(book, sheet, row, column, style), wanted)]));
      continue;
    }
    const reader = formatReaders[name];
    if (!reader) throw notImplemented(`getCellProperties format/${name}`);
    if (typeof reader === 'function') told[name] = reader(book, sheet, row, column, style);
    else if (isOptions(wanted)) {
      told[name] = Object.fromEntries(Object.keys(wanted).map((part) => {
        const inner = reader[part];
        if (!inner) throw notImplemented(`getCellProperties format/${name}/${part}`);
        return [part, inner(book, sheet, row, column, style)];
      }));
    }
  }
  return told;
}

function pick(value: unknown, wanted: unknown): unknown {
  return isOptions(value) && isOptions(wanted) ? Object.fromEntries(Object.entries(value).filter(([name]) => wanted[name])) : value;
}

function readOne(book: Book, sheet: string, area: Area, options: Options): Options {
  const told: Record<string, unknown> = {};
  const style = styleAt(book, sheet, area.top, area.left);
  for (const [name, wanted] of Object.entries(options)) {
    if (!wanted) continue;
    if (name === 'address' || name === 'addressLocal') told[name] = `${sheetPrefix(sheetOf(book, sheet).getName())}!${localAddress(area)}`;
    else if (name === 'format' && isOptions(wanted)) told[name] = readFormat(wanted, book, sheet, area.top, area.left, style);
    else if (name === 'hidden') told[name] = isHidden(book, sheet, area.top, 'row') || isHidden(book, sheet, area.left, 'column');
    else if (name === 'rowHidden') told[name] = isHidden(book, sheet, area.top, 'row');
    else if (name === 'columnHidden') told[name] = isHidden(book, sheet, area.left, 'column');
    else if (name === 'rowIndex') told[name] = area.top;
    else if (name === 'columnIndex') told[name] = area.left;
    else if (name === 'hyperlink') told[name] = readLink(book, sheet, area);
    else if (name === 'style') told[name] = 'Normal';
    else throw notImplemented(`getCellProperties ${name}`);
  }
  return told;
}

/** Range.getCellProperties: for each cell the marks that the options ask for. */
export function readCellProperties(book: Book, sheet: string, place: Area, options: unknown): Options[][] {
  if (!isOptions(options)) throw invalidArgument();
  const area = formattedArea(book, sheet, place);
  const rows: Options[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: Options[] = [];
    for (let column = area.left; column <= area.right; column += 1) line.push(readOne(book, sheet, { top: row, left: column, bottom: row, right: column }, options));
    rows.push(line);
  }
  return rows;
}

/** Range.getRowProperties and getColumnProperties: one entry a row or column. */
export function readLineProperties(book: Book, sheet: string, area: Area, axis: 'row' | 'column', options: unknown): Options[] {
  if (!isOptions(options)) throw invalidArgument();
  const [first, last] = linesOf(book, sheet, area, axis);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const line = first + index;
    return readOne(book, sheet, axis === 'row' ? { ...area, top: line, bottom: line } : { ...area, left: line, right: line }, options);
  });
}

function toPatch(format: Options): StylePatch {
  const patch: { -readonly [Name in keyof StylePatch]: StylePatch[Name] } = {};
  for (const [name, value] of Object.entries(format)) {
    if (name === 'fill' && isOptions(value)) patch.fill = hex(value['color']);
    else if (name === 'font' && isOptions(value)) patch.font = toFont(value);
    else if (name === 'borders' && isOptions(value)) patch.borders = Object.fromEntries(Object.entries(value).map(([side, line]) => [side, toBorder(side, line)]));
    else if (name === 'horizontalAlignment') patch.horizontal = horizontalValue(value);
    else if (name === 'verticalAlignment') patch.vertical = verticalValue(value);
    else if (name === 'indentLevel' && typeof value === 'number') patch.indent = value;
    else if (name === 'wrapText' && typeof value === 'boolean') patch.wrap = value;
    else if (name === 'protection' && isOptions(value) && typeof value['locked'] === 'boolean') patch.locked = value['locked'];
    else if (name !== 'columnWidth' && name !== 'rowHeight') throw notImplemented(`setCellProperties format/${name}`);
  }
  return patch;
}

function hex(value: unknown): string {
  if (typeof value !== 'string' || !isColor(value)) throw invalidArgument();
  return toHex(value);
}

function toBorder(side: string, line: unknown): { readonly style: string; readonly color: string } | null {
  if (!(side in borders)) throw notImplemented(`setCellProperties format/borders/${side}`);
  if (!isOptions(line)) throw invalidArgument();
  const { style = 'Continuous', weight = 'Thin', color = '#000000' } = line;
  if (typeof style !== 'string' || typeof weight !== 'string') throw invalidArgument();
  return fileBorder({ style, weight, color: hex(color) });
}

function toFont({ underline, strikethrough, ...font }: Options): FileStyle['font'] {
  const known = ['bold', 'italic', 'color', 'name', 'size'];
  const unknown = Object.keys(font).find((name) => !known.includes(name));
  if (unknown) throw notImplemented(`setCellProperties format/font/${unknown}`);
  return {
    ...(font as NonNullable<FileStyle['font']>),
    ...('color' in font ? { color: hex(font['color']) } : {}),
    ...(underline === undefined ? {} : { underline: underline !== 'None' }),
    ...(strikethrough === undefined ? {} : { strike: strikethrough === true }),
  };
}

/** Range.setCellProperties: a matrix of marks, {} leaves a cell as it is. */
export function writeCellProperties(book: Book, sheet: string, area: Area, properties: unknown): void {
  demandUnprotected(book, sheet);
  const rows = area.bottom - area.top + 1;
  if (!Array.isArray(properties) || properties.length !== rows) throw invalidArgument();
  const columns = area.right - area.left + 1;
  const lines = properties as unknown[];
  if (!lines.every((line) => Array.isArray(line) && line.length === columns)) throw invalidArgument();
  changeStyles(book, sheet, area, (style, row, column) => {
    const wanted = (lines[row - area.top] as unknown[])[column - area.left];
    return isOptions(wanted) && isOptions(wanted['format']) ? patchStyle(style, toPatch(wanted['format'])) : style;
  });
}

/** Range.setRowProperties and setColumnProperties: one entry a row or column. */
export function writeLineProperties(book: Book, sheet: string, area: Area, axis: 'row' | 'column', properties: unknown): void {
  demandUnprotected(book, sheet);
  const [first, last] = axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  if (!Array.isArray(properties) || properties.length !== last - first + 1) throw invalidArgument();
  (properties as unknown[]).forEach((wanted, index) => {
    if (!isOptions(wanted)) return;
    const line = first + index;
    const format = isOptions(wanted['format']) ? wanted['format'] : {};
    const hidden = wanted[axis === 'row' ? 'rowHidden' : 'columnHidden'];
    if (typeof hidden === 'boolean') setHidden(book, sheet, line, axis, hidden);
    const width = format['columnWidth'];
    const height = format['rowHeight'];
    if (axis === 'column' && typeof width === 'number') setColumn(book, sheet, line, { w: pointsToPixels(width) });
    if (axis === 'row' && typeof height === 'number') setRow(book, sheet, line, { h: pointsToPixels(height), ia: 0 });
    const lineArea = axis === 'row' ? { ...area, top: line, bottom: line } : { ...area, left: line, right: line };
    const patch = toPatch(format);
    if (Object.keys(patch).length > 0) changeStyles(book, sheet, formattedArea(book, sheet, lineArea), (style) => patchStyle(style, patch));
  });
}
