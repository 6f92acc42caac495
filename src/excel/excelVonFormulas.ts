import { cellAddress } from '../workbook/address';
import type { Area } from '../workbook/address';
import { isCellError, valueAt } from '../workbook/grid';
import type { SheetGrid } from '../workbook/grid';
import type { VonFormulas } from '../workbook/ports';
import { textInput } from './cellInput';
import { excelRun } from './excelRun';
import type { RunOptions, Send } from './excelRun';
import { excelWorkbookReader } from './excelWorkbookReader';
import { sendPacked, sheetSteps } from './sendPacked';
import { operation } from './sheetOperation';

/** A call of one of our functions; a file opened without the add-in shows it by its name in the file. */
const VON_CALL = /(?:\bVON\.|_xldudf_VON_)[\p{L}][\p{L}\d.]*\(/iu;

/** Whether a formula calls one of our functions; a text inside the formula that speaks of one does not count. */
export function isVonFormula(formula: string): boolean {
  return VON_CALL.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
}

/** "Lås värden" and "Reparera VON-formler" on the open workbook. */
export function excelVonFormulas(runOptions: RunOptions = {}): VonFormulas {
  const reader = excelWorkbookReader(runOptions);
  return {
    lockValues: async (scope) => {
      const target = await excelRun((context, send) => readTarget(context, send, scope), runOptions);
      const { sheets } = await reader.readWorkbook({ sheets: [target.sheet] });
      const found = sheets.flatMap((grid) => vonCells(grid).filter(({ row, column }) => isInside(row, column, target.areas)).filter(({ row, column }) => !isCellError(valueAt(grid, row, column))));
      await excelRun((context, send) => lockCells(context, send, target.sheet, found), { ...runOptions, place: { sheet: target.sheet } });
      return found.length;
    },
    repairFormulas: async () => {
      const { sheets } = await reader.readWorkbook();
      const steps = sheets.flatMap((grid) =>
        sheetSteps(grid.id, grid.name, vonCells(grid).filter(({ row, column }) => isNameError(grid, row, column)).map(({ row, column, formula }) =>
          operation((sheet) => void (sheet.getRange(cellAddress(row, column)).formulas = [[formula.replace(/_xldudf_VON_/gi, 'VON.')]]), 2, formula),
        )),
      );
      await excelRun((context, send) => sendPacked(context, send, steps, 'write'), runOptions);
      return steps.length;
    },
  };
}

interface VonCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

function vonCells(grid: SheetGrid): readonly VonCell[] {
  return [...grid.formulas].flatMap(([key, formula]) => {
    const [row = 0, column = 0] = key.split(',').map(Number);
    return isVonFormula(formula) ? [{ row, column, formula }] : [];
  });
}

function isNameError(grid: SheetGrid, row: number, column: number): boolean {
  const value = valueAt(grid, row, column);
  return isCellError(value) && value.error === '#NAME?';
}

function isInside(row: number, column: number, areas: readonly Area[] | null): boolean {
  return areas === null || areas.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
}

async function readTarget(context: Excel.RequestContext, send: Send, scope: 'selection' | 'sheet'): Promise<{ readonly sheet: string; readonly areas: readonly Area[] | null }> {
  const asked = await send(() => ({
    sheet: context.workbook.worksheets.getActiveWorksheet().load('name'),
    areas: scope === 'sheet' ? null : context.workbook.getSelectedRanges().areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount'),
  }));
  return {
    sheet: asked.sheet.name,
    areas: asked.areas?.items.map((area) => ({ top: area.rowIndex, left: area.columnIndex, bottom: area.rowIndex + area.rowCount - 1, right: area.columnIndex + area.columnCount - 1 })) ?? null,
  };
}

/** Each formula goes together with the cells that it spills into. A formula that shows an error is kept: its value says nothing. */
async function lockCells(context: Excel.RequestContext, send: Send, name: string, cells: readonly VonCell[]): Promise<void> {
  if (cells.length === 0) return;
  const spills = await send(() => {
    const sheet = context.workbook.worksheets.getItem(name);
    return cells.map((cell) => {
      const range = sheet.getRange(cellAddress(cell.row, cell.column));
      return { cell, single: range.load('values'), spill: range.getSpillingToRangeOrNullObject().load('values') };
    });
  });
  const operations = spills.map(({ cell, single, spill }) => {
    const values: readonly (readonly unknown[])[] = spill.isNullObject ? single.values : spill.values;
    const inputs = values.map((row) => row.map((value) => (typeof value === 'string' ? textInput(value) : value)));
    return operation((sheet) => {
      const anchor = sheet.getRange(cellAddress(cell.row, cell.column));
      // The anchor's formula goes first: cells cannot be written into its spill while it stands.
      anchor.clear('Contents');
      sheet.getRangeByIndexes(cell.row, cell.column, inputs.length, inputs[0]?.length ?? 1).values = inputs;
    }, 4, inputs);
  });
  await sendPacked(context, send, sheetSteps(name, name, operations), 'write');
}
