import type { WorkOptions } from '../workbook/ports';
import type { AppPorts } from './session';

/** What can be put back: a writing that was cut off ("Återställ"), or the last one ("Ångra skrivningen"). */
export interface Undoable {
  readonly kind: 'interrupted' | 'written';
  readonly sheets: readonly string[];
  /** ISO time; left out for a writing that was cut off. */
  readonly writtenAt?: string;
}

/** Asked when the workbook is opened, and after each writing. A writing that was cut off comes first. */
export async function readUndoable(ports: Pick<AppPorts, 'writer'>): Promise<Undoable | null> {
  const interrupted = await ports.writer.readInterrupted();
  if (interrupted !== null) return { kind: 'interrupted', sheets: interrupted.sheets };
  const undo = await ports.writer.readUndo();
  return undo === null ? null : { kind: 'written', ...undo };
}

/**
 * Puts the workbook back as it was before.
 * @returns what was put back; null when there was nothing
 */
export async function undoWriting(ports: Pick<AppPorts, 'writer'>, options: WorkOptions = {}): Promise<Undoable | null> {
  const undoable = await readUndoable(ports);
  if (undoable !== null) await ports.writer.undoWriting(options);
  return undoable;
}
