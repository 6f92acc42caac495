import { rolling12, rolling12Ratio, R12_MONTHS, type R12Fault, type R12Method } from '../../core/r12';
import type { Direction, TargetWord } from '../../core/target';
import type { WorkbookGrid } from '../grid';
import { monthInWords } from '../monthNames';
import type { ReportTable } from '../report';
import { monthAddress, monthCells, monthlySeries, reportedIn, type MonthlySeries } from './monthlySeries';

/** A rolling figure that the workbook has the months for: a series by itself, or one through another. */
export interface R12Indicator {
  /** What it is called as found, whatever the user then lets it be a share of. */
  readonly name: string;
  readonly label: string;
  readonly method: R12Method | 'ratio';
  /** A ratio that is a part of a whole, shown as percent. */
  readonly isShare: boolean;
  readonly numerator: MonthlySeries;
  readonly denominator: MonthlySeries | null;
  /** The series with the same months that it can be a share of. */
  readonly wholes: readonly MonthlySeries[];
  readonly reported: number;
}

/** How the user wants a series computed and judged; kept in the workbook. */
export interface SeriesChoice {
  readonly method?: R12Method;
  /** The series that it is a share of, by `wholeKey`; '' for none. Without it the figure stays as found. */
  readonly shareOf?: string;
  readonly target?: number | TargetWord;
  readonly direction?: Direction;
}

/** Names a series across readings. */
export function seriesKey(indicator: Pick<R12Indicator, 'name' | 'numerator'>): string {
  return `${indicator.numerator.sheet}: ${indicator.name}`;
}

/** Names the series that another is a share of; '' for none. */
export function wholeKey(whole: MonthlySeries | null): string {
  return whole === null ? '' : `${whole.sheet}: ${whole.label}`;
}

/**
 * The figure as the user wants it rolled: by itself as sum or mean, or as a share of another series, always sum through sum.
 * A whole that the workbook no longer has leaves the figure as found.
 * @example "Utförda timmar" with shareOf "Hemtjänst: Beviljade timmar" is "Utförda timmar som andel av beviljade timmar"
 */
export function withChoice(indicator: R12Indicator, choice: SeriesChoice): R12Indicator {
  const { numerator, denominator, wholes } = indicator;
  const { shareOf = wholeKey(denominator) } = choice;
  const isAsFound = shareOf === wholeKey(denominator);
  const whole = isAsFound ? denominator : (wholes.find((one) => wholeKey(one) === shareOf) ?? null);
  if (!isAsFound && whole !== null) {
    return { ...indicator, label: `${numerator.label} som andel av ${insideSentence(whole.label)}`, method: 'ratio', isShare: true, denominator: whole, reported: reportedIn([numerator, whole]) };
  }
  if (denominator === null) return choice.method === undefined ? indicator : { ...indicator, method: choice.method };
  const isAlone = shareOf === '' && wholes.length > 0;
  return isAlone ? { ...indicator, label: numerator.label, method: choice.method ?? usualMethod(numerator), isShare: false, denominator: null, reported: reportedIn([numerator]) } : indicator;
}

/** A heading inside a sentence begins small, unless it is an abbreviation: "beviljade timmar", "LSS-timmar". */
function insideSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Ratios that boards follow, told by the words of two series of the same table. */
const RATIOS: readonly { readonly above: RegExp; readonly below: RegExp; readonly label: string; readonly isShare: boolean }[] = [
  { above: /utförd/i, below: /bevilja/i, label: 'Utförd tid som andel av beviljad tid', isShare: true },
  { above: /sjuk/i, below: /ordinarie|arbetad|schemalagd|tillgänglig|avtalad/i, label: 'Sjukfrånvaro', isShare: true },
  { above: /belagd|beläggning|nyttjad|använd/i, below: /tillgänglig|plats/i, label: 'Beläggning', isShare: true },
  { above: /bevilja.*(timm|tid)|(timm|tid).*bevilja/i, below: /antal (brukare|kunder|personer)|^(brukare|kunder)/i, label: 'Beviljade timmar per brukare', isShare: false },
];

/** What is counted at a moment, not gathered over a month: its year is a mean. */
const STOCK = /antal|kö|brukare|kunder|platser|anställda|årsarbetare|snitt|andel|grad|%/i;

/** How a series by itself is rolled where the user has not said otherwise. */
export function usualMethod({ label }: MonthlySeries): R12Method {
  return STOCK.test(label) ? 'mean' : 'sum';
}

