import { oppositeRule, type SignRule } from '../../core/signRule';
import { foldText } from './cellKind';
import { pairRoom, type PrintedDeviation } from './comparisons';
import type { DraftRow } from './draftRow';
import { figureColumns } from './figureColumns';
import { leadingDeviation } from './leadingDeviation';
import { ledgerTotals } from './ledgerRows';
import { findPartSigns, printedDirection, type PartSign, type SignConvention } from './partSigns';
import type { MoneySide } from './rowLabels';
import { printedFigure } from './splitDeviations';
import type { DraftColumn, TableDraft } from './tableDraft';

/** How a table signs its costs, and what that rests on. */
export interface SignReading {
  readonly rule: SignRule | null;
  /** Rows that the rule explains, of the rows that could have contradicted it; left out where a text decided. */
  readonly evidence?: { readonly matched: number; readonly of: number };
  readonly source: 'deviations' | 'text' | 'signs' | 'net' | 'ledger' | null;
  /** The table prints overspending with plus. */
  readonly isPlusWorse: boolean;
  /** Rows that the other rule holds for: revenue that stands without a minus in a table whose costs do too, and parts that are signed otherwise. */
  readonly turnedRows: ReadonlySet<number>;
  /** Parts of the table with a convention of their own, by row; revenue that only turns round is none. */
  readonly parts: ReadonlyMap<number, PartSign>;
}

const unknown: SignReading = { rule: null, source: null, isPlusWorse: false, turnedRows: new Set(), parts: new Map() };

/** The convention that holds for a row of a table whose rule is known. */
export function conventionOf(sign: Pick<SignReading, 'isPlusWorse' | 'turnedRows' | 'parts'>, rule: SignRule, row: number): SignConvention {
  return sign.parts.get(row) ?? { rule: sign.turnedRows.has(row) ? oppositeRule(rule) : rule, isPlusWorse: sign.isPlusWorse };
}

/**
 * Finds how a table signs costs. Evidence, strongest first: the printed deviations, a text, the signs of rows whose side is known, a net of
 * costs and revenue. Without evidence the rule is null: it is asked, never guessed.
 */
export function detectSignRule(draft: TableDraft, rows: readonly DraftRow[], deviations: readonly PrintedDeviation[], sides: ReadonlyMap<number, MoneySide>): SignReading {
  if (draft.kind === 'ledger') return ledgerRule(draft);
  if (draft.kind !== 'budget') return unknown;
  const texts = [...draft.contextTexts, draft.title, ...draft.columns.map((column) => column.header)].map(foldText);
  const leading = leadingDeviation(deviations);
  return (leading ? fromDeviations(leading, rows, sides, texts) : null) ?? fromText(draft, rows, sides, texts) ?? fromSigns(draft, rows, sides, texts) ?? fromNet(draft, rows, sides) ?? unknown;
}

