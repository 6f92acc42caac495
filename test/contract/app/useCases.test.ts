import { acceptFindings, confirmReading, saveThreshold } from '../../../src/app/confirmReading';
import { textsToTakeOver } from '../../../src/app/commentView';
import { commentsOf, readComments, readOfferedComments, saveComments } from '../../../src/app/comments';
import { previewWriting } from '../../../src/app/previewWriting';
import { prepareWriting } from '../../../src/app/prepareWriting';
import { readWorkbook } from '../../../src/app/readWorkbook';
import type { AppPorts, Reading, WritingChoice } from '../../../src/app/session';
import { readChangedSources, readOtherEnd } from '../../../src/app/sourceTrace';
import { readUndoable, undoWriting } from '../../../src/app/undoWriting';
import { writeSheets } from '../../../src/app/writeSheets';
import { ribbonCommands } from '../../../src/commands/ribbonCommands';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { sv } from '../../../src/text/sv';
import { createHost } from '../../../src/workbench/host/createHost';
import type { Host } from '../../../src/workbench/host/createHost';
import type { FileContent } from '../../../src/workbench/host/fileContent';
import { HostError } from '../../../src/workbook/ports';
import type { Progress } from '../../../src/workbook/ports';
import type { ReportTable } from '../../../src/workbook/report';
import { rowKeys } from '../../../src/workbook/write/rowKey';
import { comparableContent } from '../../support/comparableContent';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import type { BuiltCell } from '../../support/fileBuilder';

const drift = (month: string): readonly (readonly BuiltCell[])[] => [
  ['Driftredovisning 2024, tkr'],
  [],
  ['Verksamhet', 'Budget 2024', `Prognos ${month} 2024`, 'Avvikelse'],
  ['Hemtjänst', -221_300, -247_100, -25_800],
  ['Särskilt boende', -301_300, -299_800, 1_500],
  ['LSS boende', -180_200, -185_300, -5_100],
  ['Ordinärt boende', -90_000, -91_000, -1_000],
  ['Summa', -792_800, -823_200, -30_400],
];
/** Nothing tells the sign rule here: one question is to be asked. */
const undecided: readonly (readonly BuiltCell[])[] = [['Belopp i tkr'], ['Verksamhet', 'Budget', 'Utfall'], ['Alfa', 100, 110], ['Beta', 200, 190], ['Gamma', 300, 330]];
const choice: WritingChoice = { version: 'Prognos okt 2024', sheets: ['avvikelseanalys', 'atgardsplan', 'effektPerManad'] };

let host: Host;
let ports: AppPorts;
const open = async (content: FileContent): Promise<Reading> => {
  host = await createHost({ content, fileName: 'Uppföljning.xlsx' });
  const now = (): Date => new Date(2024, 10, 5, 9, 30);
  ports = { ...excelAdapters({ now }), now, pause: () => Promise.resolve() };
  return readWorkbook(ports);
};
const missing = (): ReportTable => {
  throw new Error('no table was read');
};
afterEach(() => host.dispose());

