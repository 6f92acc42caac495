import type { SheetGrid } from '../../../../src/workbook/grid';
import { buildAvvikelseanalys } from '../../../../src/workbook/write/avvikelseanalys';
import { namedRows } from '../../../../src/workbook/write/sheetDraft';
import { buildGrid } from '../../../support/gridBuilder';
import { writingFrom } from '../../../support/writingBuilder';

const drift = (label: string): SheetGrid =>
  buildGrid(
    [
      ['Driftsredovisning 2024, mnkr'],
      ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'],
      ['Hemtjänst', -221.3, -247.1, -25.8],
      ['Särskilt boende', -301.3, -317.6, -16.3],
      [label, -19.7, -15.5, 4.2],
      ['Totalt', -542.3, -580.2, -37.9],
    ],
    { name: 'Drift' },
  );
const linesOf = (grid: SheetGrid, marks: readonly string[]): readonly (readonly unknown[])[] => {
  const block = buildAvvikelseanalys(writingFrom([grid], { oneOffs: new Set(marks) })).blocks.filter(({ id }) => id === 'oneOff');
  return namedRows({ blocks: block }).flatMap(({ row }) => (typeof row.cells[4]?.result === 'number' ? [[row.cells[0]?.value, row.cells[4].result]] : []));
};

describe('oneOffBlock', () => {
  it('takes the rows that the user marked out of the total', () => {
    expect(linesOf(drift('Boendestöd'), ['hemtjänst', 'boendestöd'])).toEqual([
      ['Totalt, budgetavvikelse', -37.9],
      ['varav Hemtjänst', -25.8],
      ['varav Boendestöd', 4.2],
      ['Utan engångsposter', -16.3],
    ]);
  });

  it('lets the marks decide over the words of the source', () => {
    expect(linesOf(drift('Engångsbidrag'), ['hemtjänst']).map(([label]) => label)).toEqual(['Totalt, budgetavvikelse', 'varav Hemtjänst', 'Utan engångsposter']);
  });

  it('goes by the words of the source where nothing is marked', () => {
    expect(linesOf(drift('Engångsbidrag'), []).map(([label]) => label)).toEqual(['Totalt, budgetavvikelse', 'varav Engångsbidrag', 'Utan engångsposter']);
  });

  it('is left out where nothing is one-off', () => {
    expect(linesOf(drift('Boendestöd'), [])).toEqual([]);
  });
});
