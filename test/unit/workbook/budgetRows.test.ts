import fc from 'fast-check';
import { isTurnedRevenue, leafRows, rowSignRule, totalRowOf } from '../../../src/workbook/budgetRows';
import type { ReportRow } from '../../../src/workbook/report';

const row = (number: number, kind: ReportRow['kind'], parts?: readonly number[]): ReportRow => ({ row: number, label: `Rad ${number}`, code: null, kind, level: 0, values: {}, ...(parts === undefined ? {} : { parts }) });
const item = (number: number): ReportRow => row(number, 'item');
const sum = (number: number, ...parts: readonly number[]): ReportRow => row(number, 'sum', parts);
const numbers = (rows: readonly ReportRow[]): readonly number[] => rows.map((one) => one.row);

describe('totalRowOf', () => {
  it('takes the sum that no other sum holds, wherever it stands', () => {
    expect(totalRowOf({ rows: [sum(2, 3, 6), sum(3, 4, 5), item(4), item(5), item(6)] })?.row).toBe(2);
    expect(totalRowOf({ rows: [item(2), item(3), sum(4, 2, 3), item(5), sum(6, 4, 5)] })?.row).toBe(6);
  });

  it('takes the sum of the most items before a later one of fewer', () => {
    expect(totalRowOf({ rows: [item(2), item(3), item(4), sum(5, 2, 3, 4), item(6), sum(7, 6)] })?.row).toBe(5);
  });

  it('counts items through part sums, each once', () => {
    expect(totalRowOf({ rows: [item(2), item(3), sum(4, 2, 3), sum(5, 2, 3), sum(6, 4, 5), item(7), item(8), item(9), sum(10, 7, 8, 9)] })?.row).toBe(10);
  });

  it('takes the last of sums that reach as many', () => {
    expect(totalRowOf({ rows: [item(2), item(3), sum(4, 2, 3), item(5), item(6), sum(7, 5, 6)] })?.row).toBe(7);
  });

  it('finds none where there are no sums, or they name each other', () => {
    expect(totalRowOf({ rows: [item(2), item(3)] })).toBeNull();
    expect(totalRowOf({ rows: [item(2), item(3), sum(4, 2, 5), sum(5, 3, 4)] })).toBeNull();
  });
});

describe('leafRows', () => {
  it('leaves out rows that the total does not reach', () => {
    expect(numbers(leafRows({ rows: [item(2), item(3), item(4), sum(5, 2, 3), item(6)] }))).toEqual([2, 3]);
  });

  it('goes through part sums to the items, in sheet order', () => {
    expect(numbers(leafRows({ rows: [sum(2, 5, 3), item(3), item(4), sum(5, 6, 7), item(6), item(7)] }))).toEqual([3, 6, 7]);
  });

  it('takes every item where there is no total, or it reaches none', () => {
    expect(numbers(leafRows({ rows: [row(2, 'section'), item(3), item(4), row(5, 'note')] }))).toEqual([3, 4]);
    expect(numbers(leafRows({ rows: [item(3), item(4), sum(5)] }))).toEqual([3, 4]);
  });

  it('gives items of the table only, each once, whatever the sums name', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.option(parts), { minLength: 1, maxLength: 12 }), (kinds) => {
        const rows = kinds.map((each, index) => (each === null ? item(index + 1) : sum(index + 1, ...each)));
        const leaves = leafRows({ rows });
        expect(leaves).toEqual(rows.filter((one) => one.kind === 'item' && leaves.includes(one)));
        expect(leaves.length > 0).toBe(rows.some((one) => one.kind === 'item'));
      }),
    );
  });
});

describe('rowSignRule', () => {
  it("takes the row's own rule before the table's", () => {
    expect(rowSignRule({ signRule: 'costs-negative' }, 'costs-positive')).toBe('costs-negative');
    expect(rowSignRule({}, 'costs-positive')).toBe('costs-positive');
  });
});

describe('isTurnedRevenue', () => {
  const part = { rows: [3], signRule: 'costs-negative' as const, signEvidence: { matched: 3, of: 3 } };

  it.each([
    ['revenue among costs without a minus', 'costs-positive', 'costs-negative', [], true],
    ['a row signed as the table', 'costs-positive', undefined, [], false],
    ['a row of a part with a rule of its own', 'costs-positive', 'costs-negative', [part], false],
    ['a row without a minus among costs with one', 'costs-negative', 'costs-positive', [], false],
  ] as const)('tells %s', (_, signRule, own, signParts, expected) => {
    expect(isTurnedRevenue({ signRule, signParts }, { row: 3, ...(own === undefined ? {} : { signRule: own }) })).toBe(expected);
  });
});
