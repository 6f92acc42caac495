import type { SheetGrid } from '../grid';
import { AVVIKELSE_COLUMN } from './avvikelseBlock';
import { readOwnSheet, shownValue } from './ownSheet';
import { VERSION_PROPERTY, WRITTEN_PROPERTY } from './sheetProperty';
import { analysisBlock } from './version';

/** The comments that stand on a sheet of ours, and the version that it was written for. */
export interface SheetComments {
  readonly version: string;
  /** ISO local time. */
  readonly writtenAt: string;
  /** By row key. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * The comments on Avvikelseanalys, or those that a version keeps of it: whoever typed them, in the pane or in the sheet. A key that stands
 * in several tables has one text.
 * @returns null for another sheet
 */
export function readSheetComments(grid: SheetGrid): SheetComments | null {
  const own = readOwnSheet(grid);
  const version = grid.properties.get(VERSION_PROPERTY);
  const at = own?.columns.get(AVVIKELSE_COLUMN.comment);
  if (own === null || version === undefined || at === undefined || (own.kind !== 'version' && own.kind !== 'avvikelseanalys')) return null;
  const texts = new Map<string, string>();
  for (const { row, mark } of own.rows) {
    const isOfAnalysis = own.kind === 'avvikelseanalys' || analysisBlock(mark.block) !== null;
    const text = shownValue(grid, row, at);
    const isComment = isOfAnalysis && (mark.kind === 'body' || mark.kind === 'sum') && typeof text === 'string' && text.trim() !== '';
    if (isComment && !texts.has(mark.key)) texts.set(mark.key, text);
  }
  return { version, writtenAt: grid.properties.get(WRITTEN_PROPERTY) ?? '', texts };
}
