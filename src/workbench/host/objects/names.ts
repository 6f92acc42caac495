import type { IDefinedNamesServiceParam } from '@univerjs/engine-formula';
import { demandUnprotected, sheetOf, type Book, type BookName } from '../book';
import { UNIT } from '../engine';
import { accessDenied, invalidArgument, itemAlreadyExists, itemNotFound } from '../hostError';
import { localAddress, parsePlace, sheetPrefix } from '../rangeAddress';
import { HostCollection, HostObject } from './hostObject';
import { RangeObject } from './range';
import type { WorksheetObject } from './worksheet';
import { relations } from './relations';

const legal = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;
const WORKBOOK_SCOPE = 'AllDefaultWorkbook';

function stored(book: Book, id: string): IDefinedNamesServiceParam | undefined {
  return book.engine.names.getDefinedNameMap(UNIT)?.[id];
}

/** The formula a name stands for, with the leading "=". */
export function nameFormula(book: Book, name: BookName): string {
  const formula = stored(book, name.id)?.formulaOrRefString ?? '#REF!';
  return formula.startsWith('=') ? formula : `=${formula}`;
}

export function findName(book: Book, name: string, scope?: string): BookName | undefined {
  return book.names.find((item) => item.name.toLowerCase() === name.toLowerCase() && item.scope === scope);
}

function isReference(name: string): boolean {
  return /^[A-Za-z]{1,3}\d{1,7}$/.test(name) || /^[RrCc](\d*)([Cc]\d*)?$/.test(name);
}

/** Adds a defined name. `formula` is without the leading "="; scope is a sheet's id. */
export function defineName(book: Book, name: string, formula: string, scope?: string, hidden = false): BookName {
  const item: BookName = { id: book.nextId(), name, ...(scope === undefined ? {} : { scope }), visible: !hidden, comment: '' };
  book.engine.execute('formula.mutation.set-defined-name', { id: item.id, name, formulaOrRefString: formula, localSheetId: scope ?? WORKBOOK_SCOPE, hidden });
  book.names.push(item);
  return item;
}

export class NamedItemObject extends HostObject {
  readonly className = 'NamedItem';
  readonly scalars = ['comment', 'formula', 'name', 'scope', 'type', 'value', 'visible'];
  constructor(
    private readonly book: Book,
    private readonly item: BookName,
  ) {
    super();
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { Name: this.name, _Id: this.name };
  }
  get name(): string {
    return this.item.name;
  }
  get scope(): string {
    return this.item.scope === undefined ? 'Workbook' : 'Worksheet';
  }
  get comment(): string {
    return this.item.comment;
  }
  set comment(value: unknown) {
    if (typeof value !== 'string') throw invalidArgument();
    this.item.comment = value;
  }
  get visible(): boolean {
    return this.item.visible;
  }
  set visible(value: unknown) {
    if (typeof value !== 'boolean') throw invalidArgument();
    this.item.visible = value;
  }
  get formula(): string {
    return nameFormula(this.book, this.item);
  }
  set formula(value: unknown) {
    if (typeof value !== 'string' || !value.startsWith('=')) throw invalidArgument();
    this.book.engine.execute('formula.mutation.set-defined-name', { ...stored(this.book, this.item.id), formulaOrRefString: value.slice(1) });
  }
  get type(): string {
    const formula = this.formula.slice(1);
    if (formula.includes('#REF!')) return 'Error';
    if (/^-?[\d.]+$/.test(formula)) return 'Double';
    return /^".*"$/.test(formula) ? 'String' : 'Range';
  }
  get value(): unknown {
    const formula = this.formula.slice(1);
    if (this.type === 'Double') return Number(formula);
    return this.type === 'Range' ? formula.replace(/\$/g, '') : formula.replace(/^"|"$/g, '');
  }
  get worksheet(): WorksheetObject {
    const sheet = this.worksheetOrNullObject;
    if (!sheet) throw invalidArgument();
    return sheet;
  }
  get worksheetOrNullObject(): WorksheetObject | null {
    return this.item.scope === undefined ? null : relations.worksheet(this.book, this.item.scope);
  }
  getRange(): RangeObject {
    const range = this.getRangeOrNullObject();
    if (!range) throw invalidArgument();
    return range;
  }
  getRangeOrNullObject(): RangeObject | null {
    const place = parsePlace(this.book, this.formula, this.item.scope ?? this.book.activeSheet);
    return place ? new RangeObject(this.book, place.sheet, place.area, relations) : null;
  }
  delete(): void {
    if (this.book.isReadOnly) throw accessDenied();
    this.book.engine.execute('formula.mutation.remove-defined-name', { ...stored(this.book, this.item.id) });
    this.book.names.splice(this.book.names.indexOf(this.item), 1);
  }
}

export class NamedItemCollectionObject extends HostCollection {
  readonly className = 'NamedItemCollection';
  constructor(
    private readonly book: Book,
    private readonly scope?: string,
  ) {
    super();
  }
  items(): readonly NamedItemObject[] {
    return this.book.names.filter((item) => item.scope === this.scope).map((item) => new NamedItemObject(this.book, item));
  }
  getItemOrNullObject(name: unknown): NamedItemObject | null {
    if (typeof name !== 'string') throw invalidArgument();
    const item = findName(this.book, name, this.scope);
    return item ? new NamedItemObject(this.book, item) : null;
  }
  getItem(name: unknown): NamedItemObject {
    const item = this.getItemOrNullObject(name);
    if (!item) throw itemNotFound();
    return item;
  }
  add(name: unknown, reference: unknown, comment: unknown): NamedItemObject {
    if (this.scope) demandUnprotected(this.book, this.scope);
    if (this.book.isReadOnly) throw accessDenied();
    if (typeof name !== 'string' || !legal.test(name) || name.length > 255 || isReference(name)) throw invalidArgument();
    if (findName(this.book, name, this.scope)) throw itemAlreadyExists();
    const item = defineName(this.book, name, this.#formulaOf(reference), this.scope);
    if (typeof comment === 'string') item.comment = comment;
    return new NamedItemObject(this.book, item);
  }
  #formulaOf(reference: unknown): string {
    if (reference instanceof RangeObject) return absolute(this.book, reference);
    if (typeof reference === 'number' || typeof reference === 'boolean') return String(reference);
    if (typeof reference !== 'string') throw invalidArgument();
    return reference.startsWith('=') ? reference.slice(1) : `"${reference.replaceAll('"', '""')}"`;
  }
}

function absolute(book: Book, { sheet, area }: RangeObject): string {
  const address = localAddress(area).replace(/([A-Z]+)?(\d+)?/g, (_part, letters: string | undefined, digits: string | undefined) => `${letters ? `$${letters}` : ''}${digits ? `$${digits}` : ''}`);
  return `${sheetPrefix(sheetOf(book, sheet).getName())}!${address}`;
}
