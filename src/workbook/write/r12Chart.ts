import type { Area } from '../address';
import { monthInWords } from '../monthNames';
import { monthValue, r12At, r12Formula, type R12Indicator } from './r12Indicator';
import { AIR, airRows, textRow, type DraftBlock, type DraftCell, type DraftRow } from './sheetDraft';
import type { SpecChart } from './sheetSpec';
import { COLOR, LOOK, percentFormat, plainFormat } from './sheetStyle';
import { printFigure, printPercent } from './sheetNumber';
import { formula, sourceReference } from './sourceReference';

const SHOWN_MONTHS = 13;
const CHART_ROWS = 15;
/** Columns of the two charts, side by side. */
const SPANS = [[0, 2], [3, 6]] as const;

/** Helper columns of both charts, in characters: month, R12, single month. */
export const R12_CHART_WIDTHS: readonly number[] = [12, 12, 12, 12, 12, 12];

/** Line charts of the first two rolling figures that can be drawn; each with its finding as title and a sentence in the cell above. */
export function r12Charts(indicators: readonly R12Indicator[], helper: number, top: number): DraftBlock {
  const drawn = indicators.filter((indicator) => lastMonths(indicator).some((index) => typeof r12At(indicator, index + 1) === 'number')).slice(0, SPANS.length);
  const first = top + 3;
  const sentence: (DraftCell | undefined)[] = [];
  drawn.forEach((indicator, index) => {
    sentence[SPANS[index]?.[0] ?? 0] = { value: sentenceOf(indicator), style: LOOK.headLine };
  });
  const rows = Array.from({ length: Math.max(CHART_ROWS, SHOWN_MONTHS + 1) }, (_, index): DraftRow => {
    const cells = drawn.flatMap((indicator) => (index === 0 ? headCells(indicator) : monthCells(indicator, lastMonths(indicator)[index - 1])));
    return index > SHOWN_MONTHS || cells.length === 0 ? AIR : { key: `month ${index}`, kind: 'note', cells: [...Array.from({ length: helper }, () => undefined), ...cells] };
  });
  return {
    id: 'charts',
    rows: [
      AIR,
      { key: 'sentences', kind: 'note', cells: Array.from(sentence) },
      ...rows,
      ...airRows(1),
      textRow('note', 'legend', 'Heldragen linje: R12. Streckad linje: enskild månad. Årsvärden blandas aldrig in i R12.', LOOK.caption),
    ],
    charts: drawn.map((indicator, index) => chartOf(indicator, index, helper + index * 3, first, top + 2)),
  };
}

/** Months of the chart, by their place in the series. */
function lastMonths({ reported }: R12Indicator): readonly number[] {
  const from = Math.max(0, reported - SHOWN_MONTHS);
  return Array.from({ length: Math.min(SHOWN_MONTHS, reported) }, (_, index) => from + index);
}

function headCells(indicator: R12Indicator): readonly DraftCell[] {
  return ['Månad', `R12 ${indicator.label}`, 'Enskild månad'].map((value) => ({ value, style: LOOK.columnHead }));
}

/** A month without a rolling figure is left empty: a line has a gap there, never a zero. */
function monthCells(indicator: R12Indicator, month: number | undefined): readonly DraftCell[] {
  if (month === undefined) return [{ value: null }, { value: null }, { value: null }];
  const { numerator, denominator } = indicator;
  const style = { numberFormat: indicator.isShare ? percentFormat(false, 1) : plainFormat(isLarge(indicator) ? 0 : 1) };
  const rolling = r12At(indicator, month + 1);
  const expression = r12Formula(indicator, month + 1);
  const single = monthValue(indicator, month);
  const above = numerator.months[month];
  const below = denominator?.months[month];
  const isLive = above?.isNumber === true && (denominator === null || below?.isNumber === true);
  const aboveCell = above === undefined ? '' : sourceReference(numerator.sheet, above.row, above.column);
  const belowCell = denominator === null || below === undefined ? '' : `/${sourceReference(denominator.sheet, below.row, below.column)}`;
  return [
    { value: above?.label ?? '' },
    typeof rolling === 'number' ? { value: expression === null ? rolling : formula(expression), result: rolling, style } : { value: null },
    Number.isFinite(single) ? { value: isLive ? formula(`${aboveCell}${belowCell}`) : single, result: single, style } : { value: null },
  ];
}

