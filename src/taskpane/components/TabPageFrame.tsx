import type { ReactNode } from 'react';
import { usePane } from '../hooks/usePane';
import { ChangeBanner } from './ChangeBanner';
import { FailureNotice } from './FailureNotice';
import { ReadingProgress } from './ReadingProgress';
import { WriteFooter } from './WriteFooter';

/** What a tab brings below the tabs: the page in a scrolling middle, status and "Skriv blad …" below. */
export function TabPageFrame({ children, status }: { readonly children: ReactNode; readonly status?: ReactNode }): JSX.Element {
  const { state } = usePane();
  return (
    <>
      <main className="main">
        <ChangeBanner />
        <FailureNotice />
        <div id="von-page" role="tabpanel" aria-labelledby={`von-tab-${state.tab}`}>{state.isReading ? <ReadingProgress /> : children}</div>
      </main>
      <WriteFooter status={status} />
    </>
  );
}
