import { readReport, type Reading } from '../../../../src/workbook/read/readWorkbook';
import { buildGrid, buildWorkbook } from '../../../support/gridBuilder';

const read = (...rows: readonly (readonly (string | number)[])[]): Reading => readReport(buildWorkbook(buildGrid([['Nettokostnad, tkr'], [], ...rows])));
const fields = ({ tables }: Reading): unknown => tables[0]?.columns.slice(1).map(({ field, asOf }) => (asOf === undefined ? field : `${field} ${asOf}`));

describe('quarters as headings', () => {
  it('reads quarters beside each other as periods of their own', () => {
    const reading = read(['Verksamhet', 'Q1', 'Q2', 'Q3', 'Q4', 'Totalt'], ['Enhet 1', 10, 12, 11, 13, 46], ['Enhet 2', 20, 22, 21, 23, 86], ['Enhet 3', 5, 5, 5, 6, 21]);
    expect([reading.tables[0]?.kind, fields(reading)]).toEqual(['budget', ['actual Q1', 'actual Q2', 'actual Q3', 'actual Q4', 'actual']]);
    expect(reading.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  it('adds the quarters up to the outcome to date', () => {
    const row = (name: string, budget: number, quarters: readonly number[], sum: number): (string | number)[] => [name, budget, ...quarters, sum];
    const reading = read(['Verksamhet', 'Budget 2025', 'Utfall kv 1', 'Utfall kv 2', 'Utfall kv 3', 'Utfall ack'], row('Enhet 1', 410, [110, 100, 90], 300), row('Enhet 2', 800, [190, 205, 200], 595), row('Enhet 3', 1210, [310, 300, 290], 910), row('Enhet 4', 1200, [310, 305, 300], 915));
    expect(reading.findings.filter((finding) => finding.severity === 'error').map(({ cell, expected }) => [cell, expected])).toEqual([['F6', 900]]);
  });

  it('compares each quarter with its own budget, the latest reported one for the table', () => {
    const reading = read(['Verksamhet', 'Budget kv 1', 'Utfall kv 1', 'Avvikelse', 'Budget kv 2', 'Utfall kv 2', 'Avvikelse'], ['Enhet 1', 100, 110, -10, 100, 95, 5], ['Enhet 2', 200, 190, 10, 200, 205, -5], ['Enhet 3', 300, 310, -10, 300, 290, 10]);
    expect(reading.tables[0]?.comparisons).toEqual([{ budget: 'E', compared: 'F', basis: 'toDate' }]);
    expect(reading.tables[0]?.rows.map((row) => row.variance)).toEqual([5, -5, 10]);
    expect(reading.findings).toEqual([]);
  });

  it('lets the latest period that is reported speak for the table', () => {
    const reading = read(['Verksamhet', 'Budget T1', 'Utfall T1', 'Avvikelse', 'Budget T2', 'Utfall T2', 'Avvikelse'], ['Enhet 1', 100, 110, -10, 200, 205, -5], ['Enhet 2', 200, 190, 10, 400, 398, 2], ['Enhet 3', 300, 330, -30, 600, 640, -40]);
    expect(reading.tables[0]?.comparisons).toEqual([{ budget: 'E', compared: 'F', basis: 'toDate' }]);
  });

  it('does not set a quarter against the budget of the year', () => {
    expect(read(['Verksamhet', 'Budget 2025', 'Utfall kv 1', 'Utfall kv 2'], ['Enhet 1', 400, 110, 100], ['Enhet 2', 800, 190, 205], ['Enhet 3', 1200, 310, 300]).tables[0]?.comparisons).toBeUndefined();
  });
});
