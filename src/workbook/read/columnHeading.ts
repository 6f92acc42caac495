import { numberFormatAt, valueAt, type NamedArea, type SheetGrid } from '../grid';
import { readColumnShape, type ColumnShape } from './columnShape';
import { foldText } from './cellKind';
import type { FoundTable } from './findTables';
import { readHeaderPaths } from './headerPaths';
import { readConcepts, type Concept } from './headingWords';
import { monthStampAt } from './monthStamps';
import { columnName, nameWords } from './nameWords';
import { halfOf } from './splitDeviations';
import { spellOutHeading } from './shortHeading';
import { readMonth, readPeriodWords, readYear, type NamedMonth, type PeriodWords } from './periodWords';

/** All that is known of a column before its meaning is decided. */
export interface ColumnHeading {
  readonly index: number;
  readonly path: readonly string[];
  readonly header: string;
  readonly concepts: ReadonlySet<Concept>;
  readonly period: PeriodWords;
  /** The heading is a month and nothing else. */
  readonly month: NamedMonth | null;
  /** The heading is a year and nothing else. */
  readonly plainYear: number | null;
  readonly shape: ColumnShape;
}

/**
 * Reads headings and shapes of a table's columns; blank spacer columns, and unnamed columns beyond a blank one, are left out.
 * A heading that says nothing gets its meaning from a defined name of the column's figures; what the sheet itself says comes first.
 */
export function readColumnHeadings(grid: SheetGrid, table: FoundTable, names: readonly NamedArea[] = []): readonly ColumnHeading[] {
  const paths = readHeaderPaths(grid, table.left, table.right, table.headerRows);
  const lastHeaderRow = table.headerRows.at(-1) ?? 0;
  const skip = new Set(table.repeatedHeaderRows);
  const headings: ColumnHeading[] = [];
  let isBeyondGap = false;
  for (let index = table.left; index <= table.right; index += 1) {
    const path = paths[index - table.left] ?? [];
    const shape = readColumnShape(grid, index, lastHeaderRow + 1, table.bottom, skip);
    if (shape.filled === 0 && isSpacer(grid, index, table.headerRows)) {
      isBeyondGap = headings.length > 0;
      continue;
    }
    if (path.length === 0 && isBeyondGap) continue;
    isBeyondGap = false;
    const header = path.join(' ');
    const month = headingMonth(grid, index, table.headerRows);
    const plainYear = path.length === 1 ? readYear(path[0] ?? '') : null;
    const ownConcepts = readPathConcepts(path);
    const isMute = ownConcepts.size === 0 && month === null && plainYear === null;
    const name = isMute ? columnName(names, grid.name, index, lastHeaderRow + 1, table.bottom) : null;
    const concepts = name === null ? ownConcepts : readConcepts(nameWords(name));
    const words = readPeriodWords(name === null ? header : nameWords(name));
    headings.push({ index, path, header, concepts, period: plainYear === null ? words : { year: plainYear }, month: plainYear === null ? month : null, plainYear, shape });
  }
  return withQuarters(withHalves(withShortHeadings(isMonthRun(headings) ? headings : headings.map((heading) => ({ ...heading, month: null })))));
}

/** "+" and "−", "Plus" and "Minus" beside each other: a deviation in two columns, although neither says so. */
function withHalves(headings: readonly ColumnHeading[]): readonly ColumnHeading[] {
  const halves = headings.map(({ header, concepts }) => (concepts.size === 0 ? halfOf(header) : null));
  return headings.map((heading, place) => {
    const isHalf = halves[place] !== null && [place - 1, place + 1].some((beside) => typeof halves[beside] === 'string' && halves[beside] !== halves[place]);
    return isHalf ? { ...heading, concepts: new Set<Concept>(['variance']) } : heading;
  });
}

