import { isCounting } from '../../core/measureStatus';
import { repeatedNow } from '../read/repeatedMeasures';
import type { PlanForecast, PlanInput, PlanMeasure, PlanRequirement, RepeatedMeasure } from '../plan';

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
    plan.forecastTable === null ? `Ingen tabell i arbetsboken ger verksamheternas avvikelse mot helårsbudget.${hasNoRequirement(plan) ? ' Inget åtgärdskrav finns heller: kvar att finna räknas från 0.' : ''}` : `Avvikelsen hämtas ur ${plan.forecastTable.replace('!', ' ')}${otherYear(plan)}.`,
    ...(unanswered === 0 ? [] : [`${unanswered} ${unanswered === 1 ? 'åtgärd saknade' : 'åtgärder saknade'} status när bladet skrevs och räknas inte förrän den är vald.`]),
    ...repeatedNotes(repeatedNow(plan)),
    ...(told.length === 0 ? [] : [`Startmånaden är läst ur beskrivningen för: ${listed(told)}.`]),
    ...(lacking.length === 0 ? [] : [`Utan beslutade åtgärder när bladet skrevs: ${listed(lacking.map((group) => group.verksamhet))}.`]),
    ...(plan.leftOut === undefined || plan.leftOut.length === 0 ? [] : [`Borttagna från bladet men kvar i underlaget: ${listed(plan.leftOut)}.`]),
  ];
}

const hasNoRequirement = ({ requirements }: PlanInput): boolean => requirements.every(({ amountTkr }) => amountTkr === null);

function otherYear({ forecastYear, year }: PlanInput): string {
  return forecastYear === undefined || forecastYear === year ? '' : ` och gäller ${forecastYear}`;
}

/** What two tables list, counted once or twice. */
function repeatedNotes(repeated: readonly RepeatedMeasure[]): readonly string[] {
  const names = (isCountedOnce: boolean): readonly string[] => repeated.filter((one) => one.isCountedOnce === isCountedOnce).map(({ name, places }) => `${name} (${places.join(' och ')})`);
  const [once, twice] = [names(true), names(false)];
  return [
    ...(once.length === 0 ? [] : [`Står i två tabeller men räknas en gång: ${listed(once)}.`]),
    ...(twice.length === 0 ? [] : [`Samma namn i två tabeller med olika uppgifter, båda är med: ${listed(twice)}.`]),
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
