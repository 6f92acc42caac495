import type { SheetGrid } from '../grid';
import type { Field, Part, TableKind } from '../report';
import { readColumnField, type TableSense } from './columnField';
import type { ColumnHeading } from './columnHeading';
import { isCodeColumn, isFigureColumn, isRowNumbers, type ColumnShape } from './columnShape';
import type { DraftColumn } from './tableDraft';
import { readUnit } from './unitWords';

/**
 * Reads what every column of a table is: field, year, part, period and how sure that is.
 * @param headings the columns as they stand, in order
 * @param kind what the table is about
 */
export function readColumns(grid: SheetGrid, headings: readonly ColumnHeading[], kind: TableKind): readonly DraftColumn[] {
  const figureColumns = headings.filter((heading, place) => isFigureColumn(heading.shape) && !(place === 0 && isRowNumbers(heading.shape) && !speaksOfFigures(heading)) && !(isCodeColumn(heading.shape) && heading.concepts.has('code')));
  const sense: TableSense = {
    kind,
    columns: headings,
    hasNamedToDate: { budget: headings.some((heading) => isNamedToDate(heading) && heading.concepts.has('budget')), actual: headings.some((heading) => isNamedToDate(heading) && !heading.concepts.has('budget')) },
    firstFigure: Math.min(...figureColumns.filter((heading) => !isCodeColumn(heading.shape) || speaksOfFigures(heading)).map((heading) => heading.index), Number.MAX_SAFE_INTEGER),
  };
  const read = headings.map((heading) => ({ heading, ...readColumnField(heading, sense) }));
  const currentYear = yearOfPlan(read);
  const isUnderWay = read.some(({ heading, field }) => (field === 'actualToDate' || field === 'forecast') && heading.period.year === undefined);
  const fields = read.map(({ heading, field }) => (kind === 'budget' ? placeInTime(heading, field, currentYear, isUnderWay) : field));
  const parts = kind === 'budget' ? readParts(headings, fields) : [];
  const mostFigures = Math.max(...headings.map(({ shape }) => shape.figures));
  return read.map(({ heading, confidence, reason }, place) => {
    const field = fields[place] ?? 'other';
    const part = parts[place];
    const unit = readUnit(heading.header);
    const { year, period, asOf } = heading.period;
    return {
      index: heading.index,
      path: heading.path,
      header: heading.header,
      field,
      ...(year === undefined ? {} : { year }),
      ...(part ? { part } : {}),
      ...(asOf && isDated(field, heading) ? { asOf } : {}),
      ...(heading.month ? { period: { kind: 'month' as const, ...(year === undefined ? {} : { year }), ...heading.month } } : period ? { period } : {}),
      ...(unit && isFigureColumn(heading.shape) ? { unit } : {}),
      confidence,
      reason,
      hidden: grid.hiddenColumns.has(heading.index),
      ...(isUnreported(heading.shape, mostFigures) ? { isEmpty: true as const } : {}),
    };
  });
}

/** No figure, or nothing but the zeros of sums that have nothing to add yet. */
const isUnreported = ({ figures, zeros }: ColumnShape, mostFigures: number): boolean => figures === 0 || (zeros === figures && figures * 2 <= mostFigures);

const isNamedToDate = (heading: ColumnHeading): boolean => heading.period.period?.kind === 'toDate' && !heading.concepts.has('forecast') && !heading.concepts.has('variance');

const speaksOfFigures = (heading: ColumnHeading): boolean => ['budget', 'actual', 'forecast', 'variance', 'previous', 'amount', 'requirement', 'effect', 'target'].some((concept) => heading.concepts.has(concept as never)) || heading.plainYear !== null || heading.month !== null;

const AMOUNTS_OF_YEAR: ReadonlySet<Field> = new Set<Field>(['actual', 'actualToDate']);

/**
 * The year that the table follows up: the latest year of its budget or forecast; of its outcome to date when neither has one. The budget of a
 * year to come beside one that is followed up is not what the table is about.
 */
