import { serialOf } from '../../core/month';
import { foldText } from './cellKind';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const START_PHRASE =
  /(?:från och med|fr\.?\s?o\.?\s?m\.?|med start(?: i)?|startar(?: i)?|start(?: i)?|börjar(?: i)?|från)\s+(?:den\s+)?(?:(\d{1,2})\s+)?(jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.?(?:\s+(20\d\d))?/u;
const END_PHRASE = /till och med|t\.?\s?o\.?\s?m|fram till|avslutas/u;

/** A start that a text tells in passing. */
export interface StartInText {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** Excel serial of the first day in force. */
  readonly serial: number;
}

/**
 * The month in which a measure starts by its own description: "Dubbla lokalkostnader upphör från och med oktober 2023".
 * @param planYear the year of a month that is named without one
 * @returns null where no start is told, or where the text speaks of an end as well
 */
export function startInText(text: string, planYear: number): StartInText | null {
  const folded = foldText(text);
  const match = START_PHRASE.exec(folded);
  if (match === null || END_PHRASE.test(folded)) return null;
  const [, day = '1', name = '', yearText] = match;
  const year = yearText === undefined ? planYear : Number(yearText);
  const month = MONTHS.indexOf(name) + 1;
  return { year, month, serial: serialOf(year, month, Number(day)) };
}
