import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { startWorkbench } from '../test/support/browser';
import { addMeasure } from '../test/support/paneSteps';

/** Pictures of the guide, taken on the way through an example workbook. Run after `npm run build` and `npm run build:workbench`. */
const folder = path.join(__dirname, 'bilder');
const LARGEST = 150_000;
const SETTLE_MS = 700;

async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const workbench = await startWorkbench();
  try {
    const opened = await workbench.open({ example: 'uppfoljning-2024.xlsx', paneWidth: 360 });
    const { page, pane, tab } = opened;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const take = async (name: string, isWhole = false, height = isWhole ? 600 : 860): Promise<void> => {
      await page.setViewportSize({ width: isWhole ? 1250 : 1280, height });
      await page.waitForTimeout(SETTLE_MS);
      const file = path.join(folder, `${name}.png`);
      await (isWhole ? page.screenshot({ path: file }) : page.locator('#pane').screenshot({ path: file }));
      const { size } = statSync(file);
      if (size > LARGEST) throw new Error(`${name}.png has ${size} bytes, more than ${LARGEST}.`);
    };

    await take('1-oppna', true);
    await pane.getByRole('button', { name: 'Ja, gemensamt' }).click();
    await pane.getByText('Alla 7 är klara.').waitFor();
    await take('2-start');
    await tab('Avvikelser').click();
    await pane.getByRole('button', { name: /^Visa mer om Hemtjänst/ }).click();
    await pane.getByRole('textbox', { name: 'Kommentar' }).fill('Fler hemtjänsttimmar än budgeterat. Vikarier har tagits in på kvällar och helger.');
    await pane.getByText('1 kommentar ändrad').first().waitFor();
    await take('3-avvikelser');
    await tab('Avstämning').click();
    await pane.getByRole('button', { name: 'Gå till cell Driftsredovisning!E17' }).click();
    await take('4-avstamning', true);
    await tab('Åtgärder').click();
    await pane.getByRole('combobox', { name: 'Verksamhet' }).selectOption('Hemtjänst');
    await take('5-krav');
    await pane.getByRole('button', { name: 'Lägg till' }).click();
    await pane.getByRole('textbox', { name: 'Åtgärd' }).fill('Gemensam planering');
    await pane.getByRole('textbox', { name: 'Helårseffekt' }).fill('15 000');
    await pane.getByRole('combobox', { name: 'Startmånad' }).selectOption({ label: 'januari 2024' });
    await pane.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Beslutad' });
    // High enough for the twelve months below the fields.
    await take('6-atgard', false, 1080);
    await pane.getByRole('button', { name: 'Spara', exact: true }).click();
    await addMeasure(opened, { name: 'Färre vikarier på kvällar', helarseffekt: '10 800', start: 'januari 2024', status: 'Pågår' });
    await take('7-kvar-att-finna');
    await pane.getByRole('button', { name: 'Skriv blad …' }).click();
    await pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ }).waitFor();
    await take('8-skriv-blad', false, 940);
    await pane.getByRole('button', { name: /^Skriv [1-9]\d* blad$/ }).click();
    await pane.getByText('Kontroll efter skrivning').waitFor({ timeout: 60_000 });
    await take('9-skrivet');
    await pane.getByRole('button', { name: 'Öppna Åtgärdsplan' }).click();
    // Down to the plan of Hemtjänst.
    await page.mouse.move(300, 480);
    await page.mouse.wheel(0, 300);
    await take('10-atgardsplan', true);
  } finally {
    await workbench.close();
  }
}

void takePictures();
