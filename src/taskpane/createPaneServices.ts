import { acceptFinding, confirmReading, saveThreshold } from '../app/confirmReading';
import { readComments, saveComment } from '../app/comments';
import { readOneOffs, saveOneOffs } from '../app/oneOffs';
import type { PaneRequests } from '../app/paneRequests';
import { readCurrentPlan, removeMeasure, saveMeasure } from '../app/planEdits';
import { previewWriting } from '../app/previewWriting';
import { readSelection } from '../app/readSelection';
import { readWorkbook } from '../app/readWorkbook';
import { readSeriesChoices, saveSeriesChoice } from '../app/seriesChoices';
import type { AppPorts } from '../app/session';
import { tablesAsText } from '../app/tableText';
import { readUndoable, undoWriting } from '../app/undoWriting';
import { writeSheets } from '../app/writeSheets';
import type { HostTheme } from './hooks/useColorScheme';
import type { PaneServices } from './paneServices';

export interface PaneSurroundings {
  readonly displayLanguage: string | undefined;
  readonly readHostTheme: () => HostTheme;
  readonly isSupported: boolean;
  readonly requests: PaneRequests;
  readonly copyText: (text: string) => Promise<void>;
}

/** The pane's services over the ports: every use case of src/app with the ports filled in. */
export function createPaneServices(ports: AppPorts, surroundings: PaneSurroundings): PaneServices {
  const { requests, ...rest } = surroundings;
  return {
    ...rest,
    now: ports.now,
    readWorkbook: (options) => readWorkbook(ports, options),
    readSelection: (reading) => readSelection(ports, reading),
    correctTable: async (reading, table, correction) => {
      await confirmReading(ports, reading, table, correction);
      const again = await readWorkbook(ports, { grid: reading.grid });
      return { ...again, readAt: reading.readAt };
    },
    saveThreshold: (reading, threshold) => saveThreshold(ports, reading, threshold),
    acceptFinding: (reading, finding, reason) => acceptFinding(ports, reading, finding, reason),
    readComments: () => readComments(ports),
    saveComment: async (comment) => {
      await saveComment(ports, comment);
    },
    readOneOffs: () => readOneOffs(ports),
    saveOneOffs: (rowKeys) => saveOneOffs(ports, rowKeys),
    readPlan: (reading) => readCurrentPlan(ports, reading),
    saveMeasure: (reading, measure, replaces) => saveMeasure(ports, reading, measure, replaces),
    removeMeasure: (reading, key) => removeMeasure(ports, reading, key),
    readSeriesChoices: () => readSeriesChoices(ports),
    saveSeriesChoice: (key, choice) => saveSeriesChoice(ports, key, choice),
    previewWriting: (reading, choice, overwrite) => previewWriting(ports, reading, choice, overwrite),
    writeSheets: (reading, choice, options) => writeSheets(ports, reading, choice, options),
    writeCopy: (reading, version) => writeSheets(ports, reading, { version, sheets: ['version'] }),
    tableAsText: (reading, version) => Promise.resolve(tablesAsText(reading.report, version)),
    undoWriting: async () => (await undoWriting(ports)) !== null,
    readInterrupted: async () => {
      const undoable = await readUndoable(ports);
      return undoable?.kind === 'interrupted' ? undoable.sheets : null;
    },
    selectCell: (sheet, address) => ports.selection.selectCell(sheet, address),
    readSelectedCells: (limit) => ports.selection.readSelectedCells(limit),
    onChanged: (handler) => ports.events.onChanged(handler),
    onSelectionChanged: (handler) => ports.events.onSelectionChanged(handler),
    onRequest: requests.onRequest,
  };
}
