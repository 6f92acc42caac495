import type { RowKind } from '../report';

/** A row that a sum takes, and how its amounts enter: a net of costs and revenue that are both positive subtracts one of them. */
export interface SumPart {
  readonly row: number;
  readonly sign: 1 | -1;
}

/** What a row sums, and what that rests on. */
export interface RowSum {
  readonly parts: readonly SumPart[];
  /** A formula names these rows. */
  readonly hasFormula: boolean;
  /** A word (Summa, Netto …), or the missing of any label, says that the row sums. */
  readonly hasCue: boolean;
  /** Columns whose figures add up, of the columns that could have disagreed. Only a guess from the layout when none does. */
  readonly agreeing: number;
  readonly comparable: number;
}

/** A row of a table as it was read; rows and columns are 0-based sheet positions. */
export interface DraftRow {
  readonly row: number;
  readonly label: string;
  readonly code: string | null;
  readonly kind: RowKind;
  readonly level: number;
  /** Figures by column; a percent is a share. */
  readonly values: ReadonlyMap<number, number>;
  /** Texts by column, of text columns and of figure columns where words stand. */
  readonly texts: ReadonlyMap<number, string>;
  /** Columns whose figure is stored as text. */
  readonly textNumbers: ReadonlySet<number>;
  readonly unit?: string;
  readonly isHidden: boolean;
  /** Belongs to no sum: a varav row, or equity below the result. */
  readonly isOutside: boolean;
  readonly sum?: RowSum;
}
