import { areaAddress } from '../../workbook/address';
import { partsOf, type Book } from './book';
import type { FileChart, FileConditional, FilePointLabel, FilePrint, FileSheet, FileStyle } from './fileContent';
import { POINTS_PER_INCH } from './lengths';
import { lineAt } from './lines';
import { apiChartTypes } from './loadParts';
import { bagFlag, bagNumber, bagText, type BagState } from './objects/bag';
import { parseLocal } from './rangeAddress';
import type { ChartState, ConditionalState, SheetParts, ValidationState } from './sheetParts';

const DEFAULT_POSITIVE = '#638EC6';
const DEFAULT_NEGATIVE = '#FF0000';

const record = (value: unknown): Readonly<Record<string, unknown>> => (value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>) : {});
const bare = (formula: unknown): string => String(formula ?? '').replace(/^=/, '');
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function styleOf(rule: BagState | undefined): FileStyle {
  const format = rule?.parts['format'];
  const font = format?.parts['font'];
  const color = bagText(font, 'color');
  const fill = bagText(format?.parts['fill'], 'color');
  const numberFormat = bagText(format, 'numberFormat');
  const bold = bagFlag(font, 'bold');
  const italic = bagFlag(font, 'italic');
  const marks = { ...(color ? { color } : {}), ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }) };
  return { ...(Object.keys(marks).length > 0 ? { font: marks } : {}), ...(fill ? { fill } : {}), ...(numberFormat ? { numberFormat } : {}) };
}

/** The number of a data bar's bound; undefined when Excel finds it itself. */
function boundOf(rule: unknown): number | undefined {
  const { type, formula } = record(rule);
  return type === 'Number' && formula !== undefined && Number.isFinite(Number(bare(formula))) ? Number(bare(formula)) : undefined;
}