function fromDeviations(deviation: PrintedDeviation, rows: readonly DraftRow[], sides: ReadonlyMap<number, MoneySide>, texts: readonly string[]): SignReading | null {
  const { variance, pair } = deviation;
  const room = pairRoom([variance, pair.budget, pair.compared], rows);
  const counts = countSigns(deviation, rows, sides, room);
  const { revenue } = counts;
  const isRevenueOnly = counts.positive + counts.negative === 0;
  const compared = counts.compared + (isRevenueOnly ? revenue.asCompared : 0);
  const budget = counts.budget + (isRevenueOnly ? revenue.asBudget : 0);
  const isTie = compared === budget;
  const leading = isTie ? directionOfTotal(deviation, rows, room) : compared - budget;
  if (leading === 0) return null;
  const saysPlusIsBetter = texts.some((text) => plusIsBetterText.test(text));
  const { rule, isPlusWorse } = conventionBehind(leading > 0 ? 'costs-negative' : 'costs-positive', counts, texts, saysPlusIsBetter);
  const revenueTurns = rule === 'costs-positive' && revenue.rows.length > 0 && !isRevenueOnly && (isPlusWorse ? revenue.asBudget >= revenue.asCompared : revenue.asCompared >= revenue.asBudget);
  // A result is better when it grows, as revenue is.
  const results = rows.filter((row) => sides.get(row.row) === 'net' && /resultat/u.test(foldText(row.label))).map((row) => row.row);
  // Where overspending is printed with plus because all deviations are compared − budget, more revenue is printed with plus too, and is better.
  const revenueGrows = rule === 'costs-positive' && isPlusWorse && !isRevenueOnly && revenue.asCompared > revenue.asBudget;
  const grown: PartSign = { rule: 'costs-negative', isPlusWorse: false, isRevenue: true, rows: [...revenue.rows, ...results], evidence: { matched: revenue.asCompared, of: revenue.rows.length } };
  const whole = { isPlusWorse, turnedRows: new Set(revenueTurns ? [...revenue.rows, ...results] : []), parts: new Map(revenueGrows ? grown.rows.map((row) => [row, grown] as const) : []) };
  const found = new Map(findPartSigns(deviation, rows, sides, (row) => conventionOf(whole, rule, row), room, saysPlusIsBetter).flatMap((part) => part.rows.map((row) => [row, part] as const)));
  const parts = new Map([...whole.parts, ...found]);
  const turnedRows = new Set(rows.map(({ row }) => row).filter((row) => (parts.get(row)?.rule ?? conventionOf(whole, rule, row).rule) !== rule));
  const sign = { rule, source: 'deviations' as const, isPlusWorse, turnedRows, parts };
  const evidence = countEvidence(deviation, rows, (row) => conventionOf(sign, rule, row), room);
  // As many rows for either rule decide nothing, unless each stand in a part of their own.
  return isTie && evidence.matched < evidence.of ? null : { ...sign, evidence };
}

/** What the rows of a table say about its signs. */
interface SignCounts {
  /** Rows whose printed deviation is compared − budget, and budget − compared; positive revenue stands apart. */
  readonly compared: number;
  readonly budget: number;
  /** Rows other than revenue that are stored with plus and with minus; one that is known to be a cost counts twice. */
  readonly positive: number;
  readonly negative: number;
  /** Rows of positive revenue, and how many of them either formula explains. */
  readonly revenue: { readonly rows: readonly number[]; readonly asCompared: number; readonly asBudget: number };
}

function countSigns({ variance, pair }: PrintedDeviation, rows: readonly DraftRow[], sides: ReadonlyMap<number, MoneySide>, room: number): SignCounts {
  const counts = { compared: 0, budget: 0, positive: 0, negative: 0 };
  const revenue = { rows: [] as number[], asCompared: 0, asBudget: 0 };
  for (const row of rows) {
    const planned = row.values.get(pair.budget.index) ?? 0;
    const reached = row.values.get(pair.compared.index) ?? 0;
    const size = planned + reached;
    const side = sides.get(row.row);
    const isPlainRevenue = side === 'revenue' && size > 0;
    if (isPlainRevenue) revenue.rows.push(row.row);
    // Rows whose side is known say more about the storage of costs than rows that may be anything.
    if (side !== 'revenue' && size !== 0) counts[size > 0 ? 'positive' : 'negative'] += side === undefined ? 1 : 2;
    const printed = printedFigure(variance, row)?.value;
    if (printed === undefined || Math.abs(reached - planned) <= room) continue;
    const isCompared = Math.abs(printed - (reached - planned)) <= room;
    const isBudget = Math.abs(printed + (reached - planned)) <= room;
    if (isPlainRevenue) {
      if (isCompared) revenue.asCompared += 1;
      if (isBudget) revenue.asBudget += 1;
    } else {
      if (isCompared) counts.compared += 1;
      if (isBudget) counts.budget += 1;
    }
  }
  return { ...counts, revenue };
}

const plusIsBetterText = /(?:positiv\p{L}*|\+|plus)\s*(?:budget)?(?:avvikelse|tal|värde)?\s*(?:=|är|betyder|innebär)\s*(?:ett )?(?:överskott|bättre|positiv)/u;

