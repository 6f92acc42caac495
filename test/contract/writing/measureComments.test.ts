import { readWorkbook } from '../../../src/app/readWorkbook';
import type { AppPorts } from '../../../src/app/session';
import { writeSheets } from '../../../src/app/writeSheets';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { createHost, type Host } from '../../../src/workbench/host/createHost';
import { PLAN_COLUMN } from '../../../src/workbook/write/planColumns';
import { workbookOf } from '../../support/fileBuilder';
import { measureSheet, requirementSheet } from '../../support/planSheets';

const now = (): Date => new Date(2025, 8, 1, 9, 30);

describe('comments on the measures of the user’s own list', () => {
  let host: Host;
  let ports: AppPorts;

  beforeEach(async () => {
    const comments = [
      { cell: 'B4', author: 'Anna Berg', text: 'Startar när schemat är klart', isThreaded: true },
      { cell: 'B4', author: 'Bo Ek', text: 'Klart i mars', isThreaded: true },
      { cell: 'H5', author: 'Anna Berg', text: 'Står bredvid tabellen', isThreaded: true },
    ];
    host = await createHost({ content: workbookOf({ ...measureSheet, comments }, requirementSheet), fileName: 'Plan.xlsx' });
    ports = { ...excelAdapters({ now }), now, pause: () => Promise.resolve() };
  });
  afterEach(() => host.dispose());

  const followUps = async (): Promise<ReadonlyMap<unknown, unknown>> => {
    await writeSheets(ports, await readWorkbook(ports), { version: 'Augusti 2025', sheets: ['atgardsplan', 'effektPerManad'] });
    const { sheets } = await ports.reader.readWorkbook({ sheets: ['Åtgärdsplan'] });
    return new Map((sheets[0]?.values ?? []).map((row) => [row[PLAN_COLUMN.name], row[PLAN_COLUMN.followUp]]));
  };

  it('are taken over to Uppföljning with who wrote them, answers too, and once only', async () => {
    const told = 'Kommentar av Anna Berg: Startar när schemat är klart\nKommentar av Bo Ek: Klart i mars';
    expect((await followUps()).get('Kvällsplanering')).toBe(told);
    const again = await followUps();
    expect([again.get('Kvällsplanering'), again.get('Digital tillsyn')]).toEqual([told, null]);
  });

  it('stay on the cell that they were made on', async () => {
    await followUps();
    const { comments } = (await host.toContent()).sheets[0] ?? {};
    expect(comments?.map(({ cell, author }) => [cell, author])).toEqual([['B4', 'Anna Berg'], ['B4', 'Bo Ek'], ['H5', 'Anna Berg']]);
  });

  it('cost one request more, and none where there are no comments', async () => {
    const syncs = async (): Promise<number> => {
      const before = host.counts.syncs;
      await ports.reader.readWorkbook();
      return host.counts.syncs - before;
    };
    const withComments = await syncs();
    host.dispose();
    host = await createHost({ content: workbookOf(measureSheet, requirementSheet), fileName: 'Plan.xlsx' });
    expect(await syncs()).toBe(withComments - 1);
  });
});
