import type { Texts } from '../../text/sv';
import type { PaneActions } from '../hooks/usePane';
import type { CheckedCell } from '../paneState';
import { attempt, type ActionContext } from './actionContext';

type ShowActions = Pick<
  PaneActions,
  'chooseTab' | 'checkTable' | 'openSubpage' | 'leaveSubpage' | 'chooseVersion' | 'goToCell' | 'keepOutcome' | 'say' | 'fail' | 'closeFailure' | 'copy'
>;

/** What the pane shows and says, and where in the workbook it leads. */
export function showActions(context: ActionContext, texts: Texts): ShowActions {
  const { services, dispatch } = context;
  const say: ShowActions['say'] = (text, isStatus) => dispatch({ type: 'announced', text, isStatus });
  return {
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
    goToCell: (sheet, address) => void attempt(context, 'select', () => services.selectCell(sheet, address)),
    keepOutcome: (outcome) => dispatch({ type: 'written', outcome }),
    say,
    fail: (step, error) => dispatch({ type: 'failed', failure: { step, error } }),
    closeFailure: () => dispatch({ type: 'failureClosed' }),
    copy: (text) => {
      services.copyText(text).then(() => say(texts.app.copied, true), () => say(texts.app.notCopied, true));
    },
  };
}