describe('readWorkbook', () => {
  it('tells what was found and where a table stands', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    expect(reading.report.tables).toMatchObject([{ sheet: 'Drift', kind: 'budget', unit: 'tkr', signRule: 'costs-negative' }]);
    expect(reading.statuses).toMatchObject([{ state: 'ready', recognition: 'new', isConfirmed: true, questions: [] }]);
    expect(reading.checkCount).toBeGreaterThan(4);
  });

  it('reads a sheet of ours as no source', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await writeSheets(ports, reading, choice);
    const again = await readWorkbook(ports);
    expect(again.report.tables.map(({ sheet }) => sheet)).toEqual(['Drift']);
    expect(again.ownSheets.map(({ kind }) => kind)).toEqual(['avvikelseanalys', 'atgardsplan', 'effektPerManad']);
  });

  it('tells its progress and stops when asked to', async () => {
    await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const phases = new Set<Progress['phase']>();
    await readWorkbook(ports, { onProgress: ({ phase }) => phases.add(phase) });
    expect([...phases]).toEqual(['read', 'analyse']);
    await expect(readWorkbook(ports, { signal: { aborted: true } })).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('confirmReading', () => {
  it('turns a question into an answer that the workbook remembers', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', undecided)));
    const [status] = reading.statuses;
    expect(status?.questions.map(({ kind }) => kind)).toEqual(['sign-rule']);
    await confirmReading(ports, reading, status?.key ?? '', { signRule: 'costs-positive' });
    const again = await readWorkbook(ports, { grid: reading.grid });
    expect(again.statuses).toMatchObject([{ state: 'ready', isConfirmed: true, recognition: 'recognised' }]);
    expect(again.report.tables[0]?.rows[0]).toMatchObject({ label: 'Alfa', variance: -10 });
  });

  it('knows the table again in the file of the next month, rows moved and inserted', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', undecided)));
    await confirmReading(ports, reading, reading.statuses[0]?.key ?? '', { signRule: 'costs-positive' });
    const { settings } = await host.toContent();
    host.dispose();
    const [title = [], header = [], ...rows] = undecided;
    const next = await open({ ...workbookOf(emptySheet('Drift nov', [[], title, [], header, ['Ny verksamhet', 50, 40], ...rows])), settings });
    expect(next.statuses).toMatchObject([{ state: 'ready', recognition: 'recognised' }]);
    expect(next.report.tables[0]).toMatchObject({ signRule: 'costs-positive' });
  });

  it('applies nothing to a table that no longer fits', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', undecided)));
    await confirmReading(ports, reading, reading.statuses[0]?.key ?? '', { signRule: 'costs-positive' });
    const { settings } = await host.toContent();
    host.dispose();
    const other = await open({ ...workbookOf(emptySheet('Annat', [['Belopp i tkr'], ['Projekt', 'Total budget', 'Förbrukat', 'Utfall', 'Budget'], ['Delta', 10, 20, 30, 40], ['Epsilon', 15, 25, 35, 45]])), settings });
    expect(other.statuses.every(({ recognition }) => recognition === 'new')).toBe(true);
  });

  it('keeps the threshold and what was looked into', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt').map((row, index) => (index === 6 ? ['Ordinärt boende', -90_000, -91_000, -9_000] : row)))));
    const [finding] = reading.report.findings;
    if (!finding) throw new Error('the wrong figure was not found');
    await saveThreshold(ports, reading, { amountTkr: 500, share: 0.05 });
    await acceptFindings(ports, reading, [finding], 'rättas i november');
    const again = await readWorkbook(ports);
    expect(again.threshold).toEqual({ amountTkr: 500, share: 0.05 });
    expect([...again.accepted.values()]).toEqual(['rättas i november']);
    await acceptFindings(ports, again, [finding], null);
    expect((await readWorkbook(ports)).accepted.size).toBe(0);
  });
});

