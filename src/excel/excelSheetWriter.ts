import { areaAddress } from '../workbook/address';
import { HostError } from '../workbook/ports';
import type { SheetWriter, WorkOptions, WriteOptions, WriteResult } from '../workbook/ports';
import { SHEET_PROPERTY } from '../workbook/write/sheetProperty';
import type { SheetSpec } from '../workbook/write/sheetSpec';
import { blockArea, blockOperations, boundingArea, clearingOperations, formatOperations, widthOperations } from './cellOperations';
import { checkWorkbook } from './checkWorkbook';
import type { CheckedWorkbook, PlannedSheet } from './checkWorkbook';
import { excelRun } from './excelRun';
import type { RunOptions, Send } from './excelRun';
import { readSettings } from './excelSettingsStore';
import { stalePieces, storedProperties } from './propertyPieces';
import { ORDER_PROPERTY, rearranging } from './rearranging';
import { restoreWriting, RUN_PROPERTY } from './restoreWriting';
import { sendPacked, sheetSteps, workbookStep } from './sendPacked';
import type { Step } from './sendPacked';
import { storedSettings } from './settingPieces';
import { operation } from './sheetOperation';
import { takeCellSnapshots, widthsToWrite } from './sheetSnapshot';
import type { CellSnapshot } from './sheetSnapshot';
import { structureInOrder, structureOf, structureProperties } from './sheetStructure';
import type { SheetStructure } from './sheetStructure';
import { changeStructure } from './structureOperations';
import type { StructureChange } from './structureOperations';
import { writtenMarks } from './writtenMarks';
import { freeJournalKey, journalKeys, journalSettings, markOf, readJournal, readMark, UNDO_MARK, WRITING_MARK } from './writingJournal';
import type { WritingJournal } from './writingJournal';

export interface SheetWriterOptions extends RunOptions {
  readonly now: () => Date;
  /** A name that no other writing has. */
  readonly newRun?: () => string;
}

/**
 * Writes sheets through Excel, all or none: what the writing will change is read and stored in the workbook first, with a mark; at a
 * refusal everything is put back, and the putting back is tried once more if it fails as well. When even that fails the mark stays,
 * so that the next start can offer to restore. The stored state also serves "Ångra skrivningen".
 */
export function excelSheetWriter(writerOptions: SheetWriterOptions): SheetWriter {
  return {
    writeSheets: async (specs, options = {}) => {
      try {
        return await writeOnce(specs, options, { ...writerOptions, isOneUndoStep: true });
      } catch (error) {
        const isUndoRefused = error instanceof HostError && error.detail.startsWith('UndoNotSupported') && error.isRestored;
        if (!isUndoRefused) throw error;
        return writeOnce(specs, options, writerOptions);
      }
    },
    readUndo: () =>
      excelRun(async (context, send) => {
        const mark = readMark(await readSettings(context, send), UNDO_MARK);
        return mark === null ? null : { writtenAt: mark.writtenAt, sheets: mark.sheets };
      }, writerOptions),
    readInterrupted: () =>
      excelRun(async (context, send) => {
        const mark = readMark(await readSettings(context, send), WRITING_MARK);
        return mark === null ? null : { sheets: mark.sheets };
      }, writerOptions),
    undoWriting: (options = {}) => undoLast(options, writerOptions),
  };
}

async function writeOnce(specs: readonly SheetSpec[], options: WriteOptions, writerOptions: SheetWriterOptions): Promise<WriteResult> {
  const { journal, journalKey, run } = await excelRun(async (context, send) => {
    const checked = await checkWorkbook(context, send, specs, options.basis);
    const prepared = await prepareWriting(context, send, checked, writerOptions);
    return { ...prepared, run: await tryWriting(context, send, checked, prepared, options) };
  }, writerOptions);
  if (run === 'done') return resultOf(specs, journal);
  throw await afterRestoring(run, journal, journalKey, options, writerOptions);
}

interface PreparedWriting {
  readonly journal: WritingJournal;
  readonly journalKey: string;
  readonly cells: ReadonlyMap<string, CellSnapshot | null>;
}

