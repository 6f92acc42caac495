import { cellAddress } from '../address';
import { numberFormatAt, styleAt } from '../grid';
import { isFilled, isLookChanged, keptCell, type Keeping } from './keptCell';
import { heldValue, shownValue, type OwnSheetReading } from './ownSheet';
import { moveFormula, type Placement } from './placement';
import { keyColumn, namedRows, type SheetDraft } from './sheetDraft';
import { layOutSheet, ORPHANS, type SheetLayout } from './sheetLayout';
import { isSpecFormula, type OwnSheetKind, type SheetSpec, type SpecBlock, type SpecFormat, type SpecStyle, type SpecValue } from './sheetSpec';
import { draftToSpec, draftWidth, mergeFormats } from './specBuilder';

/** A sheet to write and, where it has been written before, how it stands in the workbook now. */
export interface SheetToWrite {
  readonly draft: SheetDraft;
  readonly own: OwnSheetReading | null;
  /** The name was taken by a sheet that is not ours: this name would have been used. */
  readonly wantedName?: string;
}

/** The dry run of one sheet. */
export interface RewritePreview {
  readonly kind: OwnSheetKind;
  readonly name: string;
  readonly state: 'new' | 'updated' | 'unchanged';
  /** Cells of ours that get another content; a formula is told by what it shows. */
  readonly changes: readonly { readonly sheet: string; readonly cell: string; readonly before: CellContent; readonly after: CellContent }[];
  /** Cells of the user's that hold something and stay. */
  readonly keptComments: number;
  /** "Ändrad av dig, skrivs inte över": formulas, values and looks of ours that the user has changed, as they stand now. */
  readonly changedByHand: readonly string[];
  /** Cells where the sheet and the pane hold different texts; the sheet's stays. */
  readonly conflicts: readonly { readonly cell: string; readonly inSheet: string; readonly inPane: string }[];
  /** Rows kept under "Kommentarer utan rad". */
  readonly rowsWithoutSource: number;
  readonly wantedName?: string;
}

export type CellContent = string | number | boolean | null;

export interface Rewriting {
  readonly specs: readonly SheetSpec[];
  readonly previews: readonly RewritePreview[];
}

/**
 * The sheets as they shall be written, and what that would change. A sheet that is there already keeps the user's texts, rows, columns,
 * widths, sort order and whatever of ours the user has changed; formulas follow the rows and columns they speak of, between the sheets too.
 * @param overwrite cells changed by hand that shall be written after all ("Skriv över"), as "Sheet!A1"
 */
export function rewriteSheets(sheets: readonly SheetToWrite[], overwrite: ReadonlySet<string> = new Set()): Rewriting {
  const laidOut = sheets.map((sheet) => ({ ...sheet, layout: sheet.own === null ? null : layOutSheet(sheet.draft, sheet.own) }));
  const others = new Map(laidOut.flatMap(({ draft, layout }) => (layout === null ? [] : [[draft.name, layout.placement] as const])));
  const written = laidOut.map(({ draft, own, layout, wantedName }) =>
    own === null || layout === null
      ? { spec: draftToSpec(draft, { others }), preview: newPreview(draft, wantedName) }
      : rewriteSheet(layout, own, others, overwrite),
  );
  return { specs: written.map(({ spec }) => spec), previews: written.map(({ preview }) => preview) };
}

function newPreview(draft: SheetDraft, wantedName: string | undefined): RewritePreview {
  const nothing = { changes: [], keptComments: 0, changedByHand: [], conflicts: [], rowsWithoutSource: 0 };
  return { kind: draft.kind, name: draft.name, state: 'new', ...nothing, ...(wantedName === undefined ? {} : { wantedName }) };
}

function rewriteSheet(
  layout: SheetLayout,
  own: OwnSheetReading,
  others: ReadonlyMap<string, Placement>,
  overwrite: ReadonlySet<string>,
): { readonly spec: SheetSpec; readonly preview: RewritePreview } {
  const { draft, placement } = layout;
  const keepings = keepCells(layout, own, overwrite);
  const isStill = (row: number, column: number): boolean =>
    layout.oldRows.get(row)?.row === placement.row(row) && own.columns.get(column) === placement.column(column);
  const kept = (row: number, column: number): { readonly value: SpecValue } | null => {
    const keeping = keepings.get(`${row},${column}`);
    if (keeping === undefined || keeping.kind === 'write') return null;
    return { value: isStill(row, column) ? undefined : movedBack(keeping.value, layout) };
  };
  const looks = changedLooks(layout, own, overwrite);
  const users = moveUsers(layout, own);
  const spec = draftToSpec(draft, {
    existingId: own.grid.id,
    placement,
    others,
    kept,
    isLookKept: (row, column) => looks.has(`${row},${column}`) && isStill(row, column),
    cleared: clearedAreas(layout, own),
    moved: users.blocks,
    movedFormats: [...users.formats, ...movedLooks(layout, own, looks, isStill)],
    knownColumns: new Set(own.columns.keys()),
  });
  // What rests on a figure that the user has typed follows the user: what we would have got is no measure of it.
  const isTypedOver = [...keepings.values()].some(({ kind }) => kind === 'changedByHand' || kind === 'conflict');
  return { spec: { ...spec, ...(isTypedOver ? { expected: [] } : {}) }, preview: preview(layout, own, keepings, looks) };
}

