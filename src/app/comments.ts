import type { SettingsStore } from '../workbook/ports';
import { readSheetComments } from '../workbook/write/sheetComments';
import type { AppPorts, Reading, RowComment } from './session';
import { SETTING } from './settingKeys';

/** The comments that were typed in the pane and are kept in the workbook, all versions. */
export async function readComments(ports: Pick<AppPorts, 'settings'>): Promise<readonly RowComment[]> {
  const stored = await ports.settings.read(SETTING.comments);
  return Array.isArray(stored) ? stored.filter(isRowComment) : [];
}

/**
 * The comments that were typed in the pane, with those that stand on our sheets and were typed there: on Avvikelseanalys as it stands, and
 * as the versions keep it. What the pane keeps for a row and version comes before what a sheet shows.
 */
export async function readOfferedComments(ports: Pick<AppPorts, 'settings'>, { grid }: Pick<Reading, 'grid'>): Promise<readonly RowComment[]> {
  const comments = new Map((await readComments(ports)).map((comment) => [placeOf(comment), comment]));
  for (const { version, writtenAt, texts } of grid.sheets.flatMap((sheet) => readSheetComments(sheet) ?? [])) {
    for (const [rowKey, text] of texts) {
      const comment = { rowKey, version, text, changedAt: writtenAt };
      if (!comments.has(placeOf(comment))) comments.set(placeOf(comment), comment);
    }
  }
  return [...comments.values()];
}

/** Keepings of one workbook wait for each other: each reads what is kept and writes all of it. */
const keepings = new WeakMap<SettingsStore, Promise<unknown>>();

/**
 * Keeps comments in the workbook while they are typed, or all of an earlier version at once. An empty text takes a comment away. What is
 * kept is read again first, so that a comment typed elsewhere in the meantime is not lost.
 */
export function saveComments(ports: Pick<AppPorts, 'settings' | 'now'>, changed: readonly Omit<RowComment, 'changedAt'>[]): Promise<readonly RowComment[]> {
  const keep = async (): Promise<readonly RowComment[]> => {
    const places = new Set(changed.map(placeOf));
    const others = (await readComments(ports)).filter((one) => !places.has(placeOf(one)));
    const changedAt = ports.now().toISOString();
    const comments = [...others, ...changed.filter(({ text }) => text !== '').map((comment) => ({ ...comment, changedAt }))];
    await ports.settings.write(new Map([[SETTING.comments, comments]]));
    return comments;
  };
  const kept = (keepings.get(ports.settings) ?? Promise.resolve()).then(keep, keep);
  keepings.set(ports.settings, kept);
  return kept;
}

const placeOf = ({ rowKey, version }: Pick<RowComment, 'rowKey' | 'version'>): string => JSON.stringify([rowKey, version]);

/** The comments of one version by row key, as the sheets take them. */
export function commentsOf(comments: readonly RowComment[], version: string): ReadonlyMap<string, string> {
  return new Map(comments.filter((one) => one.version === version).map((one) => [one.rowKey, one.text]));
}

function isRowComment(value: unknown): value is RowComment {
  if (typeof value !== 'object' || value === null) return false;
  return 'rowKey' in value && typeof value.rowKey === 'string' && 'version' in value && typeof value.version === 'string' && 'text' in value && typeof value.text === 'string' && 'changedAt' in value && typeof value.changedAt === 'string';
}
