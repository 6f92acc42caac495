import { serialOf } from '../../core/month';
import { MONTH_STARTS, monthNamed } from '../monthNames';
import { foldText } from './cellKind';

const START_WORD = '(?:från och med|fr\\.?\\s?o\\.?\\s?m\\.?|med start(?: i)?|startar(?: i)?|start(?: i)?|börjar(?: i)?|från)';
const START_PHRASE = new RegExp(`${START_WORD}\\s+(?:den\\s+)?(?:(\\d{1,2})\\s+)?(${MONTH_STARTS.join('|')})\\p{L}*\\.?(?:\\s+(20\\d\\d))?`, 'u');
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
  const month = monthNamed(name);
  return { year, month, serial: serialOf(year, month, Number(day)) };
}
