import { demandOpenStructure, demandUnprotected, findSheet, partsOf, sheetOf, sheetsOf, type Book } from '../book';
import { isColor, toHex } from '../cellStyle';
import { usedArea } from '../cells';
import { invalidArgument, itemNotFound } from '../hostError';
import { pixelsToPoints, DEFAULT_COLUMN_PX, DEFAULT_ROW_PX } from '../loadContent';
import { parseLocal, parsePlace, wholeSheet } from '../rangeAddress';
import { addSheet, copySheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../structure';
import { ChartCollectionObject } from './chart';
import { CommentCollectionObject } from './comments';
import { FreezePanesObject } from './freeze';
import { HostCollection, HostObject } from './hostObject';
import { findName, nameFormula, NamedItemCollectionObject } from './names';
import { PageBreakCollectionObject, PageLayoutObject } from './page';
import { WorksheetProtectionObject } from './protection';
import type { RangeObject } from './range';
import { rangeOf } from './relations';
import { SheetPropertyCollectionObject } from './sheetProperties';
import { TableCollectionObject } from './table';

export class WorksheetObject extends HostObject {
  readonly className = 'Worksheet';
  readonly scalars = ['enableCalculation', 'id', 'name', 'position', 'showGridlines', 'showHeadings', 'standardHeight', 'standardWidth', 'tabColor', 'visibility'];
  constructor(
    readonly book: Book,
    readonly id: string,
  ) {
    super();
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }
  override read(member: string): unknown {
    if (member !== 'id') sheetOf(this.book, this.id);
    return super.read(member);
  }
  override write(member: string, value: unknown): void {
    sheetOf(this.book, this.id);
    super.write(member, value);
  }
  override call(member: string, args: readonly unknown[]): unknown {
    sheetOf(this.book, this.id);
    return super.call(member, args);
  }

  get name(): string {
    return sheetOf(this.book, this.id).getName();
  }
  set name(value: unknown) {
    renameSheet(this.book, this.id, value);
  }
  get position(): number {
    return sheetsOf(this.book).findIndex((sheet) => sheet.getSheetId() === this.id);
  }
  set position(value: unknown) {
    moveSheet(this.book, this.id, value);
  }
  get visibility(): string {
    if (!sheetOf(this.book, this.id).isSheetHidden()) return 'Visible';
    return partsOf(this.book, this.id).isVeryHidden ? 'VeryHidden' : 'Hidden';
  }
  set visibility(value: unknown) {
    setVisibility(this.book, this.id, value);
  }
  get tabColor(): string {
    const color = sheetOf(this.book, this.id).getTabColor();
    return color ? toHex(color) : '';
  }
  set tabColor(value: unknown) {
    if (typeof value !== 'string' || (value !== '' && !isColor(value))) throw invalidArgument();
    demandOpenStructure(this.book);
    this.book.engine.execute('sheet.mutation.set-tab-color', { subUnitId: this.id, color: value === '' ? '' : toHex(value) });
  }
  get showGridlines(): boolean {
    return sheetOf(this.book, this.id).getSnapshot().showGridlines !== 0;
  }
  set showGridlines(value: unknown) {
    if (typeof value !== 'boolean') throw invalidArgument();
    this.book.engine.execute('sheet.mutation.toggle-gridlines', { subUnitId: this.id, showGridlines: value ? 1 : 0 });
  }
  set gridlines(value: unknown) {
    this.showGridlines = value;
  }
  get showHeadings(): boolean {
    return true;
  }
  get enableCalculation(): boolean {
    return true;
  }
  get standardWidth(): number {
    return pixelsToPoints(DEFAULT_COLUMN_PX);
  }
  get standardHeight(): number {
    return pixelsToPoints(DEFAULT_ROW_PX);
  }
  get charts(): ChartCollectionObject {
    return new ChartCollectionObject(this.book, this.id);
  }
  get comments(): CommentCollectionObject {
    return new CommentCollectionObject(this.book, this.id);
  }
  get customProperties(): SheetPropertyCollectionObject {
    return new SheetPropertyCollectionObject(this.book, this.id);
  }
  get freezePanes(): FreezePanesObject {
    return new FreezePanesObject(this.book, this.id);
  }
  get names(): NamedItemCollectionObject {
    return new NamedItemCollectionObject(this.book, this.id);
  }
  get pageLayout(): PageLayoutObject {
    return new PageLayoutObject(this.book, this.id);
  }
  get horizontalPageBreaks(): PageBreakCollectionObject {
    return new PageBreakCollectionObject(this.book, this.id, 'row');
  }
  get verticalPageBreaks(): PageBreakCollectionObject {
    return new PageBreakCollectionObject(this.book, this.id, 'column');
  }
  get protection(): WorksheetProtectionObject {
    return new WorksheetProtectionObject(this.book, this.id);
  }
  get tables(): TableCollectionObject {
    return new TableCollectionObject(this.book, this.id);
  }

  getRange(address?: unknown): RangeObject {
    if (address === undefined || address === null || address === '') return rangeOf(this.book, this.id, wholeSheet);
    if (typeof address !== 'string') throw invalidArgument();
    const name = findName(this.book, address, this.id) ?? findName(this.book, address);
    const place = parsePlace(this.book, name ? nameFormula(this.book, name) : address, this.id) ?? this.#tableArea(address);
    if (!place || place.sheet !== this.id) throw name || !parseLocal(address) ? invalidArgument() : itemNotFound();
    return rangeOf(this.book, this.id, place.area);
  }
  #tableArea(name: string): { readonly sheet: string; readonly area: RangeObject['area'] } | null {
    const table = partsOf(this.book, this.id).tables.find((item) => item.name.toLowerCase() === name.toLowerCase());
    return table ? { sheet: this.id, area: table.area } : null;
  }
  getCell(row: unknown, column: unknown): RangeObject {
    return this.getRangeByIndexes(row, column, 1, 1);
  }
  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): RangeObject {
    const numbers = [row, column, rows, columns].map((value) => {
      if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
      return value;
    });
    const [top = 0, left = 0, height = 1, width = 1] = numbers;
    if (height < 1 || width < 1) throw invalidArgument();
    return rangeOf(this.book, this.id, wholeSheet).at({ top, left, bottom: top + height - 1, right: left + width - 1 });
  }
  getUsedRange(valuesOnly: unknown = false): RangeObject {
    return this.getUsedRangeOrNullObject(valuesOnly) ?? this.getCell(0, 0);
  }
  getUsedRangeOrNullObject(valuesOnly: unknown = false): RangeObject | null {
    const area = usedArea(this.book, this.id, valuesOnly === true);
    return area ? rangeOf(this.book, this.id, area) : null;
  }
  getNextOrNullObject(visibleOnly: unknown = false): WorksheetObject | null {
    return neighbour(this.book, this.id, 1, visibleOnly === true);
  }
  getNext(visibleOnly: unknown = false): WorksheetObject {
    return demanded(this.getNextOrNullObject(visibleOnly));
  }
  getPreviousOrNullObject(visibleOnly: unknown = false): WorksheetObject | null {
    return neighbour(this.book, this.id, -1, visibleOnly === true);
  }
  getPrevious(visibleOnly: unknown = false): WorksheetObject {
    return demanded(this.getPreviousOrNullObject(visibleOnly));
  }
  activate(): void {
    if (this.visibility !== 'Visible') throw invalidArgument();
    const before = this.book.activeSheet;
    if (before === this.id) return;
    this.book.activeSheet = this.id;
    this.book.onChange({ kind: 'deactivated', sheet: before });
    this.book.onChange({ kind: 'activated', sheet: this.id });
  }
  calculate(): Promise<void> {
    return this.book.engine.recalculate();
  }
  delete(): void {
    deleteSheet(this.book, this.id);
  }
  copy(positionType: unknown = 'None', relativeTo: unknown = undefined): WorksheetObject {
    const source = this.position;
    const id = copySheet(this.book, this.id);
    const relative = relativeTo instanceof WorksheetObject ? relativeTo.position : source;
    const last = sheetsOf(this.book).length - 1;
    if (positionType === 'Beginning') moveSheet(this.book, id, 0);
    else if (positionType === 'Before') moveSheet(this.book, id, relative);
    else if (positionType === 'After') moveSheet(this.book, id, Math.min(last, relative + 1));
    else if (positionType !== 'None' && positionType !== 'End') throw invalidArgument();
    return new WorksheetObject(this.book, id);
  }
  showOutlineLevels(rowLevels: unknown, columnLevels: unknown): void {
    demandUnprotected(this.book, this.id);
    for (const [axis, most] of [['row', rowLevels], ['column', columnLevels]] as const) {
      if (typeof most !== 'number') throw invalidArgument();
      const levels = axis === 'row' ? partsOf(this.book, this.id).rowLevels : partsOf(this.book, this.id).columnLevels;
      if (most === 0) continue;
      for (const [line, outline] of levels) {
        const range = rangeOf(this.book, this.id, axis === 'row' ? { ...wholeSheet, top: line, bottom: line } : { ...wholeSheet, left: line, right: line });
        outline.collapsed = outline.level >= most;
        if (axis === 'row') range.rowHidden = outline.collapsed;
        else range.columnHidden = outline.collapsed;
      }
    }
  }
}

