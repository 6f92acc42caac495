import { styleAt, valueAt } from '../../../src/workbook/grid';
import type { FileSheet } from '../../../src/workbench/host/fileContent';
import { gridOfFile } from '../../../src/workbench/host/fileGrid';
import { WorkbookFileError } from '../../../src/workbench/host/workbookFileError';
import { emptyFileSheet, fileContentOf } from '../../support/richFileContent';

function gridOf(sheet: Partial<FileSheet>) {
  const [grid] = gridOfFile(fileContentOf({ ...emptyFileSheet, ...sheet }), 'bok.xlsx').sheets;
  if (!grid) throw new Error('no sheet');
  return grid;
}

describe('gridOfFile', () => {
  it('spans the cells that hold something, not those that are only formatted', () => {
    const grid = gridOf({
      styles: [{ fill: '#FFF4CE' }],
      cells: [
        { row: 0, column: 0, value: null, style: 0 },
        { row: 2, column: 1, value: 'Kostnader' },
        { row: 4, column: 3, value: 12.5 },
        { row: 3, column: 2, value: null, style: 0 },
        { row: 9, column: 9, value: null, style: 0 },
      ],
    });
    expect(grid).toMatchObject({ top: 2, left: 1, rowCount: 3, columnCount: 3 });
    expect(grid.values).toEqual([
      ['Kostnader', null, null],
      [null, null, null],
      [null, null, 12.5],
    ]);
    expect([...grid.styles]).toEqual([['3,2', { fill: '#FFF4CE' }]]);
  });

  it('gives formulas with "=", and an empty text as empty', () => {
    const grid = gridOf({ cells: [{ row: 0, column: 0, value: '', formula: 'IF(B1,"","x")' }, { row: 0, column: 1, value: true }] });
    expect(grid.formulas.get('0,0')).toBe('=IF(B1,"","x")');
    expect(valueAt(grid, 0, 0)).toBeNull();
    expect(valueAt(grid, 0, 1)).toBe(true);
  });

  it('gives the marks that help to read a cell', () => {
    const grid = gridOf({
      styles: [{ font: { bold: true, italic: true, underline: true }, indent: 2, fill: '#e2efda', borders: { top: { style: 'thin' }, left: { style: 'thin' } } }, { fill: '#FFFFFF', numberFormat: '0.0%' }],
      cells: [
        { row: 0, column: 0, value: 'Netto', style: 0 },
        { row: 0, column: 1, value: 0.05, style: 1 },
      ],
    });
    expect(styleAt(grid, 0, 0)).toEqual({ bold: true, italic: true, indent: 2, fill: '#E2EFDA', topBorder: true });
    expect(styleAt(grid, 0, 1)).toEqual({});
    expect(grid.numberFormats).toEqual([['General', '0.0%']]);
  });

  it('gives an empty sheet as empty', () => {
    expect(gridOf({})).toMatchObject({ top: 0, left: 0, rowCount: 0, columnCount: 0, values: [], numberFormats: [] });
  });

  it('gives merges, tables, hidden rows and columns and properties', () => {
    const grid = gridOf({
      merges: ['A1:C1'],
      tables: [{ name: 'Plan', range: 'A3:B9', columns: ['a', 'b'], hasHeader: true, hasTotals: false }],
      columns: new Map([
        [1, { hidden: true }],
        [2, { width: 0 }],
        [3, { width: 9 }],
      ]),
      rows: new Map([
        [4, { hidden: true }],
        [5, { height: 20 }],
      ]),
      properties: { 'von.sheet': '{}' },
    });
    expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
    expect(grid.tables).toEqual([{ name: 'Plan', area: { top: 2, left: 0, bottom: 8, right: 1 }, hasHeader: true, hasTotals: false }]);
    expect([...grid.hiddenColumns]).toEqual([1, 2]);
    expect([...grid.hiddenRows]).toEqual([4]);
    expect(grid.properties.get('von.sheet')).toBe('{}');
  });

  it('gives the names that are seen in the whole workbook and point at one area', () => {
    const names = [
      { name: 'Budget', formula: "'Blad ''1'''!$A$1:$B$2" },
      { name: 'Cell', formula: "'BLAD ''1'''!$E$4" },
      { name: 'Sats', formula: '0.3' },
      { name: 'Summa', formula: "SUM('Blad ''1'''!$A$1)" },
      { name: 'Borta', formula: 'Annat!$A$1' },
      { name: 'Lokal', formula: "'Blad ''1'''!$A$1", scope: "Blad '1'" },
      { name: 'Dold', formula: "'Blad ''1'''!$A$1", hidden: true },
    ];
    const content = { ...fileContentOf({ ...emptyFileSheet, name: "Blad '1'" }), names };
    expect(gridOfFile(content, 'bok.xlsx').names).toEqual([
      { name: 'Budget', sheet: "Blad '1'", area: { top: 0, left: 0, bottom: 1, right: 1 } },
      { name: 'Cell', sheet: "Blad '1'", area: { top: 3, left: 4, bottom: 3, right: 4 } },
    ]);
  });

  it('takes a sheet with cells in two far corners in its stride', () => {
    const start = performance.now();
    const grid = gridOf({ cells: [{ row: 0, column: 0, value: 1 }, { row: 1_048_575, column: 16_383, value: 2 }] });
    expect(grid).toMatchObject({ rowCount: 1_048_576, columnCount: 16_384 });
    expect(valueAt(grid, 1_048_575, 16_383)).toBe(2);
    expect(valueAt(grid, 500_000, 3)).toBeNull();
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('refuses a sheet that would have to be filled out beyond measure', () => {
    const cells = Array.from({ length: 2000 }, (_, row) => [
      { row, column: 0, value: 1 },
      { row, column: 16_383, value: 1 },
    ]).flat();
    expect(() => gridOf({ cells })).toThrow(WorkbookFileError);
  });
});