function yearOfPlan(read: readonly { readonly heading: ColumnHeading; readonly field: Field }[]): number | undefined {
  const yearsOf = (fields: readonly Field[]): number[] => read.flatMap(({ heading, field }) => (fields.includes(field) && heading.period.year !== undefined ? [heading.period.year] : []));
  const planned = yearsOf(['budget', 'budgetToDate', 'budgetOriginal', 'forecast']);
  const compared = read.filter(({ field }) => field === 'actual' || field === 'actualToDate' || field === 'forecast');
  const followed = planned.filter((year) => compared.some(({ heading }) => heading.period.year === year));
  if (followed.length > 0 && compared.every(({ heading }) => heading.period.year !== undefined)) return Math.max(...followed);
  const years = planned.length > 0 ? planned : yearsOf(['actualToDate', 'variance']);
  return years.length > 0 ? Math.max(...years) : undefined;
}

/** An outcome of an earlier year is last year's; the year-end of the very year that the plan is for is its outcome. */
function placeInTime(heading: ColumnHeading, field: Field, currentYear: number | undefined, isUnderWay: boolean): Field {
  if (AMOUNTS_OF_YEAR.has(field) && isOfEarlierYear(heading, field, currentYear, isUnderWay)) return 'previous';
  return field === 'previous' && currentYear !== undefined && heading.period.year === currentYear ? 'actual' : field;
}

/**
 * Whether an outcome is that of a year before the one followed up. Where no plan names its year, a whole year's outcome beside a forecast or an outcome
 * to date is one, as the year followed up is not over.
 */
function isOfEarlierYear(heading: ColumnHeading, field: Field, currentYear: number | undefined, isUnderWay: boolean): boolean {
  const { year } = heading.period;
  if (year === undefined) return false;
  return currentYear === undefined ? isUnderWay && field === 'actual' : year < currentYear;
}

/** A forecast, or an outcome read at a point in time, is dated; an accumulated outcome has its period instead. */
function isDated(field: Field, heading: ColumnHeading): boolean {
  if (field === 'forecast' || field === 'volumeForecast') return true;
  return (field === 'actual' || field === 'volumeActual') && (heading.period.period?.kind === 'month' || heading.period.period?.kind === 'quarter');
}

const PARTED: ReadonlySet<Field> = new Set<Field>(['previous', 'budget', 'budgetToDate', 'actual', 'actualToDate', 'forecast', 'variance', 'variancePercent', 'budgetOriginal', 'budgetChange', 'remaining', 'share']);

/** Costs, revenue and net beside each other, or the total of a project beside its year; a word that all columns share tells nothing. */
function readParts(headings: readonly ColumnHeading[], fields: readonly Field[]): readonly (Part | undefined)[] {
  const parts = headings.map((heading, place) => (PARTED.has(fields[place] ?? 'other') ? partOf(heading) : undefined));
  const money = new Set(parts.filter((part) => part !== undefined && part !== 'total'));
  const amounts = fields.filter((field, place) => PARTED.has(field) && headings[place]?.period.period?.kind !== 'quarter').length;
  const totals = parts.filter((part) => part === 'total').length;
  // "Total budget" beside what was decided and added is the budget that holds, not a project's.
  const isChanged = fields.includes('budgetOriginal') || fields.includes('budgetChange');
  return parts.map((part, place) => (part === 'total' ? (totals < amounts && !(isChanged && headings[place]?.concepts.has('budgetLatest')) ? part : undefined) : money.size >= 2 ? part : undefined));
}

function partOf(heading: ColumnHeading): Part | undefined {
  const { concepts } = heading;
  if (concepts.has('net')) return 'net';
  if (concepts.has('costs') && !concepts.has('revenue')) return 'costs';
  if (concepts.has('revenue') && !concepts.has('costs')) return 'revenue';
  return concepts.has('total') ? 'total' : undefined;
}
