import type { Univer } from '@univerjs/core';
import { parseArea } from '../../workbook/address';
import { partsOf, type Book, type BookChange } from './book';
import { createEngine, UNIT } from './engine';
import type { FileContent } from './fileContent';
import { registerFunctions, type CustomFunctionSet, type EmptyCells } from './functions';
import { loadParts } from './loadParts';
import { toWorkbookData } from './loadContent';
import { defineName } from './objects/names';
import { registerTable } from './tableNames';

export interface BookOptions {
  readonly fileName: string;
  readonly locale: string;
  readonly isReadOnly: boolean;
  readonly univer?: Univer;
  readonly functions?: CustomFunctionSet;
  readonly emptyCells: EmptyCells;
  readonly onChange: (change: BookChange) => void;
}

/** Opens a file's content as a workbook of the engine. Cached results stay; formulas without one are computed. */
export async function createBook(content: FileContent, options: BookOptions): Promise<Book> {
  const { workbook, ids } = toWorkbookData(content);
  const engine = createEngine(workbook, options.univer);
  let lastId = content.sheets.length;
  const book: Book = {
    engine,
    fileName: options.fileName,
    parts: new Map(),
    names: [],
    settings: new Map(Object.entries(content.settings)),
    customProperties: new Map(),
    ...(content.defaultFont ? { defaultFont: content.defaultFont } : {}),
    dropped: content.dropped,
    date1904: content.date1904,
    locale: options.locale,
    isReadOnly: options.isReadOnly,
    isStructureProtected: content.isStructureProtected,
    activeSheet: ids[content.activeSheet] ?? ids[0] ?? '',
    calculationMode: 'Automatic',
    styleCache: new Map(),
    nextId: () => {
      lastId += 1;
      return `{00000000-0002-0000-${lastId.toString(16).padStart(4, '0').toUpperCase()}-000000000000}`;
    },
    onChange: options.onChange,
  };
  content.sheets.forEach((sheet, index) => {
    const id = ids[index] ?? '';
    loadParts(book, id, sheet);
    for (const table of partsOf(book, id).tables) registerTable(book, id, table);
  });
  for (const { name, formula, scope, hidden } of content.names) {
    const at = scope === undefined ? undefined : ids[content.sheets.findIndex((sheet) => sheet.name === scope)];
    defineName(book, name, formula, at, hidden);
  }
  loadSpills(book, content, ids);
  if (options.functions) registerFunctions(book, options.functions, options.emptyCells);
  await engine.trustResults();
  await engine.computeMissing();
  return book;
}

/** Tells the engine of areas that were spilled over when the file was saved, so that they are read without computing anew. */
function loadSpills(book: Book, content: FileContent, ids: readonly string[]): void {
  const ranges: Record<string, Record<number, Record<number, object>>> = {};
  const values: Record<string, Record<number, Record<number, object>>> = {};
  content.sheets.forEach((sheet, index) => {
    const anchors = sheet.cells.flatMap((cell) => {
      const area = cell.spill ? parseArea(cell.spill) : null;
      return area ? [{ cell, area }] : [];
    });
    if (anchors.length === 0) return;
    const id = ids[index] ?? '';
    for (const { cell, area } of anchors) ((ranges[id] ??= {})[cell.row] ??= {})[cell.column] = { startRow: area.top, startColumn: area.left, endRow: area.bottom, endColumn: area.right };
    for (const { row, column, value } of sheet.cells) {
      if (value === null || !anchors.some(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)) continue;
      const plain = typeof value === 'object' ? value.error : typeof value === 'boolean' ? (value ? 1 : 0) : value;
      ((values[id] ??= {})[row] ??= {})[column] = { v: plain, t: typeof value === 'number' ? 2 : typeof value === 'boolean' ? 3 : 1 };
    }
  });
  if (Object.keys(ranges).length === 0) return;
  book.engine.formulas.setArrayFormulaRange({ [UNIT]: ranges } as Parameters<Book['engine']['formulas']['setArrayFormulaRange']>[0]);
  book.engine.formulas.setArrayFormulaCellData({ [UNIT]: values } as Parameters<Book['engine']['formulas']['setArrayFormulaCellData']>[0]);
}
