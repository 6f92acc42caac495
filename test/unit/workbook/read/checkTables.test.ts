import fc from 'fast-check';
import { cellAddress, columnIndex } from '../../../../src/workbook/address';
import type { CellValue, SheetGrid } from '../../../../src/workbook/grid';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import type { Finding } from '../../../../src/workbook/report';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';
import { mapValues } from '../../../support/mutateGrid';
import { syntheticBudget } from '../../../support/syntheticBudget';

type Row = readonly (CellValue | undefined)[];

const findingsOf = (...grids: readonly SheetGrid[]): readonly Finding[] => readReport(buildWorkbook(...grids)).findings;
const errorsOf = (...grids: readonly SheetGrid[]): readonly Finding[] => findingsOf(...grids).filter((finding) => finding.severity === 'error');
const rootsOf = (...grids: readonly SheetGrid[]): readonly Finding[] => errorsOf(...grids).filter((finding) => finding.cause === undefined);
const said = (findings: readonly Finding[]): readonly string[] => findings.map(({ code, severity, cell }) => `${severity} ${code} ${cell}`).sort();
const withValue = (grid: SheetGrid, cell: string, value: CellValue): SheetGrid => mapValues(grid, (old, row, column) => (cellAddress(row, column) === cell ? value : old));

const items: readonly Row[] = [['Hemtjänst', 22130, 24710, -2580], ['Särskilt boende', 30130, 31760, -1630], ['Korttidsboende', 1530, 1541, -11], ['LSS boende', 10850, 12020, -1170], ['Boendestöd', 1970, 1551, 419]];
const number = (value: CellValue | undefined): number => (typeof value === 'number' ? value : 0);
const sumRow = (rows: readonly Row[], label = 'Totalt'): Row => [label, ...[1, 2, 3].map((column) => rows.reduce((sum, row) => sum + number(row[column]), 0))];
const table = (rows: readonly Row[], options: Parameters<typeof buildGrid>[1] = {}): SheetGrid =>
  buildGrid([['Driftredovisning 2024'], ['Kostnader anges utan minustecken'], [], ['Verksamhet, tkr', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ...rows], options);
const sumFormulas = (row: number, first: number, last: number): Record<string, string> => Object.fromEntries(['B', 'C', 'D'].map((column) => [`${column}${row}`, `=SUM(${column}${first}:${column}${last})`]));

describe('checkTables', () => {
  it('finds nothing wrong with right tables in any layout', () => {
    fc.assert(fc.property(syntheticBudget, ({ grid }) => {
      expect(said(errorsOf(grid))).toEqual([]);
      expect(said(findingsOf(grid)).filter((text) => /mismatch|row-outside/.test(text))).toEqual([]);
    }), { numRuns: 60 });
  });

  it('names the one cell when a compared figure of a right table is changed', () => {
    fc.assert(fc.property(syntheticBudget, fc.nat(1000), fc.nat(1000), fc.integer({ min: 1, max: 8 }), fc.nat(4), (budget, rowPick, columnPick, step, place) => {
      const [read] = readReport(buildWorkbook(budget.grid)).tables;
      const columns = read?.columns.filter(({ field }) => field === 'budget' || field === 'forecast' || field === 'variance') ?? [];
      const rows = read?.rows.filter((row) => row.kind === 'item') ?? [];
      const column = columns[columnPick % columns.length];
      const row = rows[rowPick % rows.length];
      const value = column && row ? (row.values[column.column] ?? 0) : 0;
      const digits = String(Math.trunc(Math.abs(value)));
      fc.pre(column !== undefined && row !== undefined && digits.length >= 3 && Number.isFinite(value));
      if (!column || !row) return;
      const at = place % (digits.length - 1);
      const digit = (Number(digits[at]) + step) % 10;
      fc.pre(digit !== Number(digits[at]) && !(at === 0 && digit === 0));
      const changed = value + Math.sign(value) * (digit - Number(digits[at])) * 10 ** (digits.length - 1 - at);
      const cell = cellAddress(row.row - 1, columnIndex(column.column));
      expect(rootsOf(withValue(budget.grid, cell, changed)).map((finding) => finding.cell)).toEqual([cell]);
    }), { numRuns: 80 });
  });

  it('lets the sum of a column that is not read bear out that its row is a sum', () => {
    const withEquity = (equity: number): SheetGrid => buildGrid([['Enhet, tkr', 'IB eget kapital', 'Budget 2025', 'Utfall 2025', 'Avvikelse'], ['Aspen', 412, 38450, 38120, 330], ['Boken', -187, 41200, 42015, -815], ['Cedern', -933, 52700, 54380, -1680], ['Summa', equity, 132350, 134155, -1805]]);
    expect(said(findingsOf(withEquity(-708)))).toContain('error sum-mismatch D5');
    expect(said(errorsOf(withEquity(412)))).toEqual([]);
  });

  it('does not know what a sum or a difference should be over a figure in words', () => {
    const withBudget = (budget: CellValue): SheetGrid => table([...items.slice(0, 4), ['Boendestöd', budget, 1551, 419], ['Totalt', 66610, 71582, -4972]]);
    expect(said(errorsOf(withBudget(1970)))).toEqual([]);
    expect(said(errorsOf(withBudget('ca 1 970')))).toEqual([]);
    expect(said(errorsOf(withBudget(1790)))).not.toEqual([]);
  });

  it('holds each month’s deviation against the budget and the outcome under the same month', () => {
    const monthly = (deviation: number): SheetGrid => buildGrid([
      ['Enhet, tkr', 'Januari', '', '', 'Februari', '', '', 'Jan–feb', '', ''], ['', 'Budget', 'Utfall', 'Avv', 'Budget', 'Utfall', 'Avv', 'Budget', 'Utfall', 'Avv'],
      ['Norr', 3120, 3060, 60, 3132, 3133, -1, 6252, 6193, 59], ['Söder', 2410, 2387, 23, 2422, 2460, -38, 4832, 4847, -15], ['Väster', 2655, 2669, -14, 2667, 2552, deviation, 5322, 5221, 101], ['Natt', 1240, 1301, -61, 1252, 1239, 13, 2492, 2540, -48],
    ], { merges: ['A1:A2', 'B1:D1', 'E1:G1', 'H1:J1'] });
    expect(said(errorsOf(monthly(115)))).toEqual([]);
    expect(said(errorsOf(monthly(151)))).toEqual(['error variance-mismatch G5']);
  });

  it('takes a figure among others of its size for their mean, not for a wrong sum', () => {
    const withPrices = (mean: number): SheetGrid => buildGrid([['Utförare, tkr', 'Budget', 'Prognos', 'Avvikelse', 'Utfall'], ['Norr', 22130, 24710, -2580, 471], ['Söder', 30130, 31760, -1630, 486], ['Väster', 1530, 1541, -11, 470], ['Totalt', 53790, 58011, -4221, mean]]);
    expect(said(errorsOf(withPrices(479)))).toEqual([]);
    expect(said(errorsOf(withPrices(1472)))).toEqual(['error sum-mismatch E5']);
  });

  it('takes percentages of a budget with its sign as the sheet computes them, and one that no rule gives for wrong', () => {
    const withPercents = (...percents: readonly number[]): SheetGrid => buildGrid([['Regiform, tkr', 'Budget', 'Prognos', 'Avvikelse', 'Avvikelse %'], ...[['Norr', 42500, 44100, -1600], ['Söder', 40300, 39950, 350], ['Gemensamt', 10200, 9990, 210], ['Avgifter', -6400, -6290, -110]].map((row, place) => [...row, percents[place] ?? 0])]);
    expect(said(errorsOf(withPercents(-0.0376, 0.0087, 0.0206, -0.0172)))).toEqual([]);
    expect(said(errorsOf(withPercents(-0.0376, 0.0087, 0.0206, 0.0172)))).toEqual([]);
    expect(said(errorsOf(withPercents(-0.0376, 0.0087, 0.0602, 0.0172)))).toEqual(['error percent-mismatch E4']);
  });

  it('finds the same when all amounts turn sign', () => {
    const wrong = table([...items.slice(0, 3), ['LSS boende', 10850, 12020, -1710], ...items.slice(4), sumRow(items)]);
    const turned = mapValues(wrong, (value, row) => (typeof value === 'number' && row > 3 ? -value : value === 'Kostnader anges utan minustecken' ? 'Kostnader anges med minustecken' : value));
    expect(said(errorsOf(turned))).toEqual(said(errorsOf(wrong)));
    expect(errorsOf(wrong).length).toBeGreaterThan(0);
  });

  it.each([
    ['between the others', items.filter((_, index) => index !== 2), 7],
    ['last', items.slice(0, 4), 9],
  ])('names the row that printed totals leave out, %s', (_, summed, row) => {
    const [finding, ...others] = errorsOf(table([...items, sumRow(summed)]));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'row-outside-sum', cell: 'B10', basis: { row } });
  });

  it.each([
    ['too early', sumFormulas(10, 5, 8), items.slice(0, 4), 9],
    ['too late', sumFormulas(10, 6, 9), items.slice(1), 5],
  ])('finds a formula whose range ends or begins %s, once', (_, formulas, summed, row) => {
    const findings = errorsOf(table([...items, sumRow(summed)], { formulas }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'row-outside-sum', cell: 'B10', expected: 66610, basis: { row } });
  });

  it('names the row that totals take twice', () => {
    expect(errorsOf(table([...items, sumRow([...items, items[2] ?? []])]))).toMatchObject([{ code: 'sum-mismatch', basis: { likely: 'row-twice', row: 7 } }]);
  });

  it('tells a turned sign from another fault', () => {
    expect(rootsOf(table([...items.slice(0, 3), ['LSS boende', 10850, 12020, 1170], ...items.slice(4), sumRow(items)]))).toMatchObject([{ code: 'sign-mismatch', cell: 'D8', printed: 1170, expected: -1170 }]);
  });

  it('finds a figure typed over a formula, and lets what follows name it', () => {
    const rows = [...items.slice(0, 3), ['LSS boende', 10850, 12020, -1100], ...items.slice(4), ['Totalt', 66610, 71582, -4902]];
    const formulas = { ...sumFormulas(10, 5, 9), D5: '=B5-C5', D6: '=B6-C6', D7: '=B7-C7', D9: '=B9-C9' };
    expect(errorsOf(table(rows, { formulas })).map(({ cell, cause }) => [cell, cause])).toEqual([['D8', undefined], ['D10', 'Blad1!D8']]);
  });

  it('does not compare the forms that several units have filled in', () => {
    const form = (name: string, factor: number): SheetGrid =>
      buildGrid([['Belopp i tkr'], ['Slag', 'Budget', 'Prognos', 'Avvikelse'], ...['Personal', 'Lokaler', 'Material', 'Transporter', 'Livsmedel'].map((label, row): Row => [label, Math.round((1000 + 300 * row) * factor), Math.round((1010 + 310 * row) * factor), Math.round((1000 + 300 * row) * factor) - Math.round((1010 + 310 * row) * factor)])], { name });
    expect(findingsOf(form('Norr', 1), form('Söder', 1.01)).filter((finding) => finding.code === 'cross-table-mismatch')).toEqual([]);
  });

  it('recomputes no deviation by figures that it does not compare', () => {
    const rows = items.map((row, index): Row => [...row.slice(0, 4), [-900, -2100, 130, -15, 77][index]]);
    const findings = findingsOf(buildGrid([['Verksamhet, tkr', 'Budget', 'Prognos', 'Avvikelse', 'Avvikelse föregående prognos'], ...rows]));
    expect(findings.filter((finding) => finding.cell.startsWith('E'))).toEqual([]);
  });

  it('takes a count that is signed the other way for right', () => {
    const findings = findingsOf(buildGrid([['Verksamhetsmått', 'Budget 2025', 'Prognos 2025', 'Avvikelse'], ['Antal brukare', 520, 531, 11], ['Antal timmar', 300000, 312000, 12000], ['Kostnad per timme, kr', 520, 525, -5]]));
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  it('holds a budget to no sum of months that add up to the outcome', () => {
    const months = (a: number): readonly number[] => [a, a + 1, a + 2, a - 1];
    const rows = [10, 21, 33, 12].map((a, index): Row => [`Enhet ${index}`, ...months(a), 4 * a + 2, 4 * a + (index === 3 ? 40 : 2)]);
    const findings = findingsOf(buildGrid([['Tkr', 'jan', 'feb', 'mar', 'apr', 'Ack utfall', 'Ack budget'], ...rows]));
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  it('misses no month between points of reporting', () => {
    const months = (heads: readonly string[]): readonly string[] => findingsOf(buildGrid([['Avvikelse, tkr', ...heads], ['Norr', -2100, -2900, -3400, -2600], ['Söder', -900, -1100, -700, -300]])).filter((finding) => finding.code === 'missing-month').map((finding) => finding.cell);
    expect(months(['Mars', 'April', 'Augusti', 'Oktober'])).toEqual([]);
    expect(months(['Mars', 'April', 'Maj', 'Juli'])).toEqual(['E1']);
  });

  it('asks instead of calling wrong what only one other column bears out', () => {
    const findings = findingsOf(buildGrid([['Belopp i mnkr'], ['Verksamhet', 'Budget 2024', 'Utfall 2024'], ['Hemtjänst', -221.3, -247.1], ['Boende', -301.3, -317.6], ['Nämnd', -1.6, -1.5], ['Summa', -524.2, -586.2]]));
    expect(said(findings)).toContain('warning sum-mismatch C6');
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  it('takes differences of rounded figures as rounding', () => {
    const rows = [['Hemtjänst', -221.3, -247.1, -25.9], ['Boende', -301.3, -317.6, -16.3], ['Nämnd', -1.6, -1.5, 0.1], ['Summa', -524.2, -566.2, -42.1]];
    const findings = findingsOf(buildGrid([['Belopp i mnkr'], ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ...rows]));
    expect(said(findings).filter((text) => !text.startsWith('rounding'))).toEqual([]);
    expect(said(findings)).toContain('rounding variance-mismatch D3');
  });

  it('reads text among numbers, and names it as the cause of sums that skip it', () => {
    const rows = [...items.slice(0, 4), ['Boendestöd', '1 970', 1551, 419], ['Totalt', 64640, 71582, -6942]];
    const findings = findingsOf(table(rows, { formulas: sumFormulas(10, 5, 9) }));
    expect(findings).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'text-number', severity: 'warning', cell: 'B9', printed: 1970 }), expect.objectContaining({ severity: 'error', cell: 'B10', cause: 'Blad1!B9' })]));
  });

  it('tells errors among figures from a division by zero in a percent column', () => {
    const grid = buildGrid([['Verksamhet, tkr', 'Budget 2024', 'Utfall 2024', 'Avvikelse', 'Avvikelse %'], ['Hemtjänst', 22130, 24710, -2580, -0.117], ['Ny verksamhet', 0, 118, -118, { error: '#DIV/0!' }], ['Boende', 30130, { error: '#REF!' }, -1630, -0.054], ['Boendestöd', 1970, 1551, 419, 0.213]]);
    expect(said(findingsOf(grid))).toEqual(expect.arrayContaining(['warning cell-error E3', 'error cell-error C4']));
  });

  it('recomputes percentages within the interval of rounded figures', () => {
    const rows = (wrong: number): readonly Row[] => [['Hemtjänst', 22130, 24710, -2580, wrong], ['Boende', 30130, 31760, -1630, -0.054], ['Nämnd', 1530, 1541, -11, -0.007], ['LSS', 10850, 12020, -1170, -0.108]];
    const grid = (wrong: number): SheetGrid => buildGrid([['Verksamhet, tkr', 'Budget 2024', 'Utfall 2024', 'Avvikelse', 'Avvikelse %'], ...rows(wrong)], { formats: { 'E2:E5': '0.0%' } });
    expect(errorsOf(grid(-0.117))).toEqual([]);
    expect(errorsOf(grid(-0.171))).toMatchObject([{ code: 'percent-mismatch', cell: 'E2' }]);
  });

  it('compares a heading that names its source with that source', () => {
    const source = buildGrid([['Driftsredovisning, mnkr'], [], ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ['Hemtjänst', -221.3, -247.1, -25.8], ['LSS boende', -108.5, -120.2, -11.7], ['Boendestöd', -19.7, -15.5, 4.2]], { name: 'Driftsredovisning' });
    const copy = (lss: number): SheetGrid => buildGrid([['Volymer 2024'], [], ['Verksamhet', 'Volym budget', 'Volym utfall', 'Avvikelse i driftredovisningen (mnkr)'], ['Hemtjänst', 346000, 308000, -25.8], ['LSS boende', 121, 116, lss], ['Boendestöd', 16000, 11200, 4.2]], { name: 'Volymer' });
    expect(errorsOf(source, copy(-11.7))).toEqual([]);
    expect(errorsOf(source, copy(11.7))).toMatchObject([{ code: 'cross-table-mismatch', sheet: 'Volymer', cell: 'D5', expected: -11.7 }]);
  });

  it('asks about the same row in two tables that agree elsewhere', () => {
    const summary = buildGrid([['Sammanfattning, mnkr'], [], ['Område', 'Budget 2024', 'Prognos 2024', 'Avvikelse'], ['Vuxna', 84.4, 85.9, -1.5], ['Barn', 148.5, 153, -4.5], ['Summa', 232.9, 238.9, -6]], { name: 'Sammanfattning' });
    const detail = buildGrid([['Vuxna, tkr'], [], ['Verksamhet', 'Budget 2024', 'Prognos 2024', 'Avvikelse'], ['LVM', 44400, 45330, -930], ['SoL', 40000, 44000, -4000], ['Totalt', 84400, 89330, -4930]], { name: 'Vuxna' });
    expect(said(findingsOf(summary, detail))).toEqual(['warning cross-table-mismatch C4']);
  });

  it('says which months a series lacks', () => {
    const grid = buildGrid([['Timmar per månad'], [], ['Månad', 'Beviljade timmar', 'Utförda timmar'], ...['2024-10', '2024-11', '2025-01', '2025-02', '2025-03'].map((month, index): Row => [month, 33773 + index * 37, index === 3 ? null : 25335 + index * 41])]);
    expect(findingsOf(grid).map(({ code, cell, basis }) => [code, cell, basis?.words])).toEqual([['missing-month', 'A6', ['december 2024']], ['missing-month', 'C7', ['februari 2025']]]);
  });

  it('asks for sign rule and unit only where nothing tells them', () => {
    expect(said(findingsOf(buildGrid([['Enhet', 'Budget', 'Utfall'], ['Enhet 101', 1834, 1902], ['Enhet 102', 2210, 2187], ['Enhet 103', 975, 975]])))).toEqual(['warning sign-rule-uncertain A1', 'warning unit-unknown A1']);
  });

  it('counts every check once', () => {
    const { checks } = readReport(buildWorkbook(table([...items, sumRow(items)])));
    expect(checks).toEqual({ total: 9, ok: 9, rounding: 0, warning: 0, error: 0 });
  });
});
