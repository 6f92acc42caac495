import { HostError } from '../workbook/ports';
import type { WorkOptions } from '../workbook/ports';
import { checkWriting } from './checkWriting';
import { rememberWritten } from './confirmReading';
import { prepareWriting } from './prepareWriting';
import type { AppPorts, Reading, TableKey, WritingChoice, WritingOutcome } from './session';

export interface WriteSheetsOptions extends WorkOptions {
  /** Cells changed by hand that shall be written after all, as "Sheet!A1". */
  readonly overwrite?: ReadonlySet<string>;
}

/**
 * "Skriv blad": reads our own sheets again (the user may have typed in them since), builds, writes all or nothing, and checks what
 * then stands there.
 * @throws HostError from the writer; the workbook is then as before, unless it says otherwise
 */
export async function writeSheets(ports: AppPorts, reading: Reading, choice: WritingChoice, options: WriteSheetsOptions = {}): Promise<WritingOutcome> {
  const { specs, skipped, chosen, leftOut } = await prepareWriting(ports, await withFreshOwnSheets(ports, reading), choice, options.overwrite);
  const { written } = await ports.writer.writeSheets(specs, options);
  const isRemembered = await remember(ports, reading, chosen);
  const { sheets } = await ports.reader.readWorkbook({ sheets: written.map(({ sheet }) => sheet) });
  const check = checkWriting(specs.map((spec, index) => ({ spec, grid: sheets.find(({ name }) => name === written[index]?.sheet) })));
  return { written, skipped, leftOut, check, isRemembered, writtenAt: ports.now().toISOString() };
}

async function withFreshOwnSheets(ports: Pick<AppPorts, 'reader'>, reading: Reading): Promise<Reading> {
  if (reading.ownSheets.length === 0) return reading;
  const { sheets: fresh } = await ports.reader.readWorkbook({ sheets: reading.ownSheets.map(({ name }) => name) });
  const byId = new Map(fresh.map((sheet) => [sheet.id, sheet]));
  return { ...reading, grid: { ...reading.grid, sheets: reading.grid.sheets.map((sheet) => byId.get(sheet.id) ?? sheet) } };
}

/** The sheets stand by now: that the tables could not be remembered must not read as a failed writing. */
async function remember(ports: AppPorts, reading: Reading, keys: readonly TableKey[]): Promise<boolean> {
  try {
    await rememberWritten(ports, reading, keys);
    return true;
  } catch (error) {
    if (error instanceof HostError) return false;
    throw error;
  }
}
