import { parseArea } from '../workbook/address';
import type { WorkOptions } from '../workbook/ports';
import { changedFigures, traceFigures } from '../workbook/write/sourceTrace';
import type { ChangedFigure, TracedFigure } from '../workbook/write/sourceTrace';
import type { AppPorts } from './session';

/** "Källspår": reads the workbook again and lists the written figures whose source has changed since. */
export async function readChangedSources(ports: Pick<AppPorts, 'reader'>, options: WorkOptions = {}): Promise<readonly ChangedFigure[]> {
  const { sheets } = await ports.reader.readWorkbook(options);
  return changedFigures(sheets);
}

/** The other end of a trace, and which end it is. */
export interface TraceEnd {
  readonly sheet: string;
  readonly cell: string;
  readonly isSource: boolean;
}

/**
 * Where a cell leads: from a written figure to its source, from a source to the first figure that came from it. Another cell of a written
 * row, such as an avvikelse, leads where the last figure before it does. Our own sheets are read again, since the user may have sorted
 * them or written in them.
 * @returns null for a cell that is neither
 */
export async function readOtherEnd(ports: Pick<AppPorts, 'reader'>, sheet: string, cell: string): Promise<TraceEnd | null> {
  const { sheets } = await ports.reader.readWorkbook({ sheets: 'own' });
  const traced: readonly TracedFigure[] = sheets.flatMap(traceFigures);
  const fromFigure = traced.find(({ figure }) => figure.sheet === sheet && figure.cell === cell) ?? figureBefore(traced, sheet, cell);
  if (fromFigure) return { ...fromFigure.source, isSource: true };
  const fromSource = traced.find(({ source }) => source.sheet === sheet && source.cell === cell);
  return fromSource ? { ...fromSource.figure, isSource: false } : null;
}

/** The nearest traced figure to the left on the same row. */
function figureBefore(traced: readonly TracedFigure[], sheet: string, cell: string): TracedFigure | undefined {
  const marked = parseArea(cell);
  if (marked === null) return undefined;
  return traced
    .flatMap((one) => {
      const at = one.figure.sheet === sheet ? parseArea(one.figure.cell) : null;
      return at !== null && at.top === marked.top && at.left < marked.left ? [{ one, left: at.left }] : [];
    })
    .sort((a, b) => b.left - a.left)[0]?.one;
}
