import { useRef, type MutableRefObject } from 'react';
import type { PaneState } from '../paneState';

/** The state as it is when an action runs, which may be long after it was asked for. */
export type LatestState = MutableRefObject<PaneState>;

/** The state of the last drawing, and what an action has put in its place since. */
export function useLatestState(state: PaneState): LatestState {
  const latest = useRef(state);
  latest.current = state;
  return latest;
}
