import { avvikelse, avvikelsePercent } from '../core/avvikelse';
import type { SignRule } from '../core/signRule';
import { parseSwedishNumber } from '../core/swedishNumber';
import { parseArea } from '../workbook/address';
import { reportRowOf } from '../workbook/figurePlace';
import type { SelectedCell } from '../workbook/ports';
import type { ReportTable } from '../workbook/report';
import type { Unit } from '../core/amount';

/** The avvikelse between two marked cells: first budget, then outcome. */
export interface SelectionAvvikelse {
  readonly budget: number;
  readonly compared: number;
  readonly amount: number;
  readonly share: number | null;
  readonly rule: SignRule;
  readonly unit: Unit | null;
}

/**
 * Compares two marked cells by the sign rule of the row or the table they stand in; outside every table costs are taken to carry a minus.
 * @returns null unless exactly two numbers are marked
 */
export function selectionAvvikelse(cells: readonly SelectedCell[], tables: readonly ReportTable[]): SelectionAvvikelse | null {
  const [first, second, third] = cells;
  if (first === undefined || second === undefined || third !== undefined) return null;
  const budget = numberIn(first);
  const compared = numberIn(second);
  if (budget === null || compared === null) return null;
  const table = tableAt(first, tables);
  const upright = table?.upright ?? table;
  const row = upright?.rows.find((one) => one.row === reportRowOf(upright, first.address));
  const rule = row?.signRule ?? table?.signRule ?? 'costs-negative';
  const share = avvikelsePercent(budget, compared, rule);
  return { budget, compared, amount: avvikelse(budget, compared, rule), share: typeof share === 'number' ? share : null, rule, unit: table?.unit ?? null };
}

/** The table that a cell stands in. */
export function tableAt(cell: Pick<SelectedCell, 'sheet' | 'address'>, tables: readonly ReportTable[]): ReportTable | undefined {
  return tables.find((table) => table.sheet === cell.sheet && isInside(cell.address, table.range));
}

function numberIn({ value }: SelectedCell): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? (parseSwedishNumber(value)?.value ?? null) : null;
}

function isInside(address: string, range: string): boolean {
  const cell = parseArea(address);
  const area = parseArea(range);
  return cell !== null && area !== null && cell.top >= area.top && cell.bottom <= area.bottom && cell.left >= area.left && cell.right <= area.right;
}
