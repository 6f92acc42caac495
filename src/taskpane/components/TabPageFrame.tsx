import type { ReactNode } from 'react';
import { usePane } from '../hooks/usePane';
import { ChangeBanner } from './ChangeBanner';
import { FailureNotice } from './FailureNotice';
import { PaneHeader } from './PaneHeader';
import { PaneTabs } from './PaneTabs';
import { ReadingProgress } from './ReadingProgress';
import { WriteFooter } from './WriteFooter';

/** The frame of a tab: header and tabs above, the page in a scrolling middle, status and "Skriv blad …" below. */
export function TabPageFrame({ children, status }: { readonly children: ReactNode; readonly status?: ReactNode }): JSX.Element {
  const { state } = usePane();
  return (
    <>
      <div className="scroll">
        <div className="top">
          <PaneHeader />
          <PaneTabs />
        </div>
        <main className="main">
          <ChangeBanner />
          <FailureNotice />
          <div id="von-page" role="tabpanel" aria-labelledby={`von-tab-${state.tab}`}>{state.isReading ? <ReadingProgress /> : children}</div>
        </main>
      </div>
      <WriteFooter status={status} />
    </>
  );
}
