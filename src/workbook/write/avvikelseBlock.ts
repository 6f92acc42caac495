import { avvikelsePercent } from '../../core/avvikelse';
import { kronorPer, type Unit } from '../../core/amount';
import { isOverThreshold, thresholdAmount, type Threshold } from '../../core/threshold';
import { totalDifference, type TotalDifference } from '../../core/totalDifference';
import { cellAddress, quoteSheetName, type Area } from '../address';
import { reportColumnOf, rowName } from '../figurePlace';
import type { ReportColumn } from '../report';
import type { AvvikelseLine, AvvikelseTable, SourceFigure } from './avvikelseLine';
import { avvikelseNotes } from './avvikelseNotes';
import { plainHeading } from './plainHeading';
import { comparedWord, comparisonText, signLine } from './sheetHead';
import { AIR, textRow, type DraftBlock, type DraftCell, type DraftRow } from './sheetDraft';
import type { SpecConditional } from './sheetSpec';
import { amountFormat, avvikelseFormat, COLOR, INVISIBLE_FORMAT, LOOK, percentFormat, styled } from './sheetStyle';
import { formula, formulaNumber } from './sourceReference';
import { MISSING, printFigure, roundedDecimals } from './sheetNumber';
import type { WritingInput } from './writingInput';

/** Columns of Avvikelseanalys. */
export const AVVIKELSE_COLUMN = { label: 0, context: 1, budget: 2, compared: 3, avvikelse: 4, percent: 5, bar: 6, judgement: 7, comment: 8, source: 9 } as const;
const AT = AVVIKELSE_COLUMN;

/** What the sheet says of an avvikelse, with a sign beside the word for those who cannot tell the colours apart. */
export const JUDGEMENT = { worse: '▼ Underskott', better: '▲ Överskott', within: 'Inom tröskeln' } as const;

/** The ends that all data bars of the sheet share, in kronor. */
export interface BarScale {
  readonly minimumKr: number;
  readonly maximumKr: number;
}

/** One scale for every bar on the sheet, so that a bar is as long as another with the same amount whatever its table's unit. */
export function barScale(tables: readonly AvvikelseTable[]): BarScale {
  const amounts = tables.flatMap(({ chosen, lines }) =>
    lines.filter(({ row }) => row.kind === 'item' && row.unit === undefined).map(({ avvikelse }) => (avvikelse ?? 0) * kronorPer(chosen.unit)),
  );
  const minimumKr = Math.min(0, ...amounts);
  const maximumKr = Math.max(0, ...amounts);
  return minimumKr === 0 && maximumKr === 0 ? { minimumKr: -1, maximumKr: 1 } : { minimumKr, maximumKr };
}

/** Rows above the first line of a table: air, heading, sign line and column heads; the first table has its heading in rows 1–4. */
const rowsAbove = (isFirst: boolean): number => (isFirst ? 1 : 4);

/** Sheet rows of a table's lines, by key. */
export function lineRows(table: AvvikelseTable, top: number, isFirst: boolean): ReadonlyMap<string, number> {
  const rounding = roundingPlace(table);
  const first = top + rowsAbove(isFirst);
  return new Map(table.lines.map((line, index) => [line.key, first + index + (rounding !== null && index >= rounding.before ? 1 : 0)]));
}

/** A budget table as a block: every row in source order with avvikelse, percent, bar, judgement, comment and source. */
export function avvikelseBlock(table: AvvikelseTable, input: WritingInput, scale: BarScale, top: number, isFirst: boolean): DraftBlock {
  const rows = lineRows(table, top, isFirst);
  const rounding = roundingPlace(table);
  const lines = table.lines.map((line) => lineRow(line, table, input, rows.get(line.key) ?? 0));
  if (rounding !== null) lines.splice(rounding.before, 0, roundingRow(table, rows, rounding.difference));
  const first = top + rowsAbove(isFirst);
  return {
    id: table.id,
    rows: [...(isFirst ? [] : headingRows(table, input)), headRow(table), ...lines, ...avvikelseNotes(table, input)],
    conditionals: conditionals(table, first, first + lines.length - 1, scale),
  };
}

