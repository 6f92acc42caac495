import type { TargetWord } from '../../core/target';
import { R12_MONTHS } from '../../core/r12';
import { cellAddress } from '../address';
import { monthInWords } from '../monthNames';
import { indicatorRows, statusFormula, statusText, type IndicatorFigure, type IndicatorRow } from './indicatorRow';
import { R12_CHART_WIDTHS, r12Charts } from './r12Chart';
import { r12Goals, type R12Goal } from './r12Goal';
import { faultText, r12At, r12Formula, r12Indicators, seriesKey, withChoice, type R12Indicator, type SeriesChoice } from './r12Indicator';
import { sheetHead, writtenText } from './sheetHead';
import { helperColumn, stackBlocks, textRow, type DraftBlock, type DraftCell, type DraftColumn, type DraftRow, type SheetDraft } from './sheetDraft';
import { READ_PROPERTY, VERSION_PROPERTY, WRITTEN_PROPERTY } from './sheetProperty';
import type { SpecConditional, SpecValue } from './sheetSpec';
import { COLOR, LOOK, percentFormat, plainFormat, styled } from './sheetStyle';
import { MISSING, roundedDecimals } from './sheetNumber';
import { formula } from './sourceReference';
import type { WritingInput } from './writingInput';

const COLUMNS: readonly DraftColumn[] = [46, 14, 13, 15, 15, 21, 36].map((width) => ({ width }));
const AT = { label: 0, target: 1, current: 2, previous: 3, trend: 4, status: 5, comment: 6 } as const;

/** One row of the sheet: a figure, the one before, what it shall reach. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly isShare: boolean;
  readonly decimals: number;
  readonly target: { readonly value: SpecValue; readonly result: number | TargetWord } | null;
  readonly direction: IndicatorRow['direction'];
  readonly current: { readonly value: SpecValue; readonly result: number | string };
  readonly previous: { readonly value: SpecValue; readonly result: number | string };
  readonly comment: string | null;
}

/** Whether the workbook has anything to show on Nyckeltal R12. */
export function hasNyckeltal({ report, workbook }: WritingInput): boolean {
  return r12Indicators(report.tables, workbook).length > 0 || indicatorRows(report.tables, workbook).length > 0;
}

/** The sheet Nyckeltal R12: rolling figures over the user's months, indicators with targets, charts of the first two. */
export function buildNyckeltalR12(input: WritingInput): SheetDraft {
  const choices = input.seriesChoices ?? new Map<string, SeriesChoice>();
  const rolling = r12Indicators(input.report.tables, input.workbook).map((indicator) => withChoice(indicator, choices.get(seriesKey(indicator)) ?? {}));
  const indicators = indicatorRows(input.report.tables, input.workbook);
  const goals = r12Goals(rolling, indicators, choices);
  const used = new Set(goals.map(({ row }) => row));
  const rollingLines = rolling.map((indicator, index) => rollingLine(indicator, goals[index] ?? NO_GOAL, input));
  const lines = uniqueKeys([...rollingLines, ...indicators.filter((row) => !used.has(row)).map((row) => indicatorLine(row, input))]);
  const last = rolling[0]?.numerator.months[rolling[0].reported - 1]?.label;
  const helper = helperColumn({ columns: COLUMNS }, 0);
  return {
    kind: 'nyckeltalR12',
    name: input.names.get('nyckeltalR12') ?? 'Nyckeltal R12',
    columns: COLUMNS,
    helperColumns: R12_CHART_WIDTHS.map((width) => ({ width })),
    blocks: stackBlocks([
      () =>
        sheetHead({
          title: 'Nyckeltal R12',
          subtitle: `${input.namnd}. ${last === undefined ? 'Nyckeltal och målvärden.' : `Rullande 12 månader till och med ${monthInWords(last)}.`}`,
          signLine:
            rolling.length === 0
              ? 'Nuläge är det senaste utfallet i underlaget, föregående är utfallet före det. Status jämför nuläget med målvärdet, nära är inom 5 %.'
              : 'R12 = de senaste 12 månaderna tillsammans. Kvoter räknas som summa genom summa. Saknas en månad visas inget värde.',
          note: `${writtenText(input)} Förändring i procentenheter (p.e.) när nyckeltalet är en andel.`,
        }),
      (top) => tableBlock(lines, top),
      rolling.length === 0 ? null : (top) => r12Charts(rolling, helper, top),
    ]),
    frozenRows: 4,
    footer: `${input.namnd}. ${input.version}`,
    properties: new Map([[VERSION_PROPERTY, input.version], [WRITTEN_PROPERTY, input.writtenAt], [READ_PROPERTY, input.readAt]]),
  };
}

