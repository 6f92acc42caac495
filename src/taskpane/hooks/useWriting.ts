import { useMemo, useReducer, useRef } from 'react';
import type { WritingChoice } from '../../app/session';
import { INITIAL_WRITING, writingReducer, type WritingState } from '../writingState';
import { useReading } from './usePane';

/** A writing from its choice to what came of it. */
export interface Writing {
  readonly state: WritingState;
  /** Asks whether the version of that name shall be replaced. */
  readonly ask: () => void;
  /** @param sheets names of the sheets, in the order they are written */
  readonly write: (choice: WritingChoice, sheets: readonly string[], overwrite: ReadonlySet<string>) => Promise<void>;
  /** Stops the writing; what it has written is put back. */
  readonly stop: () => void;
  readonly chooseAnew: () => void;
  readonly fail: (error: unknown) => void;
}

/** The writing of the page that is shown. */
export function useWriting(): Writing {
  const { reading, actions, services } = useReading();
  const [state, dispatch] = useReducer(writingReducer, INITIAL_WRITING);
  const signal = useRef({ aborted: false });
  const ways = useMemo(
    () => ({
      ask: () => dispatch({ type: 'asked' }),
      stop: () => {
        signal.current.aborted = true;
      },
      chooseAnew: () => dispatch({ type: 'chosenAnew' }),
      fail: (error: unknown) => dispatch({ type: 'failed', error }),
    }),
    [],
  );
  const write: Writing['write'] = async (choice, sheets, overwrite) => {
    signal.current = { aborted: false };
    dispatch({ type: 'started', sheets });
    actions.chooseVersion(choice.version);
    try {
      const outcome = await services.writeSheets(reading, choice, {
        signal: signal.current, overwrite, onProgress: (progress) => dispatch({ type: 'progressed', progress }),
      });
      actions.keepOutcome(outcome);
      dispatch({ type: 'written', outcome });
    } catch (error) {
      ways.fail(error);
    }
  };
  return { state, write, ...ways };
}
