import type { AvvikelseLine, AvvikelseTable, SourceFigure } from './avvikelseLine';
import { orderFindings } from './findingOrder';
import { textRow, type DraftRow } from './sheetDraft';
import { LOOK } from './sheetStyle';
import { printExact } from './sheetNumber';
import type { WritingInput } from './writingInput';

const MOST = 5;

/**
 * What the reader of a table must know of its source: printed avvikelser that are wrong, numbers that are stored as text, cells that
 * hold an error. At most five lines of each kind.
 */
export function avvikelseNotes(table: AvvikelseTable, input: WritingInput): readonly DraftRow[] {
  const { lines, chosen } = table;
  const numbers = new Map(orderFindings(input.report.findings).map((finding, index) => [`${finding.sheet}!${finding.cell}`, index + 1]));
  const printed = lines.flatMap((line) => printedNote(line, numbers.get(`${chosen.table.sheet}!${line.finding?.cell ?? ''}`)));
  const figures = lines.flatMap((line) => [line.budget, line.compared].flatMap((figure) => (figure === null ? [] : figureNote(line, figure))));
  const texts = [...shorten(printed), ...shorten(figures)];
  return texts.map((text, index) => textRow('note', `note ${index + 1}`, text, LOOK.warning));
}

function printedNote({ finding, label, avvikelse }: AvvikelseLine, number: number | undefined): readonly string[] {
  if (finding?.code !== 'variance-mismatch' || typeof finding.printed !== 'number' || avvikelse === null) return [];
  const where = number === undefined ? '' : ` Se Avstämning nr ${number}.`;
  return [`! ${label}: cell ${finding.cell} i källan visar ${printExact(finding.printed)}. Här används det beräknade värdet ${printExact(avvikelse)}.${where}`];
}

function figureNote({ label }: AvvikelseLine, { held, source, result }: SourceFigure): readonly string[] {
  if (held === 'text' && typeof result === 'number') {
    return [`! ${label}: cell ${source.cell} i källan innehåller text. Talet ${printExact(result)} är skrivet som värde och följer inte källan.`];
  }
  if (typeof source.value === 'string' && source.value.startsWith('#')) return [`! ${label}: cell ${source.cell} i källan visar ett fel (${source.value}) och räknas inte.`];
  return [];
}

function shorten(texts: readonly string[]): readonly string[] {
  if (texts.length <= MOST) return texts;
  return [...texts.slice(0, MOST), `! Och ${texts.length - MOST} rader till av samma slag, se Avstämning.`];
}
