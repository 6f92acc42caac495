import { createHost, type Host } from '../../../src/workbench/host/createHost';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import { firstSheet } from '../../support/firstSheet';

describe.each(['excel-win32', 'excel-web'] as const)('cells on the %s build', (library) => {
  let host: Host;
  beforeEach(async () => {
    host = await createHost({ content: undefined, library });
  });
  afterEach(() => host.dispose());

  /** What a range holds after `act` has worked on the first sheet. */
  const read = (address: string, act: (sheet: Excel.Worksheet) => void): Promise<Excel.Interfaces.RangeData> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      act(sheet);
      const range = sheet.getRange(address);
      range.load('values,formulas,text,numberFormat,valueTypes,address,hasSpill,rowHidden,columnHidden');
      await context.sync();
      return range.toJSON();
    });

  it.each([
    [12, 12, 'General'],
    [true, true, 'General'],
    ['Vård', 'Vård', 'General'],
    ['12', 12, 'General'],
    ['-3.5', -3.5, 'General'],
    ['12%', 0.12, '0%'],
    ['2026-08-01', 46235, 'yyyy-mm-dd'],
    ['1,5', '1,5', 'General'],
    ['1 234', '1 234', 'General'],
    ["'=A1", '=A1', 'General'],
    ["'- Vakans", '- Vakans', 'General'],
    ['true', true, 'General'],
    ['', '', 'General'],
    ['#N/A', '#N/A', 'General'],
  ])('takes %j as %j', async (input, value, format) => {
    const range = await read('B2', (sheet) => (sheet.getRange('B2').values = [[input]]));
    expect(range.values).toEqual([[value]]);
    expect(range.numberFormat).toEqual([[format]]);
  });

  it.each(['=1+1', '+1+1', '@A1', '-A1'])('turns %s into a formula', async (input) => {
    const range = await read('C3', (sheet) => (sheet.getRange('C3').values = [[input]]));
    expect(range.formulas?.[0]?.[0]).toMatch(/^=/);
  });

  it.each(['- text med ord', '=SUM(', '=SUMMA(A1;B1)', '=A1+'])('refuses %s as a broken formula', async (input) => {
    await expect(read('A1', (sheet) => (sheet.getRange('A1').values = [[input]]))).rejects.toMatchObject({ code: 'InvalidArgument' });
  });

  it('keeps text as it is where the number format is text', async () => {
    const range = await read('A1:B1', (sheet) => {
      sheet.getRange('A1:B1').numberFormat = [['@', '@']];
      sheet.getRange('A1:B1').values = [['=1+1', '- Vakans']];
    });
    expect(range.values).toEqual([['=1+1', '- Vakans']]);
    expect(range.valueTypes).toEqual([['String', 'String']]);
  });

  it('leaves a cell as it is for null, clears it for an empty text, and fills an area from one value', async () => {
    const range = await read('A1:C1', (sheet) => {
      sheet.getRange('A1:C1').values = 7 as never;
      sheet.getRange('A1:C1').values = [[null, '', 8]];
    });
    expect(range.values).toEqual([[7, '', 8]]);
    expect(range.valueTypes).toEqual([['Double', 'Empty', 'Double']]);
  });

  it('refuses a matrix of another shape and a text longer than a cell', async () => {
    await expect(read('A1', (sheet) => (sheet.getRange('A1:B2').values = [[1, 2]]))).rejects.toMatchObject({ code: 'InvalidArgument' });
    await expect(read('A1', (sheet) => (sheet.getRange('A1').values = [['x'.repeat(32_768)]]))).rejects.toMatchObject({ code: 'InvalidArgument' });
    expect((await read('A1', (sheet) => (sheet.getRange('A1').values = [['x'.repeat(32_767)]]))).values?.[0]?.[0]).toHaveLength(32_767);
  });

  it('computes in the same sync what was written in it, and again after each change', async () => {
    const first = await read('C1:C2', (sheet) => {
      sheet.getRange('A1:B1').values = [[2, 3]];
      sheet.getRange('C1:C2').formulas = [['=A1*B1'], ['=SUM(A1:C1)']];
    });
    expect(first.values).toEqual([[6], [11]]);
    expect((await read('C2', (sheet) => (sheet.getRange('A1').values = [[10]]))).values).toEqual([[43]]);
  });

  it('keeps formula and value when a format is set', async () => {
    const range = await read('A1', (sheet) => {
      sheet.getRange('A1').formulas = [['=6*7']];
      sheet.getRange('A1').format.fill.color = '#FFCC00';
      sheet.getRange('A1').numberFormat = [['#,##0.0']];
    });
    expect(range).toMatchObject({ formulas: [['=6*7']], values: [[42]], text: [['42,0']] });
  });

  it('shows numbers in Swedish separators', async () => {
    const range = await read('A1:B1', (sheet) => {
      sheet.getRange('A1:B1').values = [[-1114.4, 0.09]];
      sheet.getRange('A1:B1').numberFormat = [['#,##0.0', '0.0%']];
    });
    expect(range.text?.[0]?.map((text: string) => text.replace(/\s/g, ' '))).toEqual(['-1 114,4', '9,0%']);
  });

  it('spills an array, tells its area and parent, and shows #SPILL! where it is blocked', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').formulas = [['=SEQUENCE(3)']];
      const spill = sheet.getRange('A1').getSpillingToRange().load('address,values,hasSpill');
      const parent = sheet.getRange('A3').getSpillParent().load('address');
      const none = sheet.getRange('C1').getSpillingToRangeOrNullObject().load('address');
      await context.sync();
      expect(spill.toJSON()).toMatchObject({ address: 'Blad1!A1:A3', values: [[1], [2], [3]], hasSpill: true });
      expect(parent.address).toBe('Blad1!A1');
      expect(none.isNullObject).toBe(true);
      sheet.getRange('A2').values = [['i vägen']];
      const anchor = sheet.getRange('A1').load('values,valueTypes');
      await context.sync();
      expect(anchor.values).toEqual([['#SPILL!']]);
      expect(anchor.valueTypes).toEqual([['Error']]);
    });
  });

  it('finds used ranges with and without formats, and none on an empty sheet', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const empty = sheet.getUsedRangeOrNullObject(true).load('address');
      await context.sync();
      expect(empty.isNullObject).toBe(true);
      sheet.getRange('B2:C3').values = [[1, 2], [3, 4]];
      sheet.getRange('E9').format.fill.color = 'yellow';
      const values = sheet.getUsedRange(true).load('address');
      const all = sheet.getUsedRange().load('address');
      const region = sheet.getRange('B3').getSurroundingRegion().load('address');
      await context.sync();
      expect([values.address, all.address, region.address]).toEqual(['Blad1!B2:C3', 'Blad1!B2:E9', 'Blad1!B2:C3']);
    });
  });

  it('copies formulas with their references moved, values alone, and formats alone', async () => {
    const range = await read('C1:C3', (sheet) => {
      sheet.getRange('A1:B2').values = [[1, 2], [3, 4]];
      sheet.getRange('C1').formulas = [['=A1+$B$1']];
      sheet.getRange('C1').numberFormat = [['0.00']];
      sheet.getRange('C2').copyFrom('C1');
      sheet.getRange('C3').copyFrom('C1', Excel.RangeCopyType.values);
    });
    expect(range.formulas).toEqual([['=A1+$B$1'], ['=A2+$B$1'], [3]]);
    expect(range.values).toEqual([[3], [5], [3]]);
    expect(range.numberFormat).toEqual([['0.00'], ['0.00'], ['General']]);
  });

  it('inserts and deletes rows and columns, and formulas, names and kept ranges follow', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:A3').values = [[1], [2], [3]];
      sheet.getRange('B1').formulas = [['=SUM(A1:A3)']];
      const named = context.workbook.names.add('Summa.av', sheet.getRange('A3'));
      const kept = sheet.getRange('A3').load('address');
      await context.sync();
      sheet.getRange('2:2').insert('Down');
      kept.load('address,values');
      named.load('formula');
      const formula = sheet.getRange('B1').load('formulas,values');
      await context.sync();
      expect(kept.toJSON()).toMatchObject({ address: 'Blad1!A4', values: [[3]] });
      expect(named.formula).toBe('=Blad1!$A$4');
      expect(formula.toJSON()).toMatchObject({ formulas: [['=SUM(A1:A4)']], values: [[6]] });
      sheet.getRange('1:1').delete('Up');
      sheet.getRange('A:A').insert('Right');
      const moved = sheet.getRange('B1:B3').load('values');
      await context.sync();
      expect(moved.values).toEqual([[''], [2], [3]]);
    });
  });

  it('lets formulas of the right sheet follow rows deleted from a sheet that is not shown', async () => {
    await Excel.run(async (context) => {
      const first = context.workbook.worksheets.getFirst();
      first.getRange('A1:A4').formulas = [[1], [2], ['=A2*2'], ['=Bakom!A3']];
      const behind = context.workbook.worksheets.add('Bakom');
      behind.getRange('A1:A3').formulas = [[10], [20], ['=A2*2']];
      await context.sync();
      behind.getRange('1:1').delete('Up');
      const [shown, deleted] = [first.getRange('A1:A4').load('formulas,values'), behind.getRange('A1:A2').load('formulas,values')];
      await context.sync();
      expect(shown.formulas).toEqual([[1], [2], ['=A2*2'], ['=Bakom!A2']]);
      expect(deleted.formulas).toEqual([[20], ['=A1*2']]);
    });
  });

  it('moves whole rows with heights, comments, drop-downs, rules and whatever refers to them', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B4').formulas = [['a', '=A3'], ['b', 2], ['c', '=B2+B1'], ['d', 4]];
      sheet.getRange('A3').format.font.color = '#C00000';
      sheet.getRange('3:3').format.rowHeight = 30;
      sheet.getRange('A3').dataValidation.rule = { list: { inCellDropDown: true, source: 'x,y' } };
      sheet.getRange('B1:B4').conditionalFormats.add('Custom').custom.rule.formula = '=$A1="c"';
      sheet.comments.add('Blad1!B3', 'Varför?');
      await context.sync();
      sheet.getRange('3:3').moveTo('7:7');
      const cells = sheet.getRange('A1:B7').load('formulas');
      const [moved, left] = [sheet.getRange('A7'), sheet.getRange('A3')];
      moved.format.font.load('color');
      moved.format.load('rowHeight');
      moved.dataValidation.load('rule');
      left.dataValidation.load('type');
      const place = sheet.comments.getItemAt(0).getLocation().load('address');
      const [rule] = [sheet.getRange('B7').conditionalFormats.load('items/type')];
      await context.sync();
      expect(cells.formulas).toEqual([['a', '=A7'], ['b', 2], ['', ''], ['d', 4], ['', ''], ['', ''], ['c', '=B2+B1']]);
      expect([moved.format.font.color, moved.format.rowHeight, moved.dataValidation.rule.list?.source, left.dataValidation.type, place.address, rule.items.length]).toEqual(['#C00000', 30, 'x,y', 'None', 'Blad1!B7', 1]);
    });
  });

  it('merges cells, keeps the first value, tells the merged areas, and parts them again', async () => {
    await host.dispose();
    host = await createHost({ content: undefined, library, apiSet: '1.13' });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B2').values = [[1, 2], [3, 4]];
      sheet.getRange('A1:B1').merge();
      const merged = sheet.getRange('A1:D4').getMergedAreasOrNullObject().load('address');
      const values = sheet.getRange('A1:B2').load('values');
      await context.sync();
      expect(merged.address).toBe('Blad1!A1:B1');
      expect(values.values).toEqual([[1, ''], [3, 4]]);
      sheet.getRange('A1').unmerge();
      const none = sheet.getRange('A1:D4').getMergedAreasOrNullObject().load('address');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  it('keeps fonts, fills, borders, alignment, widths and hidden lines, and tells null where cells differ', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const range = sheet.getRange('A1:B2');
      range.values = [[1, 2], [3, 4]];
      range.format.font.set({ bold: true, size: 14, color: '#112233', name: 'Arial' });
      sheet.getRange('B1').format.font.italic = true;
      range.format.fill.color = '#ABCDEF';
      range.format.horizontalAlignment = 'Right';
      range.format.indentLevel = 2;
      range.format.wrapText = true;
      range.format.columnWidth = 100;
      const bottom = range.format.borders.getItem('EdgeBottom');
      bottom.style = 'Double';
      bottom.color = '#FF0000';
      sheet.getRange('D:D').columnHidden = true;
      range.load('format/columnWidth,format/horizontalAlignment,format/indentLevel,format/wrapText,format/font/bold,format/font/italic,format/font/size,format/font/color,format/font/name,format/fill/color');
      const inside = sheet.getRange('A1').format.borders.getItem('EdgeBottom').load('style');
      bottom.load('style,color');
      const columns = sheet.getRange('C1:D1').getColumnProperties({ columnHidden: true } as never);
      const cells = range.getCellProperties({ address: true, format: { font: { bold: true, italic: true }, fill: { color: true }, borders: { style: true }, indentLevel: true } } as never);
      await context.sync();
      expect(range.format.toJSON()).toMatchObject({ columnWidth: 99.9975, horizontalAlignment: 'Right', indentLevel: 2, wrapText: true, fill: { color: '#ABCDEF' }, font: { bold: true, italic: null, size: 14, color: '#112233', name: 'Arial' } });
      expect([bottom.style, bottom.color, inside.style]).toEqual(['Double', '#FF0000', 'None']);
      expect(columns.value).toEqual([{ columnHidden: false }, { columnHidden: true }]);
      expect(cells.value[1]?.[1]).toMatchObject({ address: 'Blad1!B2', format: { font: { bold: true, italic: false }, fill: { color: '#ABCDEF' }, borders: { bottom: { style: 'Double' }, top: { style: 'None' } }, indentLevel: 2 } });
    });
  });

  it('groups columns, folds them, and sets links', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:E1').values = [[1, 2, 3, 4, 5]];
      sheet.getRange('B:D').group('ByColumns');
      sheet.getRange('B:D').hideGroupDetails('ByColumns');
      sheet.getRange('A2').hyperlink = { documentReference: "'Blad1'!E1", textToDisplay: 'Till E1' };
      const link = sheet.getRange('A2').load('hyperlink,values');
      const hidden = sheet.getRange('C1').load('columnHidden');
      await context.sync();
      expect(link.hyperlink).toMatchObject({ documentReference: "'Blad1'!E1", textToDisplay: 'Till E1' });
      expect(link.values).toEqual([['Till E1']]);
      expect(hidden.columnHidden).toBe(true);
    });
    const sheet = await firstSheet(host);
    expect(sheet.columns.get(2)).toMatchObject({ level: 1, collapsed: true, hidden: true });
    expect(sheet.links).toEqual([{ cell: 'A2', reference: "'Blad1'!E1" }]);
  });

  it('clears contents and formats apart from each other', async () => {
    const range = await read('A1:A2', (sheet) => {
      sheet.getRange('A1:A2').values = [[1], [2]];
      sheet.getRange('A1:A2').numberFormat = [['0.00'], ['0.00']];
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('A2').clear('Formats');
    });
    expect(range).toMatchObject({ values: [[''], [2]], numberFormat: [['0.00'], ['General']] });
  });

  it('reads whole columns and rows by their addresses', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B3').values = [[1, 2], [3, 4], [5, 6]];
      const column = sheet.getRange('B:B').getUsedRange(true).load('address,values');
      const whole = sheet.getRange().load('address,cellCount');
      const offset = sheet.getRange('A1').getOffsetRange(1, 1).getResizedRange(1, 0).load('address');
      await context.sync();
      expect(column.toJSON()).toMatchObject({ address: 'Blad1!B1:B3', values: [[2], [4], [6]] });
      expect(whole.toJSON()).toMatchObject({ address: 'Blad1!1:1048576', cellCount: -1 });
      expect(offset.address).toBe('Blad1!B2:B3');
    });
  });
});

describe('a file with many formulas that lack results', () => {
  it('gives every formula its own result, then and after each change', async () => {
    const rows = Array.from({ length: 1500 }, (_, row) => [row, { formula: `A${row + 1}*2` }, { formula: `SUM(A${Math.max(1, row - 20)}:B${row + 1})` }]);
    const host = await createHost({ content: workbookOf(emptySheet('Blad1', rows)) });
    const write = (formula: string): Promise<unknown> =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange('E1');
        range.formulas = [[formula]];
        range.load('values');
        await context.sync();
        return range.values[0]?.[0];
      });
    expect(await write('=B1500')).toBe(2998);
    expect(await write('=B1500+1')).toBe(2999);
    expect(await write('=SUM(A1:A3)')).toBe(3);
    host.dispose();
  });
});
