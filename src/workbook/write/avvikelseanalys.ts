import { planTables } from '../read/planTable';
import { chooseForecastTable } from '../read/readForecasts';
import { AVVIKELSE_COLUMN, avvikelseBlock, barScale, errorRows, lineRows, sourceHeadings } from './avvikelseBlock';
import { avvikelseTables, type AvvikelseTable } from './avvikelseLine';
import { BRIDGE_WIDTHS, bridgeBlock, planBridge } from './bridgeBlock';
import { avvikelseExtras } from './avvikelseExtras';
import { helperColumn, stackBlocks, textRow, type BlockBuilder, type DraftColumn, type SheetDraft } from './sheetDraft';
import { comparedWord, comparisonText, sheetHead, signLine, thresholdText, unitText, writtenText } from './sheetHead';
import { READ_PROPERTY, VERSION_PROPERTY, WRITTEN_PROPERTY } from './sheetProperty';
import { LOOK } from './sheetStyle';
import type { WritingInput } from './writingInput';

const WIDTHS: readonly number[] = [34, 12, 12, 12, 12, 12, 17, 16, 36, 10];
/** A bold letter against the average one that widths are counted in. */
const BOLD = 1.15;
const WIDEST = 20;
const HELPERS: readonly DraftColumn[] = BRIDGE_WIDTHS.map((width) => ({ width }));

/** Placed where the sheet rows of a table's lines are known to the blocks below it. */
export interface PlacedTable {
  readonly table: AvvikelseTable;
  readonly rows: ReadonlyMap<string, number>;
}

/**
 * The sheet Avvikelseanalys: every row of the chosen budget tables in source order with live figures, a bridge from budget to what is
 * compared, and the blocks that the workbook has figures for.
 */
export function buildAvvikelseanalys(input: WritingInput): SheetDraft {
  const tables = avvikelseTables(input);
  const scale = barScale(tables);
  const columns = sheetColumns(tables);
  const helper = helperColumn({ columns }, 0);
  const placed: PlacedTable[] = [];
  const tableBlocks = tables.map((table, index): BlockBuilder => (top) => {
    placed.push({ table, rows: lineRows(table, top, index === 0) });
    return avvikelseBlock(table, input, scale, top, index === 0);
  });
  const main = chooseForecastTable(planTables(input.workbook, tables.map(({ chosen }) => chosen.table), 'budget'))?.table;
  // A bridge over verksamheter says where the money went; kinds of cost come second.
  const ordered = [...tables].sort((a, b) => Number(b.chosen.table === main) - Number(a.chosen.table === main));
  const bridged = ordered.map((table) => ({ table, bridge: planBridge(table, input) })).find(({ bridge }) => bridge !== null);
  const bridge: BlockBuilder | null =
    bridged === undefined || bridged.bridge === null ? null : ((found, table) => (top: number) =>
      bridgeBlock(found, table, input, placed.find((place) => place.table === table)?.rows ?? new Map(), helper, top))(bridged.bridge, bridged.table);
  return {
    kind: 'avvikelseanalys',
    name: input.names.get('avvikelseanalys') ?? 'Avvikelseanalys',
    columns,
    helperColumns: HELPERS,
    blocks: stackBlocks([
      () => headBlock(tables, input),
      ...(tables.length === 0 ? [emptyBlock] : tableBlocks),
      bridge,
      ...avvikelseExtras(input, tables, () => placed),
    ]),
    frozenRows: 4,
    footer: `${input.namnd}. ${input.version}`,
    properties: new Map([[VERSION_PROPERTY, input.version], [WRITTEN_PROPERTY, input.writtenAt], [READ_PROPERTY, input.readAt]]),
  };
}

/** No word of a heading of the user's is broken in two. */
function sheetColumns(tables: readonly AvvikelseTable[]): readonly DraftColumn[] {
  return WIDTHS.map((width, column) => {
    const words = tables.flatMap((table) => (sourceHeadings(table)[column - AVVIKELSE_COLUMN.context] ?? '').split(/[\s-]+/));
    return { width: Math.max(width, ...words.map((word) => Math.min(WIDEST, Math.ceil(word.length * BOLD + 1)))) };
  });
}

function headBlock(tables: readonly AvvikelseTable[], input: WritingInput): ReturnType<typeof sheetHead> {
  const bases = new Set(tables.map(({ chosen }) => chosen.comparison.basis));
  const [basis] = bases;
  const compared = basis !== undefined && bases.size === 1 ? `, ${comparisonText(basis)}` : '';
  const first = tables[0];
  const units = tables.map(({ chosen }) => chosen.unit);
  const before = input.previousVersion === undefined ? '' : ` Jämförs med version ${input.previousVersion.name}.`;
  const assumed = tables.some(({ chosen }) => chosen.isUnitAssumed) ? ' Enheten är antagen, den står inte i underlaget.' : '';
  return sheetHead({
    title: 'Avvikelseanalys',
    subtitle: `${input.namnd}. ${input.version}${compared}. ${unitText(units)}${assumed}`.trim(),
    signLine: first === undefined ? 'Teckenregel: ingen tabell är vald.' : `${new Set(units).size > 1 ? `Belopp i ${first.chosen.unit}. ` : ''}${signLine(first.chosen, comparedWord(first.chosen.comparison.basis), errorRows(first))}`,
    note: `${thresholdText(input.threshold, units[0] ?? 'tkr')}${before} ${writtenText(input)}`,
  });
}

function emptyBlock(): ReturnType<BlockBuilder> {
  return { id: 'empty', rows: [textRow('note', 'empty', 'Ingen budgettabell med avgjord teckenregel och enhet finns i arbetsboken.', LOOK.headLine)] };
}
