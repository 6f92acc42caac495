import { dayOfSerial } from '../../core/month';
import type { CellValue } from '../grid';
import { monthNamed } from '../monthNames';
import { foldText, isDateFormat } from './cellKind';
import type { Period } from './tableDraft';

/** A month that a cell or a heading names; the year is often left out. */
export interface NamedMonth {
  readonly month: number;
  readonly year?: number;
}

/** What a heading says of time. */
export interface PeriodWords {
  /** The only year in the text; left out where there are none or several. */
  readonly year?: number;
  readonly period?: Period;
  /** The heading's own words for when something was made: "okt", "2", "delår 1", "15 oktober". */
  readonly asOf?: string;
  /** 1–4 where the heading names a quarter and does not say "ack" or "t.o.m."; alone it is read as January to its last month. */
  readonly quarter?: number;
}

const MONTH = '(jan(?:uari)?|feb(?:r|ruari)?|mar(?:s)?|apr(?:il)?|maj|june?|juni|july?|juli|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const NOT_BEFORE = '(?<![\\p{L}\\d])';
const NOT_AFTER = '(?![\\p{L}\\d])';
const pattern = (source: string, flags = 'u'): RegExp => new RegExp(source, flags);

const YEAR = pattern('(?<![\\d.,])(19[6-9]\\d|20\\d\\d)(?![\\d.,]\\d|\\d)', 'gu');
const YEAR_MONTH = pattern(`${NOT_BEFORE}(20\\d\\d)[-/]?(0[1-9]|1[0-2])${NOT_AFTER}`);
/** "Utfall 2508": year and month of two digits each, only behind a word for amounts. */
const SHORT_STAMP = pattern(`${NOT_BEFORE}(?:utfall|prognos|budget|utf|ack|progn?|pr)\\.?\\s+(2[1-9])(0[1-9]|1[0-2])${NOT_AFTER}`);
/** "Budget 25", "Utf -24", "Q2 25": a year of two digits, only behind a word for amounts or a quarter; 1–12 can be months, and a day or a percentage is no year. */
const SHORT_YEAR = pattern(`${NOT_BEFORE}(?:(?:års|helårs)?(?:budget|bud|bu|utfall|utf|prognos|progn|prog|pr|bokslut|bo|redovisat|redov|plan|ub|ram)|år|(?:q|kv\\.?|kvartal)\\s?[1-4])\\.?\\s*[-'’]?\\s*(1[3-9]|[2-4]\\d)(?![\\d.,/:%]|\\p{L}|\\s?[%/]|\\s?-\\s?\\d|\\s+${MONTH}${NOT_AFTER})`);
const MONTH_RANGE = pattern(`${NOT_BEFORE}${MONTH}\\.?\\s*(?:20\\d\\d)?\\s*(?:-|–|—|till och med|t\\.?o\\.?m\\.?|till)\\s*${MONTH}${NOT_AFTER}`);
const YEAR_MONTH_RANGE = pattern(`${NOT_BEFORE}(20\\d\\d)(0[1-9]|1[0-2])\\s*[-–—]\\s*(20\\d\\d)?(0[1-9]|1[0-2])${NOT_AFTER}`);
const ONE_MONTH = pattern(`${NOT_BEFORE}${MONTH}(?:\\.?[\\s'’-]*(20\\d\\d|\\d\\d))?${NOT_AFTER}`);
const DAY_OF_MONTH = pattern(`${NOT_BEFORE}([1-3]?\\d)[\\s/]+${MONTH}${NOT_AFTER}`);
const ISO_DAY = pattern(`${NOT_BEFORE}(20\\d\\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])${NOT_AFTER}`);
const TO_DATE = pattern(`${NOT_BEFORE}(?:t\\.?\\s?o\\.?\\s?m\\.?|till och med|ack(?:\\.|umulera\\p{L}*|umulativt?)?|hittills|period(?:en)?(?:s|utfall|budget)?|delårs?\\p{L}*|aktuell period)${NOT_AFTER}`);
const FULL_YEAR = pattern(`${NOT_BEFORE}(?:hel(?:t|a)?\\s?år\\p{L}*|hela året|års?(?:budget|prognos|utfall|plan|anslag)\\p{L}*|12 mån\\p{L}*)`);
const TERTIAL = pattern(`${NOT_BEFORE}(?:t|tertial(?:rapport)?)\\s?([1-3])${NOT_AFTER}`);
const QUARTER = pattern(`${NOT_BEFORE}(?:(?:q|kv\\.?|kvartal)\\s?([1-4])|([1-4]):?[ae] (?:kv\\.?|kvartalet))${NOT_AFTER}`);

