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
  ['atgardsplan', (input) => (hasPlan(input) ? buildAtgardsplan(input) : null)],
  ['handlingsplan', buildHandlingsplan],
  ['effektPerManad', (input) => (hasPlan(input) ? buildEffektPerManad(input) : null)],
  ['nyckeltalR12', (input) => (hasNyckeltal(input) ? buildNyckeltalR12(input) : null)],
  ['avstamning', (input) => (input.checkCount === 0 && input.report.findings.length === 0 ? null : buildAvstamning(input))],
  ['version', (input, before) => (before.length === 0 ? null : buildVersion(input, before.filter(({ draft }) => draft.kind !== 'avstamning' && draft.kind !== 'effektPerManad')))],
]);

/** A plan has a measure, a requirement or a deficit; in a workbook without any table the user may ask for an empty one to fill in. */
function hasPlan({ plan, report }: WritingInput): boolean {
  const hasContent = plan.measures.length > 0 || plan.requirements.length > 0 || plan.forecasts.some((forecast) => forecast.avvikelseTkr < 0);
  return hasContent || report.tables.every((table) => table.kind === 'other');
}
