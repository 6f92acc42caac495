import type { CellValue } from '../../../../src/workbook/grid';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import type { ReportRow } from '../../../../src/workbook/report';
import { buildGrid, buildWorkbook, type GridOptions } from '../../../support/gridBuilder';

const rowsOf = (rows: readonly (readonly CellValue[])[], options: GridOptions = {}, heading: readonly string[] = ['Verksamhet, tkr', 'Budget 2025', 'Prognos 2025', 'Avvikelse']): readonly ReportRow[] =>
  readReport(buildWorkbook(buildGrid([['Drift 2025'], [], heading, ...rows], options))).tables[0]?.rows ?? [];
const outline = (rows: readonly ReportRow[]): readonly string[] => rows.map((row) => `${row.level} ${row.kind} ${row.code ?? '-'} ${row.label}`);

describe('readRows', () => {
  it('reads sections, part sums and levels where nothing is indented', () => {
    expect(outline(rowsOf([['Äldreomsorg'], ['Hemtjänst', -40210, -41380, -1170], ['Boende', -18120, -17900, 220], ['S:a äldreomsorg', -58330, -59280, -950], ['LSS'], ['Daglig verksamhet', -5000, -4900, 100], ['Assistans', -7000, -6900, 100], ['S:a LSS', -12000, -11800, 200], ['Totalt', -70330, -71080, -750]]))).toEqual([
      '0 section - Äldreomsorg', '1 item - Hemtjänst', '1 item - Boende', '0 sum - S:a äldreomsorg', '0 section - LSS', '1 item - Daglig verksamhet', '1 item - Assistans', '0 sum - S:a LSS', '0 sum - Totalt',
    ]);
  });

  it('takes codes that begin with a letter from before the names', () => {
    expect(outline(rowsOf([['S11 Myndighet', -40210, -41380, -1170], ['S12 Boende', -30120, -29700, 420], ['Totalt', -70330, -71080, -750]]))).toEqual(['0 item S11 Myndighet', '0 item S12 Boende', '0 sum - Totalt']);
  });

  it('names rows by the group that stands once before them, the total by itself', () => {
    const rows = rowsOf([['Hemvård', 'Intäkter', 1020, 1100, 80], ['', 'Kostnader', -5210, -5300, -90], ['', 'Netto', -4190, -4200, -10], ['Boende', 'Intäkter', 2040, 2000, -40], ['', 'Kostnader', -9310, -9300, 10], ['', 'Netto', -7270, -7300, -30], ['', 'Totalt', -11460, -11500, -40]], {}, ['Verksamhet', 'Tkr', 'Budget 2025', 'Prognos 2025', 'Avvikelse']);
    expect(rows.map((row) => row.label)).toEqual(['Hemvård: Intäkter', 'Hemvård: Kostnader', 'Hemvård: Netto', 'Boende: Intäkter', 'Boende: Kostnader', 'Boende: Netto', 'Totalt']);
  });

  it('takes numbers of the columns below the heading for no figures', () => {
    const rows = rowsOf([['1', '2', '3', '4=3-2'], ['Hemtjänst', -40210, -41380, -1170], ['Boende', -30120, -29700, 420]]);
    expect(rows.map((row) => [row.kind, row.values.B])).toEqual([['note', undefined], ['item', -40210], ['item', -30120]]);
  });

  it('takes a sentence between the rows for a comment, no section', () => {
    expect(outline(rowsOf([['Barn', -40210, -41380, -1170], ['Två nya placeringar sedan maj.'], ['Vuxna', -30120, -29700, 420], ['Summa', -70330, -71080, -750]]))).toEqual(['0 item - Barn', '0 note - Två nya placeringar sedan maj.', '0 item - Vuxna', '0 sum - Summa']);
  });

  it('takes levels from spaces, and codes from before the names', () => {
    const rows = rowsOf([['5100 Hemtjänst', -40210, -41380, -1170], ['5200 Boende', -30120, -29700, 420], ['   5210 Solgården', -18120, -17900, 220], ['   5220 Ekhaga', -12000, -11800, 200], ['Totalt', -70330, -71080, -750]]);
    expect(outline(rows)).toEqual(['0 item 5100 Hemtjänst', '0 sum 5200 Boende', '1 item 5210 Solgården', '1 item 5220 Ekhaga', '0 sum - Totalt']);
    expect(rows.map((row) => row.parts)).toEqual([undefined, [6, 7], undefined, undefined, [4, 5]]);
  });

  it('takes levels from the indent of the cell', () => {
    expect(outline(rowsOf([['Boende', -30120, -29700, 420], ['Solgården', -18120, -17900, 220], ['Ekhaga', -12000, -11800, 200]], { styles: { A5: { indent: 1 }, A6: { indent: 1 } } }))).toEqual(['0 sum - Boende', '1 item - Solgården', '1 item - Ekhaga']);
  });

  it('keeps leading zeros of codes in a column of their own', () => {
    const rows = rowsOf([['0510', 'Hemtjänst', -40210, -41380, -1170], ['0520', 'Boende', -30120, -29700, 420], ['', 'Totalt', -70330, -71080, -750]], {}, ['Vht', 'Verksamhet, tkr', 'Budget 2025', 'Prognos 2025', 'Avvikelse']);
    expect(rows.map((row) => [row.code, row.label])).toEqual([['0510', 'Hemtjänst'], ['0520', 'Boende'], [null, 'Totalt']]);
  });

  it('leaves varav rows and equity below the result out of every sum', () => {
    const rows = rowsOf([['Intäkter', 52100, 52230, 130], ['  varav statsbidrag', 21000, 21100, 100], ['Kostnader', -51900, -53039, -1139], ['Årets resultat', 200, -809, -1009], ['IB balansresultat', 1200, 1200, 0], ['UB balansresultat', 1400, 391, -1009]]);
    expect(rows.map((row) => row.kind)).toEqual(['item', 'item', 'item', 'sum', 'item', 'item']);
    expect(rows[3]?.parts).toEqual([4, 6]);
  });

  it('adds the changes of a frame to the frame that goes out', () => {
    const rows = rowsOf([['Ingående ram', 612400, 629610], ['Prisindex', 14200, 14700], ['Effektivisering', -9200, -12800], ['Utgående ram', 617400, 631510]], {}, ['Ram, tkr', 'Budget 2026', 'Plan 2027']);
    expect(rows.at(-1)).toMatchObject({ kind: 'sum', parts: [4, 5, 6] });
  });

  it('takes a figure that carries another unit than its table in the table’s', () => {
    const rows = rowsOf([['Hemtjänst', 40210, 41380, -1170], ['Boende', '30,1 mnkr', '29 700 tkr', 400]]);
    expect(rows[1]?.values).toEqual({ B: 30100, C: 29700, D: 400 });
    expect(rows[1]?.variance).toBe(400);
  });

  it('marks hidden rows and reads them', () => {
    const rows = rowsOf([['Hemtjänst', -40210, -41380, -1170], ['Boende', -30120, -29700, 420], ['Totalt', -70330, -71080, -750]], { hiddenRows: [5] });
    expect(rows.map((row) => [row.hidden, row.values.B])).toEqual([[undefined, -40210], [true, -30120], [undefined, -70330]]);
  });

  it('reads Swedish texts as figures, and dashes as none', () => {
    const [row] = rowsOf([['Hemtjänst', '40\u00a0210-', '−41\u202f380', '–'], ['Boende', -30120, -29700, 420], ['Nämnd', -120, -130, -10]]);
    expect([row?.values, row?.texts?.D]).toEqual([{ B: -40210, C: -41380 }, '–']);
  });

  it('lists of a ledger only its sums and repeated headings', () => {
    const heading = ['Ansvar', 'Verksamhet', 'Konto', 'Period', 'Belopp, kr'];
    const line = (index: number): CellValue[] => ['05110', '0510', index % 2 ? '50110' : '30110', '202501', index % 2 ? 4000 + index : -1000 - index];
    const ledger = [...Array.from({ length: 20 }, (_, index) => line(index)), heading, ...Array.from({ length: 20 }, (_, index) => line(index)), ['Totalt', '', '', '', 60020]];
    const rows = readReport(buildWorkbook(buildGrid([heading, ...ledger]))).tables[0]?.rows ?? [];
    expect(rows.map((row) => [row.row, row.kind])).toEqual([[22, 'note'], [43, 'sum']]);
  });
});
