import type { Unit } from '../../core/amount';
import { decimalsOf } from '../../core/decimal';
import { cellAddress } from '../address';
import { numberFormatAt, valueAt, type SheetGrid } from '../grid';
import type { TableKind } from '../report';
import type { DraftColumn } from './tableDraft';
import { cellKind } from './cellKind';
import { readFigure } from './readFigure';
import { isUnitNote, readFormatUnit, readUnit } from './unitWords';

/** A text of the sheet and where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Everything that can tell a table's unit, nearest first. */
export interface UnitSources {
  readonly headerRows: readonly number[];
  readonly bodyTop: number;
  readonly bottom: number;
  readonly ownTitles: readonly PlacedText[];
  readonly notes: readonly PlacedText[];
  readonly sheetTitles: readonly PlacedText[];
}

export interface UnitReading {
  readonly unit: Unit | null;
  /** A1 address of the cell that tells it. */
  readonly unitCell?: string;
}

const SAMPLE_ROWS = 60;
const NAMES: ReadonlySet<string> = new Set(['label', 'code', 'area', 'measure', 'month', 'unit']);
const AMOUNTLESS: ReadonlySet<string> = new Set(['label', 'code', 'area', 'unit', 'month', 'comment', 'status', 'responsible', 'share', 'variancePercent', 'volumeBudget', 'volumeActual', 'volumeForecast', 'volumeVariance']);

/**
 * The unit of a table, looked for in this order: its corner and label headings, its columns' headings, its titles, its number formats, its notes, the
 * sheet's titles. A ledger without a word of it is in kr. Counts (volumes, indicators) take no unit from a title: that speaks of the money.
 */
export function detectUnit(grid: SheetGrid, columns: readonly DraftColumn[], kind: TableKind, sources: UnitSources): UnitReading {
  const corner = columns.find((column) => NAMES.has(column.field) && column.period?.kind !== 'month' && readUnit(column.header) !== null);
  if (corner) return at(readUnit(corner.header), headingCell(grid, corner, sources.headerRows));
  const countsThings = kind === 'volumes' || kind === 'indicators';
  // Among counts a column in money says only its own unit.
  const ofColumns = countsThings && columns.some((column) => column.field.startsWith('volume') && !column.unit) ? null : unitOfColumns(grid, columns, sources);
  if (ofColumns) return ofColumns;
  if (countsThings) return { unit: null };
  const title = lastUnit(sources.ownTitles);
  if (title) return title;
  const format = unitOfFormats(grid, columns, sources);
  if (format) return format;
  const note = sources.notes.find((text) => isUnitNote(text.text));
  if (note) return at(readUnit(note.text), cellAddress(note.row, note.column));
  const isSeriesOfCounts = kind === 'series' && !columns.some((column) => /kostn|kronor|belopp|lön|intäkt/i.test(column.header));
  const sheetTitle = isSeriesOfCounts ? null : lastUnit(sources.sheetTitles);
  if (sheetTitle) return sheetTitle;
  if (kind === 'ledger') return { unit: 'kr' };
  if (kind === 'measures') return unitOfProse(grid, columns, sources);
  return { unit: kind === 'budget' && looksLikeKronor(grid, columns, sources) ? 'kr' : null };
}

/**
 * Nobody writes thousands rounded to thousands, nor thousands with öre: figures that all end in 000, or of which most have two decimals, are kronor
 * where the largest is a million or more. Assumed, as no cell says so.
 */
function looksLikeKronor(grid: SheetGrid, columns: readonly DraftColumn[], sources: UnitSources): boolean {
  const figures: number[] = [];
  for (const column of columns) {
    if (!SUMMED.has(column.field)) continue;
    for (let row = sources.bodyTop; row <= Math.min(sources.bottom, sources.bodyTop + SAMPLE_ROWS); row += 1) {
      const figure = readFigure(valueAt(grid, row, column.index), numberFormatAt(grid, row, column.index));
      if (figure && figure.value !== 0) figures.push(figure.value);
    }
  }
  if (figures.length < FEWEST_FIGURES || !figures.some((figure) => Math.abs(figure) >= 1_000_000)) return false;
  const withOre = figures.filter((figure) => decimalsOf(figure) === 2).length;
  return figures.every((figure) => figure % 1000 === 0) || (withOre * 2 > figures.length && figures.every((figure) => decimalsOf(figure) <= 2));
}

