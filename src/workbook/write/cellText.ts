/** The longest text a cell can hold. */
const LONGEST = 32_767;

/**
 * A text as a cell can keep it: without the control characters that a workbook file cannot hold and without halves of surrogate
 * pairs, at most 32 767 characters. Tab and line feed stay. What it begins with does not matter: text is never written as a formula.
 * @example cellText('Hem\u0000tjänst') // 'Hemtjänst'
 */
export function cellText(text: string): string {
  const clean = [...text.replaceAll('\r\n', '\n')].filter((character) => isKept(character.codePointAt(0) ?? 0)).join('');
  if (clean.length <= LONGEST) return clean;
  const cut = clean.slice(0, LONGEST);
  const last = cut.charCodeAt(LONGEST - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

function isKept(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** A text inside a header or footer, where "&" begins a code: "Vård & omsorg" → "Vård && omsorg". */
export function footerText(text: string): string {
  return cellText(text).replaceAll('\n', ' ').replaceAll('&', '&&').slice(0, 80);
}