function neighbour(book: Book, id: string, step: 1 | -1, visibleOnly: boolean): WorksheetObject | null {
  const sheets = sheetsOf(book).filter((sheet) => !visibleOnly || !sheet.isSheetHidden() || sheet.getSheetId() === id);
  const found = sheets[sheets.findIndex((sheet) => sheet.getSheetId() === id) + step];
  return found ? new WorksheetObject(book, found.getSheetId()) : null;
}

function demanded<Item>(item: Item | null | undefined): Item {
  if (item === null || item === undefined) throw itemNotFound();
  return item;
}

export class WorksheetCollectionObject extends HostCollection {
  readonly className = 'WorksheetCollection';
  constructor(private readonly book: Book) {
    super();
  }
  #all(visibleOnly: boolean): WorksheetObject[] {
    return sheetsOf(this.book).filter((sheet) => !visibleOnly || !sheet.isSheetHidden()).map((sheet) => new WorksheetObject(this.book, sheet.getSheetId()));
  }
  items(): readonly WorksheetObject[] {
    return this.#all(false);
  }
  override getCount(visibleOnly: unknown = false): number {
    return this.#all(visibleOnly === true).length;
  }
  add(name: unknown): WorksheetObject {
    return new WorksheetObject(this.book, addSheet(this.book, name));
  }
  getItemOrNullObject(key: unknown): WorksheetObject | null {
    if (typeof key !== 'string') throw invalidArgument();
    const byId = this.book.engine.workbook.getSheetBySheetId(key);
    const sheet = byId ?? findSheet(this.book, key);
    return sheet ? new WorksheetObject(this.book, sheet.getSheetId()) : null;
  }
  getItem(key: unknown): WorksheetObject {
    return demanded(this.getItemOrNullObject(key));
  }
  getActiveWorksheet(): WorksheetObject {
    return new WorksheetObject(this.book, this.book.activeSheet);
  }
  getFirst(visibleOnly: unknown = false): WorksheetObject {
    return demanded(this.#all(visibleOnly === true)[0]);
  }
  getLast(visibleOnly: unknown = false): WorksheetObject {
    return demanded(this.#all(visibleOnly === true).at(-1));
  }
}
