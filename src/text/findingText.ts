import type { Finding, FindingBasis } from '../workbook/report';
import { figure, listed, localCause, span, textFigure } from './findingParts';

/**
 * The sentence about a finding, in Swedish: what the cell holds, what follows from what, the likeliest cause and what to do.
 * Cells of the finding's own sheet are named without the sheet.
 * @example "Avvikelsen stämmer inte: −3,7 står i cellen, utfall − budget ger −1,9."
 */
export function findingText(finding: Finding): string {
  return [lead(finding), likelyCause(finding), consequence(finding)].filter((part) => part !== '').join(' ');
}

function lead(finding: Finding): string {
  if (finding.severity === 'rounding') return `Avrundning: ${standsAgainst(finding)} Skillnaden ryms i avrundade tal.`;
  const words = finding.basis?.words ?? [];
  switch (finding.code) {
    case 'variance-mismatch':
      return `Avvikelsen stämmer inte: ${standsAgainst(finding)}`;
    case 'sum-mismatch':
      return `${finding.basis?.operation === 'net' ? 'Nettot' : finding.basis?.operation === 'difference' ? 'Skillnaden' : 'Summan'} ${isAsked(finding) ? 'behöver kontrolleras' : 'stämmer inte'}: ${standsAgainst(finding)}`;
    case 'row-outside-sum':
      return `${finding.basis?.row === undefined ? 'En rad' : `Rad ${String(finding.basis.row)}`} ligger utanför summan: ${figure(finding, finding.printed)} står i cellen, med raden blir summan ${figure(finding, finding.expected)}. Ta med raden i summan.`;
    case 'percent-mismatch':
      return `Procenten stämmer inte: ${standsAgainst(finding)}`;
    case 'sign-mismatch':
      return finding.severity === 'error'
        ? `Fel tecken: ${standsAgainst(finding)} Vänd tecknet.`
        : `Tecknet skiljer sig från resten av raden: ${figure(finding, finding.printed)} står i cellen. Kontrollera om det ska vara ${figure(finding, finding.expected)}.`;
    case 'effect-mismatch':
      return effectSentence(finding, words);
    case 'cross-table-mismatch':
      return crossSentence(finding, words);
    case 'text-number':
      return finding.severity === 'info'
        ? `Talen i ${finding.cell} är lagrade som text. Formler räknar dem som 0. Gör om dem till tal om de ska summeras.`
        : `Talet är lagrat som text: ”${words[0] ?? ''}” läses som ${textFigure(finding, words[0] ?? '')}, men formler räknar det som 0. Gör om cellen till ett tal.`;
    case 'missing-month':
      return `${words.length > 1 ? 'Månader' : 'En månad'} saknas: ${listed(words)}. En saknad månad räknas inte som noll. Fyll i värdet eller lägg till månaden.`;
    case 'sign-rule-uncertain':
      return 'Teckenregeln går inte att avgöra: inget i tabellen visar om kostnader står med eller utan minus. Välj teckenregel för tabellen.';
    case 'unit-unknown':
      return finding.basis?.likely === undefined
        ? 'Enheten saknas: varken rubriker, titel eller talformat säger om beloppen är kr, tkr eller mnkr. Välj enhet för tabellen.'
        : `Talet är ungefär ${finding.basis.likely === 'factor-1000' ? '1\u00a0000' : '10'} gånger större eller mindre än liknande tal: ${figure(finding, finding.printed)} står i cellen. Kontrollera enheten.`;
    case 'header-uncertain':
      return `Rubriken är oklar: ”${words[0] ?? String(finding.printed ?? '')}”. Välj vad kolumnen innehåller.`;
    case 'cell-error':
      return `Cellen visar ett fel: ${swedishError(String(finding.printed ?? ''))}. Rätta formeln eller skriv in värdet.`;
  }
}

/** "−3,7 står i cellen, utfall − budget ger −1,9." */
function standsAgainst(finding: Finding): string {
  return `${figure(finding, finding.printed)} står i cellen, ${operationWords(finding.basis)} ger ${figure(finding, finding.expected)}.`;
}

function operationWords(basis: FindingBasis | undefined): string {
  const cells = basis?.cells ?? [];
  switch (basis?.operation) {
    case 'sum':
      return cells.length === 0 ? 'raderna' : `summan av ${span(cells)}`;
    case 'net':
      return `nettot av ${listed(cells)}`;
    case 'difference':
      return (basis.words ?? cells).join(' − ');
    case 'ratio':
      return cells.length === 2 ? `beräkningen ur ${listed(cells)}` : 'beräkningen';
    case 'same':
      return listed(cells);
    default:
      return 'beräkningen';
  }
}

function effectSentence(finding: Finding, words: readonly string[]): string {
  const [start = 'startmånaden', fitting] = words;
  const hint = fitting === undefined ? '' : ` ${figure(finding, finding.printed)} stämmer med ${fitting}.`;
  return `Effekten stämmer inte med startmånaden: ${figure(finding, finding.printed)} står i cellen, start i ${start} ger ${figure(finding, finding.expected)}.${hint} Ändra effekten eller starten.`;
}

function crossSentence(finding: Finding, words: readonly string[]): string {
  const [source = ''] = finding.basis?.cells ?? [];
  const stands = `${figure(finding, finding.printed)} står i cellen, ${figure(finding, finding.expected)} i ${source}`;
  if (finding.severity !== 'error') return `Två tabeller skiljer sig: ${stands}. Kontrollera om de ska vara lika.`;
  const [named] = words;
  return named !== undefined && /^\d+$/.test(named) ? `Två tabeller skiljer sig: ${stands} för kod ${named}.` : `Två tabeller skiljer sig: ${stands}.`;
}

function likelyCause(finding: Finding): string {
  if (finding.severity === 'rounding' || finding.code === 'unit-unknown' || finding.code === 'sign-mismatch' || finding.code === 'row-outside-sum') return '';
  const row = finding.basis?.row === undefined ? 'En rad' : `Rad ${String(finding.basis.row)}`;
  switch (finding.basis?.likely) {
    case 'row-outside-sum':
      return `${row} är inte med i summan.`;
    case 'row-twice':
      return `${row} kan vara räknad två gånger.`;
    case 'sign-turned':
      return finding.basis.row === undefined ? 'Tecknet är troligen omvänt.' : `${row} kan ha fel tecken.`;
    case 'typed-over-formula':
      return 'Talet är inskrivet där en formel borde stå.';
    case 'factor-1000':
      return 'Skillnaden är en faktor 1\u00a0000: kontrollera enheten.';
    case 'factor-10':
      return 'Skillnaden är en faktor 10: kontrollera kommatecknet.';
    case 'swapped-digits':
      return 'Två siffror är troligen omkastade.';
    case 'stale':
      return 'Talet är troligen från en äldre version.';
    default:
      return '';
  }
}

function consequence(finding: Finding): string {
  const cause = localCause(finding);
  return cause === null ? '' : `Följer av ${cause} och stämmer när den är rättad.`;
}

/** A finding that cannot be called wrong is worded as a question. */
const isAsked = (finding: Finding): boolean => finding.severity === 'warning';

const errors: Readonly<Record<string, string>> = { '#N/A': '#SAKNAS!', '#DIV/0!': '#DIVISION/0!', '#REF!': '#REFERENS!', '#VALUE!': '#VÄRDEFEL!', '#NAME?': '#NAMN?', '#NUM!': '#OGILTIGT!', '#NULL!': '#SKÄRNING!', '#SPILL!': '#SPILL!' };

const swedishError = (error: string): string => errors[error] ?? error;
