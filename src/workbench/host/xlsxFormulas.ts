import { columnIndex, columnLetters } from '../../workbook/address';

/**
 * A formula cut where its meaning lies: texts and quoted sheet names are one piece each, so that what looks like a cell inside them is left
 * alone; square brackets (table columns, other workbooks) too.
 */
export const FORMULA_PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^\]]*\])*\]|[\p{L}_\\$][\p{L}\p{N}_.\\$]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\$\d+|[^]/gu;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)(\d{1,7})$/;
const LAST_ROW = 1048576;
const LAST_COLUMN = 16384;

/** The formula as it reads when copied `rows` down and `columns` to the right: ("A1*$B$2", 1, 0) → "A2*$B$2". */
export function movedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const pieces = formula.match(FORMULA_PIECES) ?? [];
  return pieces
    .map((piece, index) => {
      const before = pieces[index - 1];
      const after = pieces[index + 1];
      // A name followed by "(" is a function (LOG10), one followed by "!" a sheet (Q1).
      if (after === '(' || after === '!' || after === "'") return piece;
      const cell = CELL.exec(piece);
      if (cell) return movedCell(cell, rows, columns) ?? piece;
      if (before !== ':' && after !== ':') return piece;
      const column = COLUMN.exec(piece);
      if (column) return movedColumn(column[1] ?? '', column[2] ?? '', columns);
      const row = ROW.exec(piece);
      return row ? movedRow(row[1] ?? '', row[2] ?? '', rows) : piece;
    })
    .join('');
}

function movedCell(match: RegExpExecArray, rows: number, columns: number): string | null {
  const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = match;
  if (columnIndex(letters) >= LAST_COLUMN || Number(digits) > LAST_ROW || digits.startsWith('0')) return null;
  return movedColumn(fixedColumn, letters, columns) + movedRow(fixedRow, digits, rows);
}

/** A relative address that runs over the edge of the sheet comes in again on the other side, as in Excel. */
const wrapped = (value: number, size: number): number => ((value % size) + size) % size;

function movedColumn(fixed: string, letters: string, columns: number): string {
  return fixed === '$' ? `$${letters}` : columnLetters(wrapped(columnIndex(letters) + columns, LAST_COLUMN));
}

function movedRow(fixed: string, digits: string, rows: number): string {
  return fixed === '$' ? `$${digits}` : String(wrapped(Number(digits) - 1 + rows, LAST_ROW) + 1);
}

/** Custom functions of the add-in are kept in files as "_xldudf_VON_NAMN". */
export const OWN_NAMESPACE = 'VON';

/** A formula as users write it, from the text in a file: "_xlfn.XLOOKUP(…)" → "XLOOKUP(…)", "_xldudf_VON_AVVIKELSE(…)" → "VON.AVVIKELSE(…)". */
export function formulaFromFile(text: string): string {
  if (!text.includes('_xl')) return text;
  return (text.match(FORMULA_PIECES) ?? [])
    .map((piece) => {
      if (!piece.startsWith('_xl')) return piece;
      const plain = piece.replace(/^(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i, '');
      const own = new RegExp(`^_xldudf_${OWN_NAMESPACE}_`, 'i').exec(plain);
      return own ? `${OWN_NAMESPACE}.${plain.slice(own[0].length)}` : plain;
    })
    .join('')
    .replace(/\bANCHORARRAY\(([^()]*)\)/g, '$1#')
    .replace(/\bSINGLE\(([^()]*)\)/g, '@$1');
}
