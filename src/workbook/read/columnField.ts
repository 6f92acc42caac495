import type { Confidence, Field, TableKind } from '../report';
import type { ColumnHeading } from './columnHeading';
import { isCodeColumn, isFigureColumn, isPercentColumn, isRowNumbers, isTextColumn } from './columnShape';
import { readUnit } from './unitWords';
import type { Concept } from './headingWords';

/** The meaning of a column, how sure it is and why. */
export interface FieldReading {
  readonly field: Field;
  readonly confidence: Confidence;
  readonly reason: string;
}

/** What the columns beside a column say about it. */
export interface TableSense {
  readonly kind: TableKind;
  readonly columns: readonly ColumnHeading[];
  /** Whether another column says of itself that it is to date, so that "Utfall okt" beside "Utfall ack" is one month. */
  readonly hasNamedToDate: { readonly budget: boolean; readonly actual: boolean };
  /** Index of the leftmost column of figures that are no codes. */
  readonly firstFigure: number;
}

type Rule = readonly [field: Field, applies: (column: ColumnHeading, sense: TableSense) => boolean, why: string];

const has = (column: ColumnHeading, ...concepts: readonly Concept[]): boolean => concepts.some((concept) => column.concepts.has(concept));
const isShare = (column: ColumnHeading): boolean => has(column, 'percent') || isPercentColumn(column.shape);
const speaksOfAmount = (column: ColumnHeading): boolean => has(column, 'actual', 'costs', 'revenue', 'net', 'amount');
const hasTime = (column: ColumnHeading): boolean => column.period.year !== undefined || column.period.period !== undefined || column.period.asOf !== undefined;

function isToDate(column: ColumnHeading, sense: TableSense): boolean {
  const period = column.period.period;
  if (period?.kind === 'toDate') return true;
  // A quarter's budget is what its outcome is compared with, as both were to date.
  if (period?.kind === 'quarter') return ['budget' as const, 'actual' as const].every((concept) => sense.columns.some((other) => other.period.quarter === period.quarter && has(other, concept) && !has(other, 'variance')));
  return period?.kind === 'month' && !isOneMonth(column, sense);
}

const isOneMonth = (column: ColumnHeading, sense: TableSense): boolean => column.period.period?.kind === 'month' && (has(column, 'budget') ? sense.hasNamedToDate.budget : sense.hasNamedToDate.actual);

const isSumOfMonths = (column: ColumnHeading, sense: TableSense): boolean => /^(?:summa|s:a|totalt?)$/i.test(column.header) && sense.columns.some((other) => other.month !== null || other.period.period?.kind === 'quarter');

/** How much of the year the columns of months, or of quarters, hold: 1 for twelve months or four quarters. */
function partsOfYear(sense: TableSense): number {
  const filled = sense.columns.filter((other) => other.shape.figures > 0);
  const quarters = new Set(filled.flatMap(({ period: { period } }) => (period?.kind === 'quarter' ? [period.quarter] : [])));
  return Math.max(filled.filter((other) => other.month !== null).length / 12, quarters.size / 4);
}

const PLANNED: readonly Concept[] = ['budget', 'actual', 'forecast', 'previous', 'variance'];

/** A heading that says no more than that its figures are preliminary: "Prelim. 2026". */
const isOnlyPreliminary = (column: ColumnHeading): boolean => has(column, 'preliminary') && !has(column, ...PLANNED);

/** Preliminary figures of a year that has its budget beside them are its outcome; of a year that has none they are its budget. */
const hasOwnBudget = (column: ColumnHeading, sense: TableSense): boolean =>
  sense.columns.some((other) => has(other, 'budget') && !has(other, 'variance') && (column.period.year === undefined || other.period.year === column.period.year));

