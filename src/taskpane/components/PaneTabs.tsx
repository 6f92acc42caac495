import { Button } from '@fluentui/react-components';
import { useArrowList } from '../hooks/useArrowList';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { TABS } from '../paneState';

/**
 * The five views; one stop for Tab, arrow keys between them. Made of buttons: Fluent's TabList brings hidden focusable elements that
 * accessibility checkers report, and a keyboard library that no other part of the pane needs.
 */
export function PaneTabs(): JSX.Element {
  const texts = useTexts();
  const { state, actions } = usePane();
  const list = useArrowList<HTMLDivElement>(TABS);
  return (
    <nav className="tab-bar" aria-label={texts.app.views}>
      <div ref={list.ref} className="tabs" role="tablist" aria-label={texts.app.views} onKeyDown={list.onKeyDown} data-row="tabs">
        {TABS.map((tab) => (
          <Button
            key={tab} id={`von-tab-${tab}`} className="tab" appearance="transparent" role="tab" data-stop="" aria-selected={tab === state.tab}
            aria-controls={tab === state.tab ? 'von-page' : undefined} tabIndex={tab === state.tab ? 0 : -1} onClick={() => actions.chooseTab(tab)}
          >
            <span data-text={texts.tabs[tab]}>{texts.tabs[tab]}</span>
          </Button>
        ))}
      </div>
    </nav>
  );
}
