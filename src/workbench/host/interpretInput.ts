import type { LexerTreeBuilder } from '@univerjs/engine-formula';
import type { CellInput } from './cells';
import { isErrorText } from './errorText';
import { invalidArgument } from './hostError';

const MAX_TEXT = 32_767;
const MAX_FORMULA = 8_192;
const DAY_MS = 86_400_000;
const EPOCH_DAYS = 25_569;
const NAME_NODE = 3;

/**
 * What Excel makes of an input to range.values or range.formulas: numbers in text, percentages, ISO dates, formulas.
 * undefined leaves the cell as it is. `format` is the cell's number format ("@" keeps text).
 * Throws InvalidArgument for a formula that cannot be read, a text over 32 767 characters, and other kinds of value.
 * @example interpretInput('12%', 'General', lexer) // { value: 0.12, numberFormat: '0%' }
 */
export function interpretInput(input: unknown, format: string, lexer: LexerTreeBuilder): CellInput | undefined {
  if (input === null || input === undefined) return undefined;
  if (typeof input === 'number') {
    if (!Number.isFinite(input)) throw invalidArgument();
    return { value: input };
  }
  if (typeof input === 'boolean') return { value: input };
  if (typeof input !== 'string') throw invalidArgument();
  return interpretText(input, format, lexer);
}

function interpretText(text: string, format: string, lexer: LexerTreeBuilder): CellInput {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: checkedLength(text.slice(1)) };
  if (format === '@') return { value: checkedLength(text) };
  const number = plainNumber(text);
  if (number !== undefined) return number;
  if (/^[=+\-@]/.test(text) && text.length > 1) return { value: null, formula: readFormula(text, lexer) };
  if (isErrorText(text)) return { value: { error: text } };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  return isoDate(text) ?? { value: checkedLength(text) };
}

function checkedLength(text: string): string {
  if (text.length > MAX_TEXT) throw invalidArgument('The cell text is too long.');
  return text;
}

function plainNumber(text: string): CellInput | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)\s*$/i.exec(text);
  if (!match) return undefined;
  const [, digits = '', percent] = match;
  if (!percent) return { value: Number(digits) };
  return { value: Number((Number(digits) / 100).toPrecision(15)), numberFormat: digits.includes('.') ? '0.00%' : '0%' };
}

function isoDate(text: string): CellInput | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (new Date(time).toISOString().slice(0, 10) !== text || Number(match[1]) < 1900) return undefined;
  return { value: time / DAY_MS + EPOCH_DAYS, numberFormat: 'yyyy-mm-dd' };
}

/** The formula with its "=", as the cell keeps it; InvalidArgument when it cannot be read. */
function readFormula(text: string, lexer: LexerTreeBuilder): string {
  const body = text.startsWith('=') ? text.slice(1) : text.startsWith('+') || text.startsWith('@') ? text.slice(1) : text;
  if (text.length > MAX_FORMULA) throw invalidArgument('The formula is too long.');
  const readable = body.trim() !== '' && typeof lexer.treeBuilder(body) !== 'string' && !hasListSeparator(body);
  const words = lexer.sequenceNodesBuilder(`=${body}`) ?? [];
  // Two words beside each other are the intersection of two names, which no formula of ours means: a text that began with "-".
  const isProse = words.some((node) => typeof node !== 'string' && node.nodeType === NAME_NODE && /\S\s+\S/.test(node.token.replace(/^[-+]\s*/, '').replace(/\[[^\]]*\]?/g, '').replace(/'[^']*'/g, '')));
  if (!readable || isProse) throw invalidArgument();
  return `=${body}`;
}

/** The Swedish separator of arguments, outside texts, sheet names and array constants: an error in English notation. */
function hasListSeparator(body: string): boolean {
  return body.replace(/"[^"]*"|'[^']*'|\{[^}]*\}/g, '').includes(';');
}
