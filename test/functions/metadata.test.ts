import { gzipSync } from 'node:zlib';
import { loadBuiltFunctions, readBuilt, readMetadata } from './builtFunctions';

/** Ids, names and parameters stand in the users' workbooks: this list only ever grows. */
const frozen: readonly (readonly [string, string, readonly string[]])[] = [
  ['AVVIKELSE', 'AVVIKELSE', ['budget', 'utfall', '[teckenregel]']],
  ['AVVIKELSEPROCENT', 'AVVIKELSEPROCENT', ['budget', 'utfall', '[teckenregel]']],
  ['HELARSEFFEKT', 'HELÅRSEFFEKT', ['effekt', 'start', 'år', '[infasning]']],
  ['ARSEFFEKT', 'ÅRSEFFEKT', ['helårseffekt', 'start', 'år', '[slut]', '[infasning]']],
  ['RESTEFFEKT', 'RESTEFFEKT', ['helårseffekt', 'start', 'år', '[slut]', '[infasning]']],
  ['RULLANDE12', 'RULLANDE12', ['värden', '[metod]', '[tillåtNoll]']],
  ['RULLANDE12KVOT', 'RULLANDE12KVOT', ['täljare', 'nämnare', '[tillåtNoll]']],
  ['RULLANDE12SERIE', 'RULLANDE12SERIE', ['värden', '[metod]', '[tillåtNoll]']],
  ['HELARSPROGNOS', 'HELÅRSPROGNOS', ['utfallAck', 'månad', 'årsbudget', '[metod]', '[jämförelseAck]', '[jämförelseHelår]']],
  ['VOLYMAVVIKELSE', 'VOLYMAVVIKELSE', ['budgetkostnad', 'budgetvolym', 'utfallsvolym']],
  ['PRISAVVIKELSE', 'PRISAVVIKELSE', ['budgetkostnad', 'budgetvolym', 'utfallskostnad', 'utfallsvolym']],
  ['ENHETSKOSTNAD', 'ENHETSKOSTNAD', ['kostnad', 'volym']],
  ['FORANDRING', 'FÖRÄNDRING', ['från', 'till']],
  ['MALSTATUS', 'MÅLSTATUS', ['utfall', 'mål', '[riktning]', '[föregående]']],
  ['FORDELA', 'FÖRDELA', ['belopp', 'vikter', '[enhet]']],
  ['KVARATTFINNA', 'KVARATTFINNA', ['krav', 'effekter']],
  ['AVSTAM', 'AVSTÄM', ['delar', 'summa', '[decimaler]']],
  ['TAL', 'TAL', ['text']],
];

describe('functions.json', () => {
  const metadata = readMetadata();

  it('keeps ids, names and the order of parameters', () => {
    expect(metadata.functions.map(({ id, name, parameters }) => [id, name, parameters.map((each) => (each.optional === true ? `[${each.name}]` : each.name))])).toEqual(frozen);
  });

  it('has only names that Excel takes: three letters or more, and no cell address', () => {
    for (const { id, name } of metadata.functions) {
      expect(id).toMatch(/^[A-Z][A-Z0-9.]{2,127}$/);
      expect(name).toMatch(/^\p{L}[\p{L}0-9.]{2,127}$/u);
      expect(name).not.toMatch(/^([A-Z]{1,3}\d{1,7}|R\d*(C\d*)?)$/i);
    }
  });

  it('lets error cells reach the functions', () => {
    expect(metadata.allowErrorForDataTypeAny).toBe(true);
    for (const { parameters } of metadata.functions) for (const parameter of parameters) expect(parameter).toMatchObject({ type: 'any', dimensionality: 'matrix' });
  });

  it('describes everything within what the function wizard shows', () => {
    for (const { description, parameters } of metadata.functions) {
      for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
        expect(text).toMatch(/^\p{Lu}|^"|^\d/u);
        expect(text.length).toBeLessThanOrEqual(255);
      }
    }
  });

  it('leads every function to a page of the build', () => {
    for (const { helpUrl, name } of metadata.functions) {
      const page = /funktioner\/[a-z0-9]+\.html$/.exec(helpUrl)?.[0] ?? '';
      expect(readBuilt(page)).toContain(`<h1>VON.${name}</h1>`);
      expect(readBuilt('funktioner/index.html')).toContain(`VON.${name}</a>`);
    }
  });

  it('says first what the sign rule is when it is left out', () => {
    expect(metadata.functions[0]?.description).toMatch(/^Utan tredje argument gäller kostnader med minus\. Står kostnader utan minus: skriv "plus"\./);
  });
});

describe('functions-en.json', () => {
  it('differs from the Swedish metadata in descriptions and parameter names only', () => {
    const withoutTexts = (name: string): unknown =>
      readMetadata(name).functions.map((fn) => ({ ...fn, description: '', parameters: fn.parameters.map((parameter) => ({ ...parameter, name: '', description: '' })) }));
    expect(withoutTexts('functions-en.json')).toEqual(withoutTexts('functions.json'));
    for (const { description, parameters } of readMetadata('functions-en.json').functions) {
      expect([description, ...parameters.map((parameter) => parameter.description)].every((text) => text.length > 0 && text.length <= 255)).toBe(true);
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    }
  });
});

describe('functions.js', () => {
  it('associates every id, in a scope without DOM and Office', () => {
    expect([...loadBuiltFunctions().keys()].sort()).toEqual(frozen.map(([id]) => id).sort());
  });

  it('is at most 15 kB gzipped', () => {
    expect(gzipSync(readBuilt('functions.js')).length).toBeLessThanOrEqual(15_000);
  });
});
