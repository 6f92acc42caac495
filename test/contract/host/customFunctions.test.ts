import { createHost, type Host, type HostOptions } from '../../../src/workbench/host/createHost';
import type { CustomFunctionSet } from '../../../src/workbench/host/functions';
import { firstSheet } from '../../support/firstSheet';

const calls: unknown[][] = [];
const number = (name: string, optional = false) => ({ name, type: 'number', dimensionality: 'scalar', optional });
const functions: CustomFunctionSet = {
  metadata: {
    functions: [
      { id: 'DIFFERENS', name: 'DIFFERENS', parameters: [number('a'), number('b'), number('faktor', true)], result: { type: 'number', dimensionality: 'scalar' } },
      { id: 'DUBBLA', name: 'DUBBLAÅÄÖ', parameters: [{ name: 'område', type: 'any', dimensionality: 'matrix' }], result: { type: 'any', dimensionality: 'matrix' } },
      { id: 'FEL', name: 'FEL', parameters: [{ name: 'kod', type: 'string', dimensionality: 'scalar' }], result: { type: 'number' } },
      { id: 'PLATS', name: 'PLATS', parameters: [], result: { type: 'string' }, options: { requiresAddress: true } },
      { id: 'ANTAL', name: 'ANTAL', parameters: [{ name: 'värden', type: 'any', dimensionality: 'scalar', repeating: true }], result: { type: 'number' } },
      { id: 'UTAN', name: 'UTAN', parameters: [], result: { type: 'number' } },
    ],
  },
  implementations: {
    DIFFERENS: (a: number, b: number, faktor: number | null) => {
      calls.push([a, b, faktor]);
      return (a - b) * (faktor ?? 1);
    },
    DUBBLA: (area: (number | string | null)[][]) => {
      calls.push([area]);
      return area.map((row) => row.map((cell) => (typeof cell === 'number' ? cell * 2 : '')));
    },
    FEL: (code: string) => {
      if (code === 'kast') throw new Error('oväntat');
      if (code === 'NaN') return NaN;
      throw new CustomFunctions.Error(code as CustomFunctions.ErrorCode, 'text');
    },
    PLATS: (invocation: CustomFunctions.Invocation) => invocation.address,
    ANTAL: (values: unknown[]) => values.length,
  },
};

describe.each(['excel-win32', 'excel-web'] as const)('custom functions on the %s build', (library) => {
  let host: Host;
  const open = async (options: Partial<HostOptions> = {}): Promise<void> => {
    calls.length = 0;
    host = await createHost({ content: undefined, library, functions, ...options });
  };
  afterEach(() => host.dispose());

  /** What the cell shows, with numbers 7 and 5 in A1 and B1, an error in C1 and D1 left empty. */
  const valueOf = (formula: string, address = 'F1'): Promise<unknown[][]> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1:C1').formulas = [[7, 5, '=NA()']];
      sheet.getRange('F1').formulas = [[formula]];
      const range = sheet.getRange(address).load('values');
      await context.sync();
      return range.values as unknown[][];
    });

  it.each([
    ['=VON.DIFFERENS(A1,B1)', 2],
    ['=VON.DIFFERENS(A1,B1,10)', 20],
    ['=von.differens(A1,3)', 4],
    ['=VON.DIFFERENS("7",TRUE)', 6],
    ['=VON.DIFFERENS(A1,"text")', '#VALUE!'],
    ['=VON.DIFFERENS(A1,C1)', '#N/A'],
    ['=VON.DIFFERENS(A1)', '#VALUE!'],
    ['=VON.DIFFERENS(A1:A2,B1)', '#VALUE!'],
    ['=SUM(VON.DIFFERENS(A1,B1),1)', 3],
    ['=VON.ANTAL(A1,B1,3)', 3],
    ['=VON.PLATS()', 'Blad1!F1'],
    ['=VON.UTAN()', '#N/A'],
    ['=VON.SAKNAS()', '#NAME?'],
    ['=VON.FEL("#N/A")', '#N/A'],
    ['=VON.FEL("#VALUE!")', '#VALUE!'],
    ['=VON.FEL("#DIV/0!")', '#DIV/0!'],
    ['=VON.FEL("#NUM!")', '#NUM!'],
    ['=VON.FEL("#NAME?")', '#VALUE!'],
    ['=VON.FEL("kast")', '#VALUE!'],
    ['=VON.FEL("NaN")', '#NUM!'],
  ])('shows %s as %j', async (formula, value) => {
    await open();
    expect(await valueOf(formula)).toEqual([[value]]);
  });

  it('gives null for what is left out, and does not call with an error in a cell', async () => {
    await open();
    await valueOf('=VON.DIFFERENS(A1,B1)');
    expect(calls).toEqual([[7, 5, null]]);
    calls.length = 0;
    await valueOf('=VON.DIFFERENS(A1,C1)');
    expect(calls).toEqual([]);
  });

  it('gives empty cells as 0 on the desktop and as null on the web', async () => {
    await open();
    await valueOf('=VON.DUBBLAÅÄÖ(D1:D2)');
    expect(calls.at(-1)).toEqual([[[0], [0]]]);
    host.dispose();
    await open({ emptyCells: 'null' });
    await valueOf('=VON.DUBBLAÅÄÖ(D1:D2)');
    expect(calls.at(-1)).toEqual([[[null], [null]]]);
  });

  it('spills a matrix, and computes anew when a cell changes', async () => {
    await open();
    expect(await valueOf('=VON.DUBBLAÅÄÖ(A1:B1)', 'F1:G1')).toEqual([[14, 10]]);
    await host.typeInCell('Blad1', 'A1', 100);
    const sheet = await firstSheet(host);
    expect(sheet.cells.filter(({ column }) => column >= 5)).toEqual([{ row: 0, column: 5, value: 200, formula: 'VON.DUBBLAÅÄÖ(A1:B1)', spill: 'F1:G1' }, { row: 0, column: 6, value: 10 }]);
  });

  it('answers an error within an area with that error', async () => {
    await open();
    expect(await valueOf('=VON.DUBBLAÅÄÖ(A1:C1)')).toEqual([['#N/A']]);
  });
});
