import type { Area } from '../../../workbook/address';
import { demandUnprotected, partsOf, sheetsOf, type Book } from '../book';
import { readCells, writeCells } from '../cells';
import { ExcelRefusal, invalidArgument, itemAlreadyExists, itemNotFound } from '../hostError';
import { intersection, parsePlace } from '../rangeAddress';
import type { TableState } from '../sheetParts';
import { registerTable, tableColumns } from '../tableNames';
import { HostCollection, HostObject } from './hostObject';
import { RangeObject } from './range';
import { rangeOf } from './relations';
import { TableColumnCollectionObject, TableRowCollectionObject } from './tableLines';
import type { WorksheetObject } from './worksheet';

const removeTable = (book: Book, tableName: string): boolean => book.engine.execute('formula.mutation.remove-super-table', { tableName });

function allTables(book: Book): { readonly sheet: string; readonly table: TableState }[] {
  return sheetsOf(book).flatMap((sheet) => partsOf(book, sheet.getSheetId()).tables.map((table) => ({ sheet: sheet.getSheetId(), table })));
}

const flag = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
};

export class TableObject extends HostObject {
  readonly className = 'Table';
  readonly scalars = ['id', 'name', 'showBandedRows', 'showFilterButton', 'showHeaders', 'showTotals', 'style'];
  constructor(
    readonly book: Book,
    readonly sheet: string,
    readonly state: TableState,
  ) {
    super();
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { Id: this.state.id };
  }
  #open(): TableState {
    demandUnprotected(this.book, this.sheet);
    return this.state;
  }
  #range(area: Area): RangeObject {
    return rangeOf(this.book, this.sheet, area);
  }
  get id(): string {
    return this.state.id;
  }
  get legacyId(): string {
    return this.state.id;
  }
  get name(): string {
    return this.state.name;
  }
  set name(value: unknown) {
    if (typeof value !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(value)) throw invalidArgument();
    if (allTables(this.book).some(({ table }) => table !== this.state && table.name.toLowerCase() === value.toLowerCase())) throw itemAlreadyExists();
    const state = this.#open();
    removeTable(this.book, state.name);
    state.name = value;
    registerTable(this.book, this.sheet, state);
  }
  get style(): string {
    return this.state.style;
  }
  set style(value: unknown) {
    if (typeof value !== 'string') throw invalidArgument();
    this.#open().style = value;
  }
  get showHeaders(): boolean {
    return this.state.hasHeader;
  }
  set showHeaders(value: unknown) {
    if (flag(value) !== this.state.hasHeader) throw new ExcelRefusal('NotImplemented', 'The workbench host cannot add or remove the heading of a table.', 501);
  }
  get showTotals(): boolean {
    return this.state.hasTotals;
  }
  set showTotals(value: unknown) {
    const state = this.#open();
    if (flag(value) === state.hasTotals) return;
    state.hasTotals = value === true;
    state.area = { ...state.area, bottom: state.area.bottom + (value === true ? 1 : -1) };
    registerTable(this.book, this.sheet, state);
  }
  get showBandedRows(): boolean {
    return this.state.showBandedRows;
  }
  set showBandedRows(value: unknown) {
    this.#open().showBandedRows = flag(value);
  }
  get showBandedColumns(): boolean {
    return false;
  }
  get showFilterButton(): boolean {
    return this.state.showFilterButton;
  }
  set showFilterButton(value: unknown) {
    this.#open().showFilterButton = flag(value);
  }
  get worksheet(): WorksheetObject {
    return rangeOf(this.book, this.sheet, this.state.area).worksheet;
  }
  get columns(): TableColumnCollectionObject {
    return new TableColumnCollectionObject(this);
  }
  get rows(): TableRowCollectionObject {
    return new TableRowCollectionObject(this);
  }
  /** The rows of data, without heading and totals. */
  get body(): Area {
    const { area, hasHeader, hasTotals } = this.state;
    return { ...area, top: area.top + (hasHeader ? 1 : 0), bottom: area.bottom - (hasTotals ? 1 : 0) };
  }
  getRange(): RangeObject {
    return this.#range(this.state.area);
  }
  getDataBodyRange(): RangeObject {
    return this.#range(this.body);
  }
  getHeaderRowRange(): RangeObject {
    if (!this.state.hasHeader) throw itemNotFound();
    return this.#range({ ...this.state.area, bottom: this.state.area.top });
  }
  getTotalRowRange(): RangeObject {
    if (!this.state.hasTotals) throw itemNotFound();
    return this.#range({ ...this.state.area, top: this.state.area.bottom });
  }
  resize(target: unknown): void {
    const area = target instanceof RangeObject ? target.area : typeof target === 'string' ? parsePlace(this.book, target, this.sheet)?.area : undefined;
    if (!area || area.top !== this.state.area.top) throw invalidArgument();
    this.#open().area = area;
    registerTable(this.book, this.sheet, this.state);
  }
  convertToRange(): RangeObject {
    const range = this.getRange();
    this.#remove();
    return range;
  }
  delete(): void {
    const range = this.getRange();
    this.#remove();
    range.clear();
  }
  #remove(): void {
    this.#open();
    removeTable(this.book, this.state.name);
    const { tables } = partsOf(this.book, this.sheet);
    tables.splice(tables.indexOf(this.state), 1);
  }
}

