import { parseArea, type Area } from '../../src/workbook/address';
import type { CellStyle, CellValue, SheetGrid, WorkbookGrid } from '../../src/workbook/grid';

/** What a grid has besides its values; A1 text for places. */
export interface GridOptions {
  readonly name?: string;
  /** Upper left cell of the values; default A1. */
  readonly at?: string;
  readonly merges?: readonly string[];
  /** Number formats by A1 area. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Formulas by cell, with the leading "=". */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly styles?: Readonly<Record<string, CellStyle>>;
  /** 1-based rows. */
  readonly hiddenRows?: readonly number[];
  /** 0-based columns. */
  readonly hiddenColumns?: readonly number[];
  readonly tables?: SheetGrid['tables'];
  readonly properties?: Readonly<Record<string, string>>;
}

const areaOf = (address: string): Area => {
  const area = parseArea(address);
  if (!area) throw new Error(`${address} is no area`);
  return area;
};

const inside = (area: Area, row: number, column: number): boolean => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** A sheet from rows of values; '' and undefined places are empty. */
export function buildGrid(rows: readonly (readonly (CellValue | undefined)[])[], options: GridOptions = {}): SheetGrid {
  const { top, left } = areaOf(options.at ?? 'A1');
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const formats = Object.entries(options.formats ?? {}).map(([address, format]) => ({ area: areaOf(address), format }));
  const keyOf = (address: string): string => `${areaOf(address).top},${areaOf(address).left}`;
  return {
    id: options.name ?? 'Blad1',
    name: options.name ?? 'Blad1',
    visibility: 'visible',
    isProtected: false,
    top,
    left,
    rowCount: rows.length,
    columnCount,
    values: rows.map((row) => Array.from({ length: columnCount }, (_, column) => (row[column] === '' ? null : (row[column] ?? null)))),
    formulas: new Map(Object.entries(options.formulas ?? {}).map(([cell, formula]) => [keyOf(cell), formula])),
    numberFormats: rows.map((_, row) => Array.from({ length: columnCount }, (_, column) => formats.find(({ area }) => inside(area, top + row, left + column))?.format ?? 'General')),
    styles: new Map(Object.entries(options.styles ?? {}).map(([cell, style]) => [keyOf(cell), style])),
    merges: (options.merges ?? []).map(areaOf),
    hiddenRows: new Set((options.hiddenRows ?? []).map((row) => row - 1)),
    hiddenColumns: new Set(options.hiddenColumns ?? []),
    tables: options.tables ?? [],
    properties: new Map(Object.entries(options.properties ?? {})),
  };
}

/** A workbook of sheets. */
export const buildWorkbook = (...sheets: readonly SheetGrid[]): WorkbookGrid => ({ name: 'prov.xlsx', sheets, names: [] });
