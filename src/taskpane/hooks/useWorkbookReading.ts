import { useCallback, useEffect, useRef, type Dispatch } from 'react';
import { HostError } from '../../workbook/ports';
import { suggestVersions } from '../../app/versionView';
import type { PaneServices } from '../paneServices';
import type { PaneAction, PaneState } from '../paneState';
import type { LatestState } from './useLatestState';
import { useTexts } from './useTexts';

const CELL_EDIT_RETRY_MS = 1500;

/** Reads the workbook once at the start, when it is asked for, and again while Excel waits for a cell that is being typed in. */
export function useWorkbookReading(
  services: PaneServices,
  state: PaneState,
  latest: LatestState,
  dispatch: Dispatch<PaneAction>,
): { readonly readWorkbook: () => Promise<void>; readonly cancelReading: () => void } {
  const texts = useTexts();
  /** Of the reading under way; the one before it is given up. */
  const signal = useRef({ aborted: false });

  const readWorkbook = useCallback(async () => {
    signal.current.aborted = true;
    const own = { aborted: false };
    signal.current = own;
    const isFirst = latest.current.reading === null;
    dispatch({ type: 'readingStarted' });
    try {
      const reading = await services.readWorkbook({ signal: own, onProgress: (progress) => dispatch({ type: 'progressed', progress }) });
      const [plan, comments, oneOffs] = await Promise.all([services.readPlan(reading), services.readComments(reading), services.readOneOffs()]);
      if (own.aborted) return;
      const version = suggestVersions(reading.report, services.now().getFullYear())[0] ?? '';
      dispatch({ type: 'read', reading, plan, comments, oneOffs, version });
      const errors = reading.report.findings.filter((finding) => finding.severity === 'error').length;
      if (!isFirst) dispatch({ type: 'announced', text: texts.reading.readAgainDone(reading.report.tables.length, texts.header.errors(errors)) });
    } catch (error) {
      if (signal.current === own) dispatch({ type: 'failed', failure: { step: 'read', error } });
    }
  }, [dispatch, latest, services, texts]);

  const cancelReading = useCallback(() => {
    signal.current.aborted = true;
    dispatch({ type: 'failed', failure: { step: 'read', error: new HostError('cancelled') } });
  }, [dispatch]);

  // Only when the services come: later readings are asked for.
  const readFirst = useRef(readWorkbook);
  readFirst.current = readWorkbook;
  useEffect(() => {
    if (services.isSupported) void readFirst.current();
  }, [services]);

  const { failure } = state;
  const waitsForCell = failure?.step === 'read' && failure.error instanceof HostError && failure.error.code === 'cell-edit-mode';
  useEffect(() => {
    if (!waitsForCell) return undefined;
    const timer = window.setTimeout(() => void readWorkbook(), CELL_EDIT_RETRY_MS);
    return () => window.clearTimeout(timer);
  }, [failure, readWorkbook, waitsForCell]);

  return { readWorkbook, cancelReading };
}
