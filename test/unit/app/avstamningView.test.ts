import { avstamningView, worstFinding } from '../../../src/app/avstamningView';
import type { Finding, Report } from '../../../src/workbook/report';

const finding = (cell: string, severity: Finding['severity'], more: Partial<Finding> = {}): Finding => ({ code: 'sum-mismatch', severity, sheet: 'Drift', cell, ...more });
const reading = (findings: readonly Finding[], accepted: ReadonlyMap<string, string> = new Map()) => {
  const report: Report = { schema: 'von-report/1', workbook: 'prov.xlsx', tables: [], findings, written: [] };
  return { report, accepted, checkCount: 20, statuses: [] };
};

describe('avstamningView', () => {
  it('puts what follows under its cause, through several steps', () => {
    const view = avstamningView(reading([finding('E17', 'error'), finding('F17', 'error', { cause: 'Drift!E17' }), finding('E19', 'error', { cause: 'Drift!E17' })]));
    expect(view.errors.map((cause) => [cause.finding.cell, cause.follows.map((one) => one.cell)])).toEqual([['E17', ['F17', 'E19']]]);
    expect(view.errorCount).toBe(3);
  });

  it('loses no error when causes name each other or nothing', () => {
    const view = avstamningView(reading([finding('A1', 'error', { cause: 'Drift!B1' }), finding('B1', 'error', { cause: 'Drift!A1' }), finding('C1', 'error', { cause: 'Borta!A1' })]));
    const shown = view.errors.flatMap((cause) => [cause.finding, ...cause.follows]).map((one) => one.cell);
    expect([...shown].sort()).toEqual(['A1', 'B1', 'C1']);
  });

  it('counts what fits as the checks without a remark', () => {
    const view = avstamningView(reading([finding('A1', 'error'), finding('A2', 'warning'), finding('A3', 'rounding'), finding('A4', 'info')]));
    expect([view.errorCount, view.questions.length, view.rounding.length, view.fitCount]).toEqual([1, 1, 1, 17]);
  });

  it('sets accepted findings apart with their reason', () => {
    const view = avstamningView(reading([finding('A1', 'error')], new Map([['sum-mismatch Drift!A1', 'Rätt i källan']])));
    expect(view.errorCount).toBe(0);
    expect(view.accepted[0]?.reason).toBe('Rätt i källan');
  });
});

describe('worstFinding', () => {
  it.each([
    [[finding('A1', 'error'), finding('A2', 'warning')], 'errors', 1],
    [[finding('A2', 'warning'), finding('A3', 'warning')], 'questions', 2],
    [[finding('A3', 'rounding')], 'fits', 0],
  ] as const)('tells the worst of %#', (findings, kind, count) => {
    expect(worstFinding(reading(findings))).toEqual({ kind, count });
  });
});
