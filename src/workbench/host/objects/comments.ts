import { demandUnprotected, partsOf, sheetsOf, type Book } from '../book';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../hostError';
import { parsePlace } from '../rangeAddress';
import type { CommentState } from '../sheetParts';
import { HostCollection, HostObject } from './hostObject';
import { RangeObject } from './range';
import { rangeOf } from './relations';

const AUTHOR = 'Användare';

/** What a comment and an answer to it tell alike: who wrote it, and when. */
abstract class WrittenObject extends HostObject {
  constructor(protected readonly state: CommentState) {
    super();
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { Id: this.state.id };
  }
  get id(): string {
    return this.state.id;
  }
  get authorName(): string {
    return this.state.author;
  }
  get creationDate(): string {
    return this.state.created;
  }
}

class CommentObject extends WrittenObject {
  readonly className = 'Comment';
  readonly scalars = ['authorEmail', 'authorName', 'content', 'contentType', 'creationDate', 'id', 'resolved'];
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    state: CommentState,
  ) {
    super(state);
  }
  get authorEmail(): string {
    return '';
  }
  get content(): string {
    return this.state.text;
  }
  set content(value: unknown) {
    if (typeof value !== 'string') throw invalidArgument();
    demandUnprotected(this.book, this.sheet);
    this.state.text = value;
  }
  get contentType(): string {
    return 'Plain';
  }
  get resolved(): boolean {
    return this.state.isResolved;
  }
  set resolved(value: unknown) {
    if (typeof value !== 'boolean') throw invalidArgument();
    this.state.isResolved = value;
  }
  getLocation(): RangeObject {
    return rangeOf(this.book, this.sheet, { top: this.state.row, left: this.state.column, bottom: this.state.row, right: this.state.column });
  }
  delete(): void {
    demandUnprotected(this.book, this.sheet);
    const { comments } = partsOf(this.book, this.sheet);
    comments.splice(0, comments.length, ...comments.filter((state) => !isSameCell(state, this.state)));
  }
  get replies(): CommentReplyCollectionObject {
    return new CommentReplyCollectionObject(this.book, this.sheet, this.state);
  }
}

const isSameCell = (one: CommentState, other: CommentState): boolean => one.row === other.row && one.column === other.column;

class CommentReplyObject extends WrittenObject {
  readonly className = 'CommentReply';
  readonly scalars = ['authorName', 'content', 'creationDate', 'id'];
  get content(): string {
    return this.state.text;
  }
}

/** Excel.CommentReplyCollection: what stands in the cell of a comment after it. */
class CommentReplyCollectionObject extends HostCollection {
  readonly className = 'CommentReplyCollection';
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    private readonly comment: CommentState,
  ) {
    super();
  }
  items(): readonly CommentReplyObject[] {
    return partsOf(this.book, this.sheet).comments.filter((state) => state.isThreaded && state !== this.comment && isSameCell(state, this.comment)).map((state) => new CommentReplyObject(state));
  }
  add(content: unknown, contentType: unknown = 'Plain'): CommentReplyObject {
    if (typeof content !== 'string' || content === '' || contentType !== 'Plain') throw invalidArgument();
    demandUnprotected(this.book, this.sheet);
    const state: CommentState = { ...this.comment, id: this.book.nextId(), author: AUTHOR, text: content };
    partsOf(this.book, this.sheet).comments.push(state);
    return new CommentReplyObject(state);
  }
  getItem(id: unknown): CommentReplyObject {
    const found = this.items().find((reply) => reply.id === id);
    if (!found) throw itemNotFound();
    return found;
  }
}

/** Excel.CommentCollection: the threaded comments of a sheet, or of the whole workbook. Notes are kept and exported, but not shown here. */
export class CommentCollectionObject extends HostCollection {
  readonly className = 'CommentCollection';
  constructor(
    private readonly book: Book,
    private readonly sheet?: string,
  ) {
    super();
  }
  #all(): { readonly sheet: string; readonly state: CommentState }[] {
    const ids = this.sheet === undefined ? sheetsOf(this.book).map((sheet) => sheet.getSheetId()) : [this.sheet];
    return ids.flatMap((sheet) => partsOf(this.book, sheet).comments.filter((state, index, all) => state.isThreaded && all.findIndex((other) => other.isThreaded && isSameCell(other, state)) === index).map((state) => ({ sheet, state })));
  }
  items(): readonly CommentObject[] {
    return this.#all().map(({ sheet, state }) => new CommentObject(this.book, sheet, state));
  }
  #placeOf(cell: unknown): { readonly sheet: string; readonly row: number; readonly column: number } {
    const place = cell instanceof RangeObject ? { sheet: cell.sheet, area: cell.area } : typeof cell === 'string' ? parsePlace(this.book, cell, this.sheet) : null;
    if (!place || place.area.top !== place.area.bottom || place.area.left !== place.area.right) throw invalidArgument();
    return { sheet: place.sheet, row: place.area.top, column: place.area.left };
  }
  add(cell: unknown, content: unknown, contentType: unknown = 'Plain'): CommentObject {
    const { sheet, row, column } = this.#placeOf(cell);
    if (typeof content !== 'string' || content === '' || contentType !== 'Plain') throw invalidArgument();
    demandUnprotected(this.book, sheet);
    const { comments } = partsOf(this.book, sheet);
    if (comments.some((item) => item.row === row && item.column === column)) throw itemAlreadyExists();
    const state: CommentState = { id: this.book.nextId(), row, column, author: AUTHOR, text: content, isThreaded: true, isResolved: false, created: '2026-01-01T00:00:00Z' };
    comments.push(state);
    return new CommentObject(this.book, sheet, state);
  }
  getItem(id: unknown): CommentObject {
    const found = this.items().find((comment) => comment.id === id);
    if (!found) throw itemNotFound();
    return found;
  }
  getItemOrNullObject(id: unknown): CommentObject | null {
    return this.items().find((comment) => comment.id === id) ?? null;
  }
  getItemAt(index: unknown): CommentObject {
    const found = this.items()[Number(index)];
    if (!found) throw itemNotFound();
    return found;
  }
  getItemByCell(cell: unknown): CommentObject {
    const { sheet, row, column } = this.#placeOf(cell);
    const found = this.#all().find((item) => item.sheet === sheet && item.state.row === row && item.state.column === column);
    if (!found) throw itemNotFound();
    return new CommentObject(this.book, found.sheet, found.state);
  }
}
