import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import { sheetChoices, sheetCount, withCompanions, CHOSEN_KINDS } from '../../app/writingView';
import type { Reading, WritingOutcome, WritingPreview } from '../../app/session';
import type { Progress } from '../../workbook/ports';
import type { OwnSheetKind } from '../../workbook/write/sheetSpec';
import { ReplaceQuestion } from '../components/ReplaceQuestion';
import { Notice } from '../components/Notice';
import { SheetChoiceList } from '../components/SheetChoiceList';
import { SubpageFrame } from '../components/SubpageFrame';
import { WritingFailure } from '../components/WritingFailure';
import { sheetReached, WritingProgress } from '../components/WritingProgress';
import { WritingResult } from '../components/WritingResult';
import { useReading } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import '../styles/write.css';

type Phase =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'writing'; readonly progress: Progress | null; readonly sheets: readonly string[] }
  | { readonly kind: 'done'; readonly outcome: WritingOutcome }
  | { readonly kind: 'failed'; readonly error: unknown; readonly stoppedAt?: { readonly sheet: number; readonly of: number } };

/** The preview is made again this long after the last key in the version's field. */
const SETTLE_MS = 400;

/** A preview with what it was made of. */
interface ShownPreview {
  readonly preview: WritingPreview;
  readonly reading: Reading;
  readonly version: string;
  readonly overwrite: ReadonlySet<string>;
}

