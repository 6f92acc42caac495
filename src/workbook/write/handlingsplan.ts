import { difference, sum } from '../../core/decimal';
import { cellAddress } from '../address';
import type { HandlingsplanRow } from '../plan';
import { sheetHead, writtenText } from './sheetHead';
import { VERSION_PROPERTY } from './sheetProperty';
import type { SpecStyle } from './sheetSpec';
import { AIR, stackBlocks, type DraftCell, type DraftRow, type SheetDraft } from './sheetDraft';
import { avvikelseFormat, LOOK, styled } from './sheetStyle';
import { MISSING } from './sheetNumber';
import { formula } from './sourceReference';
import type { WritingInput } from './writingInput';

const FIRST_ROW = 6;

/**
 * The other shape of the plan, for a nämnd that follows up between reporting points: the situation with the forecast of each point, the
 * change between the last two, analysis, measure, consequence and follow-up. null where the workbook holds no handlingsplan.
 */
export function buildHandlingsplan(input: WritingInput): SheetDraft | null {
  const rows = input.plan.handlingsplan;
  if (rows.length === 0) return null;
  const points = reportingPoints(rows);
  const hasChange = points.length > 1;
  const texts = 1 + points.length + (hasChange ? 1 : 0);
  const headings = [
    'Verksamhet',
    ...points.map((point) => `Situation,\nprognos\n${point}`),
    ...(hasChange ? ['Förändring'] : []),
    'Analys', 'Åtgärd', 'Konsekvens', 'Uppföljning',
  ];
  return {
    kind: 'handlingsplan',
    name: input.names.get('handlingsplan') ?? 'Handlingsplan',
    columns: headings.map((_, column) => ({ width: column === 0 ? 24 : column < texts ? 12 : 30 })),
    helperColumns: [],
    blocks: stackBlocks([
      () =>
        sheetHead({
          title: 'Handlingsplan för budget i balans',
          subtitle: `${input.namnd}. Belopp i mnkr.`,
          signLine: hasChange
            ? `Teckenregel: − underskott mot budget. Förändring = prognos ${points.at(-1)} − prognos ${points.at(-2)}. − betyder att prognosen har försämrats.`
            : 'Teckenregel: − underskott mot budget.',
          note: writtenText(input),
        }),
      () => ({
        id: 'handlingsplan',
        rows: [
          { key: 'kolumner', kind: 'head', cells: headings.map((value, column) => ({ value, style: column === 0 || column > texts ? LOOK.columnHead : column < texts ? LOOK.columnHeadRight : styled(LOOK.columnHead, STEP_IN) })) },
          ...rows.map((row, index) => planRow(row, FIRST_ROW + index, points, hasChange)),
          // A forecast that stands beside several measures of nobody in particular is the same one: it has no sum.
          ...(points.length > 0 && rows.every(({ verksamhet }) => verksamhet !== '') ? [totalRow(rows, points, hasChange)] : []),
          AIR,
        ],
      }),
    ]),
    frozenRows: FIRST_ROW,
    footer: input.namnd,
    properties: new Map([[VERSION_PROPERTY, input.version]]),
  };
}

/** The reporting points of all rows, in the order they are first named. */
function reportingPoints(rows: readonly HandlingsplanRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.situations.map((situation) => situation.reportingPoint)))];
}

/** The first text stands right of a figure: a step in keeps them apart. */
const STEP_IN: SpecStyle = { horizontal: 'left', indent: 1 };

const FIGURE = styled(LOOK.itemTop, { numberFormat: avvikelseFormat('mnkr'), horizontal: 'right' });

function amountAt(row: HandlingsplanRow, point: string): number | null {
  return row.situations.find((situation) => situation.reportingPoint === point)?.amountMnkr ?? null;
}

/** The forecast of the last reporting point less that of the one before; null where one of them has no figure. */
function changeOf(row: HandlingsplanRow, points: readonly string[]): number | null {
  const [earlier, latest] = points.slice(-2).map((point) => amountAt(row, point));
  return earlier === undefined || earlier === null || latest === undefined || latest === null ? null : difference(latest, earlier);
}

function planRow(row: HandlingsplanRow, at: number, points: readonly string[], hasChange: boolean): DraftRow {
  const amounts = points.map((point): DraftCell => ({ value: amountAt(row, point) ?? '–', style: FIGURE }));
  const [earlier, latest] = [cellAddress(at, points.length - 1), cellAddress(at, points.length)];
  const change: DraftCell = { value: formula(`IF(AND(ISNUMBER(${earlier}),ISNUMBER(${latest})),${latest}-${earlier},"–")`), result: changeOf(row, points) ?? '–', style: FIGURE };
  const text = (value: string): DraftCell => ({ value: value === '' ? null : value, style: LOOK.itemTop });
  // What the situation says without a figure is told in its own words, so that nothing of it is lost.
  const analysis = [row.situationText, row.analysis].filter((part) => part !== '').join('\n');
  return {
    key: row.key,
    kind: 'body',
    cells: [
      { value: row.verksamhet === '' ? MISSING : row.verksamhet, style: styled(LOOK.itemTop, { bold: true }) },
      ...amounts,
      ...(hasChange ? [change] : []),
      { ...text(analysis), style: styled(LOOK.itemTop, STEP_IN) },
      text(row.measure),
      text(row.consequence),
      { value: row.followUp === '' ? null : row.followUp, style: styled(LOOK.user, { vertical: 'top' }) },
    ],
  };
}

function totalRow(rows: readonly HandlingsplanRow[], points: readonly string[], hasChange: boolean): DraftRow {
  const style = styled(LOOK.sum, { numberFormat: avvikelseFormat('mnkr'), horizontal: 'right' });
  const summed = (column: number, amounts: readonly (number | null)[]): DraftCell => ({
    value: formula(`SUM(${cellAddress(FIRST_ROW, column)}:${cellAddress(FIRST_ROW + rows.length - 1, column)})`),
    result: sum(amounts.map((amount) => amount ?? 0)),
    style,
  });
  return {
    key: 'summa',
    kind: 'sum',
    cells: [
      { value: 'Summa prognoser', style: LOOK.sum },
      ...points.map((point, index) => summed(index + 1, rows.map((row) => amountAt(row, point)))),
      ...(hasChange ? [summed(points.length + 1, rows.map((row) => changeOf(row, points)))] : []),
      ...Array.from({ length: 4 }, (): DraftCell => ({ value: null, style: LOOK.sum })),
    ],
  };
}
