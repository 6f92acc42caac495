import { createHost, type Host, type HostOptions } from '../../../src/workbench/host/createHost';

describe.each(['excel-win32', 'excel-web'] as const)('refusals on the %s build', (library) => {
  let host: Host;
  const open = async (options: Partial<HostOptions> = {}): Promise<void> => {
    host = await createHost({ content: undefined, library, ...options });
  };
  afterEach(() => host.dispose());

  /** Runs a batch of one sync on the first sheet. */
  const run = (act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> =>
    Excel.run(async (context) => {
      act(context.workbook.worksheets.getFirst(), context);
      await context.sync();
    });

  it('gives ItemNotFound for what is not there, and null objects where they are asked for', async () => {
    await open();
    await expect(run((_sheet, context) => context.workbook.worksheets.getItem('Saknas').load('name'))).rejects.toMatchObject({ code: 'ItemNotFound' });
    await expect(run((sheet) => sheet.tables.getItem('Saknas').load('name'))).rejects.toMatchObject({ code: 'ItemNotFound' });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Saknas').load('name');
      const range = sheet.getRange('A1').load('values');
      const name = context.workbook.names.getItemOrNullObject('Saknas').load('name');
      const setting = context.workbook.settings.getItemOrNullObject('Saknas').load('value');
      const property = context.workbook.worksheets.getFirst().customProperties.getItemOrNullObject('Saknas').load('value');
      await context.sync();
      expect([sheet, range, name, setting, property].map((item) => item.isNullObject)).toEqual([true, true, true, true, true]);
    });
  });

  it('gives PropertyNotLoaded for what was not loaded', async () => {
    await open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1').load('values');
      await context.sync();
      expect(range.values).toEqual([['']]);
      expect(() => range.text).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }) as Error);
    });
  });

  it.each(['', 'x'.repeat(32), 'a:b', 'a\\b', 'a/b', 'a?b', 'a*b', 'a[b', 'a]b', "'ab", "ab'", 'Historik', 'history'])('refuses the sheet name %j', async (name) => {
    await open();
    await expect(run((_sheet, context) => context.workbook.worksheets.add(name))).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(run((sheet) => (sheet.name = name))).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('refuses a sheet name that is taken, whatever its case', async () => {
    await open();
    await expect(run((_sheet, context) => context.workbook.worksheets.add('BLAD1'))).rejects.toMatchObject({ code: 'ItemAlreadyExists' });
    await run((sheet) => (sheet.name = 'blad1'));
  });

  it('refuses changes on a protected sheet, but not reading it nor writing to unlocked cells', async () => {
    await open();
    await run((sheet) => (sheet.getRange('B1').format.protection.locked = false));
    host.protectSheet('Blad1');
    const changes: ((sheet: Excel.Worksheet) => void)[] = [
      (sheet) => (sheet.getRange('A1').values = [[1]]),
      (sheet) => (sheet.getRange('A1').format.fill.color = 'red'),
      (sheet) => sheet.getRange('A1').clear(),
      (sheet) => sheet.getRange('1:1').insert('Down'),
      (sheet) => sheet.customProperties.add('a', 'b'),
      (sheet) => sheet.charts.add('Line', sheet.getRange('A1:B2')),
      (sheet) => sheet.freezePanes.freezeRows(1),
    ];
    for (const change of changes) await expect(run(change)).rejects.toMatchObject({ code: 'AccessDenied' });
    await run((sheet) => (sheet.getRange('B1').values = [[2]]));
    await run((sheet) => sheet.getRange('A1').load('values'));
    await run((sheet) => sheet.protection.unprotect());
    await run((sheet) => (sheet.getRange('A1').values = [[1]]));
  });

  it('refuses new, renamed and hidden sheets in a workbook whose structure is protected', async () => {
    await open();
    host.protectStructure();
    await expect(run((_sheet, context) => context.workbook.worksheets.add('Ny'))).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(run((sheet) => (sheet.name = 'Ny'))).rejects.toMatchObject({ code: 'AccessDenied' });
    await run((sheet) => (sheet.getRange('A1').values = [[1]]));
  });

  it('refuses every change of a workbook opened for reading', async () => {
    await open({ isReadOnly: true });
    await expect(run((sheet) => (sheet.getRange('A1').values = [[1]]))).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(run((_sheet, context) => context.workbook.settings.add('a', 1))).rejects.toMatchObject({ code: 'AccessDenied' });
    await Excel.run(async (context) => {
      context.workbook.load('readOnly');
      await context.sync();
      expect(context.workbook.readOnly).toBe(true);
    });
  });

  it('keeps at least one visible sheet', async () => {
    await open();
    await expect(run((sheet) => sheet.delete())).rejects.toMatchObject({ code: 'InvalidOperation' });
    await expect(run((sheet) => (sheet.visibility = 'Hidden'))).rejects.toMatchObject({ code: 'InvalidOperation' });
  });

  it('refuses members above its requirement set, and has them when it is higher', async () => {
    await open({ apiSet: '1.8' });
    await expect(run((sheet) => (sheet.pageLayout.orientation = 'Landscape'))).rejects.toMatchObject({ code: 'ApiNotFound' });
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.8')).toBe(true);
    host.dispose();
    await open();
    expect(['1.12', '1.13', '1.2'].map((version) => Office.context.requirements.isSetSupported('ExcelApi', version))).toEqual([true, false, true]);
    await run((sheet) => (sheet.pageLayout.orientation = 'Landscape'));
    await expect(run((sheet) => sheet.getRange('A1:B2').getMergedAreasOrNullObject())).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  it('names what it does not have', async () => {
    await open();
    await expect(run((sheet) => sheet.shapes.load('items'))).rejects.toMatchObject({ code: 'NotImplemented', debugInfo: { errorLocation: expect.stringContaining('hapes') as string } });
    await expect(run((sheet) => sheet.getRange('A1').load('linkedDataTypeState'))).rejects.toMatchObject({ code: 'NotImplemented', message: expect.stringContaining('Range.linkedDataTypeState') as string });
  });

  it('refuses requests and answers of more than five megabytes', async () => {
    await open();
    const wide = Array.from({ length: 200 }, () => Array.from({ length: 100 }, () => 'x'.repeat(300)));
    await expect(run((sheet) => (sheet.getRange('A1').getResizedRange(199, 99).values = wide))).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
    const half = wide.slice(0, 100);
    await run((sheet) => (sheet.getRange('A1').getResizedRange(99, 99).values = half));
    await run((sheet) => (sheet.getRange('A101').getResizedRange(99, 99).values = half));
    await expect(run((sheet) => sheet.getRange('A1').getResizedRange(199, 99).load('values'))).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
  });

  it('refuses while the user edits a cell, and waits when asked to', async () => {
    await open();
    host.editCell(true);
    await expect(run((sheet) => sheet.load('name'))).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    setTimeout(() => host.editCell(false), 20);
    const before = Date.now();
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getFirst().load('name');
      await context.sync();
    });
    expect(Date.now() - before).toBeGreaterThanOrEqual(10);
  });

  it('fails at the sync and with the code it was told to, before, midway and after', async () => {
    await open({ fail: { atSync: 2, code: 'GeneralException' } });
    await run((sheet) => (sheet.getRange('A1').values = [[1]]));
    await expect(run((sheet) => (sheet.getRange('A1').values = [[2]]))).rejects.toMatchObject({ code: 'GeneralException' });
    await run((sheet) => (sheet.getRange('A2').values = [[3]]));
    const [sheet] = (await host.toContent()).sheets;
    expect(sheet?.cells.map(({ value }) => value)).toEqual([1, 3]);
    host.failAt({ code: 'Timeout', afterChanges: Infinity });
    await expect(run((first) => (first.getRange('A3').values = [[4]]))).rejects.toMatchObject({ code: 'Timeout' });
    expect((await host.toContent()).sheets[0]?.cells.map(({ value }) => value)).toEqual([1, 3, 4]);
    host.failAt({ code: 'AccessDenied', afterChanges: 1 });
    await expect(run((first) => {
      first.getRange('A4').values = [[5]];
      first.getRange('A5').values = [[6]];
    })).rejects.toMatchObject({ code: 'AccessDenied' });
    expect((await host.toContent()).sheets[0]?.cells.map(({ value }) => value)).toEqual([1, 3, 4, 5]);
  });

  it('carries out what stands before a refused action, as Excel does', async () => {
    await open();
    await expect(run((sheet) => {
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A2').values = [['=SUM(']];
      sheet.getRange('A3').values = [[3]];
    })).rejects.toMatchObject({ code: 'InvalidArgument', debugInfo: { errorLocation: 'Range.values' } });
    expect((await host.toContent()).sheets[0]?.cells).toEqual([{ row: 0, column: 0, value: 1 }]);
  });

  it('counts syncs and bytes, and what is still held', async () => {
    await open();
    await run((sheet) => sheet.getRange('A1').load('values'));
    expect(host.counts).toMatchObject({ syncs: 1, references: 0, handlers: 0 });
    expect(host.counts.requestBytes).toBeGreaterThan(100);
    expect(host.counts.responseBytes).toBeGreaterThan(50);
  });

  it('keeps several hosts apart', async () => {
    await open();
    const other = await createHost({ content: undefined, library });
    await run((sheet) => (sheet.getRange('A1').values = [['annan']]));
    host.activate();
    await run((sheet) => (sheet.getRange('A1').values = [['denna']]));
    other.activate();
    await run((sheet) => (sheet.getRange('A2').values = [['annan']]));
    expect((await host.toContent()).sheets[0]?.cells.map(({ value }) => value)).toEqual(['denna']);
    expect((await other.toContent()).sheets[0]?.cells.map(({ value }) => value)).toEqual(['annan', 'annan']);
    other.dispose();
    await run((sheet) => (sheet.getRange('A2').values = [['denna']]));
    expect((await host.toContent()).sheets[0]?.cells).toHaveLength(2);
  });
});
