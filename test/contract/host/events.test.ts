import { createHost, type Host } from '../../../src/workbench/host/createHost';
import type { FileContent, FileSheet } from '../../../src/workbench/host/fileContent';
import { firstSheet } from '../../support/firstSheet';

describe.each(['excel-win32', 'excel-web'] as const)('events and the selection on the %s build', (library) => {
  let host: Host;
  const open = async (content?: FileContent): Promise<void> => {
    host = await createHost({ content, library });
  };
  const first = (): Promise<FileSheet> => firstSheet(host);
  afterEach(() => host.dispose());

  it('sends events of its own changes and of the user, and stops when told to', async () => {
    await open();
    const seen: unknown[] = [];
    const handler = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const added = sheet.onChanged.add((event) => {
        seen.push([event.changeType, event.address, event.source]);
        return Promise.resolve();
      });
      context.workbook.worksheets.onActivated.add((event) => {
        seen.push(['activated', event.worksheetId]);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange('A1:A2').values = [[1], [2]];
      context.workbook.worksheets.add('Ny').activate();
      await context.sync();
      return added;
    });
    await host.typeInCell('Blad1', 'B1', '=A1+A2');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toEqual([['RangeEdited', 'A1:A2', 'Local'], ['activated', expect.stringContaining('{')], ['RangeEdited', 'B1', 'Local']]);
    expect((await first()).cells).toContainEqual({ row: 0, column: 1, value: 3, formula: 'A1+A2' });
    expect(host.counts.handlers).toBe(2);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    expect(host.counts.handlers).toBe(1);
    await host.typeInCell('Blad1', 'B2', 5);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toHaveLength(3);
  });

  it('tells what the user has marked, and when that changes', async () => {
    await open();
    let changes = 0;
    await Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(() => {
        changes += 1;
        return Promise.resolve();
      });
      context.workbook.worksheets.add('Ny');
      await context.sync();
    });
    await host.selectCells('Ny', 'B2:C3', 'E5');
    await Excel.run(async (context) => {
      const areas = context.workbook.getSelectedRanges().areas.load('items/address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      expect([areas.items.map(({ address }) => address), cell.address]).toEqual([['Ny!B2:C3', 'Ny!E5'], 'Ny!B2']);
      await expect((async () => {
        context.workbook.getSelectedRange().load('address');
        await context.sync();
      })()).rejects.toMatchObject({ code: 'InvalidSelection' });
    });
    await host.selectCells('Blad1', 'A:A');
    await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load('address');
      await context.sync();
      expect(range.address).toBe('Blad1!A:A');
    });
    expect(changes).toBe(2);
  });
});
