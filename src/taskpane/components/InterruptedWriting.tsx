import { useEffect, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { useReading } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { Notice } from './Notice';

/** A writing of an earlier session that was cut off: which sheets it had begun, and the way to put them back. */
export function InterruptedWriting(): JSX.Element | null {
  const texts = useTexts();
  const { services, actions } = useReading();
  const [sheets, setSheets] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isShown = true;
    services.readInterrupted().then((found) => { if (isShown) setSheets(found); }, (error: unknown) => actions.fail('read', error));
    return () => { isShown = false; };
  }, [actions, services]);
  if (sheets === null) return null;
  const restore = async (): Promise<void> => {
    try {
      await services.undoWriting();
      setSheets(null);
      actions.say(texts.errors.allRestored, true);
      actions.readWorkbook();
    } catch (error) {
      actions.fail('write', error);
    }
  };
  return (
    <Notice tone="warn">
      <p>{texts.write.interrupted(sheets.join(', '))}</p>
      <Button size="small" onClick={() => void restore()}>{texts.write.restore}</Button>
    </Notice>
  );
}
