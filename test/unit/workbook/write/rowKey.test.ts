import type { ReportRow, ReportTable } from '../../../../src/workbook/report';
import { rowKeys } from '../../../../src/workbook/write/rowKey';

const row = (row: number, label: string, more: Partial<ReportRow> = {}): ReportRow => ({ row, label, code: null, kind: 'item', level: 0, values: {}, ...more });
const table = (rows: readonly ReportRow[], columns: ReportTable['columns'] = []): ReportTable => ({ sheet: 'Drift', range: 'A1:D9', headerRows: [1], kind: 'budget', unit: 'tkr', signRule: 'costs-negative', columns, rows });
const keys = (rows: readonly ReportRow[], columns?: ReportTable['columns']): readonly string[] => [...rowKeys(table(rows, columns)).values()];

describe('rowKeys', () => {
  it('takes the code before the label', () => {
    expect(keys([row(2, 'Hemtjänst', { code: '710' })])).toEqual(keys([row(9, 'Hemtjänst, ny text', { code: '710' })]));
  });

  it('tells rows of one name apart by their section', () => {
    const rows = [row(2, 'Hemtjänst', { kind: 'section' }), row(3, 'Löner', { level: 1 }), row(4, 'Boende', { kind: 'section' }), row(5, 'Löner', { level: 1 })];
    expect(keys(rows)).toEqual(['section:hemtjänst', 'hemtjänst/löner', 'section:boende', 'boende/löner']);
  });

  it('numbers rows that nothing tells apart', () => {
    expect(keys([row(2, 'Övrigt'), row(3, 'övrigt ')])).toEqual(['övrigt', 'övrigt#2']);
  });

  it('joins ansvar and konto where the table has both', () => {
    const columns: ReportTable['columns'] = [
      { column: 'A', header: 'Ansvar', field: 'responsibility' },
      { column: 'B', header: 'Konto', field: 'account' },
    ];
    expect(keys([row(2, 'Löner', { texts: { A: '051', B: '5010' } })], columns)).toEqual(['051/5010']);
  });

  it('keeps the sum of a code apart from the row', () => {
    expect(keys([row(2, 'LSS', { code: '78' }), row(3, 'Summa LSS', { code: '78', kind: 'sum' })])).toEqual(['78', 'sum:78']);
  });

  it('does not change when rows are inserted above', () => {
    const rows = [row(2, 'Hemtjänst'), row(3, 'Boende')];
    expect(keys([row(2, 'Nytt'), ...rows.map((each) => ({ ...each, row: each.row + 1 }))]).slice(1)).toEqual(keys(rows));
  });
});
