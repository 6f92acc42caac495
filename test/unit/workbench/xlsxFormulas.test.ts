import fc from 'fast-check';
import { cellAddress } from '../../../src/workbook/address';
import { formulaFromFile, movedFormula } from '../../../src/workbench/host/xlsxFormulas';
import { formulaToFile } from '../../../src/workbench/host/xlsxFormulasWrite';

describe('movedFormula', () => {
  it.each<[string, number, number, string]>([
    ['A1*$B$2', 1, 0, 'A2*$B$2'],
    ['$A1+A$1', 2, 3, '$A3+D$1'],
    ['SUM(A:A)+SUM(2:3)+SUM($A:$B)', 1, 1, 'SUM(B:B)+SUM(3:4)+SUM($A:$B)'],
    ["'Blad A1'!B2&\"C3\"", 1, 1, "'Blad A1'!C3&\"C3\""],
    ['Q1!A1+LOG10(A1)', 1, 0, 'Q1!A2+LOG10(A2)'],
    ['Plan[A1]+Plan[[#Totals],[B2]]', 5, 5, 'Plan[A1]+Plan[[#Totals],[B2]]'],
    ['år2025+A1_b', 1, 1, 'år2025+A1_b'],
    ['1.5*A1+2E3', 1, 0, '1.5*A2+2E3'],
    ['A1', -1, 0, 'A1048576'],
    ['XFD1', 0, 1, 'A1'],
  ])('moves %s by %p rows and %p columns to %s', (formula, rows, columns, expected) => {
    expect(movedFormula(formula, rows, columns)).toBe(expected);
  });

  it('comes back when moved there and back again', () => {
    const address = fc.tuple(fc.nat(1_048_575), fc.nat(16_383)).map(([row, column]) => cellAddress(row, column));
    fc.assert(
      fc.property(address, address, fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (one, other, rows, columns) => {
        const formula = `SUM(${one}:${other})*"A1"`;
        expect(movedFormula(movedFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
      }),
    );
  });
});

const pairs: readonly (readonly [string, string])[] = [
  ['SUM(A1:A2)', 'SUM(A1:A2)'],
  ['VON.AVVIKELSE(A1,B1)', '_xldudf_VON_AVVIKELSE(A1,B1)'],
  ['VON.ÅRSEFFEKT(A1,3)&"VON.X(1)"', '_xldudf_VON_ÅRSEFFEKT(A1,3)&"VON.X(1)"'],
  ['IFERROR(XLOOKUP(A1,B:B,C:C),MAXIFS(D:D,B:B,A1))', 'IFERROR(_xlfn.XLOOKUP(A1,B:B,C:C),_xlfn.MAXIFS(D:D,B:B,A1))'],
  ['FILTER(A1:B9,B1:B9>0)', '_xlfn._xlws.FILTER(A1:B9,B1:B9>0)'],
  ['SUM(A1#)', 'SUM(_xlfn.ANCHORARRAY(A1))'],
  ['LET(x,A1,y,x*2,x+y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)'],
  ['MAP(A1:A3,LAMBDA(v,v+1))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v+1))'],
  ["SUM('Blad [x]'!A1)", "SUM('Blad [x]'!A1)"],
  ['SUM([0]!namn)', 'SUM([0]!namn)'],
];

describe('formulaToFile', () => {
  it.each(pairs.filter(([formula]) => !formula.includes('[x]')))('writes %s as %s', (formula, file) => {
    expect(formulaToFile(formula)).toBe(file);
  });

  it('names the row of a table as files do', () => {
    expect(formulaToFile('Plan[@Budget]-Plan[@[Prognos 1]]')).toBe('Plan[[#This Row],[Budget]]-Plan[[#This Row],[Prognos 1]]');
  });

  it.each(['[1]Blad1!A1', "'[1]Blad 1'!A1+1", "'C:\\mapp\\[Budget.xlsx]Blad1'!A1"])('keeps no formula for %s, which asks another workbook', (formula) => {
    expect(formulaToFile(formula)).toBeNull();
  });
});

describe('formulaFromFile', () => {
  it.each(pairs)('reads %s back from %s', (formula, file) => {
    expect(formulaFromFile(file)).toBe(formula);
  });
});
