import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { isAnyTableUsed, unansweredCount } from '../../app/startView';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';

/** Status to the left, "Skriv blad …" to the right. The button waits for unanswered questions; the status says so and leads to them. */
export function WriteFooter({ status }: { readonly status?: ReactNode }): JSX.Element {
  const texts = useTexts();
  const { state, actions } = usePane();
  const { reading } = state;
  const unanswered = reading === null ? 0 : unansweredCount(reading);
  const isEmpty = reading === null || (!isAnyTableUsed(reading) && state.plan?.measures.length === 0);
  const isBlocked = isEmpty || unanswered > 0 || state.isReading;
  const reason = isEmpty ? texts.footer.nothingToWrite : unanswered > 0 ? texts.footer.answerFirst(unanswered) : null;
  const toStart = (): void => {
    actions.chooseTab('start');
    // The link goes away with the page; the chosen tab has the focus instead.
    document.getElementById('von-tab-start')?.focus();
  };
  return (
    <footer className="foot">
      <div id="von-status" className="caption grow">
        {unanswered > 0 && !isEmpty && state.tab !== 'start' ? <LinkButton small onClick={toStart}>{reason}</LinkButton> : (reason ?? state.status ?? status)}
      </div>
      <div className="actions">
        <Button
          appearance="primary"
          disabled={isBlocked}
          data-return="write"
          aria-describedby={isBlocked ? 'von-status' : undefined}
          onClick={() => actions.openSubpage({ kind: 'write' }, 'write')}
        >
          {texts.footer.write}
        </Button>
      </div>
    </footer>
  );
}
