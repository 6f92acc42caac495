import { excelSettingsStore } from '../../../src/excel/excelSettingsStore';
import { excelSheetWriter } from '../../../src/excel/excelSheetWriter';
import { excelWorkbookReader } from '../../../src/excel/excelWorkbookReader';
import { createHost } from '../../../src/workbench/host/createHost';
import type { Host, HostOptions } from '../../../src/workbench/host/createHost';
import { valueAt } from '../../../src/workbook/grid';
import type { SheetGrid } from '../../../src/workbook/grid';
import type { SheetSpec } from '../../../src/workbook/write/sheetSpec';
import { comparableContent } from '../../support/comparableContent';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import { richSpec } from '../../support/specBuilder';

const source = emptySheet('Källa 1', [['Verksamhet', 'Budget', 'Utfall'], ['Hemtjänst', -221.3, -247.1], ['Särskilt boende', -301.3, -299.8]]);
const writer = excelSheetWriter({ now: () => new Date('2025-01-28T14:36:00Z'), wait: () => Promise.resolve() });
const plan = (): SheetSpec => richSpec({ kind: 'atgardsplan', name: 'Åtgärdsplan', charts: [], links: [], columnGroups: [] });

let host: Host;
const open = async (options: Partial<HostOptions> = {}): Promise<void> => {
  host = await createHost({ content: workbookOf(source), ...options });
};
const content = async (): Promise<unknown> => comparableContent(await host.toContent());
const sheetNamed = async (name: string): Promise<SheetGrid> => {
  const { sheets } = await excelWorkbookReader().readWorkbook({ sheets: [name] });
  const [sheet] = sheets;
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
/** The spec as a second writing: other figures, one row less, another chart, and the place of the removed row cleared. */
async function rewriting(): Promise<SheetSpec> {
  const { id } = await sheetNamed('Avvikelseanalys');
  return richSpec({
    existingId: id,
    blocks: [
      { top: 1, left: 0, values: [['Nämnden, omskriven']] },
      { top: 4, left: 0, values: [['Hemtjänst, ny', 1, 2, { formula: '=C5-B5' }, 'C2'], ['Summa', { formula: '=B5' }, { formula: '=C5' }, { formula: '=D5' }, null]] },
    ],
    cleared: [{ top: 6, left: 0, bottom: 6, right: 4 }],
    formats: [{ area: { top: 5, left: 0, bottom: 5, right: 3 }, style: { italic: true, fill: '#FFF2CC' } }],
    columnWidths: [{ column: 0, width: 50 }, { column: 1, width: 12 }],
    conditionals: [],
    charts: [{ ...richSpec().charts[0], type: 'line', name: 'Brygga', title: 'Annan rubrik', categories: { top: 4, left: 0, bottom: 4, right: 0 }, series: [{ name: 'Utfall', values: { top: 4, left: 2, bottom: 4, right: 2 }, fill: '#1F4E79' }], area: { top: 9, left: 0, bottom: 20, right: 3 }, hasLegend: true }],
    frozen: { rows: 3, columns: 1 },
    properties: new Map([['von.version', 'Delår 2025']]),
  });
}

afterEach(() => host.dispose());

describe('excelSheetWriter', () => {
  it('writes values, live formulas and everything around them in at most four syncs', async () => {
    await open();
    const before = host.counts.syncs;
    const { written } = await writer.writeSheets([richSpec(), plan()]);
    expect(host.counts.syncs - before).toBeLessThanOrEqual(4);
    expect(written).toEqual([{ sheet: 'Avvikelseanalys', range: 'A1:E7', isNew: true }, { sheet: 'Åtgärdsplan', range: 'A1:E7', isNew: true }]);
    const sheet = await sheetNamed('Avvikelseanalys');
    expect(valueAt(sheet, 4, 3)).toBeCloseTo(-25.8, 9);
    expect(valueAt(sheet, 6, 3)).toBeCloseTo(-24.3, 9);
    expect(sheet.formulas.get('4,1')).toBe("='Källa 1'!B2");
    const [, file] = (await host.toContent()).sheets;
    expect(file).toMatchObject({ frozen: { rows: 4, columns: 0 }, tabColor: '#1F4E79', print: { orientation: 'landscape', titleRows: [0, 3], fitWidth: 1, rowBreaks: [9] } });
    expect(file?.conditionals.map(({ type }) => type).sort()).toEqual(['dataBar', 'formula']);
    expect(file?.validations[0]).toMatchObject({ list: ['Förslag', 'Beslutad', 'Pågår'] });
    expect(file?.charts).toMatchObject([{ name: 'Brygga', type: 'columnStacked', title: 'Hemtjänst står för underskottet' }]);
    expect(file?.charts[0]?.series).toHaveLength(2);
    expect(file?.links).toMatchObject([{ cell: 'E5', reference: "'Källa 1'!C2" }]);
    expect(file?.columns.get(6)).toMatchObject({ level: 1, hidden: true });
    expect(file?.properties).toMatchObject({ 'von.sheet': 'avvikelseanalys', 'von.version': 'Helår 2024' });
  });

  it('tells the lines of a chart by name at their last point, and formats or hides its axis', async () => {
    await open();
    const values = { top: 4, left: 3, bottom: 5, right: 3 };
    const line = { name: 'R12', values, fill: 'none', line: { color: '#0F6CBD' }, endLabel: 'above' } as const;
    const [bridge] = richSpec().charts;
    if (!bridge) throw new Error('no chart');
    await writer.writeSheets([richSpec({ charts: [{ ...bridge, isAxisHidden: true }, { ...bridge, name: 'Linje', type: 'line', axisFormat: '0"\u00a0"%', series: [line, { ...line, name: 'Månad', endLabel: 'below', line: { color: '#707070' } }] }] })]);
    expect((await host.toContent()).sheets[1]?.charts).toMatchObject([
      { name: 'Brygga', isAxisHidden: true },
      { name: 'Linje', axisFormat: '0"\u00a0"%', series: [{ name: 'R12', pointLabel: { point: 1, place: 'above', color: '#0F6CBD' } }, { name: 'Månad', pointLabel: { point: 1, place: 'below', color: '#707070' } }] },
    ]);
  });

  it('draws every point of a line that begins with a gap', async () => {
    await open();
    const [bridge] = richSpec().charts;
    if (!bridge) throw new Error('no chart');
    const values = { top: 3, left: 4, bottom: 6, right: 4 };
    await writer.writeSheets([richSpec({ links: [], charts: [{ ...bridge, type: 'line', categories: { ...values, left: 0, right: 0 }, series: [{ name: 'R12', values, fill: 'none', endLabel: 'above' }] }] })]);
    expect((await host.toContent()).sheets[1]?.charts[0]?.series).toMatchObject([{ values: "'Avvikelseanalys'!$E$4:$E$7", pointLabel: { point: 3 } }]);
  });

  it('writes all sheets of a usual workbook in at most six syncs', async () => {
    await open();
    const specs = ['avvikelseanalys', 'atgardsplan', 'effektPerManad', 'nyckeltalR12', 'avstamning', 'version'] as const;
    const before = host.counts.syncs;
    await writer.writeSheets(specs.map((kind) => richSpec({ kind, name: `Blad ${kind}` })));
    expect(host.counts.syncs - before).toBeLessThanOrEqual(6);
  });

  it('keeps every request under 5 MB', async () => {
    await open();
    const values = Array.from({ length: 9000 }, (_, row) => Array.from({ length: 12 }, (_unused, column) => `Åtgärd ${row} i kolumn ${column} med ett långt namn på svenska`));
    await writer.writeSheets([richSpec({ blocks: [{ top: 3, left: 0, values }], charts: [], links: [], conditionals: [] })]);
    expect(host.counts.largestRequest).toBeLessThan(5_000_000);
    expect(valueAt(await sheetNamed('Avvikelseanalys'), 9002, 11)).toBe('Åtgärd 8999 i kolumn 11 med ett långt namn på svenska');
  }, 120_000);

  const unsafe = ['=1+1', '+46 8 123', '-5', '- Vakanshållning', '@SUMMA', '\t=1', '"citat"', "'apostrof", 'maj 2024', '2024-01-01', '12 %', '1E5', '0012', 'SANT', 'TRUE', '#N/A', '#REF!', '#SAKNAS!', '2021', '1,5', '12%', '1 234', '2025-01-01', '01/02', 'FALSKT', 'false', '=cmd|\' /C calc\'!A0', '👩‍⚕️ vård', 'مرحبا', '\u202Eabc', 'rad 1\nrad 2', 'x'.repeat(32_767), `=${'x'.repeat(32_766)}`, 'Hemtjänst', ' inledande blanksteg'];
  it('writes text as text whatever it begins with', async () => {
    await open();
    await writer.writeSheets([richSpec({ blocks: [{ top: 0, left: 0, values: unsafe.map((text) => [text]) }], charts: [], links: [], conditionals: [], formats: [] })]);
    const sheet = await sheetNamed('Avvikelseanalys');
    expect(sheet.formulas.size).toBe(0);
    expect(unsafe.map((_, row) => valueAt(sheet, row, 0))).toEqual(unsafe);
  });

  it('drops the control characters that a workbook file cannot hold', async () => {
    await open();
    await writer.writeSheets([richSpec({ blocks: [{ top: 0, left: 0, values: [['Hem\u0000tj\u0007änst\uD800']] }], charts: [], links: [], conditionals: [], formats: [] })]);
    expect(valueAt(await sheetNamed('Avvikelseanalys'), 0, 0)).toBe('Hemtjänst');
  });

  it('writes the text of a link as text', async () => {
    await open();
    await writer.writeSheets([richSpec({ links: [{ row: 12, column: 4, reference: "'Källa 1'!A1", text: '=1+1' }] })]);
    const sheet = await sheetNamed('Avvikelseanalys');
    expect(valueAt(sheet, 12, 4)).toBe('=1+1');
    expect(sheet.formulas.has('12,4')).toBe(false);
  });

  it.each([
    ['a protected sheet of ours', 'protected-sheet'],
    ['a sheet of that name that is not ours', 'name-taken'],
    ['a protected workbook', 'protected-workbook'],
  ])('refuses %s before anything is changed', async (_case, code) => {
    await open();
    let spec = richSpec();
    if (code === 'protected-sheet') {
      await writer.writeSheets([spec]);
      spec = richSpec({ existingId: (await sheetNamed('Avvikelseanalys')).id });
      host.protectSheet('Avvikelseanalys');
    } else if (code === 'name-taken') spec = richSpec({ name: 'källa 1' });
    else host.protectStructure();
    const before = await content();
    await expect(writer.writeSheets([spec])).rejects.toMatchObject({ code, isRestored: true });
    expect(await content()).toEqual(before);
  });

  it('never touches a sheet that is not ours, even when told its id', async () => {
    await open();
    const before = await content();
    await expect(writer.writeSheets([richSpec({ existingId: (await sheetNamed('Källa 1')).id })])).rejects.toMatchObject({ code: 'name-taken', place: { sheet: 'Källa 1' } });
    expect(await content()).toEqual(before);
  });

  it('leaves cells and widths of the user on a sheet of ours alone', async () => {
    await open();
    await writer.writeSheets([richSpec()]);
    await host.typeInCell('Avvikelseanalys', 'J5', 'min anteckning');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Avvikelseanalys').getRange('A:A').format.columnWidth = 77;
      await context.sync();
    });
    await writer.writeSheets([await rewriting()]);
    const sheet = await sheetNamed('Avvikelseanalys');
    expect(valueAt(sheet, 4, 9)).toBe('min anteckning');
    expect(valueAt(sheet, 4, 0)).toBe('Hemtjänst, ny');
    expect(valueAt(sheet, 6, 0)).toBeNull();
    expect(await columnPoints('A')).toBeCloseTo(77, 0);
  });

  async function columnPoints(column: string): Promise<number> {
    return Excel.run(async (context) => {
      const { format } = context.workbook.worksheets.getItem('Avvikelseanalys').getRange(`${column}1`);
      format.load('columnWidth');
      await context.sync();
      return format.columnWidth;
    });
  }

  describe('all or nothing', () => {
    /**
     * Writes again and again, each time with another sync refused; after each refusal the workbook must be as before. A sync with fewer
     * changes than are let through is not refused: that writing is undone, which must bring the workbook back as well.
     * @returns how many syncs were refused
     */
    async function failEachSync(specsOf: () => Promise<readonly SheetSpec[]>, fail: { readonly afterChanges?: number; readonly restoringFailsOnce?: boolean }): Promise<number> {
      const before = await content();
      let refused = 0;
      for (let atSync = 1; atSync < 40; atSync += 1) {
        const specs = await specsOf();
        const first = host.counts.syncs;
        host.failAt({ atSync, code: 'GeneralException', ...(fail.afterChanges === undefined ? {} : { afterChanges: fail.afterChanges }), times: fail.restoringFailsOnce ? 2 : 1 });
        const error = await writer.writeSheets(specs).then(() => null, (reason: unknown) => reason);
        if (error === null && host.counts.syncs - first < atSync) return refused;
        if (error === null) await writer.undoWriting().catch(() => writer.undoWriting());
        else refused += 1;
        // A refusal before anything was changed needs no restoring, so the second failure is still to come.
        if (fail.restoringFailsOnce) await writer.readInterrupted().catch(() => null);
        if (error !== null) expect(error).toMatchObject({ name: 'HostError', isRestored: true });
        expect(await content()).toEqual(before);
        expect(await writer.readInterrupted()).toBeNull();
      }
      throw new Error('the writing never succeeds');
    }

    it.each([
      ['nothing of the refused request is done', {}],
      ['three changes of it are done', { afterChanges: 3 }],
      ['thirty changes of it are done', { afterChanges: 30 }],
      ['all of it is done and only the answer is lost', { afterChanges: Infinity }],
      ['the restoring fails once as well', { restoringFailsOnce: true }],
      ['the restoring fails once, midway', { restoringFailsOnce: true, afterChanges: 8 }],
    ])('puts new sheets back at every sync when %s', async (_case, fail) => {
      await open();
      expect(await failEachSync(async () => [richSpec(), plan()], fail)).toBeGreaterThanOrEqual(1);
    }, 120_000);

    it.each([
      ['nothing of the refused request is done', {}],
      ['three changes of it are done', { afterChanges: 3 }],
      ['thirty changes of it are done', { afterChanges: 30 }],
      ['the restoring fails once as well', { restoringFailsOnce: true }],
      ['the restoring fails once, midway', { restoringFailsOnce: true, afterChanges: 25 }],
    ])('puts a rewritten sheet back at every sync when %s', async (_case, fail) => {
      await open();
      await writer.writeSheets([richSpec()]);
      await host.typeInCell('Avvikelseanalys', 'A6', 'ändrad av användaren');
      expect(await failEachSync(async () => [await rewriting(), plan()], fail)).toBeGreaterThanOrEqual(1);
    }, 120_000);

    it('can still undo the writing before a failed one', async () => {
      await open();
      const before = await content();
      await writer.writeSheets([richSpec()]);
      host.failAt({ atSync: 2, code: 'GeneralException' });
      await expect(writer.writeSheets([plan()])).rejects.toMatchObject({ isRestored: true });
      await writer.undoWriting();
      expect(await content()).toEqual(before);
    });

    it('leaves a mark when Excel no longer answers, and restores from it at the next start', async () => {
      await open();
      const before = await content();
      host.failAt({ atSync: 2, code: 'ConnectionFailure', afterChanges: 60 });
      host.failAt({ atSync: 3, code: 'ConnectionFailure', times: 2 });
      await expect(writer.writeSheets([richSpec(), plan()])).rejects.toMatchObject({ code: 'no-answer', isRestored: false });
      const next = excelSheetWriter({ now: () => new Date() });
      expect(await next.readInterrupted()).toEqual({ sheets: ['Avvikelseanalys', 'Åtgärdsplan'] });
      await next.undoWriting();
      expect(await content()).toEqual(before);
      expect(await next.readInterrupted()).toBeNull();
    });

    it('puts everything back when the user cancels between two requests', async () => {
      await open();
      const before = await content();
      const values = Array.from({ length: 9000 }, (_, row) => Array.from({ length: 12 }, (_unused, column) => `Åtgärd ${row} i kolumn ${column} med ett långt namn på svenska`));
      const signal = { aborted: false };
      let requests = 0;
      const writing = writer.writeSheets([richSpec({ blocks: [{ top: 3, left: 0, values }] })], { signal, onProgress: ({ phase }) => void (signal.aborted = phase === 'write' && ++requests === 2) });
      await expect(writing).rejects.toMatchObject({ code: 'cancelled', isRestored: true });
      expect(await content()).toEqual(before);
    }, 120_000);
  });

  describe('undoWriting', () => {
    it('removes new sheets and gives rewritten ones their old contents', async () => {
      await open();
      await writer.writeSheets([richSpec()]);
      const before = await host.toContent();
      await writer.writeSheets([await rewriting(), plan()]);
      expect(await writer.readUndo()).toEqual({ writtenAt: '2025-01-28T14:36:00.000Z', sheets: ['Åtgärdsplan', 'Avvikelseanalys'] });
      await writer.undoWriting();
      const after = await host.toContent();
      expect(comparableContent(after)).toEqual(comparableContent(before));
    });

    it('goes back one writing more when asked again', async () => {
      await open();
      const before = await content();
      await writer.writeSheets([richSpec()]);
      await writer.writeSheets([plan()]);
      await writer.undoWriting();
      expect(await writer.readUndo()).toMatchObject({ sheets: ['Avvikelseanalys'] });
      await writer.undoWriting();
      expect(await writer.readUndo()).toBeNull();
      expect(await content()).toEqual(before);
    });

    it('changes nothing when there is nothing to undo', async () => {
      await open();
      const before = await content();
      await writer.undoWriting();
      expect(await content()).toEqual(before);
    });

    it('lets a sheet of the same name that the user has made stand', async () => {
      await open();
      await writer.writeSheets([richSpec()]);
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Avvikelseanalys').delete();
        context.workbook.worksheets.add('Avvikelseanalys').getRange('A1').values = [['min egen']];
        await context.sync();
      });
      await writer.undoWriting();
      expect(valueAt(await sheetNamed('Avvikelseanalys'), 0, 0)).toBe('min egen');
    });
  });

  it('waits for a cell that is being edited', async () => {
    await open();
    let waits = 0;
    host.editCell(true);
    const patient = excelSheetWriter({
      now: () => new Date(),
      onCellEdit: () => {
        waits += 1;
        if (waits === 2) host.editCell(false);
      },
      wait: () => Promise.resolve(),
    });
    await patient.writeSheets([richSpec()]);
    expect(waits).toBe(2);
  });

  it('leaves what the settings held', async () => {
    await open();
    await excelSettingsStore().write(new Map([['von.threshold', { amountTkr: 500, share: 0.05 }]]));
    await writer.writeSheets([richSpec()]);
    expect(await excelSettingsStore().read('von.threshold')).toEqual({ amountTkr: 500, share: 0.05 });
  });
});
