import type { Finding } from '../report';

const RANK = { error: 0, warning: 1, info: 1, rounding: 2 } as const;

/** Findings as Avstämning lists them: errors, then questions, then roundings; within each in the order they were found. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
