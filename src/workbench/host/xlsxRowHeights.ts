import { cellKey } from '../../workbook/grid';
import { parseArea } from '../../workbook/address';
import type { FileCell, FileContent, FileSheet } from './fileContent';
import { STANDARD_WIDTH } from './xlsxSheetRead';

/** Points of a line for each point of the font: 15 for Calibri 11. */
const LINE = 15 / 11;
const STANDARD_SIZE = 11;
/** Excel's own limit. */
const TALLEST = 409;
/** Widths are counted in digits; so many letters of running text take the room of one digit. */
const LETTERS_PER_DIGIT = 1.1;
/** Bold letters take this much more room; an indent step takes about as much as this many letters. */
const BOLD = 1.08;
const INDENT = 1.5;

/** The height in points that a row needs for its wrapped texts and large letters; undefined where a standard line is enough. */
export type RowHeight = (row: number, cells: readonly FileCell[]) => number | undefined;

/**
 * Heights for rows that nobody has set a height for. Excel fits such rows when it opens the file, other programs show what the file says,
 * so the file says what the letters count up to. Merged cells count as one line and turned ones not at all, as in Excel.
 */
export function rowHeights(sheet: FileSheet, defaultFont: FileContent['defaultFont']): RowHeight {
  const standardSize = defaultFont?.size ?? STANDARD_SIZE;
  const merged = new Set(sheet.merges.flatMap((address) => {
    const area = parseArea(address);
    return area ? [cellKey(area.top, area.left)] : [];
  }));
  return (row, cells) => {
    let tallest = 0;
    for (const { column, value, style: index } of cells) {
      const style = index === undefined ? undefined : sheet.styles[index];
      const look = sheet.columns.get(column);
      if (value === null || !style || style.rotation !== undefined || look?.hidden) continue;
      const size = style.font?.size ?? standardSize;
      const isWrapped = typeof value === 'string' && style.wrap && !merged.has(cellKey(row, column));
      const room = ((look?.width ?? sheet.defaultWidth ?? STANDARD_WIDTH) - (style.indent ?? 0) * INDENT) * LETTERS_PER_DIGIT * (standardSize / size);
      const lines = isWrapped ? lineCount(value, Math.max(1, style.font?.bold ? room / BOLD : room)) : 1;
      tallest = Math.max(tallest, lines * size * LINE);
    }
    return tallest <= standardSize * LINE ? undefined : Math.min(TALLEST, Math.ceil(tallest * 4) / 4);
  };
}

/** Lines a text takes when broken between words to `room` letters a line: ("Utfall jan–aug", 8) → 2. */
function lineCount(text: string, room: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const needed = used === 0 ? word.length : used + 1 + word.length;
      if (needed <= room) used = needed;
      else {
        if (used > 0) lines += 1;
        // A word longer than the line is broken where the line ends.
        const extra = Math.max(0, Math.ceil(word.length / room) - 1);
        lines += extra;
        used = word.length - extra * Math.floor(room);
      }
    }
  }
  return lines;
}
