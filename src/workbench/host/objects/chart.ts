import { areaAddress, quoteSheetName, type Area } from '../../../workbook/address';
import { demandUnprotected, partsOf, sheetOf, type Book } from '../book';
import { readCells } from '../cells';
import { invalidArgument, itemNotFound, notImplemented } from '../hostError';
import { columnLeft, columnWidth, rowHeight, rowTop } from '../lines';
import { parsePlace } from '../rangeAddress';
import type { ChartState, SeriesState } from '../sheetParts';
import { bagPart, bagText, emptyBag } from './bag';
import { BagObject } from './bagObject';
import { chartDefinition, pointDefinition, seriesDefinition } from './chartDefinitions';
import { HostCollection, HostObject } from './hostObject';
import { RangeObject } from './range';
import { rangeOf } from './relations';

/** The kinds of chart that the file format knows here. */
const chartTypes = ['ColumnClustered', 'ColumnStacked', 'ColumnStacked100', 'BarClustered', 'BarStacked', 'BarStacked100', 'Line', 'LineMarkers', 'LineStacked', 'Pie', 'Doughnut', 'Area', 'AreaStacked', 'XYScatter', 'XYScatterLines'];
const DEFAULT_FRAME = { left: 100, top: 100, width: 360, height: 216 };
const ownMembers = new Set(['axes', 'chartType', 'delete', 'getImage', 'height', 'id', 'left', 'name', 'series', 'setData', 'setPosition', 'activate', 'top', 'width', 'worksheet']);

