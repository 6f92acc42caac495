import type { Area } from '../../../workbook/address';
import { demandUnprotected, type Book } from '../book';
import { isColor, patchStyle, toHex, type Edge } from '../cellStyle';
import { changeStyles, styleAt } from '../cells';
import { invalidArgument, itemNotFound } from '../hostError';
import { HostCollection, HostObject } from './hostObject';

export interface ApiLine {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

const sides = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'];
const none: ApiLine = { style: 'None', weight: 'Thin', color: '#000000' };
/** Style and weight of the API by the border's name in the file. */
const lines: Readonly<Record<string, readonly [string, string]>> = {
  thin: ['Continuous', 'Thin'], hair: ['Continuous', 'Hairline'], medium: ['Continuous', 'Medium'], thick: ['Continuous', 'Thick'], dashed: ['Dash', 'Thin'], mediumDashed: ['Dash', 'Medium'], dotted: ['Dot', 'Thin'],
  dashDot: ['DashDot', 'Thin'], mediumDashDot: ['DashDot', 'Medium'], dashDotDot: ['DashDotDot', 'Thin'], mediumDashDotDot: ['DashDotDot', 'Medium'], double: ['Double', 'Thick'], slantDashDot: ['SlantDashDot', 'Medium'],
};

/** The line of a file's border in the API's words. */
export function apiLine(border: { readonly style: string; readonly color?: string } | undefined): ApiLine {
  const known = border ? lines[border.style] : undefined;
  return known ? { style: known[0], weight: known[1], color: border?.color ?? '#000000' } : none;
}

/** The file's border of an API line; null for none. Of several weights the nearest that the style has. */
export function fileBorder(line: ApiLine): { readonly style: string; readonly color: string } | null {
  if (line.style === 'None') return null;
  const sameStyle = Object.keys(lines).filter((name) => lines[name]?.[0] === line.style);
  const name = sameStyle.find((candidate) => lines[candidate]?.[1] === line.weight) ?? sameStyle[0];
  if (name === undefined) throw invalidArgument();
  return { style: name, color: line.color };
}

/** The edges of cells that a side of an area consists of. */
function edgesOf(area: Area, side: string): { readonly edge: Edge; readonly cells: Area }[] {
  const isTall = area.bottom > area.top;
  const isWide = area.right > area.left;
  switch (side) {
    case 'EdgeTop':
      return [{ edge: 'top', cells: { ...area, bottom: area.top } }];
    case 'EdgeBottom':
      return [{ edge: 'bottom', cells: { ...area, top: area.bottom } }];
    case 'EdgeLeft':
      return [{ edge: 'left', cells: { ...area, right: area.left } }];
    case 'EdgeRight':
      return [{ edge: 'right', cells: { ...area, left: area.right } }];
    case 'InsideHorizontal':
      return isTall ? [{ edge: 'bottom', cells: { ...area, bottom: area.bottom - 1 } }, { edge: 'top', cells: { ...area, top: area.top + 1 } }] : [];
    case 'InsideVertical':
      return isWide ? [{ edge: 'right', cells: { ...area, right: area.right - 1 } }, { edge: 'left', cells: { ...area, left: area.left + 1 } }] : [];
    default:
      return [];
  }
}

export class RangeBorderObject extends HostObject {
  readonly className = 'RangeBorder';
  readonly scalars = ['color', 'sideIndex', 'style', 'weight'];
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    private readonly place: Area,
    readonly sideIndex: string,
  ) {
    super();
  }
  override wireIds(): Readonly<Record<string, unknown>> {
    return { SideIndex: this.sideIndex };
  }
  #line(): Partial<ApiLine> {
    const [first] = edgesOf(this.place, this.sideIndex);
    if (!first) return none;
    const all: ApiLine[] = [];
    for (let row = first.cells.top; row <= first.cells.bottom; row += 1) for (let column = first.cells.left; column <= first.cells.right; column += 1) all.push(apiLine(styleAt(this.book, this.sheet, row, column).borders?.[first.edge]));
    const same = (part: keyof ApiLine): boolean => all.every((line) => line[part] === all[0]?.[part]);
    return { ...(same('style') ? { style: all[0]?.style } : {}), ...(same('weight') ? { weight: all[0]?.weight } : {}), ...(same('color') ? { color: all[0]?.color } : {}) };
  }
  #draw(change: Partial<ApiLine>): void {
    demandUnprotected(this.book, this.sheet);
    for (const { edge, cells } of edgesOf(this.place, this.sideIndex)) {
      changeStyles(this.book, this.sheet, cells, (style) => {
        const present = apiLine(style.borders?.[edge]);
        const drawn = present.style === 'None' && !change.style ? { ...present, style: 'Continuous' } : present;
        return patchStyle(style, { borders: { [edge]: fileBorder({ ...drawn, ...change }) } });
      });
    }
    this.book.onChange({ kind: 'formatted', sheet: this.sheet, area: this.place });
  }
  get style(): string | null {
    return this.#line().style ?? null;
  }
  set style(value: unknown) {
    if (typeof value !== 'string' || (value !== 'None' && !Object.values(lines).some(([style]) => style === value))) throw invalidArgument();
    this.#draw({ style: value });
  }
  get weight(): string | null {
    return this.#line().weight ?? null;
  }
  set weight(value: unknown) {
    if (value !== 'Hairline' && value !== 'Thin' && value !== 'Medium' && value !== 'Thick') throw invalidArgument();
    this.#draw({ weight: value });
  }
  get color(): string | null {
    return this.#line().color ?? null;
  }
  set color(value: unknown) {
    if (typeof value !== 'string' || !isColor(value)) throw invalidArgument();
    this.#draw({ color: toHex(value) });
  }
}

export class RangeBorderCollectionObject extends HostCollection {
  readonly className = 'RangeBorderCollection';
  override readonly scalars = ['count'];
  constructor(
    private readonly book: Book,
    private readonly sheet: string,
    private readonly place: Area,
  ) {
    super();
  }
  items(): readonly RangeBorderObject[] {
    return sides.map((side) => new RangeBorderObject(this.book, this.sheet, this.place, side));
  }
  getItem(side: unknown): RangeBorderObject {
    if (typeof side !== 'string' || !sides.includes(side)) throw invalidArgument();
    return new RangeBorderObject(this.book, this.sheet, this.place, side);
  }
  getItemAt(index: unknown): RangeBorderObject {
    const item = this.items()[Number(index)];
    if (!item) throw itemNotFound();
    return item;
  }
}
