import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { PaneHeader } from './PaneHeader';

interface SubpageFrameProps {
  readonly title: string;
  /** Where in the workbook the page's subject stands. */
  readonly place?: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** Asked before the page is left by the back button or Esc; false keeps it open. */
  readonly canLeave?: boolean;
}

/** A page in place of the tabs: back button and title above, its own buttons below. Esc leaves it. */
export function SubpageFrame({ title, place, children, footer, canLeave = true }: SubpageFrameProps): JSX.Element {
  const texts = useTexts();
  const { actions } = usePane();
  const heading = useRef<HTMLHeadingElement>(null);
  // The control that had the focus is gone, so the focus goes to the page's name rather than to nothing, unless the page has taken it.
  useEffect(() => {
    const page = heading.current?.closest('.subpage');
    if (page?.contains(document.activeElement) !== true) heading.current?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && canLeave && !event.defaultPrevented) actions.leaveSubpage();
  };
  return (
    <div className="subpage" onKeyDown={onKeyDown}>
      <div className="scroll">
        <div className="top">
          <PaneHeader />
          <section className="subpage-bar" aria-label={title}>
            <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={texts.app.back} disabled={!canLeave} onClick={actions.leaveSubpage} />
            <h2 ref={heading} tabIndex={-1} className="grow">{title}</h2>
            {place !== undefined && <span className="place">{place}</span>}
          </section>
        </div>
        <main className="main">{children}</main>
      </div>
      {footer !== undefined && <footer className="foot">{footer}</footer>}
    </div>
  );
}
