import fc from 'fast-check';
import { weave } from '../../../../src/workbook/write/weave';

describe('weave', () => {
  it('keeps an own row right after the one it stood after', () => {
    const { places, own } = weave(['a', 'new', 'b'], [{ at: 0, id: 'a' }, { at: 1, id: null }, { at: 2, id: 'b' }]);
    expect([...places]).toEqual([['a', 0], ['new', 2], ['b', 3]]);
    expect([...own]).toEqual([[1, 1]]);
  });

  it('keeps the distance of what stands below the last row', () => {
    const { own } = weave(['a', 'b', 'c'], [{ at: 0, id: 'a' }, { at: 1, id: 'b' }, { at: 5, id: null }]);
    expect(own.get(5)).toBe(6);
  });

  it('puts an own row after the nearest row that is left when its neighbour is gone', () => {
    const { own, places } = weave(['a', 'c'], [{ at: 0, id: 'a' }, { at: 1, id: 'gone' }, { at: 2, id: null }, { at: 3, id: 'c' }]);
    expect(own.get(2)).toBe(1);
    expect(places.get('c')).toBe(2);
  });

  it('gives every row a place of its own', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 12 });
    fc.assert(
      fc.property(ids, fc.array(fc.option(fc.nat(11))), (fresh, olds) => {
        const used = new Set<string>();
        const old = olds.map((index, at) => {
          const id = index === null ? null : (fresh[index] ?? `gone${index}`);
          if (id === null || used.has(id)) return { at, id: null };
          used.add(id);
          return { at, id };
        });
        const { places, own } = weave(fresh, old);
        const taken = [...places.values(), ...own.values()];
        expect(new Set(taken).size).toBe(taken.length);
        expect(taken).toHaveLength(fresh.length + old.filter(({ id }) => id === null).length);
      }),
    );
  });
});
