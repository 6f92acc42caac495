import { convertAmount } from '../../core/amount';
import { measureStatus } from '../../core/measureStatus';
import { parseSwedishNumber } from '../../core/swedishNumber';
import { isCellError, type CellValue } from '../grid';
import type { PlanMeasure } from '../plan';
import { dayIn, isYesValue, shareIn } from '../read/planTable';
import { cellText } from './cellText';
import { PLAN_COLUMN } from './planColumns';
import type { SpecValue } from './sheetSpec';

/** A part of a measure that stands in a cell of Åtgärdsplan, where the user may change it. */
export interface PlanField {
  /** 0-based column of the draft. */
  readonly column: number;
  /** What the sheet shows for it, unless a formula refers to the user's own cell. */
  readonly written: (measure: PlanMeasure) => SpecValue;
  /** The measure with what a cell of the sheet says; what cannot be read as the field's kind is "not said". */
  readonly taken: (measure: PlanMeasure, value: CellValue, year: number) => PlanMeasure;
  /** Which of the measure's sources stands behind the cell. */
  readonly source?: 'effectYear' | 'helarseffekt' | 'realised';
}

/** An amount as a user types it on the sheet: a number in tkr, or a text with its own unit. */
function amountIn(value: CellValue): number | null {
  if (typeof value === 'number') return value;
  const parsed = typeof value === 'string' ? parseSwedishNumber(value) : null;
  if (parsed === null || parsed.unit === 'percent') return null;
  return convertAmount(parsed.value, parsed.unit ?? 'tkr', 'tkr');
}

/** The text of a cell; a number is given as it would be typed. */
export function textIn(value: CellValue): string {
  if (value === null || isCellError(value) || typeof value === 'boolean') return '';
  return typeof value === 'number' ? String(value).replace('.', ',') : value;
}

const textField = (column: number, name: 'name' | 'description' | 'responsible' | 'followUp' | 'consequence'): PlanField => ({
  column,
  written: (measure) => cellText(measure[name]),
  taken: (measure, value) => ({ ...measure, [name]: textIn(value) }),
});

const amountField = (
  column: number,
  name: 'helarseffektTkr' | 'realisedTkr' | 'enteredEffectTkr' | 'oneOffCostTkr',
  source?: PlanField['source'],
): PlanField => ({
  column,
  written: (measure) => measure[name],
  taken: (measure, value) => ({ ...measure, [name]: amountIn(value) }),
  ...(source === undefined ? {} : { source }),
});

/** The columns of days are formatted so; a number in them is a day. */
const DATE_FORMAT = 'yyyy-mm-dd';

const dayField = (column: number, name: 'start' | 'end'): PlanField => ({
  column,
  written: (measure) => measure[name],
  taken: (measure, value, year) => ({ ...measure, [name]: dayIn(value, DATE_FORMAT, year, name === 'end') }),
});

const yesField = (column: number, name: 'inForecast' | 'outsideBudgetFrame'): PlanField => ({
  column,
  written: (measure) => (measure[name] ? 'Ja' : 'Nej'),
  taken: (measure, value) => ({ ...measure, [name]: isYesValue(value) }),
});

/** Every cell of a measure that is not computed. */
export const PLAN_FIELDS: readonly PlanField[] = [
  textField(PLAN_COLUMN.name, 'name'),
  textField(PLAN_COLUMN.description, 'description'),
  textField(PLAN_COLUMN.responsible, 'responsible'),
  dayField(PLAN_COLUMN.start, 'start'),
  amountField(PLAN_COLUMN.helarseffekt, 'helarseffektTkr', 'helarseffekt'),
  amountField(PLAN_COLUMN.realised, 'realisedTkr', 'realised'),
  {
    column: PLAN_COLUMN.status,
    written: (measure) => measure.status,
    taken: (measure, value) => ({ ...measure, status: measureStatus(textIn(value)) }),
  },
  textField(PLAN_COLUMN.followUp, 'followUp'),
  dayField(PLAN_COLUMN.end, 'end'),
  {
    column: PLAN_COLUMN.ramp,
    written: (measure) => measure.rampMonths,
    taken: (measure, value) => {
      const months = amountIn(value);
      return { ...measure, rampMonths: months !== null && months >= 0 ? months : null };
    },
  },
  {
    column: PLAN_COLUMN.probability,
    written: (measure) => measure.probability,
    taken: (measure, value) => ({ ...measure, probability: shareIn(value) }),
  },
  amountField(PLAN_COLUMN.oneOffCost, 'oneOffCostTkr'),
  yesField(PLAN_COLUMN.inForecast, 'inForecast'),
  yesField(PLAN_COLUMN.outsideFrame, 'outsideBudgetFrame'),
  amountField(PLAN_COLUMN.enteredEffect, 'enteredEffectTkr', 'effectYear'),
  textField(PLAN_COLUMN.consequence, 'consequence'),
];