async function prepareWriting(context: Excel.RequestContext, send: Send, checked: CheckedWorkbook, { now, newRun = () => crypto.randomUUID() }: SheetWriterOptions): Promise<PreparedWriting> {
  const standing = checked.sheets.flatMap(({ spec, existing }) => (existing === null ? [] : [{ id: existing.id, spec, structure: existing.structure }]));
  const cells = await takeCellSnapshots(send, (id) => context.workbook.worksheets.getItem(id), standing);
  const writtenAt = now().toISOString();
  const journal: WritingJournal = {
    schema: 1,
    run: newRun(),
    writtenAt,
    sheetIds: checked.sheetIds,
    previousUndo: readMark(checked.settings, UNDO_MARK),
    newSheets: checked.sheets.filter(({ existing }) => existing === null).map(({ spec }) => spec.name),
    rewritten: checked.sheets.flatMap((sheet) => {
      const { spec, existing } = sheet;
      if (existing === null) return [];
      const changed = new Set(changedWidths(sheet).map(({ column }) => column));
      const properties = [...ownProperties(spec).keys(), ...staleProperties(sheet), ...(spec.order === undefined ? [] : Object.values(ORDER_PROPERTY))].map((key) => [key, existing.properties.get(key) ?? null] as const);
      // A column that is new has no width to go back to.
      const isNew = (column: number): boolean => spec.order?.columns.from[column] === null;
      const columns = existing.columns.filter(({ column }) => changed.has(column) && !isNew(column));
      return [{ id: existing.id, name: existing.name, cells: cells.get(existing.id) ?? null, columns, before: existing.structure, after: structureOf(spec), properties: Object.fromEntries(properties), ...(spec.order === undefined ? {} : { order: spec.order, marks: writtenMarks(spec) ?? undefined }) }];
    }),
  };
  return { journal, journalKey: freeJournalKey(checked.settings), cells };
}

function changedWidths(sheet: PlannedSheet): SheetSpec['columnWidths'] {
  const { spec, existing } = sheet;
  return existing === null ? spec.columnWidths : widthsToWrite(spec.columnWidths, standingStructure(sheet)?.columnWidths ?? [], existing.columns);
}

/** What stands on the sheet besides its cells when its rows and columns have been put in their new order. */
function standingStructure({ spec, existing }: PlannedSheet): SheetStructure | null {
  const structure = existing?.structure ?? null;
  return structure === null || spec.order === undefined ? structure : structureInOrder(structure, spec.order);
}

function ownProperties(spec: SheetSpec): ReadonlyMap<string, string> {
  return new Map([[SHEET_PROPERTY, spec.kind], ...storedProperties(spec.properties), ...structureProperties(structureOf(spec))]);
}

function staleProperties({ spec, existing }: PlannedSheet): readonly string[] {
  return existing === null ? [] : stalePieces(existing.properties.keys(), ownProperties(spec));
}

/** A refusal is given back, not thrown: the restoring needs a fresh context, outside this one. */
async function tryWriting(context: Excel.RequestContext, send: Send, checked: CheckedWorkbook, prepared: PreparedWriting, options: WorkOptions): Promise<'done' | HostError> {
  try {
    await sendPacked(context, send, writingSteps(checked, prepared), 'write', options);
    return 'done';
  } catch (error) {
    if (error instanceof HostError) return error;
    return new HostError('unknown', {}, error instanceof Error ? error.message : String(error));
  }
}

