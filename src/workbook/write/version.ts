import { kronorPer, type Unit } from '../../core/amount';
import { valueAt, type SheetGrid } from '../grid';
import { AVVIKELSE_COLUMN } from './avvikelseBlock';
import { avvikelseTables } from './avvikelseLine';
import { isOverwritten, keptCell } from './keptCell';
import { readOwnSheet, shownValue, type OwnRow, type OwnSheetReading } from './ownSheet';
import { parseJson } from './parseJson';
import { momentText, sheetHead, unitText } from './sheetHead';
import { namedRows, stackBlocks, AIR, textRow, type DraftBlock, type DraftCell, type DraftColumn, type DraftRow, type SheetDraft } from './sheetDraft';
import { READ_PROPERTY, VERSION_PROPERTY, WRITTEN_PROPERTY } from './sheetProperty';
import { isSpecFormula, type OwnSheetKind, type SpecValue } from './sheetSpec';
import { INVISIBLE_FORMAT, LOOK, styled } from './sheetStyle';
import type { PreviousVersion, WritingInput } from './writingInput';

const UNITS_PROPERTY = 'von.units';
const SOURCE_WIDTH = 30;
const NONE: ReadonlySet<string> = new Set();

/** A sheet whose figures the version keeps, and how it stands now, for the texts that the user has written on it. */
export interface SnapshotSheet {
  readonly draft: SheetDraft;
  readonly own: OwnSheetReading | null;
  /** Its cells that are written after all in the same writing, as "Sheet!A1": the version keeps what they get. */
  readonly overwrite?: ReadonlySet<string>;
}

/**
 * The sheet "Version …": the figures and texts of our sheets as they were written, values only, with the source cell of each row, the
 * time and the sign rule. Nothing on it changes afterwards.
 */
export function buildVersion(input: WritingInput, candidates: readonly SnapshotSheet[]): SheetDraft {
  const sheets = candidates.filter(({ draft }) => isTold(draft));
  const width = Math.max(1, ...sheets.map(({ draft }) => draft.columns.length));
  const columns: readonly DraftColumn[] = [...Array.from({ length: width }, (_, column) => widestColumn(sheets, column)), { width: SOURCE_WIDTH }];
  const units = Object.fromEntries(avvikelseTables(input).map(({ id, chosen }) => [id, chosen.unit]));
  return {
    kind: 'version',
    name: input.names.get('version') ?? `Version ${input.version}`,
    columns,
    helperColumns: [],
    blocks: stackBlocks([
      () =>
        sheetHead({
          title: `Version ${input.version}`,
          subtitle: `${input.namnd}. Ögonblicksbild, bara värden. ${unitText(input.tables.map(({ unit }) => unit))}`,
          signLine: 'Avvikelser: + överskott, − underskott. Källans teckenregel står ovanför varje tabell.',
          note: `Underlaget läst ${momentText(input.readAt)}. Skriven ${momentText(input.writtenAt)}.`,
        }),
      ...sheets.flatMap((sheet) => snapshotBlocks(sheet, width)).map((block) => () => block),
    ]),
    frozenRows: 4,
    footer: `${input.namnd}. Version ${input.version}`,
    properties: new Map([
      [VERSION_PROPERTY, input.version],
      [WRITTEN_PROPERTY, input.writtenAt],
      [READ_PROPERTY, input.readAt],
      [UNITS_PROPERTY, JSON.stringify(units)],
    ]),
  };
}

/** Whether the draft tells what its formulas give; a snapshot of formulas alone would show empty cells as if nothing had been there. */
function isTold(draft: SheetDraft): boolean {
  const formulas = draft.blocks.flatMap((block) => block.rows.flatMap((row) => row.cells.slice(0, draft.columns.length))).filter((cell) => isSpecFormula(cell?.value));
  return formulas.length === 0 || formulas.some((cell) => cell?.result !== undefined);
}

/** A column wide enough for every sheet; folded where all sheets that have it fold it. */
function widestColumn(sheets: readonly SnapshotSheet[], column: number): DraftColumn {
  const columns = sheets.flatMap(({ draft }) => draft.columns[column] ?? []);
  const group = columns.every((each) => each.group !== undefined) ? columns[0]?.group : undefined;
  return { width: Math.max(5, ...columns.map((each) => each.width)), ...(group === undefined ? {} : { group }) };
}

/** The sheet's blocks under the sheet's name; a block without figures, such as a chart, is left out. */
function snapshotBlocks(sheet: SnapshotSheet, width: number): readonly DraftBlock[] {
  const { draft, own } = sheet;
  const oldRows = new Map((own?.rows ?? []).map((old) => [`${old.mark.block}/${old.mark.key}`, old]));
  const title: DraftBlock = { id: `${draft.kind}/`, rows: [AIR, textRow('heading', 'heading', draft.name, LOOK.blockTitle)], startsPage: true };
  const unseen = unseenColumns(draft);
  const blocks = draft.blocks.flatMap((block, index): readonly DraftBlock[] => {
    const rows = namedRows({ blocks: [block] }).flatMap(({ key, row }): readonly DraftRow[] => {
      const isPrinted = row.cells.slice(0, draft.columns.length).some((cell) => cell !== undefined && cell.value !== null);
      if (!isPrinted || (block.id === 'head' && key !== 'sign')) return [];
      const cells = draft.columns.map((_, column) => row.kind === 'head' && unseen.has(column) ? { value: null, style: LOOK.columnHead } : snapshotCell(row.cells[column], keptNow(row.cells[column], sheet, oldRows.get(`${block.id}/${key}`), column)));
      const padding = Array.from({ length: Math.max(0, width - cells.length) }, () => undefined);
      return [{ key, kind: row.kind, cells: [...cells, ...padding, sourceCell(row)] }];
    });
    return rows.length === 0 ? [] : [{ id: `${draft.kind}/${block.id}`, rows: index < 2 ? rows : [AIR, ...rows] }];
  });
  return [title, ...blocks];
}

