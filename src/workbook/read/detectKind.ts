import type { TableKind } from '../report';
import type { ColumnHeading } from './columnHeading';
import { isCodeColumn, isFigureColumn, isTextColumn } from './columnShape';
import { readConcepts, type Concept } from './headingWords';
import { readUnit } from './unitWords';

/** Texts that say what a whole table is about. */
export interface TableTexts {
  /** The line directly above the table. */
  readonly title: string;
  /** All lines above the table that belong to it. */
  readonly titles: readonly string[];
}

const has = (column: ColumnHeading, ...concepts: readonly Concept[]): boolean => concepts.some((concept) => column.concepts.has(concept));
const holdsFigures = (column: ColumnHeading): boolean => isFigureColumn(column.shape) || column.shape.marks > 0;

/** Columns whose words speak of money followed up: what makes a budget table. A heading that is only a period counts with the others. */
function moneyWords(columns: readonly ColumnHeading[]): ReadonlySet<string> {
  const words = new Set<string>();
  // Early in the year a budget stands beside an outcome that is still empty.
  const isPlanned = columns.some((column) => holdsFigures(column) && has(column, 'budget') && !has(column, 'variance'));
  for (const column of columns) {
    if (!(holdsFigures(column) || (isPlanned && column.shape.filled === 0)) || column.month) continue;
    if (has(column, 'variance')) words.add('variance');
    else if (has(column, 'previous')) words.add('previous');
    else if (has(column, 'forecast')) words.add('forecast');
    else if (has(column, 'budget', 'budgetChange')) words.add('budget');
    else if (has(column, 'actual')) words.add(`actual${column.period.year ?? ''}`);
    else if (has(column, 'preliminary')) words.add('preliminary');
  }
  return words;
}

/**
 * What a table is about, from its headings, the shapes of its columns and its title: first what has words of its own (ledger, measures, requirements,
 * indicators, volumes), then series of months, then budget tables, which need two kinds of figures that can be compared; all else is `other`.
 */
export function detectKind(columns: readonly ColumnHeading[], texts: TableTexts): TableKind {
  const figures = columns.filter(holdsFigures);
  if (isLedger(columns, figures)) return 'ledger';
  const money = moneyWords(columns);
  const comparesBudget = money.has('budget') && (money.has('variance') || money.has('forecast') || [...money].some((word) => word.startsWith('actual')));
  if (isMeasures(columns, comparesBudget)) return 'measures';
  if (figures.some((column) => has(column, 'requirement')) && !comparesBudget) return 'requirements';
  const label = labelHeading(columns);
  const hasMoneyUnit = columns.some((column) => holdsFigures(column) && readUnit(column.header) !== null) || readUnit(label) !== null || texts.titles.some((title) => readUnit(title) !== null);
  const followsYears = figures.filter((column) => (column.period.year !== undefined || column.period.period?.kind === 'quarter') && !column.month).length;
  if (isIndicators(columns, figures, label, texts, money, hasMoneyUnit)) return 'indicators';
  if (isVolumes(columns, figures, label, texts, money, followsYears, hasMoneyUnit)) return 'volumes';
  const months = columns.filter((column) => column.month !== null).length;
  const hasPlan = money.has('budget') || money.has('forecast') || money.has('variance');
  if (months >= 3) return hasPlan ? 'budget' : 'series';
  if (isMonthRows(columns) && !comparesBudget) return figures.length > 0 ? 'series' : 'other';
  const foreign = columns.filter((column) => has(column, 'foreign')).length;
  if (money.size >= 2 && foreign < money.size) return 'budget';
  if (!hasMoneyUnit && followsYears >= 2 && figures.filter((column) => has(column, 'gender')).length >= 2) return 'indicators';
  if (hasMoneyUnit && foreign === 0 && (changesBudget(figures) || usesGrant(figures))) return 'budget';
  const sides = PARTS.filter((part) => figures.some((column) => has(column, part) && !has(column, 'volume', 'unitCost'))).length;
  if (sides >= 2 && hasMoneyUnit && foreign === 0) return 'budget';
  return foreign === 0 && isMoneyOverYears(figures, label, texts, followsYears, hasMoneyUnit) ? 'budget' : 'other';
}

/** Heading of the first column with names. */
function labelHeading(columns: readonly ColumnHeading[]): string {
  return columns.find((column) => !holdsFigures(column) || isCodeColumn(column.shape))?.header ?? '';
}

/** Grants, costs and what they leave: money, although nothing of it is called budget or outcome. */
const PARTS: readonly Concept[] = ['costs', 'revenue', 'net'];

/** What was decided first, and what was added since: a budget, although nothing is compared with it yet. */
function changesBudget(figures: readonly ColumnHeading[]): boolean {
  return figures.some((column) => has(column, 'budgetChange')) && figures.some((column) => has(column, 'budget') && !has(column, 'budgetChange', 'variance'));
}

/** A grant with what is used of it and what is left. */
function usesGrant(figures: readonly ColumnHeading[]): boolean {
  return figures.some((column) => has(column, 'remaining')) && figures.some((column) => has(column, 'actual') && !has(column, 'remaining', 'share', 'percent'));
}

const LEDGER_CODES: readonly Concept[] = ['responsibility', 'activity', 'account', 'project', 'object', 'counterpart'];

