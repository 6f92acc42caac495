import type { Area } from '../address';
import { valueAt, type NamedArea, type SheetGrid } from '../grid';
import { foldText } from './cellKind';
import { readColumnHeadings, type ColumnHeading } from './columnHeading';
import { columnPairs } from './comparisons';
import { detectKind } from './detectKind';
import { detectUnit, type PlacedText } from './detectUnit';
import { findTables, type FoundTable } from './findTables';
import type { TableKind } from '../report';
import { areaOfForm, findMeasureForms, withoutForms, type MeasureForm } from './measureForms';
import { inferOutcome, inferVariance } from './inferVariance';
import { readColumns } from './readColumns';
import { markSplitDeviations } from './splitDeviations';
import type { DraftColumn, TableDraft } from './tableDraft';
import { liesDown, lyingLabels, turnedGrid, turnedTable } from './uprightTable';

/**
 * Finds the tables of a sheet and reads their columns: field, year, part, unit, and what the table is about. Tables of kind `other` are included.
 * A generator that gives the number of rows done, so that the caller can pause or stop.
 * @param names the workbook's defined names, which speak for columns whose headings do not
 */
export function* draftTables(sheet: SheetGrid, names: readonly NamedArea[] = []): Generator<number, readonly TableDraft[]> {
  const forms = findMeasureForms(sheet);
  const grid = withoutForms(sheet, forms);
  const found = yield* findTables(grid);
  const sheetTitles = readSheetTitles(grid, found);
  const drafts: TableDraft[] = [];
  for (const table of found) {
    const texts = { ownTitles: textsOn(grid, table.titleRows, table.left, table.right), notes: textsOn(grid, table.noteRows, table.left, table.right), sheetTitles };
    const draft = draftTable(grid, table, texts, names);
    if (draft) drafts.push(withUpright(draft, texts));
    yield table.bottom;
  }
  if (forms.length === 0) return drafts;
  return [...drafts, ...forms.flatMap((form) => draftForm(sheet, grid, form) ?? [])].sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
}

const ROWS_ABOVE_FORM = 6;

/** A form of measures: what its labels say is read as the headings of a table that lies on its side. */
function draftForm(sheet: SheetGrid, rest: SheetGrid, form: MeasureForm): TableDraft | null {
  const area = areaOfForm(form);
  const above = Array.from({ length: ROWS_ABOVE_FORM }, (_, step) => area.top - ROWS_ABOVE_FORM + step).filter((row) => row >= sheet.top);
  const texts = { ownTitles: textsOn(rest, above, area.left, area.right), notes: [], sheetTitles: textsOn(rest, [sheet.top, sheet.top + 1], sheet.left, sheet.left + sheet.columnCount - 1) };
  const lying: FoundTable = { left: area.top, right: area.bottom, headerRows: [form.labelColumn], bottom: area.right, repeatedHeaderRows: [], titleRows: [], noteRows: [] };
  const upright = draftTable(turnedGrid(sheet, { area }), lying, texts, [], 'measures');
  if (upright === null) return null;
  const column = (index: number, isLabel: boolean): DraftColumn => ({
    index, path: [], header: '', field: isLabel ? 'label' : 'other', confidence: 'sure', reason: isLabel ? 'Kolumnen benämner raderna' : 'Kolumnen beskriver en åtgärd', hidden: sheet.hiddenColumns.has(index),
  });
  const values = Array.from({ length: form.lastValue - form.firstValue + 1 }, (_, step) => column(form.firstValue + step, false));
  return { ...upright, grid: sheet, area, headerRows: [], labelColumns: [form.labelColumn], columns: [column(form.labelColumn, true), ...values], upright };
}

/** A table that lies on its side is a budget table if it is one when it is stood up; a series of months stays a series. */
function withUpright(draft: TableDraft, texts: TableTextsBeside): TableDraft {
  if (!liesDown(draft)) return draft;
  const upright = draftTable(turnedGrid(draft.grid, draft, lyingLabels(draft), draft.labelColumns.at(-1)), turnedTable(draft), texts, []);
  if (upright?.kind !== 'budget' || columnPairs(upright).length === 0) return draft;
  return { ...draft, kind: draft.kind === 'series' ? 'series' : 'budget', unit: draft.unit ?? upright.unit, upright: { ...upright, unit: draft.unit ?? upright.unit } };
}

/** The lines around a table, and those above all tables of its sheet. */
interface TableTextsBeside {
  readonly ownTitles: readonly PlacedText[];
  readonly notes: readonly PlacedText[];
  readonly sheetTitles: readonly PlacedText[];
}