describe('comments', () => {
  it('belong to a row and a version, and offer those of the version before', async () => {
    await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await saveComments(ports, [{ rowKey: 'hemtjanst', version: 'Prognos aug', text: 'Fler timmar' }]);
    await saveComments(ports, [{ rowKey: 'hemtjanst', version: 'Prognos okt', text: 'Ännu fler timmar' }]);
    await saveComments(ports, [{ rowKey: 'lss', version: 'Prognos okt', text: 'x' }]);
    await saveComments(ports, [{ rowKey: 'lss', version: 'Prognos okt', text: '' }]);
    expect(await readComments(ports)).toHaveLength(2);
  });

  it('are all kept when several are kept at the same time', async () => {
    await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const rowKeys = ['hemtjanst', 'lss', 'boende', 'stod'];
    await Promise.all(rowKeys.map((rowKey) => saveComments(ports, [{ rowKey, version: 'Prognos okt', text: `Om ${rowKey}` }])));
    expect((await readComments(ports)).map(({ rowKey }) => rowKey)).toEqual(rowKeys);
  });

  describe('in a new version', () => {
    const first: WritingChoice = { version: 'Prognos okt 2024', sheets: ['avvikelseanalys', 'version'] };
    const second: WritingChoice = { ...first, version: 'Helår 2024' };
    const keysOf = (reading: Reading): readonly string[] => [...rowKeys(reading.report.tables[0] ?? missing()).values()];
    const cell = async (sheet: string, text: string): Promise<boolean> => (await host.toContent()).sheets.find(({ name }) => name === sheet)?.cells.some(({ value }) => value === text) ?? false;

    /** Version one with a text typed in the pane and one typed in the sheet; then new figures, read as version two. */
    const secondMonth = async (): Promise<{ readonly reading: Reading; readonly keys: readonly string[]; readonly table: ReportTable }> => {
      const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
      const [hemtjanst = ''] = keysOf(reading);
      await saveComments(ports, [{ rowKey: hemtjanst, version: first.version, text: 'Skrivet i panelen' }]);
      await writeSheets(ports, reading, first);
      await host.typeInCell('Avvikelseanalys', 'I8', 'Skrivet i bladet');
      await writeSheets(ports, await readWorkbook(ports), first);
      await host.typeInCell('Drift', 'C4', -250_000);
      const again = await readWorkbook(ports);
      return { reading: again, keys: keysOf(again), table: again.report.tables[0] ?? missing() };
    };

    it('offer the old ones, wherever they were typed, and copy none of them by themselves', async () => {
      const { reading, keys, table } = await secondMonth();
      const offered = textsToTakeOver(await readOfferedComments(ports, reading), table, second.version);
      expect(offered?.version).toBe(first.version);
      expect(offered?.comments.map(({ rowKey, text }) => [rowKey, text])).toEqual([[keys[0], 'Skrivet i panelen'], [keys[1], 'Skrivet i bladet']]);
      expect(commentsOf(await readComments(ports), second.version).size).toBe(0);
    });

    it('use one of the old ones, and leave the other to be offered', async () => {
      const { reading, keys, table } = await secondMonth();
      const [one] = textsToTakeOver(await readOfferedComments(ports, reading), table, second.version)?.comments ?? [];
      await saveComments(ports, one === undefined ? [] : [{ ...one, version: second.version }]);
      const left = textsToTakeOver(await readOfferedComments(ports, reading), table, second.version);
      expect(left?.comments.map(({ rowKey }) => rowKey)).toEqual([keys[1]]);
      await writeSheets(ports, reading, second);
      expect(await cell('Avvikelseanalys', 'Skrivet i panelen')).toBe(true);
    });

    it('use all of the old ones at once, and keep them on both versions', async () => {
      const { reading, table } = await secondMonth();
      const all = textsToTakeOver(await readOfferedComments(ports, reading), table, second.version)?.comments ?? [];
      await saveComments(ports, all.map((comment) => ({ ...comment, version: second.version })));
      const { written } = await writeSheets(ports, reading, second);
      expect(written.map(({ sheet }) => sheet)).toEqual(['Avvikelseanalys', 'Version Helår 2024']);
      for (const sheet of ['Avvikelseanalys', 'Version Helår 2024', 'Version Prognos okt 2024']) {
        expect([sheet, await cell(sheet, 'Skrivet i panelen'), await cell(sheet, 'Skrivet i bladet')]).toEqual([sheet, true, true]);
      }
      const after = await readWorkbook(ports);
      expect(textsToTakeOver(await readOfferedComments(ports, after), table, second.version)).toBeNull();
    });
  });
});

