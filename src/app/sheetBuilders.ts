import { buildAtgardsplan } from '../workbook/write/atgardsplan';
import { buildAvstamning } from '../workbook/write/avstamning';
import { buildAvvikelseanalys } from '../workbook/write/avvikelseanalys';
import { buildEffektPerManad } from '../workbook/write/effektPerManad';
import { buildHandlingsplan } from '../workbook/write/handlingsplan';
import { buildNyckeltalR12, hasNyckeltal } from '../workbook/write/nyckeltalR12';
import type { SheetDraft } from '../workbook/write/sheetDraft';
import type { OwnSheetKind } from '../workbook/write/sheetSpec';
import { buildVersion, type SnapshotSheet } from '../workbook/write/version';
import type { WritingInput } from '../workbook/write/writingInput';

/** Makes a sheet of its kind; null where the workbook has nothing for it. `before` are the sheets made before it, for a version to keep. */
export type SheetBuilder = (input: WritingInput, before: readonly SnapshotSheet[]) => SheetDraft | null;

/** One builder for each kind of sheet, in the order that the sheets stand in the workbook. */
export const SHEET_BUILDERS: ReadonlyMap<OwnSheetKind, SheetBuilder> = new Map<OwnSheetKind, SheetBuilder>([
  ['avvikelseanalys', (input) => (input.tables.length === 0 ? null : buildAvvikelseanalys(input))],
  ['atgardsplan', (input) => buildAtgardsplan(input)],
  ['handlingsplan', buildHandlingsplan],
  ['effektPerManad', (input) => buildEffektPerManad(input)],
  ['nyckeltalR12', (input) => (hasNyckeltal(input) ? buildNyckeltalR12(input) : null)],
  ['avstamning', buildAvstamning],
  ['version', (input, before) => (before.length === 0 ? null : buildVersion(input, before.filter(({ draft }) => draft.kind !== 'avstamning' && draft.kind !== 'effektPerManad')))],
]);
