import type { AppPorts } from './session';
import { SETTING } from './settingKeys';

/** Keys of rows that the user marked as one-off items. */
export async function readOneOffs(ports: Pick<AppPorts, 'settings'>): Promise<readonly string[]> {
  const stored = await ports.settings.read(SETTING.oneOffs);
  return Array.isArray(stored) ? stored.filter((key): key is string => typeof key === 'string') : [];
}

/** Keeps the rows that are one-off items, in place of those kept before. */
export async function saveOneOffs(ports: Pick<AppPorts, 'settings'>, rowKeys: readonly string[]): Promise<void> {
  await ports.settings.write(new Map([[SETTING.oneOffs, rowKeys]]));
}