function uniqueKeys(lines: readonly Line[]): readonly Line[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const count = (seen.get(line.key) ?? 0) + 1;
    seen.set(line.key, count);
    return count === 1 ? line : { ...line, key: `${line.key}#${count}` };
  });
}

const NO_GOAL: R12Goal = { target: null, direction: 'higher', row: null };

function rollingLine(indicator: R12Indicator, goal: R12Goal, input: WritingInput): Line {
  const key = `r12/${indicator.numerator.sheet}/${indicator.name}`.toLowerCase();
  const figure = (reported: number): Line['current'] => {
    const result = r12At(indicator, reported);
    const expression = r12Formula(indicator, reported);
    if (expression !== null) return { value: formula(expression), result: typeof result === 'number' ? result : MISSING };
    return typeof result === 'number' ? { value: result, result } : { value: MISSING, result: MISSING };
  };
  const current = figure(indicator.reported);
  const size = typeof current.result === 'number' ? Math.abs(current.result) : 0;
  return {
    key,
    label: rollingLabel(indicator),
    isShare: indicator.isShare,
    decimals: indicator.isShare ? 1 : size >= 1000 ? 0 : 1,
    target: rollingTarget(goal),
    direction: goal.direction,
    current,
    previous: figure(indicator.reported - R12_MONTHS),
    comment: input.comments.get(key) ?? (faultText(indicator) || null),
  };
}

/** The figure, how it is rolled, and the sheet where that says more than the figure does. */
function rollingLabel({ label, method, numerator }: R12Indicator): string {
  const words = [label, ...(method === 'ratio' ? [] : [method === 'mean' ? 'medel R12' : 'summa R12']), ...(label.toLowerCase() === numerator.sheet.toLowerCase() ? [] : [numerator.sheet])];
  return words.join(', ');
}

/** The workbook's own target stays a live reference to its cell; one that the user chose is written as it is. */
function rollingTarget({ target, row }: R12Goal): Line['target'] {
  const stated = goalOf(row);
  if (target === null || stated?.result === target) return stated;
  return { value: typeof target === 'number' ? target : wordText(target), result: target };
}

function goalOf(goal: IndicatorRow | null): Line['target'] {
  if (goal === null) return null;
  if (goal.target !== null && typeof goal.target.figure.result === 'number') return { value: goal.target.figure.value, result: goal.target.figure.result };
  return goal.targetWord === null ? null : { value: wordText(goal.targetWord), result: goal.targetWord };
}

const wordText = (word: TargetWord): string => (word === 'increase' ? 'Öka' : 'Minska');

function indicatorLine(row: IndicatorRow, input: WritingInput): Line {
  const figure = (side: IndicatorFigure | null): Line['current'] => (side === null ? { value: MISSING, result: MISSING } : { value: side.figure.value, result: side.figure.result });
  const figures = [row.current, row.previous, row.target].flatMap((side) => (typeof side?.figure.result === 'number' ? [side.figure.result] : []));
  const isShare = [row.current, row.target, row.previous].some((side) => side?.isShare === true);
  const decimals = Math.min(1, Math.max(0, ...figures.map((value) => roundedDecimals(isShare ? value * 100 : value) ?? 1)));
  return {
    key: row.key,
    label: row.label,
    isShare,
    decimals,
    target: goalOf(row),
    direction: row.direction,
    current: figure(row.current),
    previous: figure(row.previous),
    comment: input.comments.get(row.key) ?? row.comment,
  };
}