const referenceOf = (book: Book, sheet: string, area: Area): string => `${quoteSheetName(sheetOf(book, sheet).getName())}!${areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;

export class ChartObject extends HostObject {
  readonly className = 'Chart';
  readonly scalars = ['chartType', 'height', 'id', 'left', 'name', 'top', 'width', ...Object.keys(chartDefinition.scalars)];
  readonly #bag: BagObject;
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    private readonly state: ChartState,
  ) {
    super();
    this.#bag = new BagObject(state.bag, chartDefinition, () => demandUnprotected(book, sheet));
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { Id: this.state.id };
  }
  override read(member: string): unknown {
    if (member === 'axes') return new ChartAxesObject(this.#bag.read('axes') as BagObject);
    return ownMembers.has(member) ? super.read(member) : this.#bag.read(member);
  }
  override write(member: string, value: unknown): void {
    demandUnprotected(this.book, this.sheet);
    if (ownMembers.has(member)) super.write(member, value);
    else this.#bag.write(member, value);
  }
  get id(): string {
    return this.state.id;
  }
  get name(): string {
    return bagText(this.state.bag, 'name') ?? `Diagram ${partsOf(this.book, this.sheet).charts.indexOf(this.state) + 1}`;
  }
  set name(value: unknown) {
    if (typeof value !== 'string' || value === '') throw invalidArgument();
    this.state.bag.values['name'] = value;
  }
  get chartType(): string {
    return this.state.chartType.value;
  }
  set chartType(value: unknown) {
    this.state.chartType.value = demandType(value);
  }
  get left(): number {
    return this.state.frame.left;
  }
  set left(value: unknown) {
    this.#place({ left: size(value) });
  }
  get top(): number {
    return this.state.frame.top;
  }
  set top(value: unknown) {
    this.#place({ top: size(value) });
  }
  get width(): number {
    return this.state.frame.width;
  }
  set width(value: unknown) {
    this.#place({ width: size(value) });
  }
  get height(): number {
    return this.state.frame.height;
  }
  set height(value: unknown) {
    this.#place({ height: size(value) });
  }
  #place(change: Partial<ChartState['frame']>): void {
    this.state.frame = { ...this.state.frame, ...change };
  }
  get series(): ChartSeriesCollectionObject {
    return new ChartSeriesCollectionObject(this.book, this.sheet, this.state);
  }
  get worksheet(): unknown {
    return rangeOf(this.book, this.sheet, { top: 0, left: 0, bottom: 0, right: 0 }).worksheet;
  }
  setPosition(start: unknown, end: unknown): void {
    demandUnprotected(this.book, this.sheet);
    const first = areaArgument(this.book, this.sheet, start);
    const last = end === undefined || end === null ? first : areaArgument(this.book, this.sheet, end);
    const left = columnLeft(this.book, this.sheet, first.left);
    const top = rowTop(this.book, this.sheet, first.top);
    this.state.frame = {
      left,
      top,
      width: columnLeft(this.book, this.sheet, last.right) + columnWidth(this.book, this.sheet, last.right) - left,
      height: rowTop(this.book, this.sheet, last.bottom) + rowHeight(this.book, this.sheet, last.bottom) - top,
    };
  }
  setData(source: unknown, by: unknown = 'Auto'): void {
    demandUnprotected(this.book, this.sheet);
    this.state.series.splice(0);
    this.state.series.push(...seriesFrom(this.book, source, by));
  }
  activate(): void {
    this.book.activeSheet = this.sheet;
  }
  delete(): void {
    demandUnprotected(this.book, this.sheet);
    const { charts } = partsOf(this.book, this.sheet);
    charts.splice(charts.indexOf(this.state), 1);
  }
}

class ChartAxesObject extends HostObject {
  readonly className = 'ChartAxes';
  readonly scalars: readonly string[] = [];
  constructor(private readonly bag: BagObject) {
    super();
  }
  override read(member: string): unknown {
    return this.bag.read(member);
  }
  getItem(type: unknown): unknown {
    if (type === 'Category') return this.bag.read('categoryAxis');
    if (type === 'Value') return this.bag.read('valueAxis');
    throw notImplemented(`ChartAxes.getItem(${String(type)})`);
  }
}

class ChartSeriesObject extends HostObject {
  readonly className = 'ChartSeries';
  readonly scalars = Object.keys(seriesDefinition.scalars);
  readonly #bag: BagObject;
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    private readonly chart: ChartState,
    private readonly state: SeriesState,
  ) {
    super();
    this.#bag = new BagObject(state.bag, seriesDefinition, () => demandUnprotected(book, sheet));
  }
  override read(member: string): unknown {
    if (member === 'chartType') return this.state.bag.values['chartType'] ?? this.chart.chartType.value;
    return member === 'points' ? new ChartPointsObject(this.book, this.sheet, this.state) : this.#bag.read(member);
  }
  override write(member: string, value: unknown): void {
    if (member === 'chartType') demandType(value);
    this.#bag.write(member, value);
  }
  setValues(range: unknown): void {
    this.state.values = this.#reference(range);
  }
  setXAxisValues(range: unknown): void {
    this.state.categories = this.#reference(range);
  }
  #reference(range: unknown): string {
    demandUnprotected(this.book, this.sheet);
    if (!(range instanceof RangeObject)) throw invalidArgument();
    return referenceOf(this.book, range.sheet, range.area);
  }
  delete(): void {
    demandUnprotected(this.book, this.sheet);
    this.chart.series.splice(this.chart.series.indexOf(this.state), 1);
  }
}

class ChartSeriesCollectionObject extends HostCollection {
  readonly className = 'ChartSeriesCollection';
  override readonly scalars = ['count'];
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    private readonly chart: ChartState,
  ) {
    super();
  }
  items(): readonly ChartSeriesObject[] {
    return this.chart.series.map((state) => new ChartSeriesObject(this.book, this.sheet, this.chart, state));
  }
  getItemAt(index: unknown): ChartSeriesObject {
    const item = this.items()[Number(index)];
    if (!item) throw itemNotFound();
    return item;
  }
  add(name: unknown, index: unknown): ChartSeriesObject {
    demandUnprotected(this.book, this.sheet);
    const state: SeriesState = { id: this.book.nextId(), values: '', categories: '', bag: { values: typeof name === 'string' ? { name } : {}, parts: {} } };
    this.chart.series.splice(typeof index === 'number' ? index : this.chart.series.length, 0, state);
    return new ChartSeriesObject(this.book, this.sheet, this.chart, state);
  }
}

class ChartPointsObject extends HostCollection {
  readonly className = 'ChartPointsCollection';
  override readonly scalars = ['count'];
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    private readonly series: SeriesState,
  ) {
    super();
  }
  items(): readonly HostObject[] {
    const area = parsePlace(this.book, this.series.values, this.sheet)?.area;
    const count = area ? Math.max(area.bottom - area.top, area.right - area.left) + 1 : 0;
    return Array.from({ length: count }, (_, index) => this.#point(index));
  }
  #point(index: number): HostObject {
    return new BagObject(bagPart(this.series.bag, `point${index}`), pointDefinition, () => demandUnprotected(this.book, this.sheet));
  }
  getItemAt(index: unknown): HostObject {
    const item = this.items()[Number(index)];
    if (!item) throw itemNotFound();
    return item;
  }
}

export class ChartCollectionObject extends HostCollection {
  readonly className = 'ChartCollection';
  override readonly scalars = ['count'];
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
  ) {
    super();
  }
  items(): readonly ChartObject[] {
    return partsOf(this.book, this.sheet).charts.map((state) => new ChartObject(this.book, this.sheet, state));
  }
  add(type: unknown, source: unknown, by: unknown = 'Auto'): ChartObject {
    demandUnprotected(this.book, this.sheet);
    const state: ChartState = { id: this.book.nextId(), chartType: { value: demandType(type) }, bag: emptyBag(), series: seriesFrom(this.book, source, by), frame: { ...DEFAULT_FRAME } };
    partsOf(this.book, this.sheet).charts.push(state);
    return new ChartObject(this.book, this.sheet, state);
  }
  getItemOrNullObject(key: unknown): ChartObject | null {
    return this.items().find((chart) => chart.id === key || chart.name === key) ?? null;
  }
  getItem(key: unknown): ChartObject {
    const item = this.getItemOrNullObject(key);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemAt(index: unknown): ChartObject {
    const item = this.items()[Number(index)];
    if (!item) throw itemNotFound();
    return item;
  }
}

function demandType(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  if (!chartTypes.includes(value)) throw notImplemented(`chart of type ${value}`);
  return value;
}

function size(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw invalidArgument();
  return value;
}

function areaArgument(book: Book, sheet: string, input: unknown): Area {
  const area = input instanceof RangeObject ? input.area : typeof input === 'string' ? parsePlace(book, input, sheet)?.area : undefined;
  if (!area) throw invalidArgument();
  return area;
}

/** The series Excel reads out of a range: a first row of texts names them, a first column of texts gives the categories. */
function seriesFrom(book: Book, source: unknown, by: unknown): SeriesState[] {
  if (!(source instanceof RangeObject)) throw invalidArgument();
  const { sheet, area } = source;
  const cells = readCells(book, sheet, area);
  const isText = (row: number, column: number): boolean => typeof cells[row]?.[column]?.value === 'string' || cells[row]?.[column]?.value === null;
  const hasNames = area.bottom > area.top && (cells[0] ?? []).slice(1).some((_cell, index) => isText(0, index + 1)) || (area.right === area.left && isText(0, 0));
  const hasCategories = area.right > area.left && cells.slice(1).some((_line, index) => isText(index + 1, 0));
  const inner = { ...area, top: area.top + (hasNames ? 1 : 0), left: area.left + (hasCategories ? 1 : 0) };
  const byRows = by === 'Rows' || (by === 'Auto' && inner.right - inner.left > inner.bottom - inner.top);
  const series: SeriesState[] = [];
  const add = (values: Area, categories: Area | null, name: unknown): void => {
    series.push({ id: book.nextId(), values: referenceOf(book, sheet, values), categories: categories ? referenceOf(book, sheet, categories) : '', bag: { values: typeof name === 'string' ? { name } : {}, parts: {} } });
  };
  if (byRows) for (let row = inner.top; row <= inner.bottom; row += 1) add({ ...inner, top: row, bottom: row }, hasNames ? { ...inner, top: area.top, bottom: area.top } : null, hasCategories ? cells[row - area.top]?.[0]?.value : undefined);
  else for (let column = inner.left; column <= inner.right; column += 1) add({ ...inner, left: column, right: column }, hasCategories ? { ...inner, left: area.left, right: area.left } : null, hasNames ? cells[0]?.[column - area.left]?.value : undefined);
  return series;
}
