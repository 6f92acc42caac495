import type { FileContent, FileSheet } from '../../src/workbench/host/fileContent';
import { emptySheet, workbookOf } from './fileBuilder';

/** A sheet with nothing on it, to build on. */
export const emptyFileSheet = emptySheet('Blad1');

/** A workbook without names and settings around some sheets, as the writer of files leaves it. */
export const fileContentOf = (...sheets: readonly FileSheet[]): FileContent => ({ ...workbookOf(...sheets), defaultFont: { name: 'Calibri', size: 11 } });

const plan: FileSheet = {
  ...emptyFileSheet,
  name: "Åtgärdsplan '25 & mål",
  styles: [
    { font: { bold: true, size: 14, color: '#FFFFFF' }, fill: '#1F4E79', horizontal: 'center', vertical: 'center', wrap: true },
    { numberFormat: '#,##0;[Red]-#,##0', borders: { top: { style: 'thin', color: '#7F7F7F' }, bottom: { style: 'double' } } },
    { numberFormat: '0.0%', font: { italic: true, underline: true, strike: true, name: 'Arial' }, indent: 2, horizontal: 'left', rotation: 45, locked: false },
    { numberFormat: 'mmm\\ yyyy' },
  ],
  cells: [
    { row: 0, column: 0, value: 'Verksamhet', style: 0 },
    { row: 0, column: 1, value: 'Budget', style: 0 },
    { row: 0, column: 2, value: 'Prognos', style: 0 },
    { row: 0, column: 3, value: 'Andel', style: 0 },
    { row: 0, column: 4, value: 'Månad', style: 0 },
    { row: 1, column: 0, value: ' Äldreomsorg <&> "kö"\nrad två ' },
    { row: 1, column: 1, value: 1000, style: 1 },
    { row: 1, column: 2, value: 900.25, style: 1 },
    { row: 1, column: 3, value: 0.9, style: 2 },
    { row: 1, column: 4, value: 45658, style: 3 },
    { row: 2, column: 0, value: '_x000D_ står som text' },
    { row: 2, column: 1, value: -250, style: 1 },
    { row: 2, column: 2, value: -400, style: 1 },
    { row: 2, column: 3, value: 1.6, formula: 'IFERROR(XLOOKUP("a",A:A,B:B),1.6)', style: 2 },
    { row: 3, column: 0, value: 'Summa' },
    { row: 3, column: 1, value: 750, formula: 'SUM(B2:B3)', style: 1 },
    { row: 3, column: 2, value: 500.25, formula: 'SUM(C2:C3)', style: 1 },
    { row: 5, column: 1, value: { error: '#NAME?' }, formula: 'VON.ÅRSEFFEKT(B2,3)+VON.AVVIKELSE(B2,C2)' },
    { row: 5, column: 2, value: true },
    { row: 5, column: 3, value: 'ja', formula: 'IF(B2>0,"ja","nej")' },
    { row: 5, column: 4, value: { error: '#N/A' } },
    { row: 6, column: 1, value: 1, formula: 'SEQUENCE(3)', spill: 'B7:B9' },
    { row: 7, column: 1, value: 2 },
    { row: 8, column: 1, value: 3 },
    { row: 6, column: 2, value: 6, formula: 'SUM(B7#)' },
    { row: 6, column: 3, value: 3, formula: 'LET(x,1,y,2,x+y)' },
    { row: 6, column: 4, value: 2, formula: 'B7:B9*2', array: 'E7:E9' },
    { row: 7, column: 4, value: 4 },
    { row: 8, column: 4, value: 6 },
    { row: 11, column: 0, value: 'Till källan' },
    { row: 11, column: 1, value: 'Webben' },
    { row: 12, column: 0, value: 'Rubrik över två' },
    { row: 14, column: 6, value: 'Dold grupp' },
  ],
  merges: ['A13:B13'],
  columns: new Map([
    [0, { width: 32.5 }],
    [1, { width: 12 }],
    [2, { width: 12 }],
    [5, { width: 10, hidden: true, level: 1, style: 2 }],
    [6, { width: 10, hidden: true, level: 1 }],
    [7, { collapsed: true }],
  ]),
  rows: new Map([
    [0, { height: 30 }],
    [9, { hidden: true, level: 1 }],
    [10, { collapsed: true }],
    [20, { height: 44.25, style: 0 }],
  ]),
  frozen: { rows: 1, columns: 1 },
  showGridlines: false,
  tabColor: '#0F6CBD',
  zoom: 90,
  summaryAbove: true,
  isProtected: true,
  print: {
    orientation: 'landscape',
    paper: 'a4',
    fitWidth: 1,
    fitHeight: 0,
    area: 'A1:E15',
    titleRows: [0, 0],
    titleColumns: [0, 0],
    footer: { left: 'Von && co', center: 'Sida &P av &N', right: '&D' },
    header: { center: 'Nämnden' },
    rowBreaks: [5, 11],
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6 },
    centerHorizontally: true,
  },
  tables: [{ name: 'Plan', range: 'A1:E4', columns: ['Verksamhet', 'Budget', 'Prognos', 'Andel', 'Månad'], style: 'TableStyleLight1', hasHeader: true, hasTotals: true, showBandedRows: true }],
  conditionals: [
    { type: 'dataBar', range: 'C2:C4', minimum: -1000, maximum: 1000, positive: '#2E7D32', negative: '#C62828' },
    { type: 'formula', range: 'A2:E4', formula: '$C2<$B2', style: { font: { color: '#C00000', bold: true }, fill: '#FDE7E9' } },
    { type: 'cellValue', range: 'B2:B4', operator: 'between', formulas: ['0', '10'], style: { fill: '#FFF4CE' } },
    { type: 'dataBar', range: 'B2:B4', positive: '#0F6CBD', negative: '#A80000' },
  ],
  validations: [
    { range: 'D12:D20', type: 'list', list: ['Ej påbörjad', 'Pågår', 'Klar "helt"'], title: 'Status', message: 'Välj ett läge.' },
    { range: 'E12:E20', type: 'decimal', operator: 'between', formula1: '0', formula2: '1' },
    { range: 'F12', type: 'list', formula1: 'Budget_dold' },
  ],
  comments: [
    { cell: 'B2', author: 'Karin Öst', text: 'Beslut i <nämnden>.\nSe protokoll.', isThreaded: false },
    { cell: 'C3', author: 'Åke Ek', text: 'Varför ökar det?', isThreaded: true, date: '2025-03-01T09:30:00.00' },
    { cell: 'C3', author: 'Karin Öst', text: 'Fler platser.', isThreaded: true, date: '2025-03-02T10:00:00.00' },
  ],
  links: [
    { cell: 'A12', reference: "'Källa'!B2", tip: 'Gå till källan' },
    { cell: 'B12', address: 'https://example.org/?a=1&b=2' },
  ],
  properties: { 'von.sheet': '{"kind":"atgardsplan","källa":"Åtgärder"}', 'von.trace': 'x'.repeat(5000) },
  charts: [
    {
      name: 'Brygga',
      type: 'columnStacked',
      title: 'Underskottet är 250 tkr & växer',
      series: [
        { name: 'Bas', values: "'Källa'!$B$1:$B$3", categories: "'Källa'!$A$1:$A$3", fill: 'none' },
        { name: "='Källa'!$A$1", values: "'Källa'!$C$1:$C$3", categories: "'Källa'!$A$1:$A$3", fill: '#C62828', hasLabels: true },
      ],
      from: { row: 16, column: 0 },
      to: { row: 32, column: 4 },
      hasLegend: false,
      axisMinimum: 0,
      isAxisHidden: true,
      gapWidth: 40,
      showsHidden: true,
    },
    {
      name: 'Utveckling',
      type: 'line',
      title: 'Timmarna faller',
      axisFormat: '0"\u00a0"%',
      series: [
        { name: 'Utfall', values: "'Källa'!$B$1:$B$3", categories: "'Källa'!$A$1:$A$3", pointLabel: { point: 2, place: 'below', color: '#0F6CBD' }, line: { color: '#0F6CBD', width: 2.25 } },
        { name: 'Budget', values: "'Källa'!$C$1:$C$3", categories: "'Källa'!$A$1:$A$3", line: { color: '#7F7F7F', dash: true, width: 1 } },
      ],
      from: { row: 16, column: 5 },
      to: { row: 32, column: 14 },
      hasLegend: true,
    },
  ],
};

const source: FileSheet = {
  ...emptyFileSheet,
  name: 'Källa',
  autoFilter: 'A1:C3',
  cells: ['Hemtjänst', 'Boende', 'IFO'].flatMap((name, row) => [
    { row, column: 0, value: name },
    { row, column: 1, value: 100 + row * 10 },
    { row, column: 2, value: 30 - row * 10 },
  ]),
};

/** A workbook with something of everything that FileContent holds. */
export const richFileContent: FileContent = {
  ...fileContentOf(plan, source, { ...emptyFileSheet, name: 'Gömd', visibility: 'veryHidden', columns: new Map(Array.from({ length: 16_374 }, (_, index) => [index + 10, { hidden: true }])) }),
  names: [
    { name: 'Budget_dold', formula: "'Källa'!$A$1:$A$3", hidden: true },
    { name: 'Lokal', formula: "'Källa'!$B$2", scope: 'Källa' },
    { name: 'Sats', formula: '0.314' },
  ],
  settings: { 'von.choices': { sign: 'costs-negative', units: ['tkr', 'mnkr'] }, 'von.version': 3 },
  isStructureProtected: true,
};