function headingRows(table: AvvikelseTable, input: WritingInput): readonly DraftRow[] {
  const { chosen } = table;
  const units = new Set(input.tables.map(({ unit }) => unit));
  const unit = units.size > 1 ? `Belopp i ${chosen.unit}. ` : '';
  return [
    AIR,
    textRow('heading', 'heading', `${table.heading}, ${comparisonText(chosen.comparison.basis)}`, LOOK.blockTitle),
    textRow('note', 'sign', unit + signLine(chosen, comparedWord(chosen.comparison.basis), errorRows(table)), LOOK.headLine),
  ];
}

/** Rows whose printed avvikelse the sign rule does not give. */
export function errorRows({ lines, chosen }: AvvikelseTable): readonly number[] {
  const variance = new Set(chosen.table.columns.filter(({ field }) => field === 'variance').map(({ column }) => column));
  return lines.filter(({ finding }) => finding?.code === 'variance-mismatch' && variance.has(reportColumnOf(chosen.table, finding.cell))).map(({ row }) => row.row);
}

/** The headings of the three columns that come from the source. */
export function sourceHeadings(table: AvvikelseTable): readonly [string, string, string] {
  return [columnHeader(table.contextColumn, ''), columnHeader(table.budgetColumn, 'Budget'), columnHeader(table.comparedColumn, 'Utfall')];
}

function headRow(table: AvvikelseTable): DraftRow {
  const { chosen } = table;
  const label = chosen.table.columns.find(({ field }) => field === 'label')?.header ?? '';
  const left = (value: string): DraftCell => ({ value, style: LOOK.columnHead });
  const right = (value: string): DraftCell => ({ value, style: LOOK.columnHeadRight });
  return {
    key: 'head',
    kind: 'head',
    cells: [
      left(plainHeading(label) || 'Rad'),
      ...sourceHeadings(table).map(right),
      right(`Avvikelse ${chosen.unit}`),
      right('Avvikelse %'),
      { value: 'Avvikelse, stapel', style: styled(LOOK.columnHead, { horizontal: 'left', indent: 1 }) },
      { value: 'Bedömning', style: styled(LOOK.columnHead, { horizontal: 'left', indent: 1 }) },
      left('Kommentar (skriv här)'),
      left('Källa'),
    ],
  };
}

function columnHeader(column: ReportColumn | null, fallback: string): string {
  return column === null ? fallback : plainHeading(column.header) || fallback;
}

function lineRow(line: AvvikelseLine, table: AvvikelseTable, input: WritingInput, at: number): DraftRow {
  const { row } = line;
  const { unit } = table.chosen;
  const isTotal = line === table.total?.line;
  const base = row.kind === 'sum' ? (isTotal ? LOOK.sum : LOOK.part) : row.kind === 'section' ? LOOK.section : LOOK.item;
  const label: DraftCell = { value: line.label, style: styled(base, { wrap: true, ...(row.level > 0 ? { indent: Math.min(row.level, 5) } : {}) }) };
  if (line.budget === null || line.compared === null) return { key: line.key, kind: 'heading', cells: [label] };
  const figures = styled(base, { horizontal: 'right', numberFormat: amountFormat(unit) });
  const isForecast = table.chosen.comparison.basis === 'forecast';
  const address = (column: number): string => cellAddress(at, column);
  const percent = percentResult(line);
  return {
    key: line.key,
    kind: row.kind === 'item' ? 'body' : 'sum',
    cells: [
      label,
      line.context === null ? { value: null, style: base } : figureCell(line.context, styled(figures, table.contextColumn?.field === 'forecast' ? LOOK.forecast : {})),
      figureCell(line.budget, figures),
      figureCell(line.compared, styled(figures, isForecast ? LOOK.forecast : {})),
      { value: avvikelseFormula(line, at), result: line.avvikelse ?? MISSING, style: styled(base, { bold: true, horizontal: 'right', numberFormat: avvikelseFormat(unit) }) },
      { value: formula(`IFERROR(${address(AT.avvikelse)}/ABS(${address(AT.budget)}),"–")`), result: percent, style: styled(base, { horizontal: 'right', numberFormat: percentFormat(true) }) },
      row.kind === 'item' && row.unit === undefined
        ? { value: formula(address(AT.avvikelse)), result: line.avvikelse ?? MISSING, style: styled(base, { numberFormat: INVISIBLE_FORMAT }) }
        : { value: null, style: base },
      judgementCell(line, input.threshold, unit, at, base),
      row.kind === 'section' ? { value: null, style: base } : { value: commentOf(line, table, input), isUsers: true, style: styled(LOOK.user, isTotal ? LOOK.sum : {}, { bold: false }) },
      { value: `${rowName(table.chosen.table, row.row)}${line.finding === null ? '' : ' !'}`, link: `${quoteSheetName(table.chosen.table.sheet)}!${line.compared.source.cell}`, style: styled(base, LOOK.link, { bold: false }) },
    ],
  };
}