/** Money columns, first match wins. */
const MONEY: readonly Rule[] = [
  ['requirement', (c) => has(c, 'requirement'), 'krav'],
  ['actual', (c, s) => isOnlyPreliminary(c) && hasOwnBudget(c, s), 'preliminärt för ett år med budget'],
  ['budget', (c) => isOnlyPreliminary(c), 'preliminärt för ett år utan budget'],
  ['variancePercent', (c) => has(c, 'variance') && isShare(c), 'avvikelse i procent'],
  ['variance', (c) => has(c, 'variance'), 'avvikelse'],
  ['budgetChange', (c) => has(c, 'budgetChange') && !has(c, 'budgetLatest'), 'budgetförändring'],
  ['other', (c) => has(c, 'change'), 'förändring'],
  ['share', (c) => isShare(c) || has(c, 'share'), 'andel'],
  ['remaining', (c) => has(c, 'remaining'), 'återstår'],
  ['other', (c) => has(c, 'unitCost'), 'kostnad per enhet'],
  ['previous', (c) => has(c, 'previous') && !has(c, 'budget', 'forecast'), 'föregående år'],
  ['other', (c) => has(c, 'previous'), 'föregående års budget'],
  ['forecast', (c) => has(c, 'forecast'), 'prognos'],
  ['month', (c, s) => has(c, 'budget', 'actual') && isOneMonth(c, s), 'en månad'],
  ['budgetToDate', (c, s) => has(c, 'budget') && isToDate(c, s), 'budget hittills'],
  ['budgetOriginal', (c, s) => has(c, 'budgetOriginal') && !has(c, 'budgetLatest') && s.columns.some((other) => other !== c && has(other, 'budget') && !has(other, 'budgetOriginal', 'variance') && !isToDate(other, s)), 'ursprunglig budget'],
  ['budget', (c) => has(c, 'budget'), 'budget'],
  ['actualToDate', (c, s) => (speaksOfAmount(c) || c.concepts.size === 0 || has(c, 'total', 'end')) && isToDate(c, s), 'utfall hittills'],
  ['actual', (c) => has(c, 'actual'), 'utfall'],
  ['actual', (c) => has(c, 'costs', 'revenue', 'net') && !has(c, 'volume'), 'belopp'],
  ['actual', (c, s) => isSumOfMonths(c, s) && partsOfYear(s) >= 1, 'summa av årets månader'],
  ['actualToDate', isSumOfMonths, 'summa av månader'],
  ['other', (c) => has(c, 'foreign'), 'inget belopp'],
  ['volumeActual', (c) => has(c, 'volume') && !has(c, 'volumeBased') && isFigureColumn(c.shape), 'antal'],
  ['actual', (c) => hasTime(c), 'period i rubriken'],
];

const VOLUME_OF_MONEY: Readonly<Partial<Record<Field, Field>>> = {
  budget: 'volumeBudget', budgetToDate: 'volumeBudget', budgetOriginal: 'volumeBudget', actual: 'volumeActual', actualToDate: 'volumeActual', previous: 'volumeActual',
  forecast: 'volumeForecast', variance: 'volumeVariance',
};

const VOLUMES: readonly Rule[] = [
  ['volumeEffect', (c) => has(c, 'volumeBased') && readUnit(c.header) !== null, 'kostnad av volym'],
  ['variance', (c) => has(c, 'variance') && readUnit(c.header) !== null && !has(c, 'percent'), 'avvikelse i pengar'],
  ['volumeVariance', (c) => has(c, 'variance') && !isShare(c), 'volymavvikelse'],
];

const INDICATORS: readonly Rule[] = [
  ['direction', (c) => has(c, 'direction'), 'riktning'],
  ['target', (c) => has(c, 'target') && !has(c, 'actual', 'comment'), 'målvärde'],
  ['current', (c) => has(c, 'current'), 'nuläge'],
  ['actual', (c) => has(c, 'previous', 'actual') || (hasTime(c) && [...c.concepts].every((concept) => concept === 'total')) || (has(c, 'gender') && !has(c, 'target')), 'utfall'],
];

const SERIES: readonly Rule[] = [
  ['share', (c) => isShare(c) || has(c, 'share'), 'andel'],
  ['actualToDate', (c, s) => isToDate(c, s), 'summa hittills'],
  ['actual', (c) => isFigureColumn(c.shape) && !has(c, 'budget', 'forecast', 'variance', 'previous', 'remaining'), 'vad som räknas'],
];

