import type { AvvikelseTable } from './avvikelseLine';
import type { PlacedTable } from './avvikelseanalys';
import { changeBlock } from './changeBlock';
import { forecastBlock } from './forecastBlock';
import { netCostBlock } from './netCostBlock';
import { oneOffBlock } from './oneOffBlock';
import type { BlockBuilder, DraftBlock } from './sheetDraft';
import { volumeBlock } from './volumeBlock';
import type { WritingInput } from './writingInput';

/** The blocks below the tables and the bridge, each where the workbook has the figures it needs; one without stands as no rows at all. */
export function avvikelseExtras(input: WritingInput, tables: readonly AvvikelseTable[], placed: () => readonly PlacedTable[]): readonly BlockBuilder[] {
  return [
    orNothing('volume', (top) => volumeBlock(input, placed(), top)),
    orNothing('forecasts', (top) => forecastBlock(input, tables, top)),
    orNothing('netCost', (top) => netCostBlock(input, top)),
    orNothing('oneOff', (top) => oneOffBlock(placed(), input.oneOffs ?? new Set(), top)),
    orNothing('changes', (top) => changeBlock(input, placed(), top)),
  ];
}

const orNothing = (id: string, build: (top: number) => DraftBlock | null): BlockBuilder => (top) => build(top) ?? { id, rows: [] };
