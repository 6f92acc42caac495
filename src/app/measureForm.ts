import { MEASURE_STATUSES, type MeasureStatus } from '../core/measureStatus';
import { firstDayOf, lastDayOf, monthOfSerial, parseMonth } from '../core/month';
import { parseSwedishNumber } from '../core/swedishNumber';
import type { PlanMeasure } from '../workbook/plan';

/** A measure as it is being typed: every field is the text that stands in it. */
export interface MeasureForm {
  readonly name: string;
  readonly verksamhet: string;
  readonly helarseffekt: string;
  readonly realised: string;
  /** 'YYYY-MM', or '' for none. */
  readonly start: string;
  readonly end: string;
  readonly ramp: string;
  readonly probability: string;
  readonly status: MeasureStatus | '';
  readonly responsible: string;
  readonly inForecast: boolean;
  readonly outsideBudgetFrame: boolean;
  readonly description: string;
  readonly followUp: string;
  readonly oneOffCost: string;
}

export type FormFault = 'name-missing' | 'not-a-number' | 'probability-range' | 'ramp-range' | 'end-before-start';

export type FormFaults = Readonly<Partial<Record<keyof MeasureForm, FormFault>>>;

/** The form of a measure; `print` prints an amount as the fields show it. */
export function formOf(measure: PlanMeasure, common: string, print: (amount: number) => string): MeasureForm {
  const amount = (value: number | null): string => (value === null ? '' : print(value));
  return {
    name: measure.name, verksamhet: measure.verksamhet ?? common, helarseffekt: amount(measure.helarseffektTkr), realised: amount(measure.realisedTkr),
    start: measure.start === null ? '' : monthOfSerial(measure.start), end: measure.end === null ? '' : monthOfSerial(measure.end), ramp: amount(measure.rampMonths),
    probability: measure.probability === null ? '' : print(measure.probability * 100), status: measure.status ?? '', responsible: measure.responsible,
    inForecast: measure.inForecast, outsideBudgetFrame: measure.outsideBudgetFrame, description: measure.description, followUp: measure.followUp, oneOffCost: amount(measure.oneOffCostTkr),
  };
}

/**
 * The measure that a form describes, with what is wrong in it. A field with a fault keeps the figure it had, so that the picture beside
 * the form stays while a number is being typed.
 * @param before the measure that the form was made of; a day inside a month is kept while the month is the same
 * @param common the name that stands for no verksamhet
 */
export function measureOf(form: MeasureForm, before: PlanMeasure, common: string): { readonly measure: PlanMeasure; readonly faults: FormFaults } {
  const faults: Partial<Record<keyof MeasureForm, FormFault>> = {};
  const number = (field: 'helarseffekt' | 'realised' | 'ramp' | 'probability' | 'oneOffCost', old: number | null): number | null => {
    if (form[field].trim() === '') return null;
    const parsed = parseSwedishNumber(form[field]);
    if (parsed === null) faults[field] = 'not-a-number';
    return parsed === null ? old : parsed.value;
  };
  const day = (month: string, old: number | null, bound: 'first' | 'last'): number | null => {
    const parsed = parseMonth(month);
    if (parsed === null) return null;
    if (old !== null && monthOfSerial(old) === parsed) return old;
    return bound === 'first' ? firstDayOf(parsed) : lastDayOf(parsed);
  };
  const start = day(form.start, before.start, 'first');
  const end = day(form.end, before.end, 'last');
  const ramp = number('ramp', before.rampMonths);
  const percent = number('probability', before.probability === null ? null : before.probability * 100);
  if (form.name.trim() === '') faults.name = 'name-missing';
  if (ramp !== null && (ramp < 0 || !Number.isInteger(ramp))) faults.ramp = 'ramp-range';
  if (percent !== null && (percent < 0 || percent > 100)) faults.probability = 'probability-range';
  if (start !== null && end !== null && end < start) faults.end = 'end-before-start';
  const status = MEASURE_STATUSES.find((one) => one === form.status) ?? null;
  return {
    faults,
    measure: {
      ...before, name: form.name.trim(), verksamhet: form.verksamhet === common ? null : form.verksamhet, helarseffektTkr: number('helarseffekt', before.helarseffektTkr),
      realisedTkr: number('realised', before.realisedTkr), start, end, rampMonths: faults.ramp === undefined ? ramp : before.rampMonths,
      probability: percent === null || faults.probability !== undefined ? (percent === null ? null : before.probability) : percent / 100,
      oneOffCostTkr: number('oneOffCost', before.oneOffCostTkr), status, responsible: form.responsible.trim(), inForecast: form.inForecast, outsideBudgetFrame: form.outsideBudgetFrame,
      description: form.description.trim(), followUp: form.followUp.trim(),
    },
  };
}
