import { avvikelseView } from '../../../src/app/avvikelseView';
import { totalWithoutOneOffs } from '../../../src/app/oneOffView';
import type { Comparison, ReportTable } from '../../../src/workbook/report';

const comparison: Comparison = { budget: 'B', compared: 'C', basis: 'final' };
const table: ReportTable = {
  sheet: 'Drift', range: 'A1:C3', headerRows: [1], kind: 'budget', unit: 'mnkr', signRule: 'costs-negative', comparisons: [comparison], columns: [],
  rows: [
    { row: 2, label: 'Verksamhet', code: null, kind: 'item', level: 0, values: { B: -1402.1, C: -1438 } },
    { row: 3, label: 'Statsbidrag', code: null, kind: 'item', level: 0, values: { B: 0, C: 32.3 } },
  ],
};

describe('totalWithoutOneOffs', () => {
  it('takes the marked rows out of the total', () => {
    const view = avvikelseView(table, comparison, { threshold: { amountTkr: 0, share: 0 } });
    if (view === null) throw new Error('the table can be compared');
    expect(view.total.amount).toBeCloseTo(-3.6, 9);
    expect(totalWithoutOneOffs(view, ['statsbidrag'])).toBeCloseTo(-35.9, 9);
    expect(totalWithoutOneOffs(view, ['annat'])).toBeNull();
  });
});
