import { HorizontalAlign, VerticalAlign, WrapStrategy, type BorderStyleTypes, type IBorderData, type IStyleData } from '@univerjs/core';
import type { FileStyle } from './fileContent';

export type Edge = 'top' | 'bottom' | 'left' | 'right';
type EdgeBorder = NonNullable<NonNullable<FileStyle['borders']>[Edge]>;

/** A change of style: what is left out stays, null takes the mark away. Fonts and borders are merged part by part. */
export interface StylePatch {
  readonly numberFormat?: string;
  readonly font?: FileStyle['font'];
  readonly fill?: string | null;
  readonly borders?: Readonly<Partial<Record<Edge, EdgeBorder | null>>>;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly locked?: boolean;
}

/** The marks that Univer has no word for; they ride along in the cell's `custom`. */
export interface StyleExtras {
  readonly indent?: number;
  readonly locked?: boolean;
  readonly horizontal?: string;
}

const INDENT_PX = 9;
const borderNames = ['none', 'thin', 'hair', 'dotted', 'dashed', 'dashDot', 'dashDotDot', 'double', 'medium', 'mediumDashed', 'mediumDashDot', 'mediumDashDotDot', 'slantDashDot', 'thick'];
const horizontals: Readonly<Record<string, HorizontalAlign>> = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT, justify: HorizontalAlign.JUSTIFIED, distributed: HorizontalAlign.DISTRIBUTED };
const verticals: Readonly<Record<string, VerticalAlign>> = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
const edges: readonly (readonly [Edge, 't' | 'b' | 'l' | 'r'])[] = [['top', 't'], ['bottom', 'b'], ['left', 'l'], ['right', 'r']];

function nameOf<Value>(table: Readonly<Record<string, Value>>, value: Value | null | undefined): string | undefined {
  return Object.keys(table).find((name) => table[name] === value);
}

/** A style as Univer keeps it; marks that are off are left out. */
export function toUniverStyle(style: FileStyle): IStyleData {
  const { font, borders } = style;
  const border: IBorderData = {};
  for (const [edge, key] of edges) {
    const line = borders?.[edge];
    const kind = line ? borderNames.indexOf(line.style) : 0;
    if (line && kind > 0) border[key] = { s: kind as BorderStyleTypes, cl: { rgb: line.color ?? '#000000' } };
  }
  return {
    ...(style.numberFormat && style.numberFormat !== 'General' ? { n: { pattern: style.numberFormat } } : {}),
    ...(font?.name ? { ff: font.name } : {}),
    ...(font?.size ? { fs: font.size } : {}),
    ...(font?.bold ? { bl: 1 } : {}),
    ...(font?.italic ? { it: 1 } : {}),
    ...(font?.underline ? { ul: { s: 1 } } : {}),
    ...(font?.strike ? { st: { s: 1 } } : {}),
    ...(font?.color ? { cl: { rgb: font.color } } : {}),
    ...(style.fill ? { bg: { rgb: style.fill } } : {}),
    ...(Object.keys(border).length > 0 ? { bd: border } : {}),
    ...(horizontals[style.horizontal ?? ''] ? { ht: horizontals[style.horizontal ?? ''] } : {}),
    ...(verticals[style.vertical ?? ''] ? { vt: verticals[style.vertical ?? ''] } : {}),
    ...(style.wrap ? { tb: WrapStrategy.WRAP } : {}),
    ...(style.indent ? { pd: { l: style.indent * INDENT_PX } } : {}),
  };
}

/** The same with every absent mark as null, so that Univer's merging ends in exactly this style. */
export function toReplacingStyle(style: FileStyle): IStyleData {
  const bare = { n: null, ff: null, fs: null, bl: null, it: null, ul: null, st: null, cl: null, bg: null, ht: null, vt: null, tb: null, pd: null };
  const target = toUniverStyle(style);
  return { ...bare, ...target, bd: { t: null, b: null, l: null, r: null, ...target.bd } } as IStyleData;
}

/** What Univer has no place for in a style; undefined where nothing is left over. */
export function toExtras(style: FileStyle): StyleExtras | undefined {
  const extras: StyleExtras = {
    ...(style.indent ? { indent: style.indent } : {}),
    ...(style.locked === false ? { locked: false } : {}),
    ...(style.horizontal && !horizontals[style.horizontal] && style.horizontal !== 'general' ? { horizontal: style.horizontal } : {}),
  };
  return Object.keys(extras).length > 0 ? extras : undefined;
}

/** The style that Univer keeps and its extras as one, the way a file has it. */
export function fromUniverStyle(data: IStyleData | null | void, extras: StyleExtras = {}): FileStyle {
  if (!data) return extras;
  const font = {
    ...(data.ff ? { name: data.ff } : {}),
    ...(data.fs ? { size: data.fs } : {}),
    ...(data.bl ? { bold: true } : {}),
    ...(data.it ? { italic: true } : {}),
    ...(data.ul?.s ? { underline: true } : {}),
    ...(data.st?.s ? { strike: true } : {}),
    ...(data.cl?.rgb ? { color: toHex(data.cl.rgb) } : {}),
  };
  const borders: Partial<Record<Edge, EdgeBorder>> = {};
  for (const [edge, key] of edges) {
    const line = data.bd?.[key];
    if (line?.s) borders[edge] = { style: borderNames[line.s] ?? 'thin', color: toHex(line.cl.rgb ?? '#000000') };
  }
  const horizontal = nameOf(horizontals, data.ht);
  const vertical = nameOf(verticals, data.vt);
  return {
    ...(data.n?.pattern ? { numberFormat: data.n.pattern } : {}),
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(data.bg?.rgb ? { fill: toHex(data.bg.rgb) } : {}),
    ...(Object.keys(borders).length > 0 ? { borders } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(data.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
    ...extras,
  };
}

/** A style with some of it changed; a border of null takes the border away. */
export function patchStyle(style: FileStyle, patch: StylePatch): FileStyle {
  const borders: Partial<Record<Edge, EdgeBorder>> = { ...style.borders };
  for (const [edge] of edges) {
    const line = patch.borders?.[edge];
    if (line === null) delete borders[edge];
    else if (line) borders[edge] = line;
  }
  const { fill: patchedFill, borders: _borders, font, ...rest } = patch;
  const { fill: oldFill, ...kept } = style;
  const fill = patchedFill === undefined ? oldFill : patchedFill;
  return { ...kept, ...rest, ...(fill ? { fill } : {}), borders, font: { ...style.font, ...font } };
}

/** "#RRGGBB" in capitals of "#rgb", "#rrggbb", "rgb(…)" or a name as Excel takes it. */
export function toHex(color: string): string {
  const text = color.trim();
  const triple = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/i.exec(text);
  if (triple) return `#${triple.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
  const named = namedColors[text.toLowerCase()];
  if (named) return named;
  const digits = text.replace(/^#/, '').toUpperCase();
  return digits.length === 3 ? `#${[...digits].map((digit) => digit + digit).join('')}` : `#${digits}`;
}

const namedColors: Readonly<Record<string, string>> = { black: '#000000', white: '#FFFFFF', red: '#FF0000', green: '#008000', blue: '#0000FF', yellow: '#FFFF00', orange: '#FFA500', gray: '#808080', grey: '#808080', purple: '#800080' };

/** Whether Excel takes a text as a colour: six hexadecimal digits or a colour's name. */
export function isColor(text: string): boolean {
  return /^#?[0-9a-f]{6}$/i.test(text.trim()) || text.trim().toLowerCase() in namedColors;
}
