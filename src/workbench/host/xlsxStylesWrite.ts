import type { FileContent, FileStyle } from './fileContent';
import { builtInFormatId } from './xlsxNumberFormats';
import { attributes, SPREADSHEET } from './xlsxParts';

/** Collects the styles of a workbook and hands out the numbers that cells and conditional formats carry. */
export interface StyleRegister {
  cell(style: FileStyle): number;
  differential(style: FileStyle): number;
  /** The style sheet part with everything registered so far. */
  xml(): string;
}

type Font = NonNullable<FileStyle['font']>;

const FIRST_OWN_FORMAT = 164;

/** A register whose style 0 is the default font on nothing. */
export function styleRegister(defaultFont: FileContent['defaultFont']): StyleRegister {
  const base: Font = { name: defaultFont?.name ?? 'Calibri', size: defaultFont?.size ?? 11, ...(defaultFont?.color === undefined ? {} : { color: defaultFont.color }) };
  const fonts = numbered([fontXml(base)]);
  const fills = numbered(['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>']);
  const borders = numbered([borderXml({})]);
  const formats = numbered([]);
  const cells = numbered(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']);
  const differentials = numbered([]);
  const formatId = (format: string | undefined): number => (format === undefined ? 0 : (builtInFormatId(format) ?? FIRST_OWN_FORMAT + formats.id(format)));

  return {
    cell(style) {
      const numFmtId = formatId(style.numberFormat);
      const fontId = style.font ? fonts.id(fontXml({ ...base, ...style.font })) : 0;
      const fillId = style.fill === undefined ? 0 : fills.id(`<fill><patternFill patternType="solid"><fgColor rgb="${argb(style.fill)}"/><bgColor indexed="64"/></patternFill></fill>`);
      const borderId = style.borders ? borders.id(borderXml(style.borders)) : 0;
      const alignment = attributes({ horizontal: style.horizontal, vertical: style.vertical, textRotation: style.rotation, wrapText: style.wrap || undefined, indent: style.indent });
      const inside = (alignment && `<alignment${alignment}/>`) + (style.locked === false ? '<protection locked="0"/>' : '');
      const applied = attributes({
        applyNumberFormat: numFmtId > 0 || undefined,
        applyFont: fontId > 0 || undefined,
        applyFill: fillId > 0 || undefined,
        applyBorder: borderId > 0 || undefined,
        applyAlignment: alignment !== '' || undefined,
        applyProtection: style.locked === false || undefined,
      });
      return cells.id(`<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"${applied}${inside ? `>${inside}</xf>` : '/>'}`);
    },
    differential({ font, numberFormat, fill, borders: lines }) {
      const format = numberFormat === undefined ? '' : `<numFmt${attributes({ numFmtId: formatId(numberFormat), formatCode: numberFormat })}/>`;
      const filled = fill === undefined ? '' : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor rgb="${argb(fill)}"/></patternFill></fill>`;
      return differentials.id(`<dxf>${font ? fontXml(font) : ''}${format}${filled}${lines ? borderXml(lines) : ''}</dxf>`);
    },
    xml: () =>
      `<styleSheet xmlns="${SPREADSHEET}">` +
      list('numFmts', formats.all().map((formatCode, index) => `<numFmt${attributes({ numFmtId: FIRST_OWN_FORMAT + index, formatCode })}/>`)) +
      list('fonts', fonts.all()) +
      list('fills', fills.all()) +
      list('borders', borders.all()) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list('cellXfs', cells.all()) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      list('dxfs', differentials.all()) +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>',
  };
}

interface Numbered {
  id(item: string): number;
  all(): readonly string[];
}

function numbered(first: readonly string[]): Numbered {
  const ids = new Map(first.map((item, index) => [item, index]));
  return {
    id(item) {
      const known = ids.get(item);
      if (known !== undefined) return known;
      ids.set(item, ids.size);
      return ids.size - 1;
    },
    all: () => [...ids.keys()],
  };
}

const list = (name: string, items: readonly string[]): string => (items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`);

/** "#RRGGBB" as files want it, with full cover: "FFRRGGBB". */
export const argb = (color: string): string => `FF${color.replace('#', '').slice(-6).toUpperCase()}`;

function fontXml({ name, size, bold, italic, underline, strike, color }: Font): string {
  return (
    '<font>' +
    (bold ? '<b/>' : '') +
    (italic ? '<i/>' : '') +
    (strike ? '<strike/>' : '') +
    (underline ? '<u/>' : '') +
    (size === undefined ? '' : `<sz val="${size}"/>`) +
    (color === undefined ? '' : `<color rgb="${argb(color)}"/>`) +
    (name === undefined ? '' : `<name${attributes({ val: name })}/><family val="2"/>`) +
    '</font>'
  );
}

function borderXml(borders: NonNullable<FileStyle['borders']>): string {
  const side = (name: 'left' | 'right' | 'top' | 'bottom'): string => {
    const line = borders[name];
    if (!line) return `<${name}/>`;
    return `<${name}${attributes({ style: line.style })}>${line.color === undefined ? '<color auto="1"/>' : `<color rgb="${argb(line.color)}"/>`}</${name}>`;
  };
  return `<border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border>`;
}
