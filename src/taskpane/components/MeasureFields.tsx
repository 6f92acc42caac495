import { useState, type ReactNode } from 'react';
import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { monthChoices, verksamheter } from '../../app/atgardView';
import { MEASURE_STATUSES } from '../../core/measureStatus';
import { formatMonth } from '../../text/dates';
import { COMMON_VERKSAMHET, type PlanInput } from '../../workbook/plan';
import type { MeasureEditing } from '../hooks/useMeasureForm';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { Choice, type ChoiceOption } from './Choice';
import { LinkButton } from './LinkButton';

/** The fields of a measure; those that are seldom needed come on demand. Enter saves. */
export function MeasureFields({ plan, editing }: { readonly plan: PlanInput; readonly editing: MeasureEditing }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { form, set, before, idOf } = editing;
  const months = monthChoices(plan.year, [before.start, before.end]).map((month) => ({ value: month as string, text: formatMonth(month, language) }));
  const places = [...new Set([...verksamheter(plan), form.verksamhet])];
  const statuses = MEASURE_STATUSES.map((value) => ({ value: value as string, text: texts.atgarder.status[value] }));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void editing.save();
      }}
    >
      <FaultyField editing={editing} field="name" label={texts.measure.name} required>
        <Input id={idOf('name')} className="wide" value={form.name} onChange={(_event, data) => set({ name: data.value })} />
      </FaultyField>
      <ChoiceField
        editing={editing} field="verksamhet" label={texts.measure.verksamhet}
        options={places.map((value) => ({ value, text: value === COMMON_VERKSAMHET ? texts.atgarder.common : value }))}
      />
      <div className="pairs">
        <AmountField editing={editing} field="helarseffekt" label={texts.measure.fullYear} unit="tkr" />
        <AmountField editing={editing} field="realised" label={texts.measure.realised('')} unit="tkr" />
        <ChoiceField editing={editing} field="start" label={texts.measure.start} options={[{ value: '', text: texts.measure.noStart }, ...months]} />
        <AmountField editing={editing} field="ramp" label={texts.measure.ramp} unit={texts.measure.months} />
        <ChoiceField editing={editing} field="end" label={texts.measure.end} options={[{ value: '', text: texts.measure.openEnd }, ...months]} />
        <AmountField editing={editing} field="probability" label={texts.measure.probability} unit="%" />
        <ChoiceField
          editing={editing} field="status" label={texts.measure.status}
          options={form.status === '' ? [{ value: '', text: texts.measure.chooseStatus }, ...statuses] : statuses}
        />
        <Field label={texts.measure.responsible}>
          <Input className="wide" value={form.responsible} onChange={(_event, data) => set({ responsible: data.value })} />
        </Field>
      </div>
      {form.status === '' && before.followUp !== '' && <p className="caption">{texts.atgarder.statusText(before.followUp)}</p>}
      <Checkbox label={texts.measure.inForecast} checked={form.inForecast} onChange={(_event, data) => set({ inForecast: data.checked === true })} />
      <Checkbox label={texts.measure.notInFrame} checked={form.outsideBudgetFrame} onChange={(_event, data) => set({ outsideBudgetFrame: data.checked === true })} />
      <MoreFields editing={editing} />
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden>{texts.app.save}</button>
    </form>
  );
}

function MoreFields({ editing }: { readonly editing: MeasureEditing }): JSX.Element {
  const texts = useTexts();
  const [isShown, setIsShown] = useState(false);
  const { form, set } = editing;
  return (
    <>
      <div><LinkButton aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>{texts.measure.more}</LinkButton></div>
      {isShown && (
        <>
          <Field label={texts.measure.description}>
            <Textarea className="wide" resize="vertical" value={form.description} onChange={(_event, data) => set({ description: data.value })} />
          </Field>
          <Field label={texts.measure.followUp}>
            <Textarea className="wide" resize="vertical" value={form.followUp} onChange={(_event, data) => set({ followUp: data.value })} />
          </Field>
          <div className="pairs"><AmountField editing={editing} field="oneOffCost" label={texts.measure.oneOff} unit="tkr" /></div>
        </>
      )}
    </>
  );
}

type AmountName = 'helarseffekt' | 'realised' | 'ramp' | 'probability' | 'oneOffCost';
type ChoiceName = 'start' | 'end' | 'verksamhet' | 'status';

interface FieldProps<Name extends AmountName | ChoiceName | 'name'> {
  readonly editing: MeasureEditing;
  readonly field: Name;
  readonly label: string;
}

function AmountField({ editing, field, label, unit }: FieldProps<AmountName> & { readonly unit: string }): JSX.Element {
  return (
    <FaultyField editing={editing} field={field} label={label}>
      <Input
        id={editing.idOf(field)} className="wide unit-field" inputMode="decimal" value={editing.form[field]}
        contentAfter={<span className="caption">{unit}</span>} onChange={(_event, data) => editing.set({ [field]: data.value })}
      />
    </FaultyField>
  );
}

function ChoiceField({ editing, field, label, options }: FieldProps<ChoiceName> & { readonly options: readonly ChoiceOption<string>[] }): JSX.Element {
  return (
    <FaultyField editing={editing} field={field} label={label}>
      <Choice id={editing.idOf(field)} label={label} value={editing.form[field]} options={options} onChoose={(value) => editing.set({ [field]: value })} />
    </FaultyField>
  );
}

interface FaultyFieldProps extends FieldProps<AmountName | ChoiceName | 'name'> {
  readonly required?: boolean;
  readonly children: ReactNode;
}

/** A field that says what is wrong with it. */
function FaultyField({ editing, field, label, required, children }: FaultyFieldProps): JSX.Element {
  const fault = editing.faultOf(field);
  return (
    <Field
      label={{ children: label, htmlFor: editing.idOf(field) }} required={required}
      validationMessage={fault} validationState={fault === undefined ? 'none' : 'error'}
    >
      {children}
    </Field>
  );
}
