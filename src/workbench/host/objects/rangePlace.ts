import type { Area } from '../../../workbook/address';
import { sheetOf, type Book, type BookChange } from '../book';
import { MAX_COLUMN, MAX_ROW } from '../sheetLimits';
import { invalidArgument, itemNotFound } from '../hostError';
import { columnLeft, columnWidth, rowHeight, rowTop } from '../lines';
import { intersection, isWholeColumns, isWholeRows, localAddress, parsePlace, sheetPrefix, type Place } from '../rangeAddress';
import { shiftArea, shiftOf } from '../shift';
import { HostObject } from './hostObject';

/** Where a range lies and how one comes from it to the ranges around it. `Range` is the class of those. */
export abstract class RangePlace<Range> extends HostObject {
  #area: Area;

  constructor(
    readonly book: Book,
    readonly sheet: string,
    area: Area,
  ) {
    super();
    this.#area = area;
  }

  /** The range of another area; InvalidArgument where the sheet has no such cells. */
  abstract at(area: Area, sheet?: string): Range;

  get area(): Area {
    return this.#area;
  }
  override get needsReference(): boolean {
    return true;
  }

  /** Follows rows and columns that come in or go out; a range whose cells are all gone stays where it was. */
  move(change: BookChange): void {
    const shift = change.sheet === this.sheet ? shiftOf(change) : undefined;
    const moved = shift ? shiftArea(this.#area, shift) : undefined;
    if (moved) this.#area = moved;
  }

  get address(): string {
    return `${sheetPrefix(sheetOf(this.book, this.sheet).getName())}!${localAddress(this.area)}`;
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.area.top;
  }
  get columnIndex(): number {
    return this.area.left;
  }
  get rowCount(): number {
    return this.area.bottom - this.area.top + 1;
  }
  get columnCount(): number {
    return this.area.right - this.area.left + 1;
  }
  get cellCount(): number {
    const count = this.rowCount * this.columnCount;
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return isWholeColumns(this.area);
  }
  get isEntireRow(): boolean {
    return isWholeRows(this.area);
  }
  get left(): number {
    return columnLeft(this.book, this.sheet, this.area.left);
  }
  get top(): number {
    return rowTop(this.book, this.sheet, this.area.top);
  }
  get width(): number {
    return columnLeft(this.book, this.sheet, this.area.right) + columnWidth(this.book, this.sheet, this.area.right) - this.left;
  }
  get height(): number {
    return rowTop(this.book, this.sheet, this.area.bottom) + rowHeight(this.book, this.sheet, this.area.bottom) - this.top;
  }

  getCell(row: unknown, column: unknown): Range {
    const top = this.area.top + wholeNumber(row);
    const left = this.area.left + wholeNumber(column);
    return this.at({ top, left, bottom: top, right: left });
  }
  getRow(row: unknown): Range {
    const top = this.area.top + wholeNumber(row);
    return this.at({ ...this.area, top, bottom: top });
  }
  getColumn(column: unknown): Range {
    const left = this.area.left + wholeNumber(column);
    return this.at({ ...this.area, left, right: left });
  }
  getLastCell(): Range {
    return this.at({ ...this.area, top: this.area.bottom, left: this.area.right });
  }
  getLastRow(): Range {
    return this.at({ ...this.area, top: this.area.bottom });
  }
  getLastColumn(): Range {
    return this.at({ ...this.area, left: this.area.right });
  }
  getEntireRow(): Range {
    return this.at({ ...this.area, left: 0, right: MAX_COLUMN });
  }
  getEntireColumn(): Range {
    return this.at({ ...this.area, top: 0, bottom: MAX_ROW });
  }
  getOffsetRange(rows: unknown, columns: unknown): Range {
    const down = wholeNumber(rows);
    const aside = wholeNumber(columns);
    return this.at({ top: this.area.top + down, bottom: this.area.bottom + down, left: this.area.left + aside, right: this.area.right + aside });
  }
  getResizedRange(rows: unknown, columns: unknown): Range {
    return this.at({ ...this.area, bottom: this.area.bottom + wholeNumber(rows), right: this.area.right + wholeNumber(columns) });
  }
  getAbsoluteResizedRange(rows: unknown, columns: unknown): Range {
    return this.at({ ...this.area, bottom: this.area.top + wholeNumber(rows) - 1, right: this.area.left + wholeNumber(columns) - 1 });
  }
  getRowsAbove(count: unknown = 1): Range {
    const rows = wholeNumber(count);
    return rows >= 0 ? this.at({ ...this.area, top: this.area.top - rows, bottom: this.area.top - 1 }) : this.getRowsBelow(-rows);
  }
  getRowsBelow(count: unknown = 1): Range {
    const rows = wholeNumber(count);
    return rows >= 0 ? this.at({ ...this.area, top: this.area.bottom + 1, bottom: this.area.bottom + rows }) : this.getRowsAbove(-rows);
  }
  getColumnsBefore(count: unknown = 1): Range {
    return this.at({ ...this.area, left: this.area.left - wholeNumber(count), right: this.area.left - 1 });
  }
  getColumnsAfter(count: unknown = 1): Range {
    return this.at({ ...this.area, left: this.area.right + 1, right: this.area.right + wholeNumber(count) });
  }
  getBoundingRect(other: unknown): Range {
    const { area } = this.placeOf(other);
    return this.at({ top: Math.min(area.top, this.area.top), left: Math.min(area.left, this.area.left), bottom: Math.max(area.bottom, this.area.bottom), right: Math.max(area.right, this.area.right) });
  }
  getIntersection(other: unknown): Range {
    return demanded(this.getIntersectionOrNullObject(other));
  }
  getIntersectionOrNullObject(other: unknown): Range | null {
    const common = intersection(this.area, this.placeOf(other).area);
    return common ? this.at(common) : null;
  }

  /** The place of an argument that is a range or an address; addresses may name another sheet. */
  placeOf(other: unknown): Place {
    if (other instanceof RangePlace) return { sheet: other.sheet, area: other.area };
    const place = typeof other === 'string' ? parsePlace(this.book, other, this.sheet) : null;
    if (!place) throw invalidArgument();
    return place;
  }
}

/** The area itself; InvalidArgument for one that leaves the sheet or is upside down. */
export function demandWithinSheet(area: Area): Area {
  if (area.top < 0 || area.left < 0 || area.bottom > MAX_ROW || area.right > MAX_COLUMN || area.bottom < area.top || area.right < area.left) throw invalidArgument();
  return area;
}

/** What is found, or Excel's refusal where there is nothing. */
export function demanded<Item>(item: Item | null): Item {
  if (item === null) throw itemNotFound();
  return item;
}

function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
  return value;
}
