import { HostError } from '../workbook/ports';
import type { SettingsStore } from '../workbook/ports';
import { excelRun } from './excelRun';
import type { RunOptions, Send } from './excelRun';
import { isPieceKey, keysOfSetting, storedSettings, valueOfSettings } from './settingPieces';

/**
 * Keeps values in the workbook's settings, which travel with the file. What is written is read back in the same request: settings
 * have been seen to vanish without a word, and a lost confirmation is worse than an error.
 */
export function excelSettingsStore(runOptions: RunOptions = {}): SettingsStore {
  return {
    read: (key) => excelRun(async (context, send) => valueOfSettings(key, await readSettings(context, send)), runOptions),
    readAll: (prefix) =>
      excelRun(async (context, send) => {
        const settings = await readSettings(context, send);
        const keys = [...settings.keys()].filter((key) => key.startsWith(prefix) && !isPieceKey(key));
        return new Map(keys.map((key) => [key, valueOfSettings(key, settings)] as const).filter(([, value]) => value !== undefined));
      }, runOptions),
    write: (entries) => excelRun((context, send) => writeSettings(context, send, entries), runOptions),
  };
}

/** All settings of the add-in in this workbook, as they are stored. */
export async function readSettings(context: Excel.RequestContext, send: Send): Promise<ReadonlyMap<string, unknown>> {
  const settings = await send(() => context.workbook.settings.load('items/key,items/value'));
  return new Map(settings.items.map((setting) => [setting.key, setting.value as unknown]));
}

async function writeSettings(context: Excel.RequestContext, send: Send, entries: ReadonlyMap<string, unknown>): Promise<void> {
  if (entries.size === 0) return;
  const before = await readSettings(context, send);
  const after = await send(() => {
    const { settings } = context.workbook;
    for (const [key, value] of entries) {
      const stored: ReadonlyMap<string, unknown> = value === undefined ? new Map() : storedSettings(key, value);
      for (const stale of keysOfSetting(key, before.keys())) if (!stored.has(stale)) settings.getItem(stale).delete();
      for (const [storedKey, storedValue] of stored) settings.add(storedKey, storedValue);
    }
    return settings.load('items/key,items/value');
  });
  const kept = new Map(after.items.map((setting) => [setting.key, setting.value as unknown]));
  for (const [key, value] of entries) {
    if (JSON.stringify(valueOfSettings(key, kept)) !== JSON.stringify(value)) throw new HostError('unknown', {}, `setting ${key} was not kept`);
  }
}