describe('writeSheets', () => {
  it('writes what the preview promised and finds it right', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const before = comparableContent(await host.toContent());
    const preview = await previewWriting(ports, reading, choice);
    expect(preview.sheets.map((sheet) => ('isSkipped' in sheet && sheet.isSkipped ? 'skipped' : 'state' in sheet && sheet.state))).toEqual(['new', 'new', 'new']);
    expect(comparableContent(await host.toContent())).toEqual(before);
    const outcome = await writeSheets(ports, reading, choice);
    expect(outcome).toMatchObject({ check: { isComplete: true, errorCells: [], isPortable: true }, leftOut: [], isRemembered: true });
    expect(outcome.written.map(({ sheet }) => sheet)).toEqual(['Avvikelseanalys', 'Åtgärdsplan', 'Effekt per månad']);
  });

  it('leaves a table without a decided rule out, and says why', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt')), emptySheet('Oklart', undecided)));
    expect((await writeSheets(ports, reading, choice)).leftOut).toMatchObject([{ reason: 'sign-rule', key: expect.stringContaining('Oklart!') as string }]);
  });

  it('writes a version by itself with the values of every sheet, and no other sheet', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const outcome = await writeSheets(ports, reading, { version: 'Prognos okt 2024', sheets: ['version'] });
    expect(outcome.written.map(({ sheet }) => sheet)).toEqual(['Version Prognos okt 2024']);
    const again = await readWorkbook(ports);
    expect(again.ownSheets.map(({ kind }) => kind)).toEqual(['version']);
    const values = again.grid.sheets.find(({ name }) => name === 'Version Prognos okt 2024')?.values.flat() ?? [];
    expect(values).toEqual(expect.arrayContaining(['Avvikelseanalys', 'Hemtjänst', -25_800, 'Åtgärdsplan']));
  });

  it('can be undone as a whole', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const names = (await host.toContent()).sheets.map(({ name }) => name);
    await writeSheets(ports, reading, choice);
    expect(await readUndoable(ports)).toMatchObject({ kind: 'written', sheets: ['Avvikelseanalys', 'Åtgärdsplan', 'Effekt per månad'] });
    await undoWriting(ports);
    expect((await host.toContent()).sheets.map(({ name }) => name)).toEqual(names);
    expect(await undoWriting(ports)).toBeNull();
  });

  it('takes the writing back when the user asked to stop while the last request was under way', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const before = (await host.toContent()).sheets;
    const stopsOnceWritten = { get aborted() { return host.book.engine.workbook.getSheets().length > before.length; } };
    await expect(writeSheets(ports, reading, choice, { signal: stopsOnceWritten })).rejects.toMatchObject({ code: 'cancelled', isRestored: true });
    expect((await host.toContent()).sheets).toEqual(before);
  });

  it('says so when the writing cannot be taken back', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const failing = { ...ports, writer: { ...ports.writer, undoWriting: () => Promise.reject(new HostError('no-answer')) } };
    let asked = 0;
    const stopsLater = { get aborted() { return (asked += 1) > 1; } };
    await expect(writeSheets(failing, reading, choice, { signal: stopsLater })).rejects.toMatchObject({ code: 'cancelled', isRestored: false });
  });

  it('keeps what the user has typed on a sheet of ours since it was read', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await writeSheets(ports, reading, choice);
    const again = await readWorkbook(ports);
    await host.typeInCell('Avvikelseanalys', 'P40', 'min egen anteckning');
    await writeSheets(ports, again, choice);
    expect((await host.toContent()).sheets.find(({ name }) => name === 'Avvikelseanalys')?.cells.some(({ value }) => value === 'min egen anteckning')).toBe(true);
  });
});