/** Text and figures of measures; the words decide, whatever stands in the cells. */
const MEASURES: readonly Rule[] = [
  ['requirement', (c) => has(c, 'requirement'), 'krav'],
  ['oneOffCost', (c) => has(c, 'oneOffCost'), 'engångskostnad'],
  ['probability', (c) => has(c, 'probability'), 'sannolikhet'],
  ['ramp', (c) => has(c, 'ramp'), 'infasning'],
  ['inForecast', (c) => has(c, 'inForecast'), 'ingår i prognos'],
  ['responsible', (c) => has(c, 'responsible'), 'ansvarig'],
  ['savingRealised', (c) => has(c, 'realised') && !isTextColumn(c.shape), 'hämtat hem'],
  ['followUp', (c) => has(c, 'followUp'), 'uppföljning'],
  ['status', (c) => has(c, 'status'), 'status'],
  ['analysis', (c) => has(c, 'analysis'), 'analys'],
  ['consequence', (c) => has(c, 'consequence') && isTextColumn(c.shape), 'konsekvens'],
  ['comment', (c) => has(c, 'comment'), 'kommentar'],
  ['remaining', (c) => has(c, 'remaining'), 'kvar'],
  ['target', (c) => has(c, 'target') && !has(c, 'measure'), 'målvärde'],
  ['current', (c, s) => has(c, 'current') && s.columns.some((other) => has(other, 'target')), 'nuläge'],
  ['description', (c) => has(c, 'description', 'situation') && !isFigureColumn(c.shape), 'beskrivning'],
  ['effectFullYear', (c) => has(c, 'fullYearEffect'), 'helårseffekt'],
  ['measure', (c, s) => has(c, 'measure') && !isFigureColumn(c.shape) && s.columns.find((other) => has(other, 'measure') && !has(other, 'description') && !isFigureColumn(other.shape)) === c, 'åtgärd'],
  ['measure', (c, s) => has(c, 'efficiency') && isTextColumn(c.shape) && !s.columns.some((other) => has(other, 'measure') && isTextColumn(other.shape)), 'åtgärd'],
  ['effectYear', (c, s) => has(c, 'saving') && !has(c, 'planned') && !isTextColumn(c.shape) && c.period.year !== undefined && s.columns.some((other) => other !== c && has(other, 'fullYearEffect')), 'besparing ett år'],
  ['savingPlanned', (c, s) => has(c, 'saving') && !isTextColumn(c.shape) && (has(c, 'planned') || !has(c, 'efficiency') || !s.columns.some((other) => other !== c && has(other, 'effect'))), 'besparing'],
  ['savingPlanned', (c, s) => has(c, 'saving') && isFigureColumn(c.shape) && !s.columns.some((other) => has(other, 'fullYearEffect')), 'besparing'],
  ['effectFullYear', (c, s) => has(c, 'efficiency') && !isTextColumn(c.shape) && s.columns.some((other) => other !== c && has(other, 'effect')), 'effektivisering'],
  ['savingPlanned', (c) => has(c, 'efficiency') && !isTextColumn(c.shape), 'effektivisering'],
  ['savingRealised', (c, s) => has(c, 'effect') && !isTextColumn(c.shape) && c.period.year === undefined && s.columns.some((other) => other !== c && has(other, 'saving') && !isTextColumn(other.shape)), 'effekt av besparing'],
  ['effectFullYear', (c) => has(c, 'identified') && isFigureColumn(c.shape), 'identifierad effekt'],
  ['effectYear', (c) => has(c, 'effect') && c.shape.longestText < 60, 'effekt'],
  ['effectYear', (c) => c.plainYear !== null && !isTextColumn(c.shape), 'ett år'],
  ['start', (c) => has(c, 'start'), 'start'],
  ['end', (c) => has(c, 'end'), 'slut'],
  ['date', (c) => has(c, 'date') || (has(c, 'year') && c.shape.months > 0), 'datum'],
];

const REQUIREMENTS: readonly Rule[] = [
  ['requirement', (c) => has(c, 'requirement') && !has(c, 'remaining'), 'krav'],
  ['remaining', (c) => has(c, 'remaining'), 'kvar'],
  ['effectFullYear', (c) => has(c, 'fullYearEffect') || (has(c, 'identified') && !has(c, 'saving')), 'identifierad effekt'],
  ['effectYear', (c) => has(c, 'effect'), 'effekt'],
  ['savingPlanned', (c) => has(c, 'saving', 'planned', 'measure'), 'planerad besparing'],
];

