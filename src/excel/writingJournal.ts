import type { CellSnapshot, ColumnSnapshot } from './sheetSnapshot';
import { keysOfSetting, storedSettings, valueOfSettings } from './settingPieces';
import type { SheetStructure } from './sheetStructure';
import type { WrittenMarks } from './writtenMarks';
import type { SheetOrder } from '../workbook/write/lineOrder';

/** What a writing began, and all that is needed to put the workbook back. It is stored in the workbook before anything is changed. */
export interface WritingJournal {
  readonly schema: 1;
  /** Unlike any other writing's; also a property of the sheets that it makes. */
  readonly run: string;
  /** ISO time. */
  readonly writtenAt: string;
  /** Ids of the sheets there were, so that a half-made new sheet can be told from a user's. */
  readonly sheetIds: readonly string[];
  readonly newSheets: readonly string[];
  /** What could be undone before. */
  readonly previousUndo: Mark | null;
  readonly rewritten: readonly RewrittenSheet[];
}

export interface RewrittenSheet {
  readonly id: string;
  readonly name: string;
  readonly cells: CellSnapshot | null;
  readonly columns: readonly ColumnSnapshot[];
  readonly before: SheetStructure | null;
  readonly after: SheetStructure;
  /** Sheet properties that the writing sets, as they were; null where there was none. */
  readonly properties: Readonly<Record<string, string | null>>;
  /** How rows and columns were rearranged; left out where all stood still. */
  readonly order?: SheetOrder;
  /** Where the rows stand afterwards, for a sheet that was rearranged: it can be put back as long as they do. */
  readonly marks?: WrittenMarks;
}

/** There while a writing goes on; found at the start, it tells that one was cut off. Holds the journal's key. */
export const WRITING_MARK = 'von.writing';
/** There when the last writing can be undone. Holds the journal's key. */
export const UNDO_MARK = 'von.undo';
/** Two places take turns, so that the last writing can still be undone when the next one fails. */
const JOURNALS = ['von.journal.a', 'von.journal.b'] as const;

export interface Mark {
  readonly journal: string;
  readonly writtenAt: string;
  readonly sheets: readonly string[];
}

/** The undo that is possible once a writing has been put back: the one before it, if its journal is still there. */
export function previousUndo(settings: ReadonlyMap<string, unknown>, journal: WritingJournal): Mark | null {
  const mark = journal.previousUndo;
  return mark !== null && readJournal(settings, mark.journal)?.writtenAt === mark.writtenAt ? mark : null;
}

/** The place that holds no journal in use. */
export function freeJournalKey(settings: ReadonlyMap<string, unknown>): string {
  const used = readMark(settings, UNDO_MARK)?.journal;
  return used === JOURNALS[0] ? JOURNALS[1] : JOURNALS[0];
}

/** The mark that a key holds; null where there is none or it is not of our making. */
export function readMark(settings: ReadonlyMap<string, unknown>, key: string): Mark | null {
  const mark = valueOfSettings(key, settings) as Partial<Mark> | null | undefined;
  return typeof mark?.journal === 'string' && typeof mark.writtenAt === 'string' && Array.isArray(mark.sheets) ? (mark as Mark) : null;
}

/** The journal that a key holds; null where there is none or another version wrote it. */
export function readJournal(settings: ReadonlyMap<string, unknown>, key: string): WritingJournal | null {
  const journal = valueOfSettings(key, settings) as Partial<WritingJournal> | null | undefined;
  return journal?.schema === 1 ? (journal as WritingJournal) : null;
}

/** The settings to set before a writing, in this order: journal, then mark. */
export function journalSettings(key: string, journal: WritingJournal): readonly (readonly [string, unknown])[] {
  return [...storedSettings(key, journal), ...storedSettings(WRITING_MARK, markOf(key, journal))];
}

/** The mark of a writing: which journal it has, and the sheets that it touches. */
export function markOf(key: string, journal: WritingJournal): Mark {
  return { journal: key, writtenAt: journal.writtenAt, sheets: [...journal.newSheets, ...journal.rewritten.map(({ name }) => name)] };
}

/** Every key of a journal, its pieces too, among those there are. */
export function journalKeys(key: string, keys: Iterable<string>): readonly string[] {
  return keysOfSetting(key, keys);
}
