import type { Unit } from '../../core/amount';
import type { Area } from '../address';
import type { SheetGrid } from '../grid';
import type { Confidence, Field, Part, TableKind } from '../report';

/** What stretch of time a heading speaks of. `month` is 1–12. */
export type Period =
  /** January to `month`; without `month` where the heading only says "ack" or "periodutfall". */
  | { readonly kind: 'toDate'; readonly month?: number; readonly year?: number }
  | { readonly kind: 'fullYear'; readonly year?: number }
  | { readonly kind: 'month'; readonly month: number; readonly year?: number }
  /** One quarter (1–4) by itself, as it stands beside others. */
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year?: number };

/** A column whose heading has been read; `index` is the 0-based sheet column. */
export interface DraftColumn {
  readonly index: number;
  /** Heading texts from the top row down, without repetitions: ["Budget 2017", "Kostnader"]. */
  readonly path: readonly string[];
  /** The path as one text: "Budget 2017 Kostnader". */
  readonly header: string;
  readonly field: Field;
  readonly year?: number;
  readonly part?: Part;
  /** The heading's own words for when a forecast or an outcome was made: "okt", "2", "T2". */
  readonly asOf?: string;
  readonly period?: Period;
  /** The unit of this column where it is not the table's. */
  readonly unit?: Unit;
  readonly confidence: Confidence;
  /** Why the column was read so: a short Swedish phrase. */
  readonly reason: string;
  readonly hidden: boolean;
  /** No row has a figure in it: an outcome that is not reported yet. */
  readonly isEmpty?: true;
  /** One of two columns that share a deviation, surplus in one and deficit in the other; `sign` × figure is + for better. */
  readonly half?: { readonly side: 'better' | 'worse'; readonly sign: 1 | -1; readonly other: { readonly index: number; readonly sign: 1 | -1 } };
  /** A deviation that tells one side only ("Underskott"), and has no column of the other beside it. */
  readonly isOneSided?: boolean;
}

/** A table found on a sheet with its columns read, before its rows are. 0-based sheet coordinates; bottom and right are included. */
export interface TableDraft {
  readonly grid: SheetGrid;
  /** First heading row to last row of figures, label columns included. */
  readonly area: Area;
  readonly headerRows: readonly number[];
  /** Label, code and area columns left of the figures, in order. */
  readonly labelColumns: readonly number[];
  /** Every column with a heading or with content, in order; blank spacer columns are left out. */
  readonly columns: readonly DraftColumn[];
  readonly kind: TableKind;
  readonly unit: Unit | null;
  /** A1 address of the cell that tells the unit; left out where it was assumed or there is none. */
  readonly unitCell?: string;
  readonly title: string;
  /** Title rows and notes that speak of this table (sign texts, sources), in sheet order. */
  readonly contextTexts: readonly string[];
  /** Headings printed again inside the body. */
  readonly repeatedHeaderRows: readonly number[];
  /** Of a table that lies on its side: the same table stood up, in a sheet whose rows and columns have changed places. */
  readonly upright?: TableDraft;
}
