import { useEffect } from 'react';
import { usePane } from './usePane';
import { useTexts } from './useTexts';

/** Does in the pane what a ribbon button asked for. */
export function useRibbonRequests(): void {
  const texts = useTexts();
  const { services, actions, remembered } = usePane();
  useEffect(
    () =>
      services.onRequest((request) => {
        if (typeof request === 'object') {
          actions.say(request.said, true);
          return;
        }
        switch (request) {
          case 'read-again':
            actions.readWorkbook();
            break;
          case 'check-table':
            actions.checkTable('marked');
            break;
          case 'selection-avvikelse':
            remembered.set('selection.asked', true);
            actions.chooseTab('avvikelser');
            break;
          case 'write-sheets':
            actions.openSubpage({ kind: 'write' });
            break;
          case 'help':
            actions.openSubpage({ kind: 'help' });
            break;
          case 'undone':
            actions.keepOutcome(null);
            actions.say(texts.write.undone, true);
            break;
        }
      }),
    [actions, remembered, services, texts],
  );
}
