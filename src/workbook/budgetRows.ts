import type { SignRule } from '../core/signRule';
import type { ReportRow, ReportTable } from './report';

type Rows = Pick<ReportTable, 'rows'>;

/**
 * The rows that a budget table's total is made of: the items that the total reaches through its part sums, else every item. What the
 * total does not reach ("varav vikarier", eget kapital below the result) would count twice or does not belong.
 * @returns items in sheet order
 * @example Hemtjänst and Stab under Totalt, with "varav vikarier" below it: Hemtjänst and Stab
 */
export function leafRows(table: Rows): readonly ReportRow[] {
  const items = table.rows.filter((row) => row.kind === 'item');
  const total = totalRowOf(table);
  const reached = total === null ? new Set<number>() : reachedRows(total, rowsByNumber(table));
  const leaves = items.filter((row) => reached.has(row.row));
  return leaves.length > 0 ? leaves : items;
}

/**
 * The row that sums a budget table: of the sums that no other sum holds, the one that reaches the most items, and the last of those that
 * reach as many. It is the same row whatever is compared.
 * @returns null for a table without such a sum
 * @example "Totalt" of five verksamheter above "Summa varav köpt" of two: Totalt
 */
export function totalRowOf(table: Rows): ReportRow | null {
  const sums = table.rows.filter((row) => row.kind === 'sum');
  const inner = new Set(sums.flatMap((row) => row.parts ?? []));
  const byNumber = rowsByNumber(table);
  const roots = sums
    .filter((row) => !inner.has(row.row))
    .map((row) => ({ row, reach: [...reachedRows(row, byNumber)].filter((number) => byNumber.get(number)?.kind === 'item').length }));
  return roots.reduce<(typeof roots)[number] | null>((best, root) => (best === null || root.reach >= best.reach ? root : best), null)?.row ?? null;
}

/**
 * How the amounts of a row are signed: by the rule that was read for the row, else by the table's.
 * @example a row of revenue that stands without a minus, in a table where costs do too: 'costs-negative' (more is better)
 */
export function rowSignRule(row: Pick<ReportRow, 'signRule'>, tableRule: SignRule): SignRule {
  return row.signRule ?? tableRule;
}

/** Whether a row is revenue that turns round, in a table where costs and revenue both stand without a minus; a part that signs by a rule of its own does not turn. */
export function isTurnedRevenue({ signRule, signParts }: Pick<ReportTable, 'signRule' | 'signParts'>, row: Pick<ReportRow, 'row' | 'signRule'>): boolean {
  const isInPart = signParts?.some((part) => part.rows.includes(row.row)) ?? false;
  return !isInPart && signRule === 'costs-positive' && row.signRule === 'costs-negative';
}

const rowsByNumber = ({ rows }: Rows): ReadonlyMap<number, ReportRow> => new Map(rows.map((row) => [row.row, row]));

/** Everything that a sum takes up, down to the items; each once, also where sums name each other. */
function reachedRows(sum: ReportRow, byNumber: ReadonlyMap<number, ReportRow>): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...(sum.parts ?? [])];
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    if (reached.has(number)) continue;
    reached.add(number);
    open.push(...(byNumber.get(number)?.parts ?? []));
  }
  return reached;
}
