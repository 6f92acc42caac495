import { monthlyEffects } from '../../../src/core/arseffekt';
import { planEffect } from '../../../src/core/measure';
import { serialOf } from '../../../src/core/month';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { createHost, type Host } from '../../../src/workbench/host/createHost';
import type { FileValue } from '../../../src/workbench/host/fileContent';
import { writeXlsxFile } from '../../../src/workbench/host/xlsxWrite';
import { columnLetters } from '../../../src/workbook/address';
import type { SheetGrid } from '../../../src/workbook/grid';
import type { PlanMeasure } from '../../../src/workbook/plan';
import { buildAtgardsplan } from '../../../src/workbook/write/atgardsplan';
import { buildEffektPerManad, yearColumns } from '../../../src/workbook/write/effektPerManad';
import { readOwnSheet } from '../../../src/workbook/write/ownSheet';
import { PLAN_COLUMN } from '../../../src/workbook/write/planColumns';
import { layOutPlan } from '../../../src/workbook/write/planLayout';
import { rewriteSheets } from '../../../src/workbook/write/rewrite';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import { describeWithLibreOffice, recalculate } from '../../support/libreOffice';
import { measure, plan, requirement, writingInput } from '../../support/planBuilder';

const YEAR = 2024;
const PLAN = 'Åtgärdsplan';
const EFFECTS = 'Effekt per månad';
/** Columns of Effekt per månad that name the measure. */
const EFFECT_COLUMN = { name: 0, verksamhet: 1 };
const MEASURES: readonly PlanMeasure[] = [
  measure('Kvällsplanering', { verksamhet: 'Hemtjänst', start: serialOf(2024, 4, 1), helarseffektTkr: 2900, status: 'Pågår' }),
  measure('Digital tillsyn', { verksamhet: 'Hemtjänst', start: serialOf(2022, 5, 1), helarseffektTkr: 532, status: 'Beslutad', outsideBudgetFrame: true }),
  measure('Schema', { verksamhet: 'Hemtjänst', start: serialOf(2024, 9, 1), rampMonths: 4, helarseffektTkr: 2400, status: 'Pågår' }),
  measure('Lokaler', { verksamhet: 'Hemtjänst', start: serialOf(2023, 10, 17), end: serialOf(2024, 8, 9), helarseffektTkr: 270, status: 'Förslag' }),
  measure('Utan start', { verksamhet: 'Hemtjänst', enteredEffectTkr: 90, status: 'Pågår' }),
  measure('Bemanning', { verksamhet: 'Korttid', start: serialOf(2024, 7, 1), helarseffektTkr: 443, status: 'Beslutad' }),
  measure('Inköp', { verksamhet: 'Korttid', start: serialOf(2024, 11, 1), helarseffektTkr: 3.3, status: 'Genomförd' }),
];

/** Effekt i år of a measure by the rules of the core. */
function effectOf({ start, end, rampMonths, helarseffektTkr, enteredEffectTkr, outsideBudgetFrame }: PlanMeasure): number | null {
  if (start === null || helarseffektTkr === null) return enteredEffectTkr;
  return Number(planEffect({ helarseffekt: helarseffektTkr, start, end, ramp: rampMonths, isOutsideBudgetFrame: outsideBudgetFrame }, YEAR));
}

