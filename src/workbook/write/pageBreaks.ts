import type { DraftColumn, DraftRow, SheetDraft } from './sheetDraft';
import type { SpecValue } from './sheetSpec';

/** A4 landscape inside margins of about 18 mm, in points. Heights are estimates: some of the page is left for what a font makes taller. */
const PAGE_WIDTH = 740;
const PAGE_HEIGHT = 462;
/** Of Excel's default font; each column has some padding too. */
const POINTS_PER_CHARACTER = 5.25;
const COLUMN_PADDING = 3.75;
const ROW_HEIGHT = 15;

/**
 * Rows above which a new page begins, so that no block is split that fits on one page. A block longer than a page begins on a new one
 * only where little of the page is left; Excel then breaks it between two rows and repeats rows 1–4.
 * Heights are estimates: wrapped texts count their lines, the whole sheet is shrunk to one page wide.
 * @returns 0-based rows of the draft
 */
export function pageBreaks(draft: SheetDraft): readonly number[] {
  const width = draft.columns.reduce((sum, column) => sum + (isShown(column) ? column.width * POINTS_PER_CHARACTER + COLUMN_PADDING : 0), 0);
  const scale = Math.min(1, PAGE_WIDTH / width);
  const capacity = PAGE_HEIGHT / scale;
  const repeated = blockHeight(draft, (draft.blocks[0]?.rows ?? []).slice(0, 4));
  const breaks: number[] = [];
  let used = 0;
  let top = 0;
  for (const [index, block] of draft.blocks.entries()) {
    const height = blockHeight(draft, block.rows);
    const isSplit = used + height > capacity;
    const startsPage = block.startsPage === true || (isSplit && (height <= capacity - repeated || used > capacity * 0.7));
    if (index > 1 && startsPage && used > repeated && block.isUnprinted !== true) {
      breaks.push(top);
      used = repeated;
    }
    used += height;
    while (used > capacity) used -= capacity - repeated;
    top += block.rows.length;
  }
  return breaks;
}

function isShown(column: DraftColumn | undefined): boolean {
  return column !== undefined && column.hidden !== true && (column.group === undefined || column.isOpen === true);
}

function blockHeight(draft: SheetDraft, rows: readonly DraftRow[]): number {
  return rows.reduce((sum, row) => sum + rowHeight(draft, row), 0);
}

function rowHeight(draft: SheetDraft, row: DraftRow): number {
  const lines = row.cells.map((cell, column) =>
    cell?.style?.wrap === true && isShown(draft.columns[column]) ? textLines(cell.value, draft.columns[column]?.width ?? 10) : 1,
  );
  const size = Math.max(11, ...row.cells.map((cell) => cell?.style?.size ?? 11));
  return Math.max(1, ...lines) * ROW_HEIGHT * (size / 11);
}

function textLines(value: SpecValue, width: number): number {
  if (typeof value !== 'string') return 1;
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}
