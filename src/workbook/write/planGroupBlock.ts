import { COUNTING_STATUSES } from '../../core/measureStatus';
import { cellAddress, parseArea } from '../address';
import type { PlanForecast, PlanInput, PlanMeasure, SourceCell } from '../plan';
import { yearSum, type EffectRows } from './effektPerManad';
import { PLAN_COLUMN, planHeadings, RIGHT_ALIGNED } from './planColumns';
import { GROUP_BLOCK, isLineKey, type PlanGroup, type PlanLine } from './planLayout';
import { plainHeading } from './plainHeading';
import { AIR, type CellSource, type DraftBlock, type DraftCell, type DraftRow } from './sheetDraft';
import { avvikelseFormat, INVISIBLE_FORMAT, LOOK, MONTH_FORMAT, percentFormat, plainFormat, styled } from './sheetStyle';
import { formula, formulaNumber, sourceReference } from './sourceReference';
import type { SpecStyle, SpecValue } from './sheetSpec';

const C = PLAN_COLUMN;
/** Excel serial of 1 January 1970. */
const UNIX_EPOCH = 25569;
const MS_PER_DAY = 86_400_000;
const AMOUNT = styled(LOOK.item, { numberFormat: plainFormat(0) });
const DAY = styled(LOOK.item, { numberFormat: MONTH_FORMAT, horizontal: 'right' });

/** One verksamhet: its deviation and requirement, its measures with an empty row to fill in, what counts, and what is left to find. */
export function planGroupBlock(group: PlanGroup, plan: PlanInput, effects: EffectRows): DraftBlock {
  return {
    id: `${GROUP_BLOCK}${group.key}`,
    rows: [
      AIR,
      { key: 'rubrik', kind: 'heading', cells: [{ value: group.verksamhet, style: LOOK.blockTitle }] },
      forecastLine(group.forecast, plan.forecastBasis),
      requirementLine(group),
      { key: 'kolumner', kind: 'head', cells: planHeadings(plan.year).map((value, column) => ({ value, style: headLook(column) })) },
      ...group.lines.map((line, index) => measureLine(group, line, index + 1, effects)),
      countedLine(group),
      proposedLine(group),
      toFindLine(group),
    ],
  };
}

/** Status stands right of a figure: a step in keeps them apart. */
const STEP_IN: SpecStyle = { horizontal: 'left', indent: 1 };

function headLook(column: number): SpecStyle {
  if (column === C.edge) return {};
  if (column === C.status) return styled(LOOK.columnHead, STEP_IN);
  return RIGHT_ALIGNED.has(column) ? LOOK.columnHeadRight : LOOK.columnHead;
}

/** A row with a label and amounts in the columns of this year's and the full year's effect. */
function amountLine(key: string, label: string, look: SpecStyle, cells: Readonly<Record<number, DraftCell>>): DraftRow {
  const blank: DraftCell = { value: null, style: look };
  const row = Array.from({ length: C.followUp + 1 }, (_, column): DraftCell => cells[column] ?? blank);
  row[C.name] = { value: label, style: look };
  return { key, kind: 'sum', cells: row };
}

function forecastLine(forecast: PlanForecast | null, basis: PlanInput['forecastBasis']): DraftRow {
  const label = basis === 'final' ? 'Budgetavvikelse, utfall mot helårsbudget' : 'Prognosavvikelse';
  const style = styled(LOOK.item, { numberFormat: avvikelseFormat('tkr'), horizontal: 'right' });
  return amountLine('avvikelse', label, LOOK.item, {
    [C.effectYear]: forecast === null ? { value: '–', style } : { value: avvikelseFormula(forecast), style, source: cellSource(forecast.compared) },
  });
}

function avvikelseFormula({ budget, compared, sign }: PlanForecast): SpecValue {
  const [from, to] = sign === 1 ? [budget, compared] : [compared, budget];
  return formula(`(${reference(to)}-${subtrahend(from)})${scale(budget.toTkr)}`);
}

/** A cell of the user's inside a formula; a figure stored as text stands as its value, since Excel would not count with it. */
function reference(cell: SourceCell): string {
  const area = parseArea(cell.cell);
  if (cell.isText || area === null) return formulaNumber(Number(cell.value));
  return sourceReference(cell.sheet, area.top, area.left);
}

const subtrahend = (cell: SourceCell): string => (cell.isText && Number(cell.value) < 0 ? `(${reference(cell)})` : reference(cell));

const scale = (toTkr: number): string => (toTkr === 1 ? '' : toTkr > 1 ? `*${formulaNumber(toTkr)}` : `/${formulaNumber(1 / toTkr)}`);

const cellSource = ({ sheet, cell, value }: SourceCell): CellSource => ({ sheet, cell, value });

