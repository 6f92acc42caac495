/** One line of the bench: what was measured, as a ratio to a bare hand-written piece of code over the same data in the same run. */
export interface BenchRow {
  readonly name: string;
  readonly ratio: number;
  /** What the ratio is of: "× bare loop". */
  readonly unit: string;
  /** The times behind the ratio, and how many cells. */
  readonly detail: string;
  /** The largest ratio that is accepted; left out where the row is only information. */
  readonly limit?: number;
}
