import { useState } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import type { R12View, SeriesChoice } from '../../app/r12View';
import { typedTarget } from '../../app/seriesChoices';
import { formatExact } from '../../text/numbers';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { Choice } from './Choice';
import { LinkButton } from './LinkButton';

type TargetKind = 'none' | 'increase' | 'decrease' | 'value';

interface R12SettingsProps {
  readonly view: R12View;
  readonly choice: SeriesChoice;
  readonly onSave: (choice: SeriesChoice) => void;
}

/** How the series is computed and what it shall reach; kept in the workbook. */
export function R12Settings({ view, choice, onSave }: R12SettingsProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const [kind, setKind] = useState<TargetKind>(choice.target === undefined ? 'none' : typeof choice.target === 'number' ? 'value' : choice.target);
  const [value, setValue] = useState(typeof choice.target === 'number' ? formatExact(choice.target * (view.isShare ? 100 : 1), 0, language) : '');
  const [direction, setDirection] = useState(choice.direction ?? 'higher');
  const [method, setMethod] = useState(view.methodAlone);
  const [shareOf, setShareOf] = useState(view.shareOf);
  const isRatio = shareOf !== '';
  const isShare = isRatio && (view.isShare || view.wholes.length > 0);
  const typed = typedTarget(value, isShare);
  const isWrong = kind === 'value' && typed === null;
  const save = (): void => {
    const target = kind === 'none' ? undefined : kind === 'value' ? (typed ?? 0) : kind;
    onSave({
      ...(target === undefined ? {} : { target }),
      ...(kind === 'value' ? { direction } : {}),
      ...(isRatio ? {} : { method }),
      ...(view.wholes.length === 0 ? {} : { shareOf }),
    });
    setIsOpen(false);
  };
  return (
    <div className="r12-settings">
      <LinkButton aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{texts.r12.settings}</LinkButton>
      {isOpen && (
        <form
          className="soft form"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isWrong) save();
          }}
        >
          {view.wholes.length > 0 && (
            <Field label={texts.r12.shareOf}>
              <Choice
                id="r12-share-of" label={texts.r12.shareOf} value={shareOf} onChoose={setShareOf}
                options={[{ value: '', text: texts.r12.shareOfNone }, ...view.wholes.map((whole) => ({ value: whole.key, text: whole.label }))]}
              />
            </Field>
          )}
          {!isRatio && (
            <Field label={texts.r12.method}>
              <Choice id="r12-method" label={texts.r12.method} value={method} options={[{ value: 'sum', text: texts.r12.methods.sum }, { value: 'mean', text: texts.r12.methods.mean }]} onChoose={setMethod} />
            </Field>
          )}
          {isRatio && <p className="caption">{texts.r12.methods.ratio}</p>}
          <Field label={texts.r12.target}>
            <Choice
              id="r12-target" label={texts.r12.target} value={kind} onChoose={setKind}
              options={[{ value: 'none', text: texts.r12.targetNone }, { value: 'increase', text: texts.r12.targetWords.increase }, { value: 'decrease', text: texts.r12.targetWords.decrease }, { value: 'value', text: texts.r12.targetValue }]}
            />
          </Field>
          {kind === 'value' && (
            <div className="pairs">
              <Field label={texts.r12.targetValue} validationMessage={isWrong && value !== '' ? texts.measure.notANumber : undefined}>
                <Input className="wide unit-field" inputMode="decimal" value={value} contentAfter={isShare ? <span className="caption">%</span> : undefined} onChange={(_event, data) => setValue(data.value)} />
              </Field>
              <Field label={texts.r12.better}>
                <Choice id="r12-better" label={texts.r12.better} value={direction} options={[{ value: 'higher', text: texts.r12.higher }, { value: 'lower', text: texts.r12.lower }]} onChoose={setDirection} />
              </Field>
            </div>
          )}
          <div><Button type="submit" appearance="primary" disabled={isWrong}>{texts.app.save}</Button></div>
        </form>
      )}
    </div>
  );
}
