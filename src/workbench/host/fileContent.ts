/**
 * A workbook file as plain data: what `readXlsxFile` gives and `writeXlsxFile` takes, and what the host loads into Univer and gives back.
 * 0-based rows and columns. What no one here understands is named in `dropped`.
 */
export interface FileContent {
  readonly sheets: readonly FileSheet[];
  readonly names: readonly FileName[];
  /** Document settings of the add-in (webextension part), JSON values by key. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly activeSheet: number;
  readonly date1904: boolean;
  /** The font of cells without a style; styles say only what differs from it. Calibri 11 where it is left out. */
  readonly defaultFont?: { readonly name?: string; readonly size?: number; readonly color?: string };
  readonly isStructureProtected: boolean;
  /** Parts that the copy cannot carry, in Swedish, such as "makron", "pivottabeller", "bilder". */
  readonly dropped: readonly string[];
}

export interface FileName {
  readonly name: string;
  /** Without the leading "=". */
  readonly formula: string;
  /** Sheet name for a sheet-local name. */
  readonly scope?: string;
  readonly hidden?: boolean;
}

/** null empty; errors as { error: '#N/A' }; dates as serial numbers. */
export type FileValue = number | string | boolean | { readonly error: string } | null;

export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly value: FileValue;
  /** Without the leading "=", shared formulas already expanded, custom functions by their own name (VON.AVVIKELSE). */
  readonly formula?: string;
  /** Area of a spilled (dynamic array) formula, A1; on its first cell. */
  readonly spill?: string;
  /** Area of an array formula of the old kind (Ctrl+Shift+Enter), A1; on its first cell. */
  readonly array?: string;
  /** Index in FileSheet.styles. */
  readonly style?: number;
}

export interface FileStyle {
  readonly numberFormat?: string;
  readonly font?: { readonly name?: string; readonly size?: number; readonly bold?: boolean; readonly italic?: boolean; readonly underline?: boolean; readonly strike?: boolean; readonly color?: string };
  /** "#RRGGBB"; theme colours with tint already resolved. */
  readonly fill?: string;
  readonly borders?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', { readonly style: string; readonly color?: string }>>>;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Degrees as files count them: 1–90 upwards, 91–180 downwards, 255 letters one above another. */
  readonly rotation?: number;
  readonly locked?: boolean;
}

export interface FileSheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly cells: readonly FileCell[];
  readonly styles: readonly FileStyle[];
  readonly merges: readonly string[];
  /** Width in characters, hidden, outline level, style of its empty cells, by column. */
  readonly columns: ReadonlyMap<number, { readonly width?: number; readonly hidden?: boolean; readonly level?: number; readonly collapsed?: boolean; readonly style?: number }>;
  /** Height in points, hidden, outline level, style of its empty cells, by row. */
  readonly rows: ReadonlyMap<number, { readonly height?: number; readonly hidden?: boolean; readonly level?: number; readonly collapsed?: boolean; readonly style?: number }>;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly showGridlines: boolean;
  readonly tabColor?: string;
  /** Area with a filter in its heading, A1. */
  readonly autoFilter?: string;
  /** Zoom in percent, 100 where it is left out. */
  readonly zoom?: number;
  /** Width in characters of columns that say none. */
  readonly defaultWidth?: number;
  /** Set where a group's sum stands above (left of) its rows (columns) instead of below (right of) them. */
  readonly summaryAbove?: boolean;
  readonly summaryLeft?: boolean;
  readonly isProtected: boolean;
  readonly print: FilePrint;
  readonly tables: readonly { readonly name: string; readonly range: string; readonly columns: readonly string[]; readonly style?: string; readonly hasHeader: boolean; readonly hasTotals: boolean; readonly showBandedRows?: boolean }[];
  readonly conditionals: readonly FileConditional[];
  readonly validations: readonly { readonly range: string; readonly type: string; readonly operator?: string; readonly formula1?: string; readonly formula2?: string; readonly list?: readonly string[]; readonly message?: string; readonly title?: string }[];
  readonly comments: readonly { readonly cell: string; readonly author: string; readonly text: string; readonly isThreaded: boolean; readonly date?: string }[];
  readonly links: readonly { readonly cell: string; readonly reference?: string; readonly address?: string; readonly tip?: string }[];
  readonly properties: Readonly<Record<string, string>>;
  readonly charts: readonly FileChart[];
}

export interface FilePrint {
  readonly orientation?: 'portrait' | 'landscape';
  readonly paper?: 'a4' | 'a3' | 'letter';
  /** Percent; where the sheet is not fitted to pages. */
  readonly scale?: number;
  readonly fitWidth?: number;
  readonly fitHeight?: number;
  readonly area?: string;
  /** 0-based, first and last. */
  readonly titleRows?: readonly [number, number];
  readonly titleColumns?: readonly [number, number];
  readonly footer?: { readonly left?: string; readonly center?: string; readonly right?: string };
  readonly header?: { readonly left?: string; readonly center?: string; readonly right?: string };
  readonly rowBreaks?: readonly number[];
  readonly margins?: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly centerHorizontally?: boolean;
}

export type FileConditional =
  | { readonly type: 'dataBar'; readonly range: string; readonly minimum?: number; readonly maximum?: number; readonly positive: string; readonly negative: string }
  | { readonly type: 'formula'; readonly range: string; readonly formula: string; readonly style: FileStyle }
  | { readonly type: 'cellValue'; readonly range: string; readonly operator: string; readonly formulas: readonly string[]; readonly style: FileStyle };

/** The label of one point of a series, with the series' name and the value. */
export interface FilePointLabel {
  readonly point: number;
  readonly place: 'above' | 'below';
  readonly color?: string;
}

export interface FileChart {
  readonly name: string;
  readonly type: 'columnStacked' | 'columnClustered' | 'barStacked' | 'barClustered' | 'line' | 'pie' | 'area' | 'scatter';
  readonly title?: string;
  readonly series: readonly { readonly name?: string; readonly values: string; readonly categories?: string; readonly fill?: string | 'none'; readonly line?: { readonly color?: string; readonly dash?: boolean; readonly width?: number }; readonly hasLabels?: boolean; readonly pointLabel?: FilePointLabel }[];
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
  readonly hasLegend: boolean;
  readonly axisMinimum?: number;
  readonly axisFormat?: string;
  /** True where the value axis and its lines are not drawn. */
  readonly isAxisHidden?: boolean;
  readonly gapWidth?: number;
  /** True where values of hidden rows and columns are drawn too. */
  readonly showsHidden?: boolean;
}
