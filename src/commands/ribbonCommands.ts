import type { PaneRequest } from '../app/paneRequests';
import type { AppPorts } from '../app/session';
import { undoWriting } from '../app/undoWriting';
import { failureText } from '../text/hostErrors';
import type { Texts } from '../text/sv';

/** The names in the manifest; they never change, because users' Office keeps the old manifest for a while. */
export type RibbonCommand = 'readAgain' | 'checkTable' | 'selectionVariance' | 'writeSheets' | 'undoWriting' | 'lockValues' | 'repairFormulas' | 'help';

export interface CommandSurroundings {
  readonly ports: Pick<AppPorts, 'writer' | 'formulas' | 'selection'>;
  /** Hands something over to the pane, which may not be open yet. */
  readonly request: (request: PaneRequest) => void;
  readonly showPane: () => Promise<void>;
  readonly texts: Texts;
}

/**
 * What each button of the ribbon does. A button for a page opens the pane on it; the others work with the pane closed, and open it
 * only to say that something was refused.
 */
export function ribbonCommands({ ports, request, showPane, texts }: CommandSurroundings): Readonly<Record<RibbonCommand, () => Promise<void>>> {
  const open = (page: PaneRequest) => async (): Promise<void> => {
    request(page);
    await showPane();
  };
  const orSay = (work: () => Promise<void>) => async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const { title, body } = failureText(texts, 'write', error);
      request({ said: [title, body].filter((part) => part !== '').join(' ') });
      await showPane();
    }
  };
  return {
    readAgain: open('read-again'),
    checkTable: open('check-table'),
    selectionVariance: open('selection-avvikelse'),
    writeSheets: open('write-sheets'),
    help: open('help'),
    undoWriting: orSay(async () => {
      const undone = await undoWriting(ports);
      request(undone === null ? { said: texts.commands.nothingToUndo } : 'undone');
      if (undone === null) await showPane();
    }),
    lockValues: orSay(async () => request({ said: texts.commands.locked(await lockSelectionOrSheet(ports)) })),
    repairFormulas: orSay(async () => request({ said: texts.commands.repaired(await ports.formulas.repairFormulas()) })),
  };
}

/** What is marked; a single cell without a VON formula means the whole sheet. */
async function lockSelectionOrSheet({ formulas, selection }: CommandSurroundings['ports']): Promise<number> {
  const marked = await selection.readSelectedCells(2);
  const locked = await formulas.lockValues('selection');
  return locked > 0 || marked.length > 1 ? locked : formulas.lockValues('sheet');
}
