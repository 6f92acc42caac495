import type { Univer } from '@univerjs/core';
import { parseArea } from '../../workbook/address';
import type { Book, BookChange } from './book';
import { findSheet, partsOf } from './book';
import { createBook } from './createBook';
import { styleAt, writeCells } from './cells';
import { eventsOf, type EventEntry } from './events';
import { exportContent } from './exportContent';
import type { FileContent } from './fileContent';
import type { CustomFunctionSet, EmptyCells } from './functions';
import { ExcelRefusal, itemNotFound } from './hostError';
import { interpretInput } from './interpretInput';
import { createInterpreter } from './interpreter';
import { emptyContent } from './loadContent';
import { parseLocal } from './rangeAddress';
import { WorkbookObject } from './objects/workbook';
import type { WireRequest, WireResponse } from './wire';

/** A failure to bring about: at the n-th sync from now (1 = the next), with Excel's code, as often as `times`. */
export interface Failure {
  /** 1-based, counted from the call; 1 when left out. */
  readonly atSync?: number;
  readonly code: string;
  readonly times?: number;
  /** How many changes of the request are carried out before; none when left out, Infinity when only the answer is lost. */
  readonly afterChanges?: number;
}

export interface WorkbookHostOptions {
  readonly content: FileContent | undefined;
  readonly fileName?: string;
  /** Culture of the user: "sv-SE" when left out. */
  readonly locale?: string;
  /** What an empty cell is to a custom function: 0 as on the desktop (when left out) or null as on the web. */
  readonly emptyCells?: EmptyCells;
  readonly functions?: CustomFunctionSet;
  readonly isReadOnly?: boolean;
  readonly fail?: Failure;
  /** A Univer with a user interface, for the browser page. */
  readonly univer?: Univer;
  /** Takes the events that a change of the workbook sends. */
  readonly onEvents?: (entries: readonly EventEntry[]) => void;
}

export interface HostCounts {
  /** Requests that a context.sync sent; those that only give back references are not counted. */
  readonly syncs: number;
  readonly requests: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly largestRequest: number;
  readonly largestResponse: number;
  /** Objects that office.js keeps by reference and has not given back. */
  readonly references: number;
  /** Event handlers that are registered. */
  readonly handlers: number;
}

export interface ExecutorResponse {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: WireResponse | null;
}

export interface WorkbookHost {
  readonly book: Book;
  readonly counts: HostCounts;
  /** Carries out one request of office.js, given as the text that goes over the wire. */
  execute(body: string, flags: number): Promise<ExecutorResponse>;
  /** The workbook as it would be saved now. */
  toContent(): Promise<FileContent>;
  failAt(failure: Failure): void;
  protectSheet(name: string): void;
  protectStructure(): void;
  /** Turns the state on or off in which the user is typing in a cell. */
  editCell(isEditing: boolean): void;
  /** Types into a cell as a user does, computes, and sends the events. */
  typeInCell(sheet: string, address: string, input: string | number | boolean): Promise<void>;
  /** Marks cells as a user does: "A1:B2", or several areas at once. */
  selectCells(sheet: string, ...addresses: readonly string[]): Promise<void>;
  /** Does anything else as a user, through office.js's own words for it: fires events with a foreign source. */
  asUser<Result>(act: (book: Book) => Result): Promise<Result>;
  dispose(): void;
}

const MAX_PAYLOAD = 5 * 1024 * 1024;
const DELAY_FOR_CELL_EDIT = 64;
const EDIT_POLL_MS = 5;