const AS_OF = pattern(
  `(?:${NOT_BEFORE}(?:tertial|delår|kvartal|kv\\.?|t|q|nr)\\s?\\d${NOT_AFTER})|(?:${NOT_BEFORE}[1-3]?\\d[\\s/]+${MONTH}${NOT_AFTER})|(?:${NOT_BEFORE}20\\d\\d-?(?:0[1-9]|1[0-2])(?:-?[0-3]\\d)?${NOT_AFTER})|(?:${NOT_BEFORE}${MONTH}${NOT_AFTER})|(?:(?<=prognos\\s?)(?:0?[1-9]|1[0-2])${NOT_AFTER})|(?:(?<=(?:prognos|progn|prog|pr)\\.?\\s)2[1-9](?:0[1-9]|1[0-2])${NOT_AFTER})|(?:${NOT_BEFORE}(?:föregående|förra|tidigare|senaste|ny|aktuell)(?=\\s+(?:månads\\s+)?prognos))`,
  'iu',
);

const fullYearOf = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));
const withYear = <T extends object>(part: T, year: number | undefined): T & { readonly year?: number } => (year === undefined ? part : { ...part, year });

/**
 * What a heading says of year and period. January to a month is `toDate`; "jan-dec" and "helår" are `fullYear`; "T2" is January to August.
 * Examples: "Utfall jan-aug" → to date, month 8; "Prognos okt" → month 10, asOf "okt"; "Budget 2025" → year 2025; "202408" → month 8 of 2024.
 */
export function readPeriodWords(heading: string): PeriodWords {
  const text = foldText(heading);
  const years = [...new Set([...text.matchAll(YEAR)].map((match) => Number(match[1])))];
  const stampedYear = YEAR_MONTH.exec(text)?.[1] ?? ISO_DAY.exec(text)?.[1] ?? SHORT_STAMP.exec(text)?.[1];
  const shortYear = ONE_MONTH.exec(text)?.[2] ?? SHORT_YEAR.exec(text)?.[1];
  const year = years.length === 1 ? years[0] : years.length === 0 && (stampedYear ?? shortYear) ? fullYearOf(stampedYear ?? shortYear ?? '') : undefined;
  const period = periodIn(text, year);
  const asOf = MONTH_RANGE.test(text) || YEAR_MONTH_RANGE.test(text) ? undefined : AS_OF.exec(foldLines(heading))?.[0];
  const quarter = TO_DATE.test(text) || FULL_YEAR.test(text) ? undefined : quarterIn(text);
  return { ...(year === undefined ? {} : { year }), ...(period ? { period } : {}), ...(asOf ? { asOf } : {}), ...(quarter === undefined ? {} : { quarter }) };
}

const foldLines = (text: string): string => text.replace(/\s+/g, ' ').trim();

