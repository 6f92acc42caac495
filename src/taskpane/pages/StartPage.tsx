import { useState } from 'react';
import { avstamningView } from '../../app/avstamningView';
import { isAnyTableUsed, startView, type StartView, type TableCard } from '../../app/startView';
import { formatClock } from '../../text/dates';
import { EmptyWorkbook } from '../components/EmptyWorkbook';
import { InterruptedWriting } from '../components/InterruptedWriting';
import { LinkButton } from '../components/LinkButton';
import { QuestionCard } from '../components/QuestionCard';
import { SelectionAvvikelse } from '../components/SelectionAvvikelse';
import { TableSummary } from '../components/TableSummary';
import { TabPageFrame } from '../components/TabPageFrame';
import { useReading } from '../hooks/usePane';
import { useRemembered } from '../hooks/useRemembered';
import { useLanguage, useTexts } from '../hooks/useTexts';
import '../styles/start.css';

/** What was found: tables, kind, unit, sign rule and how sure, with the questions that only the user can answer on top. */
export function StartPage(): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { reading, state } = useReading();
  const view = startView(reading);
  const [opened, setOpened] = useRemembered<string | null>('start.opened', firstOpened(view.ready));
  // Where no table is in use, those that were read but not understood are what there is to go on from.
  const [showUnused, setShowUnused] = useState(!isAnyTableUsed(reading));
  const unused = view.unused.length > 0 && <UnusedTables cards={view.unused} isOpen={showUnused} onToggle={() => setShowUnused(!showUnused)} />;
  if (!isAnyTableUsed(reading)) {
    return (
      <TabPageFrame status={texts.footer.nothingToWrite}>
        <EmptyWorkbook />
        {unused}
      </TabPageFrame>
    );
  }
  const { outcome } = state;
  const status =
    outcome === null ? texts.footer.nothingWritten(state.version) : texts.write.written(outcome.written.length, formatClock(new Date(outcome.writtenAt), language));
  return (
    <TabPageFrame status={status}>
      <InterruptedWriting />
      <SelectionAvvikelse />
      <h2>{texts.start.tablesOnSheets(view.asking.length + view.ready.length + view.unused.length, view.sheetCount)}</h2>
      <p className="caption"><StateOfTables view={view} /></p>
      <ul className="tables">
        {view.asking.map((card) => <li key={card.status.key}><QuestionCard card={card} /></li>)}
        {view.ready.map((card) => (
          <li key={card.status.key}>
            <TableSummary card={card} isOpen={opened === card.status.key} onToggle={() => setOpened(opened === card.status.key ? null : card.status.key)} />
          </li>
        ))}
      </ul>
      {unused}
    </TabPageFrame>
  );
}

/** How many tables are ready; that nothing is asked is only said where Avstämning has no question either. */
function StateOfTables({ view }: { readonly view: StartView }): JSX.Element {
  const texts = useTexts();
  const { reading } = useReading();
  if (view.asking.length > 0) return <>{texts.start.waiting(view.ready.length, view.asking.length)}</>;
  const inChecks = avstamningView(reading).questions.length;
  const ready = view.isRecognised ? texts.start.recognised(view.lastVersion) : texts.start.allReady(view.ready.length);
  return <>{ready} {inChecks === 0 ? texts.start.noQuestions : texts.start.questionsInChecks(inChecks)}</>;
}

/** The passport to look at first: that of a table with errors, else of one with a sign rule. */
function firstOpened(cards: readonly TableCard[]): string | null {
  const card = cards.find((one) => one.errorRows.length > 0) ?? cards.find((one) => one.table.signRule !== null);
  return card?.status.key ?? null;
}

function UnusedTables({ cards, isOpen, onToggle }: { readonly cards: readonly TableCard[]; readonly isOpen: boolean; readonly onToggle: () => void }): JSX.Element {
  const texts = useTexts();
  const { actions } = useReading();
  return (
    <div className="unused">
      <div className="row">
        <span className="caption grow">{texts.start.unused(cards.length, [...new Set(cards.map((card) => card.table.sheet))].join(', '))}</span>
        <LinkButton small aria-expanded={isOpen} onClick={onToggle}>{isOpen ? texts.app.hide : texts.app.show}</LinkButton>
      </div>
      {isOpen && (
        <ul>
          {cards.map(({ status, table }) => (
            <li key={status.key} className="row">
              <span className="grow">{table.sheet} <span className="place">{table.range}</span></span>
              {status.correction.isIgnored === true && (
                <LinkButton onClick={() => void actions.correctTable(status.key, { ...status.correction, isIgnored: false }, texts.start.saved(table.sheet))}>{texts.start.use}</LinkButton>
              )}
              <LinkButton
                aria-label={texts.start.changeTable(status.key)}
                data-return={`change ${status.key}`}
                onClick={() => actions.openSubpage({ kind: 'changeTable', table: status.key }, `change ${status.key}`)}
              >
                {texts.app.change}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
