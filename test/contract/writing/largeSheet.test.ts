import { readWorkbook } from '../../../src/app/readWorkbook';
import type { AppPorts, WritingChoice } from '../../../src/app/session';
import { writeSheets } from '../../../src/app/writeSheets';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { createHost } from '../../../src/workbench/host/createHost';
import { traceFigures } from '../../../src/workbook/write/sourceTrace';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import type { BuiltCell } from '../../support/fileBuilder';

const ROWS = 2000;
const CHOICE: WritingChoice = { version: 'Helår 2024', sheets: ['avvikelseanalys'] };

describe('Avvikelseanalys of a table with thousands of rows', () => {
  it('is written and written again in requests under 5 MB, with no formula longer than Excel takes', async () => {
    const rows = Array.from({ length: ROWS }, (_, index): readonly BuiltCell[] => [`${10_000 + index}`, `Enhet ${index} med ett namn av vanlig längd`, -1000 - index, -1010 - index, -10]);
    const [budget, outcome] = [rows.reduce((sum, row) => sum + Number(row[2]), 0), rows.reduce((sum, row) => sum + Number(row[3]), 0)];
    const host = await createHost({ content: workbookOf(emptySheet('Drift', [['Driftredovisning 2024, tkr'], [], ['Ansvar', 'Benämning', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ...rows, ['', 'Summa', budget, outcome, outcome - budget]])), fileName: 'Stor.xlsx' });
    const now = (): Date => new Date(2025, 0, 28, 14, 36);
    const ports: AppPorts = { ...excelAdapters({ now }), now, pause: () => Promise.resolve() };
    const write = async (): Promise<void> => {
      const reading = await readWorkbook(ports);
      const { check } = await writeSheets(ports, reading, CHOICE);
      expect(check).toEqual({ isComplete: true, wrongCells: [], errorCells: [], isPortable: true });
    };
    await write();
    await host.typeInCell('Avvikelseanalys', 'I9', 'fler timmar');
    await write();
    expect(host.counts.largestRequest).toBeLessThan(5_000_000);
    const [, file] = (await host.toContent()).sheets;
    expect(file?.cells.some(({ value }) => value === 'fler timmar')).toBe(true);
    expect(Math.max(...Object.values(file?.properties ?? {}).map((value) => value.length))).toBeLessThan(32_767);
    const { sheets } = await ports.reader.readWorkbook({ sheets: ['Avvikelseanalys'] });
    expect(sheets.flatMap(traceFigures).filter(({ source }) => source.sheet === 'Drift').length).toBeGreaterThanOrEqual(2 * ROWS);
    host.dispose();
  }, 300_000);
});
