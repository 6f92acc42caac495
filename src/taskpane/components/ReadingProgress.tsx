import { useEffect, useState } from 'react';
import { Button, ProgressBar } from '@fluentui/react-components';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';

const CANCEL_AFTER_MS = 1000;
const SAY_EVERY_MS = 1000;

/** "Läser blad 3 av 6: Verksamhetsområden"; the way to stop it comes after a second, and so often the live region speaks. */
export function ReadingProgress(): JSX.Element {
  const texts = useTexts();
  const { state, actions } = usePane();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setIsSlow(true), CANCEL_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  const { progress } = state;
  const text =
    progress === null ? texts.reading.starting
    : progress.phase === 'analyse' ? texts.reading.analysing(progress.done, progress.of)
    : texts.reading.sheet(progress.done, progress.of, progress.sheet ?? '');
  useSpokenEverySecond(text);
  return (
    <div className="stack" aria-busy="true">
      <h2>{texts.reading.title}</h2>
      <ProgressBar aria-label={texts.reading.title} value={progress === null || progress.of === 0 ? undefined : progress.done / progress.of} />
      <p className="caption">{text}</p>
      {isSlow && <div><Button onClick={actions.cancelReading}>{texts.app.cancel}</Button></div>}
    </div>
  );
}

/** Says the newest text once a second, not at every step. */
export function useSpokenEverySecond(text: string): void {
  const { actions } = usePane();
  const [latest] = useState({ text: '' });
  latest.text = text;
  useEffect(() => {
    let said = '';
    const timer = window.setInterval(() => {
      if (latest.text === said) return;
      said = latest.text;
      actions.say(said);
    }, SAY_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [actions, latest]);
}
