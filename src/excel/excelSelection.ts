import { HostError } from '../workbook/ports';
import type { SelectedCell, WorkbookSelection } from '../workbook/ports';
import { areaAddress } from '../workbook/address';
import { cellValueOf } from './cellReading';
import { excelRun } from './excelRun';
import type { RunOptions } from './excelRun';

/** Shows cells to the user, and reads what the user has marked. */
export function excelSelection(runOptions: RunOptions = {}): WorkbookSelection {
  return {
    selectCell: (sheet, address) =>
      excelRun(async (context, send) => {
        const found = await send(() => context.workbook.worksheets.getItemOrNullObject(sheet).load('visibility'));
        if (found.isNullObject) throw new HostError('sheet-gone', { sheet, cell: address });
        await send(() => {
          const worksheet = context.workbook.worksheets.getItem(sheet);
          worksheet.activate();
          worksheet.getRange(address).select();
        });
      }, { ...runOptions, place: { sheet, cell: address } }),
    readSelectedCells: (limit = 2) =>
      excelRun(async (context, send) => {
        // Whole columns may be marked, so the shape is asked for before any value.
        const { areas, active } = await send(() => ({
          areas: context.workbook.getSelectedRanges().areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount'),
          active: context.workbook.worksheets.getActiveWorksheet().load('name'),
        }));
        const corners = areas.items.map((area) => ({ top: area.rowIndex, left: area.columnIndex, rows: Math.min(limit, area.rowCount), columns: Math.min(limit, area.columnCount) }));
        const parts = await send(() => {
          const sheet = context.workbook.worksheets.getItem(active.name);
          return corners.map((corner) => ({ corner, range: sheet.getRangeByIndexes(corner.top, corner.left, corner.rows, corner.columns).load('values,valueTypes') }));
        });
        const cells = parts.flatMap(({ corner, range }) =>
          range.values.flatMap((row: readonly unknown[], rowOffset: number) =>
            row.map((value, offset): SelectedCell => {
              const place = { top: corner.top + rowOffset, left: corner.left + offset, bottom: corner.top + rowOffset, right: corner.left + offset };
              return { sheet: active.name, address: areaAddress(place), value: cellValueOf(value, range.valueTypes[rowOffset]?.[offset]) };
            }),
          ),
        );
        return cells.slice(0, limit);
      }, runOptions),
  };
}
