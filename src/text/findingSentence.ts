import type { Finding } from '../workbook/report';
import { findingText } from './findingText';
import { findingTextEn } from './findingTextEn';
import type { Language } from './language';
import type { Texts } from './sv';

/** The sentence under a finding's title, without repeating the title. */
export function findingSentence(finding: Finding, texts: Texts, language: Language): string {
  const title = texts.avstamning.titles[finding.code];
  const sentence = language === 'sv' ? (finding.message ?? findingText(finding)) : findingTextEn(finding);
  const rest = sentence.startsWith(`${title}: `) ? sentence.slice(title.length + 2) : sentence;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
