import { cellRole, profileRow } from '../../../../src/workbook/read/rowProfile';
import { buildGrid } from '../../../support/gridBuilder';

describe('cellRole', () => {
  const grid = buildGrid([[2024, 202501, 'jan-25', 45658, 1834, '1 834', '–', 'Hemtjänst', { error: '#N/A' }, null]], { formats: { D1: 'mmm yyyy' } });

  it.each(['time', 'time', 'time', 'time', 'figure', 'figure', 'mark', 'text', 'figure', 'empty'].map((role, column) => [role, column] as const))('tells a %s in column %i', (role, column) => {
    expect(cellRole(grid, 0, column)).toBe(role);
  });
});

describe('profileRow', () => {
  it('counts what stands on a heading row', () => {
    const grid = buildGrid([['', 'Verksamhet', 'Budget 2025', 2024, 'Hemtjänst']]);
    expect(profileRow(grid, 0, 0, 4)).toMatchObject({ filled: 4, first: 1, last: 4, figures: 0, times: 1, texts: 3, headings: 2 });
  });
});
