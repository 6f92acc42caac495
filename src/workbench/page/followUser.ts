import type { Area } from '../../workbook/address';
import { partsOf } from '../host/book';
import type { WorkbookHost } from '../host/workbookHost';

interface GridRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

const areaOf = (range: GridRange): Area => ({ top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn });

/** The cells that a mutation has set: the smallest area that holds them. */
function editedArea(cellValue: unknown): Area | null {
  if (typeof cellValue !== 'object' || cellValue === null) return null;
  const rows = Object.keys(cellValue).map(Number);
  const columns = Object.values(cellValue).flatMap((row: unknown) => (typeof row === 'object' && row !== null ? Object.keys(row).map(Number) : []));
  if (rows.length === 0 || columns.length === 0) return null;
  return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}

/**
 * Tells the host what the user does in the shown spreadsheet: edits, the selection and the active sheet, so that the add-in hears of them
 * as it would in Excel. What the host itself carries out (`isBusy`) is not the user's.
 */
export function followUser(host: WorkbookHost, isBusy: () => boolean): () => void {
  return host.book.engine.onCommand((id, params) => {
    if (isBusy() || typeof params !== 'object' || params === null) return;
    const { subUnitId, selections, cellValue, trigger } = params as { subUnitId?: string; selections?: readonly { readonly range: GridRange }[]; cellValue?: unknown; trigger?: string };
    if (subUnitId === undefined) return;
    const { book } = host;
    if (id === 'sheet.operation.set-selections' && selections?.[0] !== undefined) {
      const area = areaOf(selections[0].range);
      partsOf(book, subUnitId).selection = area;
      book.activeSheet = subUnitId;
      void host.asUser(() => book.onChange({ kind: 'selected', sheet: subUnitId, area }));
    } else if (id === 'sheet.operation.set-worksheet-active' && subUnitId !== book.activeSheet) {
      book.activeSheet = subUnitId;
      void host.asUser(() => book.onChange({ kind: 'activated', sheet: subUnitId }));
    } else if (id === 'sheet.mutation.set-range-values' && trigger !== 'sheet.command.set-style') {
      const area = editedArea(cellValue);
      if (area !== null) void host.asUser(() => book.onChange({ kind: 'edited', sheet: subUnitId, area }));
    }
  });
}
