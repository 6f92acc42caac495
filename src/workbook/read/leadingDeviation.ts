import type { ColumnPair, PrintedDeviation } from './comparisons';

/** Net before a table without parts, before a project's total, before costs or revenue alone. */
export const partRank = (pair: ColumnPair): number => (pair.budget.part === 'net' ? 0 : pair.budget.part === undefined ? 1 : pair.budget.part === 'total' ? 2 : 3);

/** The printed deviation that speaks for a table: the one with most rows; of costs, revenue and net beside each other, net. */
export function leadingDeviation(deviations: readonly PrintedDeviation[]): PrintedDeviation | undefined {
  return [...deviations].sort((a, b) => b.rows - a.rows || partRank(a.pair) - partRank(b.pair))[0];
}
