/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { paneRequests } from '../../../src/app/paneRequests';
import { App } from '../../../src/taskpane/App';
import { createPaneServices } from '../../../src/taskpane/createPaneServices';
import type { WorkbookGrid } from '../../../src/workbook/grid';
import { buildAvvikelseanalys } from '../../../src/workbook/write/avvikelseanalys';
import { draftToSpec } from '../../../src/workbook/write/specBuilder';
import { editGrid, gridAfter, writingFrom } from '../../support/writingBuilder';
import { buildVersion } from '../../../src/workbook/write/version';
import { buildGrid, buildWorkbook } from '../../support/gridBuilder';
import { memoryPorts, type MemoryPorts } from '../../support/memoryPorts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
window.matchMedia = (query: string) => ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as unknown as MediaQueryList;
window.ResizeObserver ??= class { observe(): void { /* nothing is laid out here */ } unobserve(): void { /* as above */ } disconnect(): void { /* as above */ } };

const drift = buildGrid(
  [
    ['Driftsredovisning 2024, mnkr'],
    ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'],
    ['Hemtjänst', -221.3, -247.1, -25.8],
    ['Särskilt boende', -301.3, -317.6, -16.3],
    ['Boendestöd', -19.7, -15.5, 4.2],
    ['Central administration', -41.7, -43.6, -3.7],
    ['Totalt', -584, -623.8, -39.8],
  ],
  { name: 'Drift' },
);

let root: Root;
let host: HTMLElement;

async function open(grid: WorkbookGrid, isSupported = true): Promise<MemoryPorts & { readonly request: ReturnType<typeof paneRequests>['request'] }> {
  const memory = memoryPorts(grid);
  const requests = paneRequests();
  host = document.createElement('div');
  document.body.replaceChildren(host);
  root = createRoot(host);
  const services = createPaneServices(memory.ports, { displayLanguage: 'sv-SE', readHostTheme: () => undefined, isSupported, requests, copyText: () => Promise.resolve() });
  await act(async () => root.render(<App services={services} />));
  await settle();
  return { ...memory, request: requests.request };
}

/** Lets lazily loaded pages and the steps of a reading come. */
async function settle(): Promise<void> {
  for (let round = 0; round < 6; round += 1) await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
}

function find(selector: string, name: string | RegExp): HTMLElement {
  const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent ?? '';
  const found = [...host.querySelectorAll<HTMLElement>(selector)].find((element) => (typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element))));
  if (found === undefined) throw new Error(`No ${selector} is called ${String(name)}.`);
  return found;
}

const click = async (selector: string, name: string | RegExp): Promise<void> => {
  await act(async () => find(selector, name).click());
  await settle();
};

