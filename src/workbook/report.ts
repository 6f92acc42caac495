import type { Unit } from '../core/amount';
import type { SignRule } from '../core/signRule';

/** The machine-readable report von-report/1: what the product reads out of a workbook. The same object is what the pane shows. */
export interface Report {
  readonly schema: 'von-report/1';
  readonly workbook: string;
  readonly tables: readonly ReportTable[];
  readonly findings: readonly Finding[];
  readonly written: readonly WrittenSheet[];
}

export interface WrittenSheet {
  readonly sheet: string;
  readonly range: string;
}

export type TableKind = 'budget' | 'measures' | 'requirements' | 'volumes' | 'indicators' | 'series' | 'ledger' | 'other';

export type AnyTableField = 'label' | 'code' | 'area' | 'unit' | 'month' | 'comment' | 'status' | 'responsible' | 'other';
export type MoneyField =
  | 'previous' | 'budget' | 'budgetToDate' | 'actual' | 'actualToDate' | 'forecast' | 'variance' | 'variancePercent' | 'share' | 'remaining'
  | 'budgetOriginal' | 'budgetChange';
export type VolumeField = 'volumeBudget' | 'volumeActual' | 'volumeForecast' | 'volumeVariance' | 'volumeEffect';
export type MeasureField =
  | 'measure' | 'description' | 'analysis' | 'consequence' | 'start' | 'end' | 'date' | 'effectYear' | 'effectFullYear'
  | 'savingPlanned' | 'savingRealised' | 'followUp' | 'probability' | 'ramp' | 'oneOffCost' | 'inForecast' | 'realised';
export type IndicatorField = 'target' | 'current' | 'direction';
export type LedgerField = 'responsibility' | 'activity' | 'account' | 'project' | 'object' | 'counterpart' | 'period' | 'amount';
export type Field = AnyTableField | MoneyField | VolumeField | MeasureField | 'requirement' | IndicatorField | LedgerField;

export type Part = 'costs' | 'revenue' | 'net' | 'total';

/** How sure a reading is: counts that the controller can check, never a percentage of certainty. */
export type Confidence = 'sure' | 'likely' | 'ask';

export interface ReportColumn {
  readonly column: string;
  readonly header: string;
  readonly field: Field;
  readonly year?: number;
  readonly part?: Part;
  /** The heading's own words for when a forecast or an outcome was made. */
  readonly asOf?: string;
  /** The unit of this column where it is not the table's. */
  readonly unit?: Unit;
  readonly confidence?: Confidence;
  /** Why the column was read so, for the pane; a key or a short Swedish phrase. */
  readonly reason?: string;
  readonly hidden?: true;
}

export type RowKind = 'item' | 'sum' | 'section' | 'note';

export interface ReportRow {
  /** 1-based sheet row. */
  readonly row: number;
  readonly label: string;
  readonly code: string | null;
  readonly kind: RowKind;
  readonly level: number;
  /** Numbers as read, by column letter. A percent is a share: 0.034. */
  readonly values: Readonly<Record<string, number>>;
  /** Texts as read, by column letter, of columns that hold text (measures, comments, notes in a figure's cell). */
  readonly texts?: Readonly<Record<string, string>>;
  /** Recomputed, + = överskott. Left out where nothing can be compared. */
  readonly variance?: number;
  readonly variancePercent?: number;
  readonly varianceToDate?: number;
  /** How this row is signed, where that is not the table's rule. */
  readonly signRule?: SignRule;
  readonly unit?: string;
  readonly hidden?: true;
  /** 1-based rows that this row sums. */
  readonly parts?: readonly number[];
}

/** A part of a table that signs otherwise than the table, with its own evidence. */
export interface SignPart {
  /** 1-based sheet rows. */
  readonly rows: readonly number[];
  readonly signRule: SignRule;
  readonly signEvidence: { readonly matched: number; readonly of: number };
  /** The part prints overspending with plus. */
  readonly printedVariance?: 'plus-worse';
}

/** What a table's variance compares, named by columns. */
export interface Comparison {
  readonly budget: string;
  readonly compared: string;
  readonly basis: 'toDate' | 'forecast' | 'final';
}

export interface ReportTable {
  readonly sheet: string;
  readonly range: string;
  /** 1-based sheet rows. */
  readonly headerRows: readonly number[];
  readonly kind: TableKind;
  readonly unit: Unit | null;
  readonly signRule: SignRule | null;
  readonly signEvidence?: { readonly matched: number; readonly of: number };
  /** The table prints overspending with plus. */
  readonly printedVariance?: 'plus-worse';
  /** Parts with a sign rule or a printed deviation of their own. */
  readonly signParts?: readonly SignPart[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  /** Text rows above the table that belong to it, nearest last. */
  readonly title?: string;
  /** Where the unit was found, as an A1 address; left out where no cell tells it. */
  readonly unitCell?: string;
  /** The comparisons that the table allows, the one behind `variance` first. */
  readonly comparisons?: readonly Comparison[];
  /** Of a table that lies on its side (budget and outcome in rows): the same table stood up. */
  readonly upright?: ReportTable;
  /** Rows and columns have changed places: `row` counts the sheet's columns (1 is A), and letters count its rows (A is 1). `figureCell` gives the cell. */
  readonly isTurned?: true;
  /** A ledger's totals. */
  readonly pivot?: LedgerPivot;
}

export interface LedgerPivot {
  readonly activity: Readonly<Record<string, number>>;
  readonly responsibility: Readonly<Record<string, number>>;
  readonly accountClass: Readonly<Record<string, number>>;
  /** The same totals of the ledger's own budget column. */
  readonly budget?: Pick<LedgerPivot, 'activity' | 'responsibility' | 'accountClass'>;
}

export type FindingCode =
  | 'variance-mismatch' | 'percent-mismatch' | 'sum-mismatch' | 'row-outside-sum' | 'cross-table-mismatch' | 'sign-mismatch'
  | 'effect-mismatch' | 'text-number' | 'missing-month' | 'sign-rule-uncertain' | 'unit-unknown' | 'header-uncertain' | 'cell-error';
export type Severity = 'error' | 'warning' | 'rounding' | 'info';

/** A fault in the data: a value, never an exception. `text` turns it into a sentence. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string;
  readonly printed?: number | string | null;
  readonly expected?: number | string | null;
  /** The label of the row the cell stands in. */
  readonly label?: string;
  /** How the expected figure follows, as data: the operation and the cells it took. */
  readonly basis?: FindingBasis;
  /** Half a unit of the last decimal × (terms + 1), where rounding was tried. */
  readonly tolerance?: number;
  /** "Sheet!A1" of the finding that explains this one. */
  readonly cause?: string;
  /** The sentence that the user reads; filled in by `text` before the report leaves the program. */
  readonly message?: string;
}

export interface FindingBasis {
  readonly operation: 'sum' | 'net' | 'difference' | 'ratio' | 'effect' | 'same' | 'series' | 'text' | 'sign';
  /** "Sheet!A1" or "A1" (same sheet), in the order of the operation. */
  readonly cells: readonly string[];
  /** A likely cause the checks could name. */
  readonly likely?: 'row-outside-sum' | 'row-twice' | 'sign-turned' | 'typed-over-formula' | 'factor-1000' | 'factor-10' | 'swapped-digits' | 'stale';
  /** 1-based row that is missing from, or doubled in, a sum. */
  readonly row?: number;
  /** More for the sentence: a month's name, a start month that would fit, the words of the heading … */
  readonly words?: readonly string[];
}
