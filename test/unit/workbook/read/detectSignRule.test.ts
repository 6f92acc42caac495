import type { CellValue } from '../../../../src/workbook/grid';
import { readReport } from '../../../../src/workbook/read/readWorkbook';
import type { ReportTable } from '../../../../src/workbook/report';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const head = ['Verksamhet, tkr', 'Budget 2024', 'Utfall 2024', 'Avvikelse'];
const areas = (budgetSign: 1 | -1, deviationSign: 1 | -1): readonly CellValue[][] =>
  [['Hemtjänst', 22130, 24710], ['Särskilt boende', 30130, 31760], ['Boendestöd', 1970, 1551], ['Nämnd', 160, 150]].map(([name, budget, actual]) => [
    name ?? '', budgetSign * Number(budget), budgetSign * Number(actual), deviationSign * (Number(actual) - Number(budget)),
  ]);
const read = (titles: readonly string[], rows: readonly (readonly CellValue[])[], heading: readonly string[] = head): ReportTable | undefined =>
  readReport(buildWorkbook(buildGrid([...titles.map((title) => [title]), [], heading, ...rows]))).tables[0];

describe('detectSignRule', () => {
  it.each([
    ['deviations of negative costs', ['Drift'], areas(-1, -1), 'costs-negative', undefined],
    ['deviations of positive costs', ['Drift'], areas(1, -1), 'costs-positive', undefined],
    ['overspending printed with plus, positive costs', ['Nettokostnader'], areas(1, 1), 'costs-positive', 'plus-worse'],
    ['overspending printed with plus, negative costs', ['Drift'], areas(-1, 1), 'costs-negative', 'plus-worse'],
    ['a sheet text that the deviations contradict', ['Nettokostnad anges utan minustecken'], areas(-1, -1), 'costs-negative', undefined],
  ])('follows %s', (_, titles, rows, rule, printed) => {
    const table = read(titles, rows);
    expect([table?.signRule, table?.printedVariance, table?.signEvidence]).toEqual([rule, printed, { matched: 4, of: 4 }]);
    expect(table?.rows.map((row) => row.variance)).toEqual([-2580, -1630, 419, 10]);
  });

  it('turns rows of revenue round where costs and revenue are both positive', () => {
    const table = read(['Resultaträkning'], [['Taxor och avgifter', 4400, 4800, 400], ['Bidrag', 3300, 2820, -480], ['Summa intäkter', 7700, 7620, -80], ['Personal', 76530, 82790, -6260], ['Lokaler', 6410, 6890, -480], ['Summa kostnader', 82940, 89680, -6740], ['Nettokostnad', 75240, 82060, -6820]]);
    expect(table?.signRule).toBe('costs-positive');
    expect(table?.rows.map((row) => row.variance)).toEqual([400, -480, -80, -6260, -480, -6740, -6820]);
    expect(table?.rows[6]?.parts).toEqual([6, 9]);
  });

  it('says of a row of revenue that it turns round also where only another comparison has its figures', () => {
    const heading = ['Konto', 'Årsbudget 2024', 'Prognos 2024', 'Avvikelse helår', 'Budget ack', 'Utfall ack', 'Avvikelse ack'];
    const rows = [['Intäkter', 40, null, null, 20, 22, 2], ['Personal', 100, 104, -4, 50, 51, -1], ['Lokaler', 30, 31, -1, 15, 16, -1], ['Köp av verksamhet', 60, 58, 2, 30, 29, 1], ['Övriga intäkter', 10, 12, 2, 5, 6, 1]];
    const table = read(['Resultaträkning (tkr)'], rows, heading);
    expect(table?.rows.map(({ signRule, varianceToDate }) => [signRule, varianceToDate])).toEqual([['costs-negative', 2], [undefined, -1], [undefined, -1], [undefined, 1], ['costs-negative', 1]]);
  });

  it('follows deviations where revenue carries the minus', () => {
    const table = read(['Resultaträkning'], [['Intäkter', -176819, -176893, 74], ['Kostnader', 1739519, 1747436, -7917], ['Netto', 1562700, 1570543, -7843]]);
    expect([table?.signRule, table?.rows.map((row) => row.variance)]).toEqual(['costs-positive', [74, -7917, -7843]]);
  });

  it.each([
    ['a text about minus', ['Kostnader anges med minustecken'], [['Enhet 1', -400, -410], ['Enhet 2', -300, -290]], 'costs-negative'],
    ['a text about how the deviation is computed', ['Avvikelse = budget – utfall'], [['Enhet 1', 400, 410], ['Enhet 2', 300, 290]], 'costs-positive'],
    ['the signs of rows that are costs', ['Uppföljning'], [['Personal', -400, -410], ['Lokaler', -300, -290], ['Avgifter', 90, 95]], 'costs-negative'],
    ['net cost in the title', ['Nettokostnad per enhet'], [['Enhet 1', 400, 410], ['Enhet 2', 300, 290]], 'costs-positive'],
  ])('uses %s where no deviations are printed', (_, titles, rows, rule) => {
    expect(read(titles, rows, head.slice(0, 3))?.signRule).toBe(rule);
  });

  it('leaves the rule open where nothing tells', () => {
    const table = read(['Underlag'], [['Enhet 1', 400, 410], ['Enhet 2', 300, 290], ['Enhet 3', 120, 120]], head.slice(0, 3));
    expect([table?.signRule, table?.rows.some((row) => row.variance !== undefined)]).toEqual([null, false]);
  });

  it('never compares an outcome to date with a budget of the year', () => {
    const table = read(['Kostnader med minustecken'], [['Enhet 1', -410, -1200], ['Enhet 2', -290, -900], ['Enhet 3', -100, -330]], ['Verksamhet, tkr', 'Utfall jan-apr 2024', 'Budget 2024']);
    expect([table?.comparisons, table?.rows.some((row) => row.variance !== undefined)]).toEqual([undefined, false]);
  });

  it('counts the rows that the rule explains', () => {
    const rows = areas(-1, -1).map((row, index) => (index === 1 ? [row[0] ?? '', row[1] ?? 0, row[2] ?? 0, 99] : row));
    expect(read(['Drift'], rows)?.signEvidence).toEqual({ matched: 3, of: 4 });
  });
});
