import type { WorkbenchPage } from './workbenchPage';

export interface MeasureEntry {
  readonly name: string;
  /** tkr, as typed. */
  readonly helarseffekt: string;
  /** As the list shows it: "maj 2024". */
  readonly start: string;
  readonly status: string;
}

/** Fills in the form of a new measure for the verksamhet that is shown, and saves it. */
export async function addMeasure({ pane }: WorkbenchPage, { name, helarseffekt, start, status }: MeasureEntry): Promise<void> {
  await pane.getByRole('button', { name: 'Lägg till' }).click();
  await pane.getByRole('textbox', { name: 'Åtgärd' }).fill(name);
  await pane.getByRole('textbox', { name: 'Helårseffekt' }).fill(helarseffekt);
  await pane.getByRole('combobox', { name: 'Startmånad' }).selectOption({ label: start });
  await pane.getByRole('combobox', { name: 'Status' }).selectOption({ label: status });
  await pane.getByRole('button', { name: 'Spara', exact: true }).click();
  await pane.getByRole('rowheader', { name }).waitFor();
}

/** Opens "Skriv blad", writes what is chosen there and waits for the control of what was written; gives the written sheets' names. */
export async function writeChosenSheets({ pane }: WorkbenchPage, version?: string): Promise<readonly string[]> {
  await pane.getByRole('button', { name: 'Skriv blad …' }).click();
  if (version !== undefined) await pane.getByRole('main').getByRole('textbox', { name: 'Version' }).fill(version);
  await pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ }).click();
  await pane.getByText('Kontroll efter skrivning').waitFor({ timeout: 60_000 });
  const labels = await Promise.all((await pane.getByRole('button', { name: /^Öppna / }).all()).map((button) => button.getAttribute('aria-label')));
  return labels.map((label) => (label ?? '').replace(/^Öppna /, ''));
}

/** Answers each question on Start with the answer that is offered first. */
export async function answerAll({ pane, page, tab }: WorkbenchPage): Promise<void> {
  await tab('Start').click();
  const offered = pane.getByRole('button', { name: /^(Ja|Ja, .+|Bekräfta)$/ });
  for (let left = await offered.count(); left > 0; left = await offered.count()) {
    await offered.first().click();
    await pane.getByRole('status').filter({ hasText: /sparat|bekräftad/ }).waitFor({ state: 'attached' });
    await page.waitForTimeout(100);
  }
}
