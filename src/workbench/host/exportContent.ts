import type { Worksheet } from '@univerjs/core';
import { areaAddress, cellAddress } from '../../workbook/address';
import { partsOf, sheetOf, sheetsOf, type Book } from './book';
import { readCells, spillOf, styleAt, usedArea } from './cells';
import { toHex } from './cellStyle';
import { exportCharts, exportConditionals, exportPrint, exportValidations } from './exportParts';
import type { FileCell, FileContent, FileSheet, FileStyle } from './fileContent';
import { pixelsToPoints, pixelsToWidth } from './loadContent';
import { mergesIn } from './objects/rangeStructure';
import { nameFormula } from './objects/names';
import { tableColumns } from './tableNames';
import { wholeSheet } from './rangeAddress';

/** The workbook as it stands, with formulas and their results, as it would be saved. Settle before. */
export function exportContent(book: Book): FileContent {
  const sheets = sheetsOf(book);
  return {
    sheets: sheets.map((sheet) => exportSheet(book, sheet)),
    names: book.names.map((name) => ({
      name: name.name,
      formula: nameFormula(book, name).slice(1),
      ...(name.scope === undefined ? {} : { scope: sheetOf(book, name.scope).getName() }),
      ...(name.visible ? {} : { hidden: true }),
    })),
    settings: Object.fromEntries(book.settings),
    activeSheet: Math.max(0, sheets.findIndex((sheet) => sheet.getSheetId() === book.activeSheet)),
    date1904: book.date1904,
    isStructureProtected: book.isStructureProtected,
    ...(book.defaultFont ? { defaultFont: book.defaultFont } : {}),
    dropped: book.dropped,
  };
}

/** One sheet as it would be saved. */
export function exportSheet(book: Book, sheet: Worksheet): FileSheet {
  const id = sheet.getSheetId();
  const parts = partsOf(book, id);
  const { cells, styles } = exportCells(book, id);
  const tabColor = sheet.getTabColor();
  return {
    name: sheet.getName(),
    visibility: !sheet.isSheetHidden() ? 'visible' : parts.isVeryHidden ? 'veryHidden' : 'hidden',
    cells,
    styles,
    merges: mergesIn(book, id, wholeSheet).map(areaAddress),
    columns: exportLines(sheet, parts.columnLevels, 'column'),
    rows: exportLines(sheet, parts.rowLevels, 'row'),
    frozen: { ...parts.frozen },
    showGridlines: sheet.getSnapshot().showGridlines !== 0,
    ...(tabColor ? { tabColor: toHex(tabColor) } : {}),
    isProtected: parts.isProtected,
    print: exportPrint(parts),
    tables: parts.tables.map((table) => ({
      name: table.name, range: areaAddress(table.area), columns: tableColumns(book, id, table), style: table.style, hasHeader: table.hasHeader, hasTotals: table.hasTotals, showBandedRows: table.showBandedRows,
    })),
    conditionals: exportConditionals(parts),
    validations: exportValidations(parts),
    comments: parts.comments.map(({ row, column, author, text, isThreaded }) => ({ cell: cellAddress(row, column), author, text, isThreaded })),
    links: parts.links.map(({ row, column, reference, address, tip }) => ({
      cell: cellAddress(row, column), ...(reference === undefined ? {} : { reference }), ...(address === undefined ? {} : { address }), ...(tip === undefined ? {} : { tip }),
    })),
    ...parts.carried,
    properties: Object.fromEntries(parts.properties),
    charts: exportCharts(book, id),
  };
}

function exportCells(book: Book, id: string): { readonly cells: FileCell[]; readonly styles: FileStyle[] } {
  const styles: FileStyle[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (style: FileStyle): number | undefined => {
    if (Object.keys(style).length === 0) return undefined;
    const key = JSON.stringify(style);
    const known = numbers.get(key) ?? styles.push(style) - 1;
    numbers.set(key, known);
    return known;
  };
  const cells: FileCell[] = [];
  const used = usedArea(book, id, false);
  if (!used) return { cells, styles };
  readCells(book, id, used).forEach((line, y) => {
    line.forEach(({ value, formula }, x) => {
      const row = used.top + y;
      const column = used.left + x;
      const style = numberOf(styleAt(book, id, row, column));
      if (value === null && !formula && style === undefined) return;
      const spill = formula ? spillOf(book, id, row, column) : undefined;
      cells.push({ row, column, value, ...(formula ? { formula: formula.slice(1) } : {}), ...(spill ? { spill: areaAddress(spill) } : {}), ...(style === undefined ? {} : { style }) });
    });
  });
  return { cells, styles };
}

interface FileLine {
  readonly width?: number;
  readonly height?: number;
  readonly hidden?: boolean;
  readonly level?: number;
  readonly collapsed?: boolean;
}

function exportLines(sheet: Worksheet, levels: ReadonlyMap<number, { readonly level: number; readonly collapsed: boolean }>, axis: 'row' | 'column'): Map<number, FileLine> {
  const { rowData, columnData } = sheet.getSnapshot();
  const stored = (axis === 'row' ? rowData : columnData) as Readonly<Record<number, { readonly w?: number; readonly h?: number; readonly hd?: number } | undefined>>;
  const lines = new Map<number, FileLine>();
  for (const line of new Set([...Object.keys(stored).map(Number), ...levels.keys()])) {
    const data = stored[line];
    const outline = levels.get(line);
    const told: FileLine = {
      ...(axis === 'column' && data?.w !== undefined ? { width: pixelsToWidth(data.w) } : {}),
      ...(axis === 'row' && data?.h !== undefined ? { height: pixelsToPoints(data.h) } : {}),
      ...(data?.hd ? { hidden: true } : {}),
      ...(outline ? { level: outline.level, ...(outline.collapsed ? { collapsed: true } : {}) } : {}),
    };
    if (Object.keys(told).length > 0) lines.set(line, told);
  }
  return new Map([...lines].sort(([first], [second]) => first - second));
}
