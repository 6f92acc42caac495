import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { PlanInput } from '../../workbook/plan';
import { HostError } from '../../workbook/ports';
import type { Unsubscribe } from '../../workbook/ports';
import type { Reading } from '../../app/session';
import { suggestVersions } from '../../app/versionView';
import { INITIAL_STATE, paneReducer, type CheckedCell, type Step } from '../paneState';
import type { PaneServices } from '../paneServices';
import type { Pane, PaneActions } from './usePane';
import { useTexts } from './useTexts';

const CELL_EDIT_RETRY_MS = 1500;

/** State and actions of the pane over its services; reads the workbook once at the start. */
export function usePaneController(services: PaneServices): Pane {
  const texts = useTexts();
  const [state, dispatch] = useReducer(paneReducer, INITIAL_STATE);
  const latest = useRef(state);
  latest.current = state;
  const remembered = useRef(new Map<string, unknown>()).current;
  const cancel = useRef({ aborted: false });
  /** One correction after the other: an answer that is given before the last one is kept must not undo it. */
  const corrections = useRef<Promise<boolean>>(Promise.resolve(true));

  const fail = useCallback((step: Step, error: unknown) => dispatch({ type: 'failed', failure: { step, error } }), []);

  const readWorkbook = useCallback(async () => {
    cancel.current.aborted = true;
    const signal = { aborted: false };
    cancel.current = signal;
    const isFirst = latest.current.reading === null;
    dispatch({ type: 'readingStarted' });
    try {
      const reading = await services.readWorkbook({ signal, onProgress: (progress) => dispatch({ type: 'progressed', progress }) });
      const [plan, comments, oneOffs] = await Promise.all([services.readPlan(reading), services.readComments(reading), services.readOneOffs()]);
      if (signal.aborted) return;
      dispatch({ type: 'read', reading, plan, comments, oneOffs, version: suggestVersions(reading.report, services.now().getFullYear())[0] ?? '' });
      const errors = reading.report.findings.filter((finding) => finding.severity === 'error').length;
      if (!isFirst) dispatch({ type: 'announced', text: texts.reading.readAgainDone(reading.report.tables.length, texts.header.errors(errors)) });
    } catch (error) {
      if (cancel.current === signal) fail('read', error);
    }
  }, [fail, services, texts]);

  const attempt = useCallback(
    async (step: Step, work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        fail(step, error);
        return false;
      }
    },
    [fail],
  );

  const actions = useMemo<PaneActions>(() => {
    const withReading = (step: Step, work: (reading: Reading) => Promise<void>): Promise<boolean> =>
      attempt(step, async () => {
        const { reading } = latest.current;
        if (reading !== null) await work(reading);
      });
    const correct = (work: (before: Reading) => Promise<{ readonly reading: Reading; readonly plan?: PlanInput }>, said?: string): Promise<boolean> => {
      corrections.current = corrections.current.then(() =>
        withReading('save', async (before) => {
          const corrected = await work(before);
          latest.current = { ...latest.current, reading: corrected.reading };
          dispatch({ type: 'corrected', ...corrected });
          if (said !== undefined) dispatch({ type: 'announced', text: said });
        }),
      );
      return corrections.current;
    };
    return {
      readWorkbook: () => void readWorkbook(),
      cancelReading: () => {
        cancel.current.aborted = true;
        fail('read', new HostError('cancelled'));
      },
      readSelection: async () => {
        await withReading('read', async (before) => {
          const reading = await services.readSelection(before);
          dispatch({ type: 'corrected', reading, plan: await services.readPlan(reading) });
        });
      },
      chooseTab: (tab) => dispatch({ type: 'tabChosen', tab }),
      checkTable: (which) => {
        const open = (cell: CheckedCell | null): void => dispatch({ type: 'tableChecked', cell });
        if (which === 'all') open(null);
        // Without an answer about the marked cell, every table is the honest thing to show.
        else services.readSelectedCells(1).then(([cell]) => open(cell ?? null), () => open(null));
      },
      openSubpage: (subpage, returnTo) => dispatch({ type: 'subpageOpened', subpage, returnTo: returnTo ?? null }),
      leaveSubpage: () => dispatch({ type: 'subpageLeft' }),
      chooseVersion: (version) => dispatch({ type: 'versionChosen', version }),
      goToCell: (sheet, address) => void attempt('select', () => services.selectCell(sheet, address)),
      correctTable: (table, correction, said) =>
        correct(async (before) => {
          const present = before.statuses.find((status) => status.key === table)?.correction ?? {};
          const reading = await services.correctTable(before, table, typeof correction === 'function' ? correction(present) : correction);
          return { reading, plan: await services.readPlan(reading) };
        }, said),
      saveThreshold: (threshold) => correct(async (before) => ({ reading: await services.saveThreshold(before, threshold) })),
      acceptFindings: (findings, reason, said) => correct(async (before) => ({ reading: await services.acceptFindings(before, findings, reason) }), said),
      saveComments: (comments) => {
        for (const comment of comments) dispatch({ type: 'commentSaved', comment });
        void attempt('save', () => services.saveComments(comments));
      },
      saveOneOffs: (oneOffs) => {
        dispatch({ type: 'oneOffsSaved', oneOffs });
        void attempt('save', () => services.saveOneOffs(oneOffs));
      },
      saveMeasure: (measure, replaces, said) =>
        withReading('save', async (reading) => {
          dispatch({ type: 'planSaved', plan: await services.saveMeasure(reading, measure, replaces) });
          dispatch({ type: 'announced', text: said, isStatus: true });
        }),
      removeMeasure: (key, said) =>
        withReading('save', async (reading) => {
          dispatch({ type: 'planSaved', plan: await services.removeMeasure(reading, key) });
          dispatch({ type: 'announced', text: said, isStatus: true });
        }),
      keepOutcome: (outcome) => dispatch({ type: 'written', outcome }),
      say: (text, isStatus) => dispatch({ type: 'announced', text, isStatus }),
      fail,
      closeFailure: () => dispatch({ type: 'failureClosed' }),
      copy: (text) => {
        services.copyText(text).then(
          () => dispatch({ type: 'announced', text: texts.app.copied, isStatus: true }),
          () => dispatch({ type: 'announced', text: texts.app.notCopied, isStatus: true }),
        );
      },
    };
  }, [attempt, fail, readWorkbook, services, texts]);

  // Only when the services come: later readings are asked for.
  const readFirst = useRef(readWorkbook);
  readFirst.current = readWorkbook;
  useEffect(() => {
    if (services.isSupported) void readFirst.current();
  }, [services]);

  // A subscription that Excel refused is asked for again with each reading, or later changes would go unnoticed.
  const [wasRefused, setWasRefused] = useState(false);
  const attemptFor = wasRefused ? state.reading : null;
  useEffect(() => {
    const onChanged = (): Promise<Unsubscribe> =>
      services.onChanged((change) => {
        if (!change.isOwn) dispatch({ type: 'sheetChanged', change });
      });
    return listen(onChanged, () => setWasRefused(true));
  }, [attemptFor, services]);

  const { failure } = state;
  const waitsForCell = failure?.step === 'read' && failure.error instanceof HostError && failure.error.code === 'cell-edit-mode';
  useEffect(() => {
    if (!waitsForCell) return undefined;
    const timer = window.setTimeout(() => void readWorkbook(), CELL_EDIT_RETRY_MS);
    return () => window.clearTimeout(timer);
  }, [failure, readWorkbook, waitsForCell]);

  return useMemo(() => ({ state, actions, services, remembered }), [actions, remembered, services, state]);
}

/** Subscribes for as long as a component is shown, also when it goes before the host has answered. `onRefused` hears when the host refuses. */
export function listen(subscribe: () => Promise<Unsubscribe>, onRefused: () => void = () => undefined): () => void {
  const subscription = subscribe().catch((): Unsubscribe => {
    onRefused();
    return async () => undefined;
  });
  return () => void subscription.then((unsubscribe) => unsubscribe()).catch(() => undefined);
}
