import type { Worksheet } from '@univerjs/core';
import type { Area } from '../../workbook/address';
import type { FileContent, FileStyle } from './fileContent';
import { fromUniverStyle, type StyleExtras } from './cellStyle';
import type { Engine } from './engine';
import { accessDenied, itemNotFound } from './hostError';
import { emptyParts, type SheetParts } from './sheetParts';

/** A defined name of the workbook, or of one sheet (scope is the sheet's id). */
export interface BookName {
  /** The id under which Univer keeps it. */
  readonly id: string;
  readonly name: string;
  scope?: string;
  visible: boolean;
  comment: string;
}

/** What an event tells of a change in the workbook. */
export interface BookChange {
  readonly kind: 'edited' | 'rowInserted' | 'rowDeleted' | 'columnInserted' | 'columnDeleted' | 'formatted' | 'added' | 'deleted' | 'activated' | 'deactivated' | 'selected' | 'calculated' | 'renamed' | 'visibility' | 'settings';
  readonly sheet: string;
  readonly area?: Area;
  readonly nameBefore?: string;
  readonly nameAfter?: string;
}

/** The workbook behind the host: Univer's cells and our parts of each sheet, by sheet id. */
export interface Book {
  readonly engine: Engine;
  readonly fileName: string;
  readonly parts: Map<string, SheetParts>;
  readonly names: BookName[];
  readonly settings: Map<string, unknown>;
  readonly customProperties: Map<string, unknown>;
  readonly defaultFont?: NonNullable<FileContent['defaultFont']>;
  readonly dropped: readonly string[];
  readonly date1904: boolean;
  readonly locale: string;
  readonly isReadOnly: boolean;
  isStructureProtected: boolean;
  activeSheet: string;
  calculationMode: string;
  readonly styleCache: Map<string, FileStyle>;
  /** A fresh id, unique in this workbook. */
  nextId(): string;
  /** Told of every change that the running request makes. */
  onChange(change: BookChange): void;
}

/** The sheets of the workbook in the order of their tabs. */
export function sheetsOf(book: Book): Worksheet[] {
  return book.engine.workbook.getSheets();
}

/** The sheet with the id; ItemNotFound when it is gone. */
export function sheetOf(book: Book, id: string): Worksheet {
  const sheet = book.engine.workbook.getSheetBySheetId(id);
  if (!sheet) throw itemNotFound();
  return sheet;
}

/** The sheet of that name, case aside; undefined when there is none. */
export function findSheet(book: Book, name: string): Worksheet | undefined {
  const wanted = name.toLowerCase();
  return sheetsOf(book).find((sheet) => sheet.getName().toLowerCase() === wanted);
}

/** What we keep of a sheet beside its cells; nothing at first. */
export function partsOf(book: Book, id: string): SheetParts {
  const known = book.parts.get(id);
  if (known) return known;
  const fresh = emptyParts();
  book.parts.set(id, fresh);
  return fresh;
}

/** Throws AccessDenied where the sheet is protected. */
export function demandUnprotected(book: Book, id: string): void {
  if (book.isReadOnly || partsOf(book, id).isProtected) throw accessDenied();
}

/** Throws AccessDenied where sheets may not be added, removed, renamed, hidden or moved. */
export function demandOpenStructure(book: Book): void {
  if (book.isReadOnly || book.isStructureProtected) throw accessDenied();
}

/** The style of a stored cell. */
export function storedStyle(book: Book, cell: { readonly s?: unknown; readonly custom?: unknown } | null | undefined): FileStyle {
  if (!cell) return {};
  const extras = cell.custom as StyleExtras | undefined;
  if (typeof cell.s !== 'string') return fromUniverStyle(cell.s as Parameters<typeof fromUniverStyle>[0], extras ?? {});
  const known = book.styleCache.get(cell.s) ?? fromUniverStyle(book.engine.workbook.getStyles().get(cell.s));
  book.styleCache.set(cell.s, known);
  return extras ? { ...known, ...extras } : known;
}
