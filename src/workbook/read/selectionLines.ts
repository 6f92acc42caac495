import type { CellValue } from '../grid';
import { foldText } from './cellKind';
import { readConcepts, type Concept } from './headingWords';

const NAMES = /^(?:organisation(?:senhet)?|enhet(?:er)?|ansvar|verksamhet|förvaltning|nämnd|bolag|period(?:er)?|år|månad|valuta|belopp(?: i)?|konto(?:n|plan)?|projekt|motpart|urval|filter|rapport|version|(?:budget|prognos)version|(?:utskrifts|rapport)?datum|utskriven|skapad|uttagen|användare|status)\s*:?$/u;

/** What a heading beside a name speaks of: "Enhet", "Budget" is a heading of two columns. */
const HEADINGS: readonly Concept[] = ['budget', 'actual', 'previous', 'forecast', 'variance', 'amount', 'effect', 'saving', 'requirement', 'target', 'measure', 'text', 'volume'];

/**
 * Whether two cells beside each other are a choice that a report was made with: its name and its value.
 * @example isSelection('Period', '2508') is true; isSelection('Enhet', 'Budget') is false
 */
export function isSelection(name: CellValue, value: CellValue): boolean {
  if (typeof name !== 'string' || !NAMES.test(foldText(name))) return false;
  if (typeof value !== 'string') return typeof value === 'number';
  return value.trim() !== '' && HEADINGS.every((concept) => !readConcepts(value).has(concept));
}
