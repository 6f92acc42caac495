import type { Unit } from '../../core/amount';
import { foldText } from './cellKind';

const EDGE_BEFORE = '(?<![\\p{L}\\d])(?<!\\d\\s)';
const EDGE_AFTER = '(?![\\p{L}\\d])(?!\\s*(?:/|per\\s))';
/** "kr per dygn" and "kr per månad" are prices; "tkr per månad" and "mnkr per verksamhet" say how amounts are laid out. */
const EDGE_AFTER_LARGE = '(?![\\p{L}\\d])(?!\\s*(?:/|per\\s(?!(?:månad|mån|år|kvartal|tertial|verksamhet|ansvar|nämnd)(?!\\p{L}))))';
const UNIT_WORDS: readonly (readonly [Unit, RegExp])[] = [
  ['mnkr', new RegExp(`${EDGE_BEFORE}(?:mnkr|mkr|msek|milj(?:oner|\\.)? ?kr(?:onor)?|miljoner)${EDGE_AFTER_LARGE}`, 'u')],
  ['tkr', new RegExp(`${EDGE_BEFORE}(?:tkr|kkr|ksek|tsek|tusen(?:tals?)? ?kr(?:onor)?|tusentals? kronor|1 ?000[- ]tals? kr(?:onor)?|1 ?000 kr)${EDGE_AFTER_LARGE}`, 'u')],
  ['kr', new RegExp(`${EDGE_BEFORE}(?:kr|kronor|sek|skr)${EDGE_AFTER}`, 'u')],
];

/**
 * The money unit that a heading or a title names, or null. A figure with its unit ("450 tkr") and a price ("kr per dygn", "kr/timme") name none.
 * Examples: "Verksamhet, tkr" → tkr; "Belopp i miljoner kronor" → mnkr.
 */
export function readUnit(text: string): Unit | null {
  const folded = foldText(text);
  // A thousand kronor written out begins with a figure, so it is tried before figures are ruled out.
  if (/(?<!\d)1 ?000[- ]?(?:tals? )?kr(?:onor)?(?!\p{L})/u.test(folded)) return 'tkr';
  return UNIT_WORDS.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Whether a text says nothing but the unit: "tkr", "(mnkr)", "Belopp i tkr", "Alla belopp i tkr". */
export function isUnitText(text: string): boolean {
  if (readUnit(text) === null) return false;
  const rest = foldText(text).replace(/[().,:;]/g, ' ').replace(/(?<!\p{L})(?:alla|belopp|anges|redovisas|uttryckt|i|enhet|mnkr|mkr|msek|miljoner|milj|tkr|kkr|tusental|tusentals|tusen|kronor|kr|sek)(?!\p{L})/gu, ' ');
  return rest.trim() === '';
}

/** The unit inside a number format, such as '#,##0" tkr"'; null when it has none. */
export function readFormatUnit(numberFormat: string): Unit | null {
  if (!numberFormat.includes('"') && !/kr/i.test(numberFormat)) return null;
  const literal = [...numberFormat.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '').join(' ') || numberFormat.replace(/\\/g, '');
  return readUnit(literal.replace(/[^\p{L} ]/gu, ' '));
}

/** Whether a note tells the unit of a table: a short line, or one that says in what the amounts are given. */
export function isUnitNote(text: string): boolean {
  if (readUnit(text) === null) return false;
  return isUnitText(text) || /(?:belopp|siffror|uppgifter|kostnader|värden|summor)\p{L}*\s+(?:\p{L}+\s+){0,3}i\s+(?:tkr|mnkr|mkr|kr|tusen|miljoner|kkr)/u.test(foldText(text));
}
