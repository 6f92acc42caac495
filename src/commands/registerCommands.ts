import { ribbonCommands } from './ribbonCommands';
import type { CommandSurroundings } from './ribbonCommands';

/** Tells Office which function each button of the ribbon calls. */
export function registerCommands(surroundings: Omit<CommandSurroundings, 'showPane'>): void {
  const commands = ribbonCommands({ ...surroundings, showPane: () => Office.addin.showAsTaskpane() });
  for (const [name, run] of Object.entries(commands)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // Office holds back every later button until this one is completed, whatever came of it.
      void run().finally(() => event.completed());
    });
  }
}
