import { useEffect, useState } from 'react';
import type { SelectedCell } from '../../workbook/ports';
import { usePane } from './usePane';
import { listen } from './listen';

const SETTLE_MS = 200;

/** The cells that are marked in the sheet, at most `limit` of them, followed as the user marks others. */
export function useSelectedCells(limit: number): readonly SelectedCell[] {
  const { services } = usePane();
  const [cells, setCells] = useState<readonly SelectedCell[]>([]);
  useEffect(() => {
    let timer = 0;
    const readSelection = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        // A selection that cannot be read just now (a cell is being edited) is no selection.
        services.readSelectedCells(limit).then(setCells, () => setCells([]));
      }, SETTLE_MS);
    };
    readSelection();
    const stop = listen(() => services.onSelectionChanged(readSelection));
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [services, limit]);
  return cells;
}
