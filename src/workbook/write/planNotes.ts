import { isCounting } from '../../core/measureStatus';
import type { PlanForecast, PlanInput, PlanMeasure, PlanRequirement } from '../plan';

/** A verksamhet of the plan with its measures, before it has its place. */
interface NotedGroup {
  readonly verksamhet: string;
  readonly requirement: PlanRequirement | null;
  readonly forecast: PlanForecast | null;
  readonly measures: readonly PlanMeasure[];
}

/** What fits on a line of the printed page. */
const LONGEST_LIST = 110;

/** What a reader of the plan must know about its figures: where they come from and what does not count yet. A line each. */
export function planNotes(plan: PlanInput, groups: readonly NotedGroup[]): readonly string[] {
  const unanswered = plan.measures.filter((measure) => measure.status === null).length;
  const told = plan.measures.filter((measure) => measure.isStartFromText).map((measure) => measure.name);
  const lacking = groups.filter((group) => (group.requirement !== null || group.forecast !== null) && !group.measures.some((measure) => isCounting(measure.status)));
  return [
    plan.forecastTable === null ? 'Ingen tabell i arbetsboken ger verksamheternas avvikelse mot helårsbudget.' : `Avvikelsen hämtas ur ${plan.forecastTable.replace('!', ' ')}.`,
    ...(unanswered === 0 ? [] : [`${unanswered} ${unanswered === 1 ? 'åtgärd saknade' : 'åtgärder saknade'} status när bladet skrevs och räknas inte förrän den är vald.`]),
    ...(told.length === 0 ? [] : [`Startmånaden är läst ur beskrivningen för: ${listed(told)}.`]),
    ...(lacking.length === 0 ? [] : [`Utan beslutade åtgärder när bladet skrevs: ${listed(lacking.map((group) => group.verksamhet))}.`]),
    ...(plan.leftOut === undefined || plan.leftOut.length === 0 ? [] : [`Borttagna från bladet men kvar i underlaget: ${listed(plan.leftOut)}.`]),
  ];
}

/** The names as far as the line reaches, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length > 0 && [...shown, name].join(', ').length > LONGEST_LIST) break;
    shown.push(name.length > LONGEST_LIST ? `${name.slice(0, LONGEST_LIST)}…` : name);
  }
  const more = names.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} och ${more} till`;
}
