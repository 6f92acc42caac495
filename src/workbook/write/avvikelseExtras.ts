import type { AvvikelseTable } from './avvikelseLine';
import type { PlacedTable } from './avvikelseanalys';
import type { BlockBuilder } from './sheetDraft';
import type { WritingInput } from './writingInput';

/** The blocks below the tables, each where the workbook has the figures it needs. */
export function avvikelseExtras(_input: WritingInput, _tables: readonly AvvikelseTable[], _placed: () => readonly PlacedTable[]): readonly (BlockBuilder | null)[] {
  return [];
}
