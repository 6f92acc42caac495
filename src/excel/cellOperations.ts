import { areaAddress, cellAddress } from '../workbook/address';
import type { Area } from '../workbook/address';
import type { SheetSpec, SpecBlock, SpecBorder, SpecFormat } from '../workbook/write/sheetSpec';
import { cellInput, needsTextFormat } from './cellInput';
import type { CellInput } from './cellInput';
import { operation, wireLength } from './sheetOperation';
import type { SheetOperation } from './sheetOperation';

/** One operation carries at most this much of a block, so that operations can be packed into requests under 5 MB. */
const PART_BYTES = 1_000_000;

/** Empties what an earlier writing left; comments and notes of the user's stay. */
export function clearingOperations(areas: readonly Area[]): readonly SheetOperation[] {
  return areas.map((area) =>
    operation((sheet) => {
      const range = sheet.getRange(areaAddress(area));
      range.clear('Hyperlinks');
      range.clear('Contents');
      range.clear('Formats');
    }, 5),
  );
}

/** The values and formulas of a spec, block by block, in parts of whole rows. */
export function blockOperations(blocks: readonly SpecBlock[]): readonly SheetOperation[] {
  return blocks.flatMap((block) => [...longTextOperations(block), ...inputOperations(block.top, block.left, block.values.map((row) => row.map(cellInput)))]);
}

/** Writes rows of inputs from a corner on; null leaves a cell as it is. */
export function inputOperations(top: number, left: number, rows: readonly (readonly CellInput[])[]): readonly SheetOperation[] {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return [];
  return parts(rows).map(({ first, part, bytes }) => ({
    bytes: bytes + operation(() => undefined, 3).bytes,
    queue: (sheet) => {
      sheet.getRangeByIndexes(top + first, left, part.length, width).formulas = part.map((row) => [...row]);
    },
  }));
}

/** Cuts rows into parts under PART_BYTES by what they weigh on the wire. */
export function parts<T>(rows: readonly T[]): readonly { readonly first: number; readonly part: readonly T[]; readonly bytes: number }[] {
  const found: { first: number; part: T[]; bytes: number }[] = [];
  rows.forEach((row, index) => {
    const bytes = wireLength(row) + 1;
    const last = found.at(-1);
    if (last && last.bytes + bytes <= PART_BYTES) {
      last.part.push(row);
      last.bytes += bytes;
    } else {
      found.push({ first: index, part: [row], bytes });
    }
  });
  return found;
}

function longTextOperations(block: SpecBlock): readonly SheetOperation[] {
  return block.values.flatMap((row, rowOffset) =>
    row.flatMap((value, offset) =>
      typeof value === 'string' && needsTextFormat(value) ? [operation((sheet) => void (sheet.getRange(cellAddress(block.top + rowOffset, block.left + offset)).numberFormat = [['@']]), 2)] : [],
    ),
  );
}

/** Formats, range by range. */
export function formatOperations(formats: readonly SpecFormat[]): readonly SheetOperation[] {
  return formats.map(({ area, style }) =>
    operation((sheet) => {
      const range = sheet.getRange(areaAddress(area));
      const { format } = range;
      // One value for a whole range needs no array as large as the range; the typings know only the array.
      if (style.numberFormat !== undefined) (range as { numberFormat: unknown }).numberFormat = style.numberFormat;
      if (style.bold !== undefined) format.font.bold = style.bold;
      if (style.italic !== undefined) format.font.italic = style.italic;
      if (style.size !== undefined) format.font.size = style.size;
      if (style.color !== undefined) format.font.color = style.color;
      if (style.fill !== undefined) format.fill.color = style.fill;
      if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
      if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
      if (style.wrap !== undefined) format.wrapText = style.wrap;
      if (style.indent !== undefined) format.indentLevel = style.indent;
      if (style.topBorder !== undefined) drawBorder(format.borders.getItem('EdgeTop'), style.topBorder);
      if (style.bottomBorder !== undefined) drawBorder(format.borders.getItem('EdgeBottom'), style.bottomBorder);
      // The look is each cell's own: between two rows of the area there is a line too.
      const between = area.bottom > area.top ? (style.bottomBorder ?? style.topBorder) : undefined;
      if (between !== undefined) drawBorder(format.borders.getItem('InsideHorizontal'), between);
    }, 3 + Object.keys(style).length + (style.topBorder ? 4 : 0) + (style.bottomBorder ? 8 : 0)),
  );
}

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const LINES = { thin: ['Continuous', 'Thin'], medium: ['Continuous', 'Medium'], double: ['Double', 'Thick'], dotted: ['Dot', 'Thin'] } as const;

function drawBorder(border: Excel.RangeBorder, { style, color }: SpecBorder): void {
  const [line, weight] = LINES[style];
  border.style = line;
  border.weight = weight;
  border.color = color;
}

/** Excel's column width is in points; a character of the default font is 7 pixels, with 5 pixels of padding. */
export function widthInPoints(characters: number): number {
  return (Math.round(characters * 7) + 5) * 0.75;
}

export type ColumnWidth = SheetSpec['columnWidths'][number];

/** Column widths; columns in a row with the same width go together. */
export function widthOperations(widths: readonly ColumnWidth[]): readonly SheetOperation[] {
  const runs: { first: number; last: number; width: number; hidden: boolean }[] = [];
  for (const { column, width, hidden = false } of [...widths].sort((one, other) => one.column - other.column)) {
    const last = runs.at(-1);
    if (last && last.last === column - 1 && last.width === width && last.hidden === hidden) last.last = column;
    else runs.push({ first: column, last: column, width, hidden });
  }
  return runs.map((run) =>
    operation((sheet) => {
      const range = sheet.getRangeByIndexes(0, run.first, 1, run.last - run.first + 1).getEntireColumn();
      range.format.columnWidth = widthInPoints(run.width);
      if (run.hidden) range.columnHidden = true;
    }, 5),
  );
}

/** Smallest area around all; null around none. */
export function boundingArea(areas: readonly Area[]): Area | null {
  if (areas.length === 0) return null;
  return {
    top: Math.min(...areas.map((area) => area.top)),
    left: Math.min(...areas.map((area) => area.left)),
    bottom: Math.max(...areas.map((area) => area.bottom)),
    right: Math.max(...areas.map((area) => area.right)),
  };
}

/** The area that a block fills; at least one cell. */
export function blockArea(block: SpecBlock): Area {
  return { top: block.top, left: block.left, bottom: block.top + block.values.length - 1, right: block.left + (block.values[0]?.length ?? 1) - 1 };
}
