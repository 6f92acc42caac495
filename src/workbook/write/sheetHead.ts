import type { Unit } from '../../core/amount';
import type { SignRule } from '../../core/signRule';
import { thresholdAmount, type Threshold } from '../../core/threshold';
import { rowName } from '../figurePlace';
import { printAmount, printPercent } from './sheetNumber';
import { AIR, textRow, type DraftBlock } from './sheetDraft';
import { LOOK } from './sheetStyle';
import type { ChosenTable, WritingInput } from './writingInput';

/** Rows 1–4 of every sheet, repeated when printed, and the empty row below them. */
export interface SheetHead {
  /** A1. */
  readonly title: string;
  /** Nämnd, period, what is compared, unit. */
  readonly subtitle: string;
  /** Sign rule with its evidence. */
  readonly signLine: string;
  /** Threshold, version, when it was written. */
  readonly note: string;
}

/** The block of a head, with the empty row below it. */
export function sheetHead(head: SheetHead): DraftBlock {
  return {
    id: 'head',
    rows: [
      textRow('title', 'title', head.title, LOOK.title),
      textRow('title', 'subtitle', head.subtitle, LOOK.subtitle),
      textRow('title', 'sign', head.signLine, LOOK.headLine),
      textRow('title', 'note', head.note, LOOK.headLine),
      AIR,
    ],
  };
}

/**
 * The sign rule of a table, what + and − mean, and what it rests on.
 * @param compared the word for what is compared with the budget: "utfall", "prognos"
 * @example "Teckenregel: kostnader med minus. Avvikelse = utfall − budget. + överskott, − underskott. Stämmer på 14 av 14 rader i Drift A3:F19, 1 rad fel (rad 17)."
 */
export function signLine(chosen: ChosenTable, compared: string, errorRows: readonly number[] = []): string {
  return `Teckenregel: ${ruleText(chosen.signRule)}. Avvikelse = ${differenceText(chosen.signRule, compared)}. + överskott, − underskott. ${evidenceText(chosen, errorRows)}${partsText(chosen)}`;
}

/** The parts of the table that are signed or printed otherwise: " Rad 11–14: kostnader utan minus (stämmer på 4 av 4 rader)." */
function partsText({ table, signRule }: ChosenTable): string {
  const parts = table.signRule === signRule ? (table.signParts ?? []) : [];
  return parts
    .map((part) => {
      const [first, last] = [Math.min(...part.rows), Math.max(...part.rows)];
      const printed = part.printedVariance === 'plus-worse' && table.printedVariance !== 'plus-worse' ? ', underskott står med plus' : '';
      const place = table.isTurned === true ? 'Kolumn' : 'Rad';
      const name = (row: number): string => rowName(table, row).replace(/^.* /u, '');
      return ` ${place} ${name(first)}${first === last ? '' : `–${name(last)}`}: ${ruleText(part.signRule)}${printed} (stämmer på ${part.signEvidence.matched} av ${part.signEvidence.of} rader).`;
    })
    .join('');
}

/** "kostnader med minus" or "kostnader utan minus". */
function ruleText(rule: SignRule): string {
  return rule === 'costs-negative' ? 'kostnader med minus' : 'kostnader utan minus';
}

/** The subtraction behind an avvikelse: "utfall − budget". */
function differenceText(rule: SignRule, compared: string): string {
  return rule === 'costs-negative' ? `${compared} − budget` : `budget − ${compared}`;
}

function evidenceText({ table, isConfirmed, signRule }: ChosenTable, errorRows: readonly number[]): string {
  const place = `${table.sheet} ${table.range}`;
  if (!isConfirmed) return `Teckenregeln är ej bekräftad (${place}).`;
  const evidence = table.signRule === signRule ? table.signEvidence : undefined;
  if (evidence === undefined || evidence.matched === 0) return `Bekräftad av användaren för ${place}.`;
  const missed = evidence.of - evidence.matched;
  const isExplained = missed > 0 && missed === errorRows.length;
  const of = isExplained ? evidence.matched : evidence.of;
  const rows = errorRows.length === 0 ? '' : `, ${errorRows.length} ${errorRows.length === 1 ? 'rad' : 'rader'} fel (${errorRows.map((row, place) => (place === 0 ? rowName(table, row) : rowName(table, row).replace(/^.* /u, ''))).join(', ')})`;
  return `Stämmer på ${evidence.matched} av ${of} rader i ${place}${rows}.`;
}

/** "Tröskel: minst 1,0 mnkr och minst 3 %." in the unit of the sheet. */
export function thresholdText(threshold: Threshold, unit: Unit): string {
  const share = Number.isInteger(Math.round(threshold.share * 1e6) / 1e4) ? 0 : 1;
  return `Tröskel: minst ${printAmount(thresholdAmount(threshold, unit), unit)} ${unit} och minst ${printPercent(threshold.share, share)}.`;
}

/** "Version Helår 2024, skriven 2025-01-28 kl. 14.36." */
export function writtenText(input: Pick<WritingInput, 'version' | 'writtenAt'>): string {
  return `Version ${input.version}, skriven ${momentText(input.writtenAt)}.`;
}

/** "2025-01-28T14:36" → "2025-01-28 kl. 14.36". */
export function momentText(moment: string): string {
  const [day = '', clock = ''] = moment.split('T');
  return clock === '' ? day : `${day} kl. ${clock.slice(0, 5).replace(':', '.')}`;
}

/** "Belopp i mnkr." or, where the tables differ, that each block tells its own. */
export function unitText(units: readonly Unit[]): string {
  const [first, ...rest] = [...new Set(units)];
  if (first === undefined) return '';
  return rest.length === 0 ? `Belopp i ${first}.` : 'Enheten står vid varje tabell.';
}

/** Words for what is compared with the budget. */
export function comparedWord(basis: ChosenTable['comparison']['basis']): string {
  return basis === 'forecast' ? 'prognos' : 'utfall';
}

/** "utfall mot budget", "prognos mot budget", "utfall hittills mot budget hittills". */
export function comparisonText(basis: ChosenTable['comparison']['basis']): string {
  if (basis === 'toDate') return 'utfall hittills mot budget hittills';
  return basis === 'forecast' ? 'helårsprognos mot budget' : 'utfall mot budget';
}
