import { convertAmount, type Unit } from '../../core/amount';
import { dayOfSerial, isSerial } from '../../core/month';
import { numberFormatAt, styleAt, valueAt, type SheetGrid } from '../grid';
import type { Field } from '../report';
import { isDateFormat } from './cellKind';
import { figureColumns } from './figureColumns';
import { hasPointedThousands, readFigure, type Figure } from './readFigure';
import { isTotalLabel } from './rowLabels';
import type { DraftColumn, TableDraft } from './tableDraft';

/** What the cells of one row hold, before anything is said of what the row is. */
export interface RowCells {
  readonly row: number;
  /** The label's own words, code and dash taken away. */
  readonly label: string;
  readonly code: string | null;
  /** The name that stands once for several rows, beside their own labels: "Hemvård" for "Intäkter", "Kostnader", "Netto". */
  readonly group: string | null;
  /** A dash before the label: a part of the row above that has none. */
  readonly hasDash: boolean;
  /** Spaces before the label, in steps of the host's indent where the cell has one. */
  readonly indent: number;
  readonly values: ReadonlyMap<number, number>;
  readonly texts: ReadonlyMap<number, string>;
  readonly textNumbers: ReadonlySet<number>;
  /** Figure cells that are filled without a figure: "–", "X", an error. */
  readonly marks: number;
  readonly unit: string | null;
  /** The first text beside the label ("Chefer"), where rows are printed per such text. */
  readonly category: string | null;
  readonly isHidden: boolean;
}

/** "511 Hemtjänst", "6-7 Övrigt", "S11 Myndighet". */
const codeBefore = /^(\p{Lu}{0,3}\d{1,6}(?:[-–/]\d{1,6})?)[.:]?\s+(?=\p{L})(.+)$/u;
const dashBefore = /^\s*[-–—−‑•]\s*(?=\p{L})/u;
const codeFields: ReadonlySet<Field> = new Set<Field>(['code', 'activity', 'responsibility', 'account', 'project', 'object']);

/** Whether some figure of the table shows that its points stand between thousands. */
function pointsPartThousands(draft: TableDraft, figures: readonly DraftColumn[]): boolean {
  for (let row = draft.area.top; row <= draft.area.bottom; row += 1) if (figures.some(({ index }) => hasPointedThousands(valueAt(draft.grid, row, index)))) return true;
  return false;
}

/** A figure that carries another unit than its column, "1,2 mnkr" among tkr, in the column's unit. */
const inUnit = ({ value, unit }: Figure, columnUnit: Unit | null): number => (unit === null || unit === 'percent' || columnUnit === null ? value : Number(convertAmount(value, unit, columnUnit).toPrecision(14)));

