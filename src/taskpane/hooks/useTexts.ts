import { createContext, useContext } from 'react';
import type { Language } from '../../text/language';
import { sv, type Texts } from '../../text/sv';

export interface Wording {
  readonly language: Language;
  readonly texts: Texts;
}

/** The language and its sentences for every component below. */
export const WordingContext = createContext<Wording>({ language: 'sv', texts: sv });

/** The sentences of the user's language. */
export function useTexts(): Texts {
  return useContext(WordingContext).texts;
}

/** The user's language, for numbers and dates. */
export function useLanguage(): Language {
  return useContext(WordingContext).language;
}