function figureCell(figure: SourceFigure, style: DraftCell['style']): DraftCell {
  return { value: figure.value, result: figure.result, source: figure.source, ...(style === undefined ? {} : { style }) };
}

function avvikelseFormula(line: AvvikelseLine, at: number): ReturnType<typeof formula> {
  const budget = cellAddress(at, AT.budget);
  const compared = cellAddress(at, AT.compared);
  const isPlain = line.budget?.held !== 'none' && line.compared?.held !== 'none';
  const [from, less] = line.signRule === 'costs-negative' ? [compared, budget] : [budget, compared];
  if (isPlain) return formula(`${from}-${less}`);
  return formula(`IF(COUNT(${budget}:${compared})<${line.isOneSided ? 1 : 2},"–",N(${from})-N(${less}))`);
}

function percentResult(line: AvvikelseLine): number | string {
  if (line.avvikelse === null || typeof line.budget?.result !== 'number' || line.budget.result === 0) return MISSING;
  const compared = typeof line.compared?.result === 'number' ? line.compared.result : 0;
  const share = avvikelsePercent(line.budget.result, compared, line.signRule);
  return typeof share === 'number' ? share : MISSING;
}

/** The judgement in words, by the same threshold as the pane. The last decimals are rounded off: they are residue of binary numbers. */
function judgementCell(line: AvvikelseLine, threshold: Threshold, unit: Unit, at: number, base: DraftCell['style']): DraftCell {
  if (line.row.unit !== undefined) return { value: null, ...(base === undefined ? {} : { style: base }) };
  const amount = cellAddress(at, AT.avvikelse);
  const share = cellAddress(at, AT.percent);
  const limit = formulaNumber(thresholdAmount(threshold, unit));
  const isOver = `AND(ROUND(ABS(N(${amount})),6)>=${limit},OR(NOT(ISNUMBER(${share})),ROUND(ABS(N(${share})),9)>=${formulaNumber(threshold.share)}))`;
  return {
    value: formula(`IF(ISNUMBER(${amount}),IF(${isOver},IF(${amount}<0,"${JUDGEMENT.worse}","${JUDGEMENT.better}"),"${JUDGEMENT.within}"),"–")`),
    result: judgementOf(line, threshold, unit),
    style: styled(base, LOOK.muted, { horizontal: 'left', indent: 1 }),
  };
}

/** "▼ Underskott", "▲ Överskott", "Inom tröskeln", or "–" where nothing is compared. */
export function judgementOf(line: AvvikelseLine, threshold: Threshold, unit: Unit): string {
  if (line.avvikelse === null) return MISSING;
  const budget = typeof line.budget?.result === 'number' ? line.budget.result : 0;
  if (line.avvikelse === 0 || !isOverThreshold(line.avvikelse, budget, unit, threshold)) return JUDGEMENT.within;
  return line.avvikelse < 0 ? JUDGEMENT.worse : JUDGEMENT.better;
}

/** What the user has written in the pane, else the comment that the source itself has. */
function commentOf(line: AvvikelseLine, { chosen }: AvvikelseTable, input: WritingInput): string | null {
  const column = chosen.table.columns.find(({ field }) => field === 'comment')?.column;
  return input.comments.get(line.key) ?? (column === undefined ? null : (line.row.texts?.[column] ?? null));
}