/** "B25", "U25", "P2508": letters that stand for money where the headings beside do, or where several of them stand beside each other. */
function withShortHeadings(headings: readonly ColumnHeading[]): readonly ColumnHeading[] {
  const spelled = headings.map(({ header, concepts }) => (concepts.size === 0 ? spellOutHeading(header) : null));
  const speaksOfMoney = headings.some(({ concepts }) => concepts.has('variance') || AMOUNTS.some((amount) => concepts.has(amount)));
  const kinds = new Set(spelled.flatMap((words) => words?.split(' ')[0] ?? []));
  if (!speaksOfMoney && kinds.size < 2) return headings;
  return headings.map((heading, place) => {
    const words = spelled[place] ?? null;
    return words === null ? heading : { ...heading, concepts: readConcepts(words), period: readPeriodWords(words), month: null, plainYear: null };
  });
}

/** Quarters beside each other stand for themselves; a single "Utfall kv 2" is January to June. */
function withQuarters(headings: readonly ColumnHeading[]): readonly ColumnHeading[] {
  if (new Set(headings.flatMap(({ period }) => period.quarter ?? [])).size < 2) return headings;
  return headings.map((heading) => {
    const { quarter, year } = heading.period;
    return quarter === undefined ? heading : { ...heading, period: { ...heading.period, period: { kind: 'quarter', quarter, ...(year === undefined ? {} : { year }) } } };
  });
}

/** From month to month, quarter to quarter, tertial to tertial. */
const STEPS_OF_SERIES: ReadonlySet<number> = new Set([1, 3, 4]);

/** Months beside each other follow one another; dates picked out of several years ("dec 2023", "dec 2024", "aug 2025"; "2024", "aug 2025") are no series. */
function isMonthRun(headings: readonly ColumnHeading[]): boolean {
  const months = headings.flatMap((heading) => (heading.month ? [heading.month] : []));
  if (months.length === 1) return !headings.some((heading) => heading.plainYear !== null);
  const steps = months.slice(1).filter(({ month }, place) => STEPS_OF_SERIES.has((month - (months[place]?.month ?? 0) + 12) % 12)).length;
  return steps * 2 >= months.length - 1;
}

const AMOUNTS: readonly Concept[] = ['budget', 'actual', 'forecast', 'previous'];

/** Words that say of a whole group of columns that it is last year's. */
const LAST_YEAR = /(?<!\p{L})(?:i fjol|föregående år|förra året|fg\.? ?år)(?!\p{L})/u;

/** What a path of headings speaks of. Of amounts the lowest heading decides: "Budget" under "Helårsprognos" is a budget; under "I fjol" it is last year's. */
function readPathConcepts(path: readonly string[]): ReadonlySet<Concept> {
  const all = readConcepts(path.join(' '));
  const lowest = [...path].reverse().map(readConcepts).find((concepts) => AMOUNTS.some((amount) => concepts.has(amount)));
  if (path.length < 2 || lowest === undefined || lowest.has('variance') || all.has('variance')) return all;
  return new Set([...all].filter((concept) => !AMOUNTS.includes(concept) || lowest.has(concept) || (concept === 'previous' && LAST_YEAR.test(foldText(path.join(' '))))));
}

/** A column with nothing below and no heading text of its own; a merged heading may cover it. */
function isSpacer(grid: SheetGrid, column: number, headerRows: readonly number[]): boolean {
  return headerRows.every((row) => valueAt(grid, row, column) === null || valueAt(grid, row, column) === '') ;
}

/** The month that a column's lowest heading cell is; the year may stand in the row above ("2025" over "jan", "feb"). */
function headingMonth(grid: SheetGrid, column: number, headerRows: readonly number[]): NamedMonth | null {
  let month: NamedMonth | null = null;
  let year: number | null = null;
  for (const row of headerRows) {
    const value = valueAt(grid, row, column);
    if (value === null || value === '') continue;
    const own = readMonth(value, numberFormatAt(grid, row, column)) ?? monthStampAt(grid, row, column);
    if (own) month = own;
    else if (readYear(value) !== null) year = readYear(value);
    else return null;
  }
  return month && month.year === undefined && year !== null ? { ...month, year } : month;
}
