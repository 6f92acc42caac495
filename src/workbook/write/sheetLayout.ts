import { numberFormatAt } from '../grid';
import { printAt, shownValue, type OwnRow, type OwnSheetReading } from './ownSheet';
import type { LineOrder, SheetOrder } from './lineOrder';
import { placementOf, type Placement } from './placement';
import { AIR, namedRows, textRow, type DraftCell, type DraftRow, type NamedRow, type SheetDraft } from './sheetDraft';
import { LOOK, styled } from './sheetStyle';
import { draftWidth, printedColumns } from './specBuilder';
import { weave, type OldPlace } from './weave';

/** The block that holds rows which are gone from the source but carry something of the user's. */
export const ORPHANS = 'utan rad';

/** How a draft fits on the sheet that is there: where each of its rows and columns goes, and where the user's own go. */
export interface SheetLayout {
  /** The draft with the rows that are kept for the user's sake. */
  readonly draft: SheetDraft;
  readonly placement: Placement;
  /** The old row behind each row of the draft. */
  readonly oldRows: ReadonlyMap<number, OwnRow>;
  /** How what stands on the sheet is rearranged. */
  readonly order: SheetOrder;
  /** How the user has rearranged it since it was written. */
  readonly since: SheetOrder;
}

/** Fits a fresh draft around what the user has added to, sorted or inserted in the sheet that was written before. */
export function layOutSheet(fresh: SheetDraft, own: OwnSheetReading): SheetLayout {
  const blocks = matchBlocks(fresh, own);
  const freshIds = new Set(namedRows(fresh).map(idOf));
  const oldIds = identify(own, blocks, freshIds);
  const draft = withOrphans(fresh, own, oldIds, freshIds);
  const rows = namedRows(draft);
  const wovenRows = weave(orderRows(rows, oldIds), [
    ...oldIds.map(({ id, old }): OldPlace => ({ at: old.row, id })),
    ...own.userRows.map((at): OldPlace => ({ at, id: null })),
  ].sort((a, b) => a.at - b.at));
  const width = draftWidth(draft);
  const wovenColumns = weave(
    Array.from({ length: width }, (_, column) => String(column)),
    [
      ...[...own.columns].filter(([column]) => column < width).map(([column, at]): OldPlace => ({ at, id: String(column) })),
      ...own.userColumns.map((at): OldPlace => ({ at, id: null })),
    ].sort((a, b) => a.at - b.at),
  );
  const extent = { rows: own.grid.top + own.grid.rowCount, columns: own.grid.left + own.grid.columnCount };
  const oldById = new Map(oldIds.map(({ id, old }) => [id, old]));
  const oldRows = new Map(rows.flatMap((row, index) => {
    const old = oldById.get(idOf(row));
    return old === undefined ? [] : [[index, old] as const];
  }));
  return {
    draft,
    placement: placementOf(
      rows.map((row) => wovenRows.places.get(idOf(row)) ?? 0),
      Array.from({ length: width }, (_, column) => wovenColumns.places.get(String(column)) ?? column),
    ),
    oldRows,
    order: {
      rows: lineOrder(new Map([...wovenRows.own, ...oldIds.flatMap(({ id, old }) => pair(old.row, wovenRows.places.get(id)))]), own.rows.at(-1)?.row ?? -1, wovenRows.count),
      columns: lineOrder(new Map([...wovenColumns.own, ...[...own.columns].flatMap(([column, at]) => pair(at, wovenColumns.places.get(String(column))))]), Math.max(...own.columns.values()), wovenColumns.count),
      extent,
    },
    since: {
      rows: orderSince(own.rows.map(({ row, mark }) => [own.written.row(mark.order), row])),
      columns: orderSince([...own.columns].map(([column, at]) => [own.written.column(column), at])),
      extent,
    },
  };
}

const pair = (from: number, to: number | undefined): readonly (readonly [number, number])[] => (to === undefined ? [] : [[from, to]]);

/** The order that takes each line to its place; what stands behind the last of ours follows by itself. */
function lineOrder(places: ReadonlyMap<number, number>, lastOurs: number, count: number): LineOrder {
  const from = Array.from({ length: count }, (): number | null => null);
  for (const [old, place] of places) if (old <= lastOurs) from[place] = old;
  return { count: lastOurs + 1, from };
}

/** The order that takes each of ours from where it was written to where it stands. */
function orderSince(moves: readonly (readonly [written: number, now: number])[]): LineOrder {
  const count = moves.reduce((most, [written]) => Math.max(most, written + 1), 0);
  const from = Array.from({ length: moves.reduce((most, [, now]) => Math.max(most, now + 1), 0) }, (): number | null => null);
  for (const [written, now] of moves) from[now] = written;
  return { count, from };
}

const nameRow = (block: string, key: string): string => JSON.stringify([block, key]);
const idOf = (row: NamedRow): string => nameRow(row.block, row.key);

interface Identified {
  readonly id: string;
  readonly old: OwnRow;
}

/** Blocks keep their names; one whose source sheet was renamed is known by the rows it holds. */
function matchBlocks(fresh: SheetDraft, own: OwnSheetReading): ReadonlyMap<string, string> {
  const free = new Map(fresh.blocks.map((block) => [block.id, new Set(block.rows.filter((row) => row.kind === 'body').map((row) => row.key))]));
  const oldKeys = new Map<string, string[]>();
  for (const { mark } of own.rows) {
    const keys = oldKeys.get(mark.block) ?? [];
    oldKeys.set(mark.block, keys);
    if (mark.kind === 'body') keys.push(mark.key);
  }
  const matches = new Map<string, string>();
  for (const id of oldKeys.keys()) {
    if (free.delete(id)) matches.set(id, id);
  }
  for (const [id, keys] of oldKeys) {
    if (matches.has(id)) continue;
    const likest = [...free].map(([block, rows]) => ({ block, shared: keys.filter((key) => rows.has(key)).length })).sort((a, b) => b.shared - a.shared)[0];
    if (likest === undefined || likest.shared === 0 || likest.shared * 2 < keys.length) continue;
    matches.set(id, likest.block);
    free.delete(likest.block);
  }
  return matches;
}

