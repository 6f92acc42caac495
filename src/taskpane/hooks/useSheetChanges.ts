import { useEffect, useState, type Dispatch } from 'react';
import type { Reading } from '../../app/session';
import type { Unsubscribe } from '../../workbook/ports';
import type { PaneServices } from '../paneServices';
import type { PaneAction } from '../paneState';
import { listen } from './listen';

/**
 * Tells the pane of changes in the sheets that the add-in did not make. A subscription that Excel refused is asked for again with each
 * reading, or later changes would go unnoticed.
 */
export function useSheetChanges(services: PaneServices, reading: Reading | null, dispatch: Dispatch<PaneAction>): void {
  const [wasRefused, setWasRefused] = useState(false);
  const attemptFor = wasRefused ? reading : null;
  useEffect(() => {
    const onChanged = (): Promise<Unsubscribe> =>
      services.onChanged((change) => {
        if (!change.isOwn) dispatch({ type: 'sheetChanged', change });
      });
    return listen(onChanged, () => setWasRefused(true));
  }, [attemptFor, dispatch, services]);
}