describe('writing while others work in the workbook', () => {
  it('refuses when a source has changed since it was read, before anything is changed', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await host.typeInCell('Drift', 'C5', -299_000);
    const before = comparableContent(await host.toContent());
    await expect(writeSheets(ports, reading, choice)).rejects.toMatchObject({ code: 'changed-meanwhile', place: { sheet: 'Drift' }, isRestored: true });
    expect(comparableContent(await host.toContent())).toEqual(before);
    await writeSheets(ports, await readWorkbook(ports), choice);
    expect((await host.toContent()).sheets).toHaveLength(4);
  });

  it('does not mind a change where no figure comes from', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt')), emptySheet('Annat', [['x']])));
    await host.typeInCell('Annat', 'A1', 'y');
    await host.typeInCell('Drift', 'H5', 'anteckning');
    expect((await writeSheets(ports, reading, choice)).check).toMatchObject({ isComplete: true });
  });

  it.each([
    ['a cell', 'I7'],
    ['a cell outside what was read', 'AZ90'],
  ])('refuses when %s of a sheet of ours is changed by somebody else while the new one is prepared', async (_case, cell) => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await writeSheets(ports, reading, choice);
    const prepared = await prepareWriting(ports, await readWorkbook(ports), choice);
    await host.typeInCell('Avvikelseanalys', cell, 'skrivet av en kollega');
    const before = comparableContent(await host.toContent());
    await expect(ports.writer.writeSheets(prepared.specs, { basis: prepared.basis })).rejects.toMatchObject({ code: 'changed-meanwhile', place: { sheet: 'Avvikelseanalys' } });
    expect(comparableContent(await host.toContent())).toEqual(before);
  });

  it('looks at what has changed in the same sync as everything else', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await writeSheets(ports, reading, choice);
    const prepared = await prepareWriting(ports, await readWorkbook(ports), choice);
    const before = host.counts.syncs;
    await ports.writer.writeSheets(prepared.specs, { basis: prepared.basis });
    expect(host.counts.syncs - before).toBeLessThanOrEqual(6);
  });

  it('goes on from the sheets that an earlier writing of the same reading has made', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await writeSheets(ports, reading, choice);
    await host.typeInCell('Avvikelseanalys', 'I7', 'fler timmar');
    expect((await previewWriting(ports, reading, choice)).sheets.map((sheet) => ('state' in sheet ? sheet.state : 'skipped'))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    const { written } = await writeSheets(ports, reading, choice);
    expect(written.map(({ isNew }) => isNew)).toEqual([false, false, false]);
    expect((await host.toContent()).sheets.find(({ name }) => name === 'Avvikelseanalys')?.cells.some(({ value }) => value === 'fler timmar')).toBe(true);
  });

  it('tells sheets that stand but could not be read back from a failed writing', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const read = ports.reader.readWorkbook;
    const unreadable: AppPorts = {
      ...ports,
      reader: { readWorkbook: (options) => (Array.isArray(options?.sheets) ? Promise.reject(new HostError('no-answer')) : read(options)) },
    };
    expect(await writeSheets(unreadable, reading, choice)).toMatchObject({ check: null, written: [{ sheet: 'Avvikelseanalys' }, {}, {}] });
  });
});

describe('texts of the user', () => {
  const unsafe = ['=1+1', '+46 8 123', '-5', '- Vakanshållning', '@SUMMA', '\t=1', '"citat"', "'apostrof", 'maj 2024', '2021', '1,5', '12%', '2025-01-01', 'TRUE', 'SANT', '#N/A', '#REF!', '👩‍⚕️ vård', 'مرحبا', '\u202Eabc', 'x'.repeat(32_767), `=${'x'.repeat(32_766)}`];

  it('stay texts on the sheets, as names of rows and as comments, and the check finds them right', async () => {
    const rows = unsafe.map((text) => [`'${text}`, -1000, -4000, -3000] as const);
    const reading = await open(workbookOf(emptySheet('Drift', [['Driftredovisning 2024, tkr'], [], ['Verksamhet', 'Budget 2024', 'Prognos okt 2024', 'Avvikelse']])));
    expect(reading.report.tables).toHaveLength(0);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Drift');
      sheet.getRange(`A4:D${3 + rows.length}`).formulas = rows.map((row) => [...row]);
      await context.sync();
    });
    const filled = await readWorkbook(ports);
    const keys = [...rowKeys(filled.report.tables[0] ?? missing()).values()];
    await saveComments(ports, keys.map((rowKey, index) => ({ rowKey, version: choice.version, text: unsafe[(index + 3) % unsafe.length] ?? '' })));
    const analysis: WritingChoice = { ...choice, sheets: ['avvikelseanalys', 'avstamning'] };
    const outcome = await writeSheets(ports, filled, analysis);
    expect(outcome.check).toEqual({ isComplete: true, wrongCells: [], errorCells: [], isPortable: true });
    const sheet = (await host.toContent()).sheets.find(({ name }) => name === 'Avvikelseanalys');
    const texts = new Set(sheet?.cells.filter(({ formula }) => formula === undefined).map(({ value }) => value));
    expect(unsafe.filter((text) => !texts.has(text))).toEqual([]);
    const again = await previewWriting(ports, filled, analysis);
    expect(again.sheets.map((one) => ('changes' in one ? one.changes : []))).toEqual([[], []]);
  });
});

