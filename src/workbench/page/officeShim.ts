import { functionRuntime } from '../host/functionRuntime';
import { connectLibrary, sendEvents, supports } from '../host/libraryConnection';
import type { PaneBridge } from './paneBridge';

// Runs in the pane's frame right after Microsoft's office.js: sends its requests to the workbench page and stands in for what only a
// real Excel has (ribbon actions, showing the pane, the function runtime). The pane itself is the built one, unaltered.

const bridge = (window.parent as Window & { readonly vonWorkbench?: PaneBridge }).vonWorkbench;
if (bridge === undefined) throw new Error('The pane was opened outside the workbench page.');

const actions = new Map<string, (event: { completed(): void }) => unknown>();

connectLibrary((body, flags) => bridge.execute(body, flags), supports(bridge.apiSet), {
  context: { displayLanguage: bridge.language, officeTheme: bridge.theme, document: { settings: { get: () => null, set: () => undefined, saveAsync: () => undefined } } },
  HostType: { Excel: 'Excel' },
  PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' },
  StartupBehavior: { none: 'none', load: 'load' },
  actions: { associate: (name: string, action: (event: { completed(): void }) => unknown) => actions.set(name, action) },
  addin: {
    showAsTaskpane: () => bridge.showPane(true),
    hide: () => bridge.showPane(false),
    setStartupBehavior: () => Promise.resolve(),
    onVisibilityModeChanged: () => Promise.resolve(() => Promise.resolve()),
  },
});

// The functions run in the page that holds the workbook; here they are only loaded, as the shared runtime loads them.
Object.assign(window, { CustomFunctions: functionRuntime(() => undefined) });

bridge.paneReady({
  run: (name) =>
    new Promise<boolean>((resolve) => {
      const action = actions.get(name);
      if (action === undefined) resolve(false);
      else action({ completed: () => resolve(true) });
    }),
  sendEvents,
});
