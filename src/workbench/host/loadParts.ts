import { parseArea } from '../../workbook/address';
import { partsOf, type Book } from './book';
import type { FileChart, FileConditional, FilePrint, FileSheet, FileStyle } from './fileContent';
import { POINTS_PER_INCH } from './lengths';
import { columnLeft, rowTop } from './lines';
import { bagPart, emptyBag, type BagState } from './objects/bag';
import { localAddress, parseLocal } from './rangeAddress';
import { MAX_ROW } from './sheetLimits';
import type { CarriedParts, ChartState, ConditionalState, SheetParts, ValidationState } from './sheetParts';

/** The API's chart type of the file's. */
export const apiChartTypes: Readonly<Record<FileChart['type'], string>> = { columnStacked: 'ColumnStacked', columnClustered: 'ColumnClustered', barStacked: 'BarStacked', barClustered: 'BarClustered', line: 'Line', pie: 'Pie', area: 'Area', scatter: 'XYScatter' };

/** Fills a sheet's parts from the file. */
export function loadParts(book: Book, id: string, sheet: FileSheet): void {
  const parts = partsOf(book, id);
  parts.isVeryHidden = sheet.visibility === 'veryHidden';
  parts.isProtected = sheet.isProtected;
  parts.frozen = { ...sheet.frozen };
  parts.carried = carriedParts(sheet);
  for (const [key, value] of Object.entries(sheet.properties)) parts.properties.set(key, value);
  for (const [line, { level, collapsed }] of sheet.columns) if (level) parts.columnLevels.set(line, { level, collapsed: collapsed ?? false });
  for (const [line, { level, collapsed }] of sheet.rows) if (level) parts.rowLevels.set(line, { level, collapsed: collapsed ?? false });
  for (const table of sheet.tables) {
    const area = parseArea(table.range);
    if (area) parts.tables.push({ id: book.nextId(), name: table.name, area, hasHeader: table.hasHeader, hasTotals: table.hasTotals, style: table.style ?? 'TableStyleMedium2', showBandedRows: table.showBandedRows ?? true, showFilterButton: true });
  }
  for (const rule of sheet.conditionals) for (const range of rule.range.split(/[ ,]+/)) loadConditional(book, parts, rule, range);
  for (const rule of sheet.validations) for (const range of rule.range.split(/[ ,]+/)) loadValidation(parts, rule, range);
  for (const comment of sheet.comments) {
    const area = parseArea(comment.cell);
    if (area) parts.comments.push({ id: book.nextId(), row: area.top, column: area.left, author: comment.author, text: comment.text, isThreaded: comment.isThreaded, isResolved: false, created: '2026-01-01T00:00:00Z' });
  }
  for (const { cell, reference, address, tip } of sheet.links) {
    const area = parseArea(cell);
    if (area) parts.links.push({ row: area.top, column: area.left, ...(reference === undefined ? {} : { reference }), ...(address === undefined ? {} : { address }), ...(tip === undefined ? {} : { tip }) });
  }
  for (const chart of sheet.charts) parts.charts.push(loadChart(book, id, chart));
  parts.page = loadPage(sheet.print);
  parts.rowBreaks = [...(sheet.print.rowBreaks ?? [])];
}

function carriedParts({ autoFilter, zoom, defaultWidth, summaryAbove, summaryLeft }: FileSheet): CarriedParts {
  return {
    ...(autoFilter === undefined ? {} : { autoFilter }),
    ...(zoom === undefined ? {} : { zoom }),
    ...(defaultWidth === undefined ? {} : { defaultWidth }),
    ...(summaryAbove === undefined ? {} : { summaryAbove }),
    ...(summaryLeft === undefined ? {} : { summaryLeft }),
  };
}

/** A conditional format's style as the API's bag of font, fill and number format. */
function loadStyle(state: BagState, style: FileStyle): void {
  const format = bagPart(state, 'format');
  if (style.font?.color) bagPart(format, 'font').values['color'] = style.font.color;
  if (style.font?.bold !== undefined) bagPart(format, 'font').values['bold'] = style.font.bold;
  if (style.font?.italic !== undefined) bagPart(format, 'font').values['italic'] = style.font.italic;
  if (style.fill) bagPart(format, 'fill').values['color'] = style.fill;
  if (style.numberFormat) format.values['numberFormat'] = style.numberFormat;
}

const asFormula = (text: string): string => (text.startsWith('=') ? text : `=${text}`);

function loadConditional(book: Book, parts: SheetParts, rule: FileConditional, range: string): void {
  const area = parseArea(range);
  if (!area) return;
  const bag = emptyBag();
  const inner = bagPart(bag, 'rule');
  const add = (type: ConditionalState['type']): void => void parts.conditionals.push({ id: book.nextId(), type, area, bag });
  if (rule.type === 'dataBar') {
    if (rule.minimum !== undefined) inner.values['lowerBoundRule'] = { type: 'Number', formula: String(rule.minimum) };
    if (rule.maximum !== undefined) inner.values['upperBoundRule'] = { type: 'Number', formula: String(rule.maximum) };
    bagPart(inner, 'positiveFormat').values['fillColor'] = rule.positive;
    bagPart(inner, 'negativeFormat').values['fillColor'] = rule.negative;
    return add('DataBar');
  }
  loadStyle(inner, rule.style);
  if (rule.type === 'formula') {
    bagPart(inner, 'rule').values['formula'] = asFormula(rule.formula);
    return add('Custom');
  }
  const [formula1, formula2] = rule.formulas.map(asFormula);
  inner.values['rule'] = { operator: rule.operator.charAt(0).toUpperCase() + rule.operator.slice(1), formula1, ...(formula2 === undefined ? {} : { formula2 }) };
  add('CellValue');
}

