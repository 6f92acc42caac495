import type { Field } from '../report';
import type { DraftColumn, TableDraft } from './tableDraft';

const textFields: ReadonlySet<Field> = new Set<Field>([
  'label', 'code', 'area', 'unit', 'comment', 'status', 'responsible', 'measure', 'description', 'analysis', 'consequence', 'start', 'end', 'date', 'followUp',
  'direction', 'responsibility', 'activity', 'account', 'project', 'object', 'counterpart', 'period', 'inForecast',
]);
const neverSummed: ReadonlySet<Field> = new Set<Field>(['variancePercent', 'target', 'current', 'probability', 'ramp', 'other']);

/** The columns that hold figures, 'other' included; a column of month names or dates that labels the rows is none. */
export function figureColumns(draft: TableDraft): readonly DraftColumn[] {
  const labels = new Set(draft.labelColumns);
  return draft.columns.filter((column) => !labels.has(column.index) && !textFields.has(column.field));
}

/** The columns whose figures can be added downwards: amounts, volumes, effects, months; no percentages, targets or unread columns. */
export function summableColumns(draft: TableDraft): readonly DraftColumn[] {
  if (draft.kind === 'indicators') return [];
  const columns = figureColumns(draft).filter((column) => !neverSummed.has(column.field));
  if (columns.length > 0 || draft.kind !== 'other') return columns;
  return figureColumns(draft).filter((column) => column.field === 'other');
}

/** Columns of counts beside amounts ("Antal utförare"): they may add up with the amounts, but need not. */
export function countColumns(draft: TableDraft): readonly DraftColumn[] {
  if (draft.kind !== 'budget') return [];
  return figureColumns(draft).filter((column) => (column.field === 'other' || column.field.startsWith('volume')) && /(?<!\p{L})antal(?!\p{L})|årsarbet|timmar|platser/iu.test(column.header));
}

/** Deviations keep their printed sign when they are added. */
export const isDeviationField = (field: Field): boolean => field === 'variance' || field === 'volumeVariance' || field === 'volumeEffect';

/** Percentages and shares: one amount divided by another. */
export const isRatioField = (field: Field): boolean => field === 'variancePercent' || field === 'share';
