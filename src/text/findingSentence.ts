import type { Finding, Report } from '../workbook/report';
import type { Language } from './language';
import type { Texts } from './sv';

/** The sentence under a finding's title. */
export function findingSentence(finding: Finding, _report: Report, texts: Texts, _language: Language): string {
  return finding.message ?? texts.avstamning.titles[finding.code];
}
