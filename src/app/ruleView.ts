import { avvikelse } from '../core/avvikelse';
import type { SignRule } from '../core/signRule';
import { roundingTolerance, storedDecimals } from '../core/tieOut';
import { leafRows } from '../workbook/budgetRows';
import type { ReportTable } from '../workbook/report';

/** How a sign rule fits the avvikelser that a table prints; rows of zero count for no rule. */
export interface RuleFit {
  readonly matched: number;
  readonly of: number;
}

/** Tries a sign rule on the rows that print an avvikelse other than 0; for the table's own rule the reader has told it. */
export function ruleFit(table: ReportTable, rule: SignRule): RuleFit {
  if (rule === table.signRule && table.signEvidence !== undefined) return table.signEvidence;
  const printed = table.columns.find((column) => column.field === 'variance');
  const comparison = table.comparisons?.[0];
  if (printed === undefined || comparison === undefined) return { matched: 0, of: 0 };
  const turned = table.printedVariance === 'plus-worse' ? -1 : 1;
  const tried = table.rows.flatMap((row) => {
    const budget = row.values[comparison.budget];
    const compared = row.values[comparison.compared];
    const shown = row.values[printed.column];
    if (budget === undefined || compared === undefined || shown === undefined || shown === 0) return [];
    const tolerance = roundingTolerance(storedDecimals([budget, compared, shown]), 2);
    return [Math.abs(turned * avvikelse(budget, compared, rule) - shown) <= tolerance + 1e-9];
  });
  return { matched: tried.filter(Boolean).length, of: tried.length };
}

/** What a rule makes of the row where it matters most: the largest difference between budget and what is compared. Null without one. */
export function ruleConsequence(table: ReportTable, rule: SignRule): { readonly label: string; readonly amount: number } | null {
  const comparison = table.comparisons?.[0];
  if (comparison === undefined) return null;
  const rows = leafRows(table).flatMap((row) => {
    const budget = row.values[comparison.budget];
    const compared = row.values[comparison.compared];
    return budget === undefined || compared === undefined ? [] : [{ label: row.label, amount: avvikelse(budget, compared, rule) }];
  });
  return rows.reduce<{ label: string; amount: number } | null>((best, one) => (best === null || Math.abs(one.amount) > Math.abs(best.amount) ? one : best), null);
}
