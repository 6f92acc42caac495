import { useState } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import type { Texts } from '../../text/sv';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import type { ChosenWriting } from '../hooks/useWritingChoice';
import { Notice } from './Notice';
import { SheetChoiceList } from './SheetChoiceList';

/** The version, the sheets with what writing would do to each, and the tables that no sheet speaks of. */
export function WritingForm({ choice, onVersion }: { readonly choice: ChosenWriting; readonly onVersion: (version: string) => void }): JSX.Element {
  const texts = useTexts();
  const [isVersionTouched, setIsVersionTouched] = useState(false);
  const { preview, version, isNamed } = choice;
  const leftOut = preview?.leftOut ?? [];
  return (
    <>
      <Field label={texts.write.version} required hint={texts.write.versionHint} validationMessage={isNamed || !isVersionTouched ? undefined : texts.write.versionMissing}>
        <Input className="wide" value={version} onBlur={() => setIsVersionTouched(true)} onChange={(_event, data) => onVersion(data.value)} />
      </Field>
      <h3 className="section">{texts.write.sheets}</h3>
      {preview === null ? (
        <p className="caption" role="status">{texts.write.preparing}</p>
      ) : (
        <SheetChoiceList
          choices={choice.choices} chosen={choice.chosen} version={version.trim()} onChoose={choice.choose}
          overwrite={choice.overwrite} onOverwrite={choice.setOverwrite}
        />
      )}
      {leftOut.length > 0 && (
        <Notice tone="warn">
          <p>{texts.write.leftOutTitle(leftOut.length)}</p>
          <ul>{leftOut.map((table) => <li key={table.key}>{table.key}: {texts.write.leftOut[table.reason]}</li>)}</ul>
        </Notice>
      )}
      <Notice tone="info">{texts.write.ownSheetsSafe}</Notice>
    </>
  );
}

/** How much is chosen, or what is missing, to the left; the button that writes to the right. */
export function WritingFormFooter({ choice, onWrite }: { readonly choice: ChosenWriting; readonly onWrite: () => void }): JSX.Element {
  const texts = useTexts();
  const { actions } = usePane();
  return (
    <>
      <span className="caption grow number">{statusOf(texts, choice)}</span>
      <div className="actions">
        <Button onClick={actions.leaveSubpage}>{texts.app.cancel}</Button>
        <Button appearance="primary" disabled={!choice.isReady} onClick={onWrite}>{texts.write.writeSheets(choice.count)}</Button>
      </div>
    </>
  );
}

function statusOf(texts: Texts, { preview, isNamed, choices, count }: ChosenWriting): string {
  if (preview === null) return texts.write.preparing;
  if (!isNamed) return texts.write.versionMissing;
  if (choices.every((choice) => choice.isSkipped)) return texts.footer.nothingToWrite;
  return count === 0 ? texts.write.chooseSheet : texts.write.sheetCount(count);
}
