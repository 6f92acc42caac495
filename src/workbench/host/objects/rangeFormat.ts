import type { Area } from '../../../workbook/address';
import { demandUnprotected, type Book } from '../book';
import { isColor, toHex, type StylePatch } from '../cellStyle';
import { changeStyles, patchStyles, readCells, styleAt, usedArea } from '../cells';
import { displayText } from '../displayText';
import type { FileStyle } from '../fileContent';
import { invalidArgument } from '../hostError';
import { columnWidth, rowHeight, setColumn, setRow } from '../lines';
import { DEFAULT_COLUMN_PX, DEFAULT_ROW_PX, pixelsToPoints, pointsToPixels } from '../loadContent';
import { intersection, isWholeColumns, isWholeRows } from '../rangeAddress';
import { HostObject } from './hostObject';
import { RangeBorderCollectionObject } from './rangeBorders';

const DEFAULT_FONT = 'Calibri';
const DEFAULT_SIZE = 11;
const MAX_ROW_POINTS = 409;
const horizontalNames: Readonly<Record<string, string>> = { general: 'General', left: 'Left', center: 'Center', right: 'Right', fill: 'Fill', justify: 'Justify', centerContinuous: 'CenterAcrossSelection', distributed: 'Distributed' };
const verticalNames: Readonly<Record<string, string>> = { top: 'Top', center: 'Center', bottom: 'Bottom', justify: 'Justify', distributed: 'Distributed' };

function fileName(names: Readonly<Record<string, string>>, apiName: unknown): string {
  const found = Object.keys(names).find((name) => names[name] === apiName);
  if (found === undefined) throw invalidArgument();
  return found;
}

/** The API's word for an alignment of the file. */
export const horizontalName = (style: FileStyle): string => horizontalNames[style.horizontal ?? 'general'] ?? 'General';
export const verticalName = (style: FileStyle): string => verticalNames[style.vertical ?? 'bottom'] ?? 'Bottom';
export const horizontalValue = (apiName: unknown): string => fileName(horizontalNames, apiName);
export const verticalValue = (apiName: unknown): string => fileName(verticalNames, apiName);

/** The part of an area that formats are read from and written to; whole rows and columns end with the used range. */
export function formattedArea(book: Book, sheet: string, area: Area): Area {
  if (!isWholeColumns(area) && !isWholeRows(area)) return area;
  const used = usedArea(book, sheet, false);
  return (used && intersection(used, area)) ?? { ...area, bottom: area.top, right: area.left };
}

/** Style marks of an area as the API tells them: one value, or null where the cells differ. */
export abstract class StyledObject extends HostObject {
  constructor(
    protected readonly book: Book,
    protected readonly sheet: string,
    protected readonly place: Area,
  ) {
    super();
  }

  protected common<Value>(take: (style: FileStyle) => Value): Value | null {
    const { top, left, bottom, right } = formattedArea(this.book, this.sheet, this.place);
    const first = take(styleAt(this.book, this.sheet, top, left));
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) if (take(styleAt(this.book, this.sheet, row, column)) !== first) return null;
    return first;
  }

  protected patch(patch: StylePatch): void {
    demandUnprotected(this.book, this.sheet);
    patchStyles(this.book, this.sheet, formattedArea(this.book, this.sheet, this.place), patch);
    this.book.onChange({ kind: 'formatted', sheet: this.sheet, area: this.place });
  }
}

const flag = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
};
const positive = (value: unknown, most: number): number => {
  if (typeof value !== 'number' || value < 0 || value > most) throw invalidArgument();
  return value;
};
const color = (value: unknown): string => {
  if (typeof value !== 'string' || !isColor(value)) throw invalidArgument();
  return toHex(value);
};

export class RangeFormatObject extends StyledObject {
  readonly className = 'RangeFormat';
  readonly scalars = ['columnWidth', 'horizontalAlignment', 'indentLevel', 'rowHeight', 'verticalAlignment', 'wrapText'];

