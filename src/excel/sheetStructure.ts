import type { Area } from '../workbook/address';
import { areaInOrder, placeOf, type SheetOrder } from '../workbook/write/lineOrder';
import { moveFormula } from '../workbook/write/placement';
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

/** The parts of a sheet that stand around its cells, as the spec has them. */
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

/** Where everything stands when the rows and columns of its sheet have been rearranged; what has lost all its cells is gone. */
export function structureInOrder(structure: SheetStructure, order: SheetOrder): SheetStructure {
  const [row, column] = [placeOf(order.rows), placeOf(order.columns)];
  const areaOf = (area: Area): Area | null => areaInOrder(area, row, column);
  const moved = <T extends { readonly area: Area }>(item: T): readonly T[] => {
    const area = areaOf(item.area);
    return area === null ? [] : [{ ...item, area }];
  };
  const follow = { row: (old: number) => row(old) ?? old, column: (old: number) => column(old) ?? old };
  return {
    ...structure,
    columnWidths: structure.columnWidths.flatMap((width) => {
      const at = column(width.column);
      return at === null ? [] : [{ ...width, column: at }];
    }),
    columnGroups: structure.columnGroups.flatMap((group) => {
      const area = areaOf({ top: 0, bottom: 0, left: group.first, right: group.last });
      return area === null ? [] : [{ ...group, first: area.left, last: area.right }];
    }),
    conditionals: structure.conditionals.flatMap(moved).map((rule) => (rule.type === 'formula' ? { ...rule, formula: moveFormula(rule.formula, follow, new Map()) } : rule)),
    validations: structure.validations.flatMap(moved),
    charts: structure.charts.map((chart) => ({
      ...chart,
      area: areaOf(chart.area) ?? chart.area,
      categories: areaOf(chart.categories) ?? chart.categories,
      series: chart.series.map((series) => ({ ...series, values: areaOf(series.values) ?? series.values })),
    })),
    links: structure.links.flatMap((link) => {
      const area = areaOf({ top: link.row, bottom: link.row, left: link.column, right: link.column });
      return area === null ? [] : [{ ...link, row: area.top, column: area.left }];
    }),
    print: { ...structure.print, area: areaOf(structure.print.area) ?? structure.print.area, breaksAbove: structure.print.breaksAbove.flatMap((at) => row(at) ?? []) },
  };
}

/** What one list has and the other has not, compared as data. */
export function missingFrom<T>(list: readonly T[], other: readonly T[]): readonly T[] {
  const known = new Set(other.map((item) => JSON.stringify(item)));
  return list.filter((item) => !known.has(JSON.stringify(item)));
}
