import { Button } from '@fluentui/react-components';
import { describeFailure, failureText } from '../../text/hostErrors';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';
import { Notice } from './Notice';

/** What happened, what did not happen, and what to do. */
export function FailureNotice(): JSX.Element | null {
  const texts = useTexts();
  const { state, actions, services } = usePane();
  if (!services.isSupported) return <Notice tone="bad">{texts.hostErrors['not-supported']}</Notice>;
  const { failure } = state;
  if (failure === null) return null;
  const { title, body } = failureText(texts, failure.step, failure.error);
  return (
    <Notice tone="bad">
      <p className="strong">{title}</p>
      {body !== '' && <p>{body}</p>}
      <div className="row">
        {failure.step === 'read' && <Button size="small" onClick={actions.readWorkbook}>{texts.app.retry}</Button>}
        {state.reading !== null && <Button size="small" onClick={actions.closeFailure}>{texts.app.done}</Button>}
        <LinkButton small onClick={() => actions.copy(describeFailure(texts, failure.step, failure.error))}>{texts.errors.copyDescription}</LinkButton>
      </div>
    </Notice>
  );
}
