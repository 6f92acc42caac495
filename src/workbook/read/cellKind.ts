import { isCellError, type CellValue } from '../grid';

/**
 * What a cell holds, as far as one cell tells it. `textNumber` is a number stored as text; `mark` is a sign for "no figure"
 * ("–", "-", "X", ".."); an error counts as a figure that is missing.
 */
export type CellKind = 'empty' | 'number' | 'date' | 'textNumber' | 'mark' | 'text' | 'error' | 'boolean';

const NUMBER_TEXT = /^[+\-−‑–(]?\s*\d[\d\s\u00a0\u202f.,]*\)?\s*[-−‑]?\s*(?:%|kr|tkr|mnkr|mkr)?\.?$/i;
const MARK_TEXT = /^(?:[-–—−‑]+|x|\.{1,3}|…|i\.?u\.?|e\.?t\.?|n\/?a|\*+)$/i;

/** Tells the kind of one cell. Example: ("−1 234,5", "General") is 'textNumber', (45658, "yyyy-mm-dd") is 'date'. */
export function cellKind(value: CellValue, numberFormat: string): CellKind {
  if (value === null || value === '') return 'empty';
  if (typeof value === 'number') return isDateFormat(numberFormat) ? 'date' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (isCellError(value)) return 'error';
  const text = value.trim();
  if (text === '') return 'empty';
  if (text.length > 30) return 'text';
  if (NUMBER_TEXT.test(text)) return 'textNumber';
  return MARK_TEXT.test(text) ? 'mark' : 'text';
}

const dateFormats = new Map<string, boolean>();

/** Whether a number format shows dates: "yyyy-mm-dd" and "mmm yyyy" do, '#,##0" dgr"' and "[Red]0" do not. */
export function isDateFormat(numberFormat: string): boolean {
  const known = dateFormats.get(numberFormat);
  if (known !== undefined) return known;
  const codes = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  const isDate = !/general|standard|@/i.test(codes) && /[ymd]/i.test(codes);
  dateFormats.set(numberFormat, isDate);
  return isDate;
}

/** Whether a number format shows a share: "0.0%". */
export function isPercentFormat(numberFormat: string): boolean {
  return numberFormat.includes('%') && !/"[^"]*%[^"]*"/.test(numberFormat);
}

const folded = new Map<string, string>();

/**
 * A heading as it is compared: one line, lower case, plain spaces and hyphens, words broken over lines put together again.
 * Example: "Budget-\navvikelse" → "budgetavvikelse", "Över-/\nunderskott" → "över-/underskott".
 */
export function foldText(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const result = text
    .replace(/\u00ad/g, '')
    .replace(/(\p{L})-\s*\r?\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/\/\s*\r?\n\s*/g, '/')
    .replace(/[\s\u00a0\u202f_]+/g, ' ')
    .replace(/[‐‑‒−]/g, '-')
    .trim()
    .toLowerCase();
  // A ledger has hundreds of thousands of different texts; headings are few and short.
  if (text.length <= 120 && folded.size < 20000) folded.set(text, result);
  return result;
}
