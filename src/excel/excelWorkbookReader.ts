import type { GridTable, NamedArea, WorkbookGrid } from '../workbook/grid';
import type { WorkbookReader, WorkOptions } from '../workbook/ports';
import { SHEET_PROPERTY } from '../workbook/write/sheetProperty';
import { excelRun, isApiSupported } from './excelRun';
import type { RunOptions, Send } from './excelRun';
import { parseSheetAddress } from './sheetAddress';
import { askForNotes, placeNotes } from './cellNotes';
import { joinedProperties } from './propertyPieces';
import { readSheetCells } from './sheetCells';
import type { SheetHead } from './sheetCells';

/** Names that Excel itself keeps (print areas, filters); they are no names of the user's. */
const BUILT_IN_NAME = /^(_xlnm\.|_xlfn|_xlpm|Print_Area$|Print_Titles$|_FilterDatabase$)/i;

/**
 * Reads the workbook through Excel in two syncs and as many more as the cells need at under 5 MB each: three for a usual workbook, one
 * more where cells have comments, row blocks with progress and cancelling in between for a large one.
 */
export function excelWorkbookReader(runOptions: RunOptions = {}): WorkbookReader {
  return {
    readWorkbook: (options = {}) => excelRun((context, send) => readThrough(context, send, options), runOptions),
  };
}

async function readThrough(context: Excel.RequestContext, send: Send, options: WorkOptions & { readonly sheets?: readonly string[] | 'own' }): Promise<WorkbookGrid> {
  const { workbook } = context;
  const { sheets, names, tables } = await send(() => {
    workbook.load('name');
    return {
      sheets: workbook.worksheets.load('items/id,items/name,items/visibility'),
      names: workbook.names.load('items/name,items/type,items/formula,items/visible'),
      tables: workbook.tables.load('items/name,items/showHeaders,items/showTotals'),
    };
  });
  const wanted = options.sheets === undefined || options.sheets === 'own' ? null : new Set(options.sheets);
  const chosen = sheets.items.filter((sheet) => wanted === null || wanted.has(sheet.name));
  const { heads, tableRanges } = await send(() => ({
    heads: chosen.map((sheet) => ({
      sheet,
      used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
      protection: sheet.protection.load('protected'),
      properties: sheet.customProperties.load('items/key,items/value'),
      notes: askForNotes(sheet),
    })),
    tableRanges: tables.items.map((table) => ({ table, range: table.getRange().load('address') })),
  }));
  const notes = await placeNotes(send, heads.map((head) => head.notes));
  const tablesBySheet = new Map<string, GridTable[]>();
  for (const { table, range } of tableRanges) {
    const place = parseSheetAddress(range.address);
    if (place === null) continue;
    const tablesOfSheet = tablesBySheet.get(place.sheet) ?? [];
    tablesOfSheet.push({ name: table.name, area: place.area, hasHeader: table.showHeaders, hasTotals: table.showTotals });
    tablesBySheet.set(place.sheet, tablesOfSheet);
  }
  const isOwn = ({ properties }: (typeof heads)[number]): boolean => properties.items.some(({ key }) => key === SHEET_PROPERTY);
  const sheetHeads = (options.sheets === 'own' ? heads.filter(isOwn) : heads).map(({ sheet, used, protection, properties, notes: asked }): SheetHead => ({
    sheet,
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden',
    isProtected: protection.protected,
    top: used.isNullObject ? 0 : used.rowIndex,
    left: used.isNullObject ? 0 : used.columnIndex,
    rowCount: used.isNullObject ? 0 : used.rowCount,
    columnCount: used.isNullObject ? 0 : used.columnCount,
    tables: tablesBySheet.get(sheet.name) ?? [],
    ...(notes.has(asked) ? { notes: notes.get(asked) } : {}),
    properties: joinedProperties(new Map(properties.items.map((property) => [property.key, property.value]))),
  }));
  return {
    name: workbook.name,
    sheets: await readSheetCells(send, sheetHeads, { ...options, canReadMerges: isApiSupported('1.13') }),
    names: names.items.flatMap(namedAreaOf),
  };
}

function namedAreaOf(item: Excel.NamedItem): readonly NamedArea[] {
  const place = item.visible && item.type === 'Range' && !BUILT_IN_NAME.test(item.name) ? parseSheetAddress(item.formula) : null;
  return place === null ? [] : [{ name: item.name, sheet: place.sheet, area: place.area }];
}

