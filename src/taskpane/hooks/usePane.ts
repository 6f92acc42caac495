import { createContext, useContext } from 'react';
import type { Correction, Reading, RowComment, TableKey, WritingOutcome } from '../../app/session';
import type { PlanMeasure } from '../../workbook/plan';
import type { Finding } from '../../workbook/report';
import type { Threshold } from '../../core/threshold';
import type { PaneState, Step, Subpage, Tab } from '../paneState';
import type { PaneServices } from '../paneServices';

/** What the pages can do; every one reports its own refusals to the pane. */
export interface PaneActions {
  readonly readWorkbook: () => void;
  readonly cancelReading: () => void;
  readonly readSelection: () => Promise<void>;
  readonly chooseTab: (tab: Tab) => void;
  /** Opens Avstämning: for the table under the marked cell, or for every table. */
  readonly checkTable: (which: 'marked' | 'all') => void;
  /** `returnTo` is the data-return of the control that opens the page; it gets the focus back. */
  readonly openSubpage: (subpage: Subpage, returnTo?: string) => void;
  readonly leaveSubpage: () => void;
  readonly chooseVersion: (version: string) => void;
  readonly goToCell: (sheet: string, address: string) => void;
  /** `correction` is all that is said of the table, or what it becomes of what was said before. Gives whether it was kept, so that a form can stay open when it was not. */
  readonly correctTable: (table: TableKey, correction: Correction | ((before: Correction) => Correction), said: string) => Promise<boolean>;
  readonly saveThreshold: (threshold: Threshold) => Promise<boolean>;
  readonly acceptFindings: (findings: readonly Finding[], reason: string | null, said: string) => Promise<boolean>;
  readonly saveComments: (comments: readonly RowComment[]) => void;
  readonly saveOneOffs: (rowKeys: readonly string[]) => void;
  readonly saveMeasure: (measure: PlanMeasure, replaces: string | null, said: string) => Promise<boolean>;
  readonly removeMeasure: (key: string, said: string) => Promise<boolean>;
  readonly keepOutcome: (outcome: WritingOutcome | null) => void;
  readonly say: (text: string, isStatus?: boolean) => void;
  readonly fail: (step: Step, error: unknown) => void;
  readonly closeFailure: () => void;
  readonly copy: (text: string) => void;
}

export interface Pane {
  readonly state: PaneState;
  readonly actions: PaneActions;
  readonly services: PaneServices;
  /** Choices of a page that outlive its being shown, by name. */
  readonly remembered: Map<string, unknown>;
}

/** State, actions and services for every component below. */
export const PaneContext = createContext<Pane | null>(null);

/** The pane that a component stands in. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('usePane needs a PaneContext above it');
  return pane;
}

/** The pane with its reading; for pages that are shown only when there is one. */
export function useReading(): Pane & { readonly reading: Reading } {
  const pane = usePane();
  if (pane.state.reading === null) throw new Error('useReading needs a workbook that has been read');
  return { ...pane, reading: pane.state.reading };
}
