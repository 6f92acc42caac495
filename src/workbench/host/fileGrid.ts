import { parseArea, type Area } from '../../workbook/address';
import { cellKey, type CellNote, type CellStyle, type CellValue, type NamedArea, type SheetGrid, type WorkbookGrid } from '../../workbook/grid';
import type { FileContent, FileName, FileSheet, FileStyle } from './fileContent';
import { WorkbookFileError } from './workbookFileError';

/** How many places the rows with content may take in all: a sheet whose cells lie far apart is refused rather than filled out. */
const MAX_PLACES = 20_000_000;

/**
 * The grid of a file, read without any host: the second, independent way to what the reader through office.js gives.
 *
 * The grid spans the cells that hold a value or a formula; formatted empty cells do not widen it. Text "" counts as empty.
 * Number formats come through for every cell in the span, and of the styles: bold, italic, indent, a fill other than white,
 * the borders above and below (whatever their line), each from the cell itself – not from its row, column, table or conditional formats.
 * Of what is said of cells, threaded comments come through. Names are those of the whole workbook that are visible and point at one area. The id of a sheet is its place: "sheet-1".
 *
 * Throws WorkbookFileError 'too-large' where the span would need more than 20 million places.
 */
export function gridOfFile(content: FileContent, name: string): WorkbookGrid {
  const sheetNames = new Map(content.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet.name]));
  return {
    name,
    sheets: content.sheets.map((sheet, index) => gridOfSheet(sheet, `sheet-${index + 1}`)),
    names: content.names.flatMap((one) => namedArea(one, sheetNames)),
  };
}

/** Threaded comments with their answers; notes are told by newer hosts alone. */
function threadsOf({ comments }: FileSheet): Pick<SheetGrid, 'notes'> {
  const notes = new Map<string, readonly CellNote[]>();
  for (const { cell, author, text, isThreaded } of comments) {
    const place = isThreaded ? parseArea(cell) : null;
    if (place === null) continue;
    const key = cellKey(place.top, place.left);
    notes.set(key, [...(notes.get(key) ?? []), { author, text }]);
  }
  return notes.size === 0 ? {} : { notes };
}

function gridOfSheet(sheet: FileSheet, id: string): SheetGrid {
  const span = usedSpan(sheet);
  const { top, left, bottom, right } = span;
  const width = right - left + 1;
  const emptyValues: readonly CellValue[] = new Array<CellValue>(width).fill(null);
  const emptyFormats: readonly string[] = new Array<string>(width).fill('General');
  // Rows without content share one array: a sheet with a cell in its last row costs no more than its cells.
  const values: (readonly CellValue[])[] = new Array<readonly CellValue[]>(bottom - top + 1).fill(emptyValues);
  const numberFormats: (readonly string[])[] = new Array<readonly string[]>(bottom - top + 1).fill(emptyFormats);
  const ownValues = new Map<number, CellValue[]>();
  const ownFormats = new Map<number, string[]>();
  const formulas = new Map<string, string>();
  const styles = new Map<string, CellStyle>();
  const marks = sheet.styles.map(cellStyle);
  const formats = sheet.styles.map(({ numberFormat }) => numberFormat ?? 'General');
  let places = 0;
  const own = <T>(rows: Map<number, T[]>, all: (readonly T[])[], empty: readonly T[], row: number): T[] => {
    const known = rows.get(row);
    if (known) return known;
    places += width;
    if (places > MAX_PLACES) throw new WorkbookFileError('too-large', sheet.name);
    const made = [...empty];
    rows.set(row, made);
    all[row - top] = made;
    return made;
  };
  for (const { row, column, value, formula, style } of sheet.cells) {
    if (row < top || row > bottom || column < left || column > right) continue;
    if (value !== null && value !== '') own(ownValues, values, emptyValues, row)[column - left] = value;
    if (formula !== undefined) formulas.set(cellKey(row, column), `=${formula}`);
    if (style === undefined) continue;
    const format = formats[style] ?? 'General';
    if (format !== 'General') own(ownFormats, numberFormats, emptyFormats, row)[column - left] = format;
    const mark = marks[style];
    if (mark) styles.set(cellKey(row, column), mark);
  }
  return {
    id,
    name: sheet.name,
    visibility: sheet.visibility,
    isProtected: sheet.isProtected,
    top: Math.max(0, top),
    left: Math.max(0, left),
    rowCount: values.length,
    columnCount: values.length === 0 ? 0 : width,
    values,
    formulas,
    numberFormats,
    styles,
    merges: sheet.merges.flatMap((address) => parseArea(address) ?? []),
    hiddenRows: new Set([...sheet.rows].filter(([, row]) => row.hidden).map(([index]) => index)),
    hiddenColumns: new Set([...sheet.columns].filter(([, column]) => column.hidden || column.width === 0).map(([index]) => index)),
    tables: sheet.tables.flatMap(({ name, range, hasHeader, hasTotals }) => {
      const area = parseArea(range);
      return area ? [{ name, area, hasHeader, hasTotals }] : [];
    }),
    properties: new Map(Object.entries(sheet.properties)),
    ...threadsOf(sheet),
  };
}

const EMPTY_SPAN: Area = { top: 0, left: 0, bottom: -1, right: -1 };

function usedSpan({ cells }: FileSheet): Area {
  let span: Area | null = null;
  for (const { row, column, value, formula } of cells) {
    if ((value === null || value === '') && formula === undefined) continue;
    if (span && row >= span.top && row <= span.bottom && column >= span.left && column <= span.right) continue;
    span = span
      ? { top: Math.min(span.top, row), left: Math.min(span.left, column), bottom: Math.max(span.bottom, row), right: Math.max(span.right, column) }
      : { top: row, left: column, bottom: row, right: column };
  }
  return span ?? EMPTY_SPAN;
}

function cellStyle({ font, indent, fill, borders }: FileStyle): CellStyle | null {
  const style: CellStyle = {
    ...(font?.bold ? { bold: true } : {}),
    ...(font?.italic ? { italic: true } : {}),
    ...(indent !== undefined && indent > 0 ? { indent } : {}),
    // The API gives "#FFFFFF" for cells without a fill too, so a white fill cannot be told from none.
    ...(fill !== undefined && fill.toUpperCase() !== '#FFFFFF' ? { fill: fill.toUpperCase() } : {}),
    ...(borders?.top ? { topBorder: true } : {}),
    ...(borders?.bottom ? { bottomBorder: true } : {}),
  };
  return Object.keys(style).length > 0 ? style : null;
}

function namedArea({ name, formula, scope, hidden }: FileName, sheetNames: ReadonlyMap<string, string>): readonly NamedArea[] {
  const match = /^(?:'((?:[^']|'')+)'|([^'!:,()[\]]+))!([$A-Za-z0-9:]+)$/.exec(formula.trim());
  if (!match || scope !== undefined || hidden) return [];
  const [, quoted, bare = '', address = ''] = match;
  const sheet = sheetNames.get((quoted?.replaceAll("''", "'") ?? bare).toLowerCase());
  const area = parseArea(address);
  return sheet !== undefined && area ? [{ name, sheet, area }] : [];
}
