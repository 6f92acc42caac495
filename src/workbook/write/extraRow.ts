import { AIR, textRow, type DraftCell, type DraftRow } from './sheetDraft';
import type { SpecValue } from './sheetSpec';
import { LOOK, styled } from './sheetStyle';

/** Columns of Avvikelseanalys that the lower blocks fill. */
const WIDTH = 10;

/** Air, heading and a line that says how the figures of the block are made. */
export function blockHeading(title: string, note: string): readonly DraftRow[] {
  return [AIR, textRow('heading', 'heading', title, LOOK.blockTitle), textRow('note', 'note', note, LOOK.headLine)];
}

/** The heading row of a lower block; with a source column it is as wide as the sheet. */
export function extraHead(words: readonly string[], options: { readonly right: readonly number[]; readonly source?: boolean }): DraftRow {
  return {
    key: 'head',
    kind: 'head',
    cells: Array.from({ length: options.source === true ? WIDTH : words.length }, (_, column): DraftCell => ({
      value: column === WIDTH - 1 && options.source === true ? 'Källa' : (words[column] ?? null),
      style: options.right.includes(column) ? LOOK.columnHeadRight : LOOK.columnHead,
    })),
  };
}

/** A figure of a lower block. */
export function figureCell(value: SpecValue, result: number | string, numberFormat: string, look = {}): DraftCell {
  return { value, result, style: styled(LOOK.item, { horizontal: 'right', numberFormat }, look) };
}
