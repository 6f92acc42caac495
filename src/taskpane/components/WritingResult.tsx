import { useEffect, useRef, useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowUndo16Regular, CheckmarkCircle20Regular, Checkmark16Regular, Warning16Regular } from '@fluentui/react-icons';
import type { WritingOutcome, WritingPreview } from '../../app/session';
import { formatClock } from '../../text/dates';
import type { Texts } from '../../text/sv';
import type { RewritePreview } from '../../workbook/write/rewrite';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { LinkButton } from './LinkButton';

/** What was written, what was checked afterwards, and the way to undo it. The heading takes the focus. */
export function WritingResult({ outcome, preview }: { readonly outcome: WritingOutcome; readonly preview: WritingPreview | null }): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { actions } = useReading();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { check } = outcome;
  return (
    <>
      <div className="notice good">
        <CheckmarkCircle20Regular aria-hidden />
        <h3 ref={heading} tabIndex={-1}>{texts.write.written(outcome.written.length, formatClock(new Date(outcome.writtenAt), language))}</h3>
      </div>
      <ul className="sheets">
        {outcome.written.map((sheet) => (
          <li key={sheet.sheet} className="written-row">
            <CheckmarkCircle20Regular className="good" aria-hidden />
            <span className="grow"><span className="strong">{sheet.sheet}</span><br /><span className="caption number">{resultOf(texts, sheet, preview)}</span></span>
            <LinkButton aria-label={texts.write.openSheet(sheet.sheet)} onClick={() => actions.goToCell(sheet.sheet, 'A1')}>{texts.write.open}</LinkButton>
          </li>
        ))}
      </ul>
      <h3 className="section">{texts.write.afterCheck}</h3>
      <ul className="checks">
        {check === null ? (
          <Check isGood={false} text={texts.write.unchecked} />
        ) : (
          <>
            <Check isGood={check.isComplete} text={check.isComplete ? texts.write.complete : texts.write.incomplete} />
            <Check isGood={check.errorCells.length === 0} text={check.errorCells.length === 0 ? texts.write.noFormulaErrors : texts.write.formulaErrors(check.errorCells.slice(0, 5).join(', '))} />
            <Check isGood={check.isPortable} text={check.isPortable ? texts.write.portable : texts.write.notPortable} />
          </>
        )}
      </ul>
      <Undo count={outcome.written.length} />
    </>
  );
}

/** "12 celler ändrade · 8 kommentarer behållna", as the preview promised. */
function resultOf(texts: Texts, { sheet, isNew }: WritingOutcome['written'][number], preview: WritingPreview | null): string {
  if (isNew) return texts.write.isNew;
  const promised = preview?.sheets.find((one): one is RewritePreview => one.isSkipped !== true && one.name === sheet);
  if (promised === undefined) return texts.write.isUpdated;
  if (promised.state === 'unchanged') return texts.write.isUnchanged;
  return promised.changes.length === 0 ? texts.write.isUpdated : texts.write.changed(promised.changes.length, promised.keptComments);
}

function Check({ isGood, text }: { readonly isGood: boolean; readonly text: string }): JSX.Element {
  const Icon = isGood ? Checkmark16Regular : Warning16Regular;
  return <li className="row"><Icon className={isGood ? 'good' : 'warn'} aria-hidden /><span className="grow">{text}</span></li>;
}

function Undo({ count }: { readonly count: number }): JSX.Element {
  const texts = useTexts();
  const { actions, services, state } = useReading();
  const [phase, setPhase] = useState<'ready' | 'working' | 'undone' | 'impossible'>('ready');
  const undo = async (): Promise<void> => {
    setPhase('working');
    try {
      const isUndone = await services.undoWriting();
      setPhase(isUndone ? 'undone' : 'impossible');
      if (isUndone) {
        actions.keepOutcome(null);
        actions.say(texts.write.undone, true);
      }
    } catch (error) {
      setPhase('ready');
      actions.fail('write', error);
    }
  };
  if (phase === 'undone') return <p className="soft" role="status">{texts.write.undone}</p>;
  if (phase === 'impossible') return <p className="soft" role="status">{texts.write.cannotUndo(lastVersionSheet(state.reading?.ownSheets ?? []))}</p>;
  return (
    <section className="card undo" aria-label={texts.write.wentWrong}>
      <h3>{texts.write.wentWrong}</h3>
      <p className="caption">{texts.write.undoHint(count)} {texts.write.undoWhile}</p>
      <Button size="small" icon={<ArrowUndo16Regular />} disabled={phase === 'working'} onClick={() => void undo()}>{texts.write.undo}</Button>
    </section>
  );
}

function lastVersionSheet(sheets: readonly { readonly name: string; readonly kind: string }[]): string {
  return sheets.filter((sheet) => sheet.kind === 'version').map((sheet) => sheet.name).at(-1) ?? '';
}