const LEDGER: readonly Rule[] = [
  ['label', (c) => has(c, 'text') && !isFigureColumn(c.shape), 'benämning'],
  ['period', (c) => has(c, 'period', 'month'), 'period'],
  ['date', (c) => has(c, 'date'), 'datum'],
  ['responsibility', (c) => has(c, 'responsibility'), 'ansvar'],
  ['activity', (c) => has(c, 'activity'), 'verksamhet'],
  ['account', (c) => has(c, 'account'), 'konto'],
  ['counterpart', (c) => has(c, 'counterpart'), 'motpart'],
  ['project', (c) => has(c, 'project'), 'projekt'],
  ['object', (c) => has(c, 'object'), 'objekt'],
  ['other', (c) => has(c, 'voucher', 'code'), 'verifikation'],
  ['budget', (c) => has(c, 'budget') && !isTextColumn(c.shape), 'budget'],
  ['actual', (c) => has(c, 'actual') && !isTextColumn(c.shape), 'utfall'],
  ['amount', (c) => has(c, 'amount'), 'belopp'],
  ['comment', (c) => has(c, 'comment'), 'kommentar'],
  ['label', (c) => isTextColumn(c.shape), 'text'],
];

/** Columns of words beside the figures, in any table. */
const WORDS_BESIDE: readonly Rule[] = [
  ['comment', (c) => has(c, 'comment', 'analysis', 'consequence', 'followUp') && !isFigureColumn(c.shape), 'kommentar'],
  ['responsible', (c) => has(c, 'responsible') && !isFigureColumn(c.shape), 'ansvarig'],
  ['status', (c) => has(c, 'status') && !isFigureColumn(c.shape), 'status'],
  ['unit', (c, s) => s.kind !== 'indicators' && isTextColumn(c.shape) && c.shape.unitTexts > 0 && c.shape.unitTexts * 2 >= c.shape.texts && (has(c, 'unit', 'volume') || c.concepts.size === 0), 'enhet'],
];

const RULES: Readonly<Record<TableKind, readonly (readonly Rule[])[]>> = {
  budget: [WORDS_BESIDE, MONEY],
  measures: [MEASURES, WORDS_BESIDE],
  requirements: [WORDS_BESIDE, REQUIREMENTS, MONEY],
  volumes: [WORDS_BESIDE, VOLUMES, MONEY],
  indicators: [WORDS_BESIDE, INDICATORS, MONEY],
  series: [WORDS_BESIDE, SERIES, MONEY],
  ledger: [LEDGER],
  other: [WORDS_BESIDE],
};

/** What the column means, from the words of its heading, what stands in it and what the table is about. */
export function readColumnField(column: ColumnHeading, sense: TableSense): FieldReading {
  if (column.month && (isFigureColumn(column.shape) || column.shape.filled === 0 || column.shape.marks > 0)) return sure('month', 'Rubriken är en månad');
  const names = readNameColumn(column, sense);
  if (names) return names;
  for (const rules of RULES[sense.kind]) {
    const rule = rules.find(([, applies]) => applies(column, sense));
    if (!rule) continue;
    const countsThings = sense.kind === 'volumes' || (sense.kind === 'budget' && has(column, 'volume') && !has(column, 'volumeBased'));
    const isCount = countsThings && rules === MONEY && readUnit(column.header) === null && !has(column, 'costs', 'net');
    const field = isCount ? (VOLUME_OF_MONEY[rule[0]] ?? rule[0]) : rule[0];
    return { field, confidence: column.concepts.size > 0 ? 'sure' : 'likely', reason: `Rubriken säger ${rule[2]}` };
  }
  return readByContent(column, sense);
}

const sure = (field: Field, reason: string): FieldReading => ({ field, confidence: 'sure', reason });
const likely = (field: Field, reason: string): FieldReading => ({ field, confidence: 'likely', reason });

