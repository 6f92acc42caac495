import { Button } from '@fluentui/react-components';
import { formatClock } from '../../text/dates';
import { usePane } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';
import { Notice } from './Notice';

/** Says that a sheet has changed since it was read; nothing is read again until the user asks for it. */
export function ChangeBanner(): JSX.Element | null {
  const texts = useTexts();
  const language = useLanguage();
  const { state, actions } = usePane();
  const { change, reading, isReading } = state;
  if (change === null || reading === null || isReading) return null;
  const clock = formatClock(new Date(reading.readAt), language);
  return (
    <Notice tone="warn">
      <p>{change.isRemote ? texts.reading.changedByOther(change.sheet, clock) : texts.reading.changed(change.sheet, clock)}</p>
      <p>{texts.reading.changedHint}</p>
      <div className="row">
        <Button size="small" onClick={actions.readWorkbook}>{texts.header.readAgain}</Button>
        {change.address !== '' && <LinkButton small onClick={() => actions.goToCell(change.sheet, change.address)}>{texts.reading.showChanges}</LinkButton>}
      </div>
    </Notice>
  );
}
