import { convertAmount } from '../../core/amount';
import { parseSwedishNumber } from '../../core/swedishNumber';
import { columnIndex, columnLetters, parseArea } from '../address';
import { isCellError, valueAt, type CellValue } from '../grid';
import type { PlanRequirement, SourceCell } from '../plan';
import { amountOf, tkrOf, type PlanTable } from './planTable';

const REQUIREMENT_WORDS = /(åtgärds|besparings|effektiviserings|anpassnings)krav|sparbeting|besparingsbeting/iu;

/** Requirements that stand in a table of their own, a row per verksamhet. Sums are left out: the plan makes its own. */
export function readRequirementTable(plan: PlanTable): readonly PlanRequirement[] {
  const header = plan.columnOf('requirement')?.header ?? 'Åtgärdskrav';
  return plan.table.rows.flatMap((row) => {
    if (row.kind !== 'item' || row.label === '') return [];
    const cell = amountOf(plan, row, 'requirement');
    const amountTkr = tkrOf(cell);
    return cell === null || amountTkr === null ? [] : [{ verksamhet: row.label, amountTkr, source: cell, label: header }];
  });
}

/** What stands above a table of measures: whose measures they are, and what that verksamhet must find. */
export interface AboveMeasures {
  /** The nearest text alone on its row; null where there is none. */
  readonly heading: string | null;
  readonly requirement: { readonly label: string; readonly cell: SourceCell } | null;
}

/**
 * Reads the rows between the table above and the heading row of a table of measures.
 * @param firstFree 0-based row where the table above has ended
 */
export function readAboveMeasures(plan: PlanTable, firstFree: number): AboveMeasures {
  const area = parseArea(plan.table.range);
  if (area === null) return { heading: null, requirement: null };
  let requirement: AboveMeasures['requirement'] = null;
  for (let row = area.top - 1; row >= firstFree; row--) {
    const cells: { readonly column: number; readonly value: CellValue }[] = [];
    for (let column = area.left; column <= area.right; column++) {
      const value = valueAt(plan.grid, row, column);
      if (value !== null && !isCellError(value)) cells.push({ column, value });
    }
    const [first, ...others] = cells;
    if (first === undefined || typeof first.value !== 'string') continue;
    if (REQUIREMENT_WORDS.test(first.value)) {
      requirement ??= requirementOf(plan, first.value, row, others);
    } else if (others.length === 0) {
      return { heading: first.value.trim(), requirement };
    }
  }
  return { heading: null, requirement };
}

function requirementOf(
  plan: PlanTable,
  label: string,
  row: number,
  cells: readonly { readonly column: number; readonly value: CellValue }[],
): AboveMeasures['requirement'] {
  for (const { column, value } of cells) {
    const number = typeof value === 'number' ? { value, unit: null } : typeof value === 'string' ? parseSwedishNumber(value) : null;
    if (number === null || number.unit === 'percent') continue;
    const letters = columnLetters(column);
    const columnUnit = plan.table.columns.find((entry) => columnIndex(entry.column) === column)?.unit;
    const unit = number.unit ?? columnUnit ?? plan.table.unit ?? 'tkr';
    const cell: SourceCell = {
      sheet: plan.table.sheet,
      cell: `${letters}${row + 1}`,
      value: number.value,
      toTkr: convertAmount(1, unit, 'tkr'),
      ...(typeof value === 'string' ? { isText: true as const } : {}),
    };
    return { label: label.trim(), cell };
  }
  return null;
}
