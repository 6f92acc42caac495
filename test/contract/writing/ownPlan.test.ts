import { readCurrentPlan, removeMeasure, saveMeasure } from '../../../src/app/planEdits';
import { prepareWriting } from '../../../src/app/prepareWriting';
import { readWorkbook } from '../../../src/app/readWorkbook';
import type { AppPorts, WritingChoice } from '../../../src/app/session';
import { writeSheets } from '../../../src/app/writeSheets';
import { serialOf } from '../../../src/core/month';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { createHost, type Host } from '../../../src/workbench/host/createHost';
import { cellAddress } from '../../../src/workbook/address';
import { valueAt, type CellValue, type SheetGrid } from '../../../src/workbook/grid';
import type { PlanInput, PlanMeasure } from '../../../src/workbook/plan';
import { readOwnSheet } from '../../../src/workbook/write/ownSheet';
import { PLAN_COLUMN } from '../../../src/workbook/write/planColumns';
import { workbookOf } from '../../support/fileBuilder';
import { measureSheet, requirementSheet } from '../../support/planSheets';

const now = (): Date => new Date(2025, 8, 1, 9, 30);
const CHOICE: WritingChoice = { version: 'Augusti 2025', sheets: ['atgardsplan', 'effektPerManad'] };
const SHEET = 'Åtgärdsplan';

