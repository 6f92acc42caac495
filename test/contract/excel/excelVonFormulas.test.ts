import { excelVonFormulas, isVonFormula } from '../../../src/excel/excelVonFormulas';
import { excelWorkbookReader } from '../../../src/excel/excelWorkbookReader';
import { createHost } from '../../../src/workbench/host/createHost';
import type { Host } from '../../../src/workbench/host/createHost';
import { formulaAt, valueAt } from '../../../src/workbook/grid';
import type { SheetGrid } from '../../../src/workbook/grid';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import type { CustomFunctionSet } from '../../../src/workbench/host/functions';

/** A stand-in of our own, since the adapter needs no more than a function that spills and one that refuses. */
const parameter = (name: string): CustomFunctionSet['metadata']['functions'][number]['parameters'][number] => ({ name, type: 'any', dimensionality: 'matrix' });
const functions: CustomFunctionSet = {
  metadata: { functions: [{ id: 'AVVIKELSE', name: 'AVVIKELSE', parameters: [parameter('budget'), parameter('utfall')], result: { type: 'any', dimensionality: 'matrix' } }] },
  implementations: {
    AVVIKELSE: (budget: unknown[][], actual: unknown[][]) =>
      budget.map((row, index) =>
        row.map((value, column) => {
          if (typeof value !== 'number') throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, 'Inget tal.');
          return Number(actual[index]?.[column]) - value;
        }),
      ),
  },
};

let host: Host;
const open = async (withFunctions = true): Promise<void> => {
  host = await createHost({ content: workbookOf(emptySheet('Blad 1', [[-100, -110, 5], [-200, -190, 6], [-300, -330, 7]]), emptySheet('Blad 2')), ...(withFunctions ? { functions } : {}) });
};
const sheet = async (name = 'Blad 1'): Promise<SheetGrid> => {
  const { sheets } = await excelWorkbookReader().readWorkbook({ sheets: [name] });
  const [found] = sheets;
  if (!found) throw new Error(name);
  return found;
};
const select = (address: string): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Blad 1').getRange(address).select();
    await context.sync();
  });

describe('isVonFormula', () => {
  it.each([
    ['=VON.AVVIKELSE(A1,B1)', true],
    ['=SUM(1,von.årseffekt(A1,B1,2024))', true],
    ['=_xldudf_VON_AVVIKELSE(A1,B1)', true],
    ['="VON.AVVIKELSE(A1)"', false],
    ['=SUM(A1:B2)', false],
    ['=VON1+VON2', false],
    ['=REVON.X(1)', false],
  ])('%s: %s', (formula, expected) => {
    expect(isVonFormula(formula)).toBe(expected);
  });
});

describe('excelVonFormulas', () => {
  const formulas = excelVonFormulas();
  afterEach(() => host.dispose());

  it('replaces the formulas of the sheet, and what they spill, by values, and leaves native ones alone', async () => {
    await open();
    await host.typeInCell('Blad 1', 'E1', '=VON.AVVIKELSE(A1:A3,B1:B3)');
    await host.typeInCell('Blad 1', 'F1', '=VON.AVVIKELSE(A1,B1)*2');
    await host.typeInCell('Blad 1', 'G1', '=SUM(A1:A3)');
    expect(await formulas.lockValues('sheet')).toBe(2);
    const after = await sheet();
    expect([0, 1, 2].map((row) => valueAt(after, row, 4))).toEqual([-10, 10, -30]);
    expect(valueAt(after, 0, 5)).toBe(-20);
    expect([...after.formulas.values()]).toEqual(['=SUM(A1:A3)']);
    await host.typeInCell('Blad 1', 'B1', -500);
    expect(valueAt(await sheet(), 0, 4)).toBe(-10);
  });

  it('replaces only what is marked', async () => {
    await open();
    await host.typeInCell('Blad 1', 'E1', '=VON.AVVIKELSE(A1,B1)');
    await host.typeInCell('Blad 1', 'E2', '=VON.AVVIKELSE(A2,B2)');
    await select('E2:E3');
    expect(await formulas.lockValues('selection')).toBe(1);
    const after = await sheet();
    expect([formulaAt(after, 0, 4), formulaAt(after, 1, 4)]).toEqual(['=VON.AVVIKELSE(A1,B1)', null]);
  });

  it('keeps a formula that shows an error', async () => {
    await open();
    await host.typeInCell('Blad 1', 'E1', '=VON.AVVIKELSE("ord",B1)');
    expect(await formulas.lockValues('sheet')).toBe(0);
    expect(formulaAt(await sheet(), 0, 4)).toBe('=VON.AVVIKELSE("ord",B1)');
  });

  it('enters again only the formulas that Excel does not know, in every sheet', async () => {
    await open(false);
    await host.typeInCell('Blad 1', 'E1', '=VON.AVVIKELSE(A1,B1)');
    await host.typeInCell('Blad 1', 'E2', '=SUM(A1:B1)');
    await host.typeInCell('Blad 2', 'A1', "=VON.AVVIKELSE('Blad 1'!A1,'Blad 1'!B1)");
    expect(valueAt(await sheet(), 0, 4)).toEqual({ error: '#NAME?' });
    expect(await formulas.repairFormulas()).toBe(2);
    expect(formulaAt(await sheet('Blad 2'), 0, 0)).toBe("=VON.AVVIKELSE('Blad 1'!A1,'Blad 1'!B1)");
  });

  it('has nothing to repair where the functions work', async () => {
    await open();
    await host.typeInCell('Blad 1', 'E1', '=VON.AVVIKELSE(A1,B1)');
    expect(await formulas.repairFormulas()).toBe(0);
  });
});
