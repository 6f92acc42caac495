import { useState } from 'react';
import { isAnyTableUsed, startView, type TableCard } from '../../app/startView';
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
  const [showUnused, setShowUnused] = useState(false);
  const unused = view.unused.length > 0 && <UnusedTables cards={view.unused} isOpen={showUnused} onToggle={() => setShowUnused(!showUnused)} />;
  if (!isAnyTableUsed(reading)) {
    return (
      <TabPageFrame status={texts.footer.nothingToWrite}>
        <EmptyWorkbook />
        {unused}
      </TabPageFrame>
    );
  }
  return (
    <TabPageFrame status={state.outcome === null ? texts.footer.nothingWritten(state.version) : texts.write.written(state.outcome.written.length, formatClock(new Date(state.outcome.writtenAt), language))}>
      <InterruptedWriting />
      <SelectionAvvikelse />
      <h2>{texts.start.tablesOnSheets(view.asking.length + view.ready.length + view.unused.length, view.sheetCount)}</h2>
      <p className="caption">
        {view.isRecognised && view.questionCount === 0 ? texts.start.recognised(view.lastVersion) : texts.start.state(view.ready.length, view.asking.length)}
      </p>
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
