import { valueAt, numberFormatAt, type CellValue, type SheetGrid } from '../grid';
import { figureColumns } from './figureColumns';
import type { FoundTable } from './findTables';
import { readConcepts, type Concept } from './headingWords';
import type { TableDraft } from './tableDraft';

/** Rows of a table that lies on its side are kinds of figures: a handful of them. */
const MOST_ROWS = 40;

const MONEY: readonly Concept[] = ['budget', 'actual', 'forecast', 'previous', 'variance'];
const COMPARED: readonly Concept[] = ['actual', 'forecast'];

const speaksOf = (text: string, concepts: readonly Concept[]): boolean => {
  const said = readConcepts(text);
  return concepts.some((concept) => said.has(concept));
};

/**
 * Whether a table lies on its side: budget, outcome and deviation name its rows, and what they are of (verksamheter, months) names its columns.
 * Six rows of ten with figures must speak of money, a budget and something to compare with it among them, and no column.
 */
export function liesDown(draft: TableDraft): boolean {
  const label = draft.labelColumns.at(-1);
  const figures = figureColumns(draft).filter((column) => column.isEmpty !== true);
  if (label === undefined || draft.kind === 'ledger' || draft.kind === 'measures' || figures.length < 2 || figures.some((column) => speaksOf(column.header, MONEY))) return false;
  const first = (draft.headerRows.at(-1) ?? draft.area.top) + 1;
  if (draft.area.bottom - first >= MOST_ROWS) return false;
  const labels: string[] = [];
  for (let row = first; row <= draft.area.bottom; row += 1) {
    if (figures.some(({ index }) => typeof valueAt(draft.grid, row, index) === 'number')) labels.push(String(valueAt(draft.grid, row, label) ?? ''));
  }
  const money = labels.filter((text) => text.length <= 60 && speaksOf(text, MONEY));
  const isBudget = (text: string): boolean => speaksOf(text, ['budget']) && !speaksOf(text, ['variance']);
  const isCompared = (text: string): boolean => speaksOf(text, COMPARED) && !speaksOf(text, ['variance', 'budget']);
  return money.length * 10 >= labels.length * 6 && money.some(isBudget) && money.some(isCompared);
}

/**
 * A sheet with rows and columns changed for each other, as far as one table reaches: what stands in C5 stands in row C, column 5. Formulas and
 * styles are left behind.
 * @param labels what the label column says instead, by row
 */
export function turnedGrid(grid: SheetGrid, { area }: Pick<TableDraft, 'area'>, labels: ReadonlyMap<number, string> = new Map(), labelColumn = -1): SheetGrid {
  const [rowCount, columnCount] = [area.right - area.left + 1, area.bottom - area.top + 1];
  const turned = <T>(at: (row: number, column: number) => T): readonly (readonly T[])[] =>
    Array.from({ length: rowCount }, (_, down) => Array.from({ length: columnCount }, (__, along) => at(area.top + along, area.left + down)));
  return {
    ...grid,
    top: area.left,
    left: area.top,
    rowCount,
    columnCount,
    values: turned((row, column): CellValue => (column === labelColumn ? (labels.get(row) ?? null) : valueAt(grid, row, column))),
    numberFormats: turned((row, column) => numberFormatAt(grid, row, column)),
    formulas: new Map(),
    styles: new Map(),
    merges: [],
    hiddenRows: grid.hiddenColumns,
    hiddenColumns: grid.hiddenRows,
    tables: [],
  };
}

const SIDES: readonly Concept[] = ['costs', 'revenue', 'net'];

/** The labels of a table that lies on its side; those below a section of costs, revenue or net name it too: "Kostnader Budget". */
export function lyingLabels(draft: TableDraft): ReadonlyMap<number, string> {
  const label = draft.labelColumns.at(-1) ?? draft.area.left;
  const labels = new Map<number, string>();
  let section = '';
  for (let row = draft.area.top; row <= draft.area.bottom; row += 1) {
    const text = String(valueAt(draft.grid, row, label) ?? '').trim();
    const isSection = text !== '' && !draft.headerRows.includes(row) && figureColumns(draft).every(({ index }) => valueAt(draft.grid, row, index) === null);
    if (isSection) section = speaksOf(text, SIDES) ? text : '';
    else labels.set(row, section === '' ? text : `${section} ${text}`);
  }
  return labels;
}

/** Where the table of a draft that lies on its side stands in the turned sheet. */
export function turnedTable(draft: TableDraft): FoundTable {
  return {
    left: draft.area.top,
    right: draft.area.bottom,
    headerRows: draft.labelColumns,
    bottom: draft.area.right,
    repeatedHeaderRows: [],
    titleRows: [],
    noteRows: [],
  };
}
