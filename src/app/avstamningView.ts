import type { Finding, ReportTable } from '../workbook/report';
import { findingId } from '../workbook/write/writingInput';
import { tableAt } from './selectionView';
import type { Reading } from './session';

/** An error with the errors that it explains. */
export interface Cause {
  readonly finding: Finding;
  readonly follows: readonly Finding[];
}

/** A reading with the findings of one table only; its count of checks is still the whole workbook's. */
export function findingsIn(reading: Reading, table: ReportTable): Reading {
  const findings = reading.report.findings.filter(({ sheet, cell }) => tableAt({ sheet, address: cell }, [table]) !== undefined);
  return { ...reading, report: { ...reading.report, findings } };
}

/** The findings of a reading, grouped for the pane; accepted ones stand apart. */
export interface AvstamningView {
  readonly errors: readonly Cause[];
  /** Causes and what follows from them. */
  readonly errorCount: number;
  readonly questions: readonly Finding[];
  readonly rounding: readonly Finding[];
  readonly accepted: readonly { readonly finding: Finding; readonly reason: string }[];
  readonly checkCount: number;
  /** Checks without any remark. */
  readonly fitCount: number;
}

/**
 * Groups findings by severity, and errors by what causes them, so that one wrong figure is one thing to correct.
 * What is only information is not shown.
 */
export function avstamningView(reading: Pick<Reading, 'report' | 'accepted' | 'checkCount'>): AvstamningView {
  const accepted: { finding: Finding; reason: string }[] = [];
  const open: Finding[] = [];
  for (const finding of reading.report.findings) {
    const reason = reading.accepted.get(findingId(finding));
    if (reason === undefined) open.push(finding);
    else accepted.push({ finding, reason });
  }
  const errors = open.filter((finding) => finding.severity === 'error');
  const byPlace = new Map(errors.map((finding) => [`${finding.sheet}!${finding.cell}`, finding]));
  const causeOf = (finding: Finding): Finding => {
    const cause = finding.cause === undefined ? undefined : byPlace.get(finding.cause);
    return cause === undefined || cause === finding ? finding : cause;
  };
  const isCause = (finding: Finding): boolean => causeOf(finding) === finding || causeOf(causeOf(finding)) === finding;
  const causes = errors.filter(isCause).map((finding) => ({ finding, follows: errors.filter((other) => !isCause(other) && causeOf(other) === finding) }));
  const grouped = new Set(causes.flatMap(({ finding, follows }) => [finding, ...follows]));
  const loose = errors.filter((finding) => !grouped.has(finding)).map((finding) => ({ finding, follows: [] }));
  const questions = open.filter((finding) => finding.severity === 'warning');
  const rounding = open.filter((finding) => finding.severity === 'rounding');
  return {
    errors: [...causes, ...loose], errorCount: errors.length, questions, rounding, accepted,
    checkCount: reading.checkCount, fitCount: Math.max(0, reading.checkCount - errors.length - questions.length - rounding.length),
  };
}

export interface WorstFinding {
  readonly kind: 'errors' | 'questions' | 'fits';
  readonly count: number;
}

/** What the pill in the header says: errors, else questions (findings to look at and questions about tables), else that it fits. */
export function worstFinding(reading: Pick<Reading, 'report' | 'accepted' | 'checkCount' | 'statuses'>): WorstFinding {
  const { errorCount, questions } = avstamningView(reading);
  if (errorCount > 0) return { kind: 'errors', count: errorCount };
  const count = questions.length + reading.statuses.reduce((sum, status) => sum + (status.state === 'question' ? status.questions.length : 0), 0);
  return count > 0 ? { kind: 'questions', count } : { kind: 'fits', count: 0 };
}
