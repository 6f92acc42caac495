import type { Direction, TargetWord } from '../../core/target';
import type { IndicatorRow } from './indicatorRow';
import { seriesKey, type R12Indicator, type SeriesChoice } from './r12Indicator';

/** What a rolling figure shall reach: what the user chose, else what the workbook says of the same figure. */
export interface R12Goal {
  /** In the scale of the figure: 0.8 for 80 %. Null without a target. */
  readonly target: number | TargetWord | null;
  readonly direction: Direction;
  /** The indicator that says the same, which then needs no row of its own. */
  readonly row: IndicatorRow | null;
}

/**
 * The goal of each rolling figure, in the same order; an indicator is the goal of one figure at most.
 * @param choices the user's choices by `seriesKey`
 */
export function r12Goals(indicators: readonly R12Indicator[], rows: readonly IndicatorRow[], choices: ReadonlyMap<string, SeriesChoice>): readonly R12Goal[] {
  const used = new Set<IndicatorRow>();
  return indicators.map((indicator) => {
    const row = sameFigure(indicator, rows.filter((one) => !used.has(one)));
    if (row !== null) used.add(row);
    const choice = choices.get(seriesKey(indicator));
    const printed = row?.target?.figure.result;
    const stated = typeof printed === 'number' ? printed : (row?.targetWord ?? null);
    return { target: choice?.target ?? stated, direction: choice?.direction ?? row?.direction ?? 'higher', row };
  });
}

/** The indicator whose name says the same as a rolling figure: most of the figure's longer words begin as some word of the name. */
function sameFigure(indicator: R12Indicator, rows: readonly IndicatorRow[]): IndicatorRow | null {
  const stems = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length >= 5).map((word) => word.slice(0, 5));
  const words = stems(indicator.label);
  if (words.length === 0) return null;
  const scored = rows.map((row) => ({ row, share: words.filter((word) => stems(row.label).includes(word)).length / words.length }));
  return scored.filter(({ share }) => share >= 0.75).sort((a, b) => b.share - a.share)[0]?.row ?? null;
}