function requirementLine({ requirement, forecast, forecastRow }: PlanGroup): DraftRow {
  const style = AMOUNT;
  const own = cellAddress(forecastRow, C.effectYear);
  const value: SpecValue =
    requirement?.source !== undefined
      ? formula(`${reference(requirement.source)}${scale(requirement.source.toTkr)}`)
      : (requirement?.amountTkr ?? (forecast === null ? 0 : formula(`MAX(0,-${own})`)));
  const source = requirement?.source === undefined ? {} : { source: cellSource(requirement.source) };
  const stated = plainHeading(requirement?.label ?? '');
  const label = stated !== '' ? stated : forecast === null ? 'Åtgärdskrav' : 'Åtgärdskrav, lika med underskottet';
  return amountLine('krav', label, LOOK.item, { [C.effectYear]: { value, style, ...source }, [C.helarseffekt]: { value, style, ...source } });
}

function measureLine(group: PlanGroup, line: PlanLine, number: number, effects: EffectRows): DraftRow {
  const { planRow } = line;
  // What the user has changed on the sheet is kept there; the print of the cell tells what it was changed from.
  const measure = line.measure?.toldElsewhere ?? line.measure;
  const at = (column: number): string => cellAddress(planRow, column);
  const isEmpty = measure === null;
  const isOwn = isLineKey(line.key);
  const offered = (value: string | number | null | undefined, say: (value: string | number) => string = String): Pick<DraftCell, 'offered'> => (isEmpty ? {} : { offered: value === null || value === undefined ? '' : say(value) });
  const text = (value: string | undefined, look: SpecStyle = LOOK.itemText): DraftCell => ({ value: value === undefined || value === '' ? null : value, style: isOwn ? LOOK.user : look, isUsers: isEmpty, ...offered(value) });
  const owned = (value: string | undefined, look: SpecStyle = LOOK.user): DraftCell => ({ value: value === undefined || value === '' ? null : value, style: look, isUsers: isEmpty, ...offered(value) });
  const figure = (value: number | null | undefined, style: SpecStyle, say?: (value: string | number) => string): DraftCell => ({ value: value ?? null, style: isOwn ? styled(LOOK.user, { numberFormat: style.numberFormat, horizontal: 'right', wrap: false }) : style, isUsers: isEmpty, ...offered(value, say) });
  const [lastYear, thisYear, nextYear] = [0, 1, 2].map((year) => yearSum(effects, `$${at(C.edge)}`, year));
  const cannot = `OR(NOT(ISNUMBER(${at(C.start)})),NOT(ISNUMBER(${at(C.helarseffekt)})),AND(ISNUMBER(${at(C.end)}),${at(C.end)}<${at(C.start)}))`;
  const cells: DraftCell[] = [];
  cells[C.number] = { value: number, style: styled(LOOK.item, { horizontal: 'left' }) };
  cells[C.name] = text(measure?.name);
  cells[C.description] = text(measure?.description);
  cells[C.responsible] = owned(measure?.responsible);
  cells[C.start] = figure(measure?.start, DAY, sayDay);
  cells[C.effectYear] = {
    value: formula(`IF(${cannot},IF(${at(C.enteredEffect)}="","",${at(C.enteredEffect)}),${thisYear}-IF(${at(C.outsideFrame)}="Ja",0,${lastYear}))`),
    style: AMOUNT,
  };
  cells[C.helarseffekt] = { ...figure(null, AMOUNT), ...sourced(measure, 'helarseffekt', measure?.helarseffektTkr ?? null) };
  cells[C.realised] = { ...figure(null, AMOUNT), ...sourced(measure, 'realised', measure?.realisedTkr ?? null) };
  cells[C.status] = owned(measure?.status ?? undefined, styled(LOOK.user, STEP_IN));
  cells[C.followUp] = owned(measure?.followUp);
  cells[C.end] = figure(measure?.end, DAY, sayDay);
  cells[C.ramp] = figure(measure?.rampMonths, AMOUNT);
  cells[C.probability] = figure(measure?.probability, styled(LOOK.item, { numberFormat: percentFormat(false, 0) }));
  cells[C.riskAdjusted] = { value: formula(`IF(COUNT(${at(C.probability)},${at(C.effectYear)})<2,"",${at(C.probability)}*${at(C.effectYear)})`), style: AMOUNT };
  cells[C.oneOffCost] = figure(measure?.oneOffCostTkr, AMOUNT);
  cells[C.netEffect] = { value: formula(`IF(ISNUMBER(${at(C.effectYear)}),${at(C.effectYear)}-ABS(N(${at(C.oneOffCost)})),"")`), style: AMOUNT };
  cells[C.inForecast] = text(isEmpty ? undefined : measure.inForecast ? 'Ja' : 'Nej');
  cells[C.outsideFrame] = text(isEmpty ? undefined : measure.outsideBudgetFrame ? 'Ja' : 'Nej');
  cells[C.nextYear] = { value: formula(`IF(${cannot},"",${nextYear}-${thisYear})`), style: AMOUNT };
  cells[C.enteredEffect] = { ...figure(null, AMOUNT), ...sourced(measure, 'effectYear', measure?.enteredEffectTkr ?? null) };
  cells[C.reducesYear] = { value: reduces(group, planRow, C.effectYear), style: AMOUNT };
  cells[C.reducesFull] = { value: reduces(group, planRow, C.helarseffekt), style: AMOUNT };
  cells[C.consequence] = text(measure?.consequence);
  cells[C.edge] = { value: line.id, style: { numberFormat: INVISIBLE_FORMAT } };
  return { key: line.key, kind: 'body', cells };
}

