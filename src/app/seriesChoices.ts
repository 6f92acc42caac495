import { parseSwedishNumber } from '../core/swedishNumber';
import type { AppPorts } from './session';
import type { SeriesChoice } from './r12View';
import { SETTING } from './settingKeys';

/** The user's choices by series; entries that are not of our making are passed over. */
export async function readSeriesChoices(ports: Pick<AppPorts, 'settings'>): Promise<ReadonlyMap<string, SeriesChoice>> {
  const stored = await ports.settings.read(SETTING.series);
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return new Map();
  return new Map(Object.entries(stored).flatMap(([key, value]: [string, unknown]) => (isSeriesChoice(value) ? [[key, value] as const] : [])));
}

/** Keeps the choice for one series. */
export async function saveSeriesChoice(ports: Pick<AppPorts, 'settings'>, key: string, choice: SeriesChoice): Promise<ReadonlyMap<string, SeriesChoice>> {
  const choices = new Map([...(await readSeriesChoices(ports)), [key, choice]]);
  await ports.settings.write(new Map([[SETTING.series, Object.fromEntries(choices)]]));
  return choices;
}

/**
 * The target that was typed; null where the text is no number.
 * @param isShare the target of a share is typed as percent, with or without the sign
 * @example typedTarget('80 %', true) // 0.8
 */
export function typedTarget(text: string, isShare: boolean): number | null {
  const typed = parseSwedishNumber(text.replace('%', ''));
  return typed === null ? null : typed.value / (isShare ? 100 : 1);
}

function isSeriesChoice(value: unknown): value is SeriesChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { method, shareOf, target, direction } = value as Record<string, unknown>;
  return (
    (method === undefined || method === 'sum' || method === 'mean') &&
    (shareOf === undefined || typeof shareOf === 'string') &&
    (target === undefined || typeof target === 'number' || target === 'increase' || target === 'decrease') &&
    (direction === undefined || direction === 'higher' || direction === 'lower')
  );
}
