import { parseArea } from '../workbook/address';
import type { SheetGrid } from '../workbook/grid';
import { readWorkbook } from './readWorkbook';
import type { AppPorts, Reading } from './session';

/** Cells of a selection that are looked at to find its edges. */
const LARGEST_SELECTION = 100_000;

/**
 * "Läs markerat område": reads the marked area by itself, without what stands around it, so that a heading or a note beside the table
 * does not hide it. The other sheets are read as before.
 * @returns the reading with what the area holds; as before where nothing is marked
 */
export async function readSelection(ports: AppPorts, reading: Reading): Promise<Reading> {
  const cells = await ports.selection.readSelectedCells(LARGEST_SELECTION);
  const sheet = reading.grid.sheets.find((one) => one.name === cells[0]?.sheet);
  const places = cells.flatMap((cell) => (cell.sheet === sheet?.name ? (parseArea(cell.address) ?? []) : []));
  if (sheet === undefined || places.length < 2) return reading;
  const area = {
    top: Math.min(...bounds(places, 'top')), left: Math.min(...bounds(places, 'left')),
    bottom: Math.max(...bounds(places, 'bottom')), right: Math.max(...bounds(places, 'right')),
  };
  const grid = { ...reading.grid, sheets: reading.grid.sheets.map((one) => (one === sheet ? cutSheet(one, area) : one)) };
  const again = await readWorkbook(ports, { grid });
  return { ...again, grid: reading.grid };
}

interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The ends of each row are enough to find the edges, and few enough to be arguments. */
function bounds(places: readonly Bounds[], side: keyof Bounds): readonly number[] {
  return [...new Set(places.map((place) => place[side]))];
}

function cutSheet(sheet: SheetGrid, area: Bounds): SheetGrid {
  const cut = <Value>(rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] =>
    rows.slice(Math.max(0, area.top - sheet.top), area.bottom - sheet.top + 1).map((row) => row.slice(Math.max(0, area.left - sheet.left), area.right - sheet.left + 1));
  const values = cut(sheet.values);
  return {
    ...sheet, top: Math.max(area.top, sheet.top), left: Math.max(area.left, sheet.left), rowCount: values.length, columnCount: values[0]?.length ?? 0,
    values, numberFormats: cut(sheet.numberFormats),
  };
}
