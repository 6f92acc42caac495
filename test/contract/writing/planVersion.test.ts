import { prepareWriting } from '../../../src/app/prepareWriting';
import { readWorkbook } from '../../../src/app/readWorkbook';
import type { AppPorts, WritingChoice } from '../../../src/app/session';
import { writeSheets } from '../../../src/app/writeSheets';
import { serialOf } from '../../../src/core/month';
import { excelAdapters } from '../../../src/excel/excelAdapters';
import { createHost, type Host } from '../../../src/workbench/host/createHost';
import { isCellError, valueAt, type SheetGrid } from '../../../src/workbook/grid';
import { PLAN_COLUMN as C, SUMMARY_COLUMN as S } from '../../../src/workbook/write/planColumns';
import { workbookOf } from '../../support/fileBuilder';
import { measureSheet, requirementSheet } from '../../support/planSheets';

const now = (): Date => new Date(2025, 8, 1, 9, 30);
const CHOICE: WritingChoice = { version: 'Augusti 2025', sheets: ['atgardsplan', 'effektPerManad', 'version'] };

describe('the version of a plan', () => {
  let host: Host;
  let ports: AppPorts;
  beforeEach(async () => {
    host = await createHost({ content: workbookOf(measureSheet, requirementSheet), fileName: 'Plan.xlsx' });
    ports = { ...excelAdapters({ now }), now, pause: () => Promise.resolve() };
    const outcome = await writeSheets(ports, await readWorkbook(ports), CHOICE);
    expect(outcome.check).toEqual({ isComplete: true, wrongCells: [], errorCells: [], isPortable: true });
  });
  afterEach(() => host.dispose());

  const sheetNamed = async (name: string): Promise<SheetGrid> => {
    const { sheets } = await ports.reader.readWorkbook({ sheets: [name] });
    if (sheets[0] === undefined) throw new Error(`no sheet ${name}`);
    return sheets[0];
  };
  const rowsOf = (sheet: SheetGrid, label: string): readonly number[] => sheet.values.flatMap((row, index) => (row.includes(label) ? [index + sheet.top] : []));

  it('holds every figure that the plan’s formulas show, as a value', async () => {
    const [plan, version] = [await sheetNamed('Åtgärdsplan'), await sheetNamed('Version Augusti 2025')];
    expect(version.formulas.size).toBe(0);
    for (const label of ['Kvällsplanering', 'Digital tillsyn', 'Ny schemamodell', 'Åtgärdskrav 2025 (tkr)', 'Summa beslutade, pågående och genomförda', 'Förslag, räknas inte', 'Kvar att finna', 'Totalt', 'Kvar att finna utan övertäckning']) {
      const [live, kept] = [rowsOf(plan, label), rowsOf(version, label)];
      expect([label, kept.length]).toEqual([label, live.length]);
      expect([label, ...live.map((row) => figuresOf(plan, row))]).toEqual([label, ...kept.map((row) => figuresOf(version, row))]);
    }
    expect(rowsOf(version, 'Kvar att finna').map((row) => valueAt(version, row, C.effectYear))).toEqual([800, 3000]);
    expect(valueAt(version, rowsOf(version, 'Totalt')[0] ?? -1, S.toFindYear)).toBe(3800);
  });

  const figuresOf = (sheet: SheetGrid, row: number): readonly unknown[] =>
    Array.from({ length: C.consequence + 1 }, (_, column) => {
      const value = valueAt(sheet, row, column);
      return isCellError(value) ? value.error : typeof value === 'number' ? Number(value.toPrecision(12)) : value;
    });

  it('keeps what the user wrote on the plan', async () => {
    const row = rowsOf(await sheetNamed('Åtgärdsplan'), 'Kvällsplanering')[0] ?? -1;
    await host.typeInCell('Åtgärdsplan', `J${row + 1}`, 'Följs upp i oktober');
    await writeSheets(ports, await readWorkbook(ports), CHOICE);
    const version = await sheetNamed('Version Augusti 2025');
    expect(valueAt(version, rowsOf(version, 'Kvällsplanering')[0] ?? -1, C.followUp)).toBe('Följs upp i oktober');
  });

  it('tells in the dry run what a later start does to the sums', async () => {
    const plan = await sheetNamed('Åtgärdsplan');
    await host.typeInCell('Underlag', 'D5', '2025-10-01');
    const { previews } = await prepareWriting(ports, await readWorkbook(ports), CHOICE);
    const changes = previews.find(({ kind }) => kind === 'atgardsplan')?.changes ?? [];
    const [row = -1] = rowsOf(plan, 'Digital tillsyn');
    expect(changes).toContainEqual({ sheet: 'Åtgärdsplan', cell: `E${row + 1}`, before: serialOf(2025, 7, 1), after: serialOf(2025, 10, 1) });
    expect(changes).toContainEqual({ sheet: 'Åtgärdsplan', cell: `F${row + 1}`, before: 300, after: 150 });
    const [left = -1] = rowsOf(plan, 'Kvar att finna');
    expect(changes).toContainEqual({ sheet: 'Åtgärdsplan', cell: `F${left + 1}`, before: 800, after: 950 });
  });
});
