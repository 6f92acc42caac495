import { useId, useMemo, useState } from 'react';
import { emptyMeasure } from '../../app/atgardView';
import { formOf, measureOf, type FormFault, type MeasureForm } from '../../app/measureForm';
import { formatExact } from '../../text/numbers';
import { COMMON_VERKSAMHET, type PlanInput, type PlanMeasure } from '../../workbook/plan';
import { usePane } from './usePane';
import { useLanguage, useTexts } from './useTexts';

/** A measure while it is typed. */
export interface MeasureEditing {
  readonly form: MeasureForm;
  readonly set: (part: Partial<MeasureForm>) => void;
  /** As it was, or an empty one. */
  readonly before: PlanMeasure;
  /** What the form gives now. */
  readonly measure: PlanMeasure;
  /** What is wrong in a field, in words. A missing name is told only when the user has tried to save. */
  readonly faultOf: (field: keyof MeasureForm) => string | undefined;
  /** The field's id, by which a label and a fault find it. */
  readonly idOf: (field: string) => string;
  /** Keeps the measure and leaves the page, or leads to the first fault. */
  readonly save: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * The form of a measure of the plan.
 * @param measureKey the measure; null for a new one
 * @param verksamhet whose measure a new one is; null for a common one
 */
export function useMeasureForm(plan: PlanInput, measureKey: string | null, verksamhet: string | null): MeasureEditing {
  const texts = useTexts();
  const language = useLanguage();
  const id = useId();
  const { actions } = usePane();
  const before = useMemo(() => plan.measures.find((one) => one.key === measureKey) ?? emptyMeasure(verksamhet), [measureKey, plan, verksamhet]);
  const [form, setForm] = useState<MeasureForm>(() => formOf(before, COMMON_VERKSAMHET, (amount) => formatExact(amount, 0, language)));
  const [isTried, setIsTried] = useState(false);
  const { measure, faults } = measureOf(form, before, COMMON_VERKSAMHET);
  const wordsOf: Readonly<Record<FormFault, string>> = {
    'name-missing': texts.measure.nameMissing,
    'not-a-number': texts.measure.notANumber,
    'probability-range': texts.measure.probabilityRange,
    'ramp-range': texts.measure.rampRange,
    'end-before-start': texts.measure.endBeforeStart,
  };
  const idOf = (field: string): string => `${id}-${field}`;
  return {
    form, before, measure, idOf,
    set: (part) => setForm({ ...form, ...part }),
    faultOf: (field) => {
      const fault = faults[field];
      return fault === undefined || (fault === 'name-missing' && !isTried) ? undefined : wordsOf[fault];
    },
    save: async () => {
      setIsTried(true);
      const [firstFault] = Object.keys(faults);
      if (firstFault !== undefined) document.getElementById(idOf(firstFault))?.focus();
      else if (await actions.saveMeasure(measure, measureKey, texts.measure.saved(measure.name))) actions.leaveSubpage();
    },
    remove: async () => {
      if (measureKey !== null && (await actions.removeMeasure(measureKey, texts.measure.removed(before.name)))) actions.leaveSubpage();
    },
  };
}