describe('the written Åtgärdsplan, filled in by the user', () => {
  let host: Host;
  let ports: AppPorts;

  beforeEach(async () => {
    host = await createHost({ content: workbookOf(measureSheet, requirementSheet), fileName: 'Plan.xlsx' });
    ports = { ...excelAdapters({ now }), now, pause: () => Promise.resolve() };
    await write();
  });
  afterEach(() => host.dispose());

  const write = async (): Promise<void> => {
    const { check } = await writeSheets(ports, await readWorkbook(ports), CHOICE);
    expect(check).toMatchObject({ errorCells: [], isPortable: true });
  };
  const preview = async () => (await prepareWriting(ports, await readWorkbook(ports), CHOICE)).previews[0];
  const currentPlan = async (): Promise<PlanInput> => readCurrentPlan(ports, await readWorkbook(ports));
  const measureNamed = async (name: string): Promise<PlanMeasure> => {
    const found = (await currentPlan()).measures.find((measure) => measure.name === name);
    if (found === undefined) throw new Error(`no measure ${name}`);
    return found;
  };
  const grid = async (): Promise<SheetGrid> => {
    const { sheets } = await ports.reader.readWorkbook({ sheets: [SHEET] });
    if (sheets[0] === undefined) throw new Error('the sheet is gone');
    return sheets[0];
  };
  const rowsNamed = (sheet: SheetGrid, text: CellValue): readonly number[] =>
    sheet.values.flatMap((row, index) => (row[PLAN_COLUMN.name - sheet.left] === text ? [index + sheet.top] : []));
  const rowNamed = (sheet: SheetGrid, text: CellValue): number => rowsNamed(sheet, text)[0] ?? -1;
  /** 0-based rows to fill in of the n-th verksamhet. */
  const emptyRows = async (owner: string): Promise<readonly number[]> => {
    const own = readOwnSheet(await grid());
    return own?.rows.filter(({ row, mark }) => mark.block === `verksamhet ${owner}` && mark.key.startsWith('+') && valueAt(own.grid, row, PLAN_COLUMN.name) === null).map(({ row }) => row) ?? [];
  };
  const edit = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem(SHEET));
      await context.sync();
    });
  const type = (row: number, cells: Readonly<Record<number, string | number>>): Promise<void> =>
    edit((sheet) => {
      for (const [column, value] of Object.entries(cells)) sheet.getCell(row, Number(column)).values = [[value]];
    });
  /** Kvar att finna this year in the block of each verksamhet, from the top. */
  const toFind = async (): Promise<readonly CellValue[]> => {
    const sheet = await grid();
    return rowsNamed(sheet, 'Kvar att finna').map((row) => valueAt(sheet, row, PLAN_COLUMN.effectYear));
  };

  it('closes: requirement less what counts', async () => {
    expect(await toFind()).toEqual([2000 - 900 - 300, 3000]);
  });

  it('makes a measure of a filled row, gives it its formulas, and adds a fresh row', async () => {
    const [row = -1] = await emptyRows('hemtjänst');
    await type(row, { [PLAN_COLUMN.name]: 'Färre bilar', [PLAN_COLUMN.start]: serialOf(2025, 10, 1), [PLAN_COLUMN.helarseffekt]: 400, [PLAN_COLUMN.status]: 'Beslutad', [PLAN_COLUMN.responsible]: 'Anna' });
    expect(await toFind()).toEqual([700, 3000]);
    expect(await measureNamed('Färre bilar')).toMatchObject({ verksamhet: 'Hemtjänst', start: serialOf(2025, 10, 1), helarseffektTkr: 400, status: 'Beslutad', responsible: 'Anna' });
    await write();
    const sheet = await grid();
    expect(rowsNamed(sheet, 'Färre bilar')).toHaveLength(1);
    expect(valueAt(sheet, rowNamed(sheet, 'Färre bilar'), PLAN_COLUMN.effectYear)).toBe(100);
    expect(await emptyRows('hemtjänst')).toHaveLength(1);
    expect(await toFind()).toEqual([700, 3000]);
    expect(await preview()).toMatchObject({ state: 'unchanged', changedByHand: [], conflicts: [] });
  });

  it('takes over what was changed on the sheet, where the pane has not changed it', async () => {
    const row = rowNamed(await grid(), 'Digital tillsyn');
    await type(row, { [PLAN_COLUMN.status]: 'Genomförd', [PLAN_COLUMN.start]: serialOf(2025, 1, 1), [PLAN_COLUMN.description]: 'Kamera i alla hem', [PLAN_COLUMN.helarseffekt]: 720, [PLAN_COLUMN.inForecast]: 'Ja' });
    expect(await measureNamed('Digital tillsyn')).toMatchObject({ status: 'Genomförd', start: serialOf(2025, 1, 1), description: 'Kamera i alla hem', helarseffektTkr: 720, inForecast: true });
    const changed = [PLAN_COLUMN.description, PLAN_COLUMN.start, PLAN_COLUMN.helarseffekt, PLAN_COLUMN.status, PLAN_COLUMN.inForecast].map((column) => cellAddress(row, column));
    expect(await preview()).toMatchObject({ changedByHand: changed, conflicts: [] });
    await write();
    await write();
    expect(await toFind()).toEqual([2000 - 900 - 720, 3000]);
    expect(await measureNamed('Digital tillsyn')).toMatchObject({ status: 'Genomförd', helarseffektTkr: 720 });
  });

  it('shows both where the sheet and the pane have been changed, and keeps the sheet until the user chooses', async () => {
    const measure = await measureNamed('Kvällsplanering');
    await type(rowNamed(await grid(), 'Kvällsplanering'), { [PLAN_COLUMN.followUp]: 'Klart i norr', [PLAN_COLUMN.status]: 'Genomförd' });
    await saveMeasure(ports, await readWorkbook(ports), { ...measure, followUp: 'Klart i söder', responsible: 'Bo' }, measure.key);
    const dryRun = await preview();
    const cell = cellAddress(rowNamed(await grid(), 'Kvällsplanering'), PLAN_COLUMN.followUp);
    expect(dryRun?.conflicts).toEqual([{ cell, inSheet: 'Klart i norr', inPane: 'Klart i söder' }]);
    await write();
    const sheet = await grid();
    const row = rowNamed(sheet, 'Kvällsplanering');
    expect([PLAN_COLUMN.followUp, PLAN_COLUMN.status, PLAN_COLUMN.responsible].map((column) => valueAt(sheet, row, column))).toEqual(['Klart i norr', 'Genomförd', 'Bo']);
  });

  it('writes what the pane says where the user chooses it', async () => {
    const measure = await measureNamed('Kvällsplanering');
    const row = rowNamed(await grid(), 'Kvällsplanering');
    await type(row, { [PLAN_COLUMN.followUp]: 'Klart i norr' });
    await saveMeasure(ports, await readWorkbook(ports), { ...measure, followUp: 'Klart i söder' }, measure.key);
    await writeSheets(ports, await readWorkbook(ports), CHOICE, { overwrite: new Set([`${SHEET}!J${row + 1}`]) });
    expect(valueAt(await grid(), row, PLAN_COLUMN.followUp)).toBe('Klart i söder');
  });

  it('makes a measure of a row that the user has put in among the others', async () => {
    const row = rowNamed(await grid(), 'Digital tillsyn');
    await edit((sheet) => {
      sheet.getRange(`${row + 1}:${row + 1}`).insert('Down');
    });
    await type(row, { [PLAN_COLUMN.name]: 'Inställd resa', [PLAN_COLUMN.start]: serialOf(2025, 1, 1), [PLAN_COLUMN.helarseffekt]: 50, [PLAN_COLUMN.status]: 'Pågår' });
    await write();
    const sheet = await grid();
    expect(rowsNamed(sheet, 'Inställd resa')).toHaveLength(1);
    expect(valueAt(sheet, rowNamed(sheet, 'Inställd resa'), PLAN_COLUMN.effectYear)).toBeCloseTo(50, 9);
    expect(await toFind()).toEqual([750, 3000]);
    expect(await preview()).toMatchObject({ state: 'unchanged', changedByHand: [], conflicts: [] });
  });

  it('makes a measure of a copied row, with formulas of its own', async () => {
    const row = rowNamed(await grid(), 'Digital tillsyn');
    await edit((sheet) => {
      sheet.getRange(`${row + 2}:${row + 2}`).insert('Down');
      sheet.getRange(`A${row + 2}:X${row + 2}`).copyFrom(`A${row + 1}:X${row + 1}`);
      sheet.getRange(`Y${row + 2}`).copyFrom(`Y${row + 1}`);
    });
    await type(row + 1, { [PLAN_COLUMN.name]: 'Digital tillsyn, söder', [PLAN_COLUMN.helarseffekt]: 200 });
    await write();
    const sheet = await grid();
    expect(['Digital tillsyn', 'Digital tillsyn, söder'].map((name) => Math.round(Number(valueAt(sheet, rowNamed(sheet, name), PLAN_COLUMN.effectYear))))).toEqual([300, 100]);
    expect(await toFind()).toEqual([700, 3000]);
  });

  it('leaves rows in the user’s order, and own columns and rows where they belong', async () => {
    const before = await grid();
    const [first, second] = [rowNamed(before, 'Kvällsplanering'), rowNamed(before, 'Digital tillsyn')];
    await edit((sheet) => {
      sheet.getRange(`${first + 1}:${first + 1}`).insert('Down');
      sheet.getRange(`A${first + 1}:Y${first + 1}`).copyFrom(`A${second + 2}:Y${second + 2}`);
      sheet.getRange(`${second + 2}:${second + 2}`).delete('Up');
      sheet.getRange('D:D').insert('Right');
      sheet.getCell(first, 3).values = [['Diarienr 12']];
    });
    await write();
    const sheet = await grid();
    expect(rowNamed(sheet, 'Digital tillsyn')).toBe(rowNamed(sheet, 'Kvällsplanering') - 1);
    expect(valueAt(sheet, rowNamed(sheet, 'Digital tillsyn'), 3)).toBe('Diarienr 12');
    expect(valueAt(sheet, rowNamed(sheet, 'Digital tillsyn'), PLAN_COLUMN.effectYear + 1)).toBe(300);
    expect(rowsNamed(sheet, 'Kvar att finna').map((row) => valueAt(sheet, row, PLAN_COLUMN.effectYear + 1))).toEqual([800, 3000]);
  });

  it('does not bring back a measure that was taken away in the pane or whose row was deleted', async () => {
    const [row = -1] = await emptyRows('hemtjänst');
    await type(row, { [PLAN_COLUMN.name]: 'Färre bilar', [PLAN_COLUMN.helarseffekt]: 400, [PLAN_COLUMN.start]: serialOf(2025, 1, 1), [PLAN_COLUMN.status]: 'Pågår' });
    await write();
    const typed = await measureNamed('Färre bilar');
    await removeMeasure(ports, await readWorkbook(ports), typed.key);
    const source = rowNamed(await grid(), 'Digital tillsyn');
    await edit((sheet) => {
      sheet.getRange(`${source + 1}:${source + 1}`).delete('Up');
    });
    await write();
    await write();
    const sheet = await grid();
    expect((await currentPlan()).measures.map((measure) => measure.name)).toEqual(['Kvällsplanering', 'Ny schemamodell']);
    expect([...rowsNamed(sheet, 'Färre bilar'), ...rowsNamed(sheet, 'Digital tillsyn')]).toEqual([]);
    expect(sheet.values.flat().filter((value) => typeof value === 'string' && value.includes('kvar i underlaget: Digital tillsyn'))).toHaveLength(1);
    expect(await toFind()).toEqual([1100, 3000]);
    expect(await emptyRows('hemtjänst')).toHaveLength(1);
  });

  it('counts an effect that was typed over the formula where no start is known', async () => {
    const [row = -1] = await emptyRows('särskilt boende');
    await type(row, { [PLAN_COLUMN.name]: 'Hyra', [PLAN_COLUMN.effectYear]: 250, [PLAN_COLUMN.status]: 'Pågår' });
    expect(await measureNamed('Hyra')).toMatchObject({ enteredEffectTkr: 250, start: null });
    await write();
    expect(await toFind()).toEqual([800, 2750]);
  });
});
