import { newDeviations } from '../../../src/app/newDeviations';
import { readWorkbook } from '../../../src/app/readWorkbook';
import type { Reading } from '../../../src/app/session';
import { startView } from '../../../src/app/startView';
import type { SheetGrid } from '../../../src/workbook/grid';
import type { Comparison, ReportTable } from '../../../src/workbook/report';
import { buildAvvikelseanalys } from '../../../src/workbook/write/avvikelseanalys';
import { draftToSpec } from '../../../src/workbook/write/specBuilder';
import { buildVersion } from '../../../src/workbook/write/version';
import { buildGrid, buildWorkbook } from '../../support/gridBuilder';
import { memoryPorts } from '../../support/memoryPorts';
import { gridAfter, writingFrom } from '../../support/writingBuilder';

const drift = (homeCare: number): SheetGrid =>
  buildGrid(
    [['Drift 2024 (mnkr)'], [], ['Verksamhet', 'Budget 2024', 'Utfall 2024', 'Avvikelse'], ['Hemtjänst', -20, homeCare, homeCare + 20], ['Boende', -300, -317, -17], ['Stöd', -20, -19.5, 0.5], ['Totalt', -340, homeCare - 336.5, homeCare + 3.5]],
    { name: 'Drift' },
  );

function version(name: string, homeCare: number): SheetGrid {
  const input = writingFrom([drift(homeCare)], { version: name });
  return gridAfter(draftToSpec(buildVersion(input, [{ draft: buildAvvikelseanalys(input), own: null }])));
}

async function read(...sheets: readonly SheetGrid[]): Promise<{ readonly reading: Reading; readonly table: ReportTable; readonly comparison: Comparison }> {
  const reading = await readWorkbook(memoryPorts(buildWorkbook(...sheets)).ports);
  const table = reading.report.tables.find((one) => one.sheet === 'Drift');
  const comparison = table?.comparisons?.[0];
  if (table === undefined || comparison === undefined) throw new Error('the table can be compared');
  return { reading, table, comparison };
}

describe('newDeviations', () => {
  it('tells the rows that have come over the threshold since the version before', async () => {
    const { reading, table, comparison } = await read(drift(-25), version('Oktober', -20.5));
    const found = newDeviations(reading, table, comparison, 'Helår 2024');
    expect(found?.since).toBe('Oktober');
    // Hemtjänst went from −0,5 to −5,0; Boende was over the threshold before as well.
    expect([...(found?.rows ?? [])]).toEqual([4]);
  });

  it('finds nothing new where the version had it already', async () => {
    const { reading, table, comparison } = await read(drift(-25), version('Oktober', -24));
    expect([...(newDeviations(reading, table, comparison, 'Helår 2024')?.rows ?? [])]).toEqual([]);
  });

  it('compares with no version of the same name, and with none of another comparison', async () => {
    const { reading, table, comparison } = await read(drift(-25), version('Oktober', -20.5));
    expect(newDeviations(reading, table, comparison, 'Oktober')).toBeNull();
    expect(newDeviations(reading, table, { ...comparison, basis: 'toDate' }, 'Helår 2024')).toBeNull();
  });
});

describe('startView', () => {
  it('names the last version that the workbook keeps', async () => {
    expect(startView((await read(drift(-25), version('Oktober', -20.5))).reading).lastVersion).toBe('Oktober');
    expect(startView((await read(drift(-25))).reading).lastVersion).toBe('');
  });
});