function chartOf(indicator: R12Indicator, index: number, helper: number, first: number, top: number): SpecChart {
  const count = lastMonths(indicator).length;
  const column = (offset: number): Area => ({ top: first, left: helper + offset, bottom: first + count - 1, right: helper + offset });
  const [left, right] = SPANS[index] ?? SPANS[0];
  // Sums of a year and single months lie too far apart for one axis.
  const hasSingle = indicator.method !== 'sum';
  const minimum = axisMinimum(indicator, hasSingle);
  const isRollingAbove = isLastAbove(indicator);
  return {
    type: 'line',
    name: `R12 ${index + 1}`,
    title: titleOf(indicator),
    categories: column(0),
    series: [
      { name: 'R12', values: column(1), fill: 'none', line: { color: COLOR.line, width: 2.25 }, endLabel: isRollingAbove ? 'above' : 'below' },
      ...(hasSingle ? [{ name: 'Månad', values: column(2), fill: 'none', line: { color: COLOR.lineQuiet, dash: true, width: 1 }, endLabel: isRollingAbove ? ('below' as const) : ('above' as const) }] : []),
    ],
    area: { top, left, bottom: top + CHART_ROWS - 1, right },
    hasLegend: false,
    ...(minimum === null ? {} : { axisMinimum: minimum }),
    ...(indicator.isShare ? { axisFormat: percentFormat(false, 0) } : isLarge(indicator) ? { axisFormat: plainFormat(0) } : {}),
  };
}

/** The two lines end side by side: the label of the upper one stands over it, that of the lower one under it. */
function isLastAbove(indicator: R12Indicator): boolean {
  const month = lastMonths(indicator).at(-1);
  const rolling = month === undefined ? null : r12At(indicator, month + 1);
  return month === undefined || typeof rolling !== 'number' || !(monthValue(indicator, month) > rolling);
}

/** A round figure under the lowest point, so that the line fills the chart; the axis of a line need not begin at zero. */
function axisMinimum(indicator: R12Indicator, hasSingle: boolean): number | null {
  const values = lastMonths(indicator).flatMap((month) => [r12At(indicator, month + 1), ...(hasSingle ? [monthValue(indicator, month)] : [])]).filter((value): value is number => typeof value === 'number' && Number.isFinite(value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0 || low <= 0 || high === low) return null;
  const step = 10 ** Math.floor(Math.log10(high - low));
  return Number((Math.floor((low - (high - low) * 0.2) / step) * step).toPrecision(12));
}

/** Figures of thousands are told without decimals. */
function isLarge(indicator: R12Indicator): boolean {
  return lastMonths(indicator).some((month) => {
    const value = r12At(indicator, month + 1);
    return typeof value === 'number' && Math.abs(value) >= 1000;
  });
}

interface Change {
  readonly from: { readonly month: string; readonly value: number };
  readonly to: { readonly month: string; readonly value: number };
}

/** First and last rolling figure that the chart shows. */
function changeOf(indicator: R12Indicator): Change | null {
  const points = lastMonths(indicator).flatMap((month) => {
    const value = r12At(indicator, month + 1);
    return typeof value === 'number' ? [{ month: monthInWords(indicator.numerator.months[month]?.label ?? ''), value }] : [];
  });
  const [from, to] = [points[0], points.at(-1)];
  return from === undefined || to === undefined || from === to ? null : { from, to };
}

function printValue({ isShare }: R12Indicator, value: number): string {
  return isShare ? printPercent(value) : printFigure(value, Math.abs(value) >= 1000 ? 0 : 1);
}

function titleOf(indicator: R12Indicator): string {
  const change = changeOf(indicator);
  if (change === null) return indicator.label;
  const [from, to] = [printValue(indicator, change.from.value), printValue(indicator, change.to.value)];
  if (from === to) return `${indicator.label} är oförändrat ${to}`;
  return `${indicator.label} har ${change.to.value > change.from.value ? 'ökat' : 'minskat'} från ${from} till ${to}`;
}

function sentenceOf(indicator: R12Indicator): string {
  const change = changeOf(indicator);
  if (change === null) return 'Det finns bara ett värde att visa.';
  const [from, to] = [printValue(indicator, change.from.value), printValue(indicator, change.to.value)];
  const step = from === to ? 'är oförändrat' : change.to.value > change.from.value ? 'steg' : 'sjönk';
  return from === to ? `R12 ${step} ${to} från ${change.from.month} till ${change.to.month}.` : `R12 ${step} från ${from} i ${change.from.month} till ${to} i ${change.to.month}.`;
}