  get font(): RangeFontObject {
    return new RangeFontObject(this.book, this.sheet, this.place);
  }
  get fill(): RangeFillObject {
    return new RangeFillObject(this.book, this.sheet, this.place);
  }
  get borders(): RangeBorderCollectionObject {
    return new RangeBorderCollectionObject(this.book, this.sheet, formattedArea(this.book, this.sheet, this.place));
  }
  get protection(): FormatProtectionObject {
    return new FormatProtectionObject(this.book, this.sheet, this.place);
  }
  get wrapText(): boolean | null {
    return this.common((style) => style.wrap ?? false);
  }
  set wrapText(value: unknown) {
    this.patch({ wrap: flag(value) });
  }
  get horizontalAlignment(): string | null {
    return this.common(horizontalName);
  }
  set horizontalAlignment(value: unknown) {
    this.patch({ horizontal: horizontalValue(value) });
  }
  get verticalAlignment(): string | null {
    return this.common(verticalName);
  }
  set verticalAlignment(value: unknown) {
    this.patch({ vertical: verticalValue(value) });
  }
  get indentLevel(): number | null {
    return this.common((style) => style.indent ?? 0);
  }
  set indentLevel(value: unknown) {
    this.patch({ indent: positive(value, 250) });
  }
  get columnWidth(): number | null {
    const first = columnWidth(this.book, this.sheet, this.place.left);
    for (let column = this.place.left; column <= this.place.right; column += 1) if (columnWidth(this.book, this.sheet, column) !== first) return null;
    return first;
  }
  set columnWidth(value: unknown) {
    demandUnprotected(this.book, this.sheet);
    const points = positive(value, 1_800);
    const last = formattedArea(this.book, this.sheet, this.place).right;
    for (let column = this.place.left; column <= last; column += 1) setColumn(this.book, this.sheet, column, { w: pointsToPixels(points) });
  }
  get rowHeight(): number | null {
    const { top, bottom } = formattedArea(this.book, this.sheet, this.place);
    const first = rowHeight(this.book, this.sheet, top);
    for (let row = top; row <= bottom; row += 1) if (rowHeight(this.book, this.sheet, row) !== first) return null;
    return first;
  }
  set rowHeight(value: unknown) {
    demandUnprotected(this.book, this.sheet);
    const points = positive(value, MAX_ROW_POINTS);
    const { top, bottom } = formattedArea(this.book, this.sheet, this.place);
    for (let row = top; row <= bottom; row += 1) setRow(this.book, this.sheet, row, { h: pointsToPixels(points), ia: 0 });
  }
  get useStandardWidth(): boolean {
    return this.columnWidth === pixelsToPoints(DEFAULT_COLUMN_PX);
  }
  get useStandardHeight(): boolean {
    return this.rowHeight === pixelsToPoints(DEFAULT_ROW_PX);
  }
  get textOrientation(): number {
    return 0;
  }
  get shrinkToFit(): boolean {
    return false;
  }
  get readingOrder(): string {
    return 'Context';
  }
  adjustIndent(amount: unknown): void {
    if (typeof amount !== 'number') throw invalidArgument();
    demandUnprotected(this.book, this.sheet);
    changeStyles(this.book, this.sheet, formattedArea(this.book, this.sheet, this.place), (style) => ({ ...style, indent: Math.min(250, Math.max(0, (style.indent ?? 0) + amount)) }));
  }
  autofitColumns(): void {
    demandUnprotected(this.book, this.sheet);
    const used = usedArea(this.book, this.sheet, true, { ...this.place, top: isWholeColumns(this.place) ? 0 : this.place.top });
    if (!used) return;
    const cells = readCells(this.book, this.sheet, used);
    for (let column = used.left; column <= used.right; column += 1) {
      const lengths = cells.map((line, row) => {
        const cell = line[column - used.left];
        return cell ? displayText(cell.value, styleAt(this.book, this.sheet, used.top + row, column).numberFormat ?? 'General', this.book.locale).length : 0;
      });
      const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
      if (longest > 0) setColumn(this.book, this.sheet, column, { w: 5 + longest * 7 });
    }
  }
  autofitRows(): void {
    demandUnprotected(this.book, this.sheet);
    const { top, bottom } = formattedArea(this.book, this.sheet, this.place);
    for (let row = top; row <= bottom; row += 1) this.book.engine.execute('sheet.mutation.set-row-data', { subUnitId: this.sheet, rowData: { [row]: { h: undefined, ia: 1 } } });
  }
}

export class RangeFontObject extends StyledObject {
  readonly className = 'RangeFont';
  readonly scalars = ['bold', 'color', 'italic', 'name', 'size', 'strikethrough', 'underline'];
  get bold(): boolean | null {
    return this.common((style) => style.font?.bold ?? false);
  }
  set bold(value: unknown) {
    this.patch({ font: { bold: flag(value) } });
  }
  get italic(): boolean | null {
    return this.common((style) => style.font?.italic ?? false);
  }
  set italic(value: unknown) {
    this.patch({ font: { italic: flag(value) } });
  }
  get strikethrough(): boolean | null {
    return this.common((style) => style.font?.strike ?? false);
  }
  set strikethrough(value: unknown) {
    this.patch({ font: { strike: flag(value) } });
  }
  get underline(): string | null {
    return this.common((style) => (style.font?.underline ? 'Single' : 'None'));
  }
  set underline(value: unknown) {
    if (value !== 'None' && value !== 'Single' && value !== 'Double' && value !== 'SingleAccountant' && value !== 'DoubleAccountant') throw invalidArgument();
    this.patch({ font: { underline: value !== 'None' } });
  }
  get color(): string | null {
    return this.common((style) => style.font?.color ?? '#000000');
  }
  set color(value: unknown) {
    this.patch({ font: { color: color(value) } });
  }
  get name(): string | null {
    return this.common((style) => style.font?.name ?? DEFAULT_FONT);
  }
  set name(value: unknown) {
    if (typeof value !== 'string' || value === '') throw invalidArgument();
    this.patch({ font: { name: value } });
  }
  get size(): number | null {
    return this.common((style) => style.font?.size ?? DEFAULT_SIZE);
  }
  set size(value: unknown) {
    this.patch({ font: { size: positive(value, MAX_ROW_POINTS) } });
  }
}

export class RangeFillObject extends StyledObject {
  readonly className = 'RangeFill';
  readonly scalars = ['color'];
  /** "" where the cells differ and white where none is filled, as Excel tells it. */
  get color(): string {
    return this.common((style) => style.fill ?? '#FFFFFF') ?? '';
  }
  set color(value: unknown) {
    this.patch({ fill: color(value) });
  }
  get pattern(): string | null {
    return this.common((style) => (style.fill ? 'Solid' : 'None'));
  }
  clear(): void {
    this.patch({ fill: null });
  }
}

export class FormatProtectionObject extends StyledObject {
  readonly className = 'FormatProtection';
  readonly scalars = ['formulaHidden', 'locked'];
  get locked(): boolean | null {
    return this.common((style) => style.locked ?? true);
  }
  set locked(value: unknown) {
    this.patch({ locked: flag(value) });
  }
  get formulaHidden(): boolean {
    return false;
  }
}