/** Chooses in a select as a user does. */
const choose = async (selector: string, value: string): Promise<void> => {
  const select = host.querySelector<HTMLSelectElement>(selector);
  if (select === null) throw new Error(`No ${selector}.`);
  await act(async () => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
};

const press = async (key: string): Promise<void> => {
  await act(async () => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
};

afterEach(async () => act(async () => root.unmount()));

describe('App', () => {
  it('reads by itself and says what was found, and how many errors', async () => {
    await open(buildWorkbook(drift));
    expect(host.textContent).toContain('1 tabell på 1 blad');
    expect(find('button', /fel, öppna Avstämning$/).textContent).toMatch(/\d+ fel/);
  });

  it('ranks the avvikelser and goes to the cell of one', async () => {
    const { selected } = await open(buildWorkbook(drift));
    await click('[role=tab]', 'Avvikelser');
    const amounts = [...host.querySelectorAll('tr[data-row] .amount-button')].map((button) => button.textContent);
    expect(amounts).toEqual(['−25,8', '−16,3', '+4,2', '−1,9']);
    await click('button', /^Underskott −25,8\smnkr, gå till cell D3$/);
    expect(selected).toEqual(['Drift!D3']);
  });

  it('moves in the list by arrow keys as one stop, and opens a row by Space', async () => {
    await open(buildWorkbook(drift));
    await click('[role=tab]', 'Avvikelser');
    const stops = [...host.querySelectorAll<HTMLElement>('tr[data-row] .amount-button')];
    expect(stops.map((stop) => stop.tabIndex)).toEqual([0, -1, -1, -1]);
    await act(async () => stops[0]?.focus());
    await press('ArrowDown');
    expect(document.activeElement).toBe(stops[1]);
    await press(' ');
    expect(find('textarea', '')).toBeDefined();
  });

  it('keeps a comment in the workbook by its row and version', async () => {
    const { stored } = await open(buildWorkbook(drift));
    await click('[role=tab]', 'Avvikelser');
    await click('button', /^Visa mer om Hemtjänst/);
    const field = find('textarea', '') as HTMLTextAreaElement;
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, 'Fler timmar');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
    await settle();
    expect(JSON.stringify(stored.get('von.comments'))).toContain('Fler timmar');
  });

  it('says that a sheet has changed and reads again only when asked', async () => {
    const { change, readCount } = await open(buildWorkbook(drift));
    await act(async () => change({ sheet: 'Drift', address: 'D6', isOwn: false, isRemote: true }));
    expect(host.textContent).toContain('Drift har ändrats av någon annan sedan kl. 14.32.');
    expect(readCount()).toBe(1);
    await click('button', 'Läs om');
    expect(readCount()).toBe(2);
    expect(host.textContent).not.toContain('har ändrats');
  });

  it('lists written figures whose source has changed, and goes to either end', async () => {
    const written = gridAfter(draftToSpec(buildAvvikelseanalys(writingFrom([drift]))));
    const { selected } = await open(buildWorkbook(editGrid(drift, { cells: { '2,2': -250 } }), { ...written, id: 'own' }));
    await click('[role=tab]', 'Avstämning');
    await click('button', 'Visa siffror vars källa har ändrats');
    expect(host.textContent).toMatch(/Då: −247,1\. Nu: −250\./);
    await click('button', 'Gå till Drift!C3');
    await click('button', /^Gå till Avvikelseanalys!D\d+$/);
    expect(selected).toEqual(['Drift!C3', expect.stringMatching(/^Avvikelseanalys!D\d+$/)]);
  });

  it('takes no notice of what the add-in itself writes', async () => {
    const { change } = await open(buildWorkbook(drift));
    await act(async () => change({ sheet: 'Avstämning', address: 'A1', isOwn: true, isRemote: false }));
    expect(host.textContent).not.toContain('har ändrats');
  });

  it('gives the focus back to what opened a subpage, when Esc leaves it', async () => {
    await open(buildWorkbook(drift));
    await click('button', /^Ändra Drift!/);
    expect(document.activeElement?.textContent).toBe('Drift');
    await press('Escape');
    await settle();
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Ändra Drift!/);
  });

  it('shows what was read and three ways on where there is no table', async () => {
    await open(buildWorkbook(buildGrid([], { name: 'Blad1' }), buildGrid([['Anteckningar från mötet']], { name: 'Blad2' })));
    expect(host.textContent).toContain('Ingen budgettabell hittades');
    expect(host.textContent).toContain('Läst: 2 blad. Blad1 är tomt. Blad2 har text utan tal.');
    expect((find('button', 'Skriv blad …') as HTMLButtonElement).disabled).toBe(true);
  });

  it('says plainly that an old Excel is not enough', async () => {
    const { readCount } = await open(buildWorkbook(drift), false);
    expect(find('[role=alert]', /Kräver Excel 2021 eller Microsoft 365\.$/)).toBeDefined();
    expect(readCount()).toBe(0);
  });

  it('checks the table under the marked cell when the ribbon asks, and shows the others on demand', async () => {
    const other = buildGrid([['Personal 2024, mnkr'], ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ['Norr', -10, -12, -2], ['Söder', -20, -19, 1], ['Totalt', -30, -31, -1]], { name: 'Personal' });
    const { request, mark } = await open(buildWorkbook(drift, other));
    mark([{ sheet: 'Personal', address: 'C4', value: -19 }]);
    await act(async () => request('check-table'));
    await settle();
    expect(find('[role=tab]', 'Avstämning').getAttribute('aria-selected')).toBe('true');
    expect(host.textContent).toMatch(/Tabellen under markerad cell: Personal!.*Tabellen stämmer\./);
    expect(host.textContent).not.toContain('Avvikelsen stämmer inte');
    await click('button', 'Visa alla tabeller');
    expect(host.textContent).toContain('Avvikelsen stämmer inte');
  });

  it('asks for a missing status in the list and takes the answer there', async () => {
    const measures = buildGrid([['Åtgärder 2024, tkr'], ['Åtgärd', 'Verksamhet', 'Helårseffekt'], ['Nytt schema', 'Hemtjänst', -900], ['Färre inhyrda', 'Hemtjänst', -400], ['Samordnad natt', 'Hemtjänst', -300]], { name: 'Åtgärder' });
    const { stored } = await open(buildWorkbook(drift, measures));
    await click('[role=tab]', 'Åtgärder');
    await choose('select[aria-label="Vilken status har åtgärden? Nytt schema"]', 'Beslutad');
    expect(host.querySelector('select[aria-label="Vilken status har åtgärden? Nytt schema"]')).toBeNull();
    expect(JSON.stringify(stored.get('von.plan'))).toContain('"status":"Beslutad"');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Redigera Nytt schema');
  });

  it('gives every measure without a status the same one', async () => {
    const measures = buildGrid([['Åtgärder 2024, tkr'], ['Åtgärd', 'Verksamhet', 'Helårseffekt'], ['Nytt schema', 'Hemtjänst', -900], ['Färre inhyrda', 'Hemtjänst', -400], ['Samordnad natt', 'Hemtjänst', -300]], { name: 'Åtgärder' });
    const { stored } = await open(buildWorkbook(drift, measures));
    await click('[role=tab]', 'Åtgärder');
    await choose('select[aria-label^="3 åtgärder saknar status"]', 'Förslag');
    expect(host.querySelector('select[aria-label^="Vilken status"]')).toBeNull();
    expect(JSON.stringify(stored.get('von.plan')).match(/"status":"Förslag"/g)).toHaveLength(3);
  });

  it('asks before it replaces a version of the same name, with the harmless answer in focus', async () => {
    const input = writingFrom([drift]);
    const kept = gridAfter(draftToSpec(buildVersion(input, [{ draft: buildAvvikelseanalys(input), own: null }])));
    await open(buildWorkbook(drift, kept));
    await click('button', 'Skriv blad …');
    await settle();
    await click('button', /^Skriv [1-9]\d* blad$/);
    expect(find('[role=group]', 'Ersätt versionen Helår 2024 från 2025-01-28?')).toBeDefined();
    expect(document.activeElement?.textContent).toBe('Avbryt');
    await click('button', 'Ersätt');
    await settle();
    expect(host.textContent).toMatch(/blad skrivna kl\./);
  });

  it('says when the marked cell stands in no table', async () => {
    const { request, mark } = await open(buildWorkbook(drift));
    mark([{ sheet: 'Drift', address: 'Z99', value: null }]);
    await act(async () => request('check-table'));
    await settle();
    expect(host.textContent).toContain('Den markerade cellen ligger inte i någon tabell som lästs.');
    expect(host.textContent).toContain('Avvikelsen stämmer inte');
  });
});
