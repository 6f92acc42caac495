import { decimalsOf } from '../../../core/decimal';
import { cellAddress } from '../../address';
import { formulaAt, isCellError, valueAt, type SheetGrid, type WorkbookGrid } from '../../grid';
import type { Field, Finding, FindingCode } from '../../report';
import type { DraftRow } from '../draftRow';
import { figureColumns, isRatioField } from '../figureColumns';
import { areasOf, evaluateFormula, moveFormula, parseFormula, relativeShape, type FormulaNode } from '../formula';
import { readFigure } from '../readFigure';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';

const computedFields: ReadonlySet<Field> = new Set<Field>(['variance', 'variancePercent', 'share', 'remaining', 'volumeVariance']);
const leastEqual = 3;
/** Two are enough where the rest of the column fetches from the same place on other sheets. */
const leastFetched = 2;

/**
 * Figures typed over formulas: a number among three or more formulas that are equal but for their place, in its row or column, that is not
 * what the formula gives. Only where the formula must hold: computed columns, sums, and figures fetched from another sheet.
 */
export function checkFormulas(table: ReadTable, workbook: WorkbookGrid): readonly Finding[] {
  const { grid, kind } = table.draft;
  if (kind === 'other' || kind === 'ledger' || grid.formulas.size === 0) return [];
  const columns = figureColumns(table.draft);
  const rows = table.rows.filter((row) => row.kind === 'item' || row.kind === 'sum');
  const found = new Map<string, Finding>();
  const lines = [
    ...rows.map((row) => columns.map((column) => ({ row, column }))),
    ...columns.flatMap((column) => (['item', 'sum'] as const).map((rowKind) => rows.filter((row) => row.kind === rowKind).map((row) => ({ row, column })))),
  ];
  for (const line of lines) {
    for (const finding of typedInLine(table, workbook, line)) if (!found.has(finding.cell)) found.set(finding.cell, finding);
  }
  return [...found.values()];
}

interface LineCell {
  readonly row: DraftRow;
  readonly column: DraftColumn;
}

function typedInLine(table: ReadTable, workbook: WorkbookGrid, line: readonly LineCell[]): readonly Finding[] {
  const { grid } = table.draft;
  const shapes = new Map<string, LineCell[]>();
  for (const cell of line) {
    const formula = formulaAt(grid, cell.row.row, cell.column.index);
    if (formula === null) continue;
    const shape = relativeShape(formula, cell.row.row, cell.column.index);
    const same = shapes.get(shape);
    if (same) same.push(cell);
    else shapes.set(shape, [cell]);
  }
  const [most, ...rest] = [...shapes.values()].sort((a, b) => b.length - a.length);
  const [model] = most ?? [];
  // Two patterns of equal strength leave open which one the typed figure replaced.
  if (most === undefined || model === undefined || most.length < leastFetched || (rest[0]?.length ?? 0) >= most.length) return [];
  const source = formulaAt(grid, model.row.row, model.column.index) ?? '';
  return line.flatMap((cell): Finding[] => {
    const printed = cell.row.values.get(cell.column.index);
    if (printed === undefined || cell.row.textNumbers.has(cell.column.index) || formulaAt(grid, cell.row.row, cell.column.index) !== null) return [];
    // A share is never the sum of shares above it, whatever formulas stand beside it.
    if (isRatioField(cell.column.field) !== isRatioField(model.column.field)) return [];
    const moved = parseFormula(moveFormula(source, cell.row.row - model.row.row, cell.column.index - model.column.index));
    const code = moved === null ? null : codeOf(moved, cell);
    if (moved === null || code === null || (code !== 'cross-table-mismatch' && most.length < leastEqual)) return [];
    if (code === 'cross-table-mismatch' && !fetchesLikewise(table, cell, moved)) return [];
    const expected = evaluateFormula(moved, (sheet, row, column) => figureAt(sheet === null ? grid : workbook.sheets.find((other) => other.name === sheet), row, column));
    if (expected === null || Math.abs(expected - printed) <= roomFor(printed)) return [];
    return [{
      code,
      severity: 'error',
      sheet: grid.name,
      cell: cellAddress(cell.row.row, cell.column.index),
      printed,
      expected,
      ...(cell.row.label === '' ? {} : { label: cell.row.label }),
      basis: {
        operation: code === 'cross-table-mismatch' ? 'same' : code === 'percent-mismatch' ? 'ratio' : code === 'sum-mismatch' ? 'sum' : 'difference',
        cells: areasOf(moved).map(({ sheet, area }) => `${sheet === null ? '' : `${sheet}!`}${cellAddress(area.top, area.left)}`),
        likely: 'typed-over-formula',
      },
    }];
  });
}

/** Whether another row of the same column fetches its figure from the same column of a sheet: then this row should too. */
function fetchesLikewise(table: ReadTable, cell: LineCell, moved: FormulaNode): boolean {
  const columnsOf = (formula: FormulaNode): string => areasOf(formula).map(({ sheet, area }) => `${sheet === null ? 'own' : 'other'} ${String(area.left)}`).join();
  const wanted = columnsOf(moved);
  return table.rows.some((row) => {
    const formula = row === cell.row ? null : formulaAt(table.draft.grid, row.row, cell.column.index);
    const tree = formula === null ? null : parseFormula(formula);
    return tree !== null && columnsOf(tree) === wanted;
  });
}

/** What a formula of this kind would be wrong about; null where a figure may be typed instead of it, such as a forecast. */
function codeOf(formula: FormulaNode, cell: LineCell): FindingCode | null {
  const areas = areasOf(formula);
  if (areas.length > 0 && areas.every(({ sheet }) => sheet !== null)) return 'cross-table-mismatch';
  if (isRatioField(cell.column.field)) return 'percent-mismatch';
  if (cell.column.field === 'variance' || cell.column.field === 'volumeVariance') return 'variance-mismatch';
  return computedFields.has(cell.column.field) || cell.row.kind === 'sum' ? 'sum-mismatch' : null;
}

/** Half a unit of the last digit that was typed. */
function roomFor(printed: number): number {
  return 0.5 * 10 ** -Math.min(decimalsOf(printed), 9) + 1e-9 * Math.abs(printed);
}

function figureAt(grid: SheetGrid | undefined, row: number, column: number): number | null {
  if (grid === undefined) return null;
  const value = valueAt(grid, row, column);
  if (isCellError(value)) return null;
  if (value === null || value === '') return null;
  return typeof value === 'number' ? value : (readFigure(value, 'General')?.value ?? null);
}
