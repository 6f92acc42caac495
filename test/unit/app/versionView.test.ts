import { suggestVersions } from '../../../src/app/versionView';
import type { Report, ReportTable } from '../../../src/workbook/report';

const table = (columns: readonly Pick<ReportTable['columns'][number], 'field' | 'header' | 'year' | 'asOf'>[], signRule: ReportTable['signRule'] = 'costs-negative'): ReportTable => ({
  sheet: 'Drift', range: 'A1:D9', headerRows: [1], kind: 'budget', unit: 'mnkr', signRule, rows: [],
  columns: columns.map((column, index) => ({ ...column, column: String.fromCharCode(66 + index) })),
});
const report = (...tables: readonly ReportTable[]): Report => ({ schema: 'von-report/1', workbook: 'prov.xlsx', tables, findings: [], written: [] });
const budget = { field: 'budget', header: 'Budget 2025', year: 2025 } as const;

describe('suggestVersions', () => {
  it('names a closed year by its full-year outcome', () => {
    expect(suggestVersions(report(table([budget, { field: 'actual', header: 'Utfall 2025', year: 2025 }])), 2026)[0]).toBe('Helår 2025');
  });

  it('names the year that is followed up, not that of a budget to come', () => {
    expect(suggestVersions(report(table([budget, { field: 'actual', header: 'Utfall 2025', year: 2025 }, { field: 'budget', header: 'Budget 2026', year: 2026 }])), 2026)[0]).toBe('Helår 2025');
  });

  it('names quarters by the last of them, and closes no year by one', () => {
    const quarters = [{ field: 'actual', header: 'Utfall kv 1', year: 2025, asOf: 'kv 1' }, { field: 'actual', header: 'Utfall kv 2', year: 2025, asOf: 'kv 2' }] as const;
    expect(suggestVersions(report(table([budget, ...quarters])), 2026)).toEqual(['Utfall kv 2 2025', 'Utfall kv 1 2025']);
  });

  it('names a forecast by its month, the latest first', () => {
    const forecasts = [{ field: 'forecast', header: 'Prognos aug', year: 2025, asOf: 'aug' }, { field: 'forecast', header: 'Prognos okt', year: 2025, asOf: 'okt' }] as const;
    expect(suggestVersions(report(table([budget, ...forecasts])), 2025)).toEqual(['Prognos okt 2025', 'Prognos aug 2025']);
  });

  it.each([['Utfall jan–sep', 'September 2025'], ['Ack utfall t.o.m. augusti', 'Augusti 2025'], ['Utfall hittills', 'Uppföljning 2025']])('names what only reaches to a month by it: %s', (header, name) => {
    const toDate = { field: 'budgetToDate', header: 'Budget jan–sep 2025', year: 2025 } as const;
    expect(suggestVersions(report(table([toDate, { field: 'actualToDate', header, year: 2025 }])), 2025)[0]).toBe(name);
  });

  it('lets a table with an open sign rule have no say where another is understood', () => {
    const forecast = table([budget, { field: 'forecast', header: 'Prognos okt', year: 2025, asOf: 'okt' }]);
    const open = table([budget, { field: 'actual', header: 'Utfall 2025', year: 2025 }], null);
    expect(suggestVersions(report(forecast, open), 2026)[0]).toBe('Prognos okt 2025');
    expect(suggestVersions(report(open), 2026)[0]).toBe('Helår 2025');
  });
});
