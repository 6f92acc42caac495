import type { WritingOutcome } from '../app/session';
import type { Progress } from '../workbook/ports';

/** How far "Skriv blad" has come. */
export type WritingState =
  | { readonly kind: 'choosing' }
  /** Whether the version of that name shall be replaced. */
  | { readonly kind: 'asking' }
  | {
      readonly kind: 'writing';
      readonly sheets: readonly string[];
      readonly progress: Progress | null;
      /** The sheet that is being written, from 1; 0 before the first. */
      readonly reached: number;
    }
  | { readonly kind: 'done'; readonly outcome: WritingOutcome }
  | { readonly kind: 'failed'; readonly error: unknown; readonly stoppedAt?: StoppedAt };

/** The sheet that was being written, from 1, where the writing had begun. */
export interface StoppedAt {
  readonly sheet: number;
  readonly of: number;
}

export const INITIAL_WRITING: WritingState = { kind: 'choosing' };

export type WritingAction =
  | { readonly type: 'chosenAnew' }
  | { readonly type: 'asked' }
  | { readonly type: 'started'; readonly sheets: readonly string[] }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'written'; readonly outcome: WritingOutcome }
  | { readonly type: 'failed'; readonly error: unknown };

/** The writing after an action. */
export function writingReducer(state: WritingState, action: WritingAction): WritingState {
  switch (action.type) {
    case 'chosenAnew':
      return INITIAL_WRITING;
    case 'asked':
      return { kind: 'asking' };
    case 'started':
      return { kind: 'writing', sheets: action.sheets, progress: null, reached: 0 };
    case 'progressed': {
      if (state.kind !== 'writing') return state;
      const { progress } = action;
      const hasBegun = progress.phase === 'write' && progress.of > 0;
      return { ...state, progress, reached: hasBegun ? sheetReached(progress, state.sheets) : state.reached };
    }
    case 'written':
      return { kind: 'done', outcome: action.outcome };
    case 'failed': {
      const hasBegun = state.kind === 'writing' && state.reached > 0;
      return { kind: 'failed', error: action.error, ...(hasBegun ? { stoppedAt: { sheet: state.reached, of: state.sheets.length } } : {}) };
    }
  }
}

/** Which sheet a writing has come to, from 1: the one that it names, else by its share of the work. */
export function sheetReached(progress: Progress, sheets: readonly string[]): number {
  const named = progress.sheet === undefined ? -1 : sheets.indexOf(progress.sheet);
  if (named >= 0) return named + 1;
  const share = progress.of === 0 ? 0 : progress.done / progress.of;
  return Math.min(sheets.length, Math.floor(share * sheets.length) + 1);
}
