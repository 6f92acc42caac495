import fc from 'fast-check';
import { areaInOrder, isStill, lineSteps, placeOf, reverseOrder, type LineOrder, type LineStep } from '../../../../src/workbook/write/lineOrder';

/** The lines after the steps, done as a spreadsheet does them. */
function after(lines: readonly (number | null)[], steps: readonly LineStep[]): readonly (number | null)[] {
  const result = [...lines];
  for (const step of steps) {
    if (step.kind !== 'move') result.splice(step.at, step.kind === 'delete' ? step.count : 0, ...Array.from({ length: step.kind === 'insert' ? step.count : 0 }, () => null));
    else {
      const moved = result.splice(step.from, step.count);
      result.splice(step.to > step.from ? step.to - step.count : step.to, 0, ...moved);
    }
  }
  return result;
}

const orders = fc.integer({ min: 0, max: 12 }).chain((count) =>
  fc
    .tuple(fc.shuffledSubarray(Array.from({ length: count }, (_, index) => index)), fc.array(fc.nat(12), { maxLength: 4 }))
    .map(([kept, fresh]): LineOrder => {
      const from: (number | null)[] = [...kept];
      for (const at of fresh) from.splice(Math.min(at, from.length), 0, null);
      return { count, from };
    }),
);
const lines = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('lineSteps', () => {
  it('reaches every order from every other', () => {
    fc.assert(fc.property(orders, ({ count, from }) => expect(after(lines(count), lineSteps(lines(count), from))).toEqual(from)));
  });

  it('finds the way back from any order, with an empty line for each that went', () => {
    fc.assert(fc.property(orders, ({ count, from }) => {
      const kept = new Set(from);
      const back = after(from, lineSteps(from, lines(count)));
      expect(back).toEqual(lines(count).map((line) => (kept.has(line) ? line : null)));
    }));
  });

  it.each([
    ['nothing for the same order', [0, 1, 2], []],
    ['one step for a row put first', [2, 0, 1], [{ kind: 'move', from: 2, to: 0, count: 1 }]],
    ['one step for rows that move together', [3, 4, 0, 1, 2], [{ kind: 'move', from: 3, to: 0, count: 2 }]],
    ['one step for new rows side by side', [0, null, null, 1, 2], [{ kind: 'insert', at: 1, count: 2 }]],
  ] as const)('takes %s', (_case, wanted, steps) => {
    expect(lineSteps(lines(wanted.filter((line) => line !== null).length), wanted)).toEqual(steps);
  });
});

describe('placeOf', () => {
  it('tells where every line goes, and is undone by the reverse', () => {
    fc.assert(fc.property(orders, fc.nat(20), (order, old) => {
      const place = placeOf(order)(old);
      if (place !== null) expect(placeOf(reverseOrder(order))(place)).toBe(old);
      else expect(order.from).not.toContain(old);
    }));
  });
});

describe('isStill', () => {
  it('tells an order that changes nothing', () => {
    expect([isStill({ count: 2, from: [0, 1] }), isStill({ count: 2, from: [1, 0] }), isStill({ count: 2, from: [0] })]).toEqual([true, false, false]);
  });
});

describe('areaInOrder', () => {
  const rows = placeOf({ count: 4, from: [0, null, 2, 3] });
  it('reaches from the first line that is left to the last', () => {
    expect(areaInOrder({ top: 1, bottom: 3, left: 0, right: 0 }, rows, (column) => column + 1)).toEqual({ top: 2, bottom: 3, left: 1, right: 1 });
  });
  it('is none when no line is left', () => {
    expect(areaInOrder({ top: 1, bottom: 1, left: 0, right: 0 }, rows, (column) => column)).toBeNull();
  });
});