interface Rounding {
  /** Index of the line that the row stands above. */
  readonly before: number;
  readonly difference: TotalDifference;
}

/** What separates the printed total from its parts; null where they agree or there is no total. */
function roundingPlace({ total, lines }: AvvikelseTable): Rounding | null {
  if (total === null || total.parts.length === 0) return null;
  const difference = differenceOf(total.line, total.parts);
  if (difference.judgement === 'none') return null;
  const at = lines.indexOf(total.line);
  const last = Math.max(...total.parts.map((part) => lines.indexOf(part)));
  return { before: at > last ? at : last + 1, difference };
}

/** What separates the avvikelse of a total from those of the lines that it is set against. */
export function differenceOf(total: AvvikelseLine, parts: readonly AvvikelseLine[]): TotalDifference {
  const figures = [...parts, total].flatMap((line) => [line.budget?.result, line.compared?.result]).filter((value) => typeof value === 'number');
  return totalDifference(total.avvikelse ?? 0, parts.flatMap((part) => part.avvikelse ?? []), figures);
}

/** What the difference between a total and its parts is called. */
export function differenceLabel({ judgement }: TotalDifference): string {
  return judgement === 'difference' ? 'Skillnad mot totalen' : 'Avrundning';
}

function roundingRow(table: AvvikelseTable, rows: ReadonlyMap<string, number>, difference: TotalDifference): DraftRow {
  const { total, chosen } = table;
  const cell = (key: string | undefined): string => cellAddress(rows.get(key ?? '') ?? 0, AT.avvikelse);
  const parts = (total?.parts ?? []).map((part) => rows.get(part.key) ?? 0);
  const { amount, tolerance, judgement } = difference;
  const isRounding = judgement === 'rounding';
  const style = styled(LOOK.item, { horizontal: 'right', numberFormat: avvikelseFormat(chosen.unit) });
  const word = isRounding ? `Ryms i ${printFigure(tolerance, roundedDecimals(tolerance) ?? 2)}` : 'Mer än avrundning';
  const blank = { value: null, style: LOOK.item };
  return {
    key: 'rounding',
    kind: 'note',
    cells: [
      { value: differenceLabel(difference), style: LOOK.item },
      blank, blank, blank,
      { value: formula(`${cell(total?.line.key)}-${sumOf(parts)}`), result: amount, style },
      blank, blank,
      { value: word, style: styled(LOOK.item, isRounding ? LOOK.muted : LOOK.warning, { horizontal: 'left', indent: 1 }) },
      blank, blank,
    ],
  };
}

/** SUM over the rows, runs of neighbours as ranges: SUM(E7:E9,E12). */
function sumOf(rows: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run !== undefined && row === run.last + 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  return `SUM(${runs.map(({ first, last }) => (first === last ? cellAddress(first, AT.avvikelse) : `${cellAddress(first, AT.avvikelse)}:${cellAddress(last, AT.avvikelse)}`)).join(',')})`;
}

function conditionals({ chosen }: AvvikelseTable, first: number, last: number, scale: BarScale): readonly SpecConditional[] {
  const area = (left: number, right = left): Area => ({ top: first, left, bottom: last, right });
  const amount = cellAddress(first, AT.avvikelse);
  const word = cellAddress(first, AT.judgement);
  const inUnit = (kr: number): number => kr / kronorPer(chosen.unit);
  return [
    { type: 'dataBar', area: area(AT.bar), minimum: inUnit(scale.minimumKr), maximum: inUnit(scale.maximumKr), positive: COLOR.barBetter, negative: COLOR.barWorse },
    { type: 'formula', area: area(AT.avvikelse, AT.percent), formula: `=AND(ISNUMBER($${amount}),$${amount}<0)`, color: COLOR.worse },
    { type: 'formula', area: area(AT.avvikelse, AT.percent), formula: `=AND(ISNUMBER($${amount}),$${amount}>0)`, color: COLOR.better },
    { type: 'formula', area: area(AT.judgement), formula: `=LEFT($${word},1)="▼"`, color: COLOR.worse },
    { type: 'formula', area: area(AT.judgement), formula: `=LEFT($${word},1)="▲"`, color: COLOR.better },
  ];
}
