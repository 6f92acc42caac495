import { HostError } from '../workbook/ports';
import type { WorkOptions, WriteResult } from '../workbook/ports';
import type { SheetSpec } from '../workbook/write/sheetSpec';
import { checkWriting } from './checkWriting';
import { rememberWritten } from './confirmReading';
import { withFreshOwnSheets } from './freshOwnSheets';
import { prepareWriting } from './prepareWriting';
import type { AppPorts, Reading, TableKey, WritingCheck, WritingChoice, WritingOutcome } from './session';

export interface WriteSheetsOptions extends WorkOptions {
  /** Cells changed by hand that shall be written after all, as "Sheet!A1". */
  readonly overwrite?: ReadonlySet<string>;
}

/**
 * "Skriv blad": reads our own sheets again (the user may have typed in them since), builds, writes all or nothing, and checks what
 * then stands there.
 * @throws HostError from the writer, `cancelled` when the signal says so at any time before the end, `changed-meanwhile` when somebody
 * changed a source or a sheet of ours after it was read; the workbook is then as before, unless it says otherwise
 */
export async function writeSheets(ports: AppPorts, reading: Reading, choice: WritingChoice, options: WriteSheetsOptions = {}): Promise<WritingOutcome> {
  const { specs, basis, skipped, chosen, leftOut } = await prepareWriting(ports, await withFreshOwnSheets(ports, reading), choice, options.overwrite);
  const { written } = await ports.writer.writeSheets(specs, { ...options, basis });
  const isRemembered = await remember(ports, reading, chosen);
  const check = await checkWritten(ports, specs, written);
  if (options.signal?.aborted) await takeBack(ports, options);
  return { written, skipped, leftOut, check, isRemembered, writtenAt: ports.now().toISOString() };
}

/**
 * A normal workbook is written by one request, which cannot be stopped once it is sent: who asked to stop meanwhile is taken at the word.
 * @throws HostError `cancelled`, always
 */
async function takeBack(ports: Pick<AppPorts, 'writer'>, options: WorkOptions): Promise<never> {
  const undo = (): Promise<void> => ports.writer.undoWriting({ onProgress: options.onProgress });
  try {
    await undo().catch(undo);
  } catch (error) {
    if (error instanceof HostError) throw new HostError('cancelled', error.place, error.detail, false);
    throw error;
  }
  throw new HostError('cancelled');
}

/** The sheets stand by now: that they could not be read back must not read as a failed writing. */
async function checkWritten(ports: Pick<AppPorts, 'reader'>, specs: readonly SheetSpec[], written: WriteResult['written']): Promise<WritingCheck | null> {
  try {
    const { sheets } = await ports.reader.readWorkbook({ sheets: written.map(({ sheet }) => sheet) });
    return checkWriting(specs.map((spec, index) => ({ spec, grid: sheets.find(({ name }) => name === written[index]?.sheet) })));
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}

/** The same holds for the tables that could not be remembered. */
async function remember(ports: AppPorts, reading: Reading, keys: readonly TableKey[]): Promise<boolean> {
  try {
    await rememberWritten(ports, reading, keys);
    return true;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}