/** An emulated Excel with one workbook in it, without office.js; createHost joins the two in Node, the page over a frame. */
export async function createWorkbookHost(options: WorkbookHostOptions): Promise<WorkbookHost> {
  const tally = { syncs: 0, requests: 0, requestBytes: 0, responseBytes: 0, largestRequest: 0, largestResponse: 0 };
  /** `byUser` is set for what the user did, also when the add-in's next request is the one to send it. */
  const changes: { readonly change: BookChange; readonly byUser: boolean }[] = [];
  let isUserActing = false;
  const failures: { atSync: number; code: string; times: number; afterChanges: number }[] = [];
  let isEditing = false;
  const book = await createBook(options.content ?? emptyContent, {
    fileName: options.fileName ?? 'Arbetsbok.xlsx',
    locale: options.locale ?? 'sv-SE',
    isReadOnly: options.isReadOnly ?? false,
    ...(options.univer ? { univer: options.univer } : {}),
    ...(options.functions ? { functions: options.functions } : {}),
    emptyCells: options.emptyCells ?? 'zero',
    onChange: (change) => {
      changes.push({ change, byUser: isUserActing });
      interpreter?.follow(change);
    },
  });
  const root = new WorkbookObject(book);
  const interpreter: ReturnType<typeof createInterpreter> | undefined = createInterpreter(root, book.engine.settle);

  const failAt = (failure: Failure): void => {
    failures.push({ atSync: tally.syncs + (failure.atSync ?? 1), code: failure.code, times: failure.times ?? 1, afterChanges: failure.afterChanges ?? 0 });
  };
  if (options.fail) failAt(options.fail);

  const sendEvents = (source: 'ThisLocalAddin' | 'Unknown'): void => {
    const entries = changes.splice(0).flatMap(({ change, byUser }) => eventsOf(change, byUser ? 'Unknown' : source));
    if (entries.length > 0 && root._Runtime.isSending) options.onEvents?.(entries);
  };

  const execute: WorkbookHost['execute'] = async (body, flags) => {
    tally.requests += 1;
    const request = JSON.parse(body) as WireRequest;
    const isSync = !isCleanUp(request);
    if (isSync) tally.syncs += 1;
    const bytes = new TextEncoder().encode(body).length;
    tally.requestBytes += bytes;
    tally.largestRequest = Math.max(tally.largestRequest, bytes);
    if (bytes > MAX_PAYLOAD) return refused('RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit. Please refer to the documentation for more information.');
    while (isEditing && (flags & DELAY_FOR_CELL_EDIT) !== 0) await new Promise((resolve) => setTimeout(resolve, EDIT_POLL_MS));
    if (isEditing) return refused('InvalidOperationInCellEditMode', 'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.');
    const failure = isSync ? failures.find(({ atSync, times }) => tally.syncs >= atSync && tally.syncs < atSync + times) : undefined;
    if (failure && failure.afterChanges === 0) return refused(failure.code, `The workbench host was told to fail with ${failure.code}.`);
    const refusal = failure ? new ExcelRefusal(failure.code, `The workbench host was told to fail with ${failure.code}.`) : undefined;
    const response = await interpreter.run(request, failure && refusal && Number.isFinite(failure.afterChanges) ? { changes: failure.afterChanges, refusal } : undefined);
    sendEvents('ThisLocalAddin');
    if (failure && !Number.isFinite(failure.afterChanges)) return refused(failure.code, `The workbench host was told to lose the answer with ${failure.code}.`);
    const text = JSON.stringify(response);
    const responseBytes = new TextEncoder().encode(text).length;
    tally.responseBytes += responseBytes;
    tally.largestResponse = Math.max(tally.largestResponse, responseBytes);
    if (responseBytes > MAX_PAYLOAD) return refused('ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit. Please refer to the documentation for more information.');
    return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: {}, Body: JSON.parse(text) as WireResponse };
  };

  const asUser = async <Result>(act: (book: Book) => Result): Promise<Result> => {
    isUserActing = true;
    let result: ReturnType<typeof act>;
    try {
      result = act(book);
    } finally {
      isUserActing = false;
    }
    await book.engine.settle();
    sendEvents('Unknown');
    return result;
  };

  return {
    book,
    get counts() {
      return { ...tally, ...interpreter.held };
    },
    execute,
    toContent: async () => {
      await book.engine.settle();
      return exportContent(book);
    },
    failAt,
    protectSheet: (name) => {
      partsOf(book, sheetNamed(book, name)).isProtected = true;
    },
    protectStructure: () => {
      book.isStructureProtected = true;
    },
    editCell: (editing) => {
      isEditing = editing;
    },
    typeInCell: (name, address, input) =>
      asUser(() => {
        const sheet = sheetNamed(book, name);
        const area = parseArea(address);
        if (!area) throw new Error(`${address} is no cell.`);
        const typed = interpretInput(input, styleAt(book, sheet, area.top, area.left).numberFormat ?? 'General', book.engine.lexer);
        writeCells(book, sheet, area.top, area.left, [[typed]]);
        book.onChange({ kind: 'edited', sheet, area });
      }),
    selectCells: (name, ...addresses) =>
      asUser(() => {
        const sheet = sheetNamed(book, name);
        const [area, ...further] = addresses.flatMap((address) => parseLocal(address) ?? []);
        if (!area) throw new Error(`${addresses.join()} is no range.`);
        const before = book.activeSheet;
        book.activeSheet = sheet;
        Object.assign(partsOf(book, sheet), { selection: area, furtherSelections: further });
        if (before !== sheet) {
          book.onChange({ kind: 'deactivated', sheet: before });
          book.onChange({ kind: 'activated', sheet });
        }
        book.onChange({ kind: 'selected', sheet, area });
      }),
    asUser,
    dispose: () => book.engine.dispose(),
  };
}

function sheetNamed(book: Book, name: string): string {
  const sheet = findSheet(book, name);
  if (!sheet) throw itemNotFound(`There is no sheet ${name}.`);
  return sheet.getSheetId();
}

const isCleanUp = ({ Actions = [] }: WireRequest): boolean => Actions.length > 0 && Actions.every(({ Name }) => Name === '_RemoveReference' || Name === undefined || Name === '') && Actions.some(({ Name }) => Name === '_RemoveReference');

function refused(code: string, message: string): ExecutorResponse {
  return { HttpStatusCode: 400, ErrorCode: code, ErrorMessage: message, Headers: {}, Body: null };
}
