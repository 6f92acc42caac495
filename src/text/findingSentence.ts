import type { Finding, Report } from '../workbook/report';
import { findingText } from './findingText';
import type { Language } from './language';
import type { Texts } from './sv';

/** The sentence under a finding's title. */
export function findingSentence(finding: Finding, _report: Report, texts: Texts, language: Language): string {
  return finding.message ?? (language === 'sv' ? findingText(finding) : texts.avstamning.titles[finding.code]);
}
