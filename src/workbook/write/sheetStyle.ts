import { unitDecimals, type Unit } from '../../core/amount';
import type { SpecBorder, SpecStyle } from './sheetSpec';

/** Colours of the written sheets. Each is told apart from white in greyscale, and none carries a meaning alone. */
export const COLOR = {
  ink: '#1B1B1B',
  quiet: '#424242',
  muted: '#595959',
  worse: '#B10E1C',
  better: '#0E700E',
  warning: '#8A3707',
  link: '#0F548C',
  headFill: '#F2F2F2',
  userFill: '#FFFDF2',
  rule: '#404040',
  hairline: '#BFBFBF',
  barWorse: '#C50F1F',
  barBetter: '#107C10',
  solid: '#404040',
  outline: '#FFFFFF',
  line: '#0F6CBD',
  lineQuiet: '#707070',
} as const;

const RULE: SpecBorder = { style: 'thin', color: COLOR.rule };
const HAIRLINE: SpecBorder = { style: 'thin', color: COLOR.hairline };

/** Named looks of a cell. A sheet composes them with `styled`. */
export const LOOK = {
  title: { bold: true, size: 16, color: COLOR.ink, vertical: 'center' },
  subtitle: { bold: true, color: COLOR.ink },
  headLine: { color: COLOR.quiet },
  blockTitle: { bold: true, size: 12, color: COLOR.ink },
  columnHead: { bold: true, fill: COLOR.headFill, wrap: true, vertical: 'bottom', topBorder: RULE, bottomBorder: RULE },
  columnHeadRight: { bold: true, fill: COLOR.headFill, wrap: true, vertical: 'bottom', horizontal: 'right', topBorder: RULE, bottomBorder: RULE },
  item: { vertical: 'center', bottomBorder: HAIRLINE },
  itemText: { vertical: 'center', wrap: true, bottomBorder: HAIRLINE },
  itemTop: { vertical: 'top', wrap: true, bottomBorder: HAIRLINE },
  user: { vertical: 'center', wrap: true, fill: COLOR.userFill, bottomBorder: HAIRLINE },
  sum: { bold: true, vertical: 'center', topBorder: RULE, bottomBorder: RULE },
  part: { bold: true, vertical: 'center', bottomBorder: HAIRLINE },
  section: { bold: true, vertical: 'center' },
  muted: { color: COLOR.muted },
  forecast: { color: COLOR.quiet, italic: true },
  warning: { color: COLOR.warning },
  link: { color: COLOR.link },
  caption: { color: COLOR.quiet },
} as const satisfies Record<string, SpecStyle>;

/** One look on top of another: what stands later wins. */
export function styled(...styles: readonly (SpecStyle | undefined)[]): SpecStyle {
  return Object.assign({}, ...styles) as SpecStyle;
}

const digits = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);
const zero = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

/**
 * Number format of an amount, in English notation; minus is U+2212 and no amount carries a plus.
 * @example amountFormat('mnkr') // '#,##0.0;"−"#,##0.0;0.0'
 */
export function amountFormat(unit: Unit): string {
  return plainFormat(unitDecimals(unit));
}

/** Number format of a figure with a fixed number of decimals. */
export function plainFormat(decimals: number): string {
  return `${digits(decimals)};"−"${digits(decimals)};${zero(decimals)}`;
}

/**
 * Number format of an avvikelse or an effect: always signed, zero without a sign.
 * @example avvikelseFormat('tkr') // '+#,##0;"−"#,##0;0'
 */
export function avvikelseFormat(unit: Unit): string {
  return signedFormat(unitDecimals(unit));
}

/** Number format of a signed figure with a fixed number of decimals. */
export function signedFormat(decimals: number): string {
  return `+${digits(decimals)};"−"${digits(decimals)};${zero(decimals)}`;
}

/** Number format of a share, with U+00A0 before the sign: −0.1166 shows "−11,7 %". */
export function percentFormat(isSigned: boolean, decimals = 1): string {
  const share = `${zero(decimals)}"\u00a0"%`;
  return `${isSigned ? '+' : ''}${share};"−"${share};${share}`;
}

/** Shows nothing: for a cell whose data bar says it all. */
export const INVISIBLE_FORMAT = ';;;';

/** A date shown as its month: "maj 2023". */
export const MONTH_FORMAT = 'mmm yyyy';
