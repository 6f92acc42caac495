import type { PlanInput } from '../../workbook/plan';
import type { PaneActions } from '../hooks/usePane';
import { attempt, attemptWithReading, type ActionContext } from './actionContext';

type KeepActions = Pick<PaneActions, 'saveComments' | 'saveOneOffs' | 'saveMeasure' | 'removeMeasure'>;

/** What the user adds to the reading: comments, one-off items and measures, kept in the workbook. */
export function keepActions(context: ActionContext): KeepActions {
  const { services, dispatch } = context;
  const keepPlan = (plan: PlanInput, said: string): void => {
    dispatch({ type: 'planSaved', plan });
    dispatch({ type: 'announced', text: said, isStatus: true });
  };
  return {
    saveComments: (comments) => {
      for (const comment of comments) dispatch({ type: 'commentSaved', comment });
      void attempt(context, 'save', () => services.saveComments(comments));
    },
    saveOneOffs: (oneOffs) => {
      dispatch({ type: 'oneOffsSaved', oneOffs });
      void attempt(context, 'save', () => services.saveOneOffs(oneOffs));
    },
    saveMeasure: (measure, replaces, said) =>
      attemptWithReading(context, 'save', async (reading) => keepPlan(await services.saveMeasure(reading, measure, replaces), said)),
    removeMeasure: (key, said) => attemptWithReading(context, 'save', async (reading) => keepPlan(await services.removeMeasure(reading, key), said)),
  };
}
