import fc from 'fast-check';
import { findSums, type SumColumn, type SumRow } from '../../../../src/workbook/read/sumTree';
import { sharedDecimals } from '../../../../src/workbook/read/sharedDecimals';

interface Line extends Partial<Omit<SumRow, 'row'>> {
  readonly figures: readonly (number | null)[];
}

const rowOf = (line: Line, row: number): SumRow => ({ row, cue: null, isLive: true, isPart: false, indent: 0, category: null, opensBlock: false, formulaParts: null, ...line });

function columnsOf(lines: readonly Line[], deviationColumn = -1): readonly SumColumn[] {
  return (lines[0]?.figures ?? []).map((_, index): SumColumn => {
    const values = Float64Array.from(lines, (line) => line.figures[index] ?? NaN);
    return { values, decimals: sharedDecimals(values), isDeviation: index === deviationColumn, isBonus: false };
  });
}

const partsOf = (lines: readonly Line[], deviationColumn = -1): Record<number, number[]> =>
  Object.fromEntries([...findSums(lines.map(rowOf), columnsOf(lines, deviationColumn))].map(([index, sum]) => [index, sum.parts.map((part) => part.sign * part.row).sort((a, b) => Math.abs(a) - Math.abs(b))]));

const item = (...figures: (number | null)[]): Line => ({ figures });
const total = (...figures: (number | null)[]): Line => ({ figures, cue: 'total' });
const nameless = (...figures: (number | null)[]): Line => ({ figures, cue: 'nameless' });

describe('findSums', () => {
  it('finds sums and the sum of sums', () => {
    expect(partsOf([item(4512, 4710), item(2033, 1999), total(6545, 6709), item(712, 820), item(391, 402), total(1103, 1222), total(7648, 7931)])).toEqual({ 2: [0, 1], 5: [3, 4], 6: [2, 5] });
  });

  it('finds a sum above its parts', () => {
    expect(partsOf([total(6545, 6709), item(4512, 4710), item(2033, 1999)])).toEqual({ 0: [1, 2] });
  });

  it('finds a sum without a name', () => {
    expect(partsOf([item(4512, 4710), item(2033, 1999), item(100, 50), nameless(6645, 6759)])).toEqual({ 3: [0, 1, 2] });
  });

  it('allows half a unit of the last decimal for the sum and each part', () => {
    expect(partsOf([item(44.5, 44.1), item(35.1, 33.2), item(12.9, 11.5), total(92.4, 88.9)])).toEqual({ 3: [0, 1, 2] });
  });

  it('subtracts revenue from costs where both are positive, but adds their deviations', () => {
    expect(partsOf([{ figures: [947461, 973150, -8704], cue: 'net' }, item(96410, 98200, 3150), item(1043871, 1071350, -11854)], 2)).toEqual({ 0: [-1, 2] });
  });

  it('leaves varav rows out of every sum', () => {
    expect(partsOf([item(4512, 4710), { figures: [1200, 1300], isLive: false, isPart: true }, item(2033, 1999), total(6545, 6709)])).toEqual({ 3: [0, 2] });
  });

  it('takes varav rows where a total has nothing else', () => {
    const part = (...figures: number[]): Line => ({ figures, isLive: false, isPart: true });
    expect(partsOf([item(912, 833), part(4512, 4710), part(2033, 1999), total(6545, 6709)])).toEqual({ 3: [1, 2] });
  });

  it('takes deeper rows as parts of the row above when they add up, and leaves them out when they do not', () => {
    const deeper = (...figures: number[]): Line => ({ figures, indent: 2 });
    expect(partsOf([item(6545, 6709), deeper(4512, 4710), deeper(2033, 1999), item(812, 701), deeper(300, 200), total(7357, 7410)])).toEqual({ 0: [1, 2], 5: [0, 3] });
  });

  it('sums by the second label where totals are printed per such text', () => {
    const of = (category: string, ...figures: number[]): Line => ({ figures, category });
    expect(partsOf([of('Chefer', 8.5, 7.3), of('Övriga', 436.4, 502.2), of('Chefer', 5.1, 7.9), of('Övriga', 332.9, 344.8), { ...of('Chefer', 13.6, 15.2), cue: 'total' }, { ...of('Övriga', 769.3, 847), cue: 'total' }])).toEqual({ 4: [0, 2], 5: [1, 3] });
  });

  it('trusts the formula where the figures disagree', () => {
    const formulaParts = [0, 1].map((row) => ({ row, sign: 1 as const }));
    expect(partsOf([item(4512, 4710), item(2033, 1999), { figures: [6000, 6709], cue: 'total', formulaParts }])).toEqual({ 2: [0, 1] });
  });

  it('finds no sums in small counts without words', () => {
    expect(partsOf([item(2, 3), item(5, 4), item(7, 7), item(1, 0), item(8, 7), item(15, 14)])).toEqual({});
  });

  it('finds at most one relation in a thousand tables of random figures', () => {
    let found = 0;
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 99999 }), fc.integer({ min: 1, max: 99999 }), fc.integer({ min: 1, max: 99999 })), { minLength: 4, maxLength: 25 }), (figures) => {
      found += Object.keys(partsOf(figures.map((row) => item(...row)))).length;
    }), { numRuns: 1000 });
    expect(found).toBeLessThanOrEqual(1);
  });

  it('finds the same sums when all figures turn sign or unit', () => {
    const lines = [item(4512, 4710), item(2033, 1999), total(6545, 6709), item(712, 820), item(391, 402), total(1103, 1222), total(7648, 7931)];
    for (const factor of [-1, 1000]) {
      expect(partsOf(lines.map((line) => ({ ...line, figures: line.figures.map((figure) => (figure ?? 0) * factor) })))).toEqual(partsOf(lines));
    }
  });

  it('takes at most about twice the time for twice the rows', () => {
    const table = (count: number): Line[] => Array.from({ length: count }, (_, index) => (index % 20 === 19 ? total(1, 2, 3) : item((index * 7919) % 90001, (index * 104729) % 90001, (index * 1299709) % 90001)));
    const time = (count: number): number => {
      const lines = table(count);
      const started = performance.now();
      findSums(lines.map(rowOf), columnsOf(lines));
      return performance.now() - started;
    };
    time(4000);
    const small = Math.max(5, time(8000));
    expect(time(32000)).toBeLessThan(small * 4 * 3);
  });
});
