import { RUN_PROPERTY } from '../../src/excel/restoreWriting';
import { describeInBrowser, startWorkbench, type Workbench } from '../support/browser';
import { inspectPane, NO_FAULTS } from '../support/inspectPane';
import { openMade } from '../support/openMade';
import { answerAll } from '../support/paneSteps';
import type { WorkbenchOptions, WorkbenchPage } from '../support/workbenchPage';

const EXAMPLE = 'uppfoljning-2024.xlsx';

jest.setTimeout(120_000);

describeInBrowser('What the pane says when something stands in the way', () => {
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

  const open = async (options: WorkbenchOptions = {}): Promise<WorkbenchPage> => {
    opened = await workbench.open({ example: EXAMPLE, ...options });
    return opened;
  };
  const startWriting = async (version?: string): Promise<void> => {
    await opened.pane.getByRole('button', { name: 'Skriv blad …' }).click();
    if (version !== undefined) await opened.pane.getByRole('main').getByRole('textbox', { name: 'Version' }).fill(version);
    await opened.pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ }).click();
  };
  const sheetCount = (): Promise<number> => opened.onHost(({ book }) => book.engine.workbook.getSheets().length, null);

  it('names the protected sheet, says that nothing was written, and offers three ways on', async () => {
    const { pane } = await open();
    await answerAll(opened);
    await startWriting();
    await pane.getByText('Kontroll efter skrivning').waitFor({ timeout: 60_000 });
    await pane.getByRole('button', { name: 'Klar' }).click();
    const before = await sheetCount();
    await opened.onHost((host) => host.protectSheet('Avvikelseanalys'), null);
    // Another version stands in the head of the sheet, so that there is something to write on it.
    await startWriting('Bokslut 2024');
    const alert = pane.getByRole('alert');
    await alert.getByText('Bladet Avvikelseanalys är skyddat.').waitFor({ timeout: 60_000 });
    expect(await alert.innerText()).toContain('Arbetsboken är oförändrad.');
    expect(await sheetCount()).toBe(before);
    for (const name of ['Försök igen', 'Spara en kopia som värden på ett nytt blad', 'Kopiera tabellen', 'Kopiera felbeskrivning']) expect(await pane.getByRole('button', { name: new RegExp(`^${name}`) }).count()).toBeGreaterThan(0);
    expect(await inspectPane(opened, 'skyddat-blad')).toEqual(NO_FAULTS);
  });

  it('says that a protected structure takes no new sheets', async () => {
    const { pane } = await open();
    await answerAll(opened);
    const before = await sheetCount();
    await opened.onHost((host) => host.protectStructure(), null);
    await startWriting();
    await pane.getByRole('alert').getByText('Arbetsbokens struktur är skyddad, så nya blad kan inte läggas till.').waitFor({ timeout: 60_000 });
    expect(await sheetCount()).toBe(before);
    expect(await inspectPane(opened, 'skyddad-struktur')).toEqual(NO_FAULTS);
  });

  it('says that the workbook is read-only', async () => {
    const { pane } = await open();
    await answerAll(opened);
    await opened.onHost(({ book }) => {
      Object.assign(book, { isReadOnly: true });
    }, null);
    await startWriting();
    await pane.getByRole('alert').getByText(/skrivskyddad|skyddat/).waitFor({ timeout: 60_000 });
    expect(await inspectPane(opened, 'skrivskyddad')).toEqual(NO_FAULTS);
  });

  it('restores all sheets when the writing is cancelled, and writes when tried again', async () => {
    const { pane } = await open();
    await answerAll(opened);
    const before = await sheetCount();
    await opened.hold(RUN_PROPERTY);
    await startWriting();
    await pane.getByText(/^Skriver blad \d av/).first().waitFor({ timeout: 60_000 });
    await pane.getByRole('button', { name: 'Avbryt och återställ' }).click();
    await opened.release();
    const alert = pane.getByRole('alert');
    await alert.waitFor({ timeout: 60_000 });
    expect(await alert.innerText()).toMatch(/^Skrivningen avbröts[\s\S]*(Alla blad är återställda|oförändrad)/);
    expect(await sheetCount()).toBe(before);
    expect(await inspectPane(opened, 'avbruten')).toEqual(NO_FAULTS);
    await pane.getByRole('button', { name: 'Försök igen' }).click();
    await pane.getByText('Kontroll efter skrivning').waitFor({ timeout: 60_000 });
  }, 120_000);

  it('says that the workbook could not be restored when Excel refuses everything', async () => {
    const { pane } = await open();
    await answerAll(opened);
    await pane.getByRole('button', { name: 'Skriv blad …' }).click();
    const write = pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ });
    await write.waitFor();
    await opened.onHost((host) => {
      const following = host.book.engine.onCommand((id) => {
        if (id !== 'sheet.mutation.insert-sheet') return;
        following();
        host.failAt({ code: 'GeneralException', times: 1000 });
      });
    }, null);
    await write.click();
    await pane.getByRole('alert').getByText(/Arbetsboken kunde inte återställas helt\. Stäng den utan att spara/).waitFor({ timeout: 60_000 });
    expect(await inspectPane(opened, 'excel-svarar-fel')).toEqual(NO_FAULTS);
  });

  it('takes another name where the wanted one is a sheet of the user', async () => {
    const { pane } = await open();
    await answerAll(opened);
    await opened.onHost((host) => host.asUser(({ engine }) => engine.execute('sheet.command.set-worksheet-name', { subUnitId: engine.workbook.getSheetBySheetName('Volymer')?.getSheetId() ?? '', name: 'Åtgärdsplan' })), null);
    await pane.getByRole('button', { name: 'Läs om' }).first().click();
    await pane.getByText('Arbetsboken är läst på nytt').first().waitFor({ state: 'attached' });
    await pane.getByRole('button', { name: 'Skriv blad …' }).click();
    await pane.getByText(/^Det finns redan ett blad med namnet Åtgärdsplan som tillägget inte har skapat\./).waitFor();
    expect(await inspectPane(opened, 'upptaget-namn')).toEqual(NO_FAULTS);
  });

  it('waits for a cell that is being edited, and goes on by itself', async () => {
    const { pane } = await open();
    await opened.onHost((host) => host.editCell(true), null);
    await pane.getByRole('button', { name: 'Läs om' }).click();
    await pane.getByRole('heading', { name: 'Läser arbetsboken' }).waitFor();
    await opened.page.waitForTimeout(1500);
    await opened.onHost((host) => host.editCell(false), null);
    await pane.getByText(/^7 tabeller på 6 blad/).waitFor({ timeout: 60_000 });
  });

  it('says which Excel is needed when this one is too old', async () => {
    const { pane } = await open({ api: '1.9', waitForReading: false });
    await pane.getByRole('alert').getByText('Den här versionen av Excel saknar en funktion som behövs. Kräver Excel 2021 eller Microsoft 365.').waitFor({ timeout: 60_000 });
    expect(await inspectPane(opened, 'gammal-excel')).toEqual(NO_FAULTS);
  });

  it('says when a workbook has no budget table, and what is needed', async () => {
    const { pane } = await open();
    await openMade(opened, 'inkopslista.xlsx', [['Vara', 'Butik'], ['Mjölk', 'Torget'], ['Bröd', 'Bageriet']]);
    await pane.getByRole('heading', { name: 'Ingen budgettabell hittades' }).waitFor({ timeout: 60_000 });
    await pane.getByRole('button', { name: /^Visa vad som krävs/ }).click();
    expect(await pane.getByRole('button', { name: 'Skriv blad …' }).isDisabled()).toBe(true);
    expect(await inspectPane(opened, 'ingen-tabell')).toEqual(NO_FAULTS);
  });

  it('reads 100 000 rows with progress that can be cancelled, and read again', async () => {
    const { pane } = await open();
    const months = Array.from({ length: 12 }, (_, month) => 202401 + month);
    const ledger = function* (): Generator<readonly (string | number)[]> {
      yield ['Ansvar', 'Verksamhet', 'Konto', 'Period', 'Text', 'Belopp'];
      for (let row = 0; row < 100_000; row += 1) yield [5100 + (row % 40), 510 + (row % 25), 5010 + (row % 60), months[row % 12] ?? 0, `Verifikation ${row}`, ((row * 7919) % 100_000) / 100 + 1];
    };
    await openMade(opened, 'huvudbok.xlsx', ledger());
    await pane.getByText(/^1 tabell på 1 blad/).waitFor({ timeout: 90_000 });
    await opened.hold('');
    await pane.getByRole('button', { name: 'Läs om' }).click();
    await pane.getByRole('progressbar', { name: 'Läser arbetsboken' }).waitFor();
    await pane.getByRole('button', { name: 'Avbryt' }).click();
    await pane.getByText('Läsningen avbröts. Arbetsboken är oförändrad.').waitFor();
    await opened.release();
    expect(await inspectPane(opened, 'avbruten-lasning')).toEqual(NO_FAULTS);
    await pane.getByRole('button', { name: 'Försök igen' }).click();
    await pane.getByText(/^1 tabell på 1 blad/).waitFor({ timeout: 90_000 });
  }, 180_000);
});
