import { createRoot } from 'react-dom/client';
import { paneRequests } from '../app/paneRequests';
import type { AppPorts } from '../app/session';
import { registerCommands } from '../commands/registerCommands';
import { excelAdapters } from '../excel/excelAdapters';
import { officeEnvironment } from '../excel/officeEnvironment';
import { languageOf } from '../text/language';
import { sv } from '../text/sv';
import { App } from './App';
import { createPaneServices } from './createPaneServices';

/** The composition root of the pane and the ribbon commands, which share one page: Excel's adapters meet the use cases here. */
async function start(root: HTMLElement): Promise<void> {
  const environment = await officeEnvironment();
  const now = (): Date => new Date();
  const requests = paneRequests();
  const texts = languageOf(environment.displayLanguage) === 'sv' ? sv : (await import('../text/en')).en;
  const adapters = excelAdapters({ now, onCellEdit: () => requests.request({ said: texts.reading.waitingForCell }) });
  const ports: AppPorts = { ...adapters, now, pause: () => new Promise((resolve) => setTimeout(resolve, 0)) };
  registerCommands({ ports, request: requests.request, texts });
  const services = createPaneServices(ports, {
    displayLanguage: environment.displayLanguage,
    readHostTheme: environment.readTheme,
    isSupported: environment.isSupported,
    requests,
    copyText: (text) => navigator.clipboard.writeText(text),
  });
  createRoot(root).render(<App services={services} />);
}

const root = document.getElementById('root');
if (root === null) throw new Error('taskpane.html has no element with the id root.');
void start(root);