const FEWEST_FIGURES = 8;
const SUMMED: ReadonlySet<string> = new Set(['previous', 'budget', 'budgetToDate', 'actual', 'actualToDate', 'forecast', 'variance', 'budgetOriginal', 'budgetChange', 'remaining']);

/** A plan in words names its unit behind the amounts: "Prognos delår 1: -3,0 mnkr". */
function unitOfProse(grid: SheetGrid, columns: readonly DraftColumn[], sources: UnitSources): UnitReading {
  for (let row = sources.bodyTop; row <= Math.min(sources.bottom, sources.bodyTop + SAMPLE_ROWS); row += 1) {
    for (const column of columns) {
      const value = valueAt(grid, row, column.index);
      const word = typeof value === 'string' ? /\d\s*(mnkr|mkr|tkr)(?!\p{L})/iu.exec(value)?.[1] : undefined;
      const unit = word === undefined ? null : readUnit(word);
      if (unit) return at(unit, cellAddress(row, column.index));
    }
  }
  return { unit: null };
}

const at = (unit: Unit | null, unitCell: string | undefined): UnitReading => ({ unit, ...(unitCell ? { unitCell } : {}) });

function headingCell(grid: SheetGrid, column: DraftColumn, headerRows: readonly number[]): string | undefined {
  const row = headerRows.find((header) => readUnit(String(valueAt(grid, header, column.index) ?? '')) !== null);
  return row === undefined ? undefined : cellAddress(row, column.index);
}

function lastUnit(texts: readonly PlacedText[]): UnitReading | null {
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const text = texts[index];
    const unit = text && text.text.length <= 160 ? readUnit(text.text) : null;
    if (text && unit) return at(unit, cellAddress(text.row, text.column));
  }
  return null;
}

/** The unit that most columns of amounts name in their headings. */
function unitOfColumns(grid: SheetGrid, columns: readonly DraftColumn[], sources: UnitSources): UnitReading | null {
  const amounts = columns.filter((column) => !AMOUNTLESS.has(column.field) && !['other', 'measure', 'description'].includes(column.field));
  const named = amounts.filter((column) => column.unit);
  const first = named[0];
  if (!first?.unit || named.length * 2 < amounts.filter((column) => isMoney(column)).length) return null;
  // A column with a unit of its own (a cost per day in kr) does not hide that of the others.
  const shared = named.filter((column) => column.unit === first.unit);
  if (shared.length * 2 <= named.length) return null;
  return at(first.unit, headingCell(grid, first, sources.headerRows));
}

const TEXT_FIELDS: ReadonlySet<string> = new Set(['followUp', 'start', 'end', 'date', 'analysis', 'consequence', 'probability', 'ramp', 'inForecast', 'direction', 'account', 'activity', 'responsibility', 'period', 'counterpart', 'project', 'object']);
const isMoney = (column: DraftColumn): boolean => !TEXT_FIELDS.has(column.field);

/** The unit in the number formats of the figures, or written behind figures kept as text ("629 tkr"). */
function unitOfFormats(grid: SheetGrid, columns: readonly DraftColumn[], sources: UnitSources): UnitReading | null {
  const votes = new Map<Unit, { count: number; cell: string }>();
  let figures = 0;
  const bottom = Math.min(sources.bottom, sources.bodyTop + SAMPLE_ROWS);
  for (const column of columns) {
    if (column.field === 'label' || column.field === 'code') continue;
    for (let row = sources.bodyTop; row <= bottom; row += 1) {
      const value = valueAt(grid, row, column.index);
      const numberFormat = numberFormatAt(grid, row, column.index);
      const kind = cellKind(value, numberFormat);
      if (kind !== 'number' && kind !== 'textNumber') continue;
      figures += 1;
      const unit = kind === 'number' ? readFormatUnit(numberFormat) : readUnit(String(value).replace(/[\d\s\u00a0\u202f.,+−-]/g, ''));
      if (!unit) continue;
      const vote = votes.get(unit);
      if (vote) vote.count += 1;
      else votes.set(unit, { count: 1, cell: cellAddress(row, column.index) });
    }
  }
  const best = [...votes].sort((a, b) => b[1].count - a[1].count)[0];
  return best && best[1].count * 3 >= figures ? at(best[0], best[1].cell) : null;
}
