import type { SignRule } from '../../core/signRule';
import type { PrintedDeviation } from './comparisons';
import type { DraftRow } from './draftRow';
import type { MoneySide } from './rowLabels';
import { printedFigure } from './splitDeviations';

/** How amounts are signed and how their deviations are printed. */
export interface SignConvention {
  readonly rule: SignRule;
  /** Overspending is printed with plus. */
  readonly isPlusWorse: boolean;
}

/** A part of a table that signs otherwise than the rest of it, with its own evidence. Rows are 0-based sheet rows. */
export interface PartSign extends SignConvention {
  readonly rows: readonly number[];
  /** The part is revenue, for which more is better: its rows are signed otherwise than costs, but say nothing of how costs are. */
  readonly isRevenue?: true;
  readonly evidence: { readonly matched: number; readonly of: number };
}

/** 1 where a convention prints compared − budget, −1 where it prints budget − compared. */
export const printedDirection = ({ rule, isPlusWorse }: SignConvention): 1 | -1 => ((rule === 'costs-negative') !== isPlusWorse ? 1 : -1);

const FEWEST_ROWS = 3;

/**
 * Finds the parts of a table that its convention does not fit: the rows of a section, the parts of a sum, the rows of costs or of revenue. A part
 * has a convention of its own only where three or more of its items agree on it and none on the table's; one or two rows that deviate are errors.
 * The signs of the part's own amounts tell whether it is the costs that are signed otherwise or the deviations that are printed the other way.
 * @param conventionOf the convention that the table has for a row
 * @param room what rounding leaves open
 * @param isPlusBetter a text says that plus is better, everywhere
 * @example costs with minus printed as utfall − budget in one section, without minus as budget − utfall in the next: the second has its own rule
 */
export function findPartSigns(
  { variance, pair }: PrintedDeviation,
  rows: readonly DraftRow[],
  sides: ReadonlyMap<number, MoneySide>,
  conventionOf: (row: number) => SignConvention,
  room: number,
  isPlusBetter: boolean,
): readonly PartSign[] {
  /** The direction that a row prints; null where its figures do not tell. */
  const directionOf = (row: DraftRow): 1 | -1 | null => {
    const printed = printedFigure(variance, row)?.value;
    const difference = (row.values.get(pair.compared.index) ?? 0) - (row.values.get(pair.budget.index) ?? 0);
    if (printed === undefined || Math.abs(difference) <= room) return null;
    if (Math.abs(printed - difference) <= room) return 1;
    return Math.abs(printed + difference) <= room ? -1 : null;
  };
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const taken = new Set<number>();
  const found: PartSign[] = [];
  for (const group of groupsOf(rows, sides)) {
    const open = group.flatMap((row) => byRow.get(row) ?? []).filter((row) => !taken.has(row.row));
    const items = open.filter((row) => row.kind === 'item');
    const turned = items.filter((row) => directionOf(row) === -printedDirection(conventionOf(row.row)));
    const fitting = items.filter((row) => directionOf(row) === printedDirection(conventionOf(row.row)));
    const [first] = turned;
    if (first === undefined || turned.length < FEWEST_ROWS || fitting.length > 0) continue;
    const table = conventionOf(first.row);
    const direction = printedDirection(table) === 1 ? -1 : 1;
    if (turned.some((row) => directionOf(row) !== direction)) continue;
    // Where what costs is named, rows without a minus that want to grow are revenue of some other name.
    const isAmongCosts = table.rule === 'costs-positive' && items.every((row) => !sides.has(row.row)) && [...sides.values()].includes('cost');
    const amounts = turned.map((row) => ({ size: (row.values.get(pair.budget.index) ?? 0) + (row.values.get(pair.compared.index) ?? 0), side: isAmongCosts ? 'revenue' as const : sides.get(row.row) }));
    const convention = conventionOfPart(amounts, table, direction, isPlusBetter);
    const members = new Set(open.map((row) => row.row));
    // A total of several parts is not of this one.
    const own = open.filter((row) => row.sum === undefined || row.sum.parts.every((part) => members.has(part.row)));
    for (const row of own) taken.add(row.row);
    const judged = own.filter((row) => printedFigure(variance, row) !== undefined && (row.values.has(pair.budget.index) || row.values.has(pair.compared.index)));
    const isExplained = (row: DraftRow): boolean => [direction, null].includes(directionOf(row)) && isNear(row, { variance, pair }, direction, room);
    const isRevenue = amounts.every(({ side }) => side === 'revenue');
    found.push({ ...convention, ...(isRevenue ? { isRevenue } : {}), rows: own.map((row) => row.row), evidence: { matched: judged.filter(isExplained).length, of: judged.length } });
  }
  return found;
}

function isNear(row: DraftRow, { variance, pair }: Pick<PrintedDeviation, 'variance' | 'pair'>, direction: 1 | -1, room: number): boolean {
  const difference = (row.values.get(pair.compared.index) ?? 0) - (row.values.get(pair.budget.index) ?? 0);
  return Math.abs((printedFigure(variance, row)?.value ?? 0) - direction * difference) <= room;
}

/** Groups of rows that can have a convention of their own, the largest first; all of them together are at most a few times the rows. */
function groupsOf(rows: readonly DraftRow[], sides: ReadonlyMap<number, MoneySide>): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let section: number[] | null = null;
  for (const row of rows) {
    if (row.kind === 'section') {
      section = [];
      groups.push(section);
    } else section?.push(row.row);
    if (row.sum !== undefined) groups.push([...row.sum.parts.map((part) => part.row), row.row]);
  }
  for (const side of ['revenue', 'cost'] as const) groups.push(rows.filter((row) => sides.get(row.row) === side).map((row) => row.row));
  return groups.sort((a, b) => b.length - a.length);
}

/** Costs stand with minus or without, revenue the other way round; where the amounts do not tell, the deviations are printed as in the rest of the table. */
function conventionOfPart(amounts: readonly { readonly size: number; readonly side: MoneySide | undefined }[], table: SignConvention, direction: 1 | -1, isPlusBetter: boolean): SignConvention {
  const byDirection: SignRule = (direction === 1) !== table.isPlusWorse ? 'costs-negative' : 'costs-positive';
  const told = amounts.filter(({ size }) => size !== 0).map(({ size, side }) => (size < 0) !== (side === 'revenue'));
  const negative = told.filter(Boolean).length;
  const isMixed = Math.max(negative, told.length - negative) < 0.8 * told.length;
  if (isPlusBetter || isMixed || told.length === 0) return { rule: isPlusBetter ? (direction === 1 ? 'costs-negative' : 'costs-positive') : byDirection, isPlusWorse: isPlusBetter ? false : table.isPlusWorse };
  const rule: SignRule = negative * 2 > told.length ? 'costs-negative' : 'costs-positive';
  return { rule, isPlusWorse: (rule === 'costs-negative') !== (direction === 1) };
}