/** Reads every row below the headings; rows that hold nothing are left out. */
export function readRowCells(draft: TableDraft): readonly RowCells[] {
  const figures = figureColumns(draft);
  const figureIndexes = new Set(figures.map((column) => column.index));
  const words = draft.columns.filter((column) => !figureIndexes.has(column.index));
  const labels = labelOrder(draft, words);
  const units = words.filter((column) => column.field === 'unit');
  // Measures are numbered, not coded.
  const codes = draft.kind === 'measures' ? [] : words.filter((column) => codeFields.has(column.field) && column.index !== labels[0]?.index);
  const asides = draft.columns.filter((column) => !labels.includes(column) && (column.field === 'unit' || column.field === 'other' || column.field === 'label'));
  const result: RowCells[] = [];
  const splitsCodes = joinsCodes(draft, labels[0]);
  const groups = groupColumn(draft, labels[0]);
  const repeated = new Set(draft.repeatedHeaderRows);
  const isPointed = pointsPartThousands(draft, figures);
  let group: string | null = null;
  for (let row = Math.max(...draft.headerRows, draft.area.top - 1) + 1; row <= draft.area.bottom; row += 1) {
    const values = new Map<number, number>();
    const texts = new Map<number, string>();
    const textNumbers = new Set<number>();
    let marks = 0;
    // What stands in a heading printed again, or numbers the columns, is no figure.
    for (const column of repeated.has(row) ? [] : figures) {
      const { index } = column;
      const value = valueAt(draft.grid, row, index);
      if (value === null || value === '') continue;
      const format = numberFormatAt(draft.grid, row, index);
      const figure = readFigure(value, format, isPointed);
      if (figure) {
        values.set(index, inUnit(figure, column.unit ?? draft.unit));
        if (figure.isText) textNumbers.add(index);
        if (figure.note) texts.set(index, String(value));
      } else {
        marks += 1;
        const text = cellText(draft.grid, row, index);
        if (text !== '') texts.set(index, text);
      }
    }
    for (const { index } of words) {
      const text = cellText(draft.grid, row, index);
      if (text !== '') texts.set(index, text);
    }
    if (values.size === 0 && texts.size === 0 && marks === 0) continue;
    const labelColumn = labels.find(({ index }) => texts.has(index));
    const raw = labelColumn === undefined ? '' : rawText(draft.grid, row, labelColumn.index);
    const split = splitsCodes ? codeBefore.exec(raw.trim()) : null;
    const code = split?.[1] ?? codes.map(({ index }) => texts.get(index)).find((text) => text !== undefined) ?? null;
    const unit = units.map(({ index }) => texts.get(index)).find((text) => text !== undefined) ?? null;
    const label = (split?.[2] ?? raw).replace(dashBefore, '').replace(/\s+/g, ' ').trim();
    const own: string | undefined = groups === undefined ? undefined : texts.get(groups.index);
    // A total below the last group belongs to the whole table.
    group = own ?? (isTotalLabel(label) ? null : group);
    result.push({
      row,
      label,
      code,
      group: label === '' ? null : group,
      hasDash: dashBefore.test(raw) && labelColumn?.field !== 'measure',
      indent: labelColumn === undefined ? 0 : indentOf(raw) + 2 * (styleAt(draft.grid, row, labelColumn.index).indent ?? 0),
      values,
      texts,
      textNumbers,
      marks,
      unit,
      category: asides.map(({ index }) => texts.get(index)).find((text) => text !== undefined) ?? null,
      isHidden: draft.grid.hiddenRows.has(row),
    });
  }
  return result;
}

/** Label columns by how well they name a row: the table's labels, the measure, other names, then whatever stands furthest left. */
function labelOrder(draft: TableDraft, words: readonly DraftColumn[]): readonly DraftColumn[] {
  const rank = (field: Field): number => {
    if (field === 'label') return 0;
    if (field === 'measure') return 1;
    return field === 'month' || field === 'period' ? 2 : field === 'area' || codeFields.has(field) ? 3 : 9;
  };
  const inMeasures = draft.kind === 'measures';
  const named = words
    .filter((column) => rank(column.field) < 9)
    .sort((a, b) => (inMeasures && a.field !== b.field && (a.field === 'measure' || b.field === 'measure') ? (a.field === 'measure' ? -1 : 1) : rank(a.field) - rank(b.field) || a.index - b.index));
  const first = named[0];
  // Further label columns ("Chefer" beside "Hemtjänst") describe the row but do not name it.
  return named.filter((column) => column === first || column.field !== 'label' || draft.kind === 'ledger');
}

/** The column left of the labels that names groups of rows, each once. */
function groupColumn(draft: TableDraft, label: DraftColumn | undefined): DraftColumn | undefined {
  if (draft.kind !== 'budget' || label?.field !== 'label') return undefined;
  return draft.columns.find((column) => column.field === 'area' && column.index < label.index);
}

/** Whether the label column has codes before the names: at least two rows, and half of those that have words. */
function joinsCodes(draft: TableDraft, label: DraftColumn | undefined): boolean {
  if (label === undefined || label.field === 'measure') return false;
  let coded = 0;
  let named = 0;
  const last = Math.min(draft.area.bottom, draft.area.top + 400);
  for (let row = draft.area.top; row <= last; row += 1) {
    const value = valueAt(draft.grid, row, label.index);
    if (typeof value !== 'string' || draft.headerRows.includes(row) || value.trim() === '') continue;
    named += 1;
    if (codeBefore.test(value.trim())) coded += 1;
  }
  return coded >= 2 && coded >= named * 0.4;
}

function rawText(grid: SheetGrid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  return typeof value === 'string' ? value : cellText(grid, row, column);
}

function cellText(grid: SheetGrid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'number') return typeof value === 'boolean' ? (value ? 'SANT' : 'FALSKT') : '';
  if (!isDateFormat(numberFormatAt(grid, row, column)) || !isSerial(value)) return String(value);
  const { year, month, day } = dayOfSerial(value);
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const indentOf = (text: string): number => /^[\s\u00a0]*/.exec(text)?.[0].length ?? 0;
