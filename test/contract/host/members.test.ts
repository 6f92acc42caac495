import { createHost } from '../../../src/workbench/host/createHost';

interface Prototype {
  readonly _scalarPropertyNames?: readonly string[];
}

describe.each(['excel-win32', 'excel-web'] as const)('members on the %s build', (library) => {
  /** Each kind of object: how to get it, and what of the library's own scalars the host leaves out. */
  const kinds: readonly (readonly [string, (context: Excel.RequestContext) => { load(names?: string): unknown }, readonly string[]])[] = [
    ['Workbook', (context) => context.workbook, []],
    ['Application', (context) => context.workbook.application, []],
    ['Worksheet', (context) => context.workbook.worksheets.getFirst(), ['tabId']],
    ['Range', (context) => context.workbook.worksheets.getFirst().getRange('A1'), ['formulasLocal', 'formulasR1C1', 'linkedDataTypeState', 'numberFormatLocal', '_ReferenceId']],
    ['RangeFormat', (context) => context.workbook.worksheets.getFirst().getRange('A1').format, ['autoIndent']],
    ['RangeFont', (context) => context.workbook.worksheets.getFirst().getRange('A1').format.font, ['subscript', 'superscript', 'tintAndShade']],
    ['RangeFill', (context) => context.workbook.worksheets.getFirst().getRange('A1').format.fill, ['patternColor', 'patternTintAndShade', 'tintAndShade']],
    ['RangeBorder', (context) => context.workbook.worksheets.getFirst().getRange('A1').format.borders.getItem('EdgeTop'), ['tintAndShade']],
    ['Table', (context) => context.workbook.tables.getItem('Tabell1'), ['highlightFirstColumn', 'highlightLastColumn']],
    ['NamedItem', (context) => context.workbook.names.getItem('namn'), ['_Id']],
    ['Setting', (context) => context.workbook.settings.getItem('a'), ['_Id']],
    ['WorksheetCustomProperty', (context) => context.workbook.worksheets.getFirst().customProperties.getItem('a'), ['_Id']],
    ['PageLayout', (context) => context.workbook.worksheets.getFirst().pageLayout, []],
    ['HeaderFooter', (context) => context.workbook.worksheets.getFirst().pageLayout.headersFooters.defaultForAllPages, []],
    ['Chart', (context) => context.workbook.worksheets.getFirst().charts.getItemAt(0), []],
    ['ChartAxis', (context) => context.workbook.worksheets.getFirst().charts.getItemAt(0).axes.valueAxis, ['height', 'left', 'positionAt', 'top', 'width']],
    ['ChartDataLabels', (context) => context.workbook.worksheets.getFirst().charts.getItemAt(0).dataLabels, []],
    ['ChartFont', (context) => context.workbook.worksheets.getFirst().charts.getItemAt(0).title.format.font, []],
    ['ConditionalFormat', (context) => context.workbook.worksheets.getFirst().getRange('A1').conditionalFormats.getItemAt(0), []],
    ['DataValidation', (context) => context.workbook.worksheets.getFirst().getRange('A1').dataValidation, ['valid']],
    ['Comment', (context) => context.workbook.comments.getItemAt(0), ['mentions', 'richContent']],
    ['WorksheetProtection', (context) => context.workbook.worksheets.getFirst().protection, []],
  ];

  it('answers every scalar property that the library knows, but for those listed', async () => {
    const host = await createHost({ content: undefined, library, apiSet: '1.20' });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:B3').values = [['a', 'b'], [1, 2], [3, 4]];
      sheet.tables.add('A1:B3', true);
      sheet.charts.add('Line', sheet.getRange('A1:B3'));
      sheet.getRange('A1').conditionalFormats.add('Custom');
      sheet.customProperties.add('a', 'b');
      context.workbook.settings.add('a', 1);
      context.workbook.names.add('namn', sheet.getRange('A1'));
      context.workbook.comments.add('Blad1!A1', 'text');
      await context.sync();
    });
    const prototypes = Excel as unknown as Readonly<Record<string, { readonly prototype: Prototype }>>;
    const missing: Record<string, string[]> = {};
    for (const [kind, find] of kinds) {
      for (const name of prototypes[kind]?.prototype._scalarPropertyNames ?? []) {
        await Excel.run(async (context) => {
          find(context).load(name);
          await context.sync();
        }).catch(() => (missing[kind] ??= []).push(name));
      }
    }
    for (const names of Object.values(missing)) names.sort();
    expect(missing).toEqual(Object.fromEntries(kinds.filter(([, , out]) => out.length > 0).map(([kind, , out]) => [kind, [...out].sort()])));
    host.dispose();
  });
});
