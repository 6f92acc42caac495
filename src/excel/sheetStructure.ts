import type { SheetSpec } from '../workbook/write/sheetSpec';

/**
 * What stands on a sheet of ours besides its cells. It is kept on the sheet itself when it is written, so that the next writing
 * replaces only what is ours and a failed one can put it back: Excel cannot be asked for all of it.
 */
export type SheetStructure = Pick<SheetSpec, 'columnWidths' | 'columnGroups' | 'frozen' | 'conditionals' | 'validations' | 'charts' | 'links' | 'print' | 'tabColor'>;

/** A sheet that holds nothing of ours but cells. */
export const NO_STRUCTURE: SheetStructure = {
  columnWidths: [],
  columnGroups: [],
  frozen: { rows: 0, columns: 0 },
  conditionals: [],
  validations: [],
  charts: [],
  links: [],
  print: { orientation: 'portrait', titleRows: [0, 0], area: { top: 0, left: 0, bottom: 0, right: 0 }, footerLeft: '', footerCenter: '', footerRight: '', breaksAbove: [] },
};

const KEY = 'von.structure';
/** A sheet property holds any text, but a long one makes every reading of the workbook heavier to unpack. */
const PIECE = 30_000;

export function structureOf(spec: SheetSpec): SheetStructure {
  const { columnWidths, columnGroups, frozen, conditionals, validations, charts, links, print, tabColor } = spec;
  return { columnWidths, columnGroups, frozen, conditionals, validations, charts, links, print, ...(tabColor ? { tabColor } : {}) };
}

/** The sheet properties that keep a structure. */
export function structureProperties(structure: SheetStructure): ReadonlyMap<string, string> {
  const text = JSON.stringify(structure);
  const count = Math.ceil(text.length / PIECE);
  const pieces = Array.from({ length: count }, (_, index) => [`${KEY}.${index}`, text.slice(index * PIECE, (index + 1) * PIECE)] as const);
  return new Map([[KEY, String(count)], ...pieces]);
}

/** The structure that a sheet's properties keep; null where there is none, or somebody has cut it. */
export function readStructure(properties: ReadonlyMap<string, string>): SheetStructure | null {
  const count = Number(properties.get(KEY) ?? 0);
  const text = Array.from({ length: count }, (_, index) => properties.get(`${KEY}.${index}`) ?? '').join('');
  try {
    return text === '' ? null : (JSON.parse(text) as SheetStructure);
  } catch {
    return null;
  }
}

/** What one list has and the other has not, compared as data. */
export function missingFrom<T>(list: readonly T[], other: readonly T[]): readonly T[] {
  const known = new Set(other.map((item) => JSON.stringify(item)));
  return list.filter((item) => !known.has(JSON.stringify(item)));
}
