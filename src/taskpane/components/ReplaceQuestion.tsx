import { useEffect, useRef } from 'react';
import { Button } from '@fluentui/react-components';
import { useTexts } from '../hooks/useTexts';

interface ReplaceQuestionProps {
  readonly question: string;
  readonly onReplace: () => void;
  readonly onCancel: () => void;
}

/** Asked in the footer, in place of the button that was pressed. The harmless answer has the focus, so that a second Enter replaces nothing. */
export function ReplaceQuestion({ question, onReplace, onCancel }: ReplaceQuestionProps): JSX.Element {
  const texts = useTexts();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div role="group" aria-label={question} className="replace">
      <p className="strong">{question}</p>
      <div className="actions">
        <Button ref={cancel} onClick={onCancel}>{texts.app.cancel}</Button>
        <Button appearance="primary" onClick={onReplace}>{texts.write.replace}</Button>
      </div>
    </div>
  );
}
