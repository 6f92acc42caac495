import { readXlsxFile } from '../../src/workbench/host/xlsxRead';
import type { FileContent, FileValue } from '../../src/workbench/host/fileContent';
import { parseArea } from '../../src/workbook/address';
import { describeInBrowser, startWorkbench, type Workbench } from '../support/browser';
import { inspectPane, NO_FAULTS } from '../support/inspectPane';
import { addMeasure, answerAll, writeChosenSheets } from '../support/paneSteps';
import type { WorkbenchPage } from '../support/workbenchPage';

function sheetOf(content: FileContent, name: string): FileContent['sheets'][number] {
  const sheet = content.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`The saved file has no sheet ${name}, only ${content.sheets.map((one) => one.name).join(', ')}.`);
  return sheet;
}

function valueAt(content: FileContent, sheet: string, address: string): FileValue {
  const area = parseArea(address);
  return sheetOf(content, sheet).cells.find((cell) => cell.row === area?.top && cell.column === area.left)?.value ?? null;
}

/** The amounts of the first row from the top that begins with the label, at or below a row. */
function amountsAfter(content: FileContent, sheet: string, label: string, fromRow = 0): readonly number[] {
  const { cells } = sheetOf(content, sheet);
  const row = cells.find((cell) => cell.value === label && cell.row >= fromRow)?.row;
  return cells.filter((cell) => cell.row === row).flatMap((cell) => (typeof cell.value === 'number' ? [cell.value] : []));
}

function errorsIn(content: FileContent): readonly string[] {
  return content.sheets.flatMap((sheet) => sheet.cells.filter((cell) => typeof cell.value === 'object' && cell.value !== null).map((cell) => `${sheet.name} row ${cell.row + 1}`));
}

/** The sheets of a file without those that the add-in writes. */
function ownersSheets(content: FileContent, own: readonly string[]): readonly string[] {
  return content.sheets.map((sheet) => sheet.name).filter((name) => !own.includes(name));
}

describeInBrowser('The whole way through the pane', () => {
  let workbench: Workbench;
  let opened: WorkbenchPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
  afterAll(() => workbench.close());

  it('goes from a yearly report to a saved plan that closes, by mouse', async () => {
    opened = await workbench.open({ example: 'uppfoljning-2024.xlsx' });
    const { pane, tab } = opened;

    await tab('Avstämning').click();
    const finding = pane.getByRole('article', { name: 'Avvikelsen stämmer inte, Driftsredovisning!E17' });
    expect(await finding.getByRole('definition').allInnerTexts()).toEqual(['−3,7', '−1,9', '−1,8']);
    await finding.getByRole('button', { name: 'Gå till cell Driftsredovisning!E17' }).click();
    expect(await opened.waitForSelection('Driftsredovisning!E17')).toBe('Driftsredovisning!E17');

    await tab('Avvikelser').click();
    await pane.getByRole('button', { name: 'Underskott −25,8 mnkr, gå till cell E4' }).click();
    expect(await opened.waitForSelection('Driftsredovisning!E4')).toBe('Driftsredovisning!E4');

    await tab('Start').click();
    await pane.getByRole('button', { name: 'Ja, gemensamt' }).click();
    await pane.getByText('Alla 7 är klara.').waitFor();

    await tab('Åtgärder').click();
    await pane.getByRole('combobox', { name: 'Verksamhet' }).selectOption('Hemtjänst');
    await addMeasure(opened, { name: 'Gemensam planering i hemtjänsten', helarseffekt: '15 000', start: 'januari 2024', status: 'Beslutad' });
    await addMeasure(opened, { name: 'Färre vikarier på kvällar', helarseffekt: '10 800', start: 'januari 2024', status: 'Pågår' });
    const left = pane.getByRole('row', { name: /^Kvar att finna/ });
    expect(await left.getByRole('cell').allInnerTexts()).toEqual(expect.arrayContaining(['0', '0']));

    const written = await writeChosenSheets(opened);
    expect(written).toEqual(expect.arrayContaining(['Avvikelseanalys', 'Åtgärdsplan', 'Effekt per månad', 'Avstämning', 'Version Helår 2024']));
    expect(await inspectPane(opened, 'skrivet')).toEqual(NO_FAULTS);

    const content = await readXlsxFile(await opened.save());
    expect(errorsIn(content)).toEqual([]);
    // The wrong figure is the controller's to put right: it stands as it stood.
    expect(valueAt(content, 'Driftsredovisning', 'E17')).toBe(-3.7);
    const plan = sheetOf(content, 'Åtgärdsplan');
    const block = plan.cells.filter((cell) => cell.value === 'Hemtjänst').at(-1)?.row ?? 0;
    const [effectOne = NaN] = amountsAfter(content, 'Åtgärdsplan', 'Gemensam planering i hemtjänsten').slice(-2);
    expect(amountsAfter(content, 'Åtgärdsplan', 'Åtgärdskrav, lika med underskottet', block)[0]).toBeCloseTo(25_800, 6);
    expect(amountsAfter(content, 'Åtgärdsplan', 'Summa beslutade, pågående och genomförda', block)[0]).toBeCloseTo(25_800, 6);
    expect(amountsAfter(content, 'Åtgärdsplan', 'Kvar att finna', block)[0]).toBeCloseTo(0, 6);
    expect(effectOne).toBeCloseTo(15_000, 6);
  });

  it('reads a report with forecasts and writes its analysis, by mouse', async () => {
    opened = await workbench.open({ example: 'delarsrapport-2017.xlsx' });
    const { pane, tab } = opened;
    await answerAll(opened);
    await tab('Avvikelser').click();
    await pane.getByRole('table', { name: 'Avvikelser' }).waitFor();
    expect(await inspectPane(opened, 'avvikelser-delar')).toEqual(NO_FAULTS);
    const written = await writeChosenSheets(opened);
    expect(written).toContain('Avvikelseanalys');
    const content = await readXlsxFile(await opened.save());
    expect(errorsIn(content)).toEqual([]);
    expect(ownersSheets(content, written).length).toBeGreaterThan(0);
  });

  it('follows a rolling year from months to the written sheet', async () => {
    opened = await workbench.open({ example: 'manadsserier.xlsx' });
    const { pane, tab } = opened;
    await answerAll(opened);
    await tab('R12').click();
    await pane.getByRole('img').first().waitFor();
    expect(await inspectPane(opened, 'r12')).toEqual(NO_FAULTS);
    await pane.getByRole('button', { name: 'Visa som tabell' }).first().click();
    const rows = await pane.getByRole('table').first().getByRole('row').allInnerTexts();
    expect(rows.length).toBeGreaterThan(12);
    const written = await writeChosenSheets(opened, 'December 2025');
    expect(written).toContain('Nyckeltal R12');
    expect(errorsIn(await readXlsxFile(await opened.save()))).toEqual([]);
  });
});
