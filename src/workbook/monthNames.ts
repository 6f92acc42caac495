/** The Swedish names of the months, January first. */
export const MONTH_NAMES: readonly string[] = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/** The same names by their first three letters, which tell them apart. */
export const MONTH_STARTS: readonly string[] = MONTH_NAMES.map((name) => name.slice(0, 3));

/**
 * The number of the month, 1–12, that a Swedish word names in full or shortened; 0 for another word.
 * @param word in lower case
 * @example monthNamed('okt') // 10
 */
export function monthNamed(word: string): number {
  return MONTH_STARTS.indexOf(word.slice(0, 3)) + 1;
}

/**
 * A month as a table prints it, with its whole name, as it stands in a sentence; other words are left as they are.
 * @example monthInWords('aug 2025') // 'augusti 2025'
 */
export function monthInWords(label: string): string {
  const [word = '', year] = label.trim().split(/\s+/);
  const name = MONTH_NAMES[MONTH_STARTS.indexOf(word.replace(/\.$/, '').toLowerCase())];
  return name === undefined ? label : year === undefined ? name : `${name} ${year}`;
}
