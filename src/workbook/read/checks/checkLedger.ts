import { cellAddress } from '../../address';
import type { Finding } from '../../report';
import { ledgerLayout, ledgerTotals } from '../ledgerRows';
import type { ReadTable } from '../readTable';
import type { CheckResult } from './checkTieOut';

/**
 * Recomputes a ledger's printed sums: of the rows since the sum before, or of all rows so far. Which of the two a sum is, the ledger does not
 * say, so that one that is neither is a warning unless the ledger's other sums hold.
 */
export function checkLedger(table: ReadTable): CheckResult {
  const totals = table.draft.kind === 'ledger' ? ledgerTotals(table.draft) : null;
  const layout = totals === null ? null : ledgerLayout(table.draft);
  if (totals === null || layout === null) return { findings: [], checked: 0 };
  const holds = totals.sums.map((sum) => Math.abs(sum.printed - sum.since) < 0.005 || Math.abs(sum.printed - sum.total) < 0.005);
  const holding = holds.filter(Boolean).length;
  const isFirm = holding >= 2 && holding >= 0.8 * (holds.length - 1);
  const findings = totals.sums.flatMap((sum, index): Finding[] => {
    if (holds[index]) return [];
    const isLast = index === totals.sums.length - 1;
    return [{
      code: 'sum-mismatch',
      severity: isFirm ? 'error' : 'warning',
      sheet: table.draft.grid.name,
      cell: cellAddress(sum.row, layout.amount + table.draft.grid.left),
      printed: sum.printed,
      expected: isLast ? sum.total : sum.since,
      label: sum.label.trim(),
      basis: { operation: 'sum', cells: [] },
    }];
  });
  return { findings, checked: totals.sums.length };
}
