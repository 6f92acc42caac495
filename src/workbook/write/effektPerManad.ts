import { serialOf } from '../../core/month';
import { cellAddress, columnLetters, quoteSheetName } from '../address';
import { layOutPlan, type PlanLayout, type PlanLine } from './planLayout';
import { PLAN_COLUMN } from './planColumns';
import { sheetHead, writtenText } from './sheetHead';
import { VERSION_PROPERTY } from './sheetProperty';
import { helperColumn, stackBlocks, type BlockBuilder, type DraftBlock, type DraftCell, type DraftColumn, type DraftRow, type SheetDraft } from './sheetDraft';
import { COLOR, LOOK, MONTH_FORMAT, plainFormat, styled } from './sheetStyle';
import { formula } from './sourceReference';
import type { WritingInput } from './writingInput';

/** 0-based columns of Effekt per månad. */
const EFFECT_COLUMN = { name: 0, verksamhet: 1, start: 2, end: 3, ramp: 4, helarseffekt: 5, firstMonth: 6 } as const;

const MONTHS = 12;
const YEARS = 3;
/** Which of the three years the plan is for; its months are shown, the others' only as sums. */
const PLAN_YEAR = 1;
const NOTHING_FOR_ZERO = '#,##0;"−"#,##0;';
/** Rows of the draft with the years and with the first day of each month. */
const YEAR_ROW = 5;
const MONTH_ROW = 6;

/** 0-based columns of a year's months and of its sum; year 0 is the year before the plan's. */
export function yearColumns(year: number): { readonly first: number; readonly last: number; readonly sum: number } {
  const first = EFFECT_COLUMN.firstMonth + year * (MONTHS + 1);
  return { first, last: first + MONTHS - 1, sum: first + MONTHS };
}

/** Columns right of the print: the measure's id, and its place among the rows of the plan. */
const ID = 0;
const PLACE = 1;

/** The rows of Effekt per månad, as formulas of the plan look them up. */
export interface EffectRows {
  readonly sheet: string;
  readonly rows: PlanLayout['effectRows'];
}

/**
 * A year's effect of one measure, as the plan takes it from Effekt per månad: by the measure's id and not by address, so that either sheet
 * can be sorted.
 * @param id address of the id in the plan's row
 * @example yearSum({ sheet: 'Effekt per månad', rows: [7, 9] }, '$X21', 1) // "SUMIF('Effekt per månad'!$AU$8:$AU$10,$X21,'Effekt per månad'!$AF$8:$AF$10)"
 */
export function yearSum({ sheet, rows }: EffectRows, id: string, year: number): string {
  const range = (column: number): string => fixedRange(sheet, rows, column);
  return `SUMIF(${range(idColumn())},${id},${range(yearColumns(year).sum)})`;
}

const idColumn = (): number => helperColumn({ columns: sheetColumns() }, ID);

function fixedRange(sheet: string, [first, last]: readonly [number, number], column: number): string {
  const letters = columnLetters(column);
  return `${quoteSheetName(sheet)}!$${letters}$${first + 1}:$${letters}$${last + 1}`;
}

/**
 * The effect of one measure in one month: helårseffekt ÷ 12 × the share of the month's days in force × the share of the ramp. It needs no
 * add-in. The month stands as its first day in the heading row; an end is included; without a start the effect is 0.
 * @param row 0-based row of the measure
 * @param column 0-based column of the month
 */
function monthFormula(row: number, column: number): string {
  const at = (place: number): string => `$${cellAddress(row, place)}`;
  const [start, end, ramp, full] = [EFFECT_COLUMN.start, EFFECT_COLUMN.end, EFFECT_COLUMN.ramp, EFFECT_COLUMN.helarseffekt].map(at);
  const month = cellAddress(MONTH_ROW, column).replace(/(\d+)$/, '$$$1');
  const next = `EDATE(${month},1)`;
  const days = `MAX(0,MIN(IF(${end}="",DATE(9999,1,1),${end}+1),${next})-MAX(${start},${month}))/(${next}-${month})`;
  const share = `MIN(1,MAX(0,(YEAR(${month})-YEAR(${start}))*12+MONTH(${month})-MONTH(${start})+1)/MAX(1,${ramp}))`;
  return `IF(${start}="",0,${full}/12*${days}*${share})`;
}

/** The sheet behind Åtgärdsplan: a row per measure, a column per month over last year, the plan's year and next. */
export function buildEffektPerManad(input: WritingInput, layout: PlanLayout = layOutPlan(input.plan)): SheetDraft {
  const planSheet = input.names.get('atgardsplan') ?? 'Åtgärdsplan';
  const name = input.names.get('effektPerManad') ?? 'Effekt per månad';
  const rowsOf = (lines: readonly PlanLine[], heading: string | null, amount: string): readonly DraftRow[] => [
    ...(heading === null || lines.length === 0 ? [] : [{ key: heading, kind: 'heading' as const, cells: [{ value: heading, style: LOOK.section }] }]),
    ...lines.map((line) => measureRow(line, { sheet: planSheet, rows: layout.planRows }, amount)),
  ];
  const measures = [...rowsOf(layout.computed, null, plainFormat(0)), ...rowsOf(layout.lacking, 'Startmånad eller helårseffekt saknas', plainFormat(0))];
  const unused: BlockBuilder = () => ({ id: 'tomma', rows: rowsOf(layout.empty, 'Rader i planen som inte är ifyllda', NOTHING_FOR_ZERO), isUnprinted: true });
  return {
    kind: 'effektPerManad',
    name,
    columns: sheetColumns(),
    helperColumns: [{ width: 11, hidden: true }, { width: 6, hidden: true }],
    blocks: stackBlocks([
      () =>
        sheetHead({
          title: 'Effekt per månad',
          subtitle: input.namnd,
          signLine: 'Teckenregel: effekt + förbättrar resultatet. Effekten är helårseffekt ÷ 12 gånger andelen av månaden i kraft, efter infasning. Utan startmånad blir den 0.',
          note: `${measures.length === 0 ? 'Planen har inga åtgärder än. ' : ''}Belopp i tkr. Hör till bladet ${planSheet}, där start, slut, infasning och helårseffekt ändras. ${writtenText(input)}`,
        }),
      () => ({ id: 'rubriker', rows: headRows(input.plan.year) }),
      (top) => ({ id: 'åtgärder', rows: measures, conditionals: quietZeros(top, measures.length) }),
      layout.empty.length === 0 ? null : unused,
    ]),
    frozenRows: MONTH_ROW + 1,
    frozenColumns: EFFECT_COLUMN.name + 1,
    footer: input.namnd,
    properties: new Map([[VERSION_PROPERTY, input.version]]),
  };
}

