import { useMemo } from 'react';
import { Button } from '@fluentui/react-components';
import { atgardView, measurePicture } from '../../app/atgardView';
import type { PlanInput } from '../../workbook/plan';
import { HatchPatterns } from '../components/DeviationBar';
import { MeasureFields } from '../components/MeasureFields';
import { MeasurePictureView } from '../components/MeasurePictureView';
import { SubpageFrame } from '../components/SubpageFrame';
import { useMeasureForm } from '../hooks/useMeasureForm';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import '../styles/atgarder.css';
import '../styles/avstamning.css';

interface EditMeasurePageProps {
  readonly measureKey: string | null;
  readonly verksamhet: string | null;
}

/** "Redigera åtgärd": the form, and what the measure gives month by month while it is typed. */
export function EditMeasurePage({ measureKey, verksamhet }: EditMeasurePageProps): JSX.Element {
  const texts = useTexts();
  const { plan } = usePane().state;
  if (plan === null) return <SubpageFrame title={texts.measure.newTitle}>{null}</SubpageFrame>;
  return <MeasureEditor plan={plan} measureKey={measureKey} verksamhet={verksamhet} />;
}

function MeasureEditor({ plan, measureKey, verksamhet }: EditMeasurePageProps & { readonly plan: PlanInput }): JSX.Element {
  const texts = useTexts();
  const { actions } = usePane();
  const editing = useMeasureForm(plan, measureKey, verksamhet);
  const place = useMemo(() => placeInGroup(plan, measureKey), [measureKey, plan]);
  const { source } = editing.before;
  return (
    <SubpageFrame
      title={place === null ? texts.measure.newTitle : texts.measure.title(place.number, place.of)}
      place={source === undefined ? undefined : texts.avvikelser.rowPlace(source.sheet, source.row)}
      footer={
        <>
          {measureKey !== null && <Button appearance="subtle" onClick={() => void editing.remove()}>{texts.measure.remove}</Button>}
          <span className="grow" />
          <div className="actions">
            <Button onClick={actions.leaveSubpage}>{texts.app.cancel}</Button>
            <Button appearance="primary" onClick={() => void editing.save()}>{texts.app.save}</Button>
          </div>
        </>
      }
    >
      <HatchPatterns />
      <MeasureFields plan={plan} editing={editing} />
      <MeasurePictureView picture={measurePicture(editing.measure, plan.year)} year={plan.year} />
    </SubpageFrame>
  );
}

/** Which of the measures of its verksamhet a measure is, from 1; null for a new one. */
function placeInGroup(plan: PlanInput, measureKey: string | null): { readonly number: number; readonly of: number } | null {
  for (const { rows } of atgardView(plan).groups) {
    const index = rows.findIndex((row) => row.measure.key === measureKey);
    if (index >= 0) return { number: index + 1, of: rows.length };
  }
  return null;
}
