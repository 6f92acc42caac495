import type { Finding } from '../workbook/report';
import { findingText } from './findingText';
import type { Language } from './language';
import { formatExact } from './numbers';
import type { Texts } from './sv';

/**
 * The sentence under a finding's title, without repeating the title. Swedish has a sentence for each cause; English says what stands
 * and what was computed.
 */
export function findingSentence(finding: Finding, texts: Texts, language: Language): string {
  const title = texts.avstamning.titles[finding.code];
  if (language === 'sv') {
    const sentence = finding.message ?? findingText(finding);
    const rest = sentence.startsWith(`${title}: `) ? sentence.slice(title.length + 2) : sentence;
    return rest.charAt(0).toUpperCase() + rest.slice(1);
  }
  const text = (value: Finding['printed']): string => (typeof value === 'number' ? formatExact(value, 0, language) : (value ?? ''));
  const parts = [
    ...(finding.printed === undefined || finding.printed === null ? [] : [`${texts.avstamning.printed}: ${text(finding.printed)}`]),
    ...(finding.expected === undefined || finding.expected === null ? [] : [`${texts.avstamning.expected}: ${text(finding.expected)}`]),
  ];
  return parts.length === 0 ? title : parts.join(' · ');
}
