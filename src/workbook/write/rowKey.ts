import type { Field, ReportRow, ReportTable } from '../report';
import { hash } from './rowMark';

const CODE_FIELDS: readonly Field[] = ['area', 'responsibility', 'activity', 'account'];
const LONGEST = 160;

/**
 * Names each row of a table so that a comment finds its row again: the codes and names of ansvar, verksamhet and konto as far as the
 * table has them, else the path of labels from the section down. Neither address nor order is part of it; rows that would get the same
 * name are numbered from the top.
 * @returns keys by 1-based sheet row
 * @example a row "Personal" with code 710 gives "710"; a row "Löner" under the section "Hemtjänst" gives "hemtjänst/löner"; the second of two rows "Övrigt" gives "övrigt#2"
 */
export function rowKeys(table: ReportTable): ReadonlyMap<number, string> {
  const codeColumns = table.columns.filter((column) => CODE_FIELDS.includes(column.field)).map((column) => column.column);
  const keys = new Map<number, string>();
  const seen = new Map<string, number>();
  let sections: readonly ReportRow[] = [];
  for (const row of table.rows) {
    sections = sections.filter((section) => (row.kind === 'section' ? section.level < row.level : section.level <= row.level));
    const key = shorten(codeKey(row, codeColumns) ?? pathKey(row, sections));
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    keys.set(row.row, count === 1 ? key : `${key}#${count}`);
    if (row.kind === 'section') sections = [...sections, row];
  }
  return keys;
}

function codeKey(row: ReportRow, codeColumns: readonly string[]): string | null {
  const codes = codeColumns.map((column) => fold(row.texts?.[column] ?? (row.values[column] === undefined ? '' : String(row.values[column])))).filter((code) => code !== '');
  const own = row.code === null ? [] : [fold(row.code)];
  if (own.length === 0 && codes.length < 2) return codes.length === 0 || fold(row.label) !== codes[0] ? null : codes.join('/');
  const parts = [...new Set([...codes, ...own])];
  // A sum repeats the code of its group: its kind keeps it apart from the row it sums.
  return row.kind === 'item' ? parts.join('/') : `${row.kind}:${parts.join('/')}`;
}

function pathKey(row: ReportRow, sections: readonly ReportRow[]): string {
  const path = [...sections.map((section) => section.label), row.label].map(fold);
  return row.kind === 'section' ? `section:${path.join('/')}` : path.join('/');
}

/** Case and stray spaces are no difference between two rows. */
function fold(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

function shorten(key: string): string {
  return key.length <= LONGEST ? key : `${key.slice(0, LONGEST)}~${hash(key)}`;
}
