import type { R12View } from '../../app/r12View';
import { wholeMonthName } from '../../text/dates';
import { formatNumber } from '../../text/numbers';
import { formatValue } from '../pages/R12Page';
import { useLanguage, useTexts } from '../hooks/useTexts';

const WIDTH = 318;
const HEIGHT = 158;
const LEFT = 40;
const AXIS_GAP = 6;
/** What one sign of an axis figure or a label takes at most, in the largest of its sizes. */
const SIGN_WIDTH = 7.3;
/** Where the lines end, unless the labels beside them need more room; so much is left for the lines whatever the labels say. */
const RIGHT = 210;
const LABEL_GAP = 8;
const LEAST_PLOT = 60;
/** A month in three letters with the air beside it. */
const MONTH_WIDTH = 27;
const TOP = 12;
const BOTTOM = 138;
const YEAR = 12;

/** The last twelve months: R12 thick, the months dashed, the year before grey, the target or last year's R12 as a line across. */
export function R12Chart({ view }: { readonly view: R12View }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const last = view.points.length;
  const shown = view.points.slice(Math.max(0, last - YEAR));
  const before = last > YEAR ? view.points.slice(Math.max(0, last - 2 * YEAR), last - YEAR) : [];
  const rolling = shown.map((point) => point.rolling);
  const months = shown.map((point) => comparable(view, point.value));
  const earlier = before.map((point) => comparable(view, point.value));
  const target = typeof view.target === 'number' ? view.target : null;
  const lastYear = target === null ? (view.previous?.value ?? null) : null;
  const values = [...rolling, ...months, ...earlier, target, lastYear].filter((value) => value !== null);
  const scale = niceScale(Math.min(...values), Math.max(...values));
  const x = (index: number): number => left + ((right - left) * index) / Math.max(1, shown.length - 1);
  const y = (value: number): number => BOTTOM - ((BOTTOM - TOP) * (value - scale.from)) / (scale.to - scale.from);
  const text = (value: number): string => (view.isShare ? `${formatNumber(value * 100, decimalsFor(scale.step * 100), { language })}\u00a0%` : formatNumber(value, decimalsFor(scale.step), { language }));
  const left = Math.max(LEFT, AXIS_GAP + SIGN_WIDTH * Math.max(...ticks(scale).map((tick) => text(tick).length)));
  const printed = (value: number): string => formatValue(view, value, language);
  const point = view.current === null ? null : { index: view.current.index - (last - shown.length), value: view.current.value };
  const shift = YEAR - before.length;
  const labels = endLabels([
    ...(point !== null && point.index >= 0 ? [{ y: y(point.value), text: `${texts.r12.line} ${formatValue(view, point.value, language)}`, isMain: true }] : []),
    ...lineEnd(months, shown[0]?.label, y, printed),
    ...lineEnd(earlier, before[0]?.label, y, printed),
    ...(lastYear === null ? [] : [{ y: y(lastYear), text: `${texts.r12.lastYear} ${formatValue(view, lastYear, language)}`, isMain: false }]),
    ...(target === null ? [] : [{ y: y(target), text: texts.r12.targetLabel(formatValue(view, target, language)), isMain: false }]),
  ]);
  const right = Math.max(left + LEAST_PLOT, Math.min(RIGHT, WIDTH - LABEL_GAP - SIGN_WIDTH * Math.max(0, ...labels.map((label) => label.text.length))));
  const monthStep = Math.max(2, Math.ceil((MONTH_WIDTH * Math.max(1, shown.length - 1)) / (right - left)));
  const gapFrom = point === null ? 0 : point.index + 1;
  return (
    <>
      <svg className="r12-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={sentence(view, texts, language)}>
        {ticks(scale).map((tick) => (
          <g key={tick}>
            <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--edge)" />
            <text x={left - AXIS_GAP} y={y(tick) + 4} textAnchor="end" className="axis-text">{text(tick)}</text>
          </g>
        ))}
        {shown.map((one, index) => (index % monthStep === 0 ? <text key={index} x={x(index)} y={HEIGHT - 4} textAnchor="middle" className="axis-text">{wholeMonthName(one.label, language).slice(0, 3)}</text> : null))}
        {view.missing !== null && gapFrom < shown.length && (
          <>
            <rect x={x(gapFrom) - 4} y={TOP} width={right - x(gapFrom) + 8} height={BOTTOM - TOP} fill="var(--warn-back)" stroke="var(--warn-edge)" />
            {texts.r12.cannot.split(/ (?=\S+$)/).map((words, line) => (
              <text key={words} x={(x(gapFrom) + right) / 2} y={TOP + 14 + line * 14} textAnchor="middle" className="axis-text warn">{words}</text>
            ))}
          </>
        )}
        {lastYear !== null && <line x1={left} x2={right} y1={y(lastYear)} y2={y(lastYear)} stroke="var(--muted)" strokeDasharray="2 3" />}
        {target !== null && <line x1={left} x2={right} y1={y(target)} y2={y(target)} stroke="var(--mark)" strokeWidth="1.5" />}
        <path d={path(earlier, (index) => x(index + shift), y)} fill="none" stroke="var(--neutral)" strokeWidth="1.5" />
        <path d={path(months, x, y)} fill="none" stroke="var(--muted)" strokeWidth="1.5" strokeDasharray="5 2" />
        <path d={path(rolling, x, y)} fill="none" stroke="var(--line)" strokeWidth="3" />
        {point !== null && point.index >= 0 && <circle cx={x(point.index)} cy={y(point.value)} r="4" fill="var(--line)" />}
        {labels.map((label) => <text key={label.text} x={right + LABEL_GAP} y={label.y + 4} className={label.isMain ? 'end-label main-label' : 'end-label'}>{label.text}</text>)}
      </svg>
      <p className="caption">{texts.r12.legend(yearOf(shown[shown.length - 1]?.label), scale.from === 0 ? '' : text(scale.from))}</p>
    </>
  );
}

