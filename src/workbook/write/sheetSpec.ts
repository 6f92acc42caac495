import type { Area } from '../address';
import type { SheetOrder } from './lineOrder';

/** The sheets the add-in writes. */
export type OwnSheetKind = 'avvikelseanalys' | 'atgardsplan' | 'handlingsplan' | 'effektPerManad' | 'nyckeltalR12' | 'avstamning' | 'version';

/** A native formula in English notation with the leading "=". Built by us only; never made of what a user or a cell says. */
export interface SpecFormula {
  readonly formula: string;
}

/** Text is written as text whatever it begins with. undefined leaves the cell as it is; null empties it. Dates are serial numbers. */
export type SpecValue = number | string | boolean | null | undefined | SpecFormula;

export interface SpecBlock {
  readonly top: number;
  readonly left: number;
  /** Rows of equal length. */
  readonly values: readonly (readonly SpecValue[])[];
}

export interface SpecStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  /** "#RRGGBB". */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly topBorder?: SpecBorder;
  readonly bottomBorder?: SpecBorder;
}

export interface SpecBorder {
  readonly style: 'thin' | 'medium' | 'double' | 'dotted';
  readonly color: string;
}

export interface SpecFormat {
  readonly area: Area;
  readonly style: SpecStyle;
}

export type SpecConditional =
  /** A bar in each cell around one zero line; bars of the same `scale` share minimum and maximum. */
  | { readonly type: 'dataBar'; readonly area: Area; readonly minimum: number; readonly maximum: number; readonly positive: string; readonly negative: string }
  /** A format where the formula (relative to the upper left cell) is true. */
  | { readonly type: 'formula'; readonly area: Area; readonly formula: string; readonly color?: string; readonly fill?: string; readonly bold?: boolean };

export interface SpecChart {
  readonly type: 'columnStacked' | 'line' | 'barStacked';
  readonly name: string;
  /** Says the finding. */
  readonly title: string;
  readonly categories: Area;
  readonly series: readonly {
    readonly name: string;
    readonly values: Area;
    /** "none" is the invisible base of a bridge. */
    readonly fill: string | 'none';
    readonly line?: { readonly color: string; readonly dash?: boolean; readonly width?: number };
    readonly hasLabels?: boolean;
    /** The last point of a line tells the series by name and value, over or under it; a legend is not needed then. */
    readonly endLabel?: 'above' | 'below';
  }[];
  /** The cells the chart covers. */
  readonly area: Area;
  readonly hasLegend: boolean;
  readonly axisMinimum?: number;
  /** Number format of the value axis; the figures' own where it is left out. */
  readonly axisFormat?: string;
  /** No value axis and no lines across: the figures stand at the columns. */
  readonly isAxisHidden?: boolean;
  readonly gapWidth?: number;
}

export interface SpecLink {
  readonly row: number;
  readonly column: number;
  /** A place in this workbook: 'Blad 1'!E17. */
  readonly reference: string;
  readonly text: string;
}

export interface SpecPrint {
  readonly orientation: 'landscape' | 'portrait';
  /** 0-based rows repeated on each page, first and last. */
  readonly titleRows: readonly [number, number];
  readonly area: Area;
  readonly footerLeft: string;
  readonly footerCenter: string;
  readonly footerRight: string;
  /** Rows above which a new page starts. */
  readonly breaksAbove: readonly number[];
}

/**
 * A sheet to write, complete: what our cells shall hold and how they look. The user's own cells, rows and columns on it are already
 * worked in by whoever built the spec; cells outside the blocks are left alone. All places are those after the rearranging.
 */
export interface SheetSpec {
  readonly kind: OwnSheetKind;
  readonly name: string;
  /** The id of the sheet of ours to rewrite; undefined makes a new sheet. */
  readonly existingId?: string;
  /** Rows and columns that come, go or change places before anything is written; left out where all stand still. */
  readonly order?: SheetOrder;
  /** How the user has rearranged the sheet since it was written last; left out where nothing has moved. */
  readonly since?: SheetOrder;
  readonly blocks: readonly SpecBlock[];
  readonly formats: readonly SpecFormat[];
  /** Width in characters of the default font, by column; left alone on a rewrite when the user has changed it. */
  readonly columnWidths: readonly { readonly column: number; readonly width: number; readonly hidden?: boolean }[];
  /** Collapsed column groups, first and last column. */
  readonly columnGroups: readonly { readonly first: number; readonly last: number; readonly collapsed: boolean }[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly conditionals: readonly SpecConditional[];
  readonly validations: readonly { readonly area: Area; readonly list: readonly string[] }[];
  readonly charts: readonly SpecChart[];
  readonly links: readonly SpecLink[];
  readonly print: SpecPrint;
  readonly tabColor?: string;
  /** Kept in the sheet's custom properties: kind, schema, version, source trace; JSON of at most a few hundred kB in pieces. */
  readonly properties: ReadonlyMap<string, string>;
  /** Areas of an earlier writing that now stand empty and shall be cleared before the blocks are written. */
  readonly cleared: readonly Area[];
  /** What formulas of ours give with the figures that were read, for the check after writing. */
  readonly expected?: readonly { readonly row: number; readonly column: number; readonly value: number | string }[];
}

export const isSpecFormula = (value: SpecValue): value is SpecFormula => typeof value === 'object' && value !== null;
