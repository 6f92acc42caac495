import { en } from '../../../src/text/en';
import { sv } from '../../../src/text/sv';

/** Every sentence of a language with its path. Those that take something are called with figures. */
function sentences(node: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const printed: unknown = (node as (...values: readonly number[]) => unknown)(...Array.from({ length: node.length }, (_, index) => index + 2));
    return typeof printed === 'string' ? [[path, printed]] : [];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

/** The groups whose sentences work on printed texts, which figures cannot stand in for. */
const OF_TEXTS = ['avvikelser', 'atgarder'];

describe.each([['sv', sv], ['en', en]])('%s', (_name, language) => {
  it('has no empty sentence and no exclamation mark', () => {
    for (const [path, text] of Object.entries(language).filter(([group]) => !OF_TEXTS.includes(group)).flatMap(([group, node]) => sentences(node, group))) {
      expect(`${path}: ${text.trim()}`).not.toMatch(/: $/);
      expect(`${path}: ${text}`).not.toMatch(/!(?!\w)/);
    }
  });

  it('ends explanations of errors with a full stop', () => {
    for (const sentence of Object.values(language.hostErrors)) expect(sentence).toMatch(/\.$/);
  });
});

describe('sv', () => {
  it.each([
    [sv.start.tablesOnSheets(7, 6), '7 tabeller på 6 blad'],
    [sv.start.tablesOnSheets(1, 1), '1 tabell på 1 blad'],
    [sv.start.waiting(5, 1), '5 är klara. 1 behöver ditt svar.'],
    [sv.start.waiting(0, 2), '2 behöver ditt svar.'],
    [sv.start.evidence(14, 14, 1), '14 av 14 rader stämmer, 1 rad fel'],
    [sv.footer.answerFirst(1), 'Svara på 1 fråga först'],
    [sv.avstamning.errorsHeading(4, 2), 'Fel (4), 2 orsaker'],
    [sv.avstamning.allFits(120, 23), 'Allt stämmer. 120 kontroller, varav 23 med avrundning.'],
    [sv.footer.commentsChanged(1), '1 kommentar ändrad, sparad i arbetsboken'],
    [sv.write.changes(12, 8), '12 celler ändras · 8 kommentarer behålls'],
    [sv.r12.missing('Augusti 2025', 'juli 2025'), 'Augusti 2025 saknas. R12 visas till och med juli 2025. En saknad månad räknas inte som noll.'],
  ])('says %p', (text, expected) => {
    expect(text).toBe(expected);
  });
});
