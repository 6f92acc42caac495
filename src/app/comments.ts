import type { AppPorts, RowComment } from './session';
import { SETTING } from './settingKeys';

/** The comments that were typed in the pane and are kept in the workbook, all versions. */
export async function readComments(ports: Pick<AppPorts, 'settings'>): Promise<readonly RowComment[]> {
  const stored = await ports.settings.read(SETTING.comments);
  return Array.isArray(stored) ? stored.filter(isRowComment) : [];
}

/**
 * Keeps a comment in the workbook while it is typed. An empty text takes it away. Comments are read again first, so that one typed
 * elsewhere in the meantime is not lost.
 */
export async function saveComment(ports: Pick<AppPorts, 'settings' | 'now'>, comment: Omit<RowComment, 'changedAt'>): Promise<readonly RowComment[]> {
  const others = (await readComments(ports)).filter((one) => one.rowKey !== comment.rowKey || one.version !== comment.version);
  const comments = comment.text === '' ? others : [...others, { ...comment, changedAt: ports.now().toISOString() }];
  await ports.settings.write(new Map([[SETTING.comments, comments]]));
  return comments;
}

/** The comments of one version by row key, as the sheets take them. */
export function commentsOf(comments: readonly RowComment[], version: string): ReadonlyMap<string, string> {
  return new Map(comments.filter((one) => one.version === version).map((one) => [one.rowKey, one.text]));
}

function isRowComment(value: unknown): value is RowComment {
  if (typeof value !== 'object' || value === null) return false;
  return 'rowKey' in value && typeof value.rowKey === 'string' && 'version' in value && typeof value.version === 'string' && 'text' in value && typeof value.text === 'string' && 'changedAt' in value && typeof value.changedAt === 'string';
}