/**
 * The convention behind the formula that the printed deviations follow. Where the costs are stored the other way, the table prints
 * overspending with plus, unless its words say that plus is better or that it speaks of a result.
 */
function conventionBehind(formula: SignRule, { positive, negative }: SignCounts, texts: readonly string[], saysPlusIsBetter: boolean): SignConvention {
  const speaksOfResult = texts.some((text) => /resultat|intäkt|överskott per/u.test(text)) && !texts.some((text) => /kostnad/u.test(text));
  const areCostsPositive = positive > 0 && positive >= 4 * negative;
  const areCostsNegative = negative > 0 && negative >= 4 * positive;
  const isStoredOtherwise = formula === 'costs-negative' ? areCostsPositive && !speaksOfResult : areCostsNegative;
  return isStoredOtherwise && !saysPlusIsBetter ? { rule: oppositeRule(formula), isPlusWorse: true } : { rule: formula, isPlusWorse: false };
}

/** How the table's last sum prints its deviation, 1 or −1, else its first row that tells; 0 where none does. */
function directionOfTotal({ variance, pair }: PrintedDeviation, rows: readonly DraftRow[], room: number): number {
  const directions = rows.flatMap((row) => {
    const printed = printedFigure(variance, row)?.value ?? 0;
    const difference = (row.values.get(pair.compared.index) ?? 0) - (row.values.get(pair.budget.index) ?? 0);
    if (Math.abs(difference) <= room || Math.abs(Math.abs(printed) - Math.abs(difference)) > room) return [];
    return [{ isSum: row.kind === 'sum', direction: Math.sign(printed) * Math.sign(difference) }];
  });
  return (directions.filter(({ isSum }) => isSum).at(-1) ?? directions[0])?.direction ?? 0;
}

/** Rows with a printed deviation and figures to compare, and how many of them their convention explains. */
function countEvidence(deviation: PrintedDeviation, rows: readonly DraftRow[], convention: (row: number) => SignConvention, room: number): { readonly matched: number; readonly of: number } {
  let matched = 0;
  let of = 0;
  for (const row of rows) {
    const printed = printedFigure(deviation.variance, row)?.value;
    const budget = row.values.get(deviation.pair.budget.index);
    const compared = row.values.get(deviation.pair.compared.index);
    if (printed === undefined || (budget === undefined && compared === undefined)) continue;
    of += 1;
    if (Math.abs(printed - printedDirection(convention(row.row)) * ((compared ?? 0) - (budget ?? 0))) <= room) matched += 1;
  }
  return { matched, of };
}

const negativeCostText = /kostnad\p{L}*(?:\s+\p{L}+){0,4}\s+(?:med\s+)?(?:minus|negativ)|kostnad\p{L}*\s*\(-\)|avvikelse\p{L}*\s*=\s*(?:utfall|prognos)\p{L}*\s*[-–−]\s*(?:års)?budget|intäkt\p{L}*\s*\(\+\)/u;
const positiveCostText = /utan minus|kostnad\p{L}*(?:\s+\p{L}+){0,3}\s+(?:som |med )?(?:positiv\p{L}*|plus(?:tecken)?)(?:\s+(?:tal|belopp|värde\p{L}*))?(?![\p{L}])|intäkt\p{L}*(?:\s+\p{L}+){0,4}\s+(?:med\s+)?(?:minus|negativ)|avvikelse\p{L}*\s*=\s*(?:års)?budget\p{L}*\s*[-–−]/u;

function fromText(draft: TableDraft, rows: readonly DraftRow[], sides: ReadonlyMap<number, MoneySide>, texts: readonly string[]): SignReading | null {
  const labels = rows.map((row) => foldText(row.label)).filter((label) => /\([-+]\)/u.test(label));
  const all = [...texts, ...labels];
  const isPositive = all.some((text) => positiveCostText.test(text));
  const isNegative = all.some((text) => negativeCostText.test(text) && !positiveCostText.test(text));
  if (isPositive === isNegative) return null;
  const rule: SignRule = isPositive ? 'costs-positive' : 'costs-negative';
  return { rule, source: 'text', isPlusWorse: false, turnedRows: positiveRevenue(draft, rows, sides, rule), parts: new Map() };
}