function exportConditional({ type, area, bag }: ConditionalState): FileConditional {
  const range = areaAddress(area);
  const rule = bag.parts['rule'];
  if (type === 'DataBar') {
    const minimum = boundOf(rule?.values['lowerBoundRule']);
    const maximum = boundOf(rule?.values['upperBoundRule']);
    const positive = bagText(rule?.parts['positiveFormat'], 'fillColor') ?? DEFAULT_POSITIVE;
    const negative = bagFlag(rule?.parts['negativeFormat'], 'matchPositiveFillColor') ? positive : (bagText(rule?.parts['negativeFormat'], 'fillColor') ?? DEFAULT_NEGATIVE);
    return { type: 'dataBar', range, positive, negative, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
  }
  if (type === 'Custom') return { type: 'formula', range, formula: bare(rule?.parts['rule']?.values['formula']), style: styleOf(rule) };
  const { operator, formula1, formula2 } = record(rule?.values['rule']);
  return { type: 'cellValue', range, operator: lowerFirst(String(operator ?? 'EqualTo')).replace(/To$/, ''), formulas: [formula1, formula2].filter((formula) => formula !== undefined).map(bare), style: styleOf(rule) };
}

/** The conditional formats of a sheet, as a file has them. */
export const exportConditionals = (parts: SheetParts): FileConditional[] => parts.conditionals.map(exportConditional);

const fileTypes: Readonly<Record<string, string>> = { List: 'list', WholeNumber: 'whole', Decimal: 'decimal', Date: 'date', Time: 'time', TextLength: 'textLength', Custom: 'custom' };
const fileOperators: Readonly<Record<string, string>> = { EqualTo: 'equal', NotEqualTo: 'notEqual', GreaterThanOrEqualTo: 'greaterThanOrEqual', LessThanOrEqualTo: 'lessThanOrEqual' };

function exportValidation({ area, type, rule, prompt }: ValidationState): FileSheet['validations'][number] {
  const inner = record(Object.values(rule)[0]);
  const { title, message } = record(prompt);
  const words = { ...(typeof title === 'string' && title ? { title } : {}), ...(typeof message === 'string' && message ? { message } : {}) };
  const common = { range: areaAddress(area), type: fileTypes[type] ?? lowerFirst(type), ...words };
  if (type === 'List') {
    const source = String(inner['source'] ?? '');
    return source.startsWith('=') ? { ...common, formula1: bare(source) } : { ...common, list: source.split(',').map((item) => item.trim()) };
  }
  if (type === 'Custom') return { ...common, formula1: bare(inner['formula']) };
  const operator = String(inner['operator'] ?? 'Between');
  return {
    ...common,
    operator: fileOperators[operator] ?? lowerFirst(operator),
    formula1: bare(inner['formula1']),
    ...(inner['formula2'] === undefined ? {} : { formula2: bare(inner['formula2']) }),
  };
}

/** The validations of a sheet, as a file has them. */
export const exportValidations = (parts: SheetParts): FileSheet['validations'][number][] => parts.validations.map(exportValidation);

/** The six headers and footers; side names as the file has them. */
function sidesOf(state: BagState | undefined, suffix: 'Footer' | 'Header'): FilePrint['footer'] {
  const texts = (['left', 'center', 'right'] as const).flatMap((side) => {
    const text = bagText(state, `${side}${suffix}`);
    return text ? [[side, text] as const] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
}

/** A sheet's print set-up, as a file has it: margins in inches, headers and footers by side. */
export function exportPrint(parts: SheetParts): FilePrint {
  const { page } = parts;
  const zoom = record(page.values['zoom']);
  const isFitted = typeof zoom['horizontalFitToPages'] === 'number' || typeof zoom['verticalFitToPages'] === 'number';
  const paper = bagText(page, 'paperSize')?.toLowerCase();
  const all = page.parts['headersFooters']?.parts['defaultForAllPages'];
  const areas = page.parts['areas'];
  const rows = parseLocal(bagText(areas, 'titleRows') ?? '');
  const columns = parseLocal(bagText(areas, 'titleColumns') ?? '');
  const area = bagText(areas, 'print');
  const footer = sidesOf(all, 'Footer');
  const header = sidesOf(all, 'Header');
  const orientation = bagText(page, 'orientation');
  const margin = (side: string, standard: number): number => (bagNumber(page, `${side}Margin`) ?? standard) / POINTS_PER_INCH;
  const hasMargins = ['left', 'right', 'top', 'bottom'].some((side) => `${side}Margin` in page.values);
  return {
    ...(orientation ? { orientation: orientation === 'Landscape' ? 'landscape' : 'portrait' } : {}),
    ...(paper === 'a4' || paper === 'a3' || paper === 'letter' ? { paper } : {}),
    ...(isFitted ? { fitWidth: Number(zoom['horizontalFitToPages'] ?? 0), fitHeight: Number(zoom['verticalFitToPages'] ?? 0) } : {}),
    ...(area ? { area } : {}),
    ...(rows ? { titleRows: [rows.top, rows.bottom] as const } : {}),
    ...(columns ? { titleColumns: [columns.left, columns.right] as const } : {}),
    ...(footer ? { footer } : {}),
    ...(header ? { header } : {}),
    ...(parts.rowBreaks.length > 0 ? { rowBreaks: [...parts.rowBreaks].sort((first, second) => first - second) } : {}),
    ...(hasMargins ? { margins: { left: margin('left', 50.4), right: margin('right', 50.4), top: margin('top', 54), bottom: margin('bottom', 54) } } : {}),
    ...(bagFlag(page, 'centerHorizontally') ? { centerHorizontally: true } : {}),
  };
}

/** The file's kind of a chart; kinds that the file has no word for become their nearest. */
function fileChartType(apiType: string): FileChart['type'] {
  const exact = (Object.keys(apiChartTypes) as FileChart['type'][]).find((type) => apiChartTypes[type] === apiType);
  if (exact) return exact;
  if (apiType.startsWith('Column')) return 'columnStacked';
  if (apiType.startsWith('Bar')) return 'barStacked';
  if (apiType.startsWith('Line')) return 'line';
  if (apiType.startsWith('Area')) return 'area';
  return apiType.startsWith('XY') ? 'scatter' : 'pie';
}

function exportChart(book: Book, sheet: string, chart: ChartState, number: number): FileChart {
  const { left, top, width, height } = chart.frame;
  const title = chart.bag.parts['title'];
  const isTitled = bagFlag(title, 'visible') !== false && bagText(title, 'text');
  const minimum = bagNumber(chart.bag.parts['axes']?.parts['valueAxis'], 'minimum');
  const valueAxis = chart.bag.parts['axes']?.parts['valueAxis'];
  const axisFormat = bagText(valueAxis, 'numberFormat');
  const gapWidth = bagNumber(chart.series[0]?.bag, 'gapWidth');
  return {
    name: bagText(chart.bag, 'name') ?? `Diagram ${number}`,
    type: fileChartType(chart.chartType.value),
    ...(isTitled ? { title: isTitled } : {}),
    hasLegend: bagFlag(chart.bag.parts['legend'], 'visible') ?? true,
    ...(minimum === undefined ? {} : { axisMinimum: minimum }),
    ...(axisFormat ? { axisFormat } : {}),
    ...(bagFlag(valueAxis, 'visible') === false ? { isAxisHidden: true } : {}),
    ...(gapWidth === undefined ? {} : { gapWidth }),
    from: { row: lineAt(book, sheet, top, 'row'), column: lineAt(book, sheet, left, 'column') },
    to: { row: lineAt(book, sheet, top + height, 'row'), column: lineAt(book, sheet, left + width, 'column') },
    series: chart.series.map(({ values, categories, bag }) => {
      const name = bagText(bag, 'name');
      const fill = bagText(bag.parts['format']?.parts['fill'], 'color');
      const line = bag.parts['format']?.parts['line'];
      const color = bagText(line, 'color');
      const width = bagNumber(line, 'weight');
      const isDashed = /Dash|Dot/.test(bagText(line, 'lineStyle') ?? '');
      return {
        values: bare(values),
        ...(name ? { name } : {}),
        ...(categories ? { categories: bare(categories) } : {}),
        ...(fill ? { fill } : {}),
        ...(color || width || isDashed ? { line: { ...(color ? { color } : {}), ...(isDashed ? { dash: true } : {}), ...(width ? { width } : {}) } } : {}),
        ...(bagFlag(bag, 'hasDataLabels') ? { hasLabels: true } : {}),
        ...pointLabel(bag),
      };
    }),
  };
}

function pointLabel(series: BagState): { readonly pointLabel?: FilePointLabel } {
  const [name, point] = Object.entries(series.parts).find(([part, { values }]) => part.startsWith('point') && values['hasDataLabel'] === true) ?? [];
  if (name === undefined) return {};
  const label = point?.parts['dataLabel'];
  const color = bagText(label?.parts['format']?.parts['font'], 'color');
  return { pointLabel: { point: Number(name.slice('point'.length)), place: bagText(label, 'position') === 'Bottom' ? 'below' : 'above', ...(color ? { color } : {}) } };
}

/** The charts of a sheet, as a file has them. */
export const exportCharts = (book: Book, sheet: string): FileChart[] => partsOf(book, sheet).charts.map((chart, index) => exportChart(book, sheet, chart, index + 1));
