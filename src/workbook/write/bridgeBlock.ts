import { unitDecimals, type Unit } from '../../core/amount';
import { areaAddress, cellAddress, type Area } from '../address';
import { leafRows } from '../budgetRows';
import { AVVIKELSE_COLUMN, differenceLabel, differenceOf, JUDGEMENT, judgementOf } from './avvikelseBlock';
import type { AvvikelseLine, AvvikelseTable } from './avvikelseLine';
import { comparisonText } from './sheetHead';
import { AIR, airRows, textRow, type DraftBlock, type DraftCell, type DraftRow } from './sheetDraft';
import type { SpecChart } from './sheetSpec';
import { amountFormat, avvikelseFormat, COLOR, LOOK } from './sheetStyle';
import { formula } from './sourceReference';
import { printAmount } from './sheetNumber';
import type { WritingInput } from './writingInput';

/** As many columns as have room for their names below them on a page. */
const MOST_STEPS = 8;
const LONGEST_LABEL = 34;
/** What the sentence above the chart has room for on the printed page. */
const LONGEST_SENTENCE = 150;
const CHART_ROWS = 19;
/** Excel's limits: 255 arguments of a function, 8 192 characters of a formula. */
const MOST_ARGUMENTS = 255;
const LONGEST_FORMULA = 8000;

/** One column of the bridge. `rows` are the sheet rows whose avvikelse it adds up. */
interface Step {
  readonly label: string;
  readonly kind: 'start' | 'change' | 'rest' | 'end';
  readonly lines: readonly AvvikelseLine[];
  readonly amount: number;
}

/** The bridge from budget to outcome or forecast: what it shows, and in words. */
export interface Bridge {
  readonly steps: readonly Step[];
  readonly title: string;
  readonly sentence: string;
}

/**
 * The steps of a bridge: deficits over the threshold from the largest down, then surpluses, then the rest, then the difference to the
 * printed total. The steps always sum to the total.
 * @returns null where the table has fewer than two parts to show, or no avvikelse at all
 */
export function planBridge(table: AvvikelseTable, input: WritingInput): Bridge | null {
  const { chosen } = table;
  const parts = bridgeParts(table);
  if (parts.length < 2 || parts.every((line) => line.avvikelse === 0)) return null;
  const amount = (line: AvvikelseLine): number => line.avvikelse ?? 0;
  const names = namesOf(table);
  const size = (line: AvvikelseLine): number => Math.abs(amount(line));
  const judged = parts.filter((line) => judgementOf(line, input.threshold, chosen.unit) !== JUDGEMENT.within);
  // A few parts are all shown. Of many, what is shown by itself is never smaller than what is hidden among the others.
  const least = Math.min(...(parts.length <= MOST_STEPS || judged.length === 0 ? parts : judged).map(size));
  const large = parts.filter((line) => amount(line) !== 0 && size(line) >= least).sort((a, b) => size(b) - size(a)).slice(0, MOST_STEPS);
  const worse = large.filter((line) => amount(line) < 0);
  const better = large.filter((line) => amount(line) > 0);
  const shown = new Set([...worse, ...better]);
  const hidden = parts.filter((line) => !shown.has(line));
  // What has no avvikelse at all needs no column.
  const rest = hidden.every((line) => amount(line) === 0) ? [] : hidden;
  const sum = (lines: readonly AvvikelseLine[]): number => lines.reduce((total, line) => total + amount(line), 0);
  const total = table.total?.line.avvikelse ?? sum(parts);
  const difference = table.total === null ? null : differenceOf(table.total.line, parts);
  const change = (line: AvvikelseLine): Step => ({ label: names(line), kind: 'change', lines: [line], amount: amount(line) });
  const steps: readonly Step[] = [
    { label: 'Budget', kind: 'start', lines: [], amount: 0 },
    ...worse.map(change),
    ...better.map(change),
    ...(rest.length === 0 ? [] : [{ label: restLabel(rest, names), kind: 'change' as const, lines: rest, amount: sum(rest) }]),
    ...(difference === null || difference.judgement === 'none' ? [] : [{ label: differenceLabel(difference), kind: 'rest' as const, lines: [], amount: difference.amount }]),
    { label: chosen.comparison.basis === 'forecast' ? 'Prognos' : 'Utfall', kind: 'end', lines: table.total === null ? [] : [table.total.line], amount: total },
  ];
  return { steps, ...bridgeWords(worse, better, total, chosen.unit, names) };
}

