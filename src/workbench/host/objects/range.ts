import type { Area } from '../../../workbook/address';
import { demandUnprotected, partsOf, sheetOf, type Book } from '../book';
import { readCells, spillOf, spillParentOf, styleAt, usedArea, writeCells, changeStyles, type BookCell, type CellInput } from '../cells';
import { patchStyle } from '../cellStyle';
import { displayText, formatCategory } from '../displayText';
import type { FileValue } from '../fileContent';
import { invalidArgument, itemNotFound, notImplemented } from '../hostError';
import { interpretInput } from '../interpretInput';
import { intersection, localAddress } from '../rangeAddress';
import { MAX_COLUMN, MAX_ROW } from '../sheetLimits';
import { demanded, demandWithinSheet, RangePlace } from './rangePlace';
import { RangeAreasObject } from './rangeAreas';
import { RangeFormatObject } from './rangeFormat';
import { readHidden, writeHidden } from './rangeLines';
import { readLink, writeLink } from './rangeLink';
import { moveRange } from './rangeMove';
import { readCellProperties, readLineProperties, writeCellProperties, writeLineProperties } from './rangeProperties';
import { clearRange, copyRange, deleteRange, groupLines, insertRange, mergeRange, mergesIn, ungroupLines, unmergeRange } from './rangeStructure';
import { ConditionalFormatCollectionObject } from './conditional';
import { DataValidationObject } from './validation';
import { MAX_READ_CELLS, matrixArgument } from './matrix';
import type { WorksheetObject } from './worksheet';
import type { TableScopedCollectionObject } from './table';

/** What ranges need of classes that in turn need ranges. */
export interface RangeRelations {
  worksheet(book: Book, id: string): WorksheetObject;
  tables(book: Book, sheet: string, within?: Area): TableScopedCollectionObject;
}

const apiValue = (value: FileValue): string | number | boolean => (value === null ? '' : typeof value === 'object' ? value.error : value);

function valueType(value: FileValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  if (typeof value === 'string') return 'String';
  return typeof value === 'boolean' ? 'Boolean' : 'Double';
}

/** Excel.Range: one area of one sheet, which moves along with inserted rows and columns while office.js keeps it. */
export class RangeObject extends RangePlace<RangeObject> {
  readonly className = 'Range';
  readonly scalars = ['address', 'addressLocal', 'cellCount', 'columnCount', 'columnHidden', 'columnIndex', 'formulas', 'hasSpill', 'hidden', 'isEntireColumn', 'isEntireRow', 'numberFormat', 'rowCount', 'rowHidden', 'rowIndex', 'text', 'values', 'valueTypes'];

  constructor(
    book: Book,
    sheet: string,
    area: Area,
    readonly relations: RangeRelations,
  ) {
    super(book, sheet, area);
  }

  at(area: Area, sheet = this.sheet): RangeObject {
    return new RangeObject(this.book, sheet, demandWithinSheet(area), this.relations);
  }
  get worksheet(): WorksheetObject {
    return this.relations.worksheet(this.book, this.sheet);
  }

