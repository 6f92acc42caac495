import type { Area } from '../workbook/address';
import { isCellError } from '../workbook/grid';
import type { CellValue } from '../workbook/grid';
import { HostError } from '../workbook/ports';
import type { WritingBasis } from '../workbook/ports';
import { cellValueOf, formulaOf } from './cellReading';
import type { Send } from './excelRun';

/** An answer stays well under the 5 MB that Excel on the web gives. */
const ANSWER_BYTES = 3_000_000;
/** A cell's value, formula and type, as JSON, without the text of a formula. */
const CELL_BYTES = 100;

/** A stretch of rows of a basis, asked for in one request. */
export interface BasisPart {
  readonly basis: WritingBasis;
  readonly area: Area;
  readonly isFirst: boolean;
}

export interface BasisAnswer {
  readonly part: BasisPart;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
  readonly used: Excel.Range | null;
}

/** Packs what a writing was prepared from into requests; the first one travels with the other checks. */
export function basisPackets(basis: readonly WritingBasis[]): readonly (readonly BasisPart[])[] {
  const packets: BasisPart[][] = [];
  let room = 0;
  for (const { part, bytes } of basis.flatMap(partsOf)) {
    const packet = packets.at(-1);
    if (packet === undefined || bytes > room) {
      packets.push([part]);
      room = ANSWER_BYTES - bytes;
    } else {
      packet.push(part);
      room -= bytes;
    }
  }
  return packets;
}

/** Cuts a basis between two rows into parts that an answer has room for; what the cells held tells how much they weigh. */
function partsOf(basis: WritingBasis): readonly { readonly part: BasisPart; readonly bytes: number }[] {
  const { top, bottom, left, right } = basis.area;
  const weights = Array.from({ length: bottom - top + 1 }, () => (right - left + 1) * CELL_BYTES);
  for (const { row, held } of basis.cells) weights[row - top] = (weights[row - top] ?? 0) + weightOf(held);
  const found: { part: BasisPart; bytes: number }[] = [];
  weights.forEach((bytes, offset) => {
    const last = found.at(-1);
    const row = top + offset;
    if (last !== undefined && last.bytes + bytes <= ANSWER_BYTES) {
      last.part = { ...last.part, area: { ...last.part.area, bottom: row } };
      last.bytes += bytes;
    } else {
      found.push({ part: { basis, area: { left, right, top: row, bottom: row }, isFirst: offset === 0 }, bytes });
    }
  });
  return found;
}

/** A text stands in the answer twice, as value and as formula, and may take two bytes a letter. */
function weightOf(held: WritingBasis['cells'][number]['held']): number {
  if (typeof held === 'string') return held.length * 4;
  return typeof held === 'object' && held !== null && 'formula' in held ? held.formula.length * 2 : 0;
}

/** Loads what the cells of a packet hold now; the answers can be compared after the sync. */
export function askForBasis(workbook: Excel.Workbook, packet: readonly BasisPart[]): readonly BasisAnswer[] {
  return packet.map((part) => {
    const sheet = workbook.worksheets.getItemOrNullObject(part.basis.sheetId).load('id');
    const { top, left, bottom, right } = part.area;
    return {
      part,
      sheet,
      range: sheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).load('formulas,values,valueTypes'),
      used: part.isFirst && part.basis.isWhole ? sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount') : null,
    };
  });
}

/** @throws HostError `changed-meanwhile` with the sheet when a cell no longer holds what the writing was prepared from */
export function demandSameBasis(answers: readonly BasisAnswer[]): void {
  for (const answer of answers) {
    if (!isSameBasis(answer)) throw new HostError('changed-meanwhile', { sheet: answer.part.basis.sheet });
  }
}

/** Asks for the packets that did not fit in the first request, and compares them. */
export async function checkRestOfBasis(workbook: Excel.Workbook, send: Send, packets: readonly (readonly BasisPart[])[]): Promise<void> {
  for (const packet of packets) demandSameBasis(await send(() => askForBasis(workbook, packet)));
}

function isSameBasis({ part, sheet, range, used }: BasisAnswer): boolean {
  const { basis, area } = part;
  // A sheet that the user has removed since is made anew, or is no source any more: its figures stand in the reading.
  if (sheet.isNullObject) return basis.isWhole;
  if (used !== null && (used.isNullObject ? basis.cells.length > 0 : used.rowIndex + used.rowCount - 1 > basis.area.bottom || used.columnIndex + used.columnCount - 1 > basis.area.right)) return false;
  return basis.cells.every(({ row, column, held }) => {
    if (row < area.top || row > area.bottom) return true;
    const [y, x] = [row - area.top, column - area.left];
    const value = range.values[y]?.[x] as unknown;
    if (typeof held === 'object' && held !== null && 'formula' in held) return formulaOf(range.formulas[y]?.[x], value) === held.formula;
    return isSameValue(cellValueOf(value, range.valueTypes[y]?.[x]), held);
  });
}

function isSameValue(now: CellValue, then: CellValue): boolean {
  if (typeof now === 'number' && typeof then === 'number') return Math.abs(now - then) <= 1e-9 * Math.max(1, Math.abs(then));
  if (isCellError(now) || isCellError(then)) return isCellError(now) && isCellError(then) && now.error === then.error;
  return now === then || ((now ?? '') === '' && (then ?? '') === '');
}
