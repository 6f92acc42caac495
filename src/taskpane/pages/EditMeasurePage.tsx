import { useId, useMemo, useState } from 'react';
import { Button, Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { MEASURE_STATUSES } from '../../core/measureStatus';
import { atgardView, emptyMeasure, measurePicture, monthChoices, verksamheter } from '../../app/atgardView';
import { formOf, measureOf, type FormFault, type MeasureForm } from '../../app/measureForm';
import { formatMonth } from '../../text/dates';
import { formatExact } from '../../text/numbers';
import { COMMON_VERKSAMHET, type PlanInput } from '../../workbook/plan';
import { Choice } from '../components/Choice';
import { HatchPatterns } from '../components/DeviationBar';
import { LinkButton } from '../components/LinkButton';
import { MeasurePictureView } from '../components/MeasurePictureView';
import { SubpageFrame } from '../components/SubpageFrame';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import '../styles/atgarder.css';
import '../styles/avstamning.css';

interface EditMeasurePageProps {
  readonly measureKey: string | null;
  readonly verksamhet: string | null;
}

/** "Redigera åtgärd": the form, and what the measure gives month by month while it is typed. */
export function EditMeasurePage({ measureKey, verksamhet }: EditMeasurePageProps): JSX.Element {
  const texts = useTexts();
  const { state } = useReading();
  return state.plan === null ? <SubpageFrame title={texts.measure.newTitle}>{null}</SubpageFrame> : <MeasureEditor plan={state.plan} measureKey={measureKey} verksamhet={verksamhet} />;
}

function MeasureEditor({ plan, measureKey, verksamhet }: EditMeasurePageProps & { readonly plan: PlanInput }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const id = useId();
  const { actions } = useReading();
  const group = useMemo(() => atgardView(plan).groups.find((one) => one.rows.some((row) => row.measure.key === measureKey)), [measureKey, plan]);
  const before = useMemo(() => plan.measures.find((one) => one.key === measureKey) ?? emptyMeasure(verksamhet), [measureKey, plan, verksamhet]);
  const [form, setForm] = useState<MeasureForm>(() => formOf(before, COMMON_VERKSAMHET, (amount) => formatExact(amount, 0, language)));
  const [showMore, setShowMore] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const { measure, faults } = measureOf(form, before, COMMON_VERKSAMHET);
  const set = (part: Partial<MeasureForm>): void => setForm({ ...form, ...part });
  const months = monthChoices(plan.year, [before.start, before.end]).map((month) => ({ value: month as string, text: formatMonth(month, language) }));
  const wordsOf: Readonly<Record<FormFault, string>> = {
    'name-missing': texts.measure.nameMissing, 'not-a-number': texts.measure.notANumber, 'probability-range': texts.measure.probabilityRange,
    'ramp-range': texts.measure.rampRange, 'end-before-start': texts.measure.endBeforeStart,
  };
  const faultOf = (field: keyof MeasureForm): string | undefined => {
    const fault = faults[field];
    return fault === undefined || (fault === 'name-missing' && !isTried) ? undefined : wordsOf[fault];
  };
  const number = group?.rows.findIndex((row) => row.measure.key === measureKey) ?? -1;
  const save = async (): Promise<void> => {
    setIsTried(true);
    if (Object.keys(faults).length > 0) {
      document.getElementById(`${id}-${Object.keys(faults)[0] ?? ''}`)?.focus();
      return;
    }
    if (await actions.saveMeasure(measure, measureKey, texts.measure.saved(measure.name))) actions.leaveSubpage();
  };
  const remove = async (): Promise<void> => {
    if (measureKey !== null && (await actions.removeMeasure(measureKey, texts.measure.removed(before.name)))) actions.leaveSubpage();
  };
  const amountField = (field: 'helarseffekt' | 'realised' | 'ramp' | 'probability' | 'oneOffCost', label: string, unit: string): JSX.Element => (
    <Field label={{ children: label, htmlFor: `${id}-${field}` }} validationMessage={faultOf(field)} validationState={faultOf(field) === undefined ? 'none' : 'error'}>
      <Input id={`${id}-${field}`} className="wide unit-field" inputMode="decimal" value={form[field]} contentAfter={<span className="caption">{unit}</span>} onChange={(_event, data) => set({ [field]: data.value })} />
    </Field>
  );
  const choiceField = (field: 'start' | 'end' | 'verksamhet' | 'status', label: string, options: readonly { readonly value: string; readonly text: string }[]): JSX.Element => (
    <Field label={{ children: label, htmlFor: `${id}-${field}` }} validationMessage={faultOf(field)} validationState={faultOf(field) === undefined ? 'none' : 'error'}>
      <Choice id={`${id}-${field}`} label={label} value={form[field]} options={options} onChoose={(value) => set({ [field]: value } as Partial<MeasureForm>)} />
    </Field>
  );
  const statusOptions = [...(form.status === '' ? [{ value: '', text: texts.measure.chooseStatus }] : []), ...MEASURE_STATUSES.map((value) => ({ value, text: texts.atgarder.status[value] }))];
  return (
    <SubpageFrame
      title={number < 0 || group === undefined ? texts.measure.newTitle : texts.measure.title(number + 1, group.rows.length)}
      place={before.source === undefined ? undefined : texts.avvikelser.rowPlace(before.source.sheet, before.source.row)}
      footer={
        <>
          {measureKey !== null && <Button appearance="subtle" onClick={() => void remove()}>{texts.measure.remove}</Button>}
          <span className="grow" />
          <div className="actions">
            <Button onClick={actions.leaveSubpage}>{texts.app.cancel}</Button>
            <Button appearance="primary" onClick={() => void save()}>{texts.app.save}</Button>
          </div>
        </>
      }
    >
      <HatchPatterns />
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label={{ children: texts.measure.name, htmlFor: `${id}-name` }} required validationMessage={faultOf('name')} validationState={faultOf('name') === undefined ? 'none' : 'error'}>
          <Input id={`${id}-name`} className="wide" value={form.name} onChange={(_event, data) => set({ name: data.value })} />
        </Field>
        {choiceField('verksamhet', texts.measure.verksamhet, [...new Set([...verksamheter(plan), form.verksamhet])].map((value) => ({ value, text: value === COMMON_VERKSAMHET ? texts.atgarder.common : value })))}
        <div className="pairs">
          {amountField('helarseffekt', texts.measure.fullYear, 'tkr')}
          {amountField('realised', texts.measure.realised(''), 'tkr')}
          {choiceField('start', texts.measure.start, [{ value: '', text: texts.measure.noStart }, ...months])}
          {amountField('ramp', texts.measure.ramp, texts.measure.months)}
          {choiceField('end', texts.measure.end, [{ value: '', text: texts.measure.openEnd }, ...months])}
          {amountField('probability', texts.measure.probability, '%')}
          {choiceField('status', texts.measure.status, statusOptions)}
          <Field label={texts.measure.responsible}>
            <Input className="wide" value={form.responsible} onChange={(_event, data) => set({ responsible: data.value })} />
          </Field>
        </div>
        {form.status === '' && before.followUp !== '' && <p className="caption">{texts.atgarder.statusText(before.followUp)}</p>}
        <Checkbox label={texts.measure.inForecast} checked={form.inForecast} onChange={(_event, data) => set({ inForecast: data.checked === true })} />
        <Checkbox label={texts.measure.notInFrame} checked={form.outsideBudgetFrame} onChange={(_event, data) => set({ outsideBudgetFrame: data.checked === true })} />
        <div><LinkButton aria-expanded={showMore} onClick={() => setShowMore(!showMore)}>{texts.measure.more}</LinkButton></div>
        {showMore && (
          <>
            <Field label={texts.measure.description}><Textarea className="wide" resize="vertical" value={form.description} onChange={(_event, data) => set({ description: data.value })} /></Field>
            <Field label={texts.measure.followUp}><Textarea className="wide" resize="vertical" value={form.followUp} onChange={(_event, data) => set({ followUp: data.value })} /></Field>
            <div className="pairs">{amountField('oneOffCost', texts.measure.oneOff, 'tkr')}</div>
          </>
        )}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden>{texts.app.save}</button>
      </form>
      <MeasurePictureView picture={measurePicture(measure, plan.year)} year={plan.year} />
    </SubpageFrame>
  );
}
