import type { Area } from './address';
import type { CellValue, WorkbookGrid } from './grid';
import type { SheetSpec, SpecFormula } from './write/sheetSpec';

/** Why the host refused, in words of ours; src/excel maps Excel's codes to them and text turns them into a sentence. */
export type HostErrorCode =
  | 'protected-sheet'
  | 'protected-workbook'
  | 'read-only'
  | 'cell-edit-mode'
  | 'too-large'
  | 'name-taken'
  | 'sheet-gone'
  | 'changed-meanwhile'
  | 'not-supported'
  | 'cancelled'
  | 'no-answer'
  | 'unknown';

/** A refusal by the host. `sheet` and `cell` name the place where they are known; `detail` is for "Kopiera felbeskrivning", never shown. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly code: HostErrorCode,
    readonly place: { readonly sheet?: string; readonly cell?: string } = {},
    readonly detail = '',
    /** False when the workbook could not be put back as it was. */
    readonly isRestored = true,
  ) {
    super(`${code} ${place.sheet ?? ''} ${detail}`.trim());
  }
}

/** Set to true by whoever wants the work to stop; asked between slices. */
export interface CancelSignal {
  readonly aborted: boolean;
}

export interface Progress {
  readonly phase: 'read' | 'analyse' | 'write' | 'restore';
  readonly done: number;
  readonly of: number;
  readonly sheet?: string;
}

export interface WorkOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: CancelSignal;
}

export interface WorkbookReader {
  /** Reads every sheet (or the named ones, or those that the add-in has written) with values, formulas, formats, marks and our own tags. */
  readWorkbook(options?: WorkOptions & { readonly sheets?: readonly string[] | 'own' }): Promise<WorkbookGrid>;
}

export interface WriteResult {
  readonly written: readonly { readonly sheet: string; readonly range: string; readonly isNew: boolean }[];
}

/** Cells that a writing was prepared from, as they stood then. */
export interface WritingBasis {
  /** Id of the sheet, and its name for the one who is told. */
  readonly sheetId: string;
  readonly sheet: string;
  readonly area: Area;
  /** Every cell of the sheet's used range is told; a sheet that has grown since has changed. */
  readonly isWhole: boolean;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly held: CellValue | SpecFormula }[];
}

export interface WriteOptions extends WorkOptions {
  /** Somebody else may have changed these since: then nothing is written, and the refusal is `changed-meanwhile` with the sheet. */
  readonly basis?: readonly WritingBasis[];
}

export interface SheetWriter {
  /** Writes all sheets or none: at a refusal everything is put back and a HostError is thrown. */
  writeSheets(specs: readonly SheetSpec[], options?: WriteOptions): Promise<WriteResult>;
  /** Whether the last writing can be undone, and which sheets it touched. */
  readUndo(): Promise<{ readonly writtenAt: string; readonly sheets: readonly string[] } | null>;
  undoWriting(options?: WorkOptions): Promise<void>;
  /** A writing that was cut off (a mark without an end): the sheets that it had begun; null when there is none. */
  readInterrupted(): Promise<{ readonly sheets: readonly string[] } | null>;
}

/** Small JSON values that travel with the workbook: confirmed readings, comments, thresholds. */
export interface SettingsStore {
  read(key: string): Promise<unknown>;
  readAll(prefix: string): Promise<ReadonlyMap<string, unknown>>;
  write(entries: ReadonlyMap<string, unknown>): Promise<void>;
}

/** A cell as the user marked it. */
export interface SelectedCell {
  readonly sheet: string;
  /** A1 without the sheet. */
  readonly address: string;
  readonly value: CellValue;
}

export interface WorkbookSelection {
  /** "Gå till cell": shows the sheet and marks the cell or area. A sheet that is gone is a HostError `sheet-gone`. */
  selectCell(sheet: string, address: string): Promise<void>;
  /** The first cells of the selection, area by area and row by row; at most `limit` (2 unless told). */
  readSelectedCells(limit?: number): Promise<readonly SelectedCell[]>;
}

export interface WorkbookChange {
  readonly sheet: string;
  /** A1 without the sheet; empty when the host does not tell. */
  readonly address: string;
  /** Made by the add-in itself, as far as the host tells. */
  readonly isOwn: boolean;
  /** Made by somebody else in the same workbook. */
  readonly isRemote: boolean;
}

export type Unsubscribe = () => Promise<void>;

export interface WorkbookEvents {
  onChanged(handler: (change: WorkbookChange) => void): Promise<Unsubscribe>;
  /** Another sheet was shown. */
  onActivated(handler: (sheet: string) => void): Promise<Unsubscribe>;
  onSelectionChanged(handler: () => void): Promise<Unsubscribe>;
}

export interface VonFormulas {
  /** Replaces VON formulas, with what they spill, by their values; tells how many formulas. */
  lockValues(scope: 'selection' | 'sheet'): Promise<number>;
  /** Enters again the VON formulas that show #NAME?, in every sheet; tells how many. */
  repairFormulas(): Promise<number>;
}

/** All that the add-in asks of the workbook it is open in. */
export interface WorkbookPorts {
  readonly reader: WorkbookReader;
  readonly writer: SheetWriter;
  readonly settings: SettingsStore;
  readonly selection: WorkbookSelection;
  readonly events: WorkbookEvents;
  readonly formulas: VonFormulas;
}
