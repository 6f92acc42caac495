import { excelEvents } from '../../../src/excel/excelEvents';
import { excelSelection } from '../../../src/excel/excelSelection';
import { createHost } from '../../../src/workbench/host/createHost';
import type { Host } from '../../../src/workbench/host/createHost';
import type { WorkbookChange } from '../../../src/workbook/ports';
import { emptySheet, workbookOf } from '../../support/fileBuilder';

let host: Host;
beforeEach(async () => {
  host = await createHost({ content: workbookOf(emptySheet('Blad 1', [[1, 2], [3, { error: '#N/A' }]]), emptySheet("Ann's blad", [['x']])) });
});
afterEach(() => host.dispose());
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('excelSelection', () => {
  const selection = excelSelection();

  it('shows the sheet and marks the cell', async () => {
    await selection.selectCell("Ann's blad", 'A1');
    expect(await selection.readSelectedCells()).toEqual([{ sheet: "Ann's blad", address: 'A1', value: 'x' }]);
  });

  it('reads two marked cells row by row', async () => {
    await selection.selectCell('Blad 1', 'A1:B2');
    expect(await selection.readSelectedCells()).toEqual([{ sheet: 'Blad 1', address: 'A1', value: 1 }, { sheet: 'Blad 1', address: 'B1', value: 2 }]);
    expect(await selection.readSelectedCells(4)).toHaveLength(4);
  });

  it('reads no more than it needs of whole columns', async () => {
    await selection.selectCell('Blad 1', 'A:B');
    expect(await selection.readSelectedCells()).toHaveLength(2);
    expect(host.counts.largestResponse).toBeLessThan(20_000);
  });

  it('gives an error in a cell as its code', async () => {
    await selection.selectCell('Blad 1', 'B2');
    expect(await selection.readSelectedCells()).toEqual([{ sheet: 'Blad 1', address: 'B2', value: { error: '#N/A' } }]);
  });

  it('says when the sheet is gone', async () => {
    await expect(selection.selectCell('Borta', 'A1')).rejects.toMatchObject({ code: 'sheet-gone', place: { sheet: 'Borta', cell: 'A1' } });
  });
});

describe('excelEvents', () => {
  const events = excelEvents();

  it('tells what was changed, where, and by whom', async () => {
    const changes: WorkbookChange[] = [];
    const stop = await events.onChanged((change) => changes.push(change));
    await host.typeInCell("Ann's blad", 'B2', 5);
    await settled();
    expect(changes).toMatchObject([{ sheet: "Ann's blad", address: 'B2', isOwn: false, isRemote: false }]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Blad 1').getRange('A1').values = [[9]];
      await context.sync();
    });
    await settled();
    expect(changes.at(-1)).toMatchObject({ sheet: 'Blad 1', address: 'A1', isOwn: true });
    await stop();
  });

  it('leaves no handler behind', async () => {
    const stops = [await events.onChanged(() => undefined), await events.onActivated(() => undefined), await events.onSelectionChanged(() => undefined)];
    expect(host.counts.handlers).toBeGreaterThan(0);
    for (const stop of stops) await stop();
    expect(host.counts.handlers).toBe(0);
  });

  it('tells which sheet is shown and that the selection has changed', async () => {
    const shown: string[] = [];
    let selections = 0;
    const stops = [await events.onActivated((sheet) => shown.push(sheet)), await events.onSelectionChanged(() => void (selections += 1))];
    await excelSelection().selectCell("Ann's blad", 'A1');
    await settled();
    expect(shown).toEqual(["Ann's blad"]);
    expect(selections).toBeGreaterThan(0);
    for (const stop of stops) await stop();
  });
});