/** A single month beside a sum of twelve would lie at the bottom: it is shown as a year at that pace. */
function comparable(view: R12View, value: number | null): number | null {
  return value === null || view.method !== 'sum' ? value : value * YEAR;
}

function yearOf(label: string | undefined): number {
  return Number(/\d{4}/.exec(label ?? '')?.[0] ?? 0);
}

function path(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  return values.map((value, index) => (value === null ? '' : `${values[index - 1] === null || index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)).join(' ');
}

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** A scale in round steps; it starts at 0 unless all values lie high above it. */
function niceScale(least: number, most: number): Scale {
  const span = most - least || Math.abs(most) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= 3) ?? 10 * power;
  const from = Math.floor(least / step) * step;
  const to = Math.ceil(most / step) * step;
  return { from, to: to === from ? from + step : to, step };
}

function ticks({ from, to, step }: Scale): readonly number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function decimalsFor(step: number): number {
  return Math.max(0, Math.min(3, -Math.floor(Math.log10(step) + 1e-9)));
}

interface EndLabel {
  readonly y: number;
  readonly text: string;
  readonly isMain: boolean;
}

function lineEnd(values: readonly (number | null)[], label: string | undefined, y: (value: number) => number, text: (value: number) => string): readonly EndLabel[] {
  const last = values[values.length - 1];
  return last === undefined || last === null ? [] : [{ y: y(last), text: `${yearOf(label) || ''} ${text(last)}`.trim(), isMain: false }];
}

const LABEL_HEIGHT = 15;

/** Moves labels apart so that none covers another: down from the first, then up again where the last would fall out of the picture. */
function endLabels(labels: readonly EndLabel[]): readonly EndLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const down = sorted.reduce<readonly EndLabel[]>((placed, label) => {
    const above = placed[placed.length - 1];
    return [...placed, { ...label, y: above === undefined ? label.y : Math.max(label.y, above.y + LABEL_HEIGHT) }];
  }, []);
  return down.reduceRight<readonly EndLabel[]>((placed, label) => [{ ...label, y: Math.min(label.y, (placed[0]?.y ?? HEIGHT + LABEL_HEIGHT / 2) - LABEL_HEIGHT) }, ...placed], []);
}

function sentence(view: R12View, texts: ReturnType<typeof useTexts>, language: 'sv' | 'en'): string {
  const { current, previous, label } = view;
  if (current === null) return label;
  const at = (index: number): string => wholeMonthName(view.points[index]?.label ?? '', language);
  const value = (amount: number): string => formatValue(view, amount, language);
  if (previous === null || previous.value === current.value) return texts.r12.same(label, value(current.value), at(current.index));
  const words = current.value > previous.value ? texts.r12.rose : texts.r12.fell;
  return words(label, value(previous.value), at(previous.index), value(current.value), at(current.index));
}
