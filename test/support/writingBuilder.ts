import type { SignRule } from '../../src/core/signRule';
import { cellKey, type CellStyle, type CellValue, type SheetGrid } from '../../src/workbook/grid';
import { readPlan } from '../../src/workbook/read/readPlan';
import { readReport } from '../../src/workbook/read/readWorkbook';
import type { ReportTable } from '../../src/workbook/report';
import type { LineOrder } from '../../src/workbook/write/lineOrder';
import { moveFormula } from '../../src/workbook/write/placement';
import { isSpecFormula, type SheetSpec, type SpecStyle } from '../../src/workbook/write/sheetSpec';
import type { ChosenTable, WritingInput } from '../../src/workbook/write/writingInput';
import { buildWorkbook } from './gridBuilder';

/** What a writing takes from the given sheets, read as the product reads them: every budget table with something to compare. */
export function writingFrom(sheets: readonly SheetGrid[], changes: Partial<WritingInput> = {}): WritingInput {
  const workbook = buildWorkbook(...sheets);
  const { tables, findings } = readReport(workbook);
  return {
    workbook,
    report: { schema: 'von-report/1', workbook: workbook.name, tables, findings, written: [] },
    tables: tables.filter(({ kind }) => kind === 'budget').flatMap((table) => choose(table)),
    plan: readPlan(workbook, tables, 2024),
    threshold: { amountTkr: 1000, share: 0.03 },
    version: 'Helår 2024',
    namnd: 'Vård- och omsorgsnämnden',
    writtenAt: '2025-01-28T14:36',
    readAt: '2025-01-28T14:32',
    checkCount: 0,
    accepted: new Map(),
    comments: new Map(),
    names: new Map(),
    ...changes,
  };
}

function choose(table: ReportTable): readonly ChosenTable[] {
  const comparison = table.comparisons?.[0];
  const signRule: SignRule = table.signRule ?? 'costs-negative';
  if (comparison === undefined) return [];
  return [{ table, unit: table.unit ?? 'tkr', isUnitAssumed: table.unit === null, signRule, isConfirmed: table.signRule !== null, comparison }];
}

/** The sheet as it stands after a spec has been written on it: formulas show what they were said to give. */
export function gridAfter(spec: SheetSpec, standing?: SheetGrid): SheetGrid {
  const before = standing === undefined || spec.order === undefined ? standing : editGrid(standing, { rowOrder: listOf(spec.order.rows, standing.rowCount), columnOrder: listOf(spec.order.columns, standing.columnCount) });
  const values = new Map<string, CellValue>();
  const formulas = new Map(before?.formulas ?? []);
  const formats = new Map<string, string>();
  const styles = new Map<string, CellStyle>(before?.styles ?? []);
  before?.values.forEach((row, y) => row.forEach((value, x) => values.set(cellKey(before.top + y, before.left + x), value)));
  before?.numberFormats.forEach((row, y) => row.forEach((format, x) => formats.set(cellKey(before.top + y, before.left + x), format)));
  for (const area of spec.cleared) eachCell(area, (row, column) => [values, formulas, formats, styles].forEach((map) => map.delete(cellKey(row, column))));
  const expected = new Map((spec.expected ?? []).map(({ row, column, value }) => [cellKey(row, column), value]));
  for (const block of spec.blocks) {
    block.values.forEach((line, y) =>
      line.forEach((value, x) => {
        const key = cellKey(block.top + y, block.left + x);
        if (value === undefined) return;
        formulas.delete(key);
        if (isSpecFormula(value)) formulas.set(key, value.formula);
        values.set(key, isSpecFormula(value) ? (expected.get(key) ?? 0) : value);
      }),
    );
  }
  for (const { area, style } of spec.formats) {
    eachCell(area, (row, column) => {
      styles.set(cellKey(row, column), gridStyle(style));
      if (style.numberFormat !== undefined) formats.set(cellKey(row, column), style.numberFormat);
    });
  }
  const places = [...values.keys()].map((key) => key.split(',').map(Number));
  const rowCount = Math.max(0, ...places.map(([row = 0]) => row + 1));
  const columnCount = Math.max(0, ...places.map(([, column = 0]) => column + 1));
  const rows = <T>(pick: (key: string) => T): readonly (readonly T[])[] =>
    Array.from({ length: rowCount }, (_, row) => Array.from({ length: columnCount }, (_, column) => pick(cellKey(row, column))));
  return {
    id: before?.id ?? `id ${spec.name}`,
    name: before?.name ?? spec.name,
    visibility: 'visible',
    isProtected: false,
    top: 0,
    left: 0,
    rowCount,
    columnCount,
    values: rows((key) => values.get(key) ?? null),
    formulas,
    numberFormats: rows((key) => formats.get(key) ?? 'General'),
    styles,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
    properties: spec.properties,
  };
}

