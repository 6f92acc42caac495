import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describeInBrowser, startWorkbench, type Workbench } from '../support/browser';
import { inspectPane, NO_FAULTS } from '../support/inspectPane';
import { openMade } from '../support/openMade';
import { answerAll, writeChosenSheets } from '../support/paneSteps';
import type { WorkbenchPage } from '../support/workbenchPage';

const REPORT = 'uppfoljning-2024.xlsx';
/** The built pane with the parts that it fetches when they are needed. */
const PANE = path.join(__dirname, '../../dist/pane');

jest.setTimeout(120_000);

/** Where a text stands on a sheet, as an address; null where it does not. */
const placeOf = (opened: WorkbenchPage, sheet: string, text: string): Promise<string | null> =>
  opened.onHost(
    ({ book }, [name, wanted]) => {
      const found = book.engine.workbook.getSheetBySheetName(name);
      for (let row = 0; row < (found?.getRowCount() ?? 0); row += 1)
        for (let column = 0; column < (found?.getColumnCount() ?? 0); column += 1) if (found?.getCellRaw(row, column)?.v === wanted) return `${String.fromCharCode(65 + column)}${row + 1}`;
      return null;
    },
    [sheet, text] as const,
  );

describeInBrowser('Flows beside the main way through the pane', () => {
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

  it('takes one series as a share of another, and keeps that with the workbook', async () => {
    opened = await workbench.open({ example: 'manadsserier.xlsx' });
    const { pane, tab } = opened;
    await tab('R12').click();
    const indicator = pane.getByRole('combobox', { name: 'Nyckeltal' });
    await indicator.selectOption({ label: 'Utförd tid som andel av beviljad tid' });
    await pane.getByRole('button', { name: 'Ändra beräkning och mål' }).click();
    await pane.getByRole('combobox', { name: 'Andel av' }).selectOption({ label: 'Antal brukare' });
    await pane.getByRole('combobox', { name: 'Mål' }).selectOption({ label: 'Öka' });
    await pane.getByRole('button', { name: 'Spara', exact: true }).click();
    await pane.getByRole('contentinfo').getByText(/är sparat i arbetsboken$/).waitFor();
    await pane.getByText(/^Mål: öka\./).waitFor();
    const status = pane.getByText(/^(Når målet|Nära målet|Når inte målet|Kan inte bedömas)$/);
    await status.waitFor();
    const share = await indicator.locator('option:checked').innerText();
    expect(await inspectPane(opened, 'r12-andel')).toEqual(NO_FAULTS);

    await pane.getByRole('button', { name: 'Läs om' }).click();
    await pane.getByText('Arbetsboken är läst på nytt').first().waitFor({ state: 'attached' });
    await tab('R12').click();
    await indicator.selectOption({ label: share });
    await pane.getByText(/^Mål: öka\./).waitFor();
  });

  it('asks before a version is replaced, and lets the pane and the sheet be chosen between where both have been changed', async () => {
    opened = await workbench.open({ example: REPORT });
    const { pane, tab } = opened;
    const openRow = async (): Promise<void> => {
      await tab('Avvikelser').click();
      await pane.getByRole('button', { name: /^Visa mer om Hemtjänst/ }).click();
    };
    const comment = pane.getByRole('textbox', { name: 'Kommentar' });
    const write = pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ });
    await answerAll(opened);
    await openRow();
    await comment.fill('Fler timmar än i budgeten.');
    await comment.blur();
    await pane.getByRole('contentinfo').getByText(/^1 kommentar ändrad/).waitFor();
    await writeChosenSheets(opened);
    await pane.getByRole('button', { name: 'Klar' }).click();

    const cell = await placeOf(opened, 'Avvikelseanalys', 'Fler timmar än i budgeten.');
    expect(cell).not.toBeNull();
    await opened.typeInCell('Avvikelseanalys', cell ?? '', 'Skrivet på bladet.');
    await openRow();
    await comment.fill('Skrivet i panelen.');
    await comment.blur();
    await pane.getByRole('contentinfo').getByText(/kommentar/).waitFor();
    await pane.getByRole('button', { name: 'Skriv blad …' }).click();
    await pane.getByText('Kommentaren har ändrats både här och i bladet.').waitFor();
    expect(await inspectPane(opened, 'kommentar-i-konflikt')).toEqual(NO_FAULTS);
    expect(await pane.getByRole('radio', { name: /^Använd bladets/ }).isChecked()).toBe(true);
    await pane.getByRole('radio', { name: /^Använd den här/ }).click();
    expect(await pane.getByRole('radio', { name: /^Använd den här/ }).isChecked()).toBe(true);

    await write.click();
    await pane.getByRole('group', { name: /^Ersätt versionen Helår 2024 från \d{4}-\d\d-\d\d\?$/ }).waitFor();
    expect(await inspectPane(opened, 'ersatt-version')).toEqual(NO_FAULTS);
    await pane.getByRole('button', { name: 'Ersätt' }).click();
    await pane.getByText('Kontroll efter skrivning').waitFor({ timeout: 60_000 });
    expect(await placeOf(opened, 'Avvikelseanalys', 'Skrivet i panelen.')).toBe(cell);
    expect(await placeOf(opened, 'Avvikelseanalys', 'Skrivet på bladet.')).toBeNull();
  });

  it('works on without a network, once the pages have been fetched ahead', async () => {
    opened = await workbench.open({ example: REPORT });
    const { page, pane, tab } = opened;
    const frame = await opened.frame();
    const ahead = readdirSync(PANE).filter((name) => /\.\w+\.js$/.test(name) && !readFileSync(path.join(PANE, name), 'utf8').includes('Write sheets'));
    const missing = (): Promise<readonly string[]> =>
      frame.evaluate((names) => {
        const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
        return names.filter((name) => !loaded.some((address) => address.endsWith(name)));
      }, ahead);
    for (let round = 0; round < 300 && (await missing()).length > 0; round += 1) await page.waitForTimeout(100);
    expect(await missing()).toEqual([]);

    await page.route('**/*', (route) => route.abort());
    for (const [name, sign] of [['Avvikelser', 'Budgetavvikelse helår 2024'], ['Avstämning', 'Stämmer tabellen?'], ['Åtgärder', /^Kvar att finna/], ['R12', /^Inga månadsserier/]] as const) {
      await tab(name).click();
      await pane.getByRole('main').getByText(sign).first().waitFor();
    }
    await answerAll(opened);
    expect((await writeChosenSheets(opened)).length).toBeGreaterThan(0);
  });

  it('says so where a page cannot be fetched, and shows it when the network is back', async () => {
    opened = await workbench.open({ example: REPORT });
    const { page, pane, tab } = opened;
    const pageOfAvvikelser = readdirSync(PANE).filter((name) => name.endsWith('.js') && readFileSync(path.join(PANE, name), 'utf8').includes('amount-field'));
    expect(pageOfAvvikelser).toHaveLength(1);
    await page.route(`**/pane/${pageOfAvvikelser[0] ?? ''}`, (route) => route.abort());
    const frame = await opened.frame();
    await frame.goto(frame.url());
    await opened.waitUntilRead();
    await tab('Avvikelser').click();
    await pane.getByText(/^Sidan har inte kunnat hämtas än\./).waitFor();
    expect(await inspectPane(opened, 'utan-nat')).toEqual(NO_FAULTS);
    await page.unroute(`**/pane/${pageOfAvvikelser[0] ?? ''}`);
    await pane.getByRole('table', { name: 'Avvikelser' }).waitFor();
  });

  it('leads from a table that was not understood to its avvikelser, by saying what the columns are', async () => {
    opened = await workbench.open({ example: REPORT });
    const { pane, tab } = opened;
    await openMade(opened, 'enheter.xlsx', [['Enhet', 'Plan', 'Blev'], ['Norr', 100, 120], ['Söder', 200, 190], ['Öster', 50, 55]]);
    await pane.getByRole('button', { name: /^Läs markerat område/ }).click();
    await pane.getByText(/^Ingen budgettabell känns igen i det markerade området\./).waitFor();
    expect(await inspectPane(opened, 'inget-i-markeringen')).toEqual(NO_FAULTS);
    await pane.getByRole('button', { name: 'Ändra Blad1!A1:C4' }).click();
    await pane.getByRole('combobox', { name: 'Tabelltyp' }).selectOption({ label: 'Budget och utfall' });
    await pane.getByRole('combobox', { name: 'Kolumn B, Plan' }).selectOption({ label: 'Budget' });
    await pane.getByRole('combobox', { name: 'Kolumn C, Blev' }).selectOption({ label: 'Utfall' });
    await pane.getByRole('button', { name: 'Spara', exact: true }).click();
    // One question after the other, and one way to the whole table.
    await pane.getByText('Har kostnaderna minustecken i tabellen?').waitFor();
    expect(await pane.getByRole('main').getByRole('button', { name: 'Ändra', exact: true }).count()).toBe(1);
    expect(await inspectPane(opened, 'tva-fragor')).toEqual(NO_FAULTS);
    await pane.getByRole('radio', { name: /^Kostnader utan minus/ }).click();
    await pane.getByRole('button', { name: 'Bekräfta' }).click();
    await pane.getByRole('button', { name: 'Ja, tkr' }).click();
    await pane.getByText(/Inga frågor\.$/).waitFor();
    await tab('Avvikelser').click();
    await pane.getByText('−15 tkr').first().waitFor();
  });

  it('opens a workbook whose formulas have no stored results, and computes them', async () => {
    opened = await workbench.open({ example: REPORT });
    const { pane, tab } = opened;
    const row = (label: string, at: number, budget: number, actual: number): readonly (string | number)[] => [label, budget, actual, `=B${at}-C${at}`];
    await openMade(opened, 'utan-resultat.xlsx', [['Tkr'], ['Verksamhet', 'Budget 2025', 'Utfall 2025', 'Avvikelse'], row('Norr', 3, 2000, 2500), row('Söder', 4, 3000, 2800), row('Öster', 5, 1000, 2200), ['Summa', '=SUM(B3:B5)', '=SUM(C3:C5)', '=B6-C6']]);
    await pane.getByText('1 tabell på 1 blad').waitFor();
    await tab('Avvikelser').click();
    await pane.getByText('−1 500 tkr').first().waitFor();
  });

  it('takes the answer about a status in the list, by keyboard, and one answer for all', async () => {
    opened = await workbench.open({ example: 'atgardsplan-2023.xlsx' });
    const { pane, page, tab } = opened;
    await tab('Åtgärder').click();
    await pane.getByRole('combobox', { name: 'Verksamhet' }).selectOption({ label: 'Personlig assistans' });
    const asked = pane.getByRole('combobox', { name: /^Vilken status har åtgärden\?/ });
    const before = await asked.count();
    expect(before).toBeGreaterThan(2);
    const first = pane.getByRole('button', { name: /^Redigera / }).first();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('Besl');
    await pane.getByText(/^Beslutad/).first().waitFor();
    expect(await asked.count()).toBe(before - 1);
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await inspectPane(opened, 'status-saknas')).toEqual(NO_FAULTS);
    await pane.getByRole('combobox', { name: /åtgärder saknar status/ }).selectOption({ label: 'Pågår' });
    await asked.first().waitFor({ state: 'detached' });
    expect(await asked.count()).toBe(0);
  });

  it.each(['start', 'deviations', 'checks', 'measures', 'r12'] as const)('speaks English where Office does: %s', async (name) => {
    opened = await workbench.open({ example: REPORT, language: 'en-GB' });
    const { pane } = opened;
    await opened.tab({ start: 'Start', deviations: 'Deviations', checks: 'Checks', measures: 'Measures', r12: 'R12' }[name]).click();
    await pane.getByText({ start: '7 tables on 6 sheets', deviations: 'Budget deviation, helår 2024', checks: 'Does the table add up?', measures: 'Left to find, the whole board 2024', r12: 'No monthly series were found in the workbook.' }[name]).waitFor();
    const main = await pane.getByRole('main').innerText();
    expect(main).not.toMatch(/\b(och|Ändra|Visa|fråga|rader|Gå till)\b/);
    expect(await inspectPane(opened, `english-${name}`)).toEqual(NO_FAULTS);
  });
});