function draftTable(grid: SheetGrid, table: FoundTable, { ownTitles, notes, sheetTitles }: TableTextsBeside, names: readonly NamedArea[], knownKind?: TableKind): TableDraft | null {
  const headings = readColumnHeadings(grid, table, names);
  const first = headings[0];
  const last = headings.at(-1);
  const headerTop = table.headerRows[0];
  if (!first || !last || headerTop === undefined) return null;
  const titles = ownTitles.map(({ text }) => text);
  const kind = knownKind ?? detectKind(headings, { title: titles.at(-1) ?? '', titles });
  const bodyTop = (table.headerRows.at(-1) ?? headerTop) + 1;
  const isOpen = (column: DraftColumn): boolean => column.confidence === 'ask' || /^(?:(?:årets |periodens )?resultat|netto|summa)\.?$/.test(foldText(column.header));
  const worded = readColumns(grid, headings, kind);
  const columns = kind === 'budget' ? markSplitDeviations(grid, inferOutcome(grid, inferVariance(grid, worded, bodyTop, table.bottom, isOpen), bodyTop, table.bottom), bodyTop, table.bottom) : worded;
  const unit = detectUnit(grid, columns, kind, { headerRows: table.headerRows, bodyTop, bottom: table.bottom, ownTitles, notes, sheetTitles });
  const area: Area = { top: headerTop, left: first.index, bottom: table.bottom, right: last.index };
  const shared = sheetTitles.filter((title) => !ownTitles.some((own) => own.row === title.row && own.column === title.column));
  return {
    grid,
    area,
    headerRows: table.headerRows,
    labelColumns: readLabelColumns(columns, headings),
    columns: columns.map((column) => withoutTableUnit(column, unit.unit)),
    kind,
    ...unit,
    title: (titles.length > 0 ? titles : shared.map(({ text }) => text)).join('\n'),
    contextTexts: [...shared, ...ownTitles, ...notes].map(({ text }) => text),
    repeatedHeaderRows: table.repeatedHeaderRows,
  };
}

/** A column says its unit only where that is not the table's. */
function withoutTableUnit(column: DraftColumn, tableUnit: TableDraft['unit']): DraftColumn {
  if (!column.unit || column.unit !== tableUnit) return column;
  const { unit: _unit, ...rest } = column;
  return rest;
}

const NAMES: ReadonlySet<string> = new Set(['label', 'code', 'area', 'measure', 'month']);

/** The columns that name the rows: labels, codes and areas left of the first column that holds anything else but units. */
function readLabelColumns(columns: readonly DraftColumn[], headings: readonly ColumnHeading[]): readonly number[] {
  const names: number[] = [];
  for (const [place, column] of columns.entries()) {
    const heading = headings[place];
    // Months name rows where they stand in the cells; "Utfall 2508" is a month's amounts.
    const isMonthOfFigures = column.field === 'month' && (heading?.month !== null || heading.shape.months === 0);
    if (NAMES.has(column.field) && !isMonthOfFigures) names.push(column.index);
    else if (column.field !== 'unit' && column.field !== 'other' && column.field !== 'date') break;
  }
  return names;
}

/** The lines above the topmost table, which speak of the whole sheet; lines that stand above another table beside it do not. */
function readSheetTitles(grid: SheetGrid, found: readonly FoundTable[]): readonly PlacedText[] {
  const first = found[0];
  const firstRow = Math.min(...found.map((table) => table.headerRows[0] ?? table.bottom));
  if (!first || !Number.isFinite(firstRow)) return [];
  const beside = found.filter((table) => table.left > first.right);
  const rows: number[] = [];
  for (let row = grid.top; row < firstRow; row += 1) rows.push(row);
  return textsOn(grid, rows, grid.left, grid.left + grid.columnCount - 1).filter((text) => !beside.some((table) => text.column >= table.left && text.column <= table.right && table.titleRows.includes(text.row)));
}

const MOST_TITLE_ROWS = 60;

function textsOn(grid: SheetGrid, rows: readonly number[], left: number, right: number): readonly PlacedText[] {
  const texts: PlacedText[] = [];
  for (const row of rows.slice(-MOST_TITLE_ROWS)) {
    for (let column = left; column <= right; column += 1) {
      const value = valueAt(grid, row, column);
      if (typeof value === 'string' && value.trim() !== '') texts.push({ text: value.trim(), row, column });
    }
  }
  return texts;
}
