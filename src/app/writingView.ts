import type { OwnSheetKind } from '../workbook/write/sheetSpec';
import type { RewritePreview } from '../workbook/write/rewrite';
import type { SheetPreview, WritingPreview } from './session';

/** The sheets that the user chooses among, in the order they are shown. */
export const CHOSEN_KINDS: readonly OwnSheetKind[] = ['avvikelseanalys', 'atgardsplan', 'handlingsplan', 'avstamning', 'nyckeltalR12', 'version'];

/** "Effekt per månad" follows the plan, whose formulas refer to it. */
export function withCompanions(kinds: readonly OwnSheetKind[]): readonly OwnSheetKind[] {
  return kinds.includes('atgardsplan') ? [...kinds, 'effektPerManad'] : kinds;
}

/** A sheet to choose, with the dry run of it and of the sheets that follow it. */
export interface SheetChoice {
  readonly kind: OwnSheetKind;
  readonly isSkipped: boolean;
  readonly previews: readonly RewritePreview[];
}

/** The dry run by sheet to choose; a sheet with nothing to hold is skipped. */
export function sheetChoices(preview: WritingPreview): readonly SheetChoice[] {
  return CHOSEN_KINDS.map((kind) => {
    const kinds = withCompanions([kind]);
    const previews = preview.sheets.filter((sheet): sheet is Exclude<SheetPreview, { readonly isSkipped: true }> => sheet.isSkipped !== true && kinds.includes(sheet.kind));
    return { kind, isSkipped: !previews.some((sheet) => sheet.kind === kind), previews };
  });
}

/** How many sheets a choice writes. */
export function sheetCount(choices: readonly SheetChoice[], chosen: ReadonlySet<OwnSheetKind>): number {
  return choices.filter((choice) => chosen.has(choice.kind) && !choice.isSkipped).reduce((count, choice) => count + choice.previews.length, 0);
}
