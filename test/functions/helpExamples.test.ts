import { serialOf } from '../../src/core/month';
import { parseSwedishNumber } from '../../src/core/swedishNumber';
import { loadBuiltFunctions, readBuilt, readMetadata } from './builtFunctions';

/** Splits at a separator outside quotes, braces and parentheses. */
function splitTop(text: string, separator: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && '({'.includes(character)) depth += 1;
    if (!isQuoted && ')}'.includes(character)) depth -= 1;
    if (!isQuoted && depth === 0 && character === separator) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** A literal as it is typed in a Swedish Excel: 1,5 · "text" · SANT · DATUM(2025;4;1) · {1;2}. An omitted argument is null. */
function literal(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed.startsWith('{')) return splitTop(trimmed.slice(1, -1), ';').map((row) => [literal(row)]);
  if (trimmed.startsWith('"')) return trimmed.slice(1, -1);
  if (trimmed === 'SANT' || trimmed === 'FALSKT') return trimmed === 'SANT';
  const [year, month, day] = /^DATUM\((\d+);(\d+);(\d+)\)$/.exec(trimmed)?.slice(1).map(Number) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return serialOf(year, month, day);
  const number = parseSwedishNumber(trimmed);
  if (number === null) throw new Error(`not a literal: ${trimmed}`);
  return number.value;
}

const unescape = (text: string): string => text.replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

describe('the help pages', () => {
  const functions = loadBuiltFunctions();
  const { functions: metadata } = readMetadata();

  it.each(metadata.map(({ id, name }) => [name, id] as const))('of %s gives examples that are right', (name, id) => {
    const page = readBuilt(`funktioner/${id.toLowerCase()}.html`);
    const examples = [...page.matchAll(/<tr><th scope="row"><code>(=VON\.[^<]*)<\/code><\/th><td><code>([^<]*)<\/code><\/td><\/tr>/g)];
    expect(examples.length).toBeGreaterThan(0);
    for (const [, formula = '', result = ''] of examples) {
      const [, called = '', list = ''] = /^=VON\.([^(]+)\((.*)\)$/.exec(unescape(formula)) ?? [];
      expect(called).toBe(name);
      const args = splitTop(list, ';').map(literal).map((value) => (value === null || Array.isArray(value) ? value : [[value]]));
      const expected = literal(unescape(result));
      expect(functions.get(id)?.(...args)).toEqual(Array.isArray(expected) ? expected : [[expected]]);
    }
  });

  it.each(metadata.map(({ id, name }) => [name, id] as const))('of %s tells syntax, arguments, result and errors', (name, id) => {
    const page = readBuilt(`funktioner/${id.toLowerCase()}.html`);
    expect(page).toContain('<html lang="sv">');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain(`<code>=VON.${name}(`);
    for (const heading of ['Syntax', 'Resultat', 'Exempel', 'Fel']) expect(page).toContain(`<h2>${heading}</h2>`);
    expect(page).not.toContain('undefined');
  });
});
