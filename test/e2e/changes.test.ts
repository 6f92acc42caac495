import { describeInBrowser, startWorkbench, type Workbench } from '../support/browser';
import { inspectPane, NO_FAULTS } from '../support/inspectPane';
import { answerAll, writeChosenSheets } from '../support/paneSteps';
import type { WorkbenchPage } from '../support/workbenchPage';

const sheetNames = (opened: WorkbenchPage): Promise<readonly string[]> => opened.onHost(({ book }) => book.engine.workbook.getSheets().map((sheet) => sheet.getName()), null);

/** What a cell holds, as its formula or its value. */
const cellAt = (opened: WorkbenchPage, sheet: string, row: number, column: number): Promise<{ readonly v: unknown; readonly f: string | null }> =>
  opened.onHost(
    ({ book }, [name, atRow, atColumn]) => {
      const cell = book.engine.workbook.getSheetBySheetName(name)?.getCellRaw(atRow, atColumn);
      return { v: cell?.v ?? null, f: cell?.f ?? null };
    },
    [sheet, row, column] as const,
  );

describeInBrowser('The pane beside a workbook that is worked in', () => {
  let workbench: Workbench;
  let opened: WorkbenchPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  beforeEach(async () => {
    opened = await workbench.open({ example: 'uppfoljning-2024.xlsx' });
  });
  afterEach(async () => {
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
  afterAll(() => workbench.close());

  it('says that a sheet has changed, keeps what is being typed, and reads again only when asked', async () => {
    const { pane, tab } = opened;
    await tab('Avvikelser').click();
    await pane.getByRole('button', { name: /^Visa mer om Hemtjänst/ }).click();
    await pane.getByRole('textbox', { name: 'Kommentar' }).fill('Fler hemtjänsttimmar än planerat');
    await opened.typeInCell('Driftsredovisning', 'E17', -1.9);
    await pane.getByText(/^Driftsredovisning har ändrats sedan kl\./).waitFor();
    expect(await pane.getByRole('textbox', { name: 'Kommentar' }).inputValue()).toBe('Fler hemtjänsttimmar än planerat');
    expect(await pane.getByRole('button', { name: '4 fel, öppna Avstämning' }).count()).toBe(1);
    expect(await inspectPane(opened, 'andrad')).toEqual(NO_FAULTS);
    await pane.getByRole('main').getByRole('button', { name: 'Läs om' }).click();
    await pane.getByRole('button', { name: '2 fel, öppna Avstämning' }).waitFor();
    await pane.getByRole('button', { name: /^Visa mer om Hemtjänst.*har kommentar/ }).click();
    expect(await pane.getByRole('textbox', { name: 'Kommentar' }).inputValue()).toBe('Fler hemtjänsttimmar än planerat');
  });

  it('shows the avvikelse of two marked cells, and what to mark when they are not two', async () => {
    const { pane, ribbon } = opened;
    await ribbon('Avvikelse i markering').click();
    const card = pane.getByRole('region', { name: 'Avvikelse i markering' });
    await card.getByText('Markera två tal: först budget, sedan utfall.').waitFor();
    await opened.onHost((host) => host.selectCells('Driftsredovisning', 'C4:D4'), null);
    await card.getByText('−25,8 mnkr').waitFor();
    expect(await card.innerText()).toContain('Underskott');
    expect(await inspectPane(opened, 'tva-celler')).toEqual(NO_FAULTS);
  });

  it('takes back a writing, also from the ribbon with the pane closed', async () => {
    const { pane, page, ribbon } = opened;
    const before = await sheetNames(opened);
    await answerAll(opened);
    await writeChosenSheets(opened);
    expect((await sheetNames(opened)).length).toBeGreaterThan(before.length);
    await pane.getByRole('button', { name: 'Ångra skrivningen' }).click();
    await pane.getByText('Skrivningen är ångrad. Bladen är som före.').first().waitFor({ state: 'attached' });
    expect(await sheetNames(opened)).toEqual(before);

    await pane.getByRole('button', { name: 'Klar' }).click();
    await writeChosenSheets(opened);
    await page.evaluate(() => {
      const { vonWorkbench } = window as unknown as { readonly vonWorkbench: { showPane(isShown: boolean): void } };
      vonWorkbench.showPane(false);
    });
    await ribbon('Ångra skrivning').click();
    await expectSoon(() => sheetNames(opened), before);
    expect(await page.locator('#pane').isVisible()).toBe(false);
  });

  it('locks VON formulas from the ribbon with the pane closed', async () => {
    const { page, ribbon } = opened;
    await opened.typeInCell('Driftsredovisning', 'H4', '=VON.AVVIKELSE(C4,D4)');
    await expectSoon(async () => Math.round(Number((await cellAt(opened, 'Driftsredovisning', 3, 7)).v) * 10) / 10, -25.8);
    await page.evaluate(() => {
      const { vonWorkbench } = window as unknown as { readonly vonWorkbench: { showPane(isShown: boolean): void } };
      vonWorkbench.showPane(false);
    });
    await opened.onHost((host) => host.selectCells('Driftsredovisning', 'H4'), null);
    await ribbon('Lås värden').click();
    await expectSoon(async () => (await cellAt(opened, 'Driftsredovisning', 3, 7)).f, null);
    expect(Number((await cellAt(opened, 'Driftsredovisning', 3, 7)).v)).toBeCloseTo(-25.8, 9);
    expect(await page.locator('#pane').isVisible()).toBe(false);
  });

  it('opens the page that a ribbon button names', async () => {
    const { pane, ribbon } = opened;
    await ribbon('Stämmer tabellen?').click();
    await pane.getByRole('heading', { name: 'Stämmer tabellen?' }).waitFor();
    await ribbon('Hjälp').click();
    await pane.getByRole('heading', { name: 'Hjälp' }).waitFor();
    expect(await inspectPane(opened, 'hjalp')).toEqual(NO_FAULTS);
    await pane.getByRole('button', { name: 'Tillbaka' }).click();
    await answerAll(opened);
    await ribbon('Skriv blad').click();
    await pane.getByRole('heading', { name: 'Skriv blad' }).waitFor();
  });
});

/** Asks again for a while, until the answer is the expected one. */
async function expectSoon<Value>(ask: () => Promise<Value>, expected: Value): Promise<void> {
  let answer = await ask();
  for (let round = 0; round < 100 && JSON.stringify(answer) !== JSON.stringify(expected); round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    answer = await ask();
  }
  expect(answer).toEqual(expected);
}