/** Names, codes and areas: the columns left of the figures. */
function readNameColumn(column: ColumnHeading, sense: TableSense): FieldReading | null {
  const place = sense.columns.indexOf(column);
  if (sense.kind === 'ledger') return null;
  const isFirst = place === 0;
  if (isFirst && (sense.kind === 'series' || sense.kind === 'budget') && column.shape.months >= 3 && column.shape.months * 2 > column.shape.filled) return sure('month', 'Kolumnen räknar upp månader');
  if (sense.kind === 'measures') return readMeasureName(column, sense, place);
  if (column.index > sense.firstFigure && !isFirst) return null;
  const before = sense.columns.slice(0, place);
  const next = sense.columns[place + 1];
  const afterNext = sense.columns[place + 2];
  const isBeforeNames = next !== undefined && (isTextColumn(next.shape) || (isCodeColumn(next.shape) && afterNext !== undefined && isTextColumn(afterNext.shape)));
  if (isFirst && isRowNumbers(column.shape) && isBeforeNames) return has(column, 'code') ? sure('code', 'Rubriken säger nummer') : likely('other', 'Kolumnen numrerar raderna');
  if (isCodeColumn(column.shape) && column.index < sense.firstFigure && (has(column, 'code', 'activity', 'account', 'responsibility', 'project', 'object') || (next && isTextColumn(next.shape) && (isFirst || has(column, 'item'))))) return sure('code', 'Kolumnen innehåller koder');
  if (!isTextColumn(column.shape) && !isFirst) return null;
  if (next && next.index < sense.firstFigure && isTextColumn(next.shape) && isTextColumn(column.shape) && !has(next, 'unit', 'comment', 'responsible', 'status') && column.shape.filled * 2 <= next.shape.filled) return likely('area', 'Kolumnen namnger grupper av rader');
  if (!before.some((other) => isTextColumn(other.shape))) return isFigureColumn(column.shape) && !isFirst ? null : sure('label', 'Kolumnen benämner raderna');
  if (has(column, 'comment', 'status', 'responsible', 'direction', 'target', 'current')) return null;
  const namesIndicators = sense.kind === 'indicators' && has(column, 'indicator', 'unit') && !has(column, 'item');
  if (namesIndicators) return sure('label', 'Kolumnen benämner raderna');
  if (column.shape.unitTexts * 2 >= column.shape.texts && column.shape.unitTexts > 0) return likely('unit', 'Kolumnen säger vad som räknas');
  if (has(column, 'unit') && !has(column, 'item')) return sure('unit', 'Rubriken säger enhet');
  if (has(column, 'code')) return sure('code', 'Rubriken säger kod');
  if (sense.kind === 'other') return null;
  return has(column, 'area') ? sure('area', 'Rubriken säger område') : likely('label', 'Kolumnen benämner raderna');
}

function readMeasureName(column: ColumnHeading, sense: TableSense, place: number): FieldReading | null {
  const measurePlace = sense.columns.findIndex((other) => has(other, 'measure', 'efficiency') && !has(other, 'description') && !isFigureColumn(other.shape));
  if (place >= measurePlace) return null;
  if (has(column, 'code') && !isTextColumn(column.shape)) return sure('code', 'Rubriken säger nummer');
  if (has(column, 'date', 'year', 'start') || column.shape.months * 2 > column.shape.filled) return has(column, 'start') ? null : likely('date', 'Kolumnen innehåller tidpunkter');
  if (has(column, 'area', 'item', 'activity', 'responsibility') && !has(column, 'description', 'responsible')) return sure('area', 'Rubriken säger område');
  if (isCodeColumn(column.shape)) return likely('code', 'Kolumnen innehåller nummer');
  return place === 0 && column.concepts.size === 0 ? likely('area', 'Kolumnen står före åtgärden') : null;
}

/** The last resort: what stands in the column and where. */
function readByContent(column: ColumnHeading, sense: TableSense): FieldReading {
  if (sense.kind === 'series' && isFigureColumn(column.shape)) return likely('actual', 'Siffror i en månadsserie');
  if (sense.kind === 'measures' && has(column, 'area', 'item')) return likely('area', 'Rubriken säger område');
  if (sense.kind === 'measures' && has(column, 'code')) return sure('code', 'Rubriken säger nummer');
  if (sense.kind !== 'other' && isTextColumn(column.shape) && column.index > sense.firstFigure && column.shape.longestText > 25) return likely('comment', 'Kolumnen innehåller text');
  const asks = sense.kind === 'budget' && isFigureColumn(column.shape) && !has(column, 'change', 'volume', 'foreign', 'unitCost');
  return { field: 'other', confidence: asks ? 'ask' : 'likely', reason: 'Rubriken säger inte vad kolumnen är' };
}