type Keepings = ReadonlyMap<string, Keeping>;

function keepCells({ draft, oldRows }: SheetLayout, own: OwnSheetReading, overwrite: ReadonlySet<string>): Keepings {
  const rows = namedRows(draft);
  const key = keyColumn(draft);
  const keepings = new Map<string, Keeping>();
  for (const [index, old] of oldRows) {
    const named = rows[index];
    if (named === undefined) continue;
    for (let column = 0; column < draftWidth(draft); column += 1) {
      const at = own.columns.get(column);
      if (column === key || at === undefined) continue;
      const keeping = named.block === ORPHANS ? { kind: 'write' as const } : keptCell(named.row.cells[column], own, old, column, at);
      const isOverwritten = (keeping.kind === 'changedByHand' || keeping.kind === 'conflict') && overwrite.has(`${own.grid.name}!${cellAddress(old.row, at)}`);
      keepings.set(`${index},${column}`, isOverwritten ? { kind: 'write' } : keeping);
    }
  }
  return keepings;
}

/** A kept formula speaks of the old places: they are moved to the draft's own before the draft is placed. */
function movedBack(value: SpecValue, { moves, placement, draft }: SheetLayout): SpecValue {
  if (!isSpecFormula(value)) return value;
  const rows = new Map(namedRows(draft).map((_, row) => [placement.row(row), row]));
  const columns = new Map(Array.from({ length: draftWidth(draft) }, (_, column) => [placement.column(column), column]));
  const toDraft: Placement = {
    row: (row) => rows.get(moves.row(row)) ?? moves.row(row),
    column: (column) => columns.get(moves.column(column)) ?? moves.column(column),
  };
  return { formula: moveFormula(value.formula, toDraft, new Map()) };
}

function changedLooks({ draft, oldRows }: SheetLayout, own: OwnSheetReading, overwrite: ReadonlySet<string>): ReadonlySet<string> {
  const changed = new Set<string>();
  const rows = namedRows(draft);
  for (const [index, old] of oldRows) {
    if (rows[index]?.block === ORPHANS || rows[index]?.row.kind !== old.mark.kind) continue;
    for (let column = 0; column < draft.columns.length; column += 1) {
      const at = own.columns.get(column);
      if (at === undefined || overwrite.has(`${own.grid.name}!${cellAddress(old.row, at)}`)) continue;
      if (isLookChanged(own, old, column, at)) changed.add(`${index},${column}`);
    }
  }
  return changed;
}

function movedLooks(layout: SheetLayout, own: OwnSheetReading, looks: ReadonlySet<string>, isStill: (row: number, column: number) => boolean): readonly SpecFormat[] {
  return [...looks].flatMap((name) => {
    const [row = 0, column = 0] = name.split(',').map(Number);
    const old = layout.oldRows.get(row);
    const at = own.columns.get(column);
    if (old === undefined || at === undefined || isStill(row, column)) return [];
    const place = { top: layout.placement.row(row), left: layout.placement.column(column) };
    return [{ area: { ...place, bottom: place.top, right: place.left }, style: readableStyle(own, old.row, at) }];
  });
}

/** As much of a cell's look as a sheet tells when it is read. */
function readableStyle({ grid }: OwnSheetReading, row: number, column: number): SpecStyle {
  const { bold, italic, indent, fill } = styleAt(grid, row, column);
  return {
    numberFormat: numberFormatAt(grid, row, column),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(indent === undefined ? {} : { indent }),
    ...(fill === undefined ? {} : { fill }),
  };
}

