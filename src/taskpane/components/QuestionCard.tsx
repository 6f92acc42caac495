import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { Warning16Regular } from '@fluentui/react-icons';
import type { SignRule } from '../../core/signRule';
import type { Correction, Question } from '../../app/session';
import type { TableCard } from '../../app/startView';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { describeTable } from './TableSummary';
import { RuleChoice } from './RuleChoice';

/** A table with a question: the sentence, the answer that is likely, and the way to answer otherwise. */
export function QuestionCard({ card }: { readonly card: TableCard }): JSX.Element {
  const texts = useTexts();
  const { table, status } = card;
  return (
    <article className="card asks" aria-label={status.key}>
      <div className="row">
        <div className="grow row"><span className="strong">{table.sheet}</span> <span className="place">{table.range}</span></div>
        <span className="badge warn"><Warning16Regular aria-hidden />{texts.start.question}</span>
      </div>
      <p className="caption">{describeTable(texts, card, false)}</p>
      {status.questions.map((question, index) => (
        <div key={question.kind} className="question"><Answer question={question} card={card} isLast={index === status.questions.length - 1} /></div>
      ))}
    </article>
  );
}

/** A question with its answer. "Ändra" leads to the whole table, so it stands once, at the last question. */
function Answer({ question, card, isLast }: { readonly question: Question; readonly card: TableCard; readonly isLast: boolean }): JSX.Element {
  const texts = useTexts();
  const { actions } = usePane();
  const { table, status } = card;
  const [rule, setRule] = useState<SignRule | null>(null);
  const change = isLast && (
    <Button data-return={`change ${status.key}`} onClick={() => actions.openSubpage({ kind: 'changeTable', table: status.key }, `change ${status.key}`)}>
      {texts.app.change}
    </Button>
  );
  const keep = (answer: (before: Correction) => Correction, said: string): void => void actions.correctTable(status.key, (before) => ({ ...before, ...answer(before) }), said);
  switch (question.kind) {
    case 'measures-owner':
      return (
        <>
          <p>{texts.start.askCommon(question.count)}</p>
          <div className="row answers">
            <Button appearance="primary" onClick={() => keep(() => ({ isCommon: true }), texts.start.saved(status.key))}>{texts.start.yesCommon}</Button>
            {change}
          </div>
        </>
      );
    case 'unit':
      return (
        <>
          <p>{texts.start.askUnit(question.assumed)}</p>
          <div className="row answers">
            <Button appearance="primary" onClick={() => keep(() => ({ unit: question.assumed }), texts.start.saved(status.key))}>{texts.start.yesUnit(question.assumed)}</Button>
            {change}
          </div>
        </>
      );
    case 'moved-column':
      return (
        <>
          <p>{texts.start.askMoved(question.column, question.now, question.before)}</p>
          <div className="row answers">
            <Button
              appearance="primary"
              onClick={() => keep((before) => ({ columns: { ...before.columns, ...fieldOf(card, question.column) } }), texts.start.saved(status.key))}
            >
              {texts.start.yes}
            </Button>
            {change}
          </div>
        </>
      );
    case 'sign-rule':
      return (
        <>
          <p>{texts.start.askRule}</p>
          <RuleChoice table={table} value={rule} onChoose={setRule} name={`rule ${status.key}`} />
          <div className="row answers">
            <Button
              appearance="primary"
              disabled={rule === null}
              onClick={() => {
                if (rule !== null) keep(() => ({ signRule: rule }), texts.start.ruleConfirmed(status.key));
              }}
            >
              {texts.start.confirm}
            </Button>
            {change}
          </div>
        </>
      );
  }
}

function fieldOf(card: TableCard, letter: string): Correction['columns'] {
  const column = card.table.columns.find((one) => one.column === letter);
  return column === undefined ? {} : { [letter]: column.field };
}