/** Mark and journal, new sheets, rows and columns in their order, then cells before what refers to them, then the end mark; all sheets stand before any formula does. */
function writingSteps(checked: CheckedWorkbook, { journal, journalKey }: PreparedWriting): readonly Step[] {
  const changes = checked.sheets.map((sheet) => ({ sheet, key: sheet.existing?.id ?? sheet.spec.name, change: changeStructure(standingStructure(sheet), structureOf(sheet.spec)) }));
  const fresh = journalSettings(journalKey, journal);
  const kept = new Set(fresh.map(([key]) => key));
  const stale = journalKeys(journalKey, checked.settings.keys()).filter((key) => !kept.has(key));
  return [
    ...fresh.map(([key, value]) => workbookStep((workbook) => workbook.settings.add(key, value as string), 2, value)),
    ...changes.filter(({ sheet }) => sheet.existing === null).map(({ sheet }) => workbookStep((workbook) => addSheet(workbook, sheet.spec, journal.run), 5)),
    ...changes.flatMap(({ sheet, key }) => (sheet.spec.order === undefined || sheet.existing === null ? [] : sheetSteps(key, sheet.spec.name, rearranging(sheet.spec.order, journal.run)))),
    ...changes.flatMap(({ sheet, key, change }) => sheetSteps(key, sheet.spec.name, cellSteps(sheet, change))),
    ...changes.flatMap(({ sheet, key, change }) => sheetSteps(key, sheet.spec.name, [...change.after, ...propertyOperations(sheet)])),
    ...changes.flatMap(({ sheet, key, change }) => sheetSteps(key, sheet.spec.name, change.last)),
    ...[...storedSettings(UNDO_MARK, markOf(journalKey, journal))].map(([key, value]) => workbookStep((workbook) => workbook.settings.add(key, value as string), 2, value)),
    ...stale.map((key) => workbookStep((workbook) => workbook.settings.getItemOrNullObject(key).delete(), 2)),
    workbookStep((workbook) => workbook.settings.getItem(WRITING_MARK).delete(), 2),
  ];
}

/** The mark of the run comes with the sheet: only a sheet that carries it is ever removed again. */
function addSheet(workbook: Excel.Workbook, spec: SheetSpec, run: string): void {
  const sheet = workbook.worksheets.add(spec.name);
  sheet.customProperties.add(RUN_PROPERTY, run);
  sheet.customProperties.add(SHEET_PROPERTY, spec.kind);
}

function cellSteps(sheet: PlannedSheet, change: StructureChange): ReturnType<typeof blockOperations> {
  const { spec } = sheet;
  return [...clearingOperations(spec.cleared), ...change.before, ...blockOperations(spec.blocks), ...formatOperations(spec.formats), ...widthOperations(changedWidths(sheet))];
}

function propertyOperations(planned: PlannedSheet): ReturnType<typeof blockOperations> {
  return [
    ...[...ownProperties(planned.spec)].map(([key, value]) => operation((sheet) => void sheet.customProperties.add(key, value), 2, value)),
    ...staleProperties(planned).map((key) => operation((sheet) => sheet.customProperties.getItemOrNullObject(key).delete(), 3)),
  ];
}

function resultOf(specs: readonly SheetSpec[], journal: WritingJournal): WriteResult {
  return {
    written: specs.map((spec) => {
      const area = boundingArea(spec.blocks.map(blockArea));
      return { sheet: journal.rewritten.find(({ id }) => id === spec.existingId)?.name ?? spec.name, range: area === null ? 'A1' : areaAddress(area), isNew: journal.newSheets.includes(spec.name) };
    }),
  };
}

async function afterRestoring(refusal: HostError, journal: WritingJournal, journalKey: string, options: WorkOptions, writerOptions: SheetWriterOptions): Promise<HostError> {
  const restore = (): Promise<void> => excelRun((context, send) => restoreWriting(context, send, journal, journalKey, false, options), writerOptions);
  let isRestored = true;
  try {
    await restore().catch(restore);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    isRestored = false;
  }
  return new HostError(refusal.code, refusal.place, refusal.detail, isRestored);
}

/** Puts back what a cut-off writing began, if there is one; else what the last writing changed. Nothing to undo is no error. */
async function undoLast(options: WorkOptions, writerOptions: SheetWriterOptions): Promise<void> {
  await excelRun(async (context, send) => {
    const settings = await readSettings(context, send);
    const interrupted = readMark(settings, WRITING_MARK);
    const mark = interrupted ?? readMark(settings, UNDO_MARK);
    if (mark === null) return;
    const journal = readJournal(settings, mark.journal);
    if (journal === null) throw new HostError('unknown', {}, 'the stored state cannot be read');
    await restoreWriting(context, send, journal, mark.journal, interrupted === null, options);
  }, writerOptions);
}
