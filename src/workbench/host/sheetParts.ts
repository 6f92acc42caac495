import type { Area } from '../../workbook/address';
import type { FileSheet } from './fileContent';
import type { BagState } from './objects/bag';

/** What no one here changes: it goes from the file that was opened to the file that is saved. */
export type CarriedParts = Pick<FileSheet, 'autoFilter' | 'zoom' | 'defaultWidth' | 'summaryAbove' | 'summaryLeft'>;

/** What belongs to a sheet beside its cells; Univer holds cells, merges, widths, panes and the tab, the rest lives here. */
export interface SheetParts {
  isVeryHidden: boolean;
  isProtected: boolean;
  readonly properties: Map<string, string>;
  readonly tables: TableState[];
  readonly conditionals: ConditionalState[];
  readonly validations: ValidationState[];
  readonly comments: CommentState[];
  readonly links: LinkState[];
  readonly charts: ChartState[];
  readonly rowLevels: Map<number, Outline>;
  readonly columnLevels: Map<number, Outline>;
  page: BagState;
  rowBreaks: number[];
  columnBreaks: number[];
  frozen: { rows: number; columns: number };
  selection: Area;
  carried: CarriedParts;
  /** Further marked areas, when the user held Ctrl. */
  furtherSelections: readonly Area[];
}

export interface Outline {
  level: number;
  collapsed: boolean;
}

export interface TableState {
  readonly id: string;
  name: string;
  area: Area;
  hasHeader: boolean;
  hasTotals: boolean;
  style: string;
  showBandedRows: boolean;
  showFilterButton: boolean;
}

export interface ConditionalState {
  readonly id: string;
  readonly type: 'DataBar' | 'Custom' | 'CellValue';
  area: Area;
  readonly bag: BagState;
}

export interface ValidationState {
  area: Area;
  type: string;
  rule: Readonly<Record<string, unknown>>;
  prompt?: Readonly<Record<string, unknown>>;
  errorAlert?: Readonly<Record<string, unknown>>;
  ignoreBlanks: boolean;
}

export interface CommentState {
  readonly id: string;
  row: number;
  column: number;
  author: string;
  text: string;
  readonly isThreaded: boolean;
  isResolved: boolean;
  readonly created: string;
}

export interface LinkState {
  row: number;
  column: number;
  reference?: string;
  address?: string;
  tip?: string;
}

export interface ChartState {
  readonly id: string;
  readonly chartType: { value: string };
  readonly bag: BagState;
  readonly series: SeriesState[];
  /** Position in points. */
  frame: { left: number; top: number; width: number; height: number };
}

export interface SeriesState {
  readonly id: string;
  values: string;
  categories: string;
  readonly bag: BagState;
}

/** The parts of a new sheet. */
export function emptyParts(): SheetParts {
  return {
    isVeryHidden: false,
    isProtected: false,
    properties: new Map(),
    tables: [],
    conditionals: [],
    validations: [],
    comments: [],
    links: [],
    charts: [],
    rowLevels: new Map(),
    columnLevels: new Map(),
    page: { values: {}, parts: {} },
    rowBreaks: [],
    columnBreaks: [],
    frozen: { rows: 0, columns: 0 },
    selection: { top: 0, left: 0, bottom: 0, right: 0 },
    carried: {},
    furtherSelections: [],
  };
}
