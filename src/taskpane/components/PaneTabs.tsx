import { Tab, TabList } from '@fluentui/react-components';
import { usePane } from '../hooks/usePane';
import { useTexts } from '../hooks/useTexts';
import { TABS } from '../paneState';

/** The five views; one stop for Tab, arrow keys between them. */
export function PaneTabs(): JSX.Element {
  const texts = useTexts();
  const { state, actions } = usePane();
  return (
    <nav aria-label={texts.app.views}>
      <TabList
        className="tabs"
        aria-label={texts.app.views}
        size="small"
        selectedValue={state.tab}
        onTabSelect={(_event, { value }) => {
          const tab = TABS.find((one) => one === value);
          if (tab !== undefined) actions.chooseTab(tab);
        }}
      >
        {TABS.map((tab) => (
          <Tab key={tab} value={tab} id={`von-tab-${tab}`} aria-controls={tab === state.tab ? 'von-page' : undefined}>
            {texts.tabs[tab]}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}