/** "Skriv blad": what will be written and changed, then the writing, then what was checked and how to undo it. */
export function WritePage(): JSX.Element {
  const texts = useTexts();
  const { reading, state, actions, services } = useReading();
  const [version, setVersion] = useState(state.version);
  const [isVersionTouched, setIsVersionTouched] = useState(false);
  const isNamed = version.trim() !== '';
  const [shown, setShown] = useState<ShownPreview | null>(null);
  const [unchosen, setUnchosen] = useState<ReadonlySet<OwnSheetKind>>(new Set());
  const [overwrite, setOverwrite] = useState<ReadonlySet<string>>(new Set());
  const [phase, setPhase] = useState<Phase>({ kind: 'choosing' });
  const signal = useRef({ aborted: false });

  useEffect(() => {
    let isShown = true;
    const timer = window.setTimeout(() => {
      services.previewWriting(reading, { version: version.trim(), sheets: withCompanions(CHOSEN_KINDS) }, overwrite).then(
        (preview) => { if (isShown) setShown({ preview, reading, version, overwrite }); },
        (error: unknown) => { if (isShown) setPhase({ kind: 'failed', error }); },
      );
    }, shown === null ? 0 : SETTLE_MS);
    return () => {
      isShown = false;
      window.clearTimeout(timer);
    };
    // A new preview is not a reason for another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [overwrite, reading, services, version]);

  const preview = shown?.preview ?? null;
  // What is written is what was shown: until the preview has caught up with the last change, there is nothing to write.
  const isCurrent = shown !== null && shown.reading === reading && shown.version === version && shown.overwrite === overwrite;
  const choices = useMemo(() => (preview === null ? [] : sheetChoices(preview)), [preview]);
  const chosen = useMemo(() => new Set(choices.filter((choice) => !choice.isSkipped && !unchosen.has(choice.kind)).map((choice) => choice.kind)), [choices, unchosen]);
  const count = sheetCount(choices, chosen);
  const [isAsking, setIsAsking] = useState(false);
  const replacedFrom = chosen.has('version') ? (preview?.replacesFrom ?? null) : null;

  const write = async (): Promise<void> => {
    setIsAsking(false);
    signal.current = { aborted: false };
    const sheets = choices.filter((choice) => chosen.has(choice.kind)).flatMap((choice) => choice.previews.map((sheet) => sheet.name));
    setPhase({ kind: 'writing', progress: null, sheets });
    actions.chooseVersion(version.trim());
    let reached = 0;
    try {
      const outcome = await services.writeSheets(reading, { version: version.trim(), sheets: withCompanions([...chosen]) }, {
        signal: signal.current, overwrite, onProgress: (progress) => {
          if (progress.phase === 'write' && progress.of > 0) reached = sheetReached(progress, sheets);
          setPhase({ kind: 'writing', progress, sheets });
        },
      });
      actions.keepOutcome(outcome);
      setPhase({ kind: 'done', outcome });
    } catch (error) {
      setPhase({ kind: 'failed', error, ...(reached > 0 ? { stoppedAt: { sheet: reached, of: sheets.length } } : {}) });
    }
  };

  switch (phase.kind) {
    case 'writing':
      return (
        <SubpageFrame
          key="writing" title={texts.write.title} canLeave={false}
          footer={<><span className="grow" /><Button onClick={() => { signal.current.aborted = true; }}>{texts.write.cancelAndRestore}</Button></>}
        >
          <WritingProgress progress={phase.progress} sheets={phase.sheets} />
        </SubpageFrame>
      );
    case 'done':
      return (
        <SubpageFrame key="done" title={texts.write.title} footer={<><span className="grow" /><Button appearance="primary" onClick={actions.leaveSubpage}>{texts.app.done}</Button></>}>
          <WritingResult outcome={phase.outcome} preview={preview} />
        </SubpageFrame>
      );
    case 'failed':
      return <WritingFailure error={phase.error} preview={preview} stoppedAt={phase.stoppedAt} onRetry={() => void write()} onBack={() => setPhase({ kind: 'choosing' })} />;
    case 'choosing':
      return (
        <SubpageFrame
          key="choosing"
          title={texts.write.title}
          footer={isAsking && replacedFrom !== null ? (
            <ReplaceQuestion question={texts.write.replaceVersion(version.trim(), replacedFrom.slice(0, 10))} onReplace={() => void write()} onCancel={() => setIsAsking(false)} />
          ) : (
            <>
              <span className="caption grow number">{preview === null ? texts.write.preparing : !isNamed ? texts.write.versionMissing : choices.every((choice) => choice.isSkipped) ? texts.footer.nothingToWrite : count === 0 ? texts.write.chooseSheet : texts.write.sheetCount(count)}</span>
              <div className="actions">
                <Button onClick={actions.leaveSubpage}>{texts.app.cancel}</Button>
                <Button appearance="primary" disabled={!isCurrent || count === 0 || !isNamed} onClick={() => (replacedFrom === null ? void write() : setIsAsking(true))}>{texts.write.writeSheets(count)}</Button>
              </div>
            </>
          )}
        >
          <Field label={texts.write.version} required hint={texts.write.versionHint} validationMessage={isNamed || !isVersionTouched ? undefined : texts.write.versionMissing}>
            <Input className="wide" value={version} onBlur={() => setIsVersionTouched(true)} onChange={(_event, data) => { setVersion(data.value); setIsAsking(false); }} />
          </Field>
          <h3 className="section">{texts.write.sheets}</h3>
          {preview === null ? (
            <p className="caption" role="status">{texts.write.preparing}</p>
          ) : (
            <SheetChoiceList
              choices={choices} chosen={chosen} version={version.trim()} overwrite={overwrite} onOverwrite={setOverwrite}
              onChoose={(kind, isChosen) => setUnchosen(new Set(isChosen ? [...unchosen].filter((one) => one !== kind) : [...unchosen, kind]))}
            />
          )}
          {preview !== null && preview.leftOut.length > 0 && (
            <Notice tone="warn">
              <p>{texts.write.leftOutTitle(preview.leftOut.length)}</p>
              <ul>{preview.leftOut.map((table) => <li key={table.key}>{table.key}: {texts.write.leftOut[table.reason]}</li>)}</ul>
            </Notice>
          )}
          <Notice tone="info">{texts.write.ownSheetsSafe}</Notice>
        </SubpageFrame>
      );
  }
}
