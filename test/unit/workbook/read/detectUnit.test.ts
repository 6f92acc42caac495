import type { CellValue } from '../../../../src/workbook/grid';
import { draftTables } from '../../../../src/workbook/read/draftTables';
import { buildGrid, type GridOptions } from '../../../support/gridBuilder';
import { runSteps } from '../../../support/runSteps';

const unitsOf = (rows: readonly (readonly CellValue[])[], options?: GridOptions): readonly (readonly [string | null, string | undefined])[] => runSteps(draftTables(buildGrid(rows, options))).map(({ unit, unitCell }) => [unit, unitCell]);
const head = ['Verksamhet', 'Budget', 'Utfall'];
const body = [['Norr', 1210, 1190], ['Söder', 2345, 2400], ['Väster', 870, 911]];

describe('detectUnit', () => {
  it.each<readonly [string, readonly (readonly CellValue[])[], GridOptions, readonly [string | null, string | undefined]]>([
    ['the corner', [['Verksamhet, mnkr', 'Budget', 'Utfall'], ...body], {}, ['mnkr', 'A1']],
    ['the columns’ headings', [['Verksamhet', 'Budget (tkr)', 'Utfall (tkr)'], ...body], {}, ['tkr', 'B1']],
    ['most of the columns’ headings', [['Form', 'Budget (tkr)', 'Utfall (tkr)', 'Pris per dygn (kr)'], ...body.map((row) => [...row, 1500])], {}, ['tkr', 'B1']],
    ['a title', [['Drift 2025 (mkr)'], [], head, ...body], {}, ['mnkr', 'A1']],
    ['a line above the figures', [['Drift'], ['', '', 'tkr'], head, ...body], {}, ['tkr', 'C2']],
    ['the number format', [head, ...body], { formats: { 'B2:C4': '#,##0" tkr"' } }, ['tkr', 'B2']],
    ['figures kept as text', [head, ['Norr', '629 tkr', '943 tkr'], ['Söder', '68 tkr', '270 tkr']], {}, ['tkr', 'B2']],
    ['a note below', [head, ...body, [], ['Belopp i mnkr']], {}, ['mnkr', 'A6']],
    ['figures with öre', [head, ...['A', 'B', 'C', 'D'].map((name, row) => [name, 1837200.25 + row, 630772.48 - row])], {}, ['kr', undefined]],
    ['figures that are whole thousands', [head, ...['A', 'B', 'C', 'D'].map((name) => [name, -1400000, -36000])], {}, ['kr', undefined]],
  ])('reads the unit from %s', (_name, rows, options, expected) => {
    expect(unitsOf(rows, options)).toEqual([expected]);
  });

  it('finds none where nothing tells it', () => {
    expect(unitsOf([head, ...body, [], ['Personalkostnaderna ökade med 3 mnkr']])).toEqual([[null, undefined]]);
    expect(unitsOf([head, ...['A', 'B', 'C', 'D'].map((name, row) => [name, 1837.25 + row, 630.48 - row])])).toEqual([[null, undefined]]);
  });

  it('lets the sheet’s title hold for a later table without its own, not for counts', () => {
    const rows = [['Uppföljning, tkr'], [], head, ...body, [], ['Investeringar (mnkr)'], head, ...body, [], ['Per ansvar'], ['Ansvar', 'Budget', 'Utfall'], ...body, [], ['Platser'], ['Volym', 'Budget', 'Utfall'], ...body];
    expect(unitsOf(rows).map(([unit]) => unit)).toEqual(['tkr', 'mnkr', 'tkr', null]);
  });

  it('takes a ledger without a word of it to be in kronor', () => {
    expect(unitsOf([['Ansvar', 'Konto', 'Period', 'Belopp'], ['0510', '5010', '202501', 110.5], ['0510', '5020', '202502', 95.25]])).toEqual([['kr', undefined]]);
  });

  it('reads the unit of a plan in words behind its amounts', () => {
    expect(unitsOf([['Verksamhet', 'Situation', 'Åtgärd', 'Konsekvens'], ['Norr', 'Prognos delår 1: -3,0 mnkr', 'Inga konsulter', 'Mer arbete'], ['Söder', 'Volymökning', 'Översyn', 'Färre timmar']])).toEqual([['mnkr', 'B2']]);
  });
});
