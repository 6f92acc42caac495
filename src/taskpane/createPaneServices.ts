import type { PaneRequests } from '../app/paneRequests';
import type { AppPorts } from '../app/session';
import type { HostTheme } from './hooks/useColorScheme';
import type { PaneServices } from './paneServices';

export interface PaneSurroundings {
  readonly displayLanguage: string | undefined;
  readonly readHostTheme: () => HostTheme;
  readonly isSupported: boolean;
  readonly requests: PaneRequests;
  readonly copyText: (text: string) => Promise<void>;
}

/**
 * The pane's services over the ports: every use case of src/app with the ports filled in. Each is loaded when it is first needed, so
 * that the pane shows itself before the code that reads tables has arrived.
 */
export function createPaneServices(ports: AppPorts, surroundings: PaneSurroundings): PaneServices {
  const { requests, ...rest } = surroundings;
  const reading = () => import('../app/readWorkbook');
  const confirming = () => import('../app/confirmReading');
  const comments = () => import('../app/comments');
  const oneOffs = () => import('../app/oneOffs');
  const plan = () => import('../app/planEdits');
  const series = () => import('../app/seriesChoices');
  const writing = () => import('../app/writeSheets');
  const undoing = () => import('../app/undoWriting');
  const selecting = () => import('../app/readSelection');
  const previewing = () => import('../app/previewWriting');
  const copying = () => import('../app/tableText');
  const tracing = () => import('../app/sourceTrace');
  const parts = [reading, confirming, comments, oneOffs, plan, series, writing, undoing, selecting, previewing, copying, tracing];
  return {
    ...rest,
    now: ports.now,
    loadAhead: () => Promise.all(parts.map((load) => load())),
    readWorkbook: async (options) => (await reading()).readWorkbook(ports, options),
    readSelection: async (before) => (await selecting()).readSelection(ports, before),
    correctTable: async (before, table, correction) => {
      await (await confirming()).confirmReading(ports, before, table, correction);
      const again = await (await reading()).readWorkbook(ports, { grid: before.grid });
      return { ...again, readAt: before.readAt };
    },
    saveThreshold: async (before, threshold) => (await confirming()).saveThreshold(ports, before, threshold),
    acceptFindings: async (before, findings, reason) => (await confirming()).acceptFindings(ports, before, findings, reason),
    readComments: async (before) => (await comments()).readOfferedComments(ports, before),
    saveComments: async (changed) => {
      await (await comments()).saveComments(ports, changed);
    },
    readOneOffs: async () => (await oneOffs()).readOneOffs(ports),
    saveOneOffs: async (rowKeys) => (await oneOffs()).saveOneOffs(ports, rowKeys),
    readPlan: async (before) => (await plan()).readCurrentPlan(ports, before),
    saveMeasure: async (before, measure, replaces) => (await plan()).saveMeasure(ports, before, measure, replaces),
    removeMeasure: async (before, key) => (await plan()).removeMeasure(ports, before, key),
    readSeriesChoices: async () => (await series()).readSeriesChoices(ports),
    saveSeriesChoice: async (key, choice) => (await series()).saveSeriesChoice(ports, key, choice),
    previewWriting: async (before, choice, overwrite) => (await previewing()).previewWriting(ports, before, choice, overwrite),
    writeSheets: async (before, choice, options) => (await writing()).writeSheets(ports, before, choice, options),
    writeCopy: async (before, version) => (await writing()).writeSheets(ports, before, { version, sheets: ['version'] }),
    tableAsText: async (before, version) => (await copying()).tablesAsText(before.report, version),
    readOtherEnd: async (sheet, cell) => (await tracing()).readOtherEnd(ports, sheet, cell),
    readChangedSources: async () => (await tracing()).readChangedSources(ports),
    undoWriting: async () => (await (await undoing()).undoWriting(ports)) !== null,
    readInterrupted: async () => {
      const undoable = await (await undoing()).readUndoable(ports);
      return undoable?.kind === 'interrupted' ? undoable.sheets : null;
    },
    selectCell: (sheet, address) => ports.selection.selectCell(sheet, address),
    readSelectedCells: (limit) => ports.selection.readSelectedCells(limit),
    onChanged: (handler) => ports.events.onChanged(handler),
    onSelectionChanged: (handler) => ports.events.onSelectionChanged(handler),
    onRequest: requests.onRequest,
  };
}
