import { foldText } from './cellKind';

/** Which side of the accounts a row stands on, as far as its words or its account tell. */
export type MoneySide = 'cost' | 'revenue' | 'net';

const total = /^(?:del|slut|total|hel)?(?:summ?a|s:a|summering)(?![\p{L}\d])|^tota(?:l|lt|len|la|lsumma)(?![\p{L}])|(?<![\p{L}])(?:summa|totalt|s:a)\s*:?\s*(?:\([^)]*\))?$|^samtliga(?![\p{L}])|^alla verksamheter$|^utgående (?:budget|ram|budgetram|anslag)(?![\p{L}])/u;
const net =
  /^(?:summa |s:a |totalt? )?(?:verksamhetens |nämndens |årets |periodens |redovisat |ekonomiskt )*(?:netto(?:kostnad(?:er)?|resultat|intäkt(?:er)?|budget|driftskostnad(?:er)?)?|resultat(?:et)?|över-?\/underskott)(?![\p{L}/])(?! (?:\/|per|av|före|i) )[^/]*$/u;
const grossTotal = /^(?:verksamhetens|nämndens|totala|bruttokostnad|summa) ?(?:kostnader|intäkter|bruttokostnad(?:er)?)?$/u;
const part = /^[-–—−‑•*]?\s*(?:varav|därav|exkl\.?|exklusive|inkl\.?|inklusive|d\.?v\.?s\.?|som ingår i|ingår i)(?![\p{L}])/u;
const belowResult = /(?:uttag|balansresultat|resultatöverföring|överfört resultat|justerat resultat|balanskravs|eget kapital|disponering|(?<![\p{L}])(?:ib|ub)(?![\p{L}])|ingående balans|utgående balans|resultatfond)/u;

const revenueWords = /(?<!minskade )(?:intäkt|taxor|(?<!sociala )(?<![\p{L}])avgifter(?! till)|statsbidrag|försäljning|hyror och arrenden|kommunbidrag|anslag|ersättning från|erhåll|inkomst)/u;
const costWords = /kostnad|utgift|personal|(?<![\p{L}])lön(?:er|ekostn)?|månadslön|lokal|köp av|köpta|material|tjänster|avskrivning|kapitaltjänst|lämnade|konsult|livsmedel|arbetsgivaravg|sociala avgifter|pension|sjuklön|övertid|vikari|drift(?:s)?kostn|transporter|hyreskostn|lokalhyr|räntekostn/u;
const netWords = /netto|resultat/u;

/** Whether a label says that its row sums others: "Summa intäkter", "S:a äldreomsorg", "Totalt:". */
export const isTotalLabel = (label: string): boolean => total.test(foldText(label));

/** Whether a label names a net or a result: "Netto", "Verksamhetens nettokostnad", "Årets resultat"; not "Nettokostnad per dygn". */
export const isNetLabel = (label: string): boolean => net.test(foldText(label).replace(/\s*\([^)]*\)\s*:?$/u, ''));

/** Whether a label names all costs or all revenue without a word for sum: "Verksamhetens kostnader". */
export const isGrossLabel = (label: string): boolean => grossTotal.test(foldText(label));

/** Whether a label opens a part of the row above, which is in no sum of its own: "varav statsbidrag". */
export const isPartLabel = (label: string): boolean => part.test(foldText(label));

/** Whether a label belongs to the equity below a result: "IB balansresultat", "Uttag". */
export const isBelowResult = (label: string): boolean => belowResult.test(foldText(label));

/**
 * Which side a row stands on by its account or its words.
 * @param code an account or account group: 3… and 8… are revenue (8 is left open), 4…–7… are costs
 * @returns null where the words tell nothing: "Hemtjänst"
 * @example moneySide('Taxor och avgifter', null) is 'revenue'; moneySide('Bidrag (kostnader)', null) is 'cost'
 */
export function moneySide(label: string, code: string | null, isAccountCode: boolean): MoneySide | null {
  const text = foldText(label);
  if (netWords.test(text)) return 'net';
  const isCost = costWords.test(text);
  const isRevenue = revenueWords.test(text) || (/^bidrag$/u.test(text) && !isCost);
  if (isAccountCode && code !== null) {
    if (code.startsWith('3')) return 'revenue';
    if (/^[4-7]/u.test(code)) return 'cost';
  }
  if (isCost && isRevenue) return /^(?:summa |verksamhetens |externa |interna )*(?:intäkt|försäljning)|\(intäkt/u.test(text) ? 'revenue' : /kostnad/u.test(text) ? 'cost' : null;
  if (isCost) return 'cost';
  return isRevenue ? 'revenue' : null;
}

/**
 * A label as it is compared between tables: no code, no case, no punctuation, no words for sum.
 * @example comparableLabel('77 Hälso- och sjukvård, rehab') is 'hälso och sjukvård rehab'
 */
export function comparableLabel(label: string): string {
  return foldText(label)
    .replace(/^\d{2,6}(?:[-/]\d+)?\s+(?=\p{L})/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
