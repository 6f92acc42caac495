import type { EventEntry } from '../host/events';
import type { ExecutorResponse } from '../host/workbookHost';

/** What the workbench page offers the pane's frame. */
export interface PaneBridge {
  readonly apiSet: string;
  /** "en-GB": the language of the Office; Swedish where it is not told. */
  readonly language: string;
  readonly theme: { readonly bodyBackgroundColor: string; readonly isDarkTheme: boolean } | undefined;
  execute(body: string, flags: number): Promise<ExecutorResponse>;
  showPane(isShown: boolean): Promise<void>;
  /** Called by the frame when office.js is in place. */
  paneReady(pane: PaneSide): void;
}

/** What the frame offers the page. */
export interface PaneSide {
  /** Runs a ribbon action; false where the add-in has none of that name. */
  run(name: string): Promise<boolean>;
  sendEvents(entries: readonly EventEntry[]): void;
}