function restLabel(rest: readonly AvvikelseLine[], name: Naming): string {
  const [only] = rest;
  return rest.length === 1 && only !== undefined ? name(only) : `${rest.length} övriga`;
}

type Naming = (line: AvvikelseLine) => string;

/**
 * The names under the columns: without the word that says that a line is a sum, told apart by their section where two lines have one
 * name, and as long as there is room for.
 */
function namesOf({ lines }: AvvikelseTable): Naming {
  const plain = ({ label, row }: AvvikelseLine): string => {
    const name = row.kind === 'sum' ? label.replace(/^(delsumma|summa|s:a|totalt)[\s:]+(?=\S)/i, '') : label;
    return name === label ? label : name.charAt(0).toUpperCase() + name.slice(1);
  };
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(plain(line), (counts.get(plain(line)) ?? 0) + 1);
  const sectionOf = (line: AvvikelseLine): string => lines.slice(0, lines.indexOf(line)).filter(({ row }) => row.kind === 'section').at(-1)?.label ?? '';
  return (line) => {
    const section = (counts.get(plain(line)) ?? 0) > 1 ? sectionOf(line) : '';
    const name = section === '' ? plain(line) : `${plain(line)} (${section})`;
    return name.length <= LONGEST_LABEL ? name : `${name.slice(0, LONGEST_LABEL).replace(/\s+\S*$/, '').slice(0, LONGEST_LABEL - 1)}…`;
  };
}

/** What the total sums; where that is only one or two sums, what they sum in turn. Without a total: the items that it would be made of. */
function bridgeParts({ chosen, total, lines }: AvvikelseTable): readonly AvvikelseLine[] {
  const comparable = (line: AvvikelseLine): boolean => line.avvikelse !== null && line.row.unit === undefined;
  if (total === null) {
    const leaves = new Set(leafRows(chosen.table));
    return lines.filter((line) => leaves.has(line.row) && comparable(line));
  }
  const parts = total.parts.filter(comparable);
  if (parts.length >= 3) return parts;
  return parts.flatMap((part) => {
    const rows = new Set(part.row.parts ?? []);
    const inner = lines.filter((line) => rows.has(line.row.row) && comparable(line));
    return inner.length === 0 ? [part] : inner;
  });
}

function bridgeWords(worse: readonly AvvikelseLine[], better: readonly AvvikelseLine[], total: number, unit: Unit, name: Naming): Pick<Bridge, 'title' | 'sentence'> {
  const main = (total < 0 ? worse : better).slice(0, 2);
  const other = (total < 0 ? better : worse).slice(0, 2);
  const sum = (lines: readonly AvvikelseLine[]): number => lines.reduce((amount, line) => amount + (line.avvikelse ?? 0), 0);
  const gives = (lines: readonly AvvikelseLine[]): string => `${lines.map(name).join(' och ')} ger${lines.length > 1 ? ' tillsammans' : ''} ${printAmount(sum(lines), unit, true)} ${unit}`;
  const whole = `${printAmount(total, unit, true)} ${unit}`;
  const opposite = other.length === 0 ? '' : `, ${gives(other)}`;
  if (main.length === 0) return { title: `Budgetavvikelsen är ${whole}`, sentence: `Budgetavvikelsen är ${whole}${opposite}.` };
  // A part that is larger than the whole cannot answer for so much of it.
  if (Math.abs(sum(main)) > Math.abs(total)) {
    return { title: `Budgetavvikelsen är ${whole}, ${gives(main)}`, sentence: fitting(`${gives(main)}${opposite}. Budgetavvikelsen är ${whole}.`, `${gives(main)}. Budgetavvikelsen är ${whole}.`) };
  }
  const answers = `${main.map(name).join(' och ')} svarar för ${printAmount(sum(main), unit, true)} av budgetavvikelsen ${whole}`;
  return { title: gives(main), sentence: fitting(`${answers}${opposite}.`, `${answers}.`) };
}

const fitting = (sentence: string, shorter: string): string => (sentence.length <= LONGEST_SENTENCE ? sentence : shorter);

/**
 * The bridge as a block: the sentence, the chart over empty rows, and its figures in the helper columns beside it, outside the print.
 * Stacked columns on an invisible base; columns that cross the zero line are split at it.
 * @param rows sheet rows of the table's lines by key
 * @param helper first helper column
 */
