import { figurePlace, reportColumnOf, reportRowOf, rowName } from '../../../src/workbook/figurePlace';

const upright = {};
const turned = { isTurned: true } as const;

describe('figurePlace', () => {
  it('finds the cell of a figure, also in a table that was stood up', () => {
    expect([figurePlace(upright, 4, 'C'), figurePlace(turned, 4, 'C')]).toEqual([{ row: 3, column: 2 }, { row: 2, column: 3 }]);
  });

  it('finds the row and column of the report that a cell belongs to', () => {
    expect([reportRowOf(upright, 'C4'), reportColumnOf(upright, 'C4')]).toEqual([4, 'C']);
    expect([reportRowOf(turned, 'D3'), reportColumnOf(turned, 'D3')]).toEqual([4, 'C']);
    expect([reportRowOf(turned, '?'), reportColumnOf(upright, '?')]).toEqual([NaN, '']);
  });

  it('names rows as the sheet shows them', () => {
    expect([rowName(upright, 17), rowName(turned, 3)]).toEqual(['rad 17', 'kolumn C']);
  });
});
