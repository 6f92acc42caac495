import fc from 'fast-check';
import { joinedProperties, stalePieces, storedProperties } from '../../../src/excel/propertyPieces';

const long = 'åäö'.repeat(25_000);

describe('storedProperties', () => {
  it('keeps a short property as it is and cuts a long one into pieces that a cell could hold', () => {
    const stored = storedProperties(new Map([['von.version', 'Helår 2024'], ['von.sources', long]]));
    expect(stored.get('von.version')).toBe('Helår 2024');
    expect(stored.size).toBe(5);
    expect(Math.max(...[...stored.values()].map((value) => value.length))).toBeLessThanOrEqual(30_000);
  });

  it('is undone by joinedProperties', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[a-z.]{1,12}$/), fc.oneof(fc.string(), fc.constant(long))), (record) => {
      const properties = new Map(Object.entries(record));
      expect(joinedProperties(storedProperties(properties))).toEqual(properties);
    }));
  });
});

describe('joinedProperties', () => {
  it('leaves out a property that has lost a piece', () => {
    const stored = new Map(storedProperties(new Map([['von.sources', long]])));
    stored.delete('von.sources#1');
    expect(joinedProperties(stored)).toEqual(new Map());
  });
});

describe('stalePieces', () => {
  it('names the pieces that a shorter value no longer needs, and nothing of others', () => {
    const before = [...storedProperties(new Map([['von.sources', long]])).keys(), 'andras#1'];
    expect(stalePieces(before, storedProperties(new Map([['von.sources', long.slice(0, 40_000)]])))).toEqual(['von.sources#2']);
    expect(stalePieces(before, storedProperties(new Map([['von.sources', 'kort']])))).toEqual(['von.sources#0', 'von.sources#1', 'von.sources#2']);
  });
});
