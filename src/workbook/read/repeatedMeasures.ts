import type { PlanInput, PlanMeasure, RepeatedMeasure } from '../plan';
import { verksamhetKey } from './verksamhetName';

/** Half a tkr: what rounding to whole tkr may hide. */
const ROOM_TKR = 0.5;

/**
 * The measures of several tables as one plan. A measure that another table tells already, with the same name, verksamhet and effects, is
 * taken once and fills in what the first telling leaves out. Where only the name is the same both stay. Either way the plan says so:
 * an effect must not be counted twice, nor disappear, unseen. Rows of one table are never taken together.
 * @example "Ny vaktrutin", 300 tkr, in Plan E5 and in Förslag C9 is one measure of 300 tkr; of 300 and 450 tkr it is two
 */
export function joinMeasureTables(tables: readonly (readonly PlanMeasure[])[]): { readonly measures: readonly PlanMeasure[]; readonly repeated: readonly RepeatedMeasure[] } {
  const measures: PlanMeasure[] = [];
  const repeated: RepeatedMeasure[] = [];
  for (const table of tables) {
    const before = [...measures];
    const matched = new Set<PlanMeasure>();
    for (const measure of table) {
      const namesakes = before.filter((other) => !matched.has(other) && nameKey(other) === nameKey(measure) && isOneOwner(other, measure));
      const same = namesakes.find((other) => isSame(other, measure));
      const other = same ?? namesakes[0];
      if (other !== undefined) {
        matched.add(other);
        repeated.push({ name: measure.name, places: [placeOf(other), placeOf(measure)], isCountedOnce: same !== undefined });
      }
      if (same === undefined) measures.push(measure);
      else measures.splice(measures.indexOf(same), 1, completed(same, measure));
    }
  }
  return { measures, repeated };
}

/** What is still to be told of measures that two tables list: nothing of those of which the user has taken one away. */
export function repeatedNow({ repeated = [], measures }: Pick<PlanInput, 'repeated' | 'measures'>): readonly RepeatedMeasure[] {
  return repeated.filter((one) => one.isCountedOnce || measures.filter((measure) => nameKey(measure) === nameKey(one)).length > 1);
}

const nameKey = ({ name }: { readonly name: string }): string => name.toLowerCase().replace(/[\s.]+/g, ' ').trim();

const ownerKey = ({ verksamhet }: PlanMeasure): string | null => (verksamhet === null ? null : verksamhetKey(verksamhet));

/** One verksamhet, or one of the two tables does not tell it. */
function isOneOwner(first: PlanMeasure, second: PlanMeasure): boolean {
  const [one, other] = [ownerKey(first), ownerKey(second)];
  return one === other || one === null || other === null;
}

/** The same verksamhet and no effect that speaks against it; an effect that only one of them tells does not. */
function isSame(first: PlanMeasure, second: PlanMeasure): boolean {
  const agrees = (one: number | null, other: number | null): boolean => one === null || other === null || Math.abs(one - other) <= ROOM_TKR;
  return (
    ownerKey(first) === ownerKey(second) &&
    agrees(first.helarseffektTkr, second.helarseffektTkr) &&
    agrees(first.enteredEffectTkr, second.enteredEffectTkr) &&
    agrees(first.realisedTkr, second.realisedTkr) &&
    (first.start === null || second.start === null || first.start === second.start)
  );
}

/** The first telling, with what only the second one says. */
function completed(first: PlanMeasure, second: PlanMeasure): PlanMeasure {
  const source = first.source === undefined || second.source === undefined ? first.source : { ...second.source, ...first.source };
  return {
    ...first,
    description: first.description || second.description,
    responsible: first.responsible || second.responsible,
    start: first.start ?? second.start,
    end: first.end ?? second.end,
    rampMonths: first.rampMonths ?? second.rampMonths,
    helarseffektTkr: first.helarseffektTkr ?? second.helarseffektTkr,
    enteredEffectTkr: first.enteredEffectTkr ?? second.enteredEffectTkr,
    realisedTkr: first.realisedTkr ?? second.realisedTkr,
    probability: first.probability ?? second.probability,
    oneOffCostTkr: first.oneOffCostTkr ?? second.oneOffCostTkr,
    status: first.status ?? second.status,
    followUp: [...new Set([first.followUp, second.followUp])].filter((text) => text !== '').join('\n'),
    consequence: first.consequence || second.consequence,
    inForecast: first.inForecast || second.inForecast,
    ...(source === undefined ? {} : { source }),
  };
}

/** "Plan E5": the cell of the effect, else the row. */
function placeOf({ source }: PlanMeasure): string {
  const cell = source?.helarseffekt ?? source?.effectYear ?? source?.realised;
  if (cell !== undefined) return `${cell.sheet} ${cell.cell}`;
  return source === undefined ? '' : `${source.sheet} rad ${source.row}`;
}
