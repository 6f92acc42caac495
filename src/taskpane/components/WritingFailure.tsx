import { Button } from '@fluentui/react-components';
import { Copy20Regular, DocumentAdd20Regular, LockClosed20Regular } from '@fluentui/react-icons';
import { affectedCells } from '../../app/affectedCells';
import type { WritingPreview } from '../../app/session';
import { formatClock } from '../../text/dates';
import { describeFailure, failureText } from '../../text/hostErrors';
import { HostError } from '../../workbook/ports';
import type { RewritePreview } from '../../workbook/write/rewrite';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import type { StoppedAt } from '../writingState';
import { Option } from './EmptyWorkbook';
import { LinkButton } from './LinkButton';
import { Notice } from './Notice';
import { SubpageFrame } from './SubpageFrame';

/** Columns that are told; the sheet itself shows the rest. */
const MOST_AFFECTED = 6;

interface WritingFailureProps {
  readonly error: unknown;
  /** What was about to be written; null where that was not known yet. */
  readonly preview: WritingPreview | null;
  readonly stoppedAt?: StoppedAt;
  readonly onRetry: () => void;
  readonly onBack: () => void;
}

/** What happened, what did not happen, and the ways on. The add-in never takes a protection away by itself. */
export function WritingFailure({ error, preview, stoppedAt, onRetry, onBack }: WritingFailureProps): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { actions, services, reading, state } = useReading();
  const code = error instanceof HostError ? error.code : 'unknown';
  const sheet = error instanceof HostError && code === 'protected-sheet' ? previewOf(preview, error.place.sheet) : undefined;
  const affected = sheet === undefined ? [] : affectedCells(sheet);
  const isRestored = !(error instanceof HostError) || error.isRestored;
  const { title, body } =
    code === 'cancelled' && stoppedAt !== undefined
      ? { title: texts.write.stoppedAt(stoppedAt.sheet, stoppedAt.of), body: isRestored ? texts.errors.allRestored : texts.errors.notRestored }
      : failureText(texts, 'write', error);
  const copyTable = (): void => {
    services.tableAsText(reading, state.version).then(actions.copy, (failure: unknown) => actions.fail('write', failure));
  };
  const saveCopy = async (): Promise<void> => {
    try {
      const outcome = await services.writeCopy(reading, state.version);
      actions.keepOutcome(outcome);
      actions.say(texts.write.written(outcome.written.length, formatClock(new Date(outcome.writtenAt), language)), true);
      actions.leaveSubpage();
    } catch (failure) {
      actions.fail('write', failure);
    }
  };
  const readAgain = (): void => {
    actions.readWorkbook();
    onBack();
  };
  return (
    <SubpageFrame
      title={texts.write.title}
      footer={
        <>
          <span className="grow" />
          <div className="actions">
            <Button onClick={onBack}>{texts.app.cancel}</Button>
            {code === 'changed-meanwhile' ? (
              <Button appearance="primary" onClick={readAgain}>{texts.header.readAgain}</Button>
            ) : (
              <Button appearance="primary" onClick={onRetry}>{texts.app.retry}</Button>
            )}
          </div>
        </>
      }
    >
      <Notice tone="bad">
        <p className="strong">{title}</p>
        {body !== '' && <p>{body}</p>}
      </Notice>
      {(code === 'protected-sheet' || code === 'protected-workbook') && (
        <>
          <h3 className="section">{texts.errors.wayOn}</h3>
          <div className="options">
            {code === 'protected-sheet' && (
              <>
                <Option icon={<LockClosed20Regular />} title={texts.errors.unprotect} hint={texts.errors.unprotectHint} onClick={onRetry} />
                <Option icon={<DocumentAdd20Regular />} title={texts.errors.saveCopy} hint={texts.errors.saveCopyHint(state.version)} onClick={() => void saveCopy()} />
              </>
            )}
            <Option icon={<Copy20Regular />} title={texts.errors.copyTable} hint={texts.errors.copyTableHint} onClick={copyTable} />
          </div>
          {affected.length > 0 && (
            <>
              <h3 className="section">{texts.errors.affectedCells}</h3>
              <ul>
                {affected.slice(0, MOST_AFFECTED).map((cells) => (
                  <li key={cells.range} className="row">
                    <span className="place grow">{sheet?.name}!{cells.range}</span>
                    <span className="caption number">{texts.errors.cellCount(cells.count)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="caption section">{texts.errors.neverUnprotects}</p>
        </>
      )}
      <LinkButton small onClick={() => actions.copy(describeFailure(texts, 'write', error))}>{texts.errors.copyDescription}</LinkButton>
    </SubpageFrame>
  );
}

function previewOf(preview: WritingPreview | null, name: string | undefined): RewritePreview | undefined {
  return preview?.sheets.find((one): one is RewritePreview => one.isSkipped !== true && one.name === name);
}
