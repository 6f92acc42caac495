import { useMemo, useReducer, useRef } from 'react';
import type { ActionContext } from '../actions/actionContext';
import { correctActions } from '../actions/correctActions';
import { keepActions } from '../actions/keepActions';
import { showActions } from '../actions/showActions';
import { INITIAL_STATE, paneReducer } from '../paneState';
import type { PaneServices } from '../paneServices';
import { useLatestState } from './useLatestState';
import type { Pane, PaneActions } from './usePane';
import { useSheetChanges } from './useSheetChanges';
import { useTexts } from './useTexts';
import { useWorkbookReading } from './useWorkbookReading';

/** State and actions of the pane over its services; reads the workbook once at the start. */
export function usePaneController(services: PaneServices): Pane {
  const texts = useTexts();
  const [state, dispatch] = useReducer(paneReducer, INITIAL_STATE);
  const latest = useLatestState(state);
  const remembered = useRef(new Map<string, unknown>()).current;
  const { readWorkbook, cancelReading } = useWorkbookReading(services, state, latest, dispatch);
  useSheetChanges(services, state.reading, dispatch);

  const context = useMemo<ActionContext>(() => ({ services, latest, dispatch }), [latest, services]);
  // Apart from the texts, which may change: the corrections wait for each other.
  const correcting = useMemo(() => correctActions(context), [context]);
  const actions = useMemo<PaneActions>(
    () => ({ readWorkbook: () => void readWorkbook(), cancelReading, ...correcting, ...keepActions(context), ...showActions(context, texts) }),
    [cancelReading, context, correcting, readWorkbook, texts],
  );
  return useMemo(() => ({ state, actions, services, remembered }), [actions, remembered, services, state]);
}
