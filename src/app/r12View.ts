import { R12_MONTHS, type R12Method } from '../core/r12';
import { targetStatus, type Direction, type TargetStatus, type TargetWord } from '../core/target';
import { cellAddress } from '../workbook/address';
import { indicatorRows } from '../workbook/write/indicatorRow';
import { r12Goals, type R12Goal } from '../workbook/write/r12Goal';
import { monthValue, r12At, r12Indicators, seriesKey, usualMethod, wholeKey, withChoice, type R12Indicator, type SeriesChoice } from '../workbook/write/r12Indicator';
import type { Reading } from './session';

export type { SeriesChoice };

export interface R12Point {
  /** "dec 2025", in the user's own words where they name no month. */
  readonly label: string;
  /** The month by itself; null where the cell is empty. */
  readonly value: number | null;
  /** The month and the eleven before it; null for the first eleven and where one is missing. */
  readonly rolling: number | null;
}

/** A rolling figure with its months, its change over a year and how it stands against the target. */
export interface R12View {
  readonly key: string;
  readonly label: string;
  readonly isShare: boolean;
  readonly method: R12Indicator['method'];
  /** How the series is rolled when it is a share of none. */
  readonly methodAlone: R12Method;
  /** The series that it is a share of; '' where it is a share of none. */
  readonly shareOf: string;
  /** What it can be a share of; empty where nothing else has the same months. */
  readonly wholes: readonly { readonly key: string; readonly label: string }[];
  readonly points: readonly R12Point[];
  /** The last month that has a rolling figure; null where there is none. */
  readonly current: { readonly index: number; readonly value: number } | null;
  readonly previous: { readonly index: number; readonly value: number } | null;
  readonly change: number | null;
  readonly status: TargetStatus | null;
  readonly target: number | TargetWord | null;
  readonly direction: Direction;
  /** A month without a figure inside the last twelve reported ones. */
  readonly missing: { readonly label: string; readonly sheet: string; readonly cell: string } | null;
  /** Reported months, where they are fewer than twelve. */
  readonly tooFew: { readonly count: number; readonly from: string; readonly sheet: string; readonly cell: string } | null;
}

/** Every rolling figure that the workbook has months for. */
export function r12Views(reading: Pick<Reading, 'report' | 'grid'>, choices: ReadonlyMap<string, SeriesChoice>): readonly R12View[] {
  const { report, grid } = reading;
  const indicators = r12Indicators(report.tables, grid).map((indicator) => withChoice(indicator, choices.get(seriesKey(indicator)) ?? {}));
  const goals = r12Goals(indicators, indicatorRows(report.tables, grid), choices);
  return indicators.map((indicator, index) => r12View(indicator, goals[index] ?? { target: null, direction: 'higher' }));
}

function r12View(indicator: R12Indicator, { target, direction }: Pick<R12Goal, 'target' | 'direction'>): R12View {
  const { numerator, denominator, reported } = indicator;
  const points = numerator.months.slice(0, Math.max(reported, 0)).map((month, index): R12Point => {
    const rolling = index + 1 < R12_MONTHS ? null : r12At(indicator, index + 1);
    return { label: month.label, value: finite(monthValue(indicator, index)), rolling: typeof rolling === 'number' ? rolling : null };
  });
  const latest = lastWith(points, points.length);
  const before = latest === null ? null : rollingAt(points, latest.index - R12_MONTHS);
  const previous = before ?? firstWith(points, latest);
  const result = r12At(indicator, reported);
  const fault = typeof result === 'object' ? result : null;
  const status = latest === null || target === null || fault !== null ? null : targetStatus(latest.value, target, direction, previous?.value ?? null);
  const cellOf = (index: number): { readonly sheet: string; readonly cell: string } => {
    const series = denominator !== null && !Number.isNaN(numerator.months[index]?.value) ? denominator : numerator;
    const month = series.months[index] ?? numerator.months[0];
    return { sheet: series.sheet, cell: month === undefined ? 'A1' : cellAddress(month.row, month.column) };
  };
  return {
    key: seriesKey(indicator), label: indicator.label, isShare: indicator.isShare, method: indicator.method,
    methodAlone: indicator.method === 'ratio' ? usualMethod(numerator) : indicator.method, shareOf: wholeKey(denominator),
    wholes: indicator.wholes.map((whole) => ({ key: wholeKey(whole), label: whole.sheet === numerator.sheet ? whole.label : wholeKey(whole) })),
    points, current: latest, previous,
    change: latest === null || previous === null ? null : latest.value - previous.value,
    status: status === 'reached' || status === 'near' || status === 'missed' ? status : null, target, direction,
    missing: fault?.fault === 'missing-month' ? { label: numerator.months[fault.index]?.label ?? '', ...cellOf(fault.index) } : null,
    tooFew: fault?.fault === 'too-few-months' ? { count: fault.reported, from: numerator.months[0]?.label ?? '', ...cellOf(0) } : null,
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

function rollingAt(points: readonly R12Point[], index: number): R12View['current'] {
  const value = points[index]?.rolling;
  return value === undefined || value === null ? null : { index, value };
}

function lastWith(points: readonly R12Point[], end: number): R12View['current'] {
  for (let index = end - 1; index >= 0; index -= 1) {
    const at = rollingAt(points, index);
    if (at !== null) return at;
  }
  return null;
}

function firstWith(points: readonly R12Point[], latest: R12View['current']): R12View['current'] {
  const index = points.findIndex((point) => point.rolling !== null);
  return latest === null || index < 0 || index === latest.index ? null : rollingAt(points, index);
}
