import { excelWorkbookReader } from '../../../src/excel/excelWorkbookReader';
import { hostErrorOf } from '../../../src/excel/hostError';
import { createHost } from '../../../src/workbench/host/createHost';

describe('hostErrorOf', () => {
  it.each([
    ['AccessDenied', 'protected-sheet'],
    ['ResponsePayloadSizeLimitExceeded', 'too-large'],
    ['ItemNotFound', 'sheet-gone'],
    ['ItemAlreadyExists', 'name-taken'],
    ['ConnectionFailure', 'no-answer'],
    ['GeneralException', 'unknown'],
  ])('tells %s as %s', async (excelCode, code) => {
    const host = await createHost({ content: undefined });
    host.failAt({ code: excelCode });
    await expect(excelWorkbookReader().readWorkbook()).rejects.toMatchObject({ name: 'HostError', code, detail: expect.stringContaining(excelCode) as string });
    host.dispose();
  });

  it('tells a refused new sheet as a protected workbook', async () => {
    const host = await createHost({ content: undefined });
    host.protectStructure();
    const refusal: unknown = await Excel.run(async (context) => {
      context.workbook.worksheets.add('Ny');
      await context.sync();
    }).catch((error: unknown) => error);
    expect(hostErrorOf(refusal)).toMatchObject({ code: 'protected-workbook', detail: 'AccessDenied at WorksheetCollection.add' });
    host.dispose();
  });

  it('gives up on a cell that is never left, after having told each time', async () => {
    const host = await createHost({ content: undefined });
    host.editCell(true);
    let waits = 0;
    const reader = excelWorkbookReader({ onCellEdit: () => void (waits += 1), wait: () => Promise.resolve() });
    await expect(reader.readWorkbook()).rejects.toMatchObject({ code: 'cell-edit-mode' });
    expect(waits).toBeGreaterThan(3);
    host.dispose();
  });

  it('hides no fault of our own behind a sentence about Excel', () => {
    const fault = new TypeError('x is undefined');
    expect(() => hostErrorOf(fault)).toThrow(fault);
  });
});
