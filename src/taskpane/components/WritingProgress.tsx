import { ProgressBar } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, Circle20Regular, CircleHalfFill20Regular } from '@fluentui/react-icons';
import { formatPercent } from '../../text/numbers';
import type { Progress } from '../../workbook/ports';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { sheetReached } from '../writingState';
import { Notice } from './Notice';
import { useSpokenEverySecond } from './ReadingProgress';

/** One sheet at a time: done, being written, waiting. */
export function WritingProgress({ progress, sheets }: { readonly progress: Progress | null; readonly sheets: readonly string[] }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const isRestoring = progress?.phase === 'restore';
  const share = progress === null || progress.of === 0 ? 0 : progress.done / progress.of;
  const current = progress === null ? 0 : sheetReached(progress, sheets) - 1;
  const title = isRestoring ? texts.write.restoring : progress === null ? texts.write.preparingWrite : texts.write.writing(current + 1, sheets.length);
  useSpokenEverySecond(title);
  const words = { done: texts.write.sheetDone, writing: texts.write.sheetWriting, waiting: texts.write.waiting };
  return (
    <>
      <h2>{title}</h2>
      <ProgressBar className="progress" aria-label={title} value={progress === null ? undefined : share} />
      <p className="caption number">{formatPercent(share, { language }, 0)}</p>
      <ul className="sheets">
        {sheets.map((sheet, index) => {
          const state = isRestoring || progress === null || index > current ? 'waiting' : index < current ? 'done' : 'writing';
          const Icon = { done: CheckmarkCircle20Regular, writing: CircleHalfFill20Regular, waiting: Circle20Regular }[state];
          return (
            <li key={sheet} className="written-row">
              <Icon className={state === 'done' ? 'good' : state === 'writing' ? 'informed' : 'muted'} aria-hidden />
              <span className="grow"><span className="strong">{sheet}</span><br /><span className="caption">{words[state]}</span></span>
            </li>
          );
        })}
      </ul>
      <Notice tone="info">{texts.write.dontType}</Notice>
    </>
  );
}
