import { findNamnd } from '../workbook/read/findNamnd';
import { adoptPlanRows } from '../workbook/write/adoptPlanRows';
import { readOwnSheet } from '../workbook/write/ownSheet';
import { rewriteSheets } from '../workbook/write/rewrite';
import type { RewritePreview, SheetToWrite } from '../workbook/write/rewrite';
import { chooseSheetNames } from '../workbook/write/sheetNames';
import type { OwnSheetKind, SheetSpec } from '../workbook/write/sheetSpec';
import { latestVersion, type SnapshotSheet } from '../workbook/write/version';
import { writingBasis } from '../workbook/write/writingBasis';
import type { WritingInput } from '../workbook/write/writingInput';
import type { WritingBasis } from '../workbook/ports';
import { chooseTables } from './chooseTables';
import { commentsOf, readComments } from './comments';
import { readOneOffs } from './oneOffs';
import { readCurrentPlan } from './planEdits';
import { readSeriesChoices } from './seriesChoices';
import { tableKey } from './session';
import type { AppPorts, LeftOutTable, Reading, TableKey, WritingChoice } from './session';
import { SHEET_BUILDERS } from './sheetBuilders';

/** Everything that writing needs and the dry run shows; nothing has been changed yet. */
export interface PreparedWriting {
  readonly specs: readonly SheetSpec[];
  readonly previews: readonly RewritePreview[];
  /** What the sheets were prepared from, for the writer to compare. */
  readonly basis: readonly WritingBasis[];
  /** Sheets that were chosen but have nothing to hold. */
  readonly skipped: readonly OwnSheetKind[];
  /** The tables that the sheets speak of. */
  readonly chosen: readonly TableKey[];
  readonly leftOut: readonly LeftOutTable[];
}

/**
 * Builds the chosen sheets from a reading, worked in with what already stands on them.
 * @param overwrite cells changed by hand that shall be written after all, as "Sheet!A1"
 */
export async function prepareWriting(ports: Pick<AppPorts, 'settings' | 'now'>, reading: Reading, choice: WritingChoice, overwrite: ReadonlySet<string> = new Set()): Promise<PreparedWriting> {
  const { chosen, leftOut } = chooseTables(reading, choice.tables);
  const comments = commentsOf(await readComments(ports), choice.version);
  // A version keeps the values of every sheet, also of those that are not written with it.
  const kinds = [...SHEET_BUILDERS.keys()].filter((kind) => choice.sheets.includes(kind) || choice.sheets.includes('version'));
  const names = chooseSheetNames(reading.grid.sheets, kinds, choice.version);
  const before = latestVersion(reading.grid.sheets, choice.version);
  const input: WritingInput = {
    workbook: reading.grid,
    report: reading.report,
    tables: chosen,
    plan: await readCurrentPlan(ports, reading),
    threshold: choice.threshold ?? reading.threshold,
    version: choice.version,
    ...(before === null ? {} : { previousVersion: before }),
    namnd: findNamnd(reading.grid) ?? `Arbetsboken ${reading.grid.name.replace(/\.[^.]*$/, '')}`,
    writtenAt: localTime(ports.now()),
    readAt: localTime(new Date(reading.readAt)),
    checkCount: reading.checkCount,
    accepted: reading.accepted,
    comments,
    oneOffs: new Set(await readOneOffs(ports)),
    seriesChoices: await readSeriesChoices(ports),
    names: new Map([...names].map(([kind, { name }]) => [kind, name])),
  };
  const sheets: (SheetToWrite & SnapshotSheet)[] = [];
  const skipped: OwnSheetKind[] = [];
  for (const kind of kinds) {
    const draft = SHEET_BUILDERS.get(kind)?.(input, sheets) ?? null;
    if (draft === null) {
      if (choice.sheets.includes(kind)) skipped.push(kind);
      continue;
    }
    const name = names.get(kind);
    const grid = reading.grid.sheets.find((sheet) => sheet.id === name?.existingId);
    const own = grid === undefined ? null : readOwnSheet(grid);
    sheets.push({
      draft,
      own: own === null ? null : adoptPlanRows(own),
      ...(name?.wantedName === undefined ? {} : { wantedName: name.wantedName }),
      // A sheet that is not written keeps the text that stands on it, whatever was chosen for it.
      ...(choice.sheets.includes(kind) ? { overwrite } : {}),
    });
  }
  const written = sheets.filter(({ draft }) => choice.sheets.includes(draft.kind));
  const { specs, previews } = rewriteSheets(written, overwrite);
  return { specs, previews, basis: writingBasis(written, reading.grid), skipped, chosen: chosen.map(({ table }) => tableKey(table)), leftOut };
}

/** ISO local time without zone, as it is printed on the sheets. */
function localTime(time: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}
