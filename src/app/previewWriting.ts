import { versionNamed } from '../workbook/write/version';
import { withFreshOwnSheets } from './freshOwnSheets';
import { prepareWriting } from './prepareWriting';
import type { AppPorts, Reading, WritingChoice, WritingPreview } from './session';

/** The dry run of "Skriv blad": what would be new, changed, kept or skipped. Changes nothing. */
export async function previewWriting(ports: Pick<AppPorts, 'reader' | 'settings' | 'now'>, reading: Reading, choice: WritingChoice, overwrite?: ReadonlySet<string>): Promise<WritingPreview> {
  const fresh = await withFreshOwnSheets(ports, reading);
  const { previews, skipped, leftOut } = await prepareWriting(ports, fresh, choice, overwrite);
  const kept = versionNamed(fresh.grid.sheets, choice.version);
  return { sheets: [...previews, ...skipped.map((kind) => ({ isSkipped: true as const, kind }))], replacesFrom: kept?.writtenAt ?? null, leftOut };
}
