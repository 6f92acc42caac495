import { sheetsOf, type Book } from '../host/book';
import { exportSheet } from '../host/exportContent';
import type { FileCell } from '../host/fileContent';
import { DEFAULT_ROW_PX, pointsToPixels } from '../host/loadContent';
import { rowHeights } from '../host/xlsxRowHeights';

/** What changes the cells of a sheet, their look or the width of its columns. */
const CHANGES = /^sheet\.mutation\.(set-range-values|set-col-data|set-worksheet-col-width|insert-|remove-|move-)/;

/**
 * Lets rows grow to hold their wrapped texts, as Excel does by itself and Univer only for what is typed. A row whose height somebody has
 * set keeps it.
 * @returns call it after each request; it looks only at the sheets that have changed
 */
export function fitRows(book: Book): () => void {
  const changed = new Set<string>();
  book.engine.onCommand((id, params) => {
    if (CHANGES.test(id) && typeof params === 'object' && params !== null && 'subUnitId' in params && typeof params.subUnitId === 'string') changed.add(params.subUnitId);
  });
  return () => {
    const sheets = sheetsOf(book).filter((sheet) => changed.has(sheet.getSheetId()));
    changed.clear();
    for (const sheet of sheets) {
      const content = exportSheet(book, sheet);
      const fitting = rowHeights(content, book.defaultFont);
      const rowsOfCells = new Map<number, FileCell[]>();
      for (const cell of content.cells) rowsOfCells.set(cell.row, [...(rowsOfCells.get(cell.row) ?? []), cell]);
      const rowData: Record<number, { readonly ah: number }> = {};
      for (const [row, cells] of rowsOfCells) {
        const points = fitting(row, cells);
        const wanted = points === undefined ? DEFAULT_ROW_PX : pointsToPixels(points);
        const shown = sheet.getRowManager().getRow(row)?.ah ?? DEFAULT_ROW_PX;
        if (content.rows.get(row)?.height === undefined && wanted !== shown) rowData[row] = { ah: wanted };
      }
      if (Object.keys(rowData).length > 0) book.engine.execute('sheet.mutation.set-row-data', { subUnitId: sheet.getSheetId(), rowData });
    }
  };
}
