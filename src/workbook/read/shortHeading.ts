import { foldText } from './cellKind';

const SHORT = /^(b|bu|u|ut|p|pr|pg)[ .'’-]*((?:20)?(?:1[3-9]|[2-4]\d))(0[1-9]|1[0-2])?$/u;

const WORDS: Readonly<Record<string, string>> = { b: 'budget', bu: 'budget', u: 'utfall', ut: 'utfall', p: 'prognos', pr: 'prognos', pg: 'prognos' };

/**
 * A heading of one or two letters and a year, spelled out; null for anything else. Such letters can stand for much: the caller makes sure that the
 * headings beside speak of money.
 * @example "B25" is "budget 2025"; "P2508" is "prognos 2508"; "U-24" is "utfall 2024"
 */
export function spellOutHeading(heading: string): string | null {
  const match = SHORT.exec(foldText(heading));
  const word = WORDS[match?.[1] ?? ''];
  if (match === null || word === undefined) return null;
  const [, , year = '', month] = match;
  return month === undefined ? `${word} ${year.padStart(4, '20')}` : `${word} ${year}${month}`;
}