describe('the plan whose rows the user has sorted', () => {
  let host: Host;
  const { reader, writer } = excelAdapters({ now: () => new Date(YEAR, 8, 1) });
  const input = plan({ year: YEAR, requirements: [requirement('Hemtjänst', 4000), requirement('Korttid', 900)], measures: MEASURES });

  beforeEach(async () => {
    host = await createHost({ content: workbookOf(emptySheet('Underlag', [['Underlag']])), fileName: 'Plan.xlsx' });
    await write(false);
  });
  afterEach(() => host.dispose());

  const write = async (isAgain: boolean): Promise<void> => {
    const layout = layOutPlan(input);
    const writing = writingInput({ plan: input });
    const { sheets } = isAgain ? await reader.readWorkbook({ sheets: [PLAN, EFFECTS] }) : { sheets: [] };
    const drafts = [buildAtgardsplan(writing, layout), buildEffektPerManad(writing, layout)];
    await writer.writeSheets(rewriteSheets(drafts.map((draft, index) => ({ draft, own: sheets[index] === undefined ? null : readOwnSheet(sheets[index]) }))).specs);
  };
  const grids = async (): Promise<readonly [SheetGrid, SheetGrid]> => {
    const { sheets } = await reader.readWorkbook({ sheets: [PLAN, EFFECTS] });
    const [planGrid, effects] = sheets;
    if (planGrid === undefined || effects === undefined) throw new Error('a sheet is missing');
    return [planGrid, effects];
  };
  /** Rows of the sheet, 0-based, whose cell in a column is one of the measures'. */
  const rowsOf = (grid: SheetGrid, column: number, names: readonly string[]): readonly number[] =>
    grid.values.flatMap((row, index) => (names.includes(String(row[column - grid.left])) ? [index + grid.top] : []));
  /** Sorts as Excel does: each row goes to another place, and what its formulas say of their own row goes along. */
  const sort = (sheet: string, rows: readonly number[], order: readonly number[], columns: number): Promise<void> =>
    Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const address = (row: number): string => `A${row + 1}:${columnLetters(columns - 1)}${row + 1}`;
      rows.forEach((row, index) => worksheet.getRange(address(500 + index)).copyFrom(address(row)));
      rows.forEach((row, index) => worksheet.getRange(address(row)).copyFrom(address(500 + (order[index] ?? 0))));
      worksheet.getRange('500:520').clear();
      await context.sync();
    });
  const sortBoth = async (planColumns: number): Promise<void> => {
    const [planGrid, effects] = await grids();
    await sort(PLAN, rowsOf(planGrid, PLAN_COLUMN.name, MEASURES.slice(0, 5).map(({ name }) => name)), [3, 0, 4, 2, 1], planColumns);
    await sort(PLAN, rowsOf(planGrid, PLAN_COLUMN.name, ['Bemanning', 'Inköp']), [1, 0], planColumns);
    await sort(EFFECTS, rowsOf(effects, EFFECT_COLUMN.name, MEASURES.filter(({ start }) => start !== null).map(({ name }) => name)), [5, 1, 3, 0, 2, 4], effects.left + effects.columnCount);
  };
  type Cells = readonly (readonly unknown[])[];
  const cellsOf = ({ values, top, left }: SheetGrid): Cells => [...Array.from({ length: top }, () => []), ...values.map((row) => [...Array.from({ length: left }, () => null), ...row])];
  const checkFigures = (planCells: Cells, effects: Cells): void => {
    for (const one of MEASURES) {
      const row = planCells.find((cells) => cells[PLAN_COLUMN.name] === one.name);
      expect([one.name, Number(row?.[PLAN_COLUMN.effectYear]).toFixed(6)]).toEqual([one.name, Number(effectOf(one)).toFixed(6)]);
      const line = effects.find((cells) => cells[EFFECT_COLUMN.name] === one.name);
      expect([one.name, line?.[EFFECT_COLUMN.verksamhet]]).toEqual([one.name, one.verksamhet]);
      if (one.start === null || one.helarseffektTkr === null) continue;
      const months = monthlyEffects(one.helarseffektTkr, one.start, YEAR * 12, 12, one.end ?? Infinity, one.rampMonths ?? 1);
      if (typeof months === 'string') throw new Error(months);
      const { first } = yearColumns(1);
      months.forEach((effect, month) => expect([one.name, month, Number(line?.[first + month]).toFixed(6)]).toEqual([one.name, month, effect.toFixed(6)]));
    }
    const counted = (owner: string): number => MEASURES.filter((one) => one.verksamhet === owner && one.status !== 'Förslag').reduce((sum, one) => sum + (effectOf(one) ?? 0), 0);
    const sums = planCells.filter((cells) => cells[PLAN_COLUMN.name] === 'Summa beslutade, pågående och genomförda').map((cells) => Number(cells[PLAN_COLUMN.effectYear]).toFixed(6));
    expect(sums).toEqual([counted('Hemtjänst').toFixed(6), counted('Korttid').toFixed(6)]);
  };

  it.each([
    ['with the hidden columns', PLAN_COLUMN.edge + 2],
    ['up to the last column that is not empty', PLAN_COLUMN.edge + 1],
  ])('gives every measure its own effect, sorted %s', async (_case, columns) => {
    checkFigures(...((await grids()).map(cellsOf) as [Cells, Cells]));
    await sortBoth(columns);
    const [planGrid, effects] = await grids();
    expect(rowsOf(planGrid, PLAN_COLUMN.name, ['Kvällsplanering'])[0]).toBe((rowsOf(planGrid, PLAN_COLUMN.name, ['Lokaler'])[0] ?? 0) + 1);
    checkFigures(cellsOf(planGrid), cellsOf(effects));
  });

  it('gives every measure its own effect when it is written again, in the order of the user', async () => {
    await sortBoth(PLAN_COLUMN.edge + 2);
    const [planGrid] = await grids();
    await write(true);
    const again = await grids();
    expect(rowsOf(again[0], PLAN_COLUMN.name, ['Kvällsplanering'])).toEqual(rowsOf(planGrid, PLAN_COLUMN.name, ['Kvällsplanering']));
    checkFigures(...(again.map(cellsOf) as [Cells, Cells]));
  });

  it('gives nothing for a measure whose row the user has deleted, and no error', async () => {
    const [planGrid] = await grids();
    const [row = 0] = rowsOf(planGrid, PLAN_COLUMN.name, ['Schema']);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(PLAN).getRange(`${row + 1}:${row + 1}`).delete('Up');
      await context.sync();
    });
    const [, effects] = await grids();
    expect(effects.values.flat().filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
    expect(rowsOf(effects, EFFECT_COLUMN.name, ['Schema'])).toEqual([]);
  });

  describeWithLibreOffice('in LibreOffice', () => {
    it('gives every measure its own effect', async () => {
      await sortBoth(PLAN_COLUMN.edge + 2);
      const sheets: ReadonlyMap<string, readonly (readonly FileValue[])[]> = await recalculate(await writeXlsxFile(await host.toContent()));
      checkFigures(sheets.get(PLAN) ?? [], sheets.get(EFFECTS) ?? []);
    });
  });
});
