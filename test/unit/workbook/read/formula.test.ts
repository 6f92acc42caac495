import fc from 'fast-check';
import { areasOf, evaluateFormula, linearTerms, moveFormula, parseFormula, relativeShape } from '../../../../src/workbook/read/formula';
import { areaAddress } from '../../../../src/workbook/address';

const termsOf = (formula: string): string | null => {
  const tree = parseFormula(formula);
  const terms = tree === null ? null : linearTerms(tree);
  return terms === null ? null : terms.map(({ sheet, area, sign }) => `${sign === 1 ? '+' : '-'}${sheet === null ? '' : `${sheet}!`}${areaAddress(area)}`).join(' ');
};

describe('linearTerms', () => {
  it.each([
    ['=SUM(B4:B8)', '+B4:B8'],
    ['=B4+B10', '+B4 +B10'],
    ['=B12-SUM(B4,B6:B8)', '+B12 -B4 -B6:B8'],
    ['=-(B4-B5)', '-B4 +B5'],
    ['=SUBTOTAL(9,C2:C9)', '+C2:C9'],
    ["=ROUND('Barn och unga'!B11,1)", '+Barn och unga!B11'],
    ['=IFERROR(SUM($B$4:B8),0)', '+B4:B8'],
  ])('reads %s as %s', (formula, expected) => {
    expect(termsOf(formula)).toBe(expected);
  });

  it.each(['=B4/1000', '=B4*2', '=VLOOKUP(A1,B1:C9,2,0)', '=Tabell1[Belopp]', '=B4&"x"'])('gives null for %s', (formula) => {
    expect(termsOf(formula)).toBeNull();
  });

  it.each(['=SUM(B4:B8', '=B4+', '=)', '=B4 B5'])('gives no tree for %s', (formula) => {
    expect(parseFormula(formula)).toBeNull();
  });
});

describe('evaluateFormula', () => {
  const figures: Readonly<Record<string, number>> = { '0,0': 89330, '1,0': -40, '2,0': 10 };
  const read = (_sheet: string | null, row: number, column: number): number | null => figures[`${row},${column}`] ?? null;
  const valueOf = (formula: string): number | null => {
    const tree = parseFormula(formula);
    return tree === null ? null : evaluateFormula(tree, read);
  };

  it.each([
    ["=ROUND(Vuxna!A1/1000,1)", 89.3],
    ['=A2/ABS(A3)', -4],
    ['=SUM(A1:A3)', 89300],
    ['=A2-A3*2', -60],
    ['=50%', 0.5],
    ['=A2+B9', null],
    ['=TODAY()', null],
  ])('gives the value of %s', (formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });
});

describe('relativeShape', () => {
  it('is the same for a formula and that formula filled elsewhere', () => {
    fc.assert(fc.property(fc.nat(50), fc.nat(20), fc.nat(50), fc.nat(20), (row, column, down, right) => {
      const formula = "=SUM(B4:$C9)-'Blad 2'!D$3";
      expect(relativeShape(moveFormula(formula, down, right), row + down, column + right)).toBe(relativeShape(formula, row, column));
    }));
  });

  it('tells formulas apart that point elsewhere', () => {
    expect(relativeShape('=B5-C5', 4, 3)).not.toBe(relativeShape('=B5-C5', 5, 3));
  });
});

describe('areasOf', () => {
  it('lists the areas behind what is not followed', () => {
    const tree = parseFormula('=VLOOKUP(A1,Blad2!B1:C9,2,FALSE)');
    expect(tree === null ? [] : areasOf(tree).map(({ sheet, area }) => [sheet, areaAddress(area)])).toEqual([[null, 'A1'], ['Blad2', 'B1:C9']]);
  });
});
