import type { Area } from '../workbook/address';
import { cellKey, STYLED_CELL_LIMIT } from '../workbook/grid';
import type { CellStyle, CellValue, SheetGrid } from '../workbook/grid';
import { HostError } from '../workbook/ports';
import type { WorkOptions } from '../workbook/ports';
import { cellStyleOf, cellValueOf, formulaOf, STYLE_QUERY } from './cellReading';
import type { Send } from './excelRun';

/** What is known of a sheet before its cells are read. */
export interface SheetHead extends Pick<SheetGrid, 'id' | 'name' | 'visibility' | 'isProtected' | 'top' | 'left' | 'rowCount' | 'columnCount' | 'tables' | 'properties' | 'notes'> {
  readonly sheet: Excel.Worksheet;
}

/** Excel on the web refuses answers over 5 MB; the estimate is corrected by what the answers so far have measured. */
const ANSWER_BYTES = 3_500_000;
/** A cell's value, formula, number format and type, as JSON. */
const CELL_BYTES = 50;
/** The same with its styles, which name every border. */
const STYLED_CELL_BYTES = 380;
const ROW_BYTES = 22;

/** Rows of one sheet that are asked for together. */
interface RowBlock {
  readonly head: SheetHead;
  readonly top: number;
  readonly rows: number;
}

interface BlockAnswer {
  readonly block: RowBlock;
  readonly range: Excel.Range;
  readonly rowProperties: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columnProperties?: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  readonly cellProperties?: OfficeExtension.ClientResult<Excel.CellProperties[][]>;
  readonly merged?: Excel.RangeAreas;
}

interface SheetDraft {
  readonly values: CellValue[][];
  readonly numberFormats: string[][];
  readonly formulas: Map<string, string>;
  readonly styles: Map<string, CellStyle>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly merges: Area[];
}

export interface CellReadingOptions extends WorkOptions {
  /** Merged areas need ExcelApi 1.13. */
  readonly canReadMerges: boolean;
}

/**
 * Reads the cells of all sheets: small sheets share a request, a large one takes several, none over 5 MB by an estimate that follows
 * what the answers measure. Between requests it tells the progress and asks whether to stop.
 * @throws HostError `cancelled`; `too-large` when one single row does not fit in an answer.
 */
export async function readSheetCells(send: Send, heads: readonly SheetHead[], options: CellReadingOptions): Promise<readonly SheetGrid[]> {
  const drafts = new Map(heads.map((head) => [head, emptyDraft()]));
  const totalRows = heads.reduce((sum, head) => sum + head.rowCount, 0);
  let waiting: readonly RowBlock[] = heads.filter((head) => head.rowCount > 0).map((head) => ({ head, top: head.top, rows: head.rowCount }));
  let budget = ANSWER_BYTES;
  let doneRows = 0;
  while (waiting.length > 0) {
    const { packet, rest } = nextPacket(waiting, budget);
    options.onProgress?.({ phase: 'read', done: doneRows, of: totalRows, sheet: packet[0]?.head.name });
    if (options.signal?.aborted) throw new HostError('cancelled');
    try {
      const answers = await send(() => packet.map((block) => askForBlock(block, options.canReadMerges)));
      for (const answer of answers) addToDraft(drafts.get(answer.block.head) ?? emptyDraft(), answer);
      doneRows += packet.reduce((sum, block) => sum + block.rows, 0);
      budget = correctedBudget(budget, packet, answers);
      waiting = rest;
    } catch (error) {
      const isOneRow = packet.length === 1 && packet[0]?.rows === 1;
      if (!(error instanceof HostError) || error.code !== 'too-large' || isOneRow) throw error;
      budget /= 4;
    }
  }
  options.onProgress?.({ phase: 'read', done: totalRows, of: totalRows });
  return heads.map((head) => gridOf(head, drafts.get(head) ?? emptyDraft()));
}

function isStyled(head: SheetHead): boolean {
  return head.rowCount * head.columnCount <= STYLED_CELL_LIMIT;
}

function rowBytes(head: SheetHead): number {
  return ROW_BYTES + head.columnCount * (isStyled(head) ? STYLED_CELL_BYTES : CELL_BYTES);
}

