import { useState } from 'react';
import { CheckmarkCircle20Regular, DismissCircle16Regular, Warning16Regular } from '@fluentui/react-icons';
import { avstamningView, findingsIn } from '../../app/avstamningView';
import { tableAt } from '../../app/selectionView';
import { findingId, tableKey } from '../../app/session';
import { formatClock } from '../../text/dates';
import type { Finding } from '../../workbook/report';
import { ChangedSources } from '../components/ChangedSources';
import { CheckBar } from '../components/CheckBar';
import { FindingCard } from '../components/FindingCard';
import { FindingLine } from '../components/FindingLine';
import { LinkButton } from '../components/LinkButton';
import { Shortened } from '../components/Shortened';
import { TabPageFrame } from '../components/TabPageFrame';
import { useReading } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import '../styles/avstamning.css';

/** Every printed sum, avvikelse and percentage recomputed: errors by cause, questions, and roundings folded away. */
export function AvstamningPage(): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { reading, state } = useReading();
  const table = state.checkedCell === null ? undefined : tableAt(state.checkedCell, reading.report.tables);
  const view = avstamningView(table === undefined ? reading : findingsIn(reading, table));
  const isClean = view.errorCount === 0 && view.questions.length === 0;
  return (
    <TabPageFrame status={texts.footer.checkedAt(formatClock(new Date(reading.readAt), language))}>
      <h2>{texts.avstamning.title}</h2>
      {state.checkedCell !== null && <CheckedTable name={table === undefined ? null : tableKey(table)} />}
      {table !== undefined ? null : reading.checkCount === 0 && reading.report.findings.length === 0 ? (
        <p>{texts.avstamning.nothingToCheck}</p>
      ) : (
        <>
          <p className="caption">{texts.avstamning.checks(reading.checkCount)}</p>
          <CheckBar errors={view.errorCount} questions={view.questions.length} rounding={view.rounding.length} fits={view.fitCount} />
        </>
      )}
      {isClean && table !== undefined && <p className="all-fits"><CheckmarkCircle20Regular className="good" aria-hidden />{texts.avstamning.tableFits(view.rounding.length)}</p>}
      {isClean && table === undefined && reading.checkCount > 0 && (
        <p className="all-fits"><CheckmarkCircle20Regular className="good" aria-hidden />{texts.avstamning.allFits(reading.checkCount, view.rounding.length)}</p>
      )}
      {view.errors.length > 0 && (
        <section>
          <h3 className="group"><DismissCircle16Regular className="bad" aria-hidden />{texts.avstamning.errorsHeading(view.errorCount, view.errors.length)}</h3>
          <Shortened items={view.errors} render={(cause) => <FindingCard key={findingId(cause.finding)} cause={cause} />} />
        </section>
      )}
      {view.questions.length > 0 && (
        <section>
          <h3 className="group"><Warning16Regular className="warn" aria-hidden />{texts.avstamning.questionsHeading(view.questions.length)}</h3>
          <Shortened items={view.questions} render={(finding) => <FindingLine key={findingId(finding)} finding={finding} canAccept />} />
        </section>
      )}
      <Folded heading={texts.avstamning.roundingHeading(view.rounding.length)} findings={view.rounding} />
      <Folded heading={texts.avstamning.acceptedHeading(view.accepted.length)} findings={view.accepted.map((one) => one.finding)} reasons={view.accepted.map((one) => one.reason)} />
      {(reading.ownSheets.length > 0 || state.outcome !== null) && <ChangedSources />}
    </TabPageFrame>
  );
}

/** Which table is shown alone, or that the marked cell stands in none, and the way to all of them. */
function CheckedTable({ name }: { readonly name: string | null }): JSX.Element {
  const texts = useTexts();
  const { actions } = useReading();
  return (
    <p className="row">
      <span className="grow">{name === null ? texts.avstamning.noTableMarked : <>{texts.avstamning.onlyTable} <span className="place">{name}</span></>}</span>
      {name !== null && <LinkButton onClick={() => actions.checkTable('all')}>{texts.avstamning.showAllTables}</LinkButton>}
    </p>
  );
}

function Folded({ heading, findings, reasons }: { readonly heading: string; readonly findings: readonly Finding[]; readonly reasons?: readonly string[] }): JSX.Element | null {
  const texts = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  if (findings.length === 0) return null;
  return (
    <section>
      <div className="row group-line">
        <h3 className="grow">{heading}</h3>
        <LinkButton aria-expanded={isOpen} aria-label={`${isOpen ? texts.app.hide : texts.app.show} ${heading}`} onClick={() => setIsOpen(!isOpen)}>{isOpen ? texts.app.hide : texts.app.show}</LinkButton>
      </div>
      {isOpen && <Shortened items={findings} render={(finding, index) => <FindingLine key={findingId(finding)} finding={finding} reason={reasons?.[index]} />} />}
    </section>
  );
}
