import { useEffect, useMemo, useState } from 'react';
import { FluentProvider } from '@fluentui/react-components';
import { languageOf } from '../text/language';
import { sv, type Texts } from '../text/sv';
import { PaneFrame } from './components/PaneFrame';
import { useIsDark } from './hooks/useColorScheme';
import { PaneContext } from './hooks/usePane';
import { usePaneController } from './hooks/usePaneController';
import { WordingContext } from './hooks/useTexts';
import { loadPatiently } from './loadPatiently';
import type { PaneServices } from './paneServices';
import { darkTheme, lightTheme } from './theme';
import './styles/pane.css';

/** The pane: theme, language, state, and the page that is shown. */
export function App({ services }: { readonly services: PaneServices }): JSX.Element {
  const isDark = useIsDark(services.readHostTheme);
  const language = languageOf(services.displayLanguage);
  const [texts, setTexts] = useState<Texts | null>(language === 'sv' ? sv : null);
  useEffect(() => {
    document.documentElement.lang = language;
    if (language === 'en') void loadPatiently(() => import('../text/en')).then(({ en }) => setTexts(en));
  }, [language]);
  const wording = useMemo(() => ({ language, texts: texts ?? sv }), [language, texts]);
  return (
    <FluentProvider theme={isDark ? darkTheme : lightTheme} className="von-provider">
      <WordingContext.Provider value={wording}>
        <div className={isDark ? 'von dark' : 'von'}>{texts !== null && <RunningPane services={services} />}</div>
      </WordingContext.Provider>
    </FluentProvider>
  );
}

function RunningPane({ services }: { readonly services: PaneServices }): JSX.Element {
  const pane = usePaneController(services);
  return (
    <PaneContext.Provider value={pane}>
      <PaneFrame />
    </PaneContext.Provider>
  );
}
