import { moveFormula, placeArea, placementOf } from '../../../../src/workbook/write/placement';

describe('moveFormula', () => {
  const inserted = placementOf([0, 1, 2, 4, 5], [0, 1, 3]);

  it.each([
    ['=C3-B3', '=D3-B3'],
    ['=C4-B3', '=D5-B3'],
    ['=SUM(B1:B5)', '=SUM(B1:B6)'],
    ['=$C$4', '=$D$5'],
    ['=IF(C3="B4","–",C3)', '=IF(D3="B4","–",D3)'],
    ["='Blad C3'!C3+C3", "='Blad C3'!C3+D3"],
    ["='Ann''s'!B4", "='Ann''s'!B4"],
    ['=LOG10(C3)', '=LOG10(D3)'],
    ['=EDATE(C3,12)', '=EDATE(D3,12)'],
  ])('moves %s to %s', (before, after) => {
    expect(moveFormula(before, inserted, new Map())).toBe(after);
  });

  it('moves an address on another sheet that has moved, and no other', () => {
    expect(moveFormula("='Effekt per månad'!C4+Annat!C4", placementOf([], []), new Map([['Effekt per månad', inserted]]))).toBe("='Effekt per månad'!D5+Annat!C4");
  });
});

describe('placeArea', () => {
  it('covers rows that have been sorted among themselves', () => {
    expect(placeArea({ top: 1, left: 0, bottom: 3, right: 0 }, placementOf([0, 3, 1, 2], [0]))).toEqual({ top: 1, left: 0, bottom: 3, right: 0 });
  });
});
