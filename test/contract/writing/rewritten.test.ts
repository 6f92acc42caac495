import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareWriting } from '../../../src/app/prepareWriting';
import { readWorkbook } from '../../../src/app/readWorkbook';
import type { AppPorts, WritingChoice } from '../../../src/app/session';
import { writeSheets } from '../../../src/app/writeSheets';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { createHost, type Host } from '../../../src/workbench/host/createHost';
import { readXlsxFile } from '../../../src/workbench/host/xlsxRead';
import { formulaAt, valueAt, type SheetGrid } from '../../../src/workbook/grid';

const BOOK = join(__dirname, '../../fixtures/workbooks/uppfoljning-2024.xlsx');
const now = (): Date => new Date(2025, 0, 28, 14, 36);
const CHOICE: WritingChoice = { version: 'Helår 2024', sheets: ['avvikelseanalys', 'avstamning'] };

describe('writing again', () => {
  let host: Host;
  let ports: AppPorts;

  beforeEach(async () => {
    host = await createHost({ content: await readXlsxFile(new Uint8Array(await readFile(BOOK))), fileName: 'uppfoljning-2024.xlsx' });
    ports = { ...excelAdapters({ now }), now, pause: () => Promise.resolve() };
    await writeSheets(ports, await readWorkbook(ports), CHOICE);
  });
  afterEach(() => host.dispose());

  const edit = (work: (context: Excel.RequestContext) => void): Promise<void> =>
    Excel.run(async (context) => {
      work(context);
      await context.sync();
    });
  const rewrite = async (): Promise<SheetGrid> => {
    const { written } = await writeSheets(ports, await readWorkbook(ports), CHOICE);
    const { sheets } = await ports.reader.readWorkbook({ sheets: [written[0]?.sheet ?? ''] });
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('the sheet is gone');
    return sheet;
  };
  const rowOf = (grid: SheetGrid, label: string): number => grid.values.findIndex((row) => row.includes(label)) + grid.top;

  it('changes nothing when nothing has changed', async () => {
    const { previews } = await prepareWriting(ports, await readWorkbook(ports), CHOICE);
    expect(previews.map(({ state, changes, changedByHand, conflicts }) => ({ state, changes, changedByHand, conflicts }))).toEqual(CHOICE.sheets.map(() => ({ state: 'unchanged', changes: [], changedByHand: [], conflicts: [] })));
  });

  it('leaves groups of columns as folded or as open as they are', async () => {
    const plan: WritingChoice = { version: 'Helår 2024', sheets: ['atgardsplan', 'effektPerManad'] };
    const folded = async (name: string): Promise<unknown> => [...((await host.toContent()).sheets.find((sheet) => sheet.name === name)?.columns ?? [])].filter(([, { level }]) => level !== undefined);
    await writeSheets(ports, await readWorkbook(ports), plan);
    await edit((context) => void (context.workbook.worksheets.getItem('Effekt per månad').getRange('G:G').columnHidden = false));
    const before = [await folded('Åtgärdsplan'), await folded('Effekt per månad')];
    await writeSheets(ports, await readWorkbook(ports), plan);
    expect([await folded('Åtgärdsplan'), await folded('Effekt per månad')]).toEqual(before);
    expect(before).toEqual([expect.arrayContaining([[expect.any(Number), expect.objectContaining({ level: 1, hidden: true })]]), expect.arrayContaining([[6, expect.objectContaining({ level: 1 })]])]);
  });

  it('keeps comments, an own row, an own column and the sheet’s new name', async () => {
    await edit((context) => {
      const sheet = context.workbook.worksheets.getItem('Avvikelseanalys');
      sheet.getRange('I7').values = [['Fler kunder']];
      sheet.getRange('9:9').insert('Down');
      sheet.getRange('A9').values = [['Min rad']];
      sheet.getRange('E:E').insert('Right');
      sheet.getRange('E6:E7').values = [['Chef'], ['Anna']];
      sheet.name = 'Analys till nämnden';
      context.workbook.worksheets.getItem('Resultaträkning').getRange('D5').values = [[50]];
    });
    const { previews } = await prepareWriting(ports, await readWorkbook(ports), CHOICE);
    expect(previews[0]?.changedByHand).toEqual([]);
    const grid = await rewrite();
    expect(grid.name).toBe('Analys till nämnden');
    const row = rowOf(grid, 'Taxor och avgifter');
    expect([valueAt(grid, row, 4), valueAt(grid, row, 9)]).toEqual(['Anna', 'Fler kunder']);
    expect([valueAt(grid, row, 3), formulaAt(grid, row, 5)]).toEqual([50, `=D${row + 1}-C${row + 1}`]);
    expect(rowOf(grid, 'Min rad')).toBe(8);
  });

  it('moves a comment with its row when the source gets rows above it', async () => {
    await edit((context) => {
      context.workbook.worksheets.getItem('Avvikelseanalys').getRange('I7').values = [['Fler kunder']];
      const source = context.workbook.worksheets.getItem('Resultaträkning');
      source.getRange('5:5').insert('Down');
      source.getRange('A5:D5').values = [['Avgifter, nya', 0, 1, 2]];
    });
    const grid = await rewrite();
    const row = rowOf(grid, 'Taxor och avgifter');
    expect(row).toBe(rowOf(grid, 'Avgifter, nya') + 1);
    expect(valueAt(grid, row, 8)).toBe('Fler kunder');
    expect(valueAt(grid, row - 1, 8)).toBeNull();
    expect(formulaAt(grid, row, 2)?.replaceAll("'", '')).toBe('=Resultaträkning!C6');
  });

  it('leaves a formula alone that the user has typed over', async () => {
    await edit((context) => {
      context.workbook.worksheets.getItem('Avvikelseanalys').getRange('E7').values = [[3.5]];
    });
    const { previews } = await prepareWriting(ports, await readWorkbook(ports), CHOICE);
    expect(previews[0]?.changedByHand).toEqual(['E7']);
    expect(valueAt(await rewrite(), 6, 4)).toBe(3.5);
  });
});
