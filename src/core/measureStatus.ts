/** How far a measure has come. Beslutad, Pågår and Genomförd count towards the requirement; Förslag and Utgår do not. */
export type MeasureStatus = 'Förslag' | 'Beslutad' | 'Pågår' | 'Genomförd' | 'Utgår';

/** The five in the order of a measure's life. */
export const MEASURE_STATUSES: readonly MeasureStatus[] = ['Förslag', 'Beslutad', 'Pågår', 'Genomförd', 'Utgår'];

/** The statuses whose effects are taken off the requirement. */
export const COUNTING_STATUSES: readonly MeasureStatus[] = ['Beslutad', 'Pågår', 'Genomförd'];

/** Words that mean one of the five. "Ej påbörjad" and the like are not here: they say what is not, so the user is asked. */
const statusOfWord: ReadonlyMap<string, MeasureStatus> = new Map([
  ['förslag', 'Förslag'],
  ['föreslagen', 'Förslag'],
  ['föreslaget', 'Förslag'],
  ['utreds', 'Förslag'],
  ['beslutad', 'Beslutad'],
  ['beslutat', 'Beslutad'],
  ['pågår', 'Pågår'],
  ['pågående', 'Pågår'],
  ['påbörjad', 'Pågår'],
  ['påbörjat', 'Pågår'],
  ['genomförd', 'Genomförd'],
  ['genomfört', 'Genomförd'],
  ['klar', 'Genomförd'],
  ['klart', 'Genomförd'],
  ['slutförd', 'Genomförd'],
  ['slutfört', 'Genomförd'],
  ['avslutad', 'Genomförd'],
  ['avslutat', 'Genomförd'],
  ['utgår', 'Utgår'],
  ['avbruten', 'Utgår'],
  ['avbrutet', 'Utgår'],
  ['pausad', 'Utgår'],
  ['pausat', 'Utgår'],
]);

/**
 * The status that a text names, by a closed list of words; case, spaces and a full stop do not matter.
 * @returns the status; null for any other text, which belongs in the follow-up while the status is asked for
 * @example measureStatus('Påbörjad') // 'Pågår'
 * @example measureStatus('Utförandegraden till och med mars uppgår till 64,6 %') // null
 */
export function measureStatus(text: string): MeasureStatus | null {
  return statusOfWord.get(text.trim().toLowerCase().replace(/[.\s]+$/, '')) ?? null;
}

/** Whether a measure with this status counts towards the requirement; null (not yet answered) does not. */
export function isCounting(status: MeasureStatus | null): boolean {
  return status !== null && COUNTING_STATUSES.includes(status);
}