function tableBlock(lines: readonly Line[], top: number): DraftBlock {
  if (lines.length === 0) return { id: 'indicators', rows: [textRow('note', 'empty', 'Inga månadsserier eller nyckeltal finns i arbetsboken.', LOOK.headLine)] };
  const heads = ['Nyckeltal', 'Målvärde', 'Nuläge', 'Föregående', 'Trend', 'Status', 'Kommentar (skriv här)'];
  const head: DraftRow = { key: 'head', kind: 'head', cells: heads.map((value, column) => ({ value, style: column >= AT.target && column <= AT.trend ? LOOK.columnHeadRight : styled(LOOK.columnHead, column === AT.status ? { horizontal: 'left', indent: 1 } : {}) })) };
  return { id: 'indicators', rows: [head, ...lines.map((line, index) => lineRow(line, top + 1 + index))], conditionals: statusColours(top + 1, top + lines.length) };
}

function lineRow(line: Line, at: number): DraftRow {
  const address = (column: number): string => cellAddress(at, column);
  const format = line.isShare ? percentFormat(false, line.decimals) : plainFormat(line.decimals);
  const figure = (cell: Line['current'], style = {}): DraftCell => ({ value: cell.value, result: cell.result, style: styled(LOOK.item, { horizontal: 'right', numberFormat: format }, style) });
  const number = (result: number | string | undefined): number | null => (typeof result === 'number' ? result : null);
  const [now, before] = [number(line.current.result), number(line.previous.result)];
  const scale = line.isShare ? 100 : 1;
  const trend = formula(`IF(COUNT(${address(AT.current)},${address(AT.previous)})<2,"–",${line.isShare ? `(${address(AT.current)}-${address(AT.previous)})*100` : `${address(AT.current)}-${address(AT.previous)}`})`);
  const goal = line.target?.result ?? null;
  const cells = { target: address(AT.target), current: address(AT.current), previous: address(AT.previous) };
  return {
    key: line.key,
    kind: 'body',
    cells: [
      { value: line.label, style: LOOK.itemText },
      line.target === null ? { value: MISSING, style: styled(LOOK.item, LOOK.muted, { horizontal: 'right' }) } : { value: line.target.value, result: typeof line.target.result === 'number' ? line.target.result : wordText(line.target.result), style: styled(LOOK.item, { horizontal: 'right', numberFormat: goalFormat(format, line) }) },
      figure(line.current, { bold: true }),
      figure(line.previous),
      { value: trend, result: now === null || before === null ? MISSING : (now - before) * scale, style: styled(LOOK.item, { horizontal: 'right', numberFormat: trendFormat(line) }) },
      {
        value: goal === null ? MISSING : formula(statusFormula(cells, goal, line.direction)),
        ...(goal === null ? {} : { result: statusText(now, goal, line.direction, before) }),
        style: styled(LOOK.item, { horizontal: 'left', indent: 1 }),
      },
      { value: line.comment, isUsers: true, style: LOOK.user },
    ],
  };
}

/** Which way the status judges stands with the goal: "minst 80", "högst 9,2". A goal of 0 is met by 0 alone. */
function goalFormat(format: string, { direction }: Line): string {
  const word = direction === 'higher' ? 'minst' : 'högst';
  const [positive = format, negative = format, zero = format] = format.split(';');
  return `"${word} "${positive};"${word} "${negative};${zero}`;
}

/** Arrow and number: "↑ +4,0 p.e.". */
function trendFormat({ isShare, decimals }: Line): string {
  const digits = `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`;
  const unit = isShare ? '" p.e."' : '';
  return `"↑ +"${digits}${unit};"↓ −"${digits}${unit};"→ "${digits}${unit}`;
}

function statusColours(first: number, last: number): readonly SpecConditional[] {
  const area = { top: first, left: AT.status, bottom: last, right: AT.status };
  const cell = `$${cellAddress(first, AT.status)}`;
  const colour = (sign: string, color: string): SpecConditional => ({ type: 'formula', area, formula: `=LEFT(${cell},1)="${sign}"`, color });
  return [colour('✓', COLOR.better), colour('✕', COLOR.worse), colour('!', COLOR.warning)];
}