/** Names each old row as the fresh draft does. A row kept under "Kommentarer utan rad" goes home when its source is back. */
function identify(own: OwnSheetReading, blocks: ReadonlyMap<string, string>, freshIds: ReadonlySet<string>): readonly Identified[] {
  const plain = own.rows.filter(({ mark }) => mark.block !== ORPHANS).map((old): Identified => ({ id: nameRow(blocks.get(old.mark.block) ?? old.mark.block, old.mark.key), old }));
  const seen = new Set(plain.map(({ id }) => id));
  const orphans = own.rows.filter(({ mark }) => mark.block === ORPHANS).map((old): Identified => {
    const home = old.mark.key;
    return { id: freshIds.has(home) && !seen.has(home) ? home : nameRow(ORPHANS, home), old };
  });
  return [...plain, ...orphans]
    .map((row) => (freshIds.has(row.id) || row.old.mark.block === ORPHANS || !hasUsers(own, row.old) ? row : { ...row, id: nameRow(ORPHANS, row.id) }))
    .sort((a, b) => a.old.row - b.old.row);
}

/** Whether the row holds anything that the user wrote, in a cell of theirs, a column of theirs, an empty cell of ours, or a comment. */
function hasUsers(own: OwnSheetReading, { row, mark }: OwnRow): boolean {
  if (mark.kind !== 'body') return false;
  if ([...(own.grid.notes?.keys() ?? [])].some((cell) => cell.startsWith(`${row},`))) return true;
  const inOurs = [...own.columns].some(([column, at]) => {
    if (column === own.printedCount) return false;
    const print = printAt(mark, column, own.printedCount);
    return (print.isUsers || print.content === '') && shownValue(own.grid, row, at) !== null;
  });
  return inOurs || own.userColumns.some((at) => shownValue(own.grid, row, at) !== null);
}

function withOrphans(fresh: SheetDraft, own: OwnSheetReading, oldIds: readonly Identified[], freshIds: ReadonlySet<string>): SheetDraft {
  const kept = oldIds.filter(({ id, old }) => !freshIds.has(id) && hasUsers(own, old));
  if (kept.length === 0) return fresh;
  const rows: readonly DraftRow[] = [
    AIR,
    textRow('heading', 'heading', 'Kommentarer utan rad', LOOK.blockTitle),
    textRow('note', 'note', 'Raderna finns inte längre i underlaget. De står kvar tills kommentaren tas bort.', LOOK.caption),
    ...kept.map(({ id, old }) => orphanRow(fresh, own, old, id)),
  ];
  return { ...fresh, blocks: [...fresh.blocks, { id: ORPHANS, rows }] };
}

/** The row as it last stood, as values: nothing feeds its formulas any more. */
function orphanRow(fresh: SheetDraft, own: OwnSheetReading, old: OwnRow, id: string): DraftRow {
  const cells = printedColumns(fresh).filter((column) => column < own.printedCount).map((column): DraftCell => {
    const at = own.columns.get(column);
    const isUsers = printAt(old.mark, column, own.printedCount).isUsers;
    if (at === undefined) return { value: null, style: LOOK.item };
    if (isUsers) return { value: shownValue(own.grid, old.row, at), isUsers, style: LOOK.user };
    return { value: shownValue(own.grid, old.row, at), style: styled(LOOK.item, LOOK.muted, { italic: true, numberFormat: numberFormatAt(own.grid, old.row, at) }) };
  });
  const home = JSON.parse(id) as readonly string[];
  return { key: home[0] === ORPHANS ? (home[1] ?? id) : id, kind: 'body', cells };
}

/** Our rows in the order they shall stand: the draft's, but body rows that the user has sorted keep the user's order. */
function orderRows(rows: readonly NamedRow[], oldIds: readonly Identified[]): readonly string[] {
  const order = rows.map(idOf);
  const blocks = new Set(rows.map((row) => row.block));
  for (const block of blocks) {
    const slots = rows.flatMap((row, index) => (row.block === block && row.row.kind === 'body' ? [index] : []));
    const fresh = slots.map((slot) => order[slot] ?? '');
    const inBlock = new Set(fresh);
    const old = oldIds.filter(({ id, old: { mark } }) => inBlock.has(id) && mark.kind === 'body' && mark.block !== ORPHANS);
    const isSorted = old.some((row, index) => index > 0 && row.old.mark.order < (old[index - 1]?.old.mark.order ?? 0));
    if (!isSorted) continue;
    const wanted = insertNew(old.map(({ id }) => id), fresh);
    slots.forEach((slot, index) => {
      order[slot] = wanted[index] ?? '';
    });
  }
  return order;
}

/** The old order with each new id put after the one it follows in the fresh order. */
function insertNew(old: readonly string[], fresh: readonly string[]): readonly string[] {
  const known = new Set(old);
  const followers = new Map<string | undefined, string[]>();
  let before: string | undefined;
  for (const id of fresh) {
    if (known.has(id)) before = id;
    else followers.set(before, [...(followers.get(before) ?? []), id]);
  }
  return [...(followers.get(undefined) ?? []), ...old.flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}
