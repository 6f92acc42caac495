import fc from 'fast-check';
import { avvikelseView, comparableTables } from '../../../src/app/avvikelseView';
import type { Comparison, Finding, ReportRow, ReportTable } from '../../../src/workbook/report';

const comparison: Comparison = { budget: 'B', compared: 'C', basis: 'final' };
const threshold = { amountTkr: 1000, share: 0.03 };

const item = (row: number, label: string, budget: number, compared: number, more: Partial<ReportRow> = {}): ReportRow => ({
  row, label, code: null, kind: 'item', level: 0, values: { B: budget, C: compared, D: Number((compared - budget).toFixed(1)) }, ...more,
});

const table = (rows: readonly ReportRow[], more: Partial<ReportTable> = {}): ReportTable => ({
  sheet: 'Drift', range: 'A1:D9', headerRows: [1], kind: 'budget', unit: 'mnkr', signRule: 'costs-negative', comparisons: [comparison],
  columns: [
    { column: 'A', header: 'Verksamhet', field: 'label' }, { column: 'B', header: 'Budget 2024', field: 'budget', year: 2024 },
    { column: 'C', header: 'Utfall 2024', field: 'actual', year: 2024 }, { column: 'D', header: 'Avvikelse', field: 'variance' },
  ],
  rows, ...more,
});

const rows = [item(2, 'Hemtjänst', -221.3, -247.1), item(3, 'Boendestöd', -19.7, -15.5), item(4, 'Stab', -41.7, -42.0)];
const total: ReportRow = { ...item(5, 'Totalt', -282.7, -304.7), kind: 'sum', parts: [2, 3, 4] };

describe('avvikelseView', () => {
  it('ranks by size, keeps back what is under the threshold, and lets the list sum to the total', () => {
    const view = avvikelseView(table([...rows, total]), comparison, { threshold });
    expect(view?.rows.map((row) => row.label)).toEqual(['Hemtjänst', 'Boendestöd']);
    expect(view?.below.map((row) => row.label)).toEqual(['Stab']);
    expect(view?.total.amount).toBeCloseTo(-22, 9);
    expect(view?.restAmount).toBeCloseTo(-0.3, 9);
    expect(view?.rounding).toBeCloseTo(-0.1, 9);
    expect(view?.isDifference).toBe(false);
  });

  it('calls a rest that rounding does not explain a difference', () => {
    const wrong: ReportRow = { ...total, values: { B: -282.7, C: -314.7 } };
    expect(avvikelseView(table([...rows, wrong]), comparison, { threshold })?.isDifference).toBe(true);
  });

  it('points at the printed avvikelse, and at the compared figure where none is printed', () => {
    expect(avvikelseView(table(rows), comparison, { threshold })?.rows[0]?.cell).toBe('D2');
    const bare = table(rows, { columns: table(rows).columns.slice(0, 3) });
    expect(avvikelseView(bare, comparison, { threshold })?.rows[0]?.cell).toBe('C2');
  });

  it('turns revenue rows round where costs stand without a minus', () => {
    const positive = table([item(2, 'Personal', 100, 104, { variance: -4 }), item(3, 'Avgifter', 40, 44, { variance: 4, signRule: 'costs-negative' })], { signRule: 'costs-positive' });
    const view = avvikelseView(positive, comparison, { threshold: { amountTkr: 0, share: 0 } });
    expect(view?.rows.map((row) => [row.label, row.amount, row.isTurned])).toEqual([['Personal', -4, false], ['Avgifter', 4, true]]);
  });

  it('signs a part of the table by its own rule', () => {
    const part = { rows: [4], signRule: 'costs-positive' as const, signEvidence: { matched: 1, of: 1 } };
    const parted = table([item(2, 'Hemtjänst', -100, -104, { variance: -4 }), item(4, 'LSS', 40, 44, { variance: -4, signRule: 'costs-positive' })], { signParts: [part] });
    const view = avvikelseView(parted, comparison, { threshold: { amountTkr: 0, share: 0 } });
    expect(view?.rows.map((row) => [row.label, row.amount, row.signRule, row.isTurned])).toEqual([['Hemtjänst', -4, 'costs-negative', false], ['LSS', -4, 'costs-positive', false]]);
  });

  it('marks the row of an error but not the row of what follows from it', () => {
    const findings: readonly Finding[] = [
      { code: 'variance-mismatch', severity: 'error', sheet: 'Drift', cell: 'D2' },
      { code: 'percent-mismatch', severity: 'error', sheet: 'Drift', cell: 'E3', cause: 'Drift!D2' },
    ];
    const view = avvikelseView(table(rows), comparison, { threshold, showAll: true, findings });
    expect(view?.rows.map((row) => [row.label, row.hasError])).toEqual([['Hemtjänst', true], ['Boendestöd', false], ['Stab', false]]);
  });

  it('shows the change against an earlier forecast in every line', () => {
    const earlier: Comparison = { budget: 'B', compared: 'E', basis: 'forecast' };
    const withEarlier = rows.map((row, index) => ({ ...row, values: { ...row.values, E: [-250, -16, -41.7][index] ?? 0 } }));
    const view = avvikelseView(table(withEarlier), comparison, { threshold, earlier });
    expect(view?.rows[0]?.change).toBeCloseTo(2.9, 9);
    expect(view?.total.change).toBeCloseTo((view?.rows.reduce((sum, row) => sum + (row.change ?? 0), 0) ?? 0) + (view?.restChange ?? 0), 9);
  });

  it('gives null without a sign rule', () => {
    expect(avvikelseView(table(rows, { signRule: null }), comparison, { threshold })).toBeNull();
  });

  it('always reconciles: rows + rest + rounding = total', () => {
    const figure = fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 10);
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 30 }), figure, figure, (pairs, budget, compared) => {
        const items = pairs.map(([one, other], index) => item(index + 2, `Rad ${index}`, one, other));
        const sum: ReportRow = { ...item(99, 'Totalt', budget, compared), kind: 'sum', parts: items.map((row) => row.row) };
        const view = avvikelseView(table([...items, sum]), comparison, { threshold });
        const listed = (view?.rows ?? []).reduce((all, row) => all + row.amount, 0) + (view?.restAmount ?? 0) + (view?.rounding ?? 0);
        expect(listed).toBeCloseTo(view?.total.amount ?? NaN, 6);
      }),
    );
  });
});

describe('comparableTables', () => {
  it('takes budget tables with a rule and a comparison only', () => {
    expect(comparableTables([table(rows), table(rows, { signRule: null }), table(rows, { kind: 'volumes' }), table(rows, { comparisons: [] })])).toHaveLength(1);
  });
});