/** As many blocks from the front as fit in the budget; the last one is cut between two rows. At least one row. */
function nextPacket(waiting: readonly RowBlock[], budget: number): { readonly packet: readonly RowBlock[]; readonly rest: readonly RowBlock[] } {
  const packet: RowBlock[] = [];
  let room = budget;
  for (const [index, block] of waiting.entries()) {
    const fitting = Math.floor(room / rowBytes(block.head));
    if (fitting >= block.rows) {
      packet.push(block);
      room -= block.rows * rowBytes(block.head);
      continue;
    }
    const taken = packet.length === 0 ? Math.max(1, fitting) : fitting;
    if (taken === 0) return { packet, rest: waiting.slice(index) };
    packet.push({ ...block, rows: taken });
    return { packet, rest: [{ ...block, top: block.top + taken, rows: block.rows - taken }, ...waiting.slice(index + 1)] };
  }
  return { packet, rest: [] };
}

function askForBlock(block: RowBlock, canReadMerges: boolean): BlockAnswer {
  const { head, top, rows } = block;
  const range = head.sheet.getRangeByIndexes(top, head.left, rows, head.columnCount).load('values,formulas,numberFormat,valueTypes');
  const isFirst = top === head.top;
  return {
    block,
    range,
    rowProperties: range.getRowProperties({ rowHidden: true }),
    ...(isFirst ? { columnProperties: range.getColumnProperties({ columnHidden: true }) } : {}),
    ...(isStyled(head) ? { cellProperties: range.getCellProperties(STYLE_QUERY) } : {}),
    ...(isFirst && canReadMerges ? { merged: head.sheet.getRange().getMergedAreasOrNullObject().load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount') } : {}),
  };
}

/** Answers differ in weight (long texts, long formulas): what the last one weighed decides how much the next may ask for. */
function correctedBudget(budget: number, packet: readonly RowBlock[], answers: readonly BlockAnswer[]): number {
  const estimated = packet.reduce((sum, block) => sum + block.rows * rowBytes(block.head), 0);
  if (estimated < ANSWER_BYTES / 20) return budget;
  const measured = answers.reduce((sum, { range, cellProperties }) => sum + jsonLength(range.values) + jsonLength(range.formulas) + jsonLength(range.numberFormat) + jsonLength(range.valueTypes) + jsonLength(cellProperties?.value), 0);
  return Math.min(ANSWER_BYTES * 2, (ANSWER_BYTES * estimated) / Math.max(measured, 1));
}

function jsonLength(value: unknown): number {
  return value === undefined ? 0 : JSON.stringify(value).length;
}

function addToDraft(draft: SheetDraft, answer: BlockAnswer): void {
  const { block, range } = answer;
  range.values.forEach((rowValues: readonly unknown[], rowOffset: number) => {
    const row = block.top + rowOffset;
    draft.values.push(rowValues.map((value, offset) => cellValueOf(value, range.valueTypes[rowOffset]?.[offset])));
    rowValues.forEach((value, offset) => {
      const formula = formulaOf(range.formulas[rowOffset]?.[offset], value);
      if (formula !== null) draft.formulas.set(cellKey(row, block.head.left + offset), formula);
    });
    draft.numberFormats.push((range.numberFormat[rowOffset] ?? []).map(String));
  });
  answer.cellProperties?.value.forEach((rowProperties, rowOffset) => {
    rowProperties.forEach((properties, offset) => {
      const style = cellStyleOf(properties);
      if (style !== null) draft.styles.set(cellKey(block.top + rowOffset, block.head.left + offset), style);
    });
  });
  answer.rowProperties.value.forEach((properties, offset) => {
    if (properties.rowHidden) draft.hiddenRows.add(block.top + offset);
  });
  answer.columnProperties?.value.forEach((properties, offset) => {
    if (properties.columnHidden) draft.hiddenColumns.add(block.head.left + offset);
  });
  if (answer.merged && !answer.merged.isNullObject) {
    draft.merges.push(...answer.merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({ top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 })));
  }
}

function emptyDraft(): SheetDraft {
  return { values: [], numberFormats: [], formulas: new Map(), styles: new Map(), hiddenRows: new Set(), hiddenColumns: new Set(), merges: [] };
}

function gridOf({ sheet: _sheet, ...head }: SheetHead, draft: SheetDraft): SheetGrid {
  return { ...head, ...draft };
}
