import type { SheetSpec } from '../../src/workbook/write/sheetSpec';

/** A sheet to write with something of everything; a test changes what it is about. */
export function richSpec(changes: Partial<SheetSpec> = {}): SheetSpec {
  const body = { top: 4, left: 0, bottom: 6, right: 3 };
  return {
    kind: 'avvikelseanalys',
    name: 'Avvikelseanalys',
    blocks: [
      { top: 0, left: 0, values: [['Avvikelseanalys'], ['Vård- och omsorgsnämnden']] },
      {
        top: 3,
        left: 0,
        values: [
          ['Verksamhet', 'Budget', 'Utfall', 'Avvikelse', 'Källa'],
          ['Hemtjänst', { formula: "='Källa 1'!B2" }, { formula: "='Källa 1'!C2" }, { formula: '=C5-B5' }, 'C2'],
          ['Särskilt boende', { formula: "='Källa 1'!B3" }, { formula: "='Källa 1'!C3" }, { formula: '=C6-B6' }, 'C3'],
          ['Summa', { formula: '=SUM(B5:B6)' }, { formula: '=SUM(C5:C6)' }, { formula: '=SUM(D5:D6)' }, null],
        ],
      },
    ],
    formats: [
      { area: { top: 0, left: 0, bottom: 0, right: 0 }, style: { bold: true, size: 16 } },
      { area: { top: 3, left: 0, bottom: 3, right: 4 }, style: { bold: true, fill: '#DDEBF7', wrap: true, horizontal: 'center', bottomBorder: { style: 'thin', color: '#7F7F7F' } } },
      { area: { top: 4, left: 1, bottom: 6, right: 3 }, style: { numberFormat: '#,##0.0' } },
      { area: { top: 6, left: 0, bottom: 6, right: 3 }, style: { bold: true, topBorder: { style: 'thin', color: '#000000' }, bottomBorder: { style: 'double', color: '#000000' } } },
    ],
    columnWidths: [{ column: 0, width: 32 }, { column: 1, width: 12 }, { column: 2, width: 12 }, { column: 3, width: 12 }],
    columnGroups: [{ first: 6, last: 8, collapsed: true }],
    frozen: { rows: 4, columns: 0 },
    conditionals: [
      { type: 'dataBar', area: { ...body, left: 3 }, minimum: -20, maximum: 20, positive: '#2E7D32', negative: '#B3261E' },
      { type: 'formula', area: body, formula: '=$D5<-10', color: '#B3261E', bold: true },
    ],
    validations: [{ area: { top: 4, left: 5, bottom: 5, right: 5 }, list: ['Förslag', 'Beslutad', 'Pågår'] }],
    charts: [
      {
        type: 'columnStacked',
        name: 'Brygga',
        title: 'Hemtjänst står för underskottet',
        categories: { top: 4, left: 0, bottom: 5, right: 0 },
        series: [{ name: 'Bas', values: { top: 4, left: 1, bottom: 5, right: 1 }, fill: 'none' }, { name: 'Avvikelse', values: { top: 4, left: 3, bottom: 5, right: 3 }, fill: '#B3261E', hasLabels: true }],
        area: { top: 9, left: 0, bottom: 20, right: 3 },
        hasLegend: false,
        gapWidth: 50,
      },
    ],
    links: [{ row: 4, column: 4, reference: "'Källa 1'!C2", text: 'C2' }],
    print: { orientation: 'landscape', titleRows: [0, 3], area: { top: 0, left: 0, bottom: 20, right: 4 }, footerLeft: 'Helår 2024', footerCenter: 'Avvikelseanalys', footerRight: 'Sida &P av &N', breaksAbove: [9] },
    tabColor: '#1F4E79',
    properties: new Map([['von.version', 'Helår 2024'], ['von.schema', '1']]),
    cleared: [],
    ...changes,
  };
}