function sheetColumns(): readonly DraftColumn[] {
  const years = Array.from({ length: YEARS }, (_, year): readonly DraftColumn[] => [
    ...Array.from({ length: MONTHS }, () => ({ width: 6.5, group: `år ${year}`, isOpen: year === PLAN_YEAR })),
    { width: 10 },
  ]);
  return [{ width: 34 }, { width: 22 }, { width: 9 }, { width: 9 }, { width: 10 }, { width: 9 }, ...years.flat()];
}

/** A month without effect is there, but steps back behind the figures. */
function quietZeros(top: number, count: number): DraftBlock['conditionals'] {
  if (count === 0) return [];
  return Array.from({ length: YEARS }, (_, year) => {
    const { first, last } = yearColumns(year);
    return { type: 'formula' as const, area: { top, bottom: top + count - 1, left: first, right: last }, formula: `=${cellAddress(top, first)}=0`, color: COLOR.lineQuiet };
  });
}

function headRows(planYear: number): readonly DraftRow[] {
  const yearOf = (year: number): number => planYear - 1 + year;
  const years: (DraftCell | undefined)[] = [];
  const head: DraftCell[] = ['Åtgärd', 'Verksamhet'].map((value) => ({ value, style: LOOK.columnHead }));
  head.push(...['Start', 'Slut', 'Infasning (mån)', 'Helårs-\neffekt'].map((value) => ({ value, style: LOOK.columnHeadRight })));
  for (let year = 0; year < YEARS; year++) {
    const { first, last, sum } = yearColumns(year);
    years[first] = { value: yearOf(year), style: styled(LOOK.section, { numberFormat: '0', horizontal: 'left' }) };
    for (let column = first; column <= last; column++) {
      head[column] = { value: serialOf(yearOf(year), column - first + 1, 1), style: styled(LOOK.columnHeadRight, { numberFormat: 'mmm' }) };
    }
    head[sum] = { value: `Summa ${yearOf(year)}`, style: LOOK.columnHeadRight };
  }
  return [
    { key: 'år', kind: 'heading', cells: Array.from({ length: YEAR_ROW + years.length }, (_, column) => years[column]) },
    { key: 'månader', kind: 'head', cells: head },
  ];
}

/**
 * Everything the measure needs is taken from the plan, so that a date changed there moves the effect at once. Its row is looked up by id:
 * wherever the user sorts it to, its figures come along. A row that is gone from the plan gives nothing.
 */
function measureRow(line: PlanLine, plan: { readonly sheet: string; readonly rows: PlanLayout['planRows'] }, numberFormat: string): DraftRow {
  const [id, place] = [ID, PLACE].map((index) => `$${cellAddress(line.effectRow, idColumn() + index)}`);
  const found = (column: number): string => `INDEX(${fixedRange(plan.sheet, plan.rows, column)},${place})`;
  const number = (column: number, missing: string): DraftCell['value'] => formula(`IF(${place}=0,${missing},IF(ISNUMBER(${found(column)}),${found(column)},${missing}))`);
  const amount = styled(LOOK.item, { numberFormat });
  const day = styled(LOOK.item, { numberFormat: MONTH_FORMAT, horizontal: 'right' });
  const cells: DraftCell[] = [
    { value: formula(`IF(${place}=0,"",IF(${found(PLAN_COLUMN.name)}="","",${found(PLAN_COLUMN.name)}))`), style: LOOK.itemText },
    { value: line.verksamhet, style: LOOK.itemText },
    { value: number(PLAN_COLUMN.start, '""'), style: day },
    { value: number(PLAN_COLUMN.end, '""'), style: day },
    { value: number(PLAN_COLUMN.ramp, '0'), style: amount },
    { value: number(PLAN_COLUMN.helarseffekt, '0'), style: amount },
  ];
  for (let year = 0; year < YEARS; year++) {
    const { first, last, sum } = yearColumns(year);
    for (let column = first; column <= last; column++) cells[column] = { value: formula(monthFormula(line.effectRow, column)), style: amount };
    const range = `${cellAddress(line.effectRow, first)}:${cellAddress(line.effectRow, last)}`;
    cells[sum] = { value: formula(`SUM(${range})`), style: styled(amount, { bold: true }) };
  }
  cells[idColumn()] = { value: line.id };
  cells[idColumn() + PLACE] = { value: formula(`IFERROR(MATCH(${id},${fixedRange(plan.sheet, plan.rows, PLAN_COLUMN.edge)},0),0)`) };
  return { key: line.key, kind: 'body', cells };
}
