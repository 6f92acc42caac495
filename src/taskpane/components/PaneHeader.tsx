import { lazy, Suspense } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowClockwise20Regular, CheckmarkCircle16Regular, DismissCircle16Regular, Warning16Regular } from '@fluentui/react-icons';
import { worstFinding } from '../../app/avstamningView';
import { isAnyTableUsed } from '../../app/startView';
import { formatClock } from '../../text/dates';
import { usePane } from '../hooks/usePane';
import { useLanguage, useTexts } from '../hooks/useTexts';
import { loadPatiently } from '../loadPatiently';

const VersionChoice = lazy(() => loadPatiently(() => import('./VersionChoice')).then((module) => ({ default: module.VersionChoice })));

/**
 * Letters of a version's name that leave room for the clock in a narrow pane, beside "4 fel" and beside the wider "2 frågor" and
 * "Stämmer". The clock of a longer one stands in the tip of "Läs om".
 */
const [ROOM_BESIDE_ERRORS, ROOM_BESIDE_QUESTIONS] = [10, 6];

/** Version, when the workbook was read, the worst finding, and "Läs om". */
export function PaneHeader(): JSX.Element {
  const texts = useTexts();
  const language = useLanguage();
  const { state, actions } = usePane();
  const { reading } = state;
  const isShortPill = reading !== null && worstFinding(reading).kind === 'errors';
  const shownVersion = state.version === '' ? texts.empty.choosePeriod : state.version;
  const isCrowded = shownVersion.length > (isShortPill ? ROOM_BESIDE_ERRORS : ROOM_BESIDE_QUESTIONS);
  return (
    <header className="head">
      <h1 className="visually-hidden">{texts.app.name}</h1>
      <div className="grow version">
        {reading !== null && (
          <Suspense fallback={<span className="strong">{shownVersion}</span>}>
            <VersionChoice />
          </Suspense>
        )}
      </div>
      {reading !== null && <span className={isCrowded ? 'caption read-at crowded' : 'caption read-at'}>{texts.header.readAt(formatClock(new Date(reading.readAt), language))}</span>}
      <FindingPill />
      <Button
        appearance="subtle"
        icon={<ArrowClockwise20Regular />}
        aria-label={texts.header.readAgain}
        title={reading === null ? texts.header.readAgain : `${texts.header.readAgain}. ${texts.header.readAt(formatClock(new Date(reading.readAt), language))}`}
        disabled={state.isReading}
        onClick={actions.readWorkbook}
      />
    </header>
  );
}

/** "4 fel", else "2 frågor", else "Stämmer"; opens Avstämning. */
function FindingPill(): JSX.Element | null {
  const texts = useTexts();
  const { state, actions } = usePane();
  if (state.reading === null || !isAnyTableUsed(state.reading)) return null;
  const worst = worstFinding(state.reading);
  const { text, tone, icon } = {
    errors: { text: texts.header.errors(worst.count), tone: 'bad', icon: <DismissCircle16Regular aria-hidden /> },
    questions: { text: texts.header.questions(worst.count), tone: 'warn', icon: <Warning16Regular aria-hidden /> },
    fits: { text: texts.header.fits, tone: 'good', icon: <CheckmarkCircle16Regular aria-hidden /> },
  }[worst.kind];
  return (
    <Button className={`pill ${tone}`} size="small" aria-label={texts.header.pillLabel(text)} onClick={() => actions.chooseTab('avstamning')}>
      {icon}
      {text}
    </Button>
  );
}