/** A day as the dry run tells it: "2025-05-01". */
function sayDay(value: string | number): string {
  return typeof value === 'number' ? new Date(Math.round((value - UNIX_EPOCH) * MS_PER_DAY)).toISOString().slice(0, 10) : value;
}

/** An amount that stands in the user's sheet is shown by a formula that refers to it; any other is a value. */
function sourced(measure: PlanMeasure | null, field: 'helarseffekt' | 'realised' | 'effectYear', amountTkr: number | null): Pick<DraftCell, 'value' | 'source' | 'offered'> {
  const cell = measure?.source?.[field];
  if (cell === undefined || amountTkr === null) return { value: amountTkr, ...(measure === null ? {} : { offered: amountTkr === null ? '' : String(amountTkr) }) };
  return { value: cell.isText ? amountTkr : formula(`${reference(cell)}${scale(cell.toTkr)}`), source: cellSource(cell) };
}

const lineRange = (group: PlanGroup, column: number): string =>
  `${cellAddress(group.lines[0]?.planRow ?? group.headRow, column)}:${cellAddress(group.lines.at(-1)?.planRow ?? group.headRow, column)}`;

/** Sum of a column over the rows with one of the statuses. */
function sumByStatus(group: PlanGroup, column: number, statuses: readonly string[]): string {
  return statuses.map((status) => `SUMIFS(${lineRange(group, column)},${lineRange(group, C.status)},"${status}")`).join('+');
}

function countedLine(group: PlanGroup): DraftRow {
  const style = styled(LOOK.part, { numberFormat: plainFormat(0) });
  const cell = (column: number): DraftCell => ({ value: formula(sumByStatus(group, column, COUNTING_STATUSES)), style });
  return amountLine('räknas', 'Summa beslutade, pågående och genomförda', LOOK.part, {
    [C.effectYear]: cell(C.effectYear),
    [C.helarseffekt]: cell(C.helarseffekt),
    [C.realised]: cell(C.realised),
  });
}

function proposedLine(group: PlanGroup): DraftRow {
  const style = styled(LOOK.item, LOOK.muted, { numberFormat: plainFormat(0) });
  const cell = (column: number): DraftCell => ({ value: formula(sumByStatus(group, column, ['Förslag'])), style });
  return amountLine('förslag', 'Förslag, räknas inte', styled(LOOK.item, LOOK.muted), { [C.effectYear]: cell(C.effectYear), [C.helarseffekt]: cell(C.helarseffekt) });
}

/** Kvar att finna: the requirement less what reduces it, row by row. Not stopped at 0. */
function toFindLine(group: PlanGroup): DraftRow {
  const style = styled(LOOK.sum, { numberFormat: plainFormat(0) });
  const cell = (column: number, reduces: number): DraftCell => ({ value: formula(`${cellAddress(group.requirementRow, column)}-SUM(${lineRange(group, reduces)})`), style });
  return amountLine('kvar', 'Kvar att finna', LOOK.sum, {
    [C.effectYear]: cell(C.effectYear, C.reducesYear),
    [C.helarseffekt]: cell(C.helarseffekt, C.reducesFull),
  });
}

/** The requirement follows from the forecast. */
function isDerived({ requirement, forecast }: PlanGroup): boolean {
  return (requirement?.amountTkr ?? null) === null && forecast !== null;
}

/**
 * How much of an effect reduces the requirement. A budgeted requirement is reduced by all of an effect that counts; one that follows from
 * the forecast only by what the forecast does not hold: neither what it is said to hold, nor hämtat hem, which is in it already.
 */
function reduces(group: PlanGroup, planRow: number, column: number): SpecValue {
  const at = (place: number): string => cellAddress(planRow, place);
  const counts = COUNTING_STATUSES.map((status) => `${at(C.status)}="${status}"`).join(',');
  if (!isDerived(group)) return formula(`IF(OR(${counts}),N(${at(column)}),0)`);
  return formula(`IF(AND(OR(${counts}),${at(C.inForecast)}<>"Ja"),MAX(0,N(${at(column)})-N(${at(C.realised)})),0)`);
}
