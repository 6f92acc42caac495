import { monthsBetween, type Month } from './month';

/** When a report is due. Municipalities have different ones (tertial, delår, every month), so the user names them. */
export interface ReportingPoint {
  /** The user's own word: "T1", "Delår augusti". */
  readonly name: string;
  /** The last month that the report covers. */
  readonly month: Month;
}

/**
 * The latest reporting point that a month has reached.
 * @param points in any order
 * @returns the point; null before the first
 * @example latestReportingPoint([{ name: 'T1', month: '2025-04' }, { name: 'T2', month: '2025-08' }], '2025-06')?.name // 'T1'
 */
export function latestReportingPoint(points: readonly ReportingPoint[], month: Month): ReportingPoint | null {
  return points.reduce<ReportingPoint | null>(
    (latest, point) => (monthsBetween(point.month, month) >= 0 && (latest === null || monthsBetween(latest.month, point.month) > 0) ? point : latest),
    null,
  );
}
