import type { FileStyle } from './fileContent';
import type { ColorResolver } from './xlsxColors';
import { builtInFormat } from './xlsxNumberFormats';
import { child, childrenOf, isOn, isOnElement, type XmlElement } from './xlsxXml';

/** The styles of a workbook: those of cells, by the number cells carry, and those of conditional formats. */
export interface StyleSheet {
  readonly cells: readonly FileStyle[];
  readonly differential: readonly FileStyle[];
  /** The font of cells without a style; what equals it is left out of the styles. */
  readonly defaultFont: NonNullable<FileStyle['font']>;
}

type Font = NonNullable<FileStyle['font']>;
type Borders = NonNullable<FileStyle['borders']>;

/** Reads styles.xml. A missing part gives a sheet with the default style only. */
export function readStyles(root: XmlElement | undefined, color: ColorResolver): StyleSheet {
  const formats = new Map(childrenOf(child(root, 'numFmts'), 'numFmt').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? 'General']));
  const formatOf = (id: number): string | undefined => plainFormat(formats.get(id) ?? builtInFormat(id));
  const fonts = childrenOf(child(root, 'fonts'), 'font').map((font) => readFont(font, color));
  const fills = childrenOf(child(root, 'fills'), 'fill').map((fill) => solidFill(fill, color));
  const borders = childrenOf(child(root, 'borders'), 'border').map((border) => readBorders(border, color));
  const cellXfs = childrenOf(child(root, 'cellXfs'), 'xf');
  const { name = 'Calibri', size = 11, color: fontColor } = fonts[Number(cellXfs[0]?.attributes.fontId ?? 0)] ?? {};
  const defaultFont = compact({ name, size, color: fontColor });
  const cells = cellXfs.map((xf) =>
    compact({
      numberFormat: formatOf(Number(xf.attributes.numFmtId ?? 0)),
      font: ownFont(fonts[Number(xf.attributes.fontId ?? 0)] ?? {}, defaultFont),
      fill: fills[Number(xf.attributes.fillId ?? 0)],
      borders: borders[Number(xf.attributes.borderId ?? 0)],
      ...readAlignment(child(xf, 'alignment')),
      locked: isUnlocked(child(xf, 'protection')),
    }),
  );
  const differential = childrenOf(child(root, 'dxfs'), 'dxf').map((dxf) => {
    const numFmt = child(dxf, 'numFmt');
    const font = child(dxf, 'font');
    return compact({
      numberFormat: numFmt && plainFormat(numFmt.attributes.formatCode),
      font: font && ownFont(readFont(font, color), {}),
      fill: differentialFill(child(dxf, 'fill'), color),
      borders: readBorders(child(dxf, 'border'), color),
    });
  });
  return { cells, differential, defaultFont };
}

const plainFormat = (format: string | undefined): string | undefined => (format === undefined || format === '' || /^general$/i.test(format) ? undefined : format);

const isUnlocked = (protection: XmlElement | undefined): false | undefined => (isOn(protection?.attributes.locked, true) ? undefined : false);

function readFont(font: XmlElement, color: ColorResolver): Font {
  const underline = child(font, 'u');
  const size = child(font, 'sz')?.attributes.val;
  return compact({
    name: child(font, 'name')?.attributes.val,
    size: size === undefined ? undefined : Number(size),
    bold: isOnElement(child(font, 'b')) || undefined,
    italic: isOnElement(child(font, 'i')) || undefined,
    underline: (underline !== undefined && underline.attributes.val !== 'none') || undefined,
    strike: isOnElement(child(font, 'strike')) || undefined,
    color: color(child(font, 'color')),
  });
}

/** A style says only what differs from the default font; black is what an automatic colour looks like. */
function ownFont(font: Font, defaultFont: Font): Font | undefined {
  // A conditional format says what it changes, black included.
  const isDifferential = defaultFont.name === undefined;
  const isDefaultColor = (font.color ?? '#000000') === (defaultFont.color ?? '#000000');
  const own = compact({
    ...font,
    name: font.name === defaultFont.name ? undefined : font.name,
    size: font.size === defaultFont.size ? undefined : font.size,
    color: isDefaultColor && !isDifferential ? undefined : font.color,
  });
  return Object.keys(own).length > 0 ? own : undefined;
}

function solidFill(fill: XmlElement, color: ColorResolver): string | undefined {
  const pattern = child(fill, 'patternFill');
  return pattern?.attributes.patternType === 'solid' ? color(child(pattern, 'fgColor')) : undefined;
}

/** In a conditional format it is the background that fills, and the pattern may be left out. */
function differentialFill(fill: XmlElement | undefined, color: ColorResolver): string | undefined {
  const pattern = child(fill, 'patternFill');
  return pattern?.attributes.patternType === 'none' ? undefined : (color(child(pattern, 'bgColor')) ?? color(child(pattern, 'fgColor')));
}

function readBorders(border: XmlElement | undefined, color: ColorResolver): Borders | undefined {
  const side = (...names: readonly string[]): { style: string; color?: string } | undefined => {
    const line = border?.children.find(({ name }) => names.includes(name));
    const style = line?.attributes.style;
    if (!line || style === undefined || style === 'none') return undefined;
    return compact({ style, color: color(child(line, 'color')) });
  };
  const borders = compact({ top: side('top'), bottom: side('bottom'), left: side('left', 'start'), right: side('right', 'end') });
  return Object.keys(borders).length > 0 ? borders : undefined;
}

function readAlignment(alignment: XmlElement | undefined): Pick<FileStyle, 'horizontal' | 'vertical' | 'wrap' | 'indent' | 'rotation'> {
  const { horizontal, vertical, wrapText, indent, textRotation } = alignment?.attributes ?? {};
  return {
    horizontal: horizontal === 'general' ? undefined : horizontal,
    vertical: vertical === 'bottom' ? undefined : vertical,
    wrap: isOn(wrapText) || undefined,
    indent: Number(indent ?? 0) > 0 ? Number(indent) : undefined,
    rotation: Number(textRotation ?? 0) > 0 ? Number(textRotation) : undefined,
  };
}

type Compact<T> = { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> } & { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] };

/** The object without its undefined members, so that equal things compare as equal. */
export function compact<T extends object>(value: T): Compact<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Compact<T>;
}
