import type { WorkbookGrid } from '../grid';

/** Rows from the top of a sheet in which its title stands. */
const TITLE_ROWS = 8;
/** "Socialnämnden", "Vård- och omsorgsnämnden", "Barn-, ungdoms- och utbildningsnämnden"; never the bare word "nämnden". */
const NAMND = /(?:\p{L}+-,?\s+(?:och\s+)?)*\p{L}{3,}nämnd(?:en)?(?!\p{L})/giu;

/**
 * The nämnd that the workbook's titles speak of most often.
 * @returns its name with a capital, in the definite form where the workbook has it; null where no title names one
 * @example a sheet with "Nämnd: Vård- och omsorgsnämnden" in its third row gives "Vård- och omsorgsnämnden"
 */
export function findNamnd(workbook: WorkbookGrid): string | null {
  const counts = new Map<string, number>();
  for (const sheet of workbook.sheets) {
    const texts = sheet.values.slice(0, Math.max(0, TITLE_ROWS - sheet.top)).flat();
    for (const text of texts) {
      if (typeof text !== 'string') continue;
      for (const [name] of text.matchAll(NAMND)) {
        const key = name.charAt(0).toUpperCase() + name.slice(1);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name;
  return best;
}
