import { cellAddress } from '../address';
import { isFilled, isLookChanged, isOverwritten, keptCell, type Keeping } from './keptCell';
import { isStill } from './lineOrder';
import { inColumnsOf } from './inColumnsOf';
import { heldValue, printAt, shownValue, type OwnRow, type OwnSheetReading } from './ownSheet';
import type { Placement } from './placement';
import { printStyle } from './rowMark';
import { keyColumn, namedRows, type DraftCell, type SheetDraft } from './sheetDraft';
import { layOutSheet, ORPHANS, type SheetLayout } from './sheetLayout';
import { VERSION_PROPERTY } from './sheetProperty';
import { isSpecFormula, type OwnSheetKind, type SheetSpec } from './sheetSpec';
import { draftToSpec, draftWidth } from './specBuilder';

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
  /** The version that kept comments on deviations were written under, where the sheet is now written for another. */
  readonly commentsOf?: string;
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
 * widths, sort order and whatever of ours the user has changed: rows and columns are rearranged whole, so that Excel itself takes along
 * all that belongs to them. Our formulas follow the rows and columns they speak of, between the sheets too.
 * @param overwrite cells changed by hand that shall be written after all ("Skriv över"), as "Sheet!A1"
 */
export function rewriteSheets(sheets: readonly SheetToWrite[], overwrite: ReadonlySet<string> = new Set()): Rewriting {
  const laidOut = sheets.map(({ draft, own: found, wantedName }) => {
    const own = found === null ? null : inColumnsOf(draft, found);
    return { draft, own, wantedName, layout: own === null ? null : layOutSheet(draft, own) };
  });
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
  const { draft, placement, order, since } = layout;
  const keepings = keepCells(layout, own, overwrite);
  const looks = changedLooks(layout, own, overwrite);
  const same = sameLooks(layout, own, overwrite);
  const spec = draftToSpec(draft, {
    existingId: own.grid.id,
    placement,
    others,
    kept: (row, column) => ((keepings.get(`${row},${column}`)?.kind ?? 'write') === 'write' ? null : { value: undefined }),
    isLookKept: (row, column) => looks.has(`${row},${column}`) || same.has(`${row},${column}`),
    ...(isStill(order.rows) && isStill(order.columns) ? {} : { order }),
    ...(isStill(since.rows) && isStill(since.columns) ? {} : { since }),
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
      const keeping = named.block === ORPHANS ? keptOrphan(named.row.cells[column], own, old, at) : keptCell(named.row.cells[column], own, old, column, at);
      const isChoosable = keeping.kind === 'changedByHand' || keeping.kind === 'conflict';
      keepings.set(`${index},${column}`, isChoosable && isOverwritten(own, old, at, overwrite) ? { kind: 'write' } : keeping);
    }
  }
  return keepings;
}

/** Of a row whose source is gone the user's own cells stay as they are; ours become values. */
function keptOrphan(cell: DraftCell | undefined, own: OwnSheetReading, old: OwnRow, at: number): Keeping {
  return cell?.isUsers === true && isFilled(own, old.row, at) ? { kind: 'users', value: heldValue(own.grid, old.row, at) } : { kind: 'write' };
}

function changedLooks({ draft, oldRows }: SheetLayout, own: OwnSheetReading, overwrite: ReadonlySet<string>): ReadonlySet<string> {
  const changed = new Set<string>();
  const rows = namedRows(draft);
  for (const [index, old] of oldRows) {
    if (rows[index]?.block === ORPHANS || rows[index]?.row.kind !== old.mark.kind) continue;
    for (let column = 0; column < draft.columns.length; column += 1) {
      const at = own.columns.get(column);
      if (at === undefined || isOverwritten(own, old, at, overwrite)) continue;
      if (isLookChanged(own, old, column, at)) changed.add(`${index},${column}`);
    }
  }
  return changed;
}

/** Cells that were written with the look they shall have now: whatever else the user has given them stays. */
function sameLooks({ draft, oldRows }: SheetLayout, own: OwnSheetReading, overwrite: ReadonlySet<string>): ReadonlySet<string> {
  const rows = namedRows(draft);
  return new Set([...oldRows].flatMap(([index, old]) =>
    (rows[index]?.row.cells ?? []).flatMap((cell: DraftCell | undefined, column) => {
      const at = own.columns.get(column);
      if (cell?.style === undefined || at === undefined || isOverwritten(own, old, at, overwrite)) return [];
      return printAt(old.mark, column, own.printedCount).style === printStyle(cell.style) ? [`${index},${column}`] : [];
    }),
  ));
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
  const keptComments = named.filter(([, { kind }]) => kind === 'users' || kind === 'conflict').length;
  const version = own.grid.properties.get(VERSION_PROPERTY);
  const isOfAnother = draft.kind === 'avvikelseanalys' && keptComments > 0 && version !== undefined && version !== draft.properties.get(VERSION_PROPERTY);
  const isMoved = [...oldRows].some(([row, old]) => placement.row(row) !== old.row);
  return {
    kind: draft.kind,
    name: draft.name,
    state: changes.length === 0 && gone === 0 && !isMoved ? 'unchanged' : 'updated',
    changes,
    keptComments: keptComments + userCells(own).length,
    ...(isOfAnother ? { commentsOf: version } : {}),
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
