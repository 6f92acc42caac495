import { createHost, type Host } from '../../../src/workbench/host/createHost';
import type { FileContent, FileSheet } from '../../../src/workbench/host/fileContent';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import { firstSheet } from '../../support/firstSheet';

const plain = emptySheet('Budget');

describe.each(['excel-win32', 'excel-web'] as const)('workbooks out of files on the %s build', (library) => {
  let host: Host;
  const open = async (content?: FileContent): Promise<void> => {
    host = await createHost({ content, library });
  };
  const first = (): Promise<FileSheet> => firstSheet(host);
  afterEach(() => host.dispose());

  it('gives back a file as it came', async () => {
    const sheet: FileSheet = {
      ...plain,
      cells: [
        { row: 0, column: 0, value: 'Konto', style: 0 }, { row: 0, column: 1, value: 'Budget', style: 0 }, { row: 1, column: 0, value: '4000' }, { row: 1, column: 1, value: -12.5, style: 1 }, { row: 2, column: 0, value: true }, { row: 2, column: 1, value: 999, formula: 'B2*2' },
        { row: 3, column: 0, value: { error: '#N/A' } }, { row: 4, column: 0, value: 1, formula: 'SEQUENCE(2)', spill: 'A5:A6' }, { row: 5, column: 0, value: 2 }, { row: 6, column: 1, value: { error: '#REF!' }, formula: '#REF!+1' }, { row: 8, column: 2, value: null, style: 2 },
      ],
      styles: [
        { font: { name: 'Arial', size: 12, bold: true, italic: true, underline: true, strike: true, color: '#FFFFFF' }, fill: '#4472C4', borders: { bottom: { style: 'double', color: '#000000' }, left: { style: 'mediumDashed', color: '#FF0000' } }, horizontal: 'center', vertical: 'center', wrap: true },
        { numberFormat: '#,##0;[Red]-#,##0', indent: 2, horizontal: 'centerContinuous' },
        { locked: false },
      ],
      merges: ['C1:D2'],
      columns: new Map([[0, { width: 20 }], [3, { hidden: true, level: 1, collapsed: true }]]),
      rows: new Map([[0, { height: 30 }], [7, { hidden: true }]]),
      frozen: { rows: 1, columns: 1 }, showGridlines: false, tabColor: '#FFC000', isProtected: true,
      print: { orientation: 'landscape', paper: 'a4', fitWidth: 1, fitHeight: 0, area: 'A1:B7', titleRows: [0, 0], titleColumns: [0, 1], header: { left: 'Nämnd' }, footer: { right: '&P' }, rowBreaks: [4], margins: { left: 0.5, right: 0.5, top: 1, bottom: 1 }, centerHorizontally: true },
      tables: [{ name: 'Plan', range: 'F1:G3', columns: ['Kolumn1', 'Kolumn2'], style: 'TableStyleLight9', hasHeader: false, hasTotals: false, showBandedRows: false }],
      conditionals: [{ type: 'formula', range: 'B2:B9', formula: 'B2<0', style: { font: { color: '#FF0000' } } }, { type: 'cellValue', range: 'A1:A4', operator: 'between', formulas: ['1', '2'], style: { fill: '#FFFF00' } }, { type: 'dataBar', range: 'C1:C9', positive: '#00FF00', negative: '#FF0000' }],
      validations: [{ range: 'D1:D5', type: 'list', list: ['Ja', 'Nej'], title: 'Svar', message: 'Välj' }, { range: 'E1', type: 'whole', operator: 'greaterThanOrEqual', formula1: '0' }],
      comments: [{ cell: 'B2', author: 'Anna', text: 'Kolla', isThreaded: false }],
      links: [{ cell: 'A1', reference: "'Budget'!B2", tip: 'Till' }, { cell: 'A2', address: 'https://example.se/' }],
      properties: { 'von.sheet': 'x' },
      charts: [{ name: 'Diagram', type: 'line', title: 'Utfall', series: [{ name: 'a', values: "'Budget'!$B$2:$B$3", categories: "'Budget'!$A$2:$A$3", line: { color: '#FF0000', width: 2 } }], from: { row: 10, column: 1 }, to: { row: 20, column: 6 }, hasLegend: true }],
    };
    const content: FileContent = {
      ...workbookOf(sheet, { ...plain, name: 'Dold', visibility: 'veryHidden' }, { ...plain, name: 'Gömd', visibility: 'hidden' }),
      names: [{ name: 'Total', formula: "'Budget'!$B$3" }, { name: 'lokal', formula: 'Budget!$A$1', scope: 'Budget', hidden: true }],
      settings: { a: [1] }, activeSheet: 0, isStructureProtected: true, dropped: ['makron'],
    };
    await open(content);
    const saved = await host.toContent();
    const width = saved.sheets[0]?.columns.get(0)?.width ?? 0;
    expect(Math.abs(width - 20)).toBeLessThan(1 / 7);
    const [given] = content.sheets;
    expect(saved.sheets[0]).toEqual({ ...given, columns: new Map([[0, { width }], [3, { hidden: true, level: 1, collapsed: true }]]) });
    expect({ ...saved, sheets: [] }).toEqual({ ...content, sheets: [] });
    expect(saved.sheets.slice(1)).toEqual(content.sheets.slice(1));
  });

  it('carries filters, zoom, default width and the workbook’s font through', async () => {
    const carried = { autoFilter: 'A1:B2', zoom: 85, defaultWidth: 14, summaryAbove: true, summaryLeft: true };
    const content: FileContent = { ...workbookOf({ ...emptySheet('Blad1', [['a', 'b'], [1, 2]]), ...carried }), defaultFont: { name: 'Arial', size: 9 } };
    await open(content);
    const back = await host.toContent();
    expect(back).toMatchObject({ defaultFont: { name: 'Arial', size: 9 }, sheets: [carried] });
  });

  it('shows the results saved in a file until something they depend on changes', async () => {
    const cells = [{ row: 0, column: 0, value: 2 }, { row: 0, column: 1, value: 777, formula: 'A1*2' }, { row: 0, column: 2, value: null, formula: 'A1*3' }, { row: 0, column: 3, value: 888, formula: 'namn*4' }, { row: 0, column: 4, value: 999, formula: 'SUM(Plan[plan])' }];
    const tables = [{ name: 'Plan', range: 'G1:G2', columns: ['plan'], hasHeader: true, hasTotals: false }];
    const table = [{ row: 0, column: 6, value: 'plan' }, { row: 1, column: 6, value: 3 }];
    await open({ ...workbookOf({ ...plain, cells: [...cells, ...table], tables }), names: [{ name: 'namn', formula: 'Budget!$A$1' }] });
    const results = async (): Promise<unknown[]> => (await first()).cells.slice(0, 5).map(({ value }) => value);
    expect(await results()).toEqual([2, 777, 6, 888, 999]);
    await host.typeInCell('Budget', 'A1', 5);
    expect(await results()).toEqual([5, 10, 15, 20, 999]);
    await host.typeInCell('Budget', 'G2', 4);
    expect(await results()).toEqual([5, 10, 15, 20, 4]);
  });

  it('opens a ledger of a hundred thousand rows in a few seconds', async () => {
    const cells = Array.from({ length: 100_000 }, (_, row) => Array.from({ length: 9 }, (_cell, column) => ({ row, column, value: column === 0 ? `konto ${row}` : row * column }))).flat();
    const start = Date.now();
    await open(workbookOf({ ...plain, cells }));
    expect(Date.now() - start).toBeLessThan(8_000);
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getFirst().getUsedRange(true).load('address');
      const last = context.workbook.worksheets.getFirst().getRange('A99999:I100000').load('values');
      await context.sync();
      expect(used.address).toBe('Budget!A1:I100000');
      expect(last.values[1]?.[8]).toBe(99_999 * 8);
    });
  });
});
