import type { PlanInput, PlanMeasure } from '../workbook/plan';
import type { SelectedCell, Unsubscribe, WorkbookChange, WorkOptions } from '../workbook/ports';
import type { Finding } from '../workbook/report';
import type { ChangedFigure } from '../workbook/write/sourceTrace';
import type { Threshold } from '../core/threshold';
import type {
  Correction, Reading, RowComment, TableKey, WritingChoice, WritingOutcome, WritingPreview,
} from '../app/session';
import type { PaneRequest } from '../app/paneRequests';
import type { TraceEnd } from '../app/sourceTrace';
import type { SeriesChoice } from '../app/r12View';
import type { WriteSheetsOptions } from '../app/writeSheets';
import type { HostTheme } from './hooks/useColorScheme';

/** All that the pane asks of the world: the use cases of src/app over the ports. A test gives it ports in memory. */
export interface PaneServices {
  readonly now: () => Date;
  readonly displayLanguage: string | undefined;
  readonly readHostTheme: () => HostTheme;
  /** False in an Excel without the needed requirement sets. */
  readonly isSupported: boolean;

  /** Fetches the code behind the services before it is needed. */
  readonly loadAhead: () => Promise<unknown>;
  readonly readWorkbook: (options: WorkOptions) => Promise<Reading>;
  /** "Läs markerat område": reads the marked area as a sheet of its own. */
  readonly readSelection: (reading: Reading) => Promise<Reading>;
  /** Keeps what the user confirmed or corrected, and reads the table again by it. */
  readonly correctTable: (reading: Reading, table: TableKey, correction: Correction) => Promise<Reading>;
  readonly saveThreshold: (reading: Reading, threshold: Threshold) => Promise<Reading>;
  /** A reason marks the findings as looked into; null opens them again. */
  readonly acceptFindings: (reading: Reading, findings: readonly Finding[], reason: string | null) => Promise<Reading>;

  /** Those typed in the pane and those that stand on our sheets, of every version. */
  readonly readComments: (reading: Reading) => Promise<readonly RowComment[]>;
  readonly saveComments: (comments: readonly RowComment[]) => Promise<void>;
  /** Rows (by key) that the user marked as one-off items. */
  readonly readOneOffs: () => Promise<readonly string[]>;
  readonly saveOneOffs: (rowKeys: readonly string[]) => Promise<void>;

  readonly readPlan: (reading: Reading) => Promise<PlanInput>;
  /** Keeps a measure; `replaces` is the key it had before, null adds one. */
  readonly saveMeasure: (reading: Reading, measure: PlanMeasure, replaces: string | null) => Promise<PlanInput>;
  readonly removeMeasure: (reading: Reading, key: string) => Promise<PlanInput>;

  readonly readSeriesChoices: () => Promise<ReadonlyMap<string, SeriesChoice>>;
  readonly saveSeriesChoice: (seriesKey: string, choice: SeriesChoice) => Promise<ReadonlyMap<string, SeriesChoice>>;

  readonly previewWriting: (reading: Reading, choice: WritingChoice, overwrite: ReadonlySet<string>) => Promise<WritingPreview>;
  readonly writeSheets: (reading: Reading, choice: WritingChoice, options: WriteSheetsOptions) => Promise<WritingOutcome>;
  /** A values-only sheet of its own, where a sheet of ours is protected. */
  readonly writeCopy: (reading: Reading, version: string) => Promise<WritingOutcome>;
  /** The avvikelser with tabs between the cells, to paste elsewhere. */
  readonly tableAsText: (reading: Reading, version: string) => Promise<string>;
  /** "Källspår": reads the workbook again, and tells the written figures whose source has changed. */
  readonly readChangedSources: () => Promise<readonly ChangedFigure[]>;
  /** "Källspår": the source of a written figure, or the figure that came from a source; null for any other cell. */
  readonly readOtherEnd: (sheet: string, cell: string) => Promise<TraceEnd | null>;
  /** Puts the last writing back; false when it can no longer be undone. */
  readonly undoWriting: () => Promise<boolean>;
  /** A writing of an earlier session that was cut off, so that its sheets can be put back. */
  readonly readInterrupted: () => Promise<readonly string[] | null>;

  readonly selectCell: (sheet: string, address: string) => Promise<void>;
  readonly readSelectedCells: (limit?: number) => Promise<readonly SelectedCell[]>;
  readonly onChanged: (handler: (change: WorkbookChange) => void) => Promise<Unsubscribe>;
  readonly onSelectionChanged: (handler: () => void) => Promise<Unsubscribe>;
  /** Ribbon buttons; a request made before the pane listened is handed over at once. */
  readonly onRequest: (handler: (request: PaneRequest) => void) => () => void;
  readonly copyText: (text: string) => Promise<void>;
}