export function bridgeBlock(bridge: Bridge, table: AvvikelseTable, input: WritingInput, rows: ReadonlyMap<string, number>, helper: number, top: number): DraftBlock {
  const { chosen } = table;
  const first = top + 4;
  const column = (index: number): Area => ({ top: first, left: helper + index, bottom: first + bridge.steps.length - 1, right: helper + index });
  const helperRows = [headCells(), ...bridge.steps.map((step, index) => stepCells(step, index, first, helper, rows, chosen.unit, bridge.steps.length, totalCell(table, rows, 'budget'), totalCell(table, rows, 'compared')))];
  const count = Math.max(CHART_ROWS, helperRows.length);
  const beside = Array.from({ length: count }, (_, index): DraftRow => {
    const cells = helperRows[index];
    return cells === undefined ? AIR : { key: `step ${index}`, kind: 'note', cells: [...Array.from({ length: helper }, () => undefined), ...cells] };
  });
  const label = (word: string): string => `${word} (${chosen.unit})`;
  const chart: SpecChart = {
    type: 'columnStacked',
    name: `Brygga ${table.id}`,
    title: bridge.title,
    categories: column(11),
    series: [
      { name: 'Bas', values: column(4), fill: 'none' },
      { name: label('Underskott'), values: column(5), fill: COLOR.barWorse },
      { name: label('Underskott under noll'), values: column(6), fill: COLOR.barWorse },
      { name: label('Överskott'), values: column(7), fill: COLOR.barBetter },
      { name: label('Överskott under noll'), values: column(8), fill: COLOR.barBetter },
      { name: label('Budgetavvikelse'), values: column(9), fill: COLOR.solid },
    ],
    area: { top: top + 3, left: 0, bottom: top + 2 + count, right: AVVIKELSE_COLUMN.source },
    hasLegend: false,
    isAxisHidden: true,
    gapWidth: 60,
  };
  const caption = `${input.namnd}. Budgetavvikelse, ${chosen.unit}. ${input.version}, ${comparisonText(chosen.comparison.basis)}. Bryggan börjar vid budgeten. + överskott, − underskott.`;
  return {
    id: `bridge ${table.id}`,
    rows: [AIR, textRow('note', 'caption', caption, LOOK.caption), textRow('note', 'sentence', bridge.sentence, LOOK.subtitle), ...beside, ...airRows(1)],
    charts: [chart],
  };
}

/** The cell with the budget, outcome or forecast of the whole table; null where it has none. */
function totalCell({ total }: AvvikelseTable, rows: ReadonlyMap<string, number>, side: 'budget' | 'compared'): string | null {
  const row = total === null || total.line[side] === null ? undefined : rows.get(total.line.key);
  return row === undefined ? null : cellAddress(row, AVVIKELSE_COLUMN[side]);
}

const HEADS = ['Steg', 'Avvikelse', 'Från', 'Till', 'Bas (osynlig)', 'Underskott', 'Underskott under noll', 'Överskott', 'Överskott under noll', 'Budgetavvikelse', 'Belopp', 'Text under stapeln'];

/** Helper columns of the bridge, in characters. */
export const BRIDGE_WIDTHS: readonly number[] = [26, 12, 12, 12, 12, 12, 12, 12, 12, 14, 12, 26];

function headCells(): readonly DraftCell[] {
  return HEADS.map((value) => ({ value, style: LOOK.columnHead }));
}

function stepCells(step: Step, index: number, first: number, helper: number, rows: ReadonlyMap<string, number>, unit: Unit, count: number, start: string | null, end: string | null): readonly DraftCell[] {
  const row = first + index;
  const at = (column: number, sheetRow = row): string => cellAddress(sheetRow, helper + column);
  const [from, to] = [at(2), at(3)];
  const cell = (expression: string, numberFormat: string): DraftCell => ({ value: formula(expression), style: { numberFormat } });
  const plain = amountFormat(unit);
  const isBar = step.kind === 'change' || step.kind === 'rest';
  const bar = (expression: string, numberFormat: string): DraftCell => (isBar ? cell(expression, numberFormat) : { value: 0, style: { numberFormat } });
  return [
    { value: step.label },
    { value: stepFormula(step, rows, at, first, count), style: { numberFormat: avvikelseFormat(unit) }, ...(step.kind === 'start' ? {} : { result: step.amount }) },
    step.kind === 'start' || step.kind === 'end' ? { value: 0, style: { numberFormat: plain } } : cell(at(3, row - 1), plain),
    step.kind === 'start' ? { value: 0, style: { numberFormat: plain } } : cell(`${at(2)}+${at(1)}`, plain),
    bar(`MAX(0,MIN(${from},${to}))+MIN(0,MAX(${from},${to}))`, ';;;'),
    bar(`IF(${to}<${from},MAX(0,${from})-MAX(0,${to}),0)`, plain),
    bar(`IF(${to}<${from},MIN(0,${to})-MIN(0,${from}),0)`, plain),
    bar(`IF(${to}>${from},MAX(0,${to})-MAX(0,${from}),0)`, plain),
    bar(`IF(${to}>${from},MIN(0,${from})-MIN(0,${to}),0)`, plain),
    step.kind === 'end' ? cell(at(1), avvikelseFormat(unit)) : { value: 0, style: { numberFormat: ';;;' } },
    shownAmount(step, at(1), start, unit),
    stepText(step, at(0), at(10), at(1), start, end, unit),
  ];
}

