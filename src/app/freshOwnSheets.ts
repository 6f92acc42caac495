import { ownSheetKind } from '../workbook/write/ownSheet';
import type { AppPorts, Reading } from './session';

/**
 * The reading with our own sheets as they stand now: the user types in them, and earlier writings of the same session have made new
 * ones. The user's own sheets stay as they were read.
 */
export async function withFreshOwnSheets(ports: Pick<AppPorts, 'reader'>, reading: Reading): Promise<Reading> {
  const { sheets } = await ports.reader.readWorkbook({ sheets: 'own' });
  const fresh = sheets.filter((sheet) => ownSheetKind(sheet) !== null);
  const byId = new Map(fresh.map((sheet) => [sheet.id, sheet]));
  const known = reading.grid.sheets.filter((sheet) => byId.has(sheet.id) || ownSheetKind(sheet) === null).map((sheet) => byId.get(sheet.id) ?? sheet);
  const added = fresh.filter((sheet) => !known.includes(sheet));
  const ownSheets = fresh.flatMap((sheet) => {
    const kind = ownSheetKind(sheet);
    return kind === null ? [] : [{ id: sheet.id, name: sheet.name, kind }];
  });
  return { ...reading, grid: { ...reading.grid, sheets: [...known, ...added] }, ownSheets };
}
