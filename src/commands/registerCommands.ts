import { ribbonCommands } from './ribbonCommands';
import type { CommandSurroundings } from './ribbonCommands';

/** Tells Office which function each button of the ribbon calls. */
export function registerCommands(surroundings: Omit<CommandSurroundings, 'showPane'>): void {
  const commands = ribbonCommands({ ...surroundings, showPane: () => Office.addin.showAsTaskpane() });
  for (const [name, run] of Object.entries(commands)) {
    Office.actions.associate(name, async (event: Office.AddinCommands.Event) => {
      try {
        await run();
      } finally {
        // Office holds back every later button until this one is completed.
        event.completed();
      }
    });
  }
}
