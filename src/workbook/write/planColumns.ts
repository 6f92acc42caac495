import type { PlanInput } from '../plan';
import type { DraftColumn } from './sheetDraft';

/** 0-based columns of a measure on Åtgärdsplan. Those from `end` on are one collapsed group. */
export const PLAN_COLUMN = {
  number: 0,
  name: 1,
  description: 2,
  responsible: 3,
  start: 4,
  effectYear: 5,
  helarseffekt: 6,
  realised: 7,
  status: 8,
  followUp: 9,
  end: 10,
  ramp: 11,
  probability: 12,
  riskAdjusted: 13,
  oneOffCost: 14,
  netEffect: 15,
  inForecast: 16,
  outsideFrame: 17,
  nextYear: 18,
  enteredEffect: 19,
  reducesYear: 20,
  reducesFull: 21,
  consequence: 22,
  /**
   * Carries the + of the group, which the hidden column of row keys right of it could not; and, unseen, the id by which Effekt per månad
   * and the plan find each other's rows. Without it an empty column would part the row keys from a block that the user sorts.
   */
  edge: 23,
} as const;

/** 0-based columns of the summary, a row per verksamhet. */
export const SUMMARY_COLUMN = {
  verksamhet: 1,
  covered: 2,
  avvikelse: 3,
  requirement: 4,
  effectYear: 5,
  helarseffekt: 6,
  realised: 7,
  toFindYear: 8,
  toFindFull: 9,
} as const;

/** Headings of the measure columns, in their order. */
export function planHeadings(year: number): readonly string[] {
  return [
    'Nr', 'Åtgärd', 'Beskrivning', 'Ansvarig', 'Start', `Effekt ${year}`, 'Helårseffekt', 'Hämtat hem', 'Status', 'Uppföljning',
    'Slut', 'Infasning (mån)', 'Sannolikhet', `Riskjusterad effekt ${year}`, 'Engångskostnad', `Effekt ${year} efter engångskostnad`,
    'Ingår i prognos', 'Ingår inte i budgetramen', `Effekt ${year + 1}`, `Effekt ${year} enligt källan`, 'Minskar kravet i år', 'Minskar kravet helår', 'Konsekvens', '',
  ];
}

/** The headings of the summary; the deviation's says whether it is the forecast's or the outcome's. */
export function summaryHeadings(basis: PlanInput['forecastBasis']): readonly string[] {
  return [
    '', 'Verksamhet', 'Täckt av kravet', basis === 'final' ? 'Budget-\navvikelse' : 'Prognos-\navvikelse', 'Åtgärds-\nkrav', 'Effekt i år', 'Helårseffekt', 'Hämtat hem',
    'Kvar att\nfinna i år', 'Kvar att finna helår',
  ];
}

const WIDTHS = [4, 27, 30, 14, 10, 12, 13, 12, 13, 32, 10, 10, 12, 13, 14, 15, 11, 13, 11, 13, 12, 12, 36, 2];
const FIRST_GROUPED = PLAN_COLUMN.end;

/** The widths of the sheet's columns; those that are folded away stand in one group. */
export function planSheetColumns(): readonly DraftColumn[] {
  return WIDTHS.map((width, column) => (column >= FIRST_GROUPED && column < PLAN_COLUMN.edge ? { width, group: 'mer' } : { width }));
}

/** Columns whose headings and figures stand to the right. */
export const RIGHT_ALIGNED: ReadonlySet<number> = new Set([
  PLAN_COLUMN.start, PLAN_COLUMN.effectYear, PLAN_COLUMN.helarseffekt, PLAN_COLUMN.realised, PLAN_COLUMN.end, PLAN_COLUMN.ramp,
  PLAN_COLUMN.probability, PLAN_COLUMN.riskAdjusted, PLAN_COLUMN.oneOffCost, PLAN_COLUMN.netEffect, PLAN_COLUMN.nextYear, PLAN_COLUMN.enteredEffect, PLAN_COLUMN.reducesYear,
  PLAN_COLUMN.reducesFull,
]);
