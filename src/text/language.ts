/** The languages of the add-in. Swedish is the product's own; English stands beside it. */
export type Language = 'sv' | 'en';

/** The Intl locale of a language. */
export const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** The language for a display language such as "sv-SE" or "en-US": Swedish for the Nordic languages, else English. */
export function languageOf(displayLanguage: string | undefined): Language {
  if (displayLanguage === undefined || displayLanguage === '') return 'sv';
  return /^(sv|nb|nn|no|da|fi)\b/i.test(displayLanguage) ? 'sv' : 'en';
}
