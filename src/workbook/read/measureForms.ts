import type { Area } from '../address';
import { valueAt, type CellValue, type SheetGrid } from '../grid';
import { foldText } from './cellKind';
import { readConcepts, type Concept } from './headingWords';

/** A measure, or several beside each other, told as a form: labels down one column, what they tell to the right of them. 0-based, all included. */
export interface MeasureForm {
  readonly labelColumn: number;
  readonly firstValue: number;
  readonly lastValue: number;
  readonly top: number;
  readonly bottom: number;
}

/** Forms stand on small sheets; a ledger is not searched for them. */
const MOST_ROWS = 2000;
const FEWEST_LABELS = 3;
const NAMES_MEASURE = /^\s*(?:namn på )?(?:besparings)?(?:åtgärd|aktivitet|insats|besparingsförslag|effektivisering)(?:en|ens namn|snamn)?\s*(?:nr\.?\s*)?\d*\s*:?\s*$/iu;

const FIELDS: readonly Concept[] = [
  'measure', 'description', 'situation', 'analysis', 'consequence', 'start', 'end', 'date', 'effect', 'fullYearEffect', 'saving', 'realised', 'followUp', 'probability', 'ramp', 'oneOffCost', 'inForecast',
  'status', 'responsible', 'comment', 'area', 'item', 'code', 'risk',
];
const TELLING: readonly Concept[] = ['effect', 'fullYearEffect', 'saving', 'situation', 'consequence'];

const speaksOf = (text: string, concepts: readonly Concept[]): boolean => {
  const said = readConcepts(text);
  return concepts.some((concept) => said.has(concept));
};

const isFilled = (value: CellValue): boolean => value !== null && !(typeof value === 'string' && value.trim() === '');

/** A short text that names a field of a measure, or ends with a colon: "Helårseffekt, tkr", "Ansvarig:". */
function isLabel(value: CellValue): value is string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 40) return false;
  return value.trim().endsWith(':') || (value.trim().split(/\s+/).length <= 5 && speaksOf(value, FIELDS));
}

const folded = (text: string): string => foldText(text).replace(/\s*:$/u, '');

/**
 * Finds measures that are told as forms, one below or beside another. A form has a label that names the measure, three labels or more in all without a
 * repetition, one of them of an effect, a saving, a situation or a consequence, and beside the name no heading of a table.
 * @example "Åtgärd:", "Helårseffekt:", "Start:", "Ansvarig:" down column A, with the name, the amount, the date and the person in column B
 */
export function findMeasureForms(grid: SheetGrid): readonly MeasureForm[] {
  if (grid.rowCount > MOST_ROWS) return [];
  const forms: MeasureForm[] = [];
  const isTaken = (row: number, column: number): boolean => forms.some((form) => row >= form.top && row <= form.bottom && column >= form.labelColumn && column <= form.lastValue);
  for (let row = grid.top; row < grid.top + grid.rowCount; row += 1) {
    for (let column = grid.left; column < grid.left + grid.columnCount - 1; column += 1) {
      const value = valueAt(grid, row, column);
      if (typeof value !== 'string' || value.length > 40 || !NAMES_MEASURE.test(value) || isTaken(row, column)) continue;
      const form = formAt(grid, row, column, isTaken);
      if (form !== null) forms.push(form);
    }
  }
  return forms;
}

function formAt(grid: SheetGrid, row: number, labelColumn: number, isTaken: (row: number, column: number) => boolean): MeasureForm | null {
  const firstValue = [labelColumn + 1, labelColumn + 2].find((column) => isFilled(valueAt(grid, row, column)));
  if (firstValue === undefined || !isName(valueAt(grid, row, firstValue))) return null;
  const seen = new Map<string, number>([[folded(String(valueAt(grid, row, labelColumn))), row]]);
  const extend = (step: 1 | -1): number => {
    let end = row;
    for (let at = row + step; at >= grid.top && at < grid.top + grid.rowCount && !isTaken(at, labelColumn); at += step) {
      const label = valueAt(grid, at, labelColumn);
      if (!isFilled(label)) {
        // What a label tells may take several lines; one empty row may part the labels.
        if (step === -1 || (!isFilled(valueAt(grid, at, firstValue)) && Math.abs(at - end) > 1)) break;
        if (isFilled(valueAt(grid, at, firstValue))) end = at;
        continue;
      }
      if (!isLabel(label) || NAMES_MEASURE.test(label) || seen.has(folded(label)) || isBeyond(grid, at, firstValue)) break;
      seen.set(folded(label), at);
      end = at;
    }
    return end;
  };
  const top = extend(-1);
  const bottom = extend(1);
  const labels = [...seen.keys()];
  if (labels.length < FEWEST_LABELS || !labels.some((label) => speaksOf(label, TELLING))) return null;
  const rows = [...seen.values()];
  if (rows.filter((at) => isFilled(valueAt(grid, at, firstValue))).length < FEWEST_LABELS) return null;
  return { labelColumn, firstValue, lastValue: lastValueOf(grid, row, rows, firstValue), top, bottom };
}

/** What a measure is called: a text that is no heading of a table. */
const isName = (value: CellValue): boolean => typeof value === 'string' && value.trim().length > 1 && !(value.length <= 30 && speaksOf(value, FIELDS) && value.trim().split(/\s+/).length <= 2);

/** A row of figures to the right is a table's, not a form's. */
const isBeyond = (grid: SheetGrid, row: number, firstValue: number): boolean => [1, 2, 3].every((step) => typeof valueAt(grid, row, firstValue + step) === 'number');

/** Measures beside each other under the same labels: every further column with a name and two more values. */
function lastValueOf(grid: SheetGrid, nameRow: number, rows: readonly number[], firstValue: number): number {
  let last = firstValue;
  for (let column = firstValue + 1; isName(valueAt(grid, nameRow, column)) && !NAMES_MEASURE.test(String(valueAt(grid, nameRow, column))); column += 1) {
    if (rows.filter((row) => isFilled(valueAt(grid, row, column))).length < FEWEST_LABELS) break;
    last = column;
  }
  return last;
}

export const areaOfForm = ({ top, labelColumn, bottom, lastValue }: MeasureForm): Area => ({ top, left: labelColumn, bottom, right: lastValue });

/** The sheet without its forms, so that no heading is seen in them. */
export function withoutForms(grid: SheetGrid, forms: readonly MeasureForm[]): SheetGrid {
  if (forms.length === 0) return grid;
  const values = grid.values.map((cells, down) => {
    const row = grid.top + down;
    const here = forms.filter((form) => row >= form.top && row <= form.bottom);
    return here.length === 0 ? cells : cells.map((value, along) => (here.some((form) => grid.left + along >= form.labelColumn && grid.left + along <= form.lastValue) ? null : value));
  });
  return { ...grid, values };
}
