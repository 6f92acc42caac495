import type { Area } from '../../../workbook/address';
import { demandUnprotected } from '../book';
import { ExcelRefusal, itemNotFound } from '../hostError';
import { registerTable, tableColumns } from '../tableNames';
import { HostCollection, HostObject } from './hostObject';
import type { RangeObject } from './range';
import { rangeOf } from './relations';
import type { TableObject } from './table';

class TableColumnObject extends HostObject {
  readonly className = 'TableColumn';
  readonly scalars = ['id', 'index', 'name', 'values'];
  constructor(
    private readonly table: TableObject,
    readonly index: number,
  ) {
    super();
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { Id: this.id };
  }
  get id(): number {
    return this.index + 1;
  }
  get name(): string {
    return tableColumns(this.table.book, this.table.sheet, this.table.state)[this.index] ?? '';
  }
  set name(value: unknown) {
    this.getHeaderRowRange().values = value;
    registerTable(this.table.book, this.table.sheet, this.table.state);
  }
  #column(area: Area): RangeObject {
    const column = area.left + this.index;
    return rangeOf(this.table.book, this.table.sheet, { ...area, left: column, right: column });
  }
  get values(): unknown {
    return this.getRange().values;
  }
  getRange(): RangeObject {
    return this.#column(this.table.state.area);
  }
  getDataBodyRange(): RangeObject {
    return this.#column(this.table.body);
  }
  getHeaderRowRange(): RangeObject {
    return this.#column(this.table.getHeaderRowRange().area);
  }
  getTotalRowRange(): RangeObject {
    return this.#column(this.table.getTotalRowRange().area);
  }
}

export class TableColumnCollectionObject extends HostCollection {
  readonly className = 'TableColumnCollection';
  override readonly scalars = ['count'];
  constructor(private readonly table: TableObject) {
    super();
  }
  items(): readonly TableColumnObject[] {
    return tableColumns(this.table.book, this.table.sheet, this.table.state).map((_title, index) => new TableColumnObject(this.table, index));
  }
  getItemOrNullObject(key: unknown): TableColumnObject | null {
    return this.items().find((column) => (typeof key === 'number' ? column.id === key : column.name.toLowerCase() === String(key).toLowerCase())) ?? null;
  }
  getItem(key: unknown): TableColumnObject {
    const column = this.getItemOrNullObject(key);
    if (!column) throw itemNotFound();
    return column;
  }
  getItemAt(index: unknown): TableColumnObject {
    const column = this.items()[Number(index)];
    if (!column) throw itemNotFound();
    return column;
  }
}

class TableRowObject extends HostObject {
  readonly className = 'TableRow';
  readonly scalars = ['index', 'values'];
  constructor(
    private readonly table: TableObject,
    readonly index: number,
  ) {
    super();
  }
  getRange(): RangeObject {
    const row = this.table.body.top + this.index;
    return rangeOf(this.table.book, this.table.sheet, { ...this.table.body, top: row, bottom: row });
  }
  get values(): unknown {
    return this.getRange().values;
  }
  set values(value: unknown) {
    this.getRange().values = value;
  }
}

export class TableRowCollectionObject extends HostCollection {
  readonly className = 'TableRowCollection';
  override readonly scalars = ['count'];
  constructor(private readonly table: TableObject) {
    super();
  }
  items(): readonly TableRowObject[] {
    const { top, bottom } = this.table.body;
    return Array.from({ length: bottom - top + 1 }, (_, index) => new TableRowObject(this.table, index));
  }
  getItemAt(index: unknown): TableRowObject {
    const row = this.items()[Number(index)];
    if (!row) throw itemNotFound();
    return row;
  }
  add(index: unknown, values: unknown): TableRowObject {
    const { book, sheet, state } = this.table;
    demandUnprotected(book, sheet);
    if ((index !== null && index !== undefined) || state.hasTotals) throw new ExcelRefusal('NotImplemented', 'The workbench host adds table rows at the end only.', 501);
    const lines = Array.isArray(values) && Array.isArray(values[0]) ? (values as unknown[]).length : 1;
    const first = state.area.bottom + 1;
    const added = rangeOf(book, sheet, { ...state.area, top: first, bottom: first + lines - 1 });
    added.values = values ?? '';
    state.area = { ...state.area, bottom: first + lines - 1 };
    registerTable(book, sheet, state);
    return new TableRowObject(this.table, first - this.table.body.top);
  }
}
