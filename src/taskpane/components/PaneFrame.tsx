import { lazy, Suspense, useEffect, useRef } from 'react';
import { usePane } from '../hooks/usePane';
import { useRibbonRequests } from '../hooks/useRibbonRequests';
import { loadPatiently } from '../loadPatiently';
import { StartPage } from '../pages/StartPage';
import { ChangeBanner } from './ChangeBanner';
import { FailureNotice } from './FailureNotice';
import { PageLoading } from './PageLoading';
import { PaneHeader } from './PaneHeader';
import { PaneTabs } from './PaneTabs';
import { ReadingProgress } from './ReadingProgress';

const pages = {
  avvikelser: () => import('../pages/AvvikelserPage').then((page) => ({ default: page.AvvikelserPage })),
  avstamning: () => import('../pages/AvstamningPage').then((page) => ({ default: page.AvstamningPage })),
  atgarder: () => import('../pages/AtgarderPage').then((page) => ({ default: page.AtgarderPage })),
  r12: () => import('../pages/R12Page').then((page) => ({ default: page.R12Page })),
  changeTable: () => import('../pages/ChangeTablePage').then((page) => ({ default: page.ChangeTablePage })),
  editMeasure: () => import('../pages/EditMeasurePage').then((page) => ({ default: page.EditMeasurePage })),
  write: () => import('../pages/WritePage').then((page) => ({ default: page.WritePage })),
  help: () => import('../pages/HelpPage').then((page) => ({ default: page.HelpPage })),
};

const AvvikelserPage = lazy(() => loadPatiently(pages.avvikelser));
const AvstamningPage = lazy(() => loadPatiently(pages.avstamning));
const AtgarderPage = lazy(() => loadPatiently(pages.atgarder));
const R12Page = lazy(() => loadPatiently(pages.r12));
const ChangeTablePage = lazy(() => loadPatiently(pages.changeTable));
const EditMeasurePage = lazy(() => loadPatiently(pages.editMeasure));
const WritePage = lazy(() => loadPatiently(pages.write));
const HelpPage = lazy(() => loadPatiently(pages.help));

const TAB_PAGES = { start: StartPage, avvikelser: AvvikelserPage, avstamning: AvstamningPage, atgarder: AtgarderPage, r12: R12Page };

/** Header, tabs or subpage, and the live region. A page brings its own content and footer. */
export function PaneFrame(): JSX.Element {
  const { state, services } = usePane();
  useRibbonRequests();
  useFocusBack();
  const { reading, subpage } = state;
  const isRead = reading !== null;
  useEffect(() => {
    if (!isRead) return;
    // Once there is something to show, the rest is fetched ahead, so that the pane works on when the network goes away.
    for (const load of [...Object.values(pages), services.loadAhead]) void load().catch(() => undefined);
  }, [isRead, services]);
  return (
    <>
      <p className="visually-hidden" role="status" aria-live="polite">{state.announcement}</p>
      <Suspense fallback={<div className="scroll"><PageLoading /></div>}>
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
  const { state } = usePane();
  const Page = TAB_PAGES[state.tab];
  return (
    <UnderTabs>
      <Suspense fallback={<PageLoading />}>
        <Page />
      </Suspense>
    </UnderTabs>
  );
}

function Frame({ children }: { readonly children: React.ReactNode }): JSX.Element {
  const { state } = usePane();
  return (
    <UnderTabs>
      <main className="main">
        <ChangeBanner />
        <div id="von-page" role="tabpanel" aria-labelledby={`von-tab-${state.tab}`}>{children}</div>
      </main>
    </UnderTabs>
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

function UnderTabs({ children }: { readonly children: React.ReactNode }): JSX.Element {
  return (
    <div className="scroll">
      <div className="top">
        <PaneHeader />
        <PaneTabs />
      </div>
      {children}
    </div>
  );
}
