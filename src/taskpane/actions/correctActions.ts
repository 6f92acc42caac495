import type { Reading } from '../../app/session';
import type { PlanInput } from '../../workbook/plan';
import type { PaneActions } from '../hooks/usePane';
import { attemptWithReading, type ActionContext } from './actionContext';

type CorrectActions = Pick<PaneActions, 'readSelection' | 'correctTable' | 'saveThreshold' | 'acceptFindings'>;

interface Corrected {
  readonly reading: Reading;
  readonly plan?: PlanInput;
}

/** What the user says of the reading. One correction after the other: an answer that is given before the last one is kept must not undo it. */
export function correctActions(context: ActionContext): CorrectActions {
  const { services, latest, dispatch } = context;
  let last: Promise<boolean> = Promise.resolve(true);
  const correct = (work: (before: Reading) => Promise<Corrected>, said?: string): Promise<boolean> => {
    last = last.then(() =>
      attemptWithReading(context, 'save', async (before) => {
        const corrected = await work(before);
        latest.current = { ...latest.current, reading: corrected.reading };
        dispatch({ type: 'corrected', ...corrected });
        if (said !== undefined) dispatch({ type: 'announced', text: said });
      }),
    );
    return last;
  };
  return {
    readSelection: async () => {
      await attemptWithReading(context, 'read', async (before) => {
        const reading = await services.readSelection(before);
        dispatch({ type: 'corrected', reading, plan: await services.readPlan(reading) });
      });
    },
    correctTable: (table, correction, said) =>
      correct(async (before) => {
        const present = before.statuses.find((status) => status.key === table)?.correction ?? {};
        const reading = await services.correctTable(before, table, typeof correction === 'function' ? correction(present) : correction);
        return { reading, plan: await services.readPlan(reading) };
      }, said),
    saveThreshold: (threshold) => correct(async (before) => ({ reading: await services.saveThreshold(before, threshold) })),
    acceptFindings: (findings, reason, said) => correct(async (before) => ({ reading: await services.acceptFindings(before, findings, reason) }), said),
  };
}