/** Columns that show a bar and no figure: a version has no bars, so their heading would stand over nothing. */
function unseenColumns(draft: SheetDraft): ReadonlySet<number> {
  const rows = draft.blocks.flatMap((block) => block.rows);
  return new Set(draft.columns.flatMap((_, column) => (rows.some(({ cells }) => cells[column]?.style?.numberFormat === INVISIBLE_FORMAT) ? [column] : [])));
}

function sourceCell(row: DraftRow): DraftCell {
  if (row.kind === 'head') return { value: 'Källa vid läsningen', style: LOOK.columnHead };
  const sources = row.cells.flatMap((cell) => (cell?.source === undefined ? [] : [cell.source]));
  const [first] = sources;
  return { value: first === undefined ? null : `${first.sheet} ${sources.map(({ cell }) => cell).join(', ')}`, style: LOOK.muted };
}

/** What the sheet shows and goes on showing, because the user has written it; undefined where our own content is written. */
function keptNow(cell: DraftCell | undefined, { own, overwrite = NONE }: SnapshotSheet, old: OwnRow | undefined, column: number): SpecValue {
  const at = own?.columns.get(column);
  if (own === null || old === undefined || at === undefined) return undefined;
  const { kind } = keptCell(cell, own, old, column, at);
  const isWritten = kind === 'write' || (kind !== 'users' && isOverwritten(own, old, at, overwrite));
  return isWritten ? undefined : shownValue(own.grid, old.row, at);
}

/** The cell as a value: a formula's figure, what the user has written as it stands now. */
function snapshotCell(cell: DraftCell | undefined, kept: SpecValue): DraftCell | undefined {
  if (cell === undefined) return undefined;
  const style = cell.isUsers === true ? styled(LOOK.itemText) : cell.style;
  const value = kept === undefined ? cell.value : kept;
  const fixed: SpecValue = isSpecFormula(value) ? (cell.result ?? null) : value;
  return { value: fixed ?? null, ...(style === undefined ? {} : { style }) };
}

/** The avvikelser of an earlier version, in kronor by block and row key, from its sheet. */
export function readVersion(grid: SheetGrid): PreviousVersion | null {
  const own = readOwnSheet(grid);
  const name = grid.properties.get(VERSION_PROPERTY);
  const column = own?.columns.get(AVVIKELSE_COLUMN.avvikelse);
  if (own === null || own.kind !== 'version' || name === undefined || column === undefined) return null;
  const units = readUnits(grid.properties.get(UNITS_PROPERTY));
  const avvikelseKr = new Map<string, number>();
  for (const { row, mark } of own.rows) {
    const block = analysisBlock(mark.block);
    const unit = units.get(block ?? '');
    const value = valueAt(grid, row, column);
    if (block !== null && unit !== undefined && typeof value === 'number' && (mark.kind === 'body' || mark.kind === 'sum')) avvikelseKr.set(`${block}/${mark.key}`, value * kronorPer(unit));
  }
  return { name, writtenAt: grid.properties.get(WRITTEN_PROPERTY) ?? '', avvikelseKr };
}

/** The latest version in the workbook before the one being written. */
export function latestVersion(sheets: readonly SheetGrid[], version: string): PreviousVersion | null {
  const versions = sheets.flatMap((sheet) => readVersion(sheet) ?? []).filter(({ name }) => name !== version);
  return versions.sort((a, b) => a.writtenAt.localeCompare(b.writtenAt)).at(-1) ?? null;
}

/** The version of that name that the workbook keeps; null where there is none. */
export function versionNamed(sheets: readonly SheetGrid[], name: string): PreviousVersion | null {
  return sheets.flatMap((sheet) => readVersion(sheet) ?? []).find((version) => version.name === name) ?? null;
}

/** The block of Avvikelseanalys that a block of the version keeps; null for one of another sheet. */
export function analysisBlock(block: string): string | null {
  const prefix = 'avvikelseanalys/' satisfies `${OwnSheetKind}/`;
  return block.startsWith(prefix) ? block.slice(prefix.length) : null;
}

function readUnits(property: string | undefined): ReadonlyMap<string, Unit> {
  const parsed = parseJson(property ?? '{}');
  if (typeof parsed !== 'object' || parsed === null) return new Map();
  return new Map(Object.entries(parsed).flatMap(([block, unit]) => (unit === 'kr' || unit === 'tkr' || unit === 'mnkr' ? [[block, unit] as const] : [])));
}
