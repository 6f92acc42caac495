import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileValue } from '../../../src/workbench/host/fileContent';
import { readXlsxFile } from '../../../src/workbench/host/xlsxRead';
import { writeXlsxFile } from '../../../src/workbench/host/xlsxWrite';
import { describeWithLibreOffice, recalculate } from '../../support/libreOffice';
import { emptyFileSheet, fileContentOf, richFileContent } from '../../support/richFileContent';

const fixtures = join(__dirname, '../../fixtures');

describeWithLibreOffice('writeXlsxFile, opened by LibreOffice', () => {
  it('gives a file that opens with all its sheets', async () => {
    const sheets = await recalculate(await writeXlsxFile(richFileContent));
    expect([...sheets.keys()]).toEqual(richFileContent.sheets.map(({ name }) => name));
    expect(sheets.get('Källa')).toEqual([
      ['Hemtjänst', 100, 30],
      ['Boende', 110, 20],
      ['IFO', 120, 10],
    ]);
  });

  it('stores results that hold when every formula is computed anew', async () => {
    const content = await readXlsxFile(new Uint8Array(readFileSync(join(fixtures, 'zoo/manadsrapport-aug-namnd-64.xlsx'))));
    const computed = await recalculate(await writeXlsxFile(content));
    let formulas = 0;
    for (const { name, cells } of content.sheets) {
      for (const { row, column, value, formula } of cells) {
        if (formula !== undefined) formulas += 1;
        expectSame(computed.get(name)?.[row]?.[column] ?? null, value);
      }
    }
    expect(formulas).toBeGreaterThan(50);
  });

  it('computes formulas whose stored result is wrong', async () => {
    const cells = [
      { row: 0, column: 0, value: 2 },
      { row: 0, column: 1, value: 99, formula: 'A1*3' },
    ];
    expect((await recalculate(await writeXlsxFile(fileContentOf({ ...emptyFileSheet, cells })))).get('Blad1')).toEqual([[2, 6]]);
  });
});

function expectSame(actual: FileValue, expected: FileValue): void {
  if (typeof expected === 'number') expect(actual).toBeCloseTo(expected, 6);
  else expect(actual === '' ? null : actual).toEqual(expected === '' ? null : expected);
}
