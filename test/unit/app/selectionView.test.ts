import { selectionAvvikelse } from '../../../src/app/selectionView';
import type { SelectedCell } from '../../../src/workbook/ports';
import type { ReportTable } from '../../../src/workbook/report';

const cell = (address: string, value: SelectedCell['value']): SelectedCell => ({ sheet: 'Drift', address, value });
const table: ReportTable = { sheet: 'Drift', range: 'A1:D9', headerRows: [1], kind: 'budget', unit: 'mnkr', signRule: 'costs-positive', columns: [], rows: [] };

describe('selectionAvvikelse', () => {
  it('compares by the rule of the table that the first cell stands in', () => {
    expect(selectionAvvikelse([cell('B4', 503.6), cell('C4', 532.1)], [table])).toMatchObject({ amount: -28.5, rule: 'costs-positive', unit: 'mnkr' });
    expect(selectionAvvikelse([cell('B40', -221.3), cell('C40', -247.1)], [table])).toMatchObject({ amount: -25.8, rule: 'costs-negative', unit: null });
  });

  it('compares by the rule of the row where that is another', () => {
    const parted: ReportTable = { ...table, rows: [{ row: 4, label: 'Taxor', code: null, kind: 'item', level: 0, values: {}, signRule: 'costs-negative' }] };
    expect(selectionAvvikelse([cell('B4', 44), cell('C4', 48)], [parted])).toMatchObject({ amount: 4, rule: 'costs-negative' });
    expect(selectionAvvikelse([cell('B5', 44), cell('C5', 48)], [parted])).toMatchObject({ amount: -4, rule: 'costs-positive' });
  });

  it('reads figures stored as text', () => {
    expect(selectionAvvikelse([cell('B4', '503,6'), cell('C4', '532,1')], [table])?.amount).toBe(-28.5);
  });

  it.each([
    [[cell('B4', 1)]],
    [[cell('B4', 1), cell('C4', 2), cell('D4', 3)]],
    [[cell('B4', 'Hemtjänst'), cell('C4', 2)]],
    [[cell('B4', null), cell('C4', 2)]],
  ])('is null unless exactly two figures are marked (%#)', (cells) => {
    expect(selectionAvvikelse(cells, [table])).toBeNull();
  });
});
