import type { SheetGrid } from '../../../../src/workbook/grid';
import { areaAddress, type Area } from '../../../../src/workbook/address';
import { findTables } from '../../../../src/workbook/read/findTables';
import { buildGrid } from '../../../support/gridBuilder';
import { runSteps } from '../../../support/runSteps';

const find = (grid: SheetGrid): ReturnType<typeof findTables> extends Generator<unknown, infer T> ? T : never => runSteps(findTables(grid));
const ranges = (grid: SheetGrid): readonly string[] => find(grid).map((table) => areaAddress({ top: table.headerRows[0] ?? 0, left: table.left, bottom: table.bottom, right: table.right }));

const head = ['Verksamhet', 'Budget', 'Utfall'];
const lines = [['Hemtjänst', 100, 110], ['Boende', 200, 190], ['Summa', 300, 300]];

describe('findTables', () => {
  it('finds stacked tables, each with the lines above it', () => {
    const grid = buildGrid([['Titel'], [], head, ...lines, [], ['Investeringar'], head, ...lines]);
    expect(ranges(grid)).toEqual(['A3:C6', 'A9:C12']);
    expect(find(grid).map((table) => table.titleRows)).toEqual([[0], [7]]);
  });

  it('finds stacked tables without a gap by their headings', () => {
    expect(ranges(buildGrid([['Intäkter', 'Budget', 'Utfall'], ...lines, ['Kostnader', 'Budget', 'Utfall'], ...lines]))).toEqual(['A1:C4', 'A5:C8']);
  });

  it('finds tables side by side whose headings stand on different rows', () => {
    expect(ranges(buildGrid([[...head], [...(lines[0] ?? []), '', ...head], ...lines.map((line) => [...line, '', ...line])]))).toEqual(['A1:C5', 'E2:G5']);
  });

  it('finds the same headings twice side by side without a gap', () => {
    expect(ranges(buildGrid([[...head, ...head], ...lines.map((line) => [...line, ...line])]))).toEqual(['A1:C4', 'D1:F4']);
  });

  it('ends a table at its last figures and keeps what follows as notes', () => {
    const grid = buildGrid([head, ...lines, [], ['1) Omräknat till 2025 års organisation, 450 tkr.'], ['Not']]);
    expect(ranges(grid)).toEqual(['A1:C4']);
    expect(find(grid)[0]?.noteRows).toEqual([5, 6]);
  });

  it('lets no blank row end a table', () => {
    expect(ranges(buildGrid([head, [], ...lines, [], [], ['Netto', 300, 300]]))).toEqual(['A1:C8']);
  });

  it('takes a heading printed again for the same table', () => {
    const [table, ...others] = find(buildGrid([head, ...lines.slice(0, 2), head, ...lines]));
    expect(others).toEqual([]);
    expect(table?.repeatedHeaderRows).toEqual([3]);
  });

  it('takes the top of a printed page for a repetition, not for data', () => {
    const [table, ...others] = find(buildGrid([['Rapport', '', 'Sida 1'], head, ...lines.slice(0, 2), ['Rapport', '', 'Sida 2'], head, ...lines]));
    expect(others).toEqual([]);
    expect(table?.repeatedHeaderRows).toEqual([4, 5]);
  });

  it('takes the same heading under a title of its own for another table', () => {
    expect(ranges(buildGrid([['Hemtjänst'], head, ...lines, [], [], ['Boende'], head, ...lines]))).toEqual(['A2:C5', 'A9:C12']);
  });

  it('takes the same heading under the repeated page title for the same table', () => {
    expect(ranges(buildGrid([['Huvudbok'], head, ...lines.slice(0, 2), [], ['Huvudbok'], head, ...lines]))).toEqual(['A2:C10']);
  });

  const excelTable = (area: Area): SheetGrid['tables'][number] => ({ name: 'Tabell1', area, hasHeader: true, hasTotals: false });

  it('keeps the sum below an Excel table and the heading above it', () => {
    const rows = [['', 'Helår', ''], head, ...lines];
    expect(ranges(buildGrid(rows, { tables: [excelTable({ top: 1, left: 0, bottom: 3, right: 2 })] }))).toEqual(['A1:C5']);
  });

  it('parts what stands together where the user has made two Excel tables of it', () => {
    const rows = [['Kod', 'Text', 'Namn', 'Mobil'], ['1', 'a', 'b', '070'], ['2', 'c', 'd', '071']];
    const tables = [excelTable({ top: 0, left: 0, bottom: 2, right: 1 }), excelTable({ top: 0, left: 2, bottom: 2, right: 3 })];
    expect(ranges(buildGrid(rows))).toEqual(['A1:D3']);
    expect(ranges(buildGrid(rows, { tables }))).toEqual(['A1:B3', 'C1:D3']);
  });

  it('looks for the headings elsewhere when Excel made those of its table', () => {
    const grid = buildGrid([['Kolumn1', 'Kolumn2', 'Kolumn3'], ['Titel'], head, ...lines], { tables: [{ name: 'Tabell1', area: { top: 0, left: 0, bottom: 5, right: 2 }, hasHeader: true, hasTotals: false }] });
    expect(ranges(grid)).toEqual(['A3:C6']);
  });

  it('reports the rows done on a long sheet', () => {
    const grid = buildGrid([head, ...Array.from({ length: 20000 }, (_, row) => [`Rad ${row}`, row, row + 1])]);
    expect([...findTables(grid)].length).toBeGreaterThanOrEqual(5);
  });
});
