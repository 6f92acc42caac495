import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ChevronRight16Regular, DocumentAdd20Regular, SelectAllOn20Regular, Table20Regular } from '@fluentui/react-icons';
import { sheetsWithoutTables } from '../../app/startView';
import { useReading } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { Notice } from './Notice';

/** No table was found: what was read, and three ways on. */
export function EmptyWorkbook(): JSX.Element {
  const texts = useTexts();
  const { reading, actions } = useReading();
  const [showNeeded, setShowNeeded] = useState(false);
  const [isInVain, setIsInVain] = useState(false);
  const { empty, textOnly } = sheetsWithoutTables(reading.grid.sheets);
  const names = (list: readonly string[]): string => (list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} ${texts.empty.and} ${list[list.length - 1] ?? ''}`);
  const rest = [empty.length > 0 ? texts.empty.emptySheets(names(empty), empty.length) : '', textOnly.length > 0 ? texts.empty.textSheets(names(textOnly)) : ''].filter((part) => part !== '').join(' ');
  return (
    <>
      <div className="empty">
        <svg width="96" height="68" viewBox="0 0 96 68" aria-hidden>
          <rect x="1" y="1" width="94" height="66" rx="3" fill="var(--page-quiet)" stroke="var(--edge-strong)" />
          <path d="M32 1 V67 M64 1 V67 M1 17.5 H95 M1 34 H95 M1 50.5 H95" stroke="var(--edge)" />
          <rect x="32" y="17.5" width="32" height="16.5" fill="var(--info-back)" stroke="var(--line)" strokeWidth="1.5" />
        </svg>
        <h2>{texts.empty.title}</h2>
        <p>{texts.empty.body}</p>
      </div>
      <div className="options">
        <Option icon={<SelectAllOn20Regular />} title={texts.empty.readSelection} hint={texts.empty.readSelectionHint} onClick={() => void actions.readSelection().then(() => setIsInVain(true))} />
        {isInVain && <div role="status"><Notice tone="warn">{texts.empty.nothingInSelection(reading.report.tables.length > 0)}</Notice></div>}
        <Option icon={<Table20Regular />} title={texts.empty.requirements} hint={texts.empty.requirementsHint} isOpen={showNeeded} onClick={() => setShowNeeded(!showNeeded)} />
        {showNeeded && <ul className="needed">{texts.empty.needed.map((line) => <li key={line}>{line}</li>)}</ul>}
        <Option icon={<DocumentAdd20Regular />} title={texts.empty.emptyPlan} hint={texts.empty.emptyPlanHint} returnTo="empty-plan" onClick={() => actions.openSubpage({ kind: 'write' }, 'empty-plan')} />
      </div>
      <p className="caption read-sheets">{texts.empty.readSheets(reading.grid.sheets.length, rest)}</p>
    </>
  );
}

interface OptionProps {
  readonly icon: JSX.Element;
  readonly title: string;
  readonly hint: string;
  readonly onClick: () => void;
  readonly isOpen?: boolean;
  readonly returnTo?: string;
}

/** A way on, with a line about what it does. */
export function Option({ icon, title, hint, onClick, isOpen, returnTo }: OptionProps): JSX.Element {
  return (
    <Button className="option" icon={icon} aria-expanded={isOpen} data-return={returnTo} onClick={onClick}>
      <span className="grow"><span className="strong">{title}</span><span className="caption">{hint}</span></span>
      <ChevronRight16Regular aria-hidden />
    </Button>
  );
}
