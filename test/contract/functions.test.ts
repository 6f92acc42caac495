import { createHost, type Host } from '../../src/workbench/host/createHost';
import type { EmptyCells } from '../../src/workbench/host/functions';
import { loadBuiltFunctions, readMetadata } from '../functions/builtFunctions';

const builtFunctions = { metadata: readMetadata(), implementations: Object.fromEntries(loadBuiltFunctions()) };

/** A workbook in the host with the built functions, and ways to type into it and to read it. */
async function openSheet(emptyCells: EmptyCells): Promise<{
  readonly host: Host;
  readonly type: (address: string, input: string | number | boolean) => Promise<void>;
  readonly fill: (address: string, values: unknown[][]) => Promise<void>;
  readonly read: (address: string) => Promise<unknown[][]>;
}> {
  const host = await createHost({ content: undefined, functions: builtFunctions, emptyCells });
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
  return {
    host,
    type: (address, input) => host.typeInCell(name, address, input),
    fill: (address, values) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange(address).values = values;
        await context.sync();
      }),
    read: (address) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange(address);
        range.load('values');
        await context.sync();
        return range.values as unknown[][];
      }),
  };
}

describe.each<EmptyCells>(['zero', 'null'])('VON functions in cells, empty cells handed over as %s', (emptyCells) => {
  let sheet: Awaited<ReturnType<typeof openSheet>>;
  beforeEach(async () => {
    sheet = await openSheet(emptyCells);
  });
  afterEach(() => sheet.host.dispose());

  it.each([
    ['=VON.AVVIKELSE(A1,B1)', [-765.3, -827.9], -62.6],
    ['=VON.AVVIKELSE(A1,B1,"plus")', [503.6, 532.1], -28.5],
    ['=VON.AVVIKELSE(A1,B1)', ["'1 234,5", "'−3,6"], -1238.1],
    ['=VON.AVVIKELSEPROCENT(A1,B1)', [-500, -520], -0.04],
    ['=VON.HELÅRSEFFEKT(A1,DATE(2025,4,1),2025)', [2175, 0], 2900],
    ['=VON.ÅRSEFFEKT(A1,B1,2025)', [2900, '2025-04-01'], 2175],
    ['=VON.ÅRSEFFEKT(A1,DATE(2025,9,1),2025,,B1)', [2400, 4], 500],
    ['=VON.RESTEFFEKT(A1,DATE(2025,4,1),2025)', [2900, 0], 725],
    ['=VON.HELÅRSPROGNOS(A1,10,B1,"restbudget",4841)', [7249, 13_299], 15_707],
    ['=VON.HELÅRSPROGNOS(A1,10,B1)', [7249, 13_299], 9465.5],
    ['=VON.VOLYMAVVIKELSE(A1,50,B1)', [-200, 45], 20],
    ['=VON.PRISAVVIKELSE(A1,50,-189,B1)', [-200, 45], -9],
    ['=VON.ENHETSKOSTNAD(A1,B1)', [-1_200_000, 2000], 600],
    ['=VON.FÖRÄNDRING(A1,B1)', [500, 540], 0.08],
    ['=VON.MÅLSTATUS(A1,B1,"låg")', [8.7, 9.2], 'Når målet'],
    ['=VON.MÅLSTATUS(A1,B1,"hög",0.75)', [0.79, 'Öka'], 'Når målet'],
    ['=VON.KVARATTFINNA(A1,B1)', [4200, 2750], 1450],
    ['=VON.AVSTÄM(A1:B1,0.3,1)', [0.1, 0.2], 'OK'],
    ['=VON.TAL(A1)', ["'1 297 tkr", 0], 1297],
    ['=VON.AVVIKELSE(A1,B1)', ["'–", "'-"], ''],
  ])('%s of %j gives %j', async (formula, inputs, expected) => {
    await sheet.fill('A1:B1', [inputs]);
    await sheet.type('D1', formula);
    expect(await sheet.read('D1')).toEqual([[expected]]);
  });

  it.each([
    ['=VON.AVVIKELSE(A1,B1)', ['hemtjänst', 5], '#VALUE!'],
    ['=VON.AVVIKELSE(A1,B1,"sidled")', [1, 2], '#VALUE!'],
    ['=VON.AVVIKELSE(A1:B1,A1:A2)', [1, 2], '#VALUE!'],
    ['=VON.AVVIKELSE(A1,B1)', ['68 tkr', '0,1 mnkr'], '#VALUE!'],
    ['=VON.AVVIKELSE(A1,B1)', [1, '=1/0'], '#DIV/0!'],
    ['=VON.AVVIKELSE(A1,B1)', [1, '=NA()'], '#N/A'],
    ['=VON.AVVIKELSEPROCENT(A1,B1)', [0, 5], '#DIV/0!'],
    ['=VON.ÅRSEFFEKT(A1,DATE(2025,6,1),2025,DATE(2025,1,1))', [1, 0], '#VALUE!'],
    ['=VON.HELÅRSEFFEKT(A1,DATE(2030,1,1),2025)', [100, 0], '#NUM!'],
    ['=VON.HELÅRSPROGNOS(A1,13,B1)', [1, 2], '#VALUE!'],
    ['=VON.HELÅRSPROGNOS(A1,5,B1,"säsong")', [1, 2], '#N/A'],
    ['=VON.VOLYMAVVIKELSE(A1,B1,5)', [100, 0], '#DIV/0!'],
    ['=VON.PRISAVVIKELSE(A1,5,B1,5)', [-100, 100], '#VALUE!'],
    ['=VON.FÖRÄNDRING(A1,B1)', [0, 5], '#DIV/0!'],
    ['=VON.MÅLSTATUS(A1,B1,"låg")', [33.5, 'Minska'], '#N/A'],
    ['=VON.FÖRDELA(100,A1:B1)', [0, 0], '#DIV/0!'],
    ['=VON.RULLANDE12(A1:B1)', [1, 2], '#N/A'],
    ['=VON.TAL(A1)', ['2,9 miljoner kronor', 0], '#VALUE!'],
  ])('%s of %j shows %s', async (formula, inputs, error) => {
    await sheet.fill('A1:B1', [inputs]);
    await sheet.type('D1', formula);
    expect(await sheet.read('D1')).toEqual([[error]]);
  });

  it('spills over 10 000 rows and recalculates when a precedent is edited', async () => {
    const rows = 10_000;
    await sheet.fill(`A1:B${rows}`, Array.from({ length: rows }, (_, i) => [-i, -2 * i]));
    await sheet.type('D1', `=VON.AVVIKELSE(A1:A${rows},B1:B${rows})`);
    const spilled = await sheet.read(`D1:D${rows}`);
    expect(spilled.every(([cell], i) => cell === -i)).toBe(true);

    await sheet.type(`B${rows}`, 1);
    await sheet.type('B1', "'hemtjänst");
    expect(await sheet.read(`D${rows - 1}:D${rows}`)).toEqual([[-(rows - 2)], [rows]]);
    expect(await sheet.read('D1:D2')).toEqual([['#VALUE!'], [-1]]);
  });

  it('keeps an error in its own row', async () => {
    await sheet.fill('A1:B3', [[1, 2], ['=1/0', 2], [1, 4]]);
    await sheet.type('D1', '=VON.AVVIKELSE(A1:A3,B1:B3)');
    expect(await sheet.read('D1:D3')).toEqual([[1], ['#DIV/0!'], [3]]);
  });

  it('spills parts in the shape of the weights', async () => {
    await sheet.fill('A1:A4', [[66], [23], [6], [5]]);
    await sheet.type('C1', '=VON.FÖRDELA(21000,A1:A4)');
    expect(await sheet.read('C1:C4')).toEqual([[13_860], [4830], [1260], [1050]]);
    await sheet.type('E1', '=VON.FÖRDELA(100,{1,1,1})');
    expect(await sheet.read('E1:G1')).toEqual([[34, 33, 33]]);
  });

  it('rolls over the months reported so far, empty ones to come', async () => {
    const months = Array.from({ length: 14 }, (_, i) => [i + 1]);
    await sheet.fill('A1:A14', months);
    await sheet.type('C1', '=VON.RULLANDE12(A1:A24)');
    await sheet.type('D1', '=VON.RULLANDE12SERIE(A1:A24)');
    await sheet.type('E1', '=VON.RULLANDE12KVOT(A1:A24,A1:A24)');
    expect(await sheet.read('C1')).toEqual([[102]]);
    expect(await sheet.read('E1')).toEqual([[1]]);
    expect((await sheet.read('D1:D24')).flat()).toEqual([...new Array(11).fill(''), 78, 90, 102, ...new Array(10).fill('')]);

    await sheet.type('A15', 15);
    expect(await sheet.read('C1')).toEqual([[114]]);
    await sheet.type('A9', '');
    expect(await sheet.read('C1')).toEqual([['#N/A']]);
    await sheet.type('C1', '=VON.RULLANDE12(A1:A24,"summa",TRUE)');
    expect(await sheet.read('C1')).toEqual([[105]]);
  });
});
