import type { Reading, RowComment, TableKey, WritingOutcome } from '../app/session';
import type { PlanInput } from '../workbook/plan';
import type { Progress, SelectedCell, WorkbookChange } from '../workbook/ports';

/** In the order they are shown. */
export const TABS = ['start', 'avvikelser', 'avstamning', 'atgarder', 'r12'] as const;
export type Tab = (typeof TABS)[number];

/** A page that stands in place of the tabs until it is left. */
export type Subpage =
  | { readonly kind: 'changeTable'; readonly table: TableKey }
  | { readonly kind: 'editMeasure'; readonly measure: string | null; readonly verksamhet: string | null }
  | { readonly kind: 'write' }
  | { readonly kind: 'help' };

/** What was being done when something was refused. */
export type Step = 'read' | 'write' | 'save' | 'select';

export interface Failure {
  readonly step: Step;
  readonly error: unknown;
}

export type CheckedCell = Pick<SelectedCell, 'sheet' | 'address'>;

export interface PaneState {
  readonly tab: Tab;
  readonly subpage: Subpage | null;
  /** data-return of the control that opened the subpage. */
  readonly returnTo: string | null;
  /** The cell whose table Avstämning shows alone; null shows every table. */
  readonly checkedCell: CheckedCell | null;
  readonly isReading: boolean;
  readonly progress: Progress | null;
  readonly reading: Reading | null;
  readonly failure: Failure | null;
  readonly version: string;
  /** The first change in the sheets since the reading that the add-in did not make. */
  readonly change: WorkbookChange | null;
  /** The first such change while a reading is under way, which may or may not have seen it. */
  readonly changeMeanwhile: WorkbookChange | null;
  readonly plan: PlanInput | null;
  readonly comments: readonly RowComment[];
  /** Row keys of comments changed in this session. */
  readonly changedComments: readonly string[];
  readonly oneOffs: readonly string[];
  readonly outcome: WritingOutcome | null;
  /** What the footer says until the next step; null lets the page say. */
  readonly status: string | null;
  /** For the polite live region. */
  readonly announcement: string;
}

/** Before anything has been read. */
export const INITIAL_STATE: PaneState = {
  tab: 'start', subpage: null, returnTo: null, checkedCell: null,
  isReading: false, progress: null, reading: null, failure: null, version: '', change: null, changeMeanwhile: null,
  plan: null, comments: [], changedComments: [], oneOffs: [], outcome: null, status: null, announcement: '',
};

export type PaneAction =
  | { readonly type: 'tabChosen'; readonly tab: Tab }
  /** Opens Avstämning for the table under a cell; null shows every table. */
  | { readonly type: 'tableChecked'; readonly cell: CheckedCell | null }
  | { readonly type: 'subpageOpened'; readonly subpage: Subpage; readonly returnTo: string | null }
  | { readonly type: 'subpageLeft' }
  | { readonly type: 'readingStarted' }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | ReadAction
  | { readonly type: 'corrected'; readonly reading: Reading; readonly plan?: PlanInput }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'failureClosed' }
  | { readonly type: 'versionChosen'; readonly version: string }
  | { readonly type: 'sheetChanged'; readonly change: WorkbookChange }
  | { readonly type: 'planSaved'; readonly plan: PlanInput }
  | { readonly type: 'commentSaved'; readonly comment: RowComment }
  | { readonly type: 'oneOffsSaved'; readonly oneOffs: readonly string[] }
  | { readonly type: 'written'; readonly outcome: WritingOutcome | null }
  | { readonly type: 'announced'; readonly text: string; readonly isStatus?: boolean };

interface ReadAction {
  readonly type: 'read';
  readonly reading: Reading;
  /** Suggested for the first reading. */
  readonly version: string;
  readonly plan: PlanInput;
  readonly comments: readonly RowComment[];
  readonly oneOffs: readonly string[];
}

/** The pane after an action. */
export function paneReducer(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'tabChosen':
      return { ...state, tab: action.tab, subpage: null, returnTo: null, checkedCell: null, status: null };
    case 'tableChecked':
      return { ...state, tab: 'avstamning', subpage: null, returnTo: null, checkedCell: action.cell, status: null };
    case 'subpageOpened':
      return { ...state, subpage: action.subpage, returnTo: action.returnTo, status: null };
    case 'subpageLeft':
      return { ...state, subpage: null };
    case 'readingStarted':
      return { ...state, isReading: true, progress: null, failure: null };
    case 'progressed':
      return { ...state, progress: action.progress };
    case 'read':
      return withReading(state, action);
    case 'corrected':
      return { ...state, reading: action.reading, plan: action.plan ?? state.plan };
    case 'failed':
      return action.failure.step === 'read' ? withoutReading(state, action.failure) : { ...state, failure: action.failure };
    case 'failureClosed':
      return { ...state, failure: null };
    case 'versionChosen':
      return { ...state, version: action.version };
    case 'sheetChanged':
      if (state.isReading) return { ...state, changeMeanwhile: state.changeMeanwhile ?? action.change };
      return state.reading === null ? state : { ...state, change: state.change ?? action.change };
    case 'planSaved':
      return { ...state, plan: action.plan };
    case 'commentSaved':
      return withComment(state, action.comment);
    case 'oneOffsSaved':
      return { ...state, oneOffs: action.oneOffs };
    case 'written':
      return { ...state, outcome: action.outcome };
    case 'announced':
      return { ...state, announcement: action.text, status: action.isStatus === true ? action.text : state.status };
  }
}

/** A reading that came ends only its own failures: what could not be kept meanwhile is still told. */
function withReading(state: PaneState, { reading, version, plan, comments, oneOffs }: ReadAction): PaneState {
  return {
    ...state, isReading: false, progress: null, failure: state.failure?.step === 'read' ? null : state.failure,
    change: state.changeMeanwhile, changeMeanwhile: null, reading, plan, comments, oneOffs,
    version: state.version === '' ? version : state.version,
  };
}

/** A reading that failed leaves the one before as it was, and the changes meanwhile are still to be read. */
function withoutReading(state: PaneState, failure: Failure): PaneState {
  return { ...state, isReading: false, progress: null, failure, change: state.change ?? state.changeMeanwhile, changeMeanwhile: null };
}

function withComment(state: PaneState, comment: RowComment): PaneState {
  const others = state.comments.filter((one) => one.rowKey !== comment.rowKey || one.version !== comment.version);
  const changedComments = state.changedComments.includes(comment.rowKey) ? state.changedComments : [...state.changedComments, comment.rowKey];
  return { ...state, comments: [...others, comment], changedComments };
}
