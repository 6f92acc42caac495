import type { Host } from '../../src/workbench/host/createHost';
import type { FileSheet } from '../../src/workbench/host/fileContent';

/** What the host would save of the first sheet, as it stands now. */
export async function firstSheet(host: Host): Promise<FileSheet> {
  const [sheet] = (await host.toContent()).sheets;
  if (sheet === undefined) throw new Error('The workbook has no sheet.');
  return sheet;
}
