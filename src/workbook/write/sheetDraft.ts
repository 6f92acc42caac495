import type { OwnSheetKind, SpecChart, SpecConditional, SpecStyle, SpecValue } from './sheetSpec';

/**
 * A sheet of ours before it gets its place: rows with keys, columns in our own order, formulas that speak of the rows and columns of the
 * draft (row 0 is sheet row 1). `draftToSpec` writes it as it is; `rewriteSheet` fits it around what the user has added, and moves
 * every address with it.
 */
export interface SheetDraft {
  readonly kind: OwnSheetKind;
  readonly name: string;
  /** Columns that are printed, from A on. */
  readonly columns: readonly DraftColumn[];
  /** Columns outside the print, for chart data; they begin at `helperColumn(draft, 0)`, right of the hidden key column. */
  readonly helperColumns: readonly DraftColumn[];
  readonly blocks: readonly DraftBlock[];
  readonly frozenRows: number;
  /** Columns that stay when the sheet is scrolled sideways; none unless told. */
  readonly frozenColumns?: number;
  readonly footer: string;
  readonly tabColor?: string;
  /** Kept on the sheet: version, time. Kind and schema are added when the spec is made. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface DraftColumn {
  /** Characters of the default font. */
  readonly width: number;
  /** Collapsed when written: columns side by side with the same group are one group. */
  readonly group?: string;
  /** The group is open when written. */
  readonly isOpen?: boolean;
  readonly hidden?: boolean;
}

/** Part of a sheet with its own heading; not split between two pages where it fits on one. */
export interface DraftBlock {
  /** Names the block across versions, so that rows are found again: "head", "Driftsredovisning". */
  readonly id: string;
  readonly rows: readonly DraftRow[];
  readonly conditionals?: readonly SpecConditional[];
  readonly validations?: readonly { readonly area: SpecChart['area']; readonly list: readonly string[] }[];
  readonly charts?: readonly SpecChart[];
  /** A new page begins with this block. */
  readonly startsPage?: boolean;
  /** Stands below what is printed; only blocks like it may follow. */
  readonly isUnprinted?: boolean;
}

/** What a row is for: only body rows may be sorted by the user; air carries nothing but distance or a chart. */
export type DraftRowKind = 'title' | 'heading' | 'head' | 'body' | 'sum' | 'note' | 'air';

export interface DraftRow {
  /** Names the row inside its block; left empty on air, which is told by its place. */
  readonly key: string;
  readonly kind: DraftRowKind;
  /** By column of the draft; a hole is an empty cell of ours. */
  readonly cells: readonly (DraftCell | undefined)[];
}

export interface DraftCell {
  readonly value: SpecValue;
  /** What a formula gives with the figures that were read; shown in the dry run and checked after writing. */
  readonly result?: number | string;
  readonly style?: SpecStyle;
  /** The user fills it in: what stands there already is never written over. */
  readonly isUsers?: boolean;
  /** The pane can change the cell too: the value in words, to set beside what the user has typed on the sheet in the meantime. */
  readonly offered?: string;
  /** A place in the workbook that a click leads to: 'Blad 1'!E17. */
  readonly link?: string;
  /** The user's own cell that the figure comes from, and its value when it was read. */
  readonly source?: CellSource;
}

export interface CellSource {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly value: number | string | null;
}

/** Makes a block when it is known where it begins: `top` is the 0-based row of its first row. */
export type BlockBuilder = (top: number) => DraftBlock;

/**
 * Puts blocks under each other, each told where it begins.
 * @param builders in the order of the sheet; null for a block without content
 */
export function stackBlocks(builders: readonly (BlockBuilder | null)[]): readonly DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let top = 0;
  for (const build of builders) {
    if (build === null) continue;
    const block = build(top);
    blocks.push(block);
    top += block.rows.length;
  }
  return blocks;
}

/** Column of the hidden row keys: the first right of what is printed. */
export function keyColumn(draft: Pick<SheetDraft, 'columns'>): number {
  return draft.columns.length;
}

/** 0-based column of the n-th helper column. */
export function helperColumn(draft: Pick<SheetDraft, 'columns'>, index: number): number {
  return draft.columns.length + 1 + index;
}

/** A row with nothing in it. */
export const AIR: DraftRow = { key: '', kind: 'air', cells: [] };

/** So many empty rows. */
export function airRows(count: number): readonly DraftRow[] {
  return Array.from({ length: count }, () => AIR);
}

/** A row whose text stands in the first column and runs over the empty cells to its right. */
export function textRow(kind: DraftRowKind, key: string, text: SpecValue, style: SpecStyle): DraftRow {
  return { kind, key, cells: [{ value: text, style }] };
}

/** A row of a draft with its block and the key that names it there. */
export interface NamedRow {
  readonly block: string;
  readonly key: string;
  readonly row: DraftRow;
}

/** Every row of a draft from the top, air included. */
export function namedRows(draft: Pick<SheetDraft, 'blocks'>): readonly NamedRow[] {
  return draft.blocks.flatMap((block) => block.rows.map((row, index) => ({ block: block.id, key: row.key === '' ? `~${index}` : row.key, row })));
}
