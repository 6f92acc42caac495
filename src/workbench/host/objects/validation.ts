import { without } from '../../../workbook/areaPieces';
import { demandUnprotected, partsOf } from '../book';
import { invalidArgument, notImplemented } from '../hostError';
import { contains, intersection } from '../rangeAddress';
import type { ValidationState } from '../sheetParts';
import { HostObject } from './hostObject';
import { RangeObject } from './range';

const ruleTypes: Readonly<Record<string, string>> = { list: 'List', wholeNumber: 'WholeNumber', decimal: 'Decimal', date: 'Date', time: 'Time', textLength: 'TextLength', custom: 'Custom' };
const MAX_LIST_TEXT = 255;

/** Excel.DataValidation of a range; the rule covers exactly the range it was set on. */
export class DataValidationObject extends HostObject {
  readonly className = 'DataValidation';
  readonly scalars = ['errorAlert', 'ignoreBlanks', 'prompt', 'rule', 'type', 'valid'];
  constructor(private readonly range: RangeObject) {
    super();
  }
  #states(): ValidationState[] {
    return partsOf(this.range.book, this.range.sheet).validations;
  }
  #state(): ValidationState | undefined {
    return this.#states().find((state) => contains(state.area, this.range.area));
  }
  #isMixed(): boolean {
    return !this.#state() && this.#states().some((state) => intersection(state.area, this.range.area) !== null);
  }
  get type(): string {
    return this.#state()?.type ?? (this.#isMixed() ? 'Inconsistent' : 'None');
  }
  get rule(): unknown {
    return this.#state()?.rule ?? {};
  }
  set rule(input: unknown) {
    demandUnprotected(this.range.book, this.range.sheet);
    const [name, value] = input !== null && typeof input === 'object' ? (Object.entries(input)[0] ?? []) : [];
    if (name === undefined || !ruleTypes[name] || value === null || typeof value !== 'object') throw invalidArgument();
    const rule = name === 'list' ? { list: checkedList(value as Readonly<Record<string, unknown>>) } : { [name]: value as unknown };
    this.clear();
    this.#states().push({ area: this.range.area, type: ruleTypes[name] ?? 'None', rule, ignoreBlanks: true });
  }
  get prompt(): unknown {
    return this.#state()?.prompt ?? { showPrompt: false, title: '', message: '' };
  }
  set prompt(value: unknown) {
    this.#own().prompt = record(value);
  }
  get errorAlert(): unknown {
    return this.#state()?.errorAlert ?? { showAlert: true, style: 'Stop', title: '', message: '' };
  }
  set errorAlert(value: unknown) {
    this.#own().errorAlert = record(value);
  }
  get ignoreBlanks(): boolean {
    return this.#state()?.ignoreBlanks ?? true;
  }
  set ignoreBlanks(value: unknown) {
    if (typeof value !== 'boolean') throw invalidArgument();
    this.#own().ignoreBlanks = value;
  }
  get valid(): unknown {
    throw notImplemented('DataValidation.valid');
  }
  #own(): ValidationState {
    demandUnprotected(this.range.book, this.range.sheet);
    const state = this.#state();
    if (!state) throw invalidArgument();
    return state;
  }
  clear(): void {
    demandUnprotected(this.range.book, this.range.sheet);
    const states = this.#states();
    for (let index = states.length - 1; index >= 0; index -= 1) {
      const state = states[index];
      if (!state || !intersection(state.area, this.range.area)) continue;
      states.splice(index, 1);
      for (const area of without(state.area, this.range.area)) states.push({ ...state, area });
    }
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') throw invalidArgument();
  return value as Readonly<Record<string, unknown>>;
}

function checkedList({ inCellDropDown, source, ...unknown }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const text = source instanceof RangeObject ? `=${source.address}` : source;
  if (Object.keys(unknown).length > 0 || typeof inCellDropDown !== 'boolean' || typeof text !== 'string' || text === '') throw invalidArgument();
  if (!text.startsWith('=') && text.length > MAX_LIST_TEXT) throw invalidArgument();
  return { inCellDropDown, source: text };
}
