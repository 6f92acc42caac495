import { describeInBrowser, startWorkbench, type Workbench } from '../support/browser';
import { readXlsxFile } from '../../src/workbench/host/xlsxRead';
import type { WorkbenchPage } from '../support/workbenchPage';

/** More stops than any page of the pane has between two controls. */
const MOST_STOPS = 60;

describeInBrowser('The pane by keyboard alone', () => {
  let workbench: Workbench;
  let opened: WorkbenchPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  beforeEach(async () => {
    opened = await workbench.open({ example: 'uppfoljning-2024.xlsx' });
    // As F6 does in Excel: the focus goes from the sheet into the pane.
    await opened.page.locator('#pane iframe').focus();
  });
  afterEach(() => opened.close());
  afterAll(() => workbench.close());

  const press = (key: string): Promise<void> => opened.page.keyboard.press(key);

  /** The accessible name of what has the focus, as a screen reader would begin it. */
  const focused = async (): Promise<string> => {
    const frame = await opened.frame();
    return frame.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return '';
      const named = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
      const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])] : [];
      return (element.getAttribute('aria-label') ?? named?.textContent ?? labels[0]?.textContent ?? element.textContent ?? '').replace(/\u00a0/g, ' ').trim();
    });
  };

  /** Presses Tab until the named control has the focus; gives the names passed on the way, the control's own last. */
  const tabTo = async (name: RegExp, key = 'Tab'): Promise<readonly string[]> => {
    const passed: string[] = [];
    while (passed.length < MOST_STOPS) {
      await press(key);
      passed.push(await focused());
      if (name.test(passed[passed.length - 1] ?? '')) return passed;
    }
    throw new Error(`No stop named ${String(name)} after: ${passed.join(' → ')}`);
  };

  const chooseTab = async (name: string): Promise<void> => {
    const order = ['Start', 'Avvikelser', 'Avstämning', 'Åtgärder', 'R12'];
    const steps = order.indexOf(name) - order.indexOf(await focused());
    for (let step = 0; step < Math.abs(steps); step += 1) await press(steps < 0 ? 'ArrowLeft' : 'ArrowRight');
    await press('Enter');
    await opened.pane.getByRole('tabpanel', { name }).waitFor();
  };

  it('goes from period to pill, Läs om and the tabs as one stop', async () => {
    const passed = await tabTo(/^Start$/);
    expect(passed).toEqual(['Version', '4 fel, öppna Avstämning', 'Läs om', 'Start']);
    await press('ArrowRight');
    expect(await focused()).toBe('Avvikelser');
    await press('Enter');
    await opened.pane.getByRole('table', { name: 'Avvikelser' }).waitFor();
    expect(await focused()).toBe('Avvikelser');
    await press('Tab');
    expect(await focused()).not.toMatch(/^(Start|Avstämning|Åtgärder|R12)$/);
  });

  it('goes to a cell with Enter, opens a row with Space, and keeps the focus', async () => {
    await tabTo(/^Start$/);
    await chooseTab('Avvikelser');
    await tabTo(/^Underskott −25,8 mnkr, gå till cell E4$/);
    await press('ArrowDown');
    expect(await focused()).toBe('Underskott −16,3 mnkr, gå till cell E5');
    await press('Enter');
    expect(await opened.waitForSelection('Driftsredovisning!E5')).toBe('Driftsredovisning!E5');
    expect(await focused()).toBe('Underskott −16,3 mnkr, gå till cell E5');
    await press('Space');
    await opened.pane.getByRole('textbox', { name: 'Kommentar' }).waitFor();
    expect(await focused()).toBe('Underskott −16,3 mnkr, gå till cell E5');
    await press('Space');
    await opened.pane.getByRole('textbox', { name: 'Kommentar' }).waitFor({ state: 'detached' });
  });

  it('leaves a subpage with Esc and gives the focus back to what opened it', async () => {
    await tabTo(/^Start$/);
    await chooseTab('Åtgärder');
    await tabTo(/^Lägg till$/);
    await press('Enter');
    await opened.pane.getByRole('heading', { name: 'Ny åtgärd' }).waitFor();
    expect(await focused()).toBe('Ny åtgärd');
    await press('Escape');
    await opened.pane.getByRole('heading', { name: 'Ny åtgärd' }).waitFor({ state: 'detached' });
    expect(await focused()).toBe('Lägg till');
  });

  it('writes a plan for Hemtjänst that closes', async () => {
    await tabTo(/^Start$/);
    await chooseTab('Avstämning');
    await tabTo(/^Gå till cell Driftsredovisning!E17$/);
    await press('Enter');
    expect(await opened.waitForSelection('Driftsredovisning!E17')).toBe('Driftsredovisning!E17');
    await tabTo(/^Avstämning$/, 'Shift+Tab');
    await chooseTab('Start');
    await tabTo(/^Ja, gemensamt$/);
    await press('Enter');
    await opened.pane.getByText('Alla 7 är klara.').waitFor();
    // The answered question is gone; the way to the tabs goes on from where it stood.
    await tabTo(/^Start$/, 'Shift+Tab');
    await chooseTab('Åtgärder');
    await tabTo(/^Verksamhet$/);
    await opened.page.keyboard.type('Hemtj');
    for (const [name, effect] of [['Gemensam planering i hemtjänsten', '15000'], ['Färre vikarier på kvällar', '10800']] as const) {
      await tabTo(/^Lägg till$/);
      await press('Enter');
      await tabTo(/^Åtgärd\W*$/);
      await opened.page.keyboard.type(name);
      await tabTo(/^Helårseffekt$/);
      await opened.page.keyboard.type(effect);
      await tabTo(/^Startmånad$/);
      await opened.page.keyboard.type('januari 2024');
      await tabTo(/^Status$/);
      await opened.page.keyboard.type('Besl');
      await tabTo(/^Spara$/);
      await press('Enter');
      await opened.pane.getByRole('rowheader', { name }).waitFor();
      expect(await focused()).toBe('Lägg till');
      await tabTo(/^Verksamhet$/, 'Shift+Tab');
    }
    expect(await opened.pane.getByRole('row', { name: /^Kvar att finna/ }).getByRole('cell').allInnerTexts()).toEqual(expect.arrayContaining(['0', '0']));
    await tabTo(/^Skriv blad …$/);
    await press('Enter');
    await opened.pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ }).waitFor();
    expect(await focused()).toBe('Skriv blad');
    await tabTo(/^Skriv \d+ blad$/);
    await press('Space');
    await opened.pane.getByText('Kontroll efter skrivning').waitFor({ timeout: 60_000 });
    expect(await focused()).toMatch(/^\d blad skrivna kl\. \d\d\.\d\d$/);
    const content = await readXlsxFile(await opened.save());
    expect(content.sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(['Åtgärdsplan', 'Avvikelseanalys']));
    expect(opened.faults).toEqual([]);
  });
});
