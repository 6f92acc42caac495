import type { ReportTable } from '../report';

/** What the plan sheets are built from, besides the budget tables. */
export interface PlanInput {
  /** The calendar year of the plan. */
  readonly year: number;
  readonly measures: readonly ReportTable[];
  readonly requirements: readonly ReportTable[];
}