describe('readChangedSources', () => {
  it('lists the figures whose source has changed, and leads both ways', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await writeSheets(ports, reading, choice);
    expect(await readChangedSources(ports)).toEqual([]);
    await host.typeInCell('Drift', 'C4', -250_000);
    const changed = await readChangedSources(ports);
    expect(changed.map(({ source, value, now }) => [source.cell, value, now])).toContainEqual(['C4', -247_100, -250_000]);
    expect(new Set(changed.map(({ source }) => source.cell))).toEqual(new Set(['C4']));
    const [first] = changed;
    expect(await readOtherEnd(ports, first?.figure.sheet ?? '', first?.figure.cell ?? '')).toEqual({ sheet: 'Drift', cell: 'C4', isSource: true });
    expect(await readOtherEnd(ports, 'Drift', 'C4')).toMatchObject({ sheet: 'Avvikelseanalys', isSource: false });
    expect(await readOtherEnd(ports, 'Drift', 'A1')).toBeNull();
    // The avvikelse is a formula of ours: it leads where the outcome beside it does.
    expect(await readOtherEnd(ports, 'Avvikelseanalys', 'E7')).toEqual({ sheet: 'Drift', cell: 'C4', isSource: true });
    expect(await readOtherEnd(ports, 'Avvikelseanalys', 'A7')).toBeNull();
  });

  it('leads to a figure where it stands after the user has put a row above it', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    await writeSheets(ports, reading, choice);
    const before = await readOtherEnd(ports, 'Drift', 'C4');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Avvikelseanalys').getRange('6:6').insert('Down');
      await context.sync();
    });
    const row = (cell: string | undefined): number => Number(/\d+/.exec(cell ?? '')?.[0]);
    expect(row((await readOtherEnd(ports, 'Drift', 'C4'))?.cell)).toBe(row(before?.cell) + 1);
  });
});

describe('ribbonCommands', () => {
  it('undoes without a page, and opens the pane only to say that there is nothing', async () => {
    const reading = await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const requests: unknown[] = [];
    let shown = 0;
    const commands = ribbonCommands({ ports, request: (request) => requests.push(request), showPane: () => Promise.resolve(void (shown += 1)), texts: sv });
    await writeSheets(ports, reading, choice);
    await commands.undoWriting();
    expect([requests, shown]).toEqual([['undone'], 0]);
    await commands.undoWriting();
    expect([requests.at(-1), shown]).toEqual([{ said: 'Det finns ingen skrivning att ångra.' }, 1]);
  });

  it('says in the pane why something was refused', async () => {
    await open(workbookOf(emptySheet('Drift', drift('okt'))));
    const requests: unknown[] = [];
    host.failAt({ code: 'AccessDenied' });
    await ribbonCommands({ ports, request: (request) => requests.push(request), showPane: () => Promise.resolve(), texts: sv }).repairFormulas();
    expect(requests).toEqual([{ said: expect.stringContaining('skyddat') as string }]);
  });
});
