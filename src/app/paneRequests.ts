/** What a ribbon button asks of the open pane; `said` is a sentence about what the button has done. */
export type PaneRequest = 'read-again' | 'check-table' | 'selection-avvikelse' | 'write-sheets' | 'help' | 'undone' | { readonly said: string };

/** The way from the ribbon to the pane; both run in the same page. */
export interface PaneRequests {
  /** Asked by a ribbon command; kept until the pane listens. */
  readonly request: (request: PaneRequest) => void;
  /** Listened to by the pane; gives the way to stop. */
  readonly onRequest: (handler: (request: PaneRequest) => void) => () => void;
}

/** A channel between ribbon and pane. What was asked before the pane listened is handed over when it does. */
export function paneRequests(): PaneRequests {
  const handlers = new Set<(request: PaneRequest) => void>();
  let waiting: readonly PaneRequest[] = [];
  return {
    request: (request) => {
      if (handlers.size === 0) waiting = [...waiting, request];
      for (const handler of handlers) handler(request);
    },
    onRequest: (handler) => {
      handlers.add(handler);
      const handedOver = waiting;
      waiting = [];
      handedOver.forEach(handler);
      return () => handlers.delete(handler);
    },
  };
}