const validationTypes: Readonly<Record<string, readonly [string, string]>> = { list: ['List', 'list'], whole: ['WholeNumber', 'wholeNumber'], decimal: ['Decimal', 'decimal'], date: ['Date', 'date'], time: ['Time', 'time'], textLength: ['TextLength', 'textLength'], custom: ['Custom', 'custom'] };

function loadValidation(parts: SheetParts, rule: FileSheet['validations'][number], range: string): void {
  const area = parseArea(range) ?? parseLocal(range);
  const [type, name] = validationTypes[rule.type] ?? [];
  if (!area || !type || !name) return;
  const { formula1, formula2, operator } = rule;
  const inner = name === 'list' ? { inCellDropDown: true, source: rule.list ? rule.list.join(',') : asFormula(formula1 ?? '') } : name === 'custom' ? { formula: asFormula(formula1 ?? '') } : { operator: apiOperator(operator), formula1, ...(formula2 === undefined ? {} : { formula2 }) };
  const state: ValidationState = { area, type, rule: { [name]: inner }, ignoreBlanks: true };
  if (rule.message !== undefined || rule.title !== undefined) state.prompt = { showPrompt: true, title: rule.title ?? '', message: rule.message ?? '' };
  parts.validations.push(state);
}

const apiOperator = (operator = 'between'): string => `${operator.charAt(0).toUpperCase()}${operator.slice(1)}`.replace(/^(Greater|Less)Than(OrEqual)?$/, (_all, word: string, equal: string | undefined) => (equal ? `${word}ThanOrEqualTo` : `${word}Than`)).replace(/^Equal$/, 'EqualTo').replace(/^NotEqual$/, 'NotEqualTo');

function loadPage(print: FilePrint): BagState {
  const page = emptyBag();
  if (print.orientation) page.values['orientation'] = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  if (print.paper) page.values['paperSize'] = print.paper === 'letter' ? 'Letter' : print.paper.toUpperCase();
  if (print.fitWidth !== undefined || print.fitHeight !== undefined) page.values['zoom'] = { ...(print.fitWidth ? { horizontalFitToPages: print.fitWidth } : {}), ...(print.fitHeight ? { verticalFitToPages: print.fitHeight } : {}) };
  if (print.centerHorizontally) page.values['centerHorizontally'] = true;
  for (const [name, inches] of Object.entries(print.margins ?? {})) page.values[`${name}Margin`] = inches * POINTS_PER_INCH;
  const all = bagPart(page, 'headersFooters', 'defaultForAllPages');
  for (const [side, text] of Object.entries(print.footer ?? {})) if (text !== undefined) all.values[`${side}Footer`] = text;
  for (const [side, text] of Object.entries(print.header ?? {})) if (text !== undefined) all.values[`${side}Header`] = text;
  const areas = bagPart(page, 'areas');
  if (print.area) areas.values['print'] = print.area.replaceAll('$', '').replace(/^.*!/, '');
  if (print.titleRows) areas.values['titleRows'] = `${print.titleRows[0] + 1}:${print.titleRows[1] + 1}`;
  if (print.titleColumns) areas.values['titleColumns'] = localAddress({ top: 0, bottom: MAX_ROW, left: print.titleColumns[0], right: print.titleColumns[1] });
  return page;
}

function loadChart(book: Book, sheet: string, chart: FileChart): ChartState {
  const bag = emptyBag();
  bag.values['name'] = chart.name;
  const title = bagPart(bag, 'title');
  if (chart.title === undefined) title.values['visible'] = false;
  else title.values['text'] = chart.title;
  bagPart(bag, 'legend').values['visible'] = chart.hasLegend;
  if (chart.axisMinimum !== undefined) bagPart(bag, 'axes', 'valueAxis').values['minimum'] = chart.axisMinimum;
  if (chart.axisFormat !== undefined) bagPart(bag, 'axes', 'valueAxis').values['numberFormat'] = chart.axisFormat;
  if (chart.isAxisHidden) bagPart(bag, 'axes', 'valueAxis').values['visible'] = false;
  const left = columnLeft(book, sheet, chart.from.column);
  const top = rowTop(book, sheet, chart.from.row);
  return {
    id: book.nextId(),
    chartType: { value: apiChartTypes[chart.type] },
    bag,
    frame: { left, top, width: columnLeft(book, sheet, chart.to.column) - left, height: rowTop(book, sheet, chart.to.row) - top },
    series: chart.series.map((line) => {
      const state = emptyBag();
      if (line.name !== undefined) state.values['name'] = line.name;
      if (chart.gapWidth !== undefined) state.values['gapWidth'] = chart.gapWidth;
      if (line.hasLabels) state.values['hasDataLabels'] = true;
      if (line.pointLabel) {
        const { point, place, color } = line.pointLabel;
        bagPart(state, `point${point}`).values['hasDataLabel'] = true;
        Object.assign(bagPart(state, `point${point}`, 'dataLabel').values, { showSeriesName: true, position: place === 'below' ? 'Bottom' : 'Top' });
        if (color) bagPart(state, `point${point}`, 'dataLabel', 'format', 'font').values['color'] = color;
      }
      if (line.fill) bagPart(state, 'format', 'fill').values['color'] = line.fill;
      const drawn = bagPart(state, 'format', 'line');
      if (line.line?.color) drawn.values['color'] = line.line.color;
      if (line.line?.width) drawn.values['weight'] = line.line.width;
      if (line.line?.dash) drawn.values['lineStyle'] = 'Dash';
      return { id: book.nextId(), values: line.values, categories: line.categories ?? '', bag: state };
    }),
  };
}
