import type { AppPorts } from '../../src/app/session';
import type { WorkbookGrid } from '../../src/workbook/grid';
import type { SelectedCell, WorkbookChange } from '../../src/workbook/ports';

/** Ports over a workbook in memory, and what a test can see and do behind them. */
export interface MemoryPorts {
  readonly ports: AppPorts;
  readonly stored: Map<string, unknown>;
  /** Cells that were gone to, as "Sheet!A1". */
  readonly selected: readonly string[];
  readonly change: (change: WorkbookChange) => void;
  readonly mark: (cells: readonly SelectedCell[]) => void;
  /** How often the workbook was read from the host. */
  readonly readCount: () => number;
}

/** A host without Excel: reading gives the grid, what is written is told but not kept, settings are kept as JSON. */
export function memoryPorts(grid: WorkbookGrid, now = new Date(2025, 0, 28, 14, 32)): MemoryPorts {
  const stored = new Map<string, unknown>();
  const selected: string[] = [];
  const changed = new Set<(change: WorkbookChange) => void>();
  const marked = new Set<() => void>();
  let cells: readonly SelectedCell[] = [];
  let reads = 0;
  const listening = <Handler>(handlers: Set<Handler>) => (handler: Handler): Promise<() => Promise<void>> => {
    handlers.add(handler);
    return Promise.resolve(async () => void handlers.delete(handler));
  };
  const nothing = (): Promise<() => Promise<void>> => Promise.resolve(() => Promise.resolve());
  const ports: AppPorts = {
    now: () => now,
    pause: () => Promise.resolve(),
    reader: {
      readWorkbook: (options) => {
        reads += 1;
        options?.onProgress?.({ phase: 'read', done: 1, of: 1, sheet: grid.sheets[0]?.name });
        return Promise.resolve(grid);
      },
    },
    writer: {
      writeSheets: (specs) => Promise.resolve({ written: specs.map((spec) => ({ sheet: spec.name, range: 'A1:B2', isNew: true })) }),
      readUndo: () => Promise.resolve(null),
      undoWriting: () => Promise.resolve(),
      readInterrupted: () => Promise.resolve(null),
    },
    settings: {
      read: (key) => Promise.resolve(stored.get(key) ?? null),
      readAll: (prefix) => Promise.resolve(new Map([...stored].filter(([key]) => key.startsWith(prefix)))),
      write: (entries) => {
        for (const [key, value] of entries) stored.set(key, JSON.parse(JSON.stringify(value)));
        return Promise.resolve();
      },
    },
    selection: {
      selectCell: (sheet, address) => {
        selected.push(`${sheet}!${address}`);
        return Promise.resolve();
      },
      readSelectedCells: (limit) => Promise.resolve(cells.slice(0, limit)),
    },
    events: { onChanged: listening(changed), onSelectionChanged: listening(marked), onActivated: nothing },
    formulas: { lockValues: () => Promise.resolve(0), repairFormulas: () => Promise.resolve(0) },
  };
  return {
    ports, stored, selected, readCount: () => reads,
    change: (change) => changed.forEach((handler) => handler(change)),
    mark: (next) => {
      cells = next;
      marked.forEach((handler) => handler());
    },
  };
}
