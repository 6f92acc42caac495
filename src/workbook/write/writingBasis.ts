import { parseArea } from '../address';
import { formulaAt, valueAt, type SheetGrid, type WorkbookGrid } from '../grid';
import type { WritingBasis } from '../ports';
import type { SheetToWrite } from './rewrite';

/** Sources further apart than this many rows are told as areas of their own, so that little is read that nobody asks for. */
const FARTHEST_ROWS = 20;

/**
 * What the sheets were prepared from: every cell of the sheets of ours that are written again, and every cell of the user's that a
 * figure comes from. The writer compares them with the workbook before it changes anything.
 */
export function writingBasis(sheets: readonly SheetToWrite[], workbook: WorkbookGrid): readonly WritingBasis[] {
  const own = sheets.flatMap(({ own: reading }) => (reading === null ? [] : [wholeSheet(reading.grid)]));
  const sources = new Map<string, Map<string, { readonly row: number; readonly column: number }>>();
  for (const { draft } of sheets) {
    for (const { source } of draft.blocks.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells).flatMap((cell) => cell ?? [])) {
      const area = source === undefined ? null : parseArea(source.cell);
      if (source === undefined || area === null) continue;
      const cells = sources.get(source.sheet) ?? new Map<string, { readonly row: number; readonly column: number }>();
      sources.set(source.sheet, cells.set(source.cell, { row: area.top, column: area.left }));
    }
  }
  const grids = new Map(workbook.sheets.map((grid) => [grid.name, grid]));
  return [...own, ...[...sources].flatMap(([name, cells]) => sourceAreas(grids.get(name), [...cells.values()]))];
}

function wholeSheet(grid: SheetGrid): WritingBasis {
  const cells = grid.values.flatMap((row, y) =>
    row.map((value, x) => {
      const place = { row: grid.top + y, column: grid.left + x };
      const formula = formulaAt(grid, place.row, place.column);
      return { ...place, held: formula === null ? value : { formula } };
    }),
  );
  return { sheetId: grid.id, sheet: grid.name, area: { top: grid.top, left: grid.left, bottom: grid.top + grid.rowCount - 1, right: grid.left + grid.columnCount - 1 }, isWhole: true, cells };
}

/** Sources are compared by what they show: a formula that gives the same figure is no other source. */
function sourceAreas(grid: SheetGrid | undefined, cells: readonly { readonly row: number; readonly column: number }[]): readonly WritingBasis[] {
  if (grid === undefined) return [];
  const groups: { readonly row: number; readonly column: number }[][] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const group = groups.at(-1);
    if (group !== undefined && cell.row - (group.at(-1)?.row ?? 0) <= FARTHEST_ROWS) group.push(cell);
    else groups.push([cell]);
  }
  return groups.map((group) => ({
    sheetId: grid.id,
    sheet: grid.name,
    area: {
      top: group[0]?.row ?? 0,
      bottom: group.at(-1)?.row ?? 0,
      left: group.reduce((least, { column }) => Math.min(least, column), Infinity),
      right: group.reduce((most, { column }) => Math.max(most, column), 0),
    },
    isWhole: false,
    cells: group.map(({ row, column }) => ({ row, column, held: valueAt(grid, row, column) })),
  }));
}
