import type { WorkOptions } from '../workbook/ports';
import { changedFigures, traceFigures } from '../workbook/write/sourceTrace';
import type { ChangedFigure, TracedFigure } from '../workbook/write/sourceTrace';
import type { AppPorts, Reading } from './session';

/** "Källspår": reads the workbook again and lists the written figures whose source has changed since. */
export async function readChangedSources(ports: Pick<AppPorts, 'reader'>, options: WorkOptions = {}): Promise<readonly ChangedFigure[]> {
  const { sheets } = await ports.reader.readWorkbook(options);
  return changedFigures(sheets);
}

/**
 * Where a cell leads: from a written figure to its source, from a source to the first figure that came from it.
 * @returns null for a cell that is neither
 */
export function otherEnd(reading: Pick<Reading, 'grid'>, sheet: string, cell: string): { readonly sheet: string; readonly cell: string } | null {
  const traced: readonly TracedFigure[] = reading.grid.sheets.flatMap(traceFigures);
  const fromFigure = traced.find(({ figure }) => figure.sheet === sheet && figure.cell === cell);
  if (fromFigure) return fromFigure.source;
  return traced.find(({ source }) => source.sheet === sheet && source.cell === cell)?.figure ?? null;
}