/** In a table of positive costs, the revenue rows that are positive too. */
function positiveRevenue(draft: TableDraft, rows: readonly DraftRow[], sides: ReadonlyMap<number, MoneySide>, rule: SignRule): ReadonlySet<number> {
  if (rule === 'costs-negative') return new Set();
  const columns = amountColumns(draft);
  const turned = rows.filter((row) => sides.get(row.row) === 'revenue' && columns.reduce((sum, column) => sum + (row.values.get(column.index) ?? 0), 0) > 0);
  return new Set(turned.map((row) => row.row));
}

function fromSigns(draft: TableDraft, rows: readonly DraftRow[], sides: ReadonlyMap<number, MoneySide>, texts: readonly string[]): SignReading | null {
  const columns = amountColumns(draft);
  const namesCosts = [...texts, foldText(draft.grid.name)].some((text) => /nettokostnad|kostnad(?:er)?(?![\p{L}])|investering/u.test(text)) && !texts.some((text) => /intäkt/u.test(text));
  let negative = 0;
  let positive = 0;
  for (const row of rows) {
    if (row.kind === 'section' || row.kind === 'note') continue;
    const side = sides.get(row.row) ?? (namesCosts ? 'cost' : undefined);
    for (const column of columns) {
      const known = column.part === 'costs' ? 'cost' : column.part === 'revenue' ? 'revenue' : column.part === 'net' ? undefined : side;
      const value = row.values.get(column.index) ?? 0;
      if (value === 0 || known === undefined || (known === 'net' && !/kostnad/u.test(foldText(row.label)))) continue;
      // Positive revenue goes with either rule; only revenue with a minus tells that costs have none.
      if (known === 'revenue') positive += value < 0 ? 1 : 0;
      else if (value < 0) negative += 1;
      else positive += 1;
    }
  }
  const of = negative + positive;
  if (of === 0 || Math.max(negative, positive) < 0.75 * of) return null;
  const rule: SignRule = negative > positive ? 'costs-negative' : 'costs-positive';
  return { rule, evidence: { matched: Math.max(negative, positive), of }, source: 'signs', isPlusWorse: false, turnedRows: positiveRevenue(draft, rows, sides, rule), parts: new Map() };
}

/** A net that subtracts one of its parts says that costs and revenue stand with the same sign. */
function fromNet(draft: TableDraft, rows: readonly DraftRow[], sides: ReadonlyMap<number, MoneySide>): SignReading | null {
  const hasDifference = rows.some((row) => row.sum !== undefined && row.sum.agreeing > 0 && row.sum.parts.some((part) => part.sign === -1));
  return hasDifference ? { rule: 'costs-positive', source: 'net', isPlusWorse: false, turnedRows: positiveRevenue(draft, rows, sides, 'costs-positive'), parts: new Map() } : null;
}

function ledgerRule(draft: TableDraft): SignReading {
  const classes = ledgerTotals(draft)?.pivot.accountClass ?? {};
  const costs = ['4', '5', '6', '7'].map((accountClass) => classes[accountClass] ?? 0).filter((amount) => amount !== 0);
  const revenue = classes['3'] ?? 0;
  const negative = costs.filter((amount) => amount < 0).length + (revenue > 0 ? 1 : 0);
  const of = costs.length + (revenue === 0 ? 0 : 1);
  if (of === 0 || negative * 2 === of) return unknown;
  const rule: SignRule = negative * 2 > of ? 'costs-negative' : 'costs-positive';
  return { ...unknown, rule, evidence: { matched: Math.max(negative, of - negative), of }, source: 'ledger' };
}

const moneyFields = new Set(['previous', 'budget', 'budgetToDate', 'actual', 'actualToDate', 'forecast', 'month']);
const amountColumns = (draft: TableDraft): readonly DraftColumn[] => figureColumns(draft).filter((column) => moneyFields.has(column.field));
