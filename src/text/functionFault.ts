import type { Fault } from '../core/fault';

/** Why a cell function has no result: a fault of the domain or of how the function was called. */
export type FunctionFault =
  | Fault
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-year'
  | 'not-a-month'
  | 'unequal-shapes'
  | 'not-a-single-value'
  | 'not-a-series'
  | 'unknown-word'
  | 'two-units'
  | 'decimals-out-of-range'
  | 'no-comparison'
  | 'too-few-months'
  | 'missing-month'
  | 'error-in-cell';

/** The sentence that the cell shows on its error. `place` is the month's number, or how many months there are. */
export function functionFaultText(fault: FunctionFault, place = 0): string {
  switch (fault) {
    case 'zero-base':
      return 'Basen eller volymen är 0, så kvoten kan inte beräknas.';
    case 'opposite-signs':
      return 'Budgetkostnad och utfallskostnad har olika tecken. Skriv båda med minus eller båda utan.';
    case 'end-before-start':
      return 'Slutdatum ligger före startdatum.';
    case 'no-effect':
      return 'Åtgärden ger ingen effekt det året, så helårseffekten kan inte härledas.';
    case 'negative-ramp':
      return 'Infasningen anges i månader och kan inte vara negativ.';
    case 'negative-volume':
      return 'En volym kan inte vara negativ.';
    case 'negative-weight':
      return 'En vikt kan inte vara negativ.';
    case 'unit-not-positive':
      return 'Enheten som delarna avrundas till ska vara större än 0.';
    case 'no-previous':
      return 'Ett mål i ord (Öka, Minska) behöver ett föregående värde att jämföra med.';
    case 'not-a-number':
      return 'Texten är inget tal.';
    case 'not-a-date':
      return 'Datumet är inget giltigt datum.';
    case 'not-a-year':
      return 'Året ska vara ett heltal mellan 1900 och 9999.';
    case 'not-a-month':
      return 'Månaden ska vara ett heltal från 1 till 12.';
    case 'unequal-shapes':
      return 'Områdena har olika form. De ska ha lika många rader och kolumner, eller vara ett enda värde.';
    case 'not-a-single-value':
      return 'Argumentet ska vara ett enda värde, inte ett område.';
    case 'not-a-series':
      return 'Serien ska vara en enda rad eller en enda kolumn, med en månad per cell.';
    case 'unknown-word':
      return 'Ordet är inget av dem som argumentet kan ha. Hjälpen till funktionen räknar upp dem.';
    case 'two-units':
      return 'Beloppen har olika enheter i texten. Skriv alla i samma enhet.';
    case 'decimals-out-of-range':
      return 'Antalet decimaler ska vara ett heltal från 0 till 15.';
    case 'no-comparison':
      return 'Metoden säsong behöver både jämförelseAck och jämförelseHelår.';
    case 'too-few-months':
      return `Serien har ${place} rapporterade månader. Rullande tolv månader behöver minst tolv.`;
    case 'missing-month':
      return `Månad ${place} i serien saknar värde. Skriv SANT som tillåtNoll om noll är rätt värde.`;
    case 'error-in-cell':
      return 'En av cellerna innehåller ett fel.';
  }
}
