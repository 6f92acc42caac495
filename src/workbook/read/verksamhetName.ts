const FILLER = new Set(['enligt', 'inom', 'för', 'i', 'och', 'verksamheten', 'verksamhet', 'totalt', 'egen', 'regi']);

/**
 * A name of a verksamhet folded so that the spellings of one workbook meet: letters' case, a leading code, filler words and the definite
 * form do not matter. "Hemtjänsten" and "Hemtjänst" are one, "Daglig verksamhet enligt LSS" and "Daglig verksamhet LSS" are one.
 * @example verksamhetKey('7512 Hemtjänsten') // 'hemtjänst'
 */
export function verksamhetKey(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/^[\d/.\s-]+(?=\p{L})/u, '')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
  const kept = words.filter((word) => !FILLER.has(word)).map(indefinite);
  return (kept.length > 0 ? kept : words).join(' ');
}

/** Long words lose the definite ending: hemtjänsten → hemtjänst, boendet → boende. Short ones ("barn", "vuxen") are left alone. */
function indefinite(word: string): string {
  if (word.length < 8) return word;
  if (word.endsWith('boendet')) return word.slice(0, -1);
  if (word.endsWith('omsorgen') || word.endsWith('tjänsten') || word.endsWith('stödet') || word.endsWith('sjukvården')) return word.slice(0, -2);
  return word;
}