/** Cells of the user's own rows and columns that get another place, or whose formulas speak of cells that do. */
function moveUsers(layout: SheetLayout, own: OwnSheetReading): { readonly blocks: readonly SpecBlock[]; readonly formats: readonly SpecFormat[] } {
  const { moves } = layout;
  const blocks: SpecBlock[] = [];
  const formats: SpecFormat[] = [];
  for (const { row, column } of userCells(own)) {
    const value = heldValue(own.grid, row, column);
    const place = { top: moves.row(row), left: moves.column(column) };
    const isMoved = place.top !== row || place.left !== column;
    const next = isSpecFormula(value) ? { formula: moveFormula(value.formula, moves, new Map()) } : value;
    const isSame = isSpecFormula(next) && isSpecFormula(value) ? next.formula === value.formula : true;
    if (!isMoved && isSame) continue;
    blocks.push({ ...place, values: [[next]] });
    if (isMoved) formats.push({ area: { ...place, bottom: place.top, right: place.left }, style: readableStyle(own, row, column) });
  }
  return { blocks, formats };
}

function userCells(own: OwnSheetReading): readonly { readonly row: number; readonly column: number }[] {
  const { grid } = own;
  const userRows = new Set(own.userRows);
  const columns = Array.from({ length: grid.columnCount }, (_, index) => grid.left + index);
  const rows = Array.from({ length: grid.rowCount }, (_, index) => grid.top + index);
  const key = own.columns.get(own.printedCount);
  return rows.flatMap((row) =>
    (userRows.has(row) ? columns.filter((column) => column !== key) : own.userColumns).filter((column) => isFilled(own, row, column)).map((column) => ({ row, column })),
  );
}

/** What we wrote last time and nothing will be written over: cells whose row or column goes elsewhere. */
function clearedAreas(layout: SheetLayout, own: OwnSheetReading): SheetSpec['cleared'] {
  const stays = new Set([...layout.oldRows].filter(([row, old]) => layout.placement.row(row) === old.row).map(([, old]) => old.row));
  const ours = own.rows.flatMap(({ row }) =>
    [...own.columns].filter(([column, at]) => !stays.has(row) || layout.placement.column(column) !== at).map(([, at]) => ({ row, column: at, style: {} })),
  );
  const users = userCells(own).filter(({ row, column }) => layout.moves.row(row) !== row || layout.moves.column(column) !== column).map((cell) => ({ ...cell, style: {} }));
  return mergeFormats([...ours, ...users]).map(({ area }) => area);
}

function preview(layout: SheetLayout, own: OwnSheetReading, keepings: Keepings, looks: ReadonlySet<string>): RewritePreview {
  const { draft, placement, oldRows } = layout;
  const sheet = own.grid.name;
  const place = (name: string): string => {
    const [row = 0, column = 0] = name.split(',').map(Number);
    return cellAddress(oldRows.get(row)?.row ?? placement.row(row), own.columns.get(column) ?? placement.column(column));
  };
  const changes = namedRows(draft).flatMap(({ block, row }, index) =>
    block === 'head' ? [] : draft.columns.flatMap((_, column) => {
      if ((keepings.get(`${index},${column}`)?.kind ?? 'write') !== 'write') return [];
      const old = oldRows.get(index);
      const at = own.columns.get(column);
      const before = old === undefined || at === undefined ? null : shownValue(own.grid, old.row, at);
      const cell = row.cells[column];
      const after = isSpecFormula(cell?.value) ? (cell.result ?? before) : (cell?.value ?? null);
      return isEqual(before, after) ? [] : [{ sheet, cell: cellAddress(placement.row(index), placement.column(column)), before, after }];
    }),
  );
  const gone = own.rows.length - oldRows.size;
  const named = [...keepings];
  const byHand = [...named.filter(([, keeping]) => keeping.kind === 'changedByHand').map(([name]) => name), ...looks];
  const isMoved = [...oldRows].some(([row, old]) => placement.row(row) !== old.row);
  return {
    kind: draft.kind,
    name: draft.name,
    state: changes.length === 0 && gone === 0 && !isMoved ? 'unchanged' : 'updated',
    changes,
    keptComments: named.filter(([, { kind }]) => kind === 'users' || kind === 'conflict').length + userCells(own).length,
    changedByHand: [...new Set(byHand)].map(place),
    conflicts: named.flatMap(([name, keeping]) =>
      keeping.kind === 'conflict' ? [{ cell: place(name), inSheet: isSpecFormula(keeping.value) ? keeping.value.formula : String(keeping.value ?? ''), inPane: keeping.offered }] : [],
    ),
    rowsWithoutSource: namedRows(draft).filter(({ block, row }) => block === ORPHANS && row.kind === 'body').length,
  };
}

function isEqual(before: CellContent, after: CellContent): boolean {
  if (typeof before === 'number' && typeof after === 'number') return Math.abs(before - after) <= 1e-9 * Math.max(1, Math.abs(before));
  return (before ?? '') === (after ?? '');
}
