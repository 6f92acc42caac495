import { numfmt } from '@univerjs/core';
import type { FileValue } from './fileContent';

/** How Excel shows a value under a number format, in the separators of the locale: 1234.5, "#,##0.0", "sv" → "1 234,5". */
export function displayText(value: FileValue, pattern: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return locale.startsWith('sv') ? (value ? 'SANT' : 'FALSKT') : value ? 'TRUE' : 'FALSE';
  try {
    return numfmt.format(pattern, value, { locale: locale.slice(0, 2), throws: true });
  } catch {
    // A pattern that numfmt cannot read shows the value plainly.
    return String(value);
  }
}

/** Excel's category of a number format (NumberFormatCategory). */
export function formatCategory(pattern: string): string {
  if (pattern === 'General') return 'General';
  if (pattern === '@') return 'Text';
  const bare = pattern.replace(/"[^"]*"|\\./g, '').replace(/\[[^\]]*\]/g, '');
  if (bare.includes('%')) return 'Percentage';
  if (/[ymd]/i.test(bare) && !/0/.test(bare)) return /[yd]/i.test(bare) ? 'Date' : 'Time';
  if (/h|s/i.test(bare) && !/0/.test(bare)) return 'Time';
  if (/E[+-]/i.test(bare)) return 'Scientific';
  return /[0#]/.test(bare) && /^[#0,. ;()_\-+*?]*$/.test(bare) ? 'Number' : 'Custom';
}