function periodIn(text: string, year: number | undefined): Period | undefined {
  const range = MONTH_RANGE.exec(text);
  const stamps = YEAR_MONTH_RANGE.exec(text);
  const [first, last] = range ? [monthNamed(range[1] ?? ''), monthNamed(range[2] ?? '')] : stamps ? [Number(stamps[2]), Number(stamps[4])] : [0, 0];
  if (first === 1) return last === 12 ? withYear({ kind: 'fullYear' as const }, year) : withYear({ kind: 'toDate' as const, month: last }, year);
  if (first > 0) return undefined;
  const month = monthIn(text);
  if (TO_DATE.test(text)) {
    const known = month ?? tertialMonth(text);
    return withYear({ kind: 'toDate' as const, ...(known ? { month: known } : {}) }, year);
  }
  if (FULL_YEAR.test(text)) return withYear({ kind: 'fullYear' as const }, year);
  const tertial = tertialMonth(text);
  if (tertial) return tertial === 12 ? withYear({ kind: 'fullYear' as const }, year) : withYear({ kind: 'toDate' as const, month: tertial }, year);
  if (month === 12 && DAY_OF_MONTH.test(text)) return withYear({ kind: 'fullYear' as const }, year);
  return month ? withYear({ kind: 'month' as const, month }, year) : undefined;
}

function monthIn(text: string): number | undefined {
  const iso = ISO_DAY.exec(text) ?? YEAR_MONTH.exec(text) ?? SHORT_STAMP.exec(text);
  if (iso) return Number(iso[2]);
  const named = ONE_MONTH.exec(text);
  return named ? monthNamed(named[1] ?? '') : undefined;
}

function tertialMonth(text: string): number | undefined {
  const tertial = TERTIAL.exec(text);
  if (tertial) return Number(tertial[1]) * 4;
  const quarter = quarterIn(text);
  return quarter === undefined ? undefined : quarter * 3;
}

function quarterIn(text: string): number | undefined {
  const quarter = QUARTER.exec(text);
  return quarter ? Number(quarter[1] ?? quarter[2]) : undefined;
}

const WHOLE_MONTH = pattern(`^${MONTH}\\.?(?:[\\s'’/-]*(20\\d\\d|\\d\\d))?$`);
const WHOLE_STAMP = /^(20\d\d)[-/ ]?(0[1-9]|1[0-2])$/;
const YEAR_THEN_MONTH = pattern(`^(20\\d\\d)[\\s/-]*${MONTH}$`);

/**
 * The month that a whole cell stands for, or null. Read are dates (any day of the month), 202501, "2025-01", "jan", "jan-25", "januari 2025" and "2025-jan".
 * @param numberFormat the cell's number format, which tells a date from a number
 */
export function readMonth(value: CellValue, numberFormat: string): NamedMonth | null {
  if (typeof value === 'number') {
    if (isDateFormat(numberFormat)) return monthOfSerial(value);
    const stamp = WHOLE_STAMP.exec(String(value));
    return stamp && Number.isInteger(value) ? { month: Number(stamp[2]), year: Number(stamp[1]) } : null;
  }
  if (typeof value !== 'string' || value.length > 20) return null;
  const text = foldText(value);
  const stamp = WHOLE_STAMP.exec(text);
  if (stamp) return { month: Number(stamp[2]), year: Number(stamp[1]) };
  const named = WHOLE_MONTH.exec(text);
  if (named) return { month: monthNamed(named[1] ?? ''), ...(named[2] ? { year: fullYearOf(named[2]) } : {}) };
  const turned = YEAR_THEN_MONTH.exec(text);
  return turned ? { month: monthNamed(turned[2] ?? ''), year: Number(turned[1]) } : null;
}

/** Month of an Excel serial number (1900 system); null outside 1950–2099. */
function monthOfSerial(serial: number): NamedMonth | null {
  if (serial < 18264 || serial > 73050) return null;
  const { year, month } = dayOfSerial(serial);
  return { year, month };
}

/** The year that a whole cell stands for: 2024, "2024", "År 2024", "2024 tkr"; null for anything else. */
export function readYear(value: CellValue): number | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1960 && value <= 2099 ? value : null;
  if (typeof value !== 'string' || value.length > 12) return null;
  const match = /^(?:år\s*)?(19[6-9]\d|20\d\d)(?:,?\s*\(?(?:mnkr|mkr|tkr|kr)\)?)?$/.exec(foldText(value));
  return match ? Number(match[1]) : null;
}
