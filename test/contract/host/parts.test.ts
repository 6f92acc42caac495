import { createHost, type Host } from '../../../src/workbench/host/createHost';
import type { FileContent, FileSheet } from '../../../src/workbench/host/fileContent';
import { firstSheet } from '../../support/firstSheet';

describe.each(['excel-win32', 'excel-web'] as const)('parts of a workbook on the %s build', (library) => {
  let host: Host;
  const open = async (content?: FileContent): Promise<void> => {
    host = await createHost({ content, library });
  };
  const first = (): Promise<FileSheet> => firstSheet(host);
  afterEach(() => host.dispose());

  it('adds, renames, moves, hides, copies and deletes sheets, and formulas follow', async () => {
    await open();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add('Två');
      sheet.getRange('A1').formulas = [['=Blad1!A1+1']];
      worksheets.getItem('Blad1').getRange('A1').values = [[4]];
      await context.sync();
      worksheets.getItem('Blad1').name = 'Åtgärder 2025';
      sheet.position = 0;
      sheet.tabColor = '#00FF00';
      const copy = sheet.copy('End').load('name,position');
      sheet.visibility = 'VeryHidden';
      const formula = sheet.getRange('A1').load('formulas,values');
      worksheets.load('items/name,items/visibility,items/tabColor');
      const visible = worksheets.getCount(true);
      await context.sync();
      expect(formula.toJSON()).toMatchObject({ formulas: [["='Åtgärder 2025'!A1+1"]], values: [[5]] });
      expect(worksheets.items.map((item) => [item.name, item.visibility, item.tabColor])).toEqual([['Två', 'VeryHidden', '#00FF00'], ['Åtgärder 2025', 'Visible', ''], ['Två (2)', 'Visible', '#00FF00']]);
      expect(visible.value).toBe(2);
      copy.delete();
      await context.sync();
      const kept = worksheets.getItemOrNullObject('Två (2)').load('name');
      await context.sync();
      expect(kept.isNullObject).toBe(true);
    });
  });

  it('copies a sheet with its spilled formulas and its properties', async () => {
    await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').formulas = [['=SEQUENCE(2)']];
      sheet.getRange('B1').format.fill.color = '#112233';
      sheet.customProperties.add('von.sheet', 'x');
      await context.sync();
      const copy = sheet.copy('End');
      const values = copy.getRange('A1:A2').load('values');
      const fill = copy.getRange('B1').format.fill.load('color');
      const property = copy.customProperties.getItem('von.sheet').load('value');
      await context.sync();
      expect([values.values, fill.color, property.value]).toEqual([[[1], [2]], '#112233', 'x']);
    });
  });

  it('keeps tables, their columns and structured references', async () => {
    await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B3').values = [['konto', 'utfall'], ['4000', 10], ['5000', 32]];
      const table = sheet.tables.add('A1:B3', true);
      table.name = 'Utfall';
      table.style = 'TableStyleLight1';
      sheet.getRange('D1').formulas = [['=SUM(Utfall[utfall])']];
      const columns = table.columns.load('items/name');
      const body = table.getDataBodyRange().load('address');
      const sum = sheet.getRange('D1').load('values');
      const found = context.workbook.tables.getItemOrNullObject('utfall').load('name,showTotals,style');
      await context.sync();
      expect(columns.items.map(({ name }) => name)).toEqual(['konto', 'utfall']);
      expect([body.address, sum.values, found.style]).toEqual(['Blad1!A2:B3', [[42]], 'TableStyleLight1']);
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('B4').values = [[40]];
      const moved = table.getRange().load('address');
      const after = sheet.getRange('D2').load('values');
      await context.sync();
      expect([moved.address, after.values]).toEqual(['Blad1!A2:B4', [[50]]]);
    });
    expect((await first()).tables).toEqual([{ name: 'Utfall', range: 'A2:B4', columns: ['konto', 'utfall'], style: 'TableStyleLight1', hasHeader: true, hasTotals: false, showBandedRows: true }]);
  });

  it('keeps names, hidden ones too, with their references', async () => {
    await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A2').values = [[20], [22]];
      const name = context.workbook.names.add('von.plan', sheet.getRange('A1:A2'));
      name.visible = false;
      sheet.names.add('lokal', '=Blad1!$A$1');
      sheet.getRange('B1').formulas = [['=SUM(von.plan)+lokal']];
      const sum = sheet.getRange('B1').load('values');
      const range = name.getRange().load('address');
      name.load('formula,visible,type');
      await context.sync();
      expect([sum.values, range.address, name.formula, name.visible, name.type]).toEqual([[[62]], 'Blad1!A1:A2', '=Blad1!$A$1:$A$2', false, 'Range']);
    });
    expect((await host.toContent()).names).toEqual([{ name: 'von.plan', formula: 'Blad1!$A$1:$A$2', hidden: true }, { name: 'lokal', formula: 'Blad1!$A$1', scope: 'Blad1' }]);
    await expect(Excel.run(async (context) => {
      context.workbook.names.add('R12', '=1');
      await context.sync();
    })).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('keeps settings and custom properties of sheets', async () => {
    await open();
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('von.tolkning', { tecken: 'minus', rader: [1, 2] });
      const { customProperties } = context.workbook.worksheets.getFirst();
      customProperties.add('von.sheet', 'atgardsplan');
      customProperties.add('VON.SHEET', 'avvikelse');
      await context.sync();
      const setting = settings.getItem('von.tolkning').load('value');
      const property = customProperties.getItem('von.sheet').load('key,value');
      customProperties.load('items/key,items/value');
      await context.sync();
      expect(setting.value).toEqual({ tecken: 'minus', rader: [1, 2] });
      expect([property.key, property.value, customProperties.items.length]).toEqual(['von.sheet', 'avvikelse', 1]);
      setting.delete();
      await context.sync();
    });
    expect((await host.toContent()).settings).toEqual({});
    expect((await first()).properties).toEqual({ 'von.sheet': 'avvikelse' });
  });

  it('keeps conditional formats, data bars and drop-downs', async () => {
    await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const rule = sheet.getRange('A2:A9').conditionalFormats.add('Custom');
      rule.custom.rule.formula = '=$B2<0';
      rule.custom.format.font.color = '#9C0006';
      rule.custom.format.fill.color = '#FFC7CE';
      const bar = sheet.getRange('B2:B9').conditionalFormats.add('DataBar');
      bar.dataBar.lowerBoundRule = { type: 'Number', formula: '-100' };
      bar.dataBar.upperBoundRule = { type: 'Number', formula: '100' };
      bar.dataBar.positiveFormat.fillColor = '#00AA00';
      bar.dataBar.negativeFormat.fillColor = '#AA0000';
      const value = sheet.getRange('C2:C9').conditionalFormats.add('CellValue');
      value.cellValue.rule = { formula1: '=5', operator: 'GreaterThan' };
      value.cellValue.format.font.bold = true;
      sheet.getRange('D2:D9').dataValidation.rule = { list: { inCellDropDown: true, source: 'Ja,Nej' } };
      const validation = sheet.getRange('D3').dataValidation.load('type,rule');
      const formats = sheet.getRange('A1:C9').conditionalFormats.load('items/type');
      await context.sync();
      expect(validation.toJSON()).toMatchObject({ type: 'List', rule: { list: { source: 'Ja,Nej' } } });
      expect(formats.items.map(({ type }) => type).sort()).toEqual(['CellValue', 'Custom', 'DataBar']);
    });
    const sheet = await first();
    expect(sheet.conditionals).toEqual([
      { type: 'cellValue', range: 'C2:C9', operator: 'greaterThan', formulas: ['5'], style: { font: { bold: true } } },
      { type: 'dataBar', range: 'B2:B9', minimum: -100, maximum: 100, positive: '#00AA00', negative: '#AA0000' },
      { type: 'formula', range: 'A2:A9', formula: '$B2<0', style: { font: { color: '#9C0006' }, fill: '#FFC7CE' } },
    ]);
    expect(sheet.validations).toEqual([{ range: 'D2:D9', type: 'list', list: ['Ja', 'Nej'] }]);
  });

  it('keeps the print set-up, page breaks and frozen panes', async () => {
    await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      pageLayout.setPrintTitleRows('$3:$4');
      pageLayout.setPrintArea('A1:H40');
      pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Sida &P av &N';
      sheet.horizontalPageBreaks.add('A20:H20');
      sheet.freezePanes.freezeAt('A1:B4');
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const titles = pageLayout.getPrintTitleRowsOrNullObject().load('address');
      pageLayout.load('orientation,zoom');
      await context.sync();
      expect([frozen.address, titles.address, pageLayout.orientation, pageLayout.zoom]).toEqual(['Blad1!A1:B4', 'Blad1!3:4', 'Landscape', { horizontalFitToPages: 1, verticalFitToPages: 0 }]);
    });
    const sheet = await first();
    expect(sheet.frozen).toEqual({ rows: 4, columns: 2 });
    expect(sheet.print).toEqual({ orientation: 'landscape', paper: 'a4', fitWidth: 1, fitHeight: 0, area: 'A1:H40', titleRows: [2, 3], footer: { center: 'Sida &P av &N' }, rowBreaks: [19] });
  });

  it('keeps charts with their series, marks and place', async () => {
    await open();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:C3').values = [['', 'bas', 'effekt'], ['jan', 10, 2], ['feb', 11, -3]];
      const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A1:C3'), 'Columns');
      chart.name = 'Bro';
      chart.title.text = 'Prognosen försämras';
      chart.legend.visible = false;
      chart.axes.valueAxis.minimum = 0;
      chart.setPosition('E2', 'J15');
      const base = chart.series.getItemAt(0);
      base.format.fill.clear();
      base.gapWidth = 50;
      base.hasDataLabels = true;
      const added = chart.series.add('mål');
      added.setValues(sheet.getRange('C2:C3'));
      added.setXAxisValues(sheet.getRange('A2:A3'));
      added.format.fill.setSolidColor('#123456');
      added.format.line.color = '#654321';
      added.format.line.lineStyle = 'Dash';
      chart.series.load('items/name');
      sheet.charts.load('items/name');
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(['bas', 'effekt', 'mål']);
      expect(sheet.charts.items.map(({ name }) => name)).toEqual(['Bro']);
    });
    expect((await first()).charts).toEqual([
      {
        name: 'Bro', type: 'columnStacked', title: 'Prognosen försämras', hasLegend: false, axisMinimum: 0, gapWidth: 50, from: { row: 1, column: 4 }, to: { row: 15, column: 10 },
        series: [
          { name: 'bas', values: "'Blad1'!$B$2:$B$3", categories: "'Blad1'!$A$2:$A$3", fill: 'none', hasLabels: true },
          { name: 'effekt', values: "'Blad1'!$C$2:$C$3", categories: "'Blad1'!$A$2:$A$3" },
          { name: 'mål', values: "'Blad1'!$C$2:$C$3", categories: "'Blad1'!$A$2:$A$3", fill: '#123456', line: { color: '#654321', dash: true } },
        ],
      },
    ]);
    await expect(Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.charts.add('Treemap', sheet.getRange('A1:C3'));
      await context.sync();
    })).rejects.toMatchObject({ code: 'NotImplemented' });
  });

  it('keeps comments', async () => {
    await open();
    await Excel.run(async (context) => {
      const comments = context.workbook.comments;
      comments.add('Blad1!B2', 'Stäm av med enheten');
      const comment = comments.getItemByCell('Blad1!B2').load('content');
      const place = comment.getLocation().load('address');
      await context.sync();
      expect([comment.content, place.address]).toEqual(['Stäm av med enheten', 'Blad1!B2']);
    });
    expect((await first()).comments).toEqual([expect.objectContaining({ cell: 'B2', text: 'Stäm av med enheten', isThreaded: true })]);
  });
});
