import { parseArea } from '../workbook/address';
import { valueAt } from '../workbook/grid';
import type { ReportTable } from '../workbook/report';
import type { Reading } from './session';

/** The text in the cell that told a table's unit: "Belopp i tkr". Null where no cell told it. */
export function unitText({ grid }: Pick<Reading, 'grid'>, { sheet, unitCell }: Pick<ReportTable, 'sheet' | 'unitCell'>): string | null {
  const area = unitCell === undefined ? null : parseArea(unitCell);
  const found = grid.sheets.find((one) => one.name === sheet);
  const text = area === null || found === undefined ? null : valueAt(found, area.top, area.left);
  return typeof text === 'string' ? text.trim() : null;
}