  // What it holds.
  #cells(): BookCell[][] | null {
    sheetOf(this.book, this.sheet);
    return this.cellCount < 0 || this.cellCount > MAX_READ_CELLS ? null : readCells(this.book, this.sheet, this.area);
  }
  #map<Result>(take: (cell: BookCell, row: number, column: number) => Result): Result[][] | null {
    return this.#cells()?.map((line, row) => line.map((cell, column) => take(cell, this.area.top + row, this.area.left + column))) ?? null;
  }
  #formatAt(row: number, column: number): string {
    return styleAt(this.book, this.sheet, row, column).numberFormat ?? 'General';
  }
  get values(): unknown {
    return this.#map(({ value }) => apiValue(value));
  }
  set values(input: unknown) {
    this.#write(input);
  }
  get formulas(): unknown {
    return this.#map(({ value, formula }) => formula ?? apiValue(value));
  }
  set formulas(input: unknown) {
    this.#write(input);
  }
  get text(): unknown {
    return this.#map(({ value }, row, column) => displayText(value, this.#formatAt(row, column), this.book.locale));
  }
  get valueTypes(): unknown {
    return this.#map(({ value }) => valueType(value));
  }
  get numberFormat(): unknown {
    return this.#map((_cell, row, column) => this.#formatAt(row, column));
  }
  set numberFormat(input: unknown) {
    const formats = matrixArgument(input, this.rowCount, this.columnCount);
    this.#demandWritable();
    changeStyles(this.book, this.sheet, this.#filled(), (style, row, column) => {
      const format = formats(row - this.area.top, column - this.area.left);
      if (format === null) return style;
      if (typeof format !== 'string') throw invalidArgument();
      return patchStyle(style, { numberFormat: format === '' ? 'General' : format });
    });
    this.book.onChange({ kind: 'formatted', sheet: this.sheet, area: this.area });
  }
  get numberFormatCategories(): unknown {
    return this.#map((_cell, row, column) => formatCategory(this.#formatAt(row, column)));
  }
  #demandWritable(): void {
    if (this.book.isReadOnly) demandUnprotected(this.book, this.sheet);
    if (!partsOf(this.book, this.sheet).isProtected) return;
    for (let row = this.area.top; row <= this.area.bottom; row += 1) {
      for (let column = this.area.left; column <= this.area.right; column += 1) if (styleAt(this.book, this.sheet, row, column).locked !== false) demandUnprotected(this.book, this.sheet);
    }
  }
  /** The area, cut to the used rows and columns where it is a whole sheet, row or column. */
  #filled(): Area {
    if (!this.isEntireColumn && !this.isEntireRow) return this.area;
    const used = usedArea(this.book, this.sheet, false);
    return (used && intersection(used, this.area)) ?? { ...this.area, bottom: Math.min(this.area.bottom, this.area.top), right: Math.min(this.area.right, this.area.left) };
  }
  #write(input: unknown): void {
    const take = matrixArgument(input, this.rowCount, this.columnCount);
    this.#demandWritable();
    const area = this.#filled();
    const hidden = coveredByMerge(this.book, this.sheet, area);
    const inputs: (CellInput | undefined)[][] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      const line: (CellInput | undefined)[] = [];
      for (let column = area.left; column <= area.right; column += 1) {
        const typed = take(row - this.area.top, column - this.area.left);
        line.push(hidden(row, column) ? undefined : interpretInput(typed, typeof typed === 'string' ? this.#formatAt(row, column) : 'General', this.book.engine.lexer));
      }
      inputs.push(line);
    }
    writeCells(this.book, this.sheet, area.top, area.left, inputs);
    this.book.onChange({ kind: 'edited', sheet: this.sheet, area });
  }
  get hasSpill(): boolean | null {
    const { top, left, bottom, right } = this.area;
    let spilled = 0;
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) if (spillParentOf(this.book, this.sheet, row, column)) spilled += 1;
    return spilled === 0 ? false : spilled === this.cellCount ? true : null;
  }
  get savedAsArray(): boolean {
    return false;
  }
  get hidden(): boolean | null {
    const rows = this.rowHidden;
    const columns = this.columnHidden;
    return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
  }
  get rowHidden(): boolean | null {
    return readHidden(this.book, this.sheet, this.area, 'row');
  }
  set rowHidden(isHidden: unknown) {
    writeHidden(this.book, this.sheet, this.area, 'row', isHidden);
  }
  get columnHidden(): boolean | null {
    return readHidden(this.book, this.sheet, this.area, 'column');
  }
  set columnHidden(isHidden: unknown) {
    writeHidden(this.book, this.sheet, this.area, 'column', isHidden);
  }
  get hyperlink(): unknown {
    return readLink(this.book, this.sheet, this.area);
  }
  set hyperlink(link: unknown) {
    writeLink(this.book, this.sheet, this.area, link);
  }
  get style(): string {
    return 'Normal';
  }
  /** The plain style takes every mark away, but no conditional format. */
  set style(name: unknown) {
    if (name !== 'Normal') throw notImplemented(`Range.style ${String(name)}`);
    this.#demandWritable();
    changeStyles(this.book, this.sheet, this.#filled(), () => ({}));
    this.book.onChange({ kind: 'formatted', sheet: this.sheet, area: this.area });
  }
  get format(): RangeFormatObject {
    return new RangeFormatObject(this.book, this.sheet, this.area);
  }
  get conditionalFormats(): ConditionalFormatCollectionObject {
    return new ConditionalFormatCollectionObject(this);
  }
  get dataValidation(): DataValidationObject {
    return new DataValidationObject(this);
  }

  getUsedRange(valuesOnly: unknown = false): RangeObject {
    const used = this.getUsedRangeOrNullObject(valuesOnly);
    return used ?? this.at({ ...this.area, bottom: this.area.top, right: this.area.left });
  }
  getUsedRangeOrNullObject(valuesOnly: unknown = false): RangeObject | null {
    const used = usedArea(this.book, this.sheet, valuesOnly === true, this.area);
    return used ? this.at(used) : null;
  }
  getSurroundingRegion(): RangeObject {
    let area = this.area;
    for (;;) {
      const around = { top: Math.max(0, area.top - 1), left: Math.max(0, area.left - 1), bottom: Math.min(MAX_ROW, area.bottom + 1), right: Math.min(MAX_COLUMN, area.right + 1) };
      const filled = usedArea(this.book, this.sheet, true, around);
      if (!filled) return this.at(area);
      const grown = { top: Math.min(area.top, filled.top), left: Math.min(area.left, filled.left), bottom: Math.max(area.bottom, filled.bottom), right: Math.max(area.right, filled.right) };
      if (localAddress(grown) === localAddress(area)) return this.at(area);
      area = grown;
    }
  }
  getSpillingToRange(): RangeObject {
    return demanded(this.getSpillingToRangeOrNullObject());
  }
  getSpillingToRangeOrNullObject(): RangeObject | null {
    if (this.cellCount !== 1) throw invalidArgument();
    const area = spillOf(this.book, this.sheet, this.area.top, this.area.left);
    return area ? this.at(area) : null;
  }
  getSpillParent(): RangeObject {
    return demanded(this.getSpillParentOrNullObject());
  }
  getSpillParentOrNullObject(): RangeObject | null {
    const parent = spillParentOf(this.book, this.sheet, this.area.top, this.area.left);
    return parent ? this.at({ top: parent.row, left: parent.column, bottom: parent.row, right: parent.column }) : null;
  }
  getTables(): TableScopedCollectionObject {
    return this.relations.tables(this.book, this.sheet, this.area);
  }
  getMergedAreasOrNullObject(): RangeAreasObject | null {
    const areas = mergesIn(this.book, this.sheet, this.area);
    return areas.length > 0 ? new RangeAreasObject(areas.map((area) => this.at(area))) : null;
  }
  getMergedAreas(): RangeAreasObject {
    const areas = this.getMergedAreasOrNullObject();
    if (!areas) throw itemNotFound();
    return areas;
  }
  /** office.js asks this before it sets more than 1 500 cells, which it does in parts of whole rows. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.rowCount || columns !== this.columnCount) throw invalidArgument();
  }
  getCellProperties(options: unknown): unknown {
    return readCellProperties(this.book, this.sheet, this.area, options);
  }
  setCellProperties(properties: unknown): void {
    writeCellProperties(this.book, this.sheet, this.area, properties);
  }
  getRowProperties(options: unknown): unknown {
    return readLineProperties(this.book, this.sheet, this.area, 'row', options);
  }
  setRowProperties(properties: unknown): void {
    writeLineProperties(this.book, this.sheet, this.area, 'row', properties);
  }
  getColumnProperties(options: unknown): unknown {
    return readLineProperties(this.book, this.sheet, this.area, 'column', options);
  }
  setColumnProperties(properties: unknown): void {
    writeLineProperties(this.book, this.sheet, this.area, 'column', properties);
  }

  // What is done to it.
  clear(applyTo: unknown = 'All'): void {
    clearRange(this.book, this.sheet, this.#filled(), applyTo);
  }
  merge(across: unknown = false): void {
    mergeRange(this.book, this.sheet, this.area, across === true);
  }
  unmerge(): void {
    unmergeRange(this.book, this.sheet, this.area);
  }
  insert(shift: unknown): RangeObject {
    insertRange(this.book, this.sheet, this.area, shift);
    return this.at({ ...this.area });
  }
  delete(shift: unknown): void {
    deleteRange(this.book, this.sheet, this.area, shift);
  }
  copyFrom(source: unknown, copyType: unknown = 'All', skipBlanks: unknown = false, transpose: unknown = false): void {
    copyRange(this.book, { sheet: this.sheet, area: this.area }, this.placeOf(source), copyType, skipBlanks === true, transpose === true);
  }
  moveTo(destination: unknown): void {
    moveRange(this.book, { sheet: this.sheet, area: this.area }, this.placeOf(destination));
  }
  group(by: unknown): void {
    groupLines(this.book, this.sheet, this.area, by);
  }
  ungroup(by: unknown): void {
    ungroupLines(this.book, this.sheet, this.area, by);
  }
  hideGroupDetails(by: unknown): void {
    groupLines(this.book, this.sheet, this.area, by, true);
  }
  showGroupDetails(by: unknown): void {
    groupLines(this.book, this.sheet, this.area, by, false);
  }
  calculate(): void {
    // Results are always computed before they are read.
  }
  select(): void {
    this.book.activeSheet = this.sheet;
    const parts = partsOf(this.book, this.sheet);
    parts.selection = this.area;
    parts.furtherSelections = [];
    this.book.onChange({ kind: 'selected', sheet: this.sheet, area: this.area });
  }
}

/** Tells the cells that a merge hides; what is written to them is lost, as in Excel. */
function coveredByMerge(book: Book, sheet: string, area: Area): (row: number, column: number) => boolean {
  const merges = mergesIn(book, sheet, area);
  return (row, column) => merges.some((merge) => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right && (row !== merge.top || column !== merge.left));
}
