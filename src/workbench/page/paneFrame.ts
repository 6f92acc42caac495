import type { EventEntry } from '../host/events';
import type { WorkbookHost } from '../host/workbookHost';
import type { PaneBridge, PaneSide } from './paneBridge';

/** The pane's frame: the built add-in with office.js talking to the host of this page. */
export interface PaneFrame {
  /** Runs a ribbon action in the add-in, with or without the pane being shown. */
  run(action: string): Promise<boolean>;
  show(isShown: boolean): void;
  sendEvents(entries: readonly EventEntry[]): void;
  remove(): void;
}

/** Loads the pane beside a workbook. The add-in starts at once, as in a shared runtime; `element` shows it. */
export function openPaneFrame(element: HTMLElement, host: () => WorkbookHost, afterRequest: () => void): PaneFrame {
  let announce: (pane: PaneSide) => void = () => undefined;
  const ready = new Promise<PaneSide>((resolve) => {
    announce = resolve;
  });
  let side: PaneSide | undefined;
  const show = (isShown: boolean): void => {
    element.hidden = !isShown;
  };
  const parameters = new URLSearchParams(window.location.search);
  const theme = parameters.get('tema');
  const bridge: PaneBridge = {
    apiSet: parameters.get('api') ?? '1.14',
    language: parameters.get('sprak') ?? 'sv-SE',
    theme: theme === null ? undefined : { bodyBackgroundColor: theme === 'dark' ? '#262626' : '#FFFFFF', isDarkTheme: theme === 'dark' },
    execute: async (body, flags) => {
      const response = await host().execute(body, flags);
      afterRequest();
      return response;
    },
    showPane: (isShown) => {
      show(isShown);
      return Promise.resolve();
    },
    paneReady: (pane) => {
      side = pane;
      announce(pane);
    },
  };
  Object.assign(window, { vonWorkbench: bridge });
  const frame = document.createElement('iframe');
  frame.title = 'VON Budgetuppföljning';
  frame.src = 'addin/taskpane.html';
  element.replaceChildren(frame);
  return {
    run: async (action) => (await ready).run(action),
    show,
    sendEvents: (entries) => side?.sendEvents(entries),
    remove: () => frame.remove(),
  };
}
