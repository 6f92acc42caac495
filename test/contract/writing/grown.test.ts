import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkbook } from '../../../src/app/readWorkbook';
import type { AppPorts, WritingChoice } from '../../../src/app/session';
import { undoWriting } from '../../../src/app/undoWriting';
import { writeSheets } from '../../../src/app/writeSheets';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { createHost, type Host } from '../../../src/workbench/host/createHost';
import { readXlsxFile } from '../../../src/workbench/host/xlsxRead';
import { comparableContent } from '../../support/comparableContent';

const BOOK = join(__dirname, '../../fixtures/workbooks/delarsrapport-2017.xlsx');
const CHOICE: WritingChoice = { version: 'Delår 2 2017', sheets: ['handlingsplan'] };

describe('a Handlingsplan that gets a reporting point', () => {
  let host: Host;
  let ports: AppPorts;
  let sheet = '';

  beforeEach(async () => {
    host = await createHost({ content: await readXlsxFile(new Uint8Array(await readFile(BOOK))), fileName: 'delårsrapport.xlsx' });
    const now = (): Date => new Date(2017, 8, 20, 9, 0);
    ports = { ...excelAdapters({ now }), now, pause: () => Promise.resolve() };
    sheet = (await writeSheets(ports, await readWorkbook(ports), CHOICE)).written[0]?.sheet ?? '';
    await Excel.run(async (context) => {
      const plan = context.workbook.worksheets.getItem(sheet);
      plan.getRange('H7').values = [['Följs upp i november']];
      plan.getRange('K7').values = [['min egen anteckning']];
      plan.getRange('H:H').format.columnWidth = 333;
      context.workbook.comments.add(`'${sheet}'!H7`, 'Stäm av med chefen');
      context.workbook.worksheets.getItem('Handlingsplan').getRange('B2').values = [['Prognos delår 1: -3,0 mnkr\nPrognos delår 2: -3,1 mnkr\nPrognos oktober: -2,4 mnkr']];
      await context.sync();
    });
  });
  afterEach(() => host.dispose());

  const write = async (): Promise<void> => void (await writeSheets(ports, await readWorkbook(ports), CHOICE));

  it('takes along what the user has written right of it, with its width and its comment, and shows every column', async () => {
    await write();
    await Excel.run(async (context) => {
      const plan = context.workbook.worksheets.getItem(sheet);
      const [heads, texts] = [plan.getRange('A6:I6').load('values'), plan.getRange('I7:L7').load('values')];
      const columns = Array.from({ length: 9 }, (_, column) => plan.getRangeByIndexes(6, column, 1, 1).load('columnHidden'));
      const comment = context.workbook.comments.getItemByCell(`'${sheet}'!I7`).load('content');
      const wide = plan.getRange('I:I').format.load('columnWidth');
      await context.sync();
      expect((heads.values as unknown[][])[0]?.map((text) => String(text).split('\n').at(-1))).toEqual(['Verksamhet', 'delår 1', 'delår 2', 'oktober', 'Förändring', 'Analys', 'Åtgärd', 'Konsekvens', 'Uppföljning']);
      expect([texts.values[0]?.[0], texts.values[0]?.[3]]).toEqual(['Följs upp i november', 'min egen anteckning']);
      expect(columns.map(({ columnHidden }) => columnHidden)).toEqual(columns.map(() => false));
      expect([comment.content, Math.round(wide.columnWidth)]).toEqual(['Stäm av med chefen', 333]);
    });
  });

  it('is put back as it was', async () => {
    const before = comparableContent(await host.toContent());
    await write();
    await undoWriting(ports);
    expect(comparableContent(await host.toContent())).toEqual(before);
  });
});
