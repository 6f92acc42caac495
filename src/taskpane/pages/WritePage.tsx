import { Button } from '@fluentui/react-components';
import { withCompanions } from '../../app/writingView';
import { ReplaceQuestion } from '../components/ReplaceQuestion';
import { SubpageFrame } from '../components/SubpageFrame';
import { WritingFailure } from '../components/WritingFailure';
import { WritingForm, WritingFormFooter } from '../components/WritingForm';
import { WritingProgress } from '../components/WritingProgress';
import { WritingResult } from '../components/WritingResult';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { useWriting } from '../hooks/useWriting';
import { useWritingChoice } from '../hooks/useWritingChoice';
import '../styles/write.css';

/** "Skriv blad": what will be written and changed, then the writing, then what was checked and how to undo it. */
export function WritePage(): JSX.Element {
  const texts = useTexts();
  const { actions } = usePane();
  const writing = useWriting();
  const choice = useWritingChoice(writing.fail);
  const { state } = writing;
  const { chosen, overwrite, preview, replacedFrom } = choice;
  const version = choice.version.trim();
  const write = (): void => {
    const sheets = choice.choices.filter((one) => chosen.has(one.kind)).flatMap((one) => one.previews.map((sheet) => sheet.name));
    void writing.write({ version, sheets: withCompanions([...chosen]) }, sheets, overwrite);
  };

  switch (state.kind) {
    case 'writing':
      return (
        <SubpageFrame
          key="writing" title={texts.write.title} canLeave={false}
          footer={<><span className="grow" /><Button onClick={writing.stop}>{texts.write.cancelAndRestore}</Button></>}
        >
          <WritingProgress progress={state.progress} sheets={state.sheets} />
        </SubpageFrame>
      );
    case 'done':
      return (
        <SubpageFrame
          key="done" title={texts.write.title}
          footer={<><span className="grow" /><Button appearance="primary" onClick={actions.leaveSubpage}>{texts.app.done}</Button></>}
        >
          <WritingResult outcome={state.outcome} preview={preview} />
        </SubpageFrame>
      );
    case 'failed':
      return <WritingFailure error={state.error} preview={preview} stoppedAt={state.stoppedAt} onRetry={write} onBack={writing.chooseAnew} />;
    case 'asking':
    case 'choosing':
      return (
        <SubpageFrame
          key="choosing" title={texts.write.title}
          footer={state.kind === 'asking' && replacedFrom !== null ? (
            <ReplaceQuestion question={texts.write.replaceVersion(version, replacedFrom.slice(0, 10))} onReplace={write} onCancel={writing.chooseAnew} />
          ) : (
            <WritingFormFooter choice={choice} onWrite={replacedFrom === null ? write : writing.ask} />
          )}
        >
          <WritingForm
            choice={choice}
            onVersion={(typed) => {
              choice.setVersion(typed);
              // The question was about another name.
              writing.chooseAnew();
            }}
          />
        </SubpageFrame>
      );
  }
}
