import { type Area } from '../address';
import { cellText, footerText } from './cellText';
import type { SheetOrder } from './lineOrder';
import type { Head } from './ownSheet';
import { pageBreaks } from './pageBreaks';
import { IN_PLACE, moveFormula, placeArea, type Placement } from './placement';
import { printContent, printLook, printStyle, writeMark, writePrint, type PrintPlace } from './rowMark';
import { helperColumn, keyColumn, namedRows, type DraftCell, type DraftRow, type SheetDraft } from './sheetDraft';
import { isSpecFormula, type SheetSpec, type SpecBlock, type SpecConditional, type SpecFormat, type SpecLink, type SpecStyle, type SpecValue } from './sheetSpec';
import { COLUMNS_PROPERTY, SCHEMA_PROPERTY, SHEET_PROPERTY, SHEET_SCHEMA, SOURCES_PROPERTY } from './sheetProperty';
import { INVISIBLE_FORMAT } from './sheetStyle';

/** How a draft meets a sheet that is there already. The default writes a new sheet. */
export interface SpecOptions {
  readonly existingId?: string;
  readonly placement?: Placement;
  /** Placements of the other sheets that are written, by name. */
  readonly others?: ReadonlyMap<string, Placement>;
  /** What a cell of the draft keeps instead of its own value: `undefined` inside leaves the cell alone. */
  readonly kept?: (row: number, column: number) => { readonly value: SpecValue } | null;
  /** Cells that have the look they shall have, or one that the user has given them. */
  readonly isLookKept?: (row: number, column: number) => boolean;
  readonly order?: SheetOrder;
  readonly since?: SheetOrder;
  /** Columns of the draft that the sheet has already: their widths are the user's. */
  readonly knownColumns?: ReadonlySet<number>;
}

/**
 * The draft as a sheet to write: values in one block a row band, formats merged to areas, widths, print set-up with page breaks
 * between blocks, and the marks by which rows and columns are found again.
 */
export function draftToSpec(draft: SheetDraft, options: SpecOptions = {}): SheetSpec {
  const placement = options.placement ?? IN_PLACE;
  const others = options.others ?? new Map<string, Placement>();
  const rows = draft.blocks.flatMap((block) => block.rows.map((row) => ({ row, block: block.id })));
  const values = sheetValues(draft, options);
  const printedCount = draft.blocks.reduce((count, block) => count + (block.isUnprinted === true ? 0 : block.rows.length), 0);
  const bottom = placement.row(Math.max(0, printedCount - 1));
  const printed: Area = { top: 0, left: 0, bottom, right: placement.column(draft.columns.length - 1) };
  const placed = <T extends { readonly area: Area }>(item: T): T => ({ ...item, area: placeArea(item.area, placement) });
  return {
    kind: draft.kind,
    name: draft.name,
    ...(options.existingId === undefined ? {} : { existingId: options.existingId }),
    ...(options.order === undefined ? {} : { order: options.order }),
    ...(options.since === undefined ? {} : { since: options.since }),
    blocks: bandBlocks(values, placement, others),
    formats: mergeFormats(sheetStyles(draft, placement, options)),
    columnWidths: columnWidths(draft, placement, options.knownColumns ?? new Set()),
    columnGroups: columnGroups(draft, placement),
    frozen: { rows: frozen(draft.frozenRows, placement.row), columns: frozen(draft.frozenColumns ?? 0, placement.column) },
    conditionals: draft.blocks.flatMap((block) => block.conditionals ?? []).map((rule) =>
      placeConditional(rule, placement),
    ),
    validations: draft.blocks.flatMap((block) => block.validations ?? []).map(placed),
    charts: draft.blocks.flatMap((block) => block.charts ?? []).map((chart) => ({
      ...placed(chart),
      name: cellText(chart.name),
      title: cellText(chart.title),
      categories: placeArea(chart.categories, placement),
      series: chart.series.map((series) => ({ ...series, name: cellText(series.name), values: placeArea(series.values, placement) })),
    })),
    links: sheetLinks(draft, placement, options),
    print: {
      orientation: 'landscape',
      titleRows: [placement.row(0), placement.row(3)],
      area: printed,
      footerLeft: footerText(draft.footer),
      footerCenter: footerText(draft.name),
      footerRight: 'Sida &P av &N',
      breaksAbove: pageBreaks(draft).map((row) => placement.row(row)),
    },
    ...(draft.tabColor === undefined ? {} : { tabColor: draft.tabColor }),
    properties: sheetProperties(draft, rows.map(({ row }) => row), placement),
    cleared: [],
    expected: expectedValues(draft, placement, options),
  };
}

