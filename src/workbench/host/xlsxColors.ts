import { child, type XmlElement } from './xlsxXml';

/** Turns a colour element (rgb, theme with tint, indexed) into "#RRGGBB"; undefined for automatic. */
export type ColorResolver = (color: XmlElement | undefined) => string | undefined;

/** Theme colours as files number them: the scheme lists dark before light, the numbers go light, dark. */
const SCHEME = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'] as const;
/** The Office theme, for files that carry none. */
const OFFICE_THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72'] as const;
/** The old palette of 56 colours, which indices 8–63 name; 0–7 repeat the first eight. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** A resolver for the colours of one workbook. `theme` is its theme part, `styles` its style sheet (own palettes stand there). */
export function colorResolver(theme: XmlElement | undefined, styles: XmlElement | undefined): ColorResolver {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  const themeColors = SCHEME.map((name, index) => {
    const color = child(scheme, name)?.children[0]?.attributes;
    return color?.lastClr ?? (/^[0-9a-f]{6}$/i.test(color?.val ?? '') ? color?.val : undefined) ?? OFFICE_THEME[index] ?? '000000';
  });
  const own = child(child(styles, 'colors'), 'indexedColors')?.children.map(({ attributes }) => (attributes.rgb ?? '').slice(-6));
  return (color) => {
    if (!color) return undefined;
    const { rgb, theme: themed, tint, indexed } = color.attributes;
    const base = rgb?.slice(-6) ?? (themed === undefined ? indexedColor(Number(indexed), own) : themeColors[Number(themed)]);
    return base !== undefined && /^[0-9a-f]{6}$/i.test(base) ? `#${tinted(base, Number(tint ?? 0)).toUpperCase()}` : undefined;
  };
}

function indexedColor(index: number, own: readonly string[] | undefined): string | undefined {
  return own?.[index] ?? PALETTE[index < 8 ? index : index - 8];
}

/** Excel's tint: lightness moves towards white (+) or black (−) by the share. "000000", 0.5 → "808080". */
function tinted(rgb: string, tint: number): string {
  if (!tint) return rgb;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const lightness = (high + low) / 2;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness + (1 - lightness) * tint;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  return [red, green, blue]
    .map((part) => (spread === 0 ? moved : moved + ((part - lightness) / spread) * chroma))
    .map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255).toString(16).padStart(2, '0'))
    .join('');
}
