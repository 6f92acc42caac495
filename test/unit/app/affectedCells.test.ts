import { affectedCells } from '../../../src/app/affectedCells';

const changes = (...cells: readonly string[]): Parameters<typeof affectedCells>[0] => ({ changes: cells.map((cell) => ({ sheet: 'Avvikelseanalys', cell, before: 1, after: 2 })) });

describe('affectedCells', () => {
  it('gathers the cells by column, from the left', () => {
    expect(affectedCells(changes('AA5', 'D34', 'D29', 'E7', 'D30'))).toEqual([{ range: 'D29:D34', count: 3 }, { range: 'E7', count: 1 }, { range: 'AA5', count: 1 }]);
  });

  it('has nothing for a sheet without changes', () => {
    expect(affectedCells(changes())).toEqual([]);
  });
});
