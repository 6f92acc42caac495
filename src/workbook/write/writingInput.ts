import type { Unit } from '../../core/amount';
import type { SignRule } from '../../core/signRule';
import type { Threshold } from '../../core/threshold';
import type { WorkbookGrid } from '../grid';
import type { Comparison, Report, ReportTable } from '../report';
import type { PlanInput } from '../plan';
import type { SeriesChoice } from './r12Indicator';
import type { OwnSheetKind } from './sheetSpec';

/** Everything that the sheets are built from. Two equal inputs give equal sheets: time and names are in it, nothing is asked for. */
export interface WritingInput {
  readonly workbook: WorkbookGrid;
  readonly report: Report;
  /** Budget tables to write, in the order they stand on Avvikelseanalys. */
  readonly tables: readonly ChosenTable[];
  readonly plan: PlanInput;
  readonly threshold: Threshold;
  /** "Helår 2024", in the user's words. */
  readonly version: string;
  /** The version that was written before this one, with the figures it held. */
  readonly previousVersion?: PreviousVersion;
  /** The nämnd's name, or the workbook's where it is not known. */
  readonly namnd: string;
  /** ISO local time without zone: "2025-01-28T14:36". */
  readonly writtenAt: string;
  readonly readAt: string;
  /** How many printed figures were recomputed. */
  readonly checkCount: number;
  /** Findings that the user marked as looked into: `findingId` and the reason given. */
  readonly accepted: ReadonlyMap<string, string>;
  /** Comments typed in the pane, by row key. */
  readonly comments: ReadonlyMap<string, string>;
  /** Keys of the rows that the user marked as one-off items; none of a table marked leaves it to the words of the source. */
  readonly oneOffs?: ReadonlySet<string>;
  /** How the user wants series computed and judged, by `seriesKey`. */
  readonly seriesChoices?: ReadonlyMap<string, SeriesChoice>;
  /** The names the sheets get, decided by `chooseSheetNames`. */
  readonly names: ReadonlyMap<OwnSheetKind, string>;
}

/** A budget table that the user (or its own rows) has cleared for writing. */
export interface ChosenTable {
  readonly table: ReportTable;
  readonly unit: Unit;
  readonly isUnitAssumed: boolean;
  readonly signRule: SignRule;
  /** Its own rows show the rule, or the user has said so; else the sign line says "ej bekräftad". */
  readonly isConfirmed: boolean;
  /** What is compared with what on the sheet; one of the table's comparisons. */
  readonly comparison: Comparison;
}

export interface PreviousVersion {
  readonly name: string;
  readonly writtenAt: string;
  /** Avvikelse in kronor by block and row key, as they stood in that version. */
  readonly avvikelseKr: ReadonlyMap<string, number>;
}

/** Names a finding across readings: code, sheet and cell. */
export function findingId(finding: { readonly code: string; readonly sheet: string; readonly cell: string }): string {
  return `${finding.code} ${finding.sheet}!${finding.cell}`;
}
