import { lazy, Suspense, useEffect, useRef } from 'react';
import { usePane } from '../hooks/usePane';
import { useRibbonRequests } from '../hooks/useRibbonRequests';
import { useTexts } from '../hooks/useTexts';
import { StartPage } from '../pages/StartPage';
import { ChangeBanner } from './ChangeBanner';
import { FailureNotice } from './FailureNotice';
import { PaneHeader } from './PaneHeader';
import { PaneTabs } from './PaneTabs';
import { ReadingProgress } from './ReadingProgress';

const AvvikelserPage = lazy(() => import('../pages/AvvikelserPage').then((page) => ({ default: page.AvvikelserPage })));
const AvstamningPage = lazy(() => import('../pages/AvstamningPage').then((page) => ({ default: page.AvstamningPage })));
const AtgarderPage = lazy(() => import('../pages/AtgarderPage').then((page) => ({ default: page.AtgarderPage })));
const R12Page = lazy(() => import('../pages/R12Page').then((page) => ({ default: page.R12Page })));
const ChangeTablePage = lazy(() => import('../pages/ChangeTablePage').then((page) => ({ default: page.ChangeTablePage })));
const EditMeasurePage = lazy(() => import('../pages/EditMeasurePage').then((page) => ({ default: page.EditMeasurePage })));
const WritePage = lazy(() => import('../pages/WritePage').then((page) => ({ default: page.WritePage })));
const HelpPage = lazy(() => import('../pages/HelpPage').then((page) => ({ default: page.HelpPage })));

const TAB_PAGES = { start: StartPage, avvikelser: AvvikelserPage, avstamning: AvstamningPage, atgarder: AtgarderPage, r12: R12Page };

/** Header, tabs or subpage, and the live region. A page brings its own content and footer. */
export function PaneFrame(): JSX.Element {
  const texts = useTexts();
  const { state, services } = usePane();
  useRibbonRequests();
  useFocusBack();
  const { reading, subpage } = state;
  return (
    <>
      <p className="visually-hidden" role="status" aria-live="polite">{state.announcement}</p>
      <Suspense fallback={<div className="scroll"><div className="main caption">{texts.app.loading}</div></div>}>
        {!services.isSupported ? (
          <Frame><FailureNotice /></Frame>
        ) : subpage?.kind === 'help' ? (
          <HelpPage />
        ) : reading === null ? (
          <Frame>{state.failure === null ? <ReadingProgress /> : <FailureNotice />}</Frame>
        ) : subpage?.kind === 'changeTable' ? (
          <ChangeTablePage key={subpage.table} table={subpage.table} />
        ) : subpage?.kind === 'editMeasure' ? (
          <EditMeasurePage key={subpage.measure ?? ''} measureKey={subpage.measure} verksamhet={subpage.verksamhet} />
        ) : subpage?.kind === 'write' ? (
          <WritePage />
        ) : (
          <TabPage />
        )}
      </Suspense>
    </>
  );
}

/** Header and tabs stay while the page below them changes or is fetched, so that a chosen tab keeps the focus. */
function TabPage(): JSX.Element {
  const texts = useTexts();
  const { state } = usePane();
  const Page = TAB_PAGES[state.tab];
  return (
    <div className="scroll">
      <div className="top">
        <PaneHeader />
        <PaneTabs />
      </div>
      <Suspense fallback={<main id="von-page" className="main caption">{texts.app.loading}</main>}>
        <Page />
      </Suspense>
    </div>
  );
}

function Frame({ children }: { readonly children: React.ReactNode }): JSX.Element {
  const { state } = usePane();
  return (
    <div className="scroll">
      <div className="top">
        <PaneHeader />
        <PaneTabs />
      </div>
      <main className="main">
        <ChangeBanner />
        <div id="von-page" role="tabpanel" aria-labelledby={`von-tab-${state.tab}`}>{children}</div>
      </main>
    </div>
  );
}

/** When a subpage is left, the control that opened it has the focus again. */
function useFocusBack(): void {
  const { state } = usePane();
  const wasOpen = useRef(false);
  const isOpen = state.subpage !== null;
  useEffect(() => {
    if (wasOpen.current && !isOpen && state.returnTo !== null) {
      const opener = [...document.querySelectorAll<HTMLElement>('[data-return]')].find((element) => element.getAttribute('data-return') === state.returnTo);
      opener?.focus();
    }
    wasOpen.current = isOpen;
  }, [isOpen, state.returnTo]);
}
