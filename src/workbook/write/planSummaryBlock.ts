import { cellAddress } from '../address';
import type { PlanInput } from '../plan';
import { PLAN_COLUMN, SUMMARY_COLUMN, summaryHeadings } from './planColumns';
import type { PlanGroup, PlanLayout } from './planLayout';
import { type DraftBlock, type DraftCell, type DraftRow } from './sheetDraft';
import type { SpecStyle } from './sheetSpec';
import { avvikelseFormat, COLOR, LOOK, percentFormat, plainFormat, styled } from './sheetStyle';
import { formula } from './sourceReference';

const S = SUMMARY_COLUMN;
/** The coverage whose bar fills the cell: the percentage at the right end stands beside every bar up to there, not on it. */
const FULL_CELL = 1.6;
const SUMMED = [S.requirement, S.effectYear, S.helarseffekt, S.realised, S.toFindYear, S.toFindFull] as const;

/** The first block: a row per verksamhet that takes its figures from the verksamhet's own block, and the totals. */
export function planSummaryBlock(plan: PlanInput, layout: PlanLayout): DraftBlock {
  const { groups, totalRow } = layout;
  const first = groups[0]?.summaryRow ?? totalRow;
  const headings = summaryHeadings(plan.forecastBasis);
  return {
    id: 'sammanställning',
    rows: [
      { key: 'rubrik', kind: 'heading', cells: [{ value: 'Sammanställning', style: LOOK.blockTitle }] },
      { key: 'kolumner', kind: 'head', cells: headings.map((value, column) => ({ value, style: column > S.verksamhet ? styled(LOOK.columnHeadRight, lastStep(column)) : LOOK.columnHead })) },
      ...groups.map(groupRow),
      totalLine(first, totalRow),
      withoutOverCoverage(first, totalRow),
      ...layout.notes.map((value, index): DraftRow => ({ key: `not ${index + 1}`, kind: 'note', cells: [undefined, { value, style: LOOK.muted }] })),
    ],
    conditionals: [
      {
        type: 'dataBar',
        area: { top: first, bottom: totalRow, left: S.covered, right: S.covered },
        minimum: 0,
        maximum: FULL_CELL,
        positive: COLOR.solid,
        negative: COLOR.solid,
      },
    ],
  };
}

/** The last figure stands in the wide column of the texts below; a step in brings it near the others. */
function lastStep(column: number): SpecStyle {
  return column === S.toFindFull ? { horizontal: 'right', indent: 8, wrap: false } : {};
}

function groupRow(group: PlanGroup): DraftRow {
  const from = (row: number, column: number): DraftCell['value'] => formula(cellAddress(row, column));
  const amount = styled(LOOK.item, { numberFormat: plainFormat(0) });
  const cells: DraftCell[] = [
    { value: null, style: LOOK.item },
    { value: group.verksamhet, style: LOOK.itemText },
    { value: coveredFormula(group.summaryRow), style: styled(LOOK.item, { numberFormat: percentFormat(false, 0), horizontal: 'right' }) },
    { value: from(group.forecastRow, PLAN_COLUMN.effectYear), style: styled(LOOK.item, { numberFormat: avvikelseFormat('tkr'), horizontal: 'right' }) },
    { value: from(group.requirementRow, PLAN_COLUMN.effectYear), style: amount },
    { value: from(group.countedRow, PLAN_COLUMN.effectYear), style: amount },
    { value: from(group.countedRow, PLAN_COLUMN.helarseffekt), style: amount },
    { value: from(group.countedRow, PLAN_COLUMN.realised), style: amount },
    { value: from(group.toFindRow, PLAN_COLUMN.effectYear), style: amount },
    { value: from(group.toFindRow, PLAN_COLUMN.helarseffekt), style: styled(amount, lastStep(S.toFindFull)) },
  ];
  return { key: group.key, kind: 'sum', cells };
}

const coveredFormula = (row: number): DraftCell['value'] => {
  const [requirement, toFind] = [cellAddress(row, S.requirement), cellAddress(row, S.toFindYear)];
  return formula(`IF(N(${requirement})=0,"–",1-${toFind}/${requirement})`);
};

function totalLine(first: number, totalRow: number): DraftRow {
  const look = styled(LOOK.sum, { numberFormat: plainFormat(0) });
  const cells: DraftCell[] = Array.from({ length: S.toFindFull + 1 }, () => ({ value: null, style: LOOK.sum }));
  cells[S.verksamhet] = { value: 'Totalt', style: LOOK.sum };
  cells[S.covered] = { value: coveredFormula(totalRow), style: styled(LOOK.sum, { numberFormat: percentFormat(false, 0), horizontal: 'right' }) };
  const sum = (column: number): DraftCell['value'] => formula(totalRow === first ? '0' : `SUM(${cellAddress(first, column)}:${cellAddress(totalRow - 1, column)})`);
  const avvikelser = `${cellAddress(first, S.avvikelse)}:${cellAddress(Math.max(first, totalRow - 1), S.avvikelse)}`;
  cells[S.avvikelse] = { value: totalRow === first ? '–' : formula(`IF(COUNT(${avvikelser})=0,"–",SUM(${avvikelser}))`), style: styled(LOOK.sum, { numberFormat: avvikelseFormat('tkr'), horizontal: 'right' }) };
  for (const column of SUMMED) cells[column] = { value: sum(column), style: styled(look, lastStep(column)) };
  return { key: 'totalt', kind: 'sum', cells };
}

/** What is left when no verksamhet may use what another has found beyond its own requirement. */
function withoutOverCoverage(first: number, totalRow: number): DraftRow {
  const cells: (DraftCell | undefined)[] = [undefined, { value: 'Kvar att finna utan övertäckning', style: LOOK.muted }];
  for (const column of [S.toFindYear, S.toFindFull]) {
    const range = `${cellAddress(first, column)}:${cellAddress(Math.max(first, totalRow - 1), column)}`;
    cells[column] = { value: formula(totalRow === first ? '0' : `SUMIF(${range},">0")`), style: styled(LOOK.muted, { numberFormat: plainFormat(0) }, lastStep(column)) };
  }
  return { key: 'utan övertäckning', kind: 'note', cells: Array.from({ length: S.toFindFull + 1 }, (_, column) => cells[column]) };
}