/** So many rows or columns of the sheet stay, with those of the user's that stand among them. */
function frozen(count: number, place: (index: number) => number): number {
  return count === 0 ? 0 : place(count - 1) + 1;
}

/** The rule's formula speaks of the area's upper left cell, whichever row of the draft stands there now. */
function placeConditional(rule: SpecConditional, placement: Placement): SpecConditional {
  const area = placeArea(rule.area, placement);
  if (rule.type !== 'formula') return { ...rule, area };
  const fromTop: Placement = { row: (row) => area.top + (row - rule.area.top), column: placement.column };
  return { ...rule, area, formula: moveFormula(rule.formula, fromTop, new Map()) };
}

const allRows = (draft: SheetDraft): readonly DraftRow[] => draft.blocks.flatMap((block) => block.rows);

/** Number of columns of a draft: printed, key, helpers. */
export function draftWidth(draft: SheetDraft): number {
  return draft.columns.length + 1 + draft.helperColumns.length;
}

function sheetValues(draft: SheetDraft, options: SpecOptions): readonly (readonly SpecValue[])[] {
  const rows = namedRows(draft);
  const key = keyColumn(draft);
  const blockOf = (row: number): string => rows[row]?.block ?? '';
  return rows.map(({ block, key: name, row }, at) =>
    Array.from({ length: draftWidth(draft) }, (_, column): SpecValue => {
      if (column === key) {
        const prints = printedColumns(draft).map((index) => printOf(row.cells[index], { row: at, blockOf, columnOf: String }));
        return writeMark({ block, order: at, kind: row.kind, key: name, prints });
      }
      const kept = options.kept?.(at, column);
      if (kept !== null && kept !== undefined) return kept.value;
      const value = row.cells[column]?.value;
      return value === undefined ? null : cleanValue(value);
    }),
  );
}

/** Columns of the draft with a print in the mark, in the order of the prints: all but the key column. */
export function printedColumns(draft: Pick<SheetDraft, 'columns' | 'helperColumns'>): readonly number[] {
  return [...draft.columns.map((_, column) => column), ...draft.helperColumns.map((_, index) => helperColumn(draft, index))];
}

function printOf(cell: DraftCell | undefined, place: PrintPlace): string {
  if (cell === undefined) return '.';
  return writePrint({ isUsers: cell.isUsers === true, content: printContent(cleanValue(cell.value), place), look: printLook(cell.style ?? {}), style: printStyle(cell.style ?? {}) });
}

const cleanValue = (value: SpecValue): SpecValue => (typeof value === 'string' ? cellText(value) : value);

/** Rows and columns that stand side by side on the sheet become one block. */
function bandBlocks(values: readonly (readonly SpecValue[])[], placement: Placement, others: ReadonlyMap<string, Placement>): readonly SpecBlock[] {
  const width = values[0]?.length ?? 0;
  const columnBands = bands(width, placement.column);
  return bands(values.length, placement.row).flatMap((rowBand) =>
    columnBands.map((columnBand) => ({
      top: placement.row(rowBand.first),
      left: placement.column(columnBand.first),
      values: values
        .slice(rowBand.first, rowBand.last + 1)
        .map((row) => row.slice(columnBand.first, columnBand.last + 1).map((value) => movedValue(value, placement, others))),
    })),
  );
}

function movedValue(value: SpecValue, placement: Placement, others: ReadonlyMap<string, Placement>): SpecValue {
  if (!isSpecFormula(value) || (placement === IN_PLACE && others.size === 0)) return value;
  return { formula: moveFormula(value.formula, placement, others) };
}

function bands(count: number, place: (index: number) => number): readonly { readonly first: number; readonly last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const band = found.at(-1);
    if (band !== undefined && place(index) === place(band.last) + 1) band.last = index;
    else found.push({ first: index, last: index });
  }
  return found;
}

interface StyledCell {
  readonly row: number;
  readonly column: number;
  readonly style: SpecStyle;
}

function sheetStyles(draft: SheetDraft, placement: Placement, options: SpecOptions): readonly StyledCell[] {
  const key = keyColumn(draft);
  return allRows(draft).flatMap((row, at) => {
    const cells = row.cells.flatMap((cell: DraftCell | undefined, column) =>
      cell?.style === undefined || column === key || options.isLookKept?.(at, column) === true
        ? []
        : [{ row: placement.row(at), column: placement.column(column), style: cell.style }],
    );
    return [...cells, { row: placement.row(at), column: placement.column(key), style: { numberFormat: INVISIBLE_FORMAT } }];
  });
}