abstract class TableList extends HostCollection {
  override readonly scalars = ['count'];
  constructor(
    protected readonly book: Book,
    protected readonly sheet: string | undefined,
    protected readonly within: Area | undefined,
  ) {
    super();
  }
  items(): readonly TableObject[] {
    const { within } = this;
    return allTables(this.book)
      .filter(({ sheet, table }) => (this.sheet === undefined || sheet === this.sheet) && (!within || intersection(within, table.area) !== null))
      .map(({ sheet, table }) => new TableObject(this.book, sheet, table));
  }
  getItemOrNullObject(key: unknown): TableObject | null {
    return this.items().find((table) => table.id === key || table.name.toLowerCase() === String(key).toLowerCase()) ?? null;
  }
  getItem(key: unknown): TableObject {
    const table = this.getItemOrNullObject(key);
    if (!table) throw itemNotFound();
    return table;
  }
  getFirst(): TableObject {
    return this.getItemAt(0);
  }
  getItemAt(index: unknown): TableObject {
    const table = this.items()[Number(index)];
    if (!table) throw itemNotFound();
    return table;
  }
}

export class TableScopedCollectionObject extends TableList {
  readonly className = 'TableScopedCollection';
}

export class TableCollectionObject extends TableList {
  readonly className = 'TableCollection';
  constructor(book: Book, sheet?: string) {
    super(book, sheet, undefined);
  }
  add(address: unknown, hasHeaders: unknown): TableObject {
    const place = address instanceof RangeObject ? { sheet: address.sheet, area: address.area } : typeof address === 'string' ? parsePlace(this.book, address, this.sheet ?? this.book.activeSheet) : null;
    if (!place || (this.sheet !== undefined && place.sheet !== this.sheet)) throw invalidArgument();
    demandUnprotected(this.book, place.sheet);
    const { tables } = partsOf(this.book, place.sheet);
    if (tables.some((table) => intersection(table.area, place.area))) throw new ExcelRefusal('InvalidOperation', "A table can't overlap another table.");
    if (hasHeaders !== true) throw new ExcelRefusal('NotImplemented', 'The workbench host makes tables of ranges with a heading only.', 501);
    const names = new Set(allTables(this.book).map(({ table }) => table.name.toLowerCase()));
    let number = 1;
    while (names.has(`tabell${number}`)) number += 1;
    const state: TableState = { id: this.book.nextId(), name: `Tabell${number}`, area: place.area, hasHeader: true, hasTotals: false, style: 'TableStyleMedium2', showBandedRows: true, showFilterButton: true };
    // A table's headings are texts, and none is empty.
    const headings = tableColumns(this.book, place.sheet, state);
    const cells = readCells(this.book, place.sheet, { ...place.area, bottom: place.area.top })[0] ?? [];
    writeCells(this.book, place.sheet, place.area.top, place.area.left, [cells.map(({ value }, index) => (typeof value === 'string' ? undefined : { value: headings[index] ?? '' }))]);
    tables.push(state);
    registerTable(this.book, place.sheet, state);
    return new TableObject(this.book, place.sheet, state);
  }
}
