import type { Finding, FindingBasis } from '../workbook/report';
import { formatNumber, MISSING } from './numbers';

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

/** Cells below or beside each other as one range; else one by one, at most four of them. */
function span(cells: readonly string[]): string {
  const [first = '', ...rest] = cells;
  const last = rest[rest.length - 1];
  if (last === undefined) return first;
  const places = cells.map((cell) => /^([A-Z]+)(\d+)$/.exec(cell));
  const isColumn = places.every((place, index) => place !== null && place[1] === places[0]?.[1] && Number(place[2]) === Number(places[0]?.[2]) + index);
  const isRow = places.every((place) => place !== null && place[2] === places[0]?.[2]) && cells.length > 4;
  return isColumn || isRow ? `${first}:${last}` : listed(cells.length > 5 ? [...cells.slice(0, 3), `${String(cells.length - 3)} celler till`] : cells);
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
  if (finding.cause === undefined) return '';
  const local = finding.cause.startsWith(`${finding.sheet}!`) ? finding.cause.slice(finding.sheet.length + 1) : finding.cause;
  return `Följer av ${local} och stämmer när den är rättad.`;
}

/** A percent in a text is read as a share, but shown as the percent it is. */
const textFigure = (finding: Finding, text: string): string =>
  text.includes('%') && typeof finding.printed === 'number' ? `${formatNumber(finding.printed * 100, Math.min(decimalsIn(finding.printed * 100), 3))}\u00a0%` : figure(finding, finding.printed);

/** A finding that cannot be called wrong is worded as a question. */
const isAsked = (finding: Finding): boolean => finding.severity === 'warning';

/** A figure with its own decimals, a share as percent where the finding is about one. */
function figure(finding: Finding, value: number | string | null | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return MISSING;
  const isShare = finding.code === 'percent-mismatch' && Math.abs(value) < 20;
  if (isShare) return `${formatNumber(value * 100, 1)}\u00a0%`;
  return formatNumber(value, shownDecimals(finding, value));
}

/** The decimals of the printed figure; a computed one gets one more at most, so that its difference shows. */
function shownDecimals(finding: Finding, value: number): number {
  const own = decimalsIn(value);
  if (value === finding.printed || typeof finding.printed !== 'number') return Math.min(own, 3);
  const printed = decimalsIn(finding.printed);
  return own <= printed ? printed : Math.min(own, Math.max(printed, 1));
}

function decimalsIn(value: number): number {
  return (Number(value.toPrecision(12)).toString().split('.')[1] ?? '').length;
}

function listed(items: readonly string[]): string {
  const last = items[items.length - 1] ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} och ${last}`;
}

const errors: Readonly<Record<string, string>> = { '#N/A': '#SAKNAS!', '#DIV/0!': '#DIVISION/0!', '#REF!': '#REFERENS!', '#VALUE!': '#VÄRDEFEL!', '#NAME?': '#NAMN?', '#NUM!': '#OGILTIGT!', '#NULL!': '#SKÄRNING!', '#SPILL!': '#SPILL!' };

const swedishError = (error: string): string => errors[error] ?? error;