/** Cells of one look that stand side by side become one area, first along the row, then down. */
export function mergeFormats(cells: readonly StyledCell[]): readonly SpecFormat[] {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: { row: number; left: number; right: number; look: string; style: SpecStyle }[] = [];
  for (const cell of ordered) {
    const look = JSON.stringify(Object.entries(cell.style).sort());
    const run = runs.at(-1);
    if (run !== undefined && run.row === cell.row && run.right === cell.column - 1 && run.look === look) run.right = cell.column;
    else runs.push({ row: cell.row, left: cell.column, right: cell.column, look, style: cell.style });
  }
  const open = new Map<string, { area: { top: number; left: number; bottom: number; right: number }; style: SpecStyle }>();
  const formats: { area: { top: number; left: number; bottom: number; right: number }; style: SpecStyle }[] = [];
  for (const run of runs) {
    const name = `${run.left},${run.right},${run.look}`;
    const above = open.get(name);
    if (above !== undefined && above.area.bottom === run.row - 1) {
      above.area.bottom = run.row;
      continue;
    }
    const format = { area: { top: run.row, left: run.left, bottom: run.row, right: run.right }, style: run.style };
    open.set(name, format);
    formats.push(format);
  }
  return formats;
}

function columnWidths(draft: SheetDraft, placement: Placement, known: ReadonlySet<number>): SheetSpec['columnWidths'] {
  const widths = [...draft.columns, { width: 2, hidden: true }, ...draft.helperColumns];
  return widths.flatMap(({ width, hidden }, column) =>
    known.has(column) ? [] : [{ column: placement.column(column), width, ...(hidden === true ? { hidden } : {}) }],
  );
}

function columnGroups(draft: SheetDraft, placement: Placement): SheetSpec['columnGroups'] {
  const groups: { first: number; last: number; group: string; isOpen: boolean }[] = [];
  draft.columns.forEach(({ group, isOpen }, column) => {
    if (group === undefined) return;
    const open = groups.at(-1);
    if (open !== undefined && open.group === group && open.last === column - 1) open.last = column;
    else groups.push({ first: column, last: column, group, isOpen: isOpen === true });
  });
  return groups.map(({ first, last, isOpen }) => ({ first: placement.column(first), last: placement.column(last), collapsed: !isOpen }));
}

function sheetLinks(draft: SheetDraft, placement: Placement, options: SpecOptions): readonly SpecLink[] {
  return allRows(draft).flatMap((row, at) =>
    row.cells.flatMap((cell, column) =>
      cell?.link === undefined || typeof cell.value !== 'string' || (options.kept?.(at, column) ?? null) !== null
        ? []
        : [{ row: placement.row(at), column: placement.column(column), reference: cell.link, text: cellText(cell.value) }],
    ),
  );
}

function expectedValues(draft: SheetDraft, placement: Placement, options: SpecOptions): NonNullable<SheetSpec['expected']> {
  return allRows(draft).flatMap((row, at) =>
    row.cells.flatMap((cell, column) =>
      cell?.result === undefined || (options.kept?.(at, column) ?? null) !== null
        ? []
        : [{ row: placement.row(at), column: placement.column(column), value: cell.result }],
    ),
  );
}

function sheetProperties(draft: SheetDraft, rows: readonly DraftRow[], placement: Placement): ReadonlyMap<string, string> {
  const places = [rows.map((_, row) => placement.row(row)), Array.from({ length: draftWidth(draft) }, (_, column) => placement.column(column))];
  const isInPlace = places.every((list) => list.every((place, index) => place === index));
  const sources = draft.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      row.cells.flatMap((cell, column) => (cell?.source === undefined ? [] : [[block.id, row.key, column, cell.source.sheet, cell.source.cell, cell.source.value]])),
    ),
  );
  return new Map([
    ...draft.properties,
    [SHEET_PROPERTY, draft.kind],
    [SCHEMA_PROPERTY, SHEET_SCHEMA],
    [COLUMNS_PROPERTY, JSON.stringify({ printed: draft.columns.length, helpers: draft.helperColumns.length, rows: rows.length, heads: draftHeads(draft), ...(isInPlace ? {} : { places }) })],
    [SOURCES_PROPERTY, JSON.stringify(sources)],
  ]);
}

/** The head rows of a draft, by which its columns are known when it is written again. */
export function draftHeads(draft: SheetDraft): readonly Head[] {
  return draft.blocks.flatMap((block) =>
    block.rows.filter((row) => row.kind === 'head').map((row): Head => [block.id, row.key, draft.columns.map((_, column) => headText(row, column))]),
  );
}

function headText(row: DraftRow, column: number): string {
  const value = row.cells[column]?.value;
  return typeof value === 'string' ? value : '';
}
