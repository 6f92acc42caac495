import { latestReportingPoint } from '../../../src/core/reportingPoint';

const points = [
  { name: 'T2', month: '2025-08' },
  { name: 'T1', month: '2025-04' },
] as const;

describe('latestReportingPoint', () => {
  it.each([
    ['2025-03', undefined],
    ['2025-04', 'T1'],
    ['2025-07', 'T1'],
    ['2025-12', 'T2'],
  ] as const)('at %s is %s', (month, name) => {
    expect(latestReportingPoint(points, month)?.name).toBe(name);
  });
});
