import path from 'node:path';
import { describeInBrowser, startWorkbench, type Workbench } from '../support/browser';
import { inspectPane, NO_FAULTS, runAxe } from '../support/inspectPane';
import { answerAll } from '../support/paneSteps';

const fixtures = path.join(__dirname, '../fixtures');

describeInBrowser('The built site', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  it('asks only its own origin, and its policy lets no text become code', async () => {
    const opened = await workbench.open();
    await answerAll(opened);
    for (const name of ['Avvikelser', 'Avstämning', 'Åtgärder', 'R12']) await opened.tab(name).click();
    await opened.ribbon('Skriv blad').click();
    await opened.pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ }).waitFor();
    await opened.ribbon('Hjälp').click();
    await opened.pane.getByRole('heading', { name: 'Hjälp' }).waitFor();
    const others = opened.requests.filter((address) => !address.startsWith(`${workbench.origin}/`) && !/^(blob|data):/.test(address));
    expect(opened.requests.length).toBeGreaterThan(10);
    expect(others).toEqual([]);
    expect(opened.faults).toEqual([]);

    const frame = await opened.frame();
    const policy = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    // Later than this call, because what a debugger evaluates is itself let through.
    const outcome = await frame.evaluate(() => new Promise<string>((resolve) => setTimeout(() => {
      try {
        resolve(String(new Function('return "ran"')()));
      } catch (error) {
        resolve(error instanceof EvalError ? 'refused' : String(error));
      }
    }, 0)));
    expect(outcome).toBe('refused');
    await opened.close();
  });

  it('follows the dark theme of Office', async () => {
    const opened = await workbench.open({ isDark: true });
    const frame = await opened.frame();
    await frame.locator('.von.dark').waitFor();
    expect(await runAxe(frame)).toEqual([]);
    await opened.close();
  });

  it.each(['Start', 'Avvikelser', 'Avstämning', 'Åtgärder', 'R12'])('shows %s without violations, sideways scroll or cut texts', async (name) => {
    const opened = await workbench.open();
    await opened.tab(name).click();
    await opened.pane.getByRole('tabpanel', { name }).waitFor();
    if (name === 'Avvikelser') await opened.pane.getByRole('button', { name: /^Visa mer om Hemtjänst/ }).click();
    expect(await inspectPane(opened, `flik-${name.toLowerCase()}`)).toEqual(NO_FAULTS);
    await opened.close();
  });

  it('shows the subpages without violations, sideways scroll or cut texts', async () => {
    const opened = await workbench.open();
    const { pane } = opened;
    await pane.getByRole('button', { name: /^Ändra Driftsredovisning/ }).first().click();
    await pane.getByRole('heading', { name: 'Driftsredovisning' }).waitFor();
    expect(await inspectPane(opened, 'andra-tabell')).toEqual(NO_FAULTS);
    await pane.getByRole('button', { name: 'Tillbaka' }).click();
    await answerAll(opened);
    await opened.tab('Åtgärder').click();
    await pane.getByRole('button', { name: 'Lägg till' }).click();
    await pane.getByRole('button', { name: 'Spara', exact: true }).click();
    await pane.getByText('Skriv vad åtgärden heter.').waitFor();
    expect(await inspectPane(opened, 'ny-atgard')).toEqual(NO_FAULTS);
    await pane.getByRole('button', { name: 'Avbryt' }).click();
    await pane.getByRole('button', { name: 'Skriv blad …' }).click();
    await pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ }).waitFor();
    expect(await inspectPane(opened, 'forhandsgranskning')).toEqual(NO_FAULTS);
    await opened.close();
  });

  it('opens a file of one\'s own, and computes a VON formula typed into a cell', async () => {
    const opened = await workbench.open();
    await opened.openFile(path.join(fixtures, 'zoo/driftredovisning-april.xlsx'));
    await opened.page.getByText('driftredovisning-april.xlsx', { exact: true }).waitFor();
    await opened.pane.getByText(/tabeller? på \d+ blad/).waitFor({ timeout: 60_000 });
    const name = await opened.onHost(({ book }) => book.engine.workbook.getSheets()[0]?.getName() ?? '', null);
    for (const [cell, input] of [['AA1', -221.3], ['AB1', -247.1], ['AC1', '=VON.AVVIKELSE(AA1,AB1)']] as const) await opened.typeInCell(name, cell, input);
    await opened.page.waitForTimeout(500);
    const value = await opened.onHost(({ book }) => book.engine.workbook.getSheets()[0]?.getCellRaw(0, 28)?.v ?? null, null);
    expect(value).toBeCloseTo(-25.8, 9);
    await opened.close();
  });

  it('says why a file cannot be opened, and keeps the open workbook', async () => {
    const opened = await workbench.open();
    await opened.openFile(path.join(fixtures, 'zoo/README.md'));
    await opened.page.getByRole('status').getByText('README.md är ingen Excel-arbetsbok').waitFor();
    expect(await opened.page.locator('#file-name').innerText()).toBe('uppfoljning-2024.xlsx');
    await opened.close();
  });

  it('has help pages that the pane reaches and that hold for everyone', async () => {
    const opened = await workbench.open();
    await opened.ribbon('Hjälp').click();
    const links = await opened.pane.getByRole('link').evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(1);
    for (const address of [...links, `${workbench.origin}/addin/help/anvandarguide.html`]) {
      const page = await opened.page.context().newPage();
      const response = await page.goto(address);
      expect([address, response?.status()]).toEqual([address, 200]);
      expect([address, await runAxe(page.mainFrame())]).toEqual([address, []]);
      const broken = await page.evaluate(() => [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src));
      expect(broken).toEqual([]);
      await page.close();
    }
    await opened.close();
  });
});
