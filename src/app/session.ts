import type { Unit } from '../core/amount';
import type { Threshold } from '../core/threshold';
import type { WorkbookGrid } from '../workbook/grid';
import type { WorkbookPorts } from '../workbook/ports';
import type { Correction } from '../workbook/read/correction';
import type { RememberedTable } from '../workbook/read/memory';
import type { Report, ReportTable, WrittenSheet } from '../workbook/report';
import type { RewritePreview } from '../workbook/write/rewrite';
import type { OwnSheetKind } from '../workbook/write/sheetSpec';

/** Everything a use case needs from outside; the composition root (pane, commands, command line) fills it in. */
export interface AppPorts extends WorkbookPorts {
  /** Today's date is a parameter, so that a test can choose it. */
  readonly now: () => Date;
  /** Gives the thread back between two slices of work, so that the pane can paint. */
  readonly pause: () => Promise<void>;
}

/** Names a table inside one reading: sheet and range, as "Driftsredovisning!A3:F19". */
export type TableKey = string;

/** The name of a table: "Driftsredovisning!A3:F19". */
export function tableKey(table: Pick<ReportTable, 'sheet' | 'range'>): TableKey {
  return `${table.sheet}!${table.range}`;
}

/** The one thing to ask about a table before it can be used. */
export type Question =
  | { readonly kind: 'sign-rule'; readonly table: TableKey }
  | { readonly kind: 'unit'; readonly table: TableKey; readonly assumed: Unit }
  /** Measures without a verksamhet: do they belong to the whole nämnd? */
  | { readonly kind: 'measures-owner'; readonly table: TableKey; readonly count: number }
  /** A column that was confirmed earlier has another heading now. */
  | { readonly kind: 'moved-column'; readonly table: TableKey; readonly column: string; readonly before: string; readonly now: string };

export type { Correction };

/** How a table was met again: confirmed before and unchanged, moved, or new. */
export type Recognition = 'new' | 'recognised' | 'moved';

export interface TableStatus {
  readonly key: TableKey;
  readonly state: 'ready' | 'question' | 'unused';
  readonly questions: readonly Question[];
  readonly recognition: Recognition;
  /** The sign rule fits the table's own rows, or the user confirmed it. */
  readonly isConfirmed: boolean;
  /** Nothing in the sheet told the unit: it was assumed. */
  readonly isUnitAssumed: boolean;
  readonly correction: Correction;
  /** What this table was recalled from; null for a new one. */
  readonly remembered: RememberedTable | null;
}

/** The workbook as it was read, corrected by what the user confirmed earlier. */
export interface Reading {
  readonly grid: WorkbookGrid;
  /** Findings carry no message yet: `text` makes the sentences. */
  readonly report: Report;
  /** One status for each of the report's tables, in the same order. */
  readonly statuses: readonly TableStatus[];
  /** ISO time. */
  readonly readAt: string;
  /** How many printed figures were recomputed. */
  readonly checkCount: number;
  /** Findings that the user marked as looked into: `findingId` and the reason. */
  readonly accepted: ReadonlyMap<string, string>;
  readonly threshold: Threshold;
  /** Sheets that the add-in wrote earlier, by kind and name. */
  readonly ownSheets: readonly { readonly id: string; readonly name: string; readonly kind: OwnSheetKind }[];
}

/** The pane knows a finding by the same name as the sheets do. */
export { findingId } from '../workbook/write/writingInput';

/** What the user chose on "Skriv blad". */
export interface WritingChoice {
  /** "Helår 2024": stands at the top of the sheets and names the version. */
  readonly version: string;
  readonly sheets: readonly OwnSheetKind[];
  /** Tables to use; left out takes all with a decided rule and unit. */
  readonly tables?: readonly TableKey[];
  readonly threshold?: Threshold;
}

/** Why a table is not on the written sheets. */
export interface LeftOutTable {
  readonly key: TableKey;
  readonly reason: 'sign-rule' | 'unit' | 'ignored' | 'no-comparison';
}

/** The dry run of one sheet; a skipped one has nothing to show ("Inga månadsserier i arbetsboken"). */
export type SheetPreview = (RewritePreview & { readonly isSkipped?: false }) | { readonly isSkipped: true; readonly kind: OwnSheetKind };

/** The dry run: what writing would change, before anything does. */
export interface WritingPreview {
  readonly sheets: readonly SheetPreview[];
  /** When the version that the workbook keeps under the same name was written, ISO local time; null where there is none. */
  readonly replacesFrom: string | null;
  readonly leftOut: readonly LeftOutTable[];
}

export interface WritingCheck {
  /** Every cell we wrote reads back as it was meant to. */
  readonly isComplete: boolean;
  /** Cells of ours that hold something else than was meant, "Sheet!A1". */
  readonly wrongCells: readonly string[];
  /** Cells of ours that show an error, "Sheet!A1". */
  readonly errorCells: readonly string[];
  /** No VON function and no external link in what was written. */
  readonly isPortable: boolean;
}

export interface WritingOutcome {
  readonly written: readonly (WrittenSheet & { readonly isNew: boolean })[];
  /** Sheets that were chosen but have nothing to hold. */
  readonly skipped: readonly OwnSheetKind[];
  readonly leftOut: readonly LeftOutTable[];
  /** Null when the sheets were written but could not be read back. */
  readonly check: WritingCheck | null;
  /** The tables were remembered for next month. */
  readonly isRemembered: boolean;
  /** ISO time. */
  readonly writtenAt: string;
}

/** A comment belongs to a row by its key and to a version; never to a cell. */
export interface RowComment {
  /** Ansvar + verksamhet + konto as far as present, else the path of labels. */
  readonly rowKey: string;
  readonly version: string;
  readonly text: string;
  /** ISO time of the last change. */
  readonly changedAt: string;
}
