import { buildAtgardsplan } from '../workbook/write/atgardsplan';
import { buildEffektPerManad } from '../workbook/write/effektPerManad';
import { buildHandlingsplan } from '../workbook/write/handlingsplan';
import type { SheetDraft } from '../workbook/write/sheetDraft';
import type { OwnSheetKind } from '../workbook/write/sheetSpec';
import type { WritingInput } from '../workbook/write/writingInput';

/** Makes a sheet of its kind; null where the workbook has nothing for it. */
export type SheetBuilder = (input: WritingInput) => SheetDraft | null;

/** One builder for each kind of sheet, in the order that the sheets stand in the workbook. */
export const SHEET_BUILDERS: ReadonlyMap<OwnSheetKind, SheetBuilder> = new Map<OwnSheetKind, SheetBuilder>([
  ['atgardsplan', (input) => buildAtgardsplan(input)],
  ['handlingsplan', buildHandlingsplan],
  ['effektPerManad', (input) => buildEffektPerManad(input)],
]);