/** The series that one can be a share of: the others with the same months. In another table each month must name its year. */
function wholesOf(part: MonthlySeries, ofTable: readonly MonthlySeries[], all: readonly MonthlySeries[]): readonly MonthlySeries[] {
  const isSame = (whole: MonthlySeries): boolean =>
    whole.months.length === part.months.length &&
    whole.months.every(({ label }, index) => label === part.months[index]?.label && (ofTable.includes(whole) || /\b\d{4}$/.test(label)));
  const others = all.filter((whole) => wholeKey(whole) !== wholeKey(part) && isSame(whole));
  return [...new Map(others.map((whole) => [wholeKey(whole), whole])).values()];
}

/** Every rolling figure of the workbook's monthly series: the known ratios first, then each series that is in none of them. */
export function r12Indicators(tables: readonly ReportTable[], workbook: WorkbookGrid): readonly R12Indicator[] {
  const ofTables = tables.filter(({ kind }) => kind === 'series').map((table) => {
    const grid = workbook.sheets.find((sheet) => sheet.name === table.sheet);
    return grid === undefined ? [] : monthlySeries(table, grid).filter(({ months }) => months.length >= R12_MONTHS);
  });
  const all = ofTables.flat();
  return ofTables.flatMap((series) => {
    const ratios = RATIOS.flatMap(({ above, below, label, isShare }): readonly R12Indicator[] => {
      const numerator = series.find((candidate) => above.test(candidate.label));
      const denominator = series.find((candidate) => candidate !== numerator && below.test(candidate.label));
      if (numerator === undefined || denominator === undefined) return [];
      // What is no share, such as hours per person, is not offered as one.
      const wholes = isShare ? wholesOf(numerator, series, all) : [];
      return [{ name: label, label, method: 'ratio', isShare, numerator, denominator, wholes, reported: reportedIn([numerator, denominator]) }];
    });
    const used = new Set(ratios.flatMap(({ numerator, denominator }) => [numerator, denominator]));
    const plain = series.filter((candidate) => !used.has(candidate)).map((candidate): R12Indicator => ({
      name: candidate.label,
      label: candidate.label,
      method: usualMethod(candidate),
      isShare: false,
      numerator: candidate,
      denominator: null,
      wholes: wholesOf(candidate, series, all),
      reported: reportedIn([candidate]),
    }));
    return [...ratios, ...plain];
  });
}

/** The rolling figure of the twelve months up to and with the given one, or why there is none. */
export function r12At({ numerator, denominator, method }: R12Indicator, reported: number): number | R12Fault | 'zero-base' {
  const values = (series: MonthlySeries): readonly number[] => series.months.map(({ value }) => value);
  if (denominator !== null) return rolling12Ratio(values(numerator), values(denominator), reported);
  return rolling12(values(numerator), method === 'mean' ? 'mean' : 'sum', reported);
}

/**
 * The same as a native formula over the user's cells; "–" where a month is missing, for a missing month is no zero.
 * @returns null where there are too few months, or a month holds its figure as text, which no formula can sum
 */
export function r12Formula(indicator: R12Indicator, reported: number): string | null {
  if (reported < R12_MONTHS) return null;
  const { numerator, denominator, method } = indicator;
  const window = [reported - R12_MONTHS, reported - 1] as const;
  const both = denominator === null ? [numerator] : [numerator, denominator];
  const isText = both.some(({ months }) => months.slice(window[0], window[1] + 1).some(({ value, isNumber }) => !isNumber && !Number.isNaN(value)));
  if (isText) return null;
  const cells = both.map((series) => monthCells(series, ...window));
  const isComplete = cells.map((text) => `COUNT(${text})=${R12_MONTHS}`).join(',');
  const [above = '', below] = cells;
  const figure = below === undefined ? `${method === 'mean' ? 'AVERAGE' : 'SUM'}(${above})` : `SUM(${above})/SUM(${below})`;
  return `IFERROR(IF(AND(${isComplete}),${figure},"–"),"–")`;
}

/** What one month says by itself, for the dashed line of the chart. */
export function monthValue({ numerator, denominator }: R12Indicator, index: number): number {
  const above = numerator.months[index]?.value ?? Number.NaN;
  return denominator === null ? above : above / (denominator.months[index]?.value ?? Number.NaN);
}

/** "Augusti 2025 saknas i Sjukfrånvaro!U4.", or '' where nothing is missing. */
export function faultText(indicator: R12Indicator): string {
  const fault = r12At(indicator, indicator.reported);
  if (fault === 'zero-base') return 'Nämnaren är noll.';
  if (typeof fault === 'number') return '';
  if (fault.fault === 'too-few-months') return `R12 kräver 12 månader i följd, ${fault.reported} finns.`;
  const missing = [indicator.numerator, indicator.denominator].find((series) => series !== null && Number.isNaN(series.months[fault.index]?.value));
  const series = missing ?? indicator.numerator;
  const month = monthInWords(series.months[fault.index]?.label ?? 'En månad');
  return `${month.charAt(0).toUpperCase()}${month.slice(1)} saknas i ${monthAddress(series, fault.index)}.`;
}
