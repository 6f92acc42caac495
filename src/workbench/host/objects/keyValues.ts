import { invalidArgument, itemNotFound } from '../hostError';
import { HostCollection, HostObject } from './hostObject';

/** A store of values by key that the API shows as a collection of items with key and value. */
export interface KeyValueStore {
  readonly collectionName: string;
  readonly itemName: string;
  readonly entries: Map<string, unknown>;
  /** Excel compares the keys of sheet and document properties case aside, those of settings exactly. */
  readonly ignoresCase: boolean;
  /** Checks a value; throws InvalidArgument for one that Excel does not take. */
  check(value: unknown): unknown;
  /** Throws where the workbook or the sheet may not be changed. */
  demandOpen(): void;
  onChange(): void;
}

const MAX_KEY = 255;

function findKey(store: KeyValueStore, key: unknown): string | undefined {
  if (typeof key !== 'string') throw invalidArgument();
  if (!store.ignoresCase) return store.entries.has(key) ? key : undefined;
  return [...store.entries.keys()].find((known) => known.toLowerCase() === key.toLowerCase());
}

class KeyValueObject extends HostObject {
  readonly className: string;
  readonly scalars = ['key', 'value'];
  constructor(
    private readonly store: KeyValueStore,
    readonly key: string,
  ) {
    super();
    this.className = store.itemName;
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { Key: this.key, _Id: this.key };
  }
  get value(): unknown {
    if (!this.store.entries.has(this.key)) throw itemNotFound();
    return this.store.entries.get(this.key);
  }
  set value(value: unknown) {
    this.store.demandOpen();
    this.store.entries.set(this.key, this.store.check(value));
    this.store.onChange();
  }
  get type(): string {
    return typeof this.value === 'number' ? 'Number' : typeof this.value === 'boolean' ? 'Boolean' : 'String';
  }
  delete(): void {
    this.store.demandOpen();
    this.store.entries.delete(this.key);
    this.store.onChange();
  }
}

export class KeyValueCollectionObject extends HostCollection {
  readonly className: string;
  constructor(private readonly store: KeyValueStore) {
    super();
    this.className = store.collectionName;
  }
  items(): readonly KeyValueObject[] {
    return [...this.store.entries.keys()].map((key) => new KeyValueObject(this.store, key));
  }
  add(key: unknown, value: unknown): KeyValueObject {
    if (typeof key !== 'string' || key === '' || key.length > MAX_KEY) throw invalidArgument();
    this.store.demandOpen();
    const known = findKey(this.store, key) ?? key;
    this.store.entries.set(known, this.store.check(value));
    this.store.onChange();
    return new KeyValueObject(this.store, known);
  }
  getItemOrNullObject(key: unknown): KeyValueObject | null {
    const known = findKey(this.store, key);
    return known === undefined ? null : new KeyValueObject(this.store, known);
  }
  getItem(key: unknown): KeyValueObject {
    const item = this.getItemOrNullObject(key);
    if (!item) throw itemNotFound();
    return item;
  }
  deleteAll(): void {
    this.store.demandOpen();
    this.store.entries.clear();
  }
}
