import { demandUnprotected, partsOf } from '../book';
import { invalidArgument, itemNotFound, notImplemented } from '../hostError';
import { contains, intersection } from '../rangeAddress';
import type { ConditionalState } from '../sheetParts';
import { bagPart, emptyBag } from './bag';
import { BagObject, type BagDefinition } from './bagObject';
import { HostCollection, HostObject } from './hostObject';
import type { RangeObject } from './range';

const borderDefinition: BagDefinition = { className: 'ConditionalRangeBorder', scalars: { color: '#000000', style: 'None' } };
const formatDefinition: BagDefinition = {
  className: 'ConditionalRangeFormat',
  scalars: { numberFormat: null },
  parts: {
    font: { className: 'ConditionalRangeFont', scalars: { bold: null, color: null, italic: null, strikethrough: null, underline: null }, methods: { clear: (state) => (state.values = {}) } },
    fill: { className: 'ConditionalRangeFill', scalars: { color: null }, methods: { clear: (state) => (state.values = {}) } },
    borders: { className: 'ConditionalRangeBorderCollection', scalars: {}, parts: { top: borderDefinition, bottom: borderDefinition, left: borderDefinition, right: borderDefinition } },
  },
};
const definitions: Readonly<Record<ConditionalState['type'], BagDefinition>> = {
  Custom: { className: 'CustomConditionalFormat', scalars: {}, parts: { rule: { className: 'ConditionalFormatRule', scalars: { formula: '' } }, format: formatDefinition } },
  CellValue: { className: 'CellValueConditionalFormat', scalars: { rule: null }, parts: { format: formatDefinition } },
  DataBar: {
    className: 'DataBarConditionalFormat',
    scalars: { axisColor: '#000000', axisFormat: 'Automatic', barDirection: 'Context', showDataBarOnly: false, lowerBoundRule: { type: 'Automatic' }, upperBoundRule: { type: 'Automatic' } },
    parts: {
      positiveFormat: { className: 'ConditionalDataBarPositiveFormat', scalars: { fillColor: '#638EC6', borderColor: '', gradientFill: true } },
      negativeFormat: { className: 'ConditionalDataBarNegativeFormat', scalars: { fillColor: '#FF0000', borderColor: '', matchPositiveFillColor: false, matchPositiveBorderColor: false } },
    },
  },
};
const memberTypes: Readonly<Record<string, ConditionalState['type']>> = { custom: 'Custom', cellValue: 'CellValue', dataBar: 'DataBar' };
const otherTypes = ['iconSet', 'colorScale', 'topBottom', 'preset', 'textComparison'];

export class ConditionalFormatObject extends HostObject {
  readonly className = 'ConditionalFormat';
  readonly scalars = ['id', 'priority', 'stopIfTrue', 'type'];
  constructor(
    private readonly range: RangeObject,
    private readonly state: ConditionalState,
  ) {
    super();
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { Id: this.state.id };
  }
  get id(): string {
    return this.state.id;
  }
  get type(): string {
    return this.state.type;
  }
  get priority(): number {
    return partsOf(this.range.book, this.range.sheet).conditionals.indexOf(this.state);
  }
  set priority(value: unknown) {
    const { conditionals } = partsOf(this.range.book, this.range.sheet);
    if (typeof value !== 'number') throw invalidArgument();
    conditionals.splice(conditionals.indexOf(this.state), 1);
    conditionals.splice(value, 0, this.state);
  }
  get stopIfTrue(): boolean {
    return this.state.bag.values['stopIfTrue'] === true;
  }
  set stopIfTrue(value: unknown) {
    if (typeof value !== 'boolean') throw invalidArgument();
    this.state.bag.values['stopIfTrue'] = value;
  }
  override read(member: string): unknown {
    const name = member.replace(/OrNullObject$/, '');
    const type = memberTypes[name];
    if (!type && !otherTypes.includes(name)) return super.read(member);
    if (type !== this.state.type) {
      if (name !== member) return null;
      throw invalidArgument();
    }
    return new BagObject(bagPart(this.state.bag, 'rule'), definitions[type], () => demandUnprotected(this.range.book, this.range.sheet));
  }
  getRange(): RangeObject {
    return this.range.at(this.state.area);
  }
  getRangeOrNullObject(): RangeObject {
    return this.getRange();
  }
  delete(): void {
    demandUnprotected(this.range.book, this.range.sheet);
    const { conditionals } = partsOf(this.range.book, this.range.sheet);
    conditionals.splice(conditionals.indexOf(this.state), 1);
  }
}

export class ConditionalFormatCollectionObject extends HostCollection {
  readonly className = 'ConditionalFormatCollection';
  constructor(private readonly range: RangeObject) {
    super();
  }
  #states(): readonly ConditionalState[] {
    return partsOf(this.range.book, this.range.sheet).conditionals.filter((state) => intersection(state.area, this.range.area) !== null);
  }
  items(): readonly ConditionalFormatObject[] {
    return this.#states().map((state) => new ConditionalFormatObject(this.range, state));
  }
  add(type: unknown): ConditionalFormatObject {
    demandUnprotected(this.range.book, this.range.sheet);
    if (type !== 'Custom' && type !== 'CellValue' && type !== 'DataBar') throw notImplemented(`conditional format of type ${String(type)}`);
    const state: ConditionalState = { id: this.range.book.nextId(), type, area: this.range.area, bag: emptyBag() };
    // The latest rule comes first, as in Excel.
    partsOf(this.range.book, this.range.sheet).conditionals.unshift(state);
    return new ConditionalFormatObject(this.range, state);
  }
  getItemOrNullObject(id: unknown): ConditionalFormatObject | null {
    const state = this.#states().find((item) => item.id === id);
    return state ? new ConditionalFormatObject(this.range, state) : null;
  }
  getItem(id: unknown): ConditionalFormatObject {
    const item = this.getItemOrNullObject(id);
    if (!item) throw itemNotFound();
    return item;
  }
  getItemAt(index: unknown): ConditionalFormatObject {
    const item = this.items()[Number(index)];
    if (!item) throw itemNotFound();
    return item;
  }
  clearAll(): void {
    demandUnprotected(this.range.book, this.range.sheet);
    const { conditionals } = partsOf(this.range.book, this.range.sheet);
    for (const state of this.#states()) if (contains(this.range.area, state.area)) conditionals.splice(conditionals.indexOf(state), 1);
  }
}
