import fc from 'fast-check';
import type { CellValue } from '../../../../src/workbook/grid';
import { createLedgerReader, type LedgerLayout } from '../../../../src/workbook/read/ledgerPivot';

const layout: LedgerLayout = { responsibility: 0, activity: 1, account: 2, words: [0, 1, 2], amount: 3, budget: null, headings: new Map([[0, 'Ansvar'], [3, 'Belopp, kr']]) };

const read = (rows: readonly (readonly CellValue[])[], sliceLength = rows.length, at: LedgerLayout = layout) => {
  const reader = createLedgerReader(at);
  for (let start = 0; start < rows.length; start += Math.max(1, sliceLength)) reader.add(rows.slice(start, start + Math.max(1, sliceLength)), start + 7);
  return reader.finish();
};

const rows: readonly (readonly CellValue[])[] = [
  ['05110', '0510', '30110', '177\u00a0369,07-'],
  [null, null, '50110', '1\u00a0253\u00a0059,22'],
  ['Ansvar', 'Verksamhet', 'Konto', 'Belopp, kr'],
  [null, '0511', '50110', 1000.5],
  ['05120', null, '46330', '243\u00a0690,09'],
  ['Totalt', null, null, '1\u00a0320\u00a0380,74'],
];

describe('createLedgerReader', () => {
  it('adds up by activity, responsibility and account class, carrying codes down', () => {
    expect(read(rows).pivot).toEqual({
      activity: { '0510': 1075690.15, '0511': 244690.59 },
      responsibility: { '05110': 1076690.65, '05120': 243690.09 },
      accountClass: { 3: -177369.07, 4: 243690.09, 5: 1254059.72 },
    });
  });

  it('takes credit from debit where they stand apart', () => {
    const { pivot, sums } = read([['05110', '0510', '5011', 1200, null], ['05110', '0510', '3011', null, 900], ['Totalt', null, null, 1200, 900]], 3, { ...layout, credit: 4 });
    expect(pivot.accountClass).toEqual({ 3: -900, 5: 1200 });
    expect(sums).toMatchObject([{ printed: 300, total: 300 }]);
  });

  it('keeps sums and repeated headings out, and lists them', () => {
    const { sums, headingRows, rowCount, textAmounts } = read(rows);
    expect(sums).toEqual([{ row: 12, label: 'Totalt', printed: 1320380.74, since: 1320380.74, total: 1320380.74 }]);
    expect([headingRows, rowCount, textAmounts]).toEqual([[9], 4, 3]);
  });

  it('keeps the budget of a ledger that has one beside its outcome', () => {
    const { pivot } = read([['05110', '0510', '5011', 90, 100], ['05110', '0510', '3011', -20, -25]], 2, { ...layout, budget: 4 });
    expect([pivot.activity, pivot.budget?.activity, pivot.budget?.accountClass]).toEqual([{ '0510': 70 }, { '0510': 75 }, { 3: -25, 5: 100 }]);
  });

  it('gives the same totals however the rows are sliced', () => {
    const amount = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }).map((ore) => ore / 100), fc.integer({ min: 0, max: 99999 }).map((kronor) => `${kronor},50-`));
    const row = fc.tuple(fc.constantFrom('0510', '0520', null), fc.constantFrom('3011', '5011', '4011'), amount).map(([activity, account, value]): CellValue[] => ['05', activity, account, value]);
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 10 }), (ledger, slice) => {
      const whole = read(ledger);
      expect(read(ledger, slice)).toEqual(whole);
      const total = Object.values(whole.pivot.accountClass).reduce((sum, kronor) => sum + Math.round(kronor * 100), 0);
      expect(Object.values(whole.pivot.responsibility).reduce((sum, kronor) => sum + Math.round(kronor * 100), 0)).toBe(total);
    }));
  });
});