const roundedSize = (cell: string, unit: Unit): string => `ROUND(ABS(N(${cell})),${unitDecimals(unit)})`;

/** The amount that stands under the column, without its sign. */
function shownAmount(step: Step, amount: string, start: string | null, unit: Unit): DraftCell {
  const shown = step.kind === 'start' ? start : amount;
  return shown === null ? { value: null } : { value: formula(roundedSize(shown, unit)), style: { numberFormat: amountFormat(unit) } };
}

/**
 * The step with its amount, as text under the columns: there it can be read however low the column is. A label of a stacked column
 * would stand inside it. The last column tells what the budget has become, and the avvikelse in parentheses.
 */
function stepText(step: Step, label: string, shown: string, amount: string, start: string | null, end: string | null, unit: Unit): DraftCell {
  if (step.kind === 'start') return { value: formula(start === null ? label : `${label}&CHAR(10)&${amountText(shown, start, '', unit)}`) };
  const avvikelse = amountText(shown, amount, '+', unit);
  if (step.kind !== 'end' || end === null) return { value: formula(`${label}&CHAR(10)&${avvikelse}`) };
  return { value: formula(`${label}&CHAR(10)&${amountText(roundedSize(end, unit), end, '', unit)}&CHAR(10)&"("&${avvikelse}&")"`) };
}

/** Decimal comma and thousands are set by the formula, since a text takes no number format. */
function amountText(shown: string, of: string, plus: string, unit: Unit): string {
  const sign = `IF(${shown}=0,"",IF(N(${of})<0,"−","${plus}"))`;
  const whole = `INT(${shown})`;
  const groups = (power: number): string => (power === 0 ? whole : `INT(${shown}/${10 ** power})${[6, 3, 0].filter((lower) => lower < power).map((lower) => `&"\u00a0"&RIGHT(INT(${shown}/${10 ** lower}),3)`).join('')}`);
  const grouped = [9, 6, 3].reduceRight((smaller, power) => `IF(${shown}<${10 ** power},${smaller},${groups(power)})`, groups(0));
  const decimals = unitDecimals(unit) === 0 ? '' : `&","&ROUND((${shown}-${whole})*${10 ** unitDecimals(unit)},0)`;
  return `${sign}&${grouped}${decimals}`;
}

function stepFormula(step: Step, rows: ReadonlyMap<string, number>, at: (column: number, row?: number) => string, first: number, count: number): DraftCell['value'] {
  const cells = runsOf(step.lines.map((line) => rows.get(line.key) ?? 0)).map((run) => areaAddress({ ...run, left: AVVIKELSE_COLUMN.avvikelse, right: AVVIKELSE_COLUMN.avvikelse }));
  const last = first + count - 1;
  if (step.kind === 'start') return 0;
  if (step.kind === 'rest') return formula(`${at(1, last)}-SUM(${at(1, first)}:${at(1, last - 2)})`);
  if (cells.length === 0) return formula(`SUM(${at(1, first)}:${at(1, last - 1)})`);
  const sums = Array.from({ length: Math.ceil(cells.length / MOST_ARGUMENTS) }, (_, index) => `SUM(${cells.slice(index * MOST_ARGUMENTS, (index + 1) * MOST_ARGUMENTS).join(',')})`).join('+');
  // What no formula of Excel has room for is written as the figure that was read.
  return sums.length > LONGEST_FORMULA ? step.amount : formula(step.lines.length === 1 ? `N(${cells.join('')})` : sums);
}

/** Rows that follow each other become one run. */
function runsOf(rows: readonly number[]): readonly { readonly top: number; readonly bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run.bottom === row - 1) run.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs;
}
