import type { FileChart } from '../../../src/workbench/host/fileContent';
import { emptySheet, workbookOf } from '../../support/fileBuilder';
import { describeWithLibreOffice, recalculate } from '../../support/libreOffice';
import { writeContentThroughHost } from '../../support/writeThroughHost';

const source = emptySheet('Drift', [
  ['Driftredovisning 2024, kr'],
  [],
  ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'],
  ['Hemtjänst', -900_000_000, -935_800_500, -35_800_500],
  ['Särskilt boende', -142_000_000, -137_200_000, 4_800_000],
  ['LSS', -800_050, -800_000, 50],
  ['Summa', -1_042_800_050, -1_073_800_500, -31_000_450],
]);
const TEXTS = ['Budget\n−1 042 800 050', 'Hemtjänst\n−35 800 500', 'Särskilt boende\n+4 800 000', 'LSS\n+50', 'Utfall\n−1 073 800 500\n(−31 000 450)'].map((text) => text.replace(/ (?=\d)/g, '\u00a0'));

describe('the bridge on Avvikelseanalys', () => {
  it('has no axis, and tells each step with its amount under the column', async () => {
    const { content, outcome } = await writeContentThroughHost(workbookOf(source), 'Drift.xlsx');
    expect(outcome.check).toMatchObject({ isComplete: true, errorCells: [] });
    const sheet = content.sheets.find(({ name }) => name === 'Avvikelseanalys');
    const bridge: FileChart | undefined = sheet?.charts.find(({ name }) => name.startsWith('Brygga'));
    expect(bridge).toMatchObject({ isAxisHidden: true, hasLegend: false, type: 'columnStacked' });
    const [, column = '', first = '', last = ''] = /!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(bridge?.series[0]?.categories ?? '') ?? [];
    expect(column).not.toBe('');
    const labels = sheet?.cells.filter(({ row, value }) => row + 1 >= Number(first) && row + 1 <= Number(last) && typeof value === 'string' && value.includes('\n')).map(({ value }) => value);
    expect(labels).toEqual(TEXTS);
  });
});

describeWithLibreOffice('the texts of the bridge', () => {
  it('are the same in a spreadsheet of another language', async () => {
    const { bytes } = await writeContentThroughHost(workbookOf(source), 'Drift.xlsx');
    const cells = (await recalculate(bytes)).get('Avvikelseanalys')?.flat() ?? [];
    expect(TEXTS.filter((text) => !cells.includes(text))).toEqual([]);
  });
});
