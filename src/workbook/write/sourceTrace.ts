import { cellAddress, parseArea } from '../address';
import { isCellError, valueAt, type CellValue, type SheetGrid } from '../grid';
import { readOwnSheet } from './ownSheet';
import { READ_PROPERTY, SOURCES_PROPERTY } from './sheetProperty';

/** A written figure and the cell of the user's that it came from. */
export interface TracedFigure {
  /** Where the figure stands now, after whatever the user has sorted or inserted. */
  readonly figure: { readonly sheet: string; readonly cell: string };
  readonly source: { readonly sheet: string; readonly cell: string };
  /** What the source held when it was read. */
  readonly value: number | string | null;
  /** ISO local time. */
  readonly readAt: string;
}

/** A figure whose source holds something else now; `now` is undefined when the source's sheet is gone. */
export interface ChangedFigure extends TracedFigure {
  readonly now: number | string | boolean | null | undefined;
}

/** The figures of a sheet of ours with their sources; none for a sheet that is not ours or whose trace has been damaged. */
export function traceFigures(grid: SheetGrid): readonly TracedFigure[] {
  const own = readOwnSheet(grid);
  if (own === null) return [];
  const readAt = grid.properties.get(READ_PROPERTY) ?? '';
  const rowOf = new Map(own.rows.map(({ row, mark }) => [JSON.stringify([mark.block, mark.key]), row]));
  return storedSources(grid).flatMap(([block, key, column, sheet, cell, value]) => {
    const row = rowOf.get(JSON.stringify([block, key]));
    const at = own.columns.get(column);
    return row === undefined || at === undefined ? [] : [{ figure: { sheet: grid.name, cell: cellAddress(row, at) }, source: { sheet, cell }, value, readAt }];
  });
}

/**
 * The figures whose source has changed since they were written.
 * @param sheets every sheet of the workbook, read anew
 */
export function changedFigures(sheets: readonly SheetGrid[]): readonly ChangedFigure[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return sheets.flatMap(traceFigures).flatMap((traced) => {
    const grid = byName.get(traced.source.sheet);
    const area = parseArea(traced.source.cell);
    const now = grid === undefined || area === null ? undefined : plain(valueAt(grid, area.top, area.left));
    return isSame(now, traced.value) ? [] : [{ ...traced, now }];
  });
}

function plain(value: CellValue): number | string | boolean | null {
  return isCellError(value) ? value.error : value;
}

/** A recalculation may change the last bits of a float; that is no change of the source. */
function isSame(now: ChangedFigure['now'], then: TracedFigure['value']): boolean {
  if (typeof now === 'number' && typeof then === 'number') return Math.abs(now - then) <= 1e-9 * Math.max(1, Math.abs(then));
  return now === then;
}

type StoredSource = readonly [block: string, key: string, column: number, sheet: string, cell: string, value: number | string | null];

function storedSources(grid: SheetGrid): readonly StoredSource[] {
  try {
    const stored: unknown = JSON.parse(grid.properties.get(SOURCES_PROPERTY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isStoredSource) : [];
  } catch {
    return [];
  }
}

function isStoredSource(entry: unknown): entry is StoredSource {
  if (!Array.isArray(entry) || entry.length !== 6) return false;
  const [block, key, column, sheet, cell, value] = entry as unknown[];
  return typeof block === 'string' && typeof key === 'string' && typeof column === 'number' && typeof sheet === 'string' && typeof cell === 'string' && (value === null || typeof value === 'number' || typeof value === 'string');
}
