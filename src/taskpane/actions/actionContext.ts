import type { Dispatch } from 'react';
import type { Reading } from '../../app/session';
import type { LatestState } from '../hooks/useLatestState';
import type { PaneServices } from '../paneServices';
import type { PaneAction, Step } from '../paneState';

/** What the actions of the pane work with. */
export interface ActionContext {
  readonly services: PaneServices;
  readonly latest: LatestState;
  readonly dispatch: Dispatch<PaneAction>;
}

/** Does a step and tells the pane when it is refused. Gives whether it was done. */
export async function attempt({ dispatch }: ActionContext, step: Step, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    dispatch({ type: 'failed', failure: { step, error } });
    return false;
  }
}

/** As `attempt`, with the reading as it is now; nothing is done before the first. */
export function attemptWithReading(context: ActionContext, step: Step, work: (reading: Reading) => Promise<void>): Promise<boolean> {
  return attempt(context, step, async () => {
    const { reading } = context.latest.current;
    if (reading !== null) await work(reading);
  });
}
