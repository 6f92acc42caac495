import { HostError } from '../workbook/ports';
import type { WorkOptions } from '../workbook/ports';
import type { Send } from './excelRun';
import { reverseOrder } from '../workbook/write/lineOrder';
import { askForOrder, isRearranged, puttingBack } from './rearranging';
import { readSettings } from './excelSettingsStore';
import { sendPacked, sheetSteps, workbookStep } from './sendPacked';
import type { Step } from './sendPacked';
import { storedSettings } from './settingPieces';
import { operation } from './sheetOperation';
import type { SheetOperation } from './sheetOperation';
import { cellRestoring, widthRestoring } from './sheetSnapshot';
import { NO_STRUCTURE, structureInOrder } from './sheetStructure';
import { changeStructure } from './structureOperations';
import { journalKeys, previousUndo, UNDO_MARK, WRITING_MARK } from './writingJournal';
import { areMarksStanding, askForMarks } from './writtenMarks';
import type { RewrittenSheet, WritingJournal } from './writingJournal';

/** On each sheet of ours: the writing that made it. Only such a sheet is ever removed. */
export const RUN_PROPERTY = 'von.run';

/**
 * Puts the workbook back as it was before a writing: new sheets go, rewritten ones get their cells, widths and furniture back, and the
 * marks of the writing go last of all, so that a restoring that is cut off can be taken up again.
 * @param isComplete the writing had reached its end ("Ångra skrivningen"); else it was cut off somewhere
 * @throws HostError `changed-meanwhile` with the sheet, before anything is changed, when the user has since moved rows of a sheet that the
 * writing had rearranged
 */
export async function restoreWriting(context: Excel.RequestContext, send: Send, journal: WritingJournal, journalKey: string, isComplete: boolean, options: WorkOptions = {}): Promise<void> {
  const sheets = await send(() => context.workbook.worksheets.load('items/id,items/name'));
  const rewritten = journal.rewritten.flatMap((sheet) => {
    const found = sheets.items.find(({ id }) => id === sheet.id) ?? sheets.items.find(({ name }) => name === sheet.name);
    return found ? [{ found, sheet }] : [];
  });
  const { runs, orders } = await send(() => ({
    runs: sheets.items.map((sheet) => ({ sheet, run: sheet.customProperties.getItemOrNullObject(RUN_PROPERTY).load('value'), used: sheet.getUsedRangeOrNullObject(true).load('address') })),
    orders: rewritten.flatMap(({ found, sheet }) => (sheet.order === undefined ? [] : [{ id: found.id, sheet, order: sheet.order, asked: askForOrder(found, sheet.order), marks: isComplete && sheet.marks !== undefined ? askForMarks(found, sheet.marks) : null }])),
  }));
  const made = runs.filter(({ sheet, run, used }) => {
    if (!run.isNullObject) return run.value === journal.run;
    return used.isNullObject && journal.newSheets.includes(sheet.name) && !journal.sheetIds.includes(sheet.id);
  });
  // Lines that the user has moved since would be taken for ours: what was added would not be what is taken away.
  const moved = orders.find(({ sheet, order, asked, marks }) => marks !== null && sheet.marks !== undefined && isRearranged(order, asked, journal.run) && !areMarksStanding(sheet.marks, marks));
  if (moved !== undefined) throw new HostError('changed-meanwhile', { sheet: moved.sheet.name });
  const settings = await readSettings(context, send);
  const undo = previousUndo(settings, journal);
  const gone = [...journalKeys(journalKey, settings.keys()), WRITING_MARK, ...(undo === null ? [UNDO_MARK] : [])].filter((key) => settings.has(key));
  const steps: readonly Step[] = [
    // Every row and column is back before any cell is: formulas that follow them would otherwise follow once too often.
    ...orders.flatMap(({ id, sheet, order, asked }) => sheetSteps(id, sheet.name, puttingBack(order, asked, journal.run, sheet.properties))),
    ...rewritten.flatMap(({ found, sheet }) => sheetSteps(found.id, sheet.name, sheetRestoring(sheet, isComplete))),
    ...made.map(({ sheet }) => workbookStep((workbook) => workbook.worksheets.getItem(sheet.id).delete(), 2)),
    ...(undo === null ? [] : [...storedSettings(UNDO_MARK, undo)].map(([key, value]) => workbookStep((workbook) => workbook.settings.add(key, value as string), 2, value))),
    ...gone.map((key) => workbookStep((workbook) => workbook.settings.getItemOrNullObject(key).delete(), 2)),
  ];
  await sendPacked(context, send, steps, 'restore', { onProgress: options.onProgress });
}

function sheetRestoring({ cells, columns, before, after, properties, order }: RewrittenSheet, isComplete: boolean): readonly SheetOperation[] {
  const change = changeStructure(order === undefined ? after : structureInOrder(after, { ...order, rows: reverseOrder(order.rows), columns: reverseOrder(order.columns) }), before ?? NO_STRUCTURE, true);
  return [
    ...change.before,
    ...(cells === null ? [] : cellRestoring(cells)),
    ...widthRestoring(columns),
    ...change.after,
    ...(isComplete ? change.last : []),
    ...Object.entries(properties).map(([key, value]) => operation((sheet) => (value === null ? sheet.customProperties.getItemOrNullObject(key).delete() : sheet.customProperties.add(key, value)), 3, value)),
  ];
}
