const SOFT_HYPHEN = '\u00ad';
const ZERO_WIDTH_SPACE = '\u200b';
/** A shorter word fits on a line of the narrowest pane. */
const LONG = 10;
/** Letters that are left on each side of a break. */
const LEAST = 3;

const BETWEEN_VOWELS = /([aeiouyåäö])([bcdfghjklmnpqrstvwxz]+)(?=[aeiouyåäö])/giu;
/** Consonants that are one sound: the first two end a syllable, the others begin one. */
const ENDING = /(?:ng|ck)$/iu;
const BEGINNING = /(?:ch|skj|stj|sj|tj)$/iu;

/**
 * Tells where long words may be broken: between the syllables, as Swedish breaks them (one consonant goes to the next line), and after
 * a slash. A browser has no rules of its own for Swedish in every Office, and would cut anywhere.
 * @returns the text with soft hyphens, which are only seen where a line is broken: "Central admi-nistration"
 * @example withSoftHyphens('dagverksamhet') // 'dag­verk­samhet' with U+00AD between the parts
 */
export function withSoftHyphens(text: string): string {
  return text.replace(/\//gu, `/${ZERO_WIDTH_SPACE}`).replace(/\p{L}+/gu, (word) => (word.length < LONG ? word : hyphenated(word)));
}

function hyphenated(word: string): string {
  const breaks = [...word.matchAll(BETWEEN_VOWELS)].map((match) => match.index + 1 + lengthBefore(match[2] ?? '')).filter((at) => at >= LEAST && word.length - at >= LEAST);
  return [0, ...breaks].map((from, index) => word.slice(from, breaks[index])).join(SOFT_HYPHEN);
}

/** How many of the consonants between two vowels stay on the first line. */
function lengthBefore(consonants: string): number {
  if (ENDING.test(consonants)) return consonants.length;
  const beginning = BEGINNING.exec(consonants);
  return beginning !== null && beginning.index > 0 ? beginning.index : consonants.length - 1;
}