function isLedger(columns: readonly ColumnHeading[], figures: readonly ColumnHeading[]): boolean {
  const codes = LEDGER_CODES.filter((concept) => columns.some((column) => has(column, concept) && !has(column, 'text'))).length;
  const isDated = columns.some((column) => has(column, 'period')) || (codes >= 2 && columns.some((column) => has(column, 'voucher')));
  const hasAccount = columns.some((column) => has(column, 'account'));
  const hasAmount = figures.some((column) => has(column, 'amount', 'budget', 'actual') && !isCodeColumn(column.shape)) || figures.some((column) => has(column, 'amount'));
  const compares = columns.some((column) => has(column, 'variance', 'forecast'));
  const isDoubleEntry = figures.some((column) => has(column, 'credit')) && figures.some((column) => has(column, 'amount') && !has(column, 'credit'));
  return hasAmount && !compares && ((isDated && codes >= 1) || (hasAccount && codes >= 3) || (isDoubleEntry && (codes >= 1 || columns.some((column) => has(column, 'voucher')))));
}

function isMeasures(columns: readonly ColumnHeading[], comparesBudget: boolean): boolean {
  if (columns.some((column) => has(column, 'risk', 'riskMeasure'))) return false;
  const measure = columns.find((column) => has(column, 'measure', 'efficiency') && !has(column, 'description', 'followUp', 'comment') && isTextColumn(column.shape));
  if (!measure) return false;
  // Measures with a column for each year: what stands under the years is their effect.
  if (/åtgärd|besparing/i.test(measure.header) && columns.some((column) => column.plainYear !== null && holdsFigures(column))) return true;
  return columns.some((column) => {
    if (column === measure || has(column, 'description')) return false;
    if (has(column, 'fullYearEffect', 'saving', 'situation', 'consequence')) return true;
    // An outcome beside its budget is no saving brought home: "Insats" can be what is followed up.
    if (comparesBudget && !has(column, 'effect', 'efficiency')) return false;
    return has(column, 'effect', 'efficiency', 'realised') && !has(column, 'budget', 'forecast', 'variance') && column.shape.longestText < 60;
  });
}

function isIndicators(columns: readonly ColumnHeading[], figures: readonly ColumnHeading[], label: string, texts: TableTexts, money: ReadonlySet<string>, hasMoneyUnit: boolean): boolean {
  const targets = columns.filter((column) => has(column, 'target') && !has(column, 'budget', 'measure')).length;
  const comparesBudget = money.has('budget') && money.has('variance');
  // Pupils with points and grades have a goal too.
  const foreign = columns.filter((column) => has(column, 'foreign')).length;
  if (comparesBudget || foreign * 2 > columns.length) return false;
  if (targets > 0 && (figures.length > 0 || columns.some((column) => has(column, 'current')))) return true;
  const named = readConcepts(label);
  if (named.has('indicator') || named.has('unitCost')) return figures.length > 0;
  if (figures.length === 0) return false;
  const title = readConcepts(texts.title);
  return title.has('unitCost') || (!hasMoneyUnit && title.has('indicator') && !money.has('budget'));
}

function isVolumes(columns: readonly ColumnHeading[], figures: readonly ColumnHeading[], label: string, texts: TableTexts, money: ReadonlySet<string>, years: number, hasMoneyUnit: boolean): boolean {
  const followed = figures.filter((column) => has(column, 'budget', 'actual', 'forecast', 'previous', 'variance') || column.period.year !== undefined || column.period.asOf !== undefined).length;
  if (followed < 1 || (columns.filter((column) => column.month).length >= 3 && !money.has('budget') && !money.has('forecast'))) return false;
  const inHeadings = figures.filter((column) => has(column, 'volume') && !has(column, 'unitCost') && has(column, 'budget', 'actual', 'forecast', 'previous')).length;
  if (inHeadings >= 2 && inHeadings * 2 >= followed) return true;
  const isMoneyLabel = readUnit(label) !== null;
  if (isMoneyLabel) return false;
  const named = readConcepts(label);
  if (named.has('volume') && !named.has('costs') && followed >= 2) return true;
  const counted = columns.find((column) => isTextColumn(column.shape) && column.shape.unitTexts * 2 > column.shape.texts);
  if (counted && !hasMoneyUnit && followed >= 2) return true;
  return !hasMoneyUnit && (money.size >= 2 || years >= 2) && readConcepts(texts.title).has('volume');
}

/** A first column of months, one a row. */
function isMonthRows(columns: readonly ColumnHeading[]): boolean {
  const first = columns[0];
  if (!first) return false;
  return first.shape.months >= 3 && first.shape.monthSteps * 10 >= (first.shape.months - 1) * 7 && first.shape.months * 10 >= first.shape.filled * 6 && !has(first, 'measure');
}

/** Costs or net costs side by side over years or periods, or with shares: money, although nothing of it is called budget or outcome. */
function isMoneyOverYears(figures: readonly ColumnHeading[], label: string, texts: TableTexts, years: number, hasMoneyUnit: boolean): boolean {
  const speaksOfMoney = [label, texts.title, ...figures.map((column) => column.header)].some((text) => {
    const concepts = readConcepts(text);
    return concepts.has('costs') || concepts.has('net') || concepts.has('revenue') || concepts.has('actual') || concepts.has('budget');
  });
  return speaksOfMoney && hasMoneyUnit && (years >= 2 || (years >= 1 && figures.some((column) => has(column, 'share', 'percent'))));
}