/** An order over so many lines, as `editGrid` takes it. */
function listOf({ count, from }: LineOrder, lines: number): readonly number[] {
  return [...from.map((old) => old ?? -1), ...Array.from({ length: Math.max(0, lines - count) }, (_, index) => count + index)];
}

function gridStyle({ bold, italic, fill, indent }: SpecStyle): CellStyle {
  return { ...(bold === true ? { bold } : {}), ...(italic === true ? { italic } : {}), ...(fill === undefined ? {} : { fill }), ...(indent === undefined ? {} : { indent }) };
}

function eachCell(area: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }, visit: (row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row += 1) for (let column = area.left; column <= area.right; column += 1) visit(row, column);
}

/** What a user does to a sheet in Excel: rows and columns in another order (−1 is a new one), then cells typed. Formulas follow what they speak of. */
export function editGrid(grid: SheetGrid, edit: { readonly cells?: Readonly<Record<string, CellValue>>; readonly rowOrder?: readonly number[]; readonly columnOrder?: readonly number[] }): SheetGrid {
  const rowOrder = edit.rowOrder ?? grid.values.map((_, row) => row);
  const columnOrder = edit.columnOrder ?? (grid.values[0] ?? []).map((_, column) => column);
  const pick = <T>(rows: readonly (readonly T[])[], empty: T): T[][] => rowOrder.map((row) => columnOrder.map((column) => rows[row]?.[column] ?? empty));
  const values = pick<CellValue>(grid.values, null);
  const moved = <T>(map: ReadonlyMap<string, T>): Map<string, T> =>
    new Map(rowOrder.flatMap((row, y) => columnOrder.flatMap((column, x) => (map.has(cellKey(row, column)) ? [[cellKey(y, x), map.get(cellKey(row, column)) as T] as const] : []))));
  const follow = (list: readonly number[]) => (index: number): number => (list.includes(index) ? list.indexOf(index) : index);
  const moves = { row: follow(rowOrder), column: follow(columnOrder) };
  const formulas = new Map([...moved(grid.formulas)].map(([key, formula]) => [key, moveFormula(formula, moves, new Map())]));
  for (const [key, value] of Object.entries(edit.cells ?? {})) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    while (values.length <= row) values.push([]);
    const line = values[row] ?? [];
    while (line.length <= column) line.push(null);
    line[column] = value;
    formulas.delete(key);
    if (typeof value === 'string' && value.startsWith('=')) {
      formulas.set(key, value);
      line[column] = 0;
    }
  }
  const columnCount = Math.max(...values.map((row) => row.length));
  const full = values.map((row) => Array.from({ length: columnCount }, (_, column) => row[column] ?? null));
  const numberFormats = pick(grid.numberFormats, 'General');
  return { ...grid, values: full, formulas, styles: moved(grid.styles), numberFormats: full.map((row, y) => row.map((_, x) => numberFormats[y]?.[x] ?? 'General')), rowCount: full.length, columnCount };
}
