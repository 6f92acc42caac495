import { cellAddress, parseArea, quoteSheetName } from '../address';
import { numberFormatAt } from '../grid';
import type { Finding, FindingCode } from '../report';
import { orderFindings } from './findingOrder';
import { momentText, sheetHead, unitText } from './sheetHead';
import { stackBlocks, textRow, type DraftBlock, type DraftCell, type DraftColumn, type DraftRow, type SheetDraft } from './sheetDraft';
import { READ_PROPERTY, VERSION_PROPERTY, WRITTEN_PROPERTY } from './sheetProperty';
import { COLOR, LOOK, percentFormat, plainFormat, signedFormat, styled } from './sheetStyle';
import { printFigure, roundedDecimals } from './sheetNumber';
import { formula } from './sourceReference';
import { findingId, type WritingInput } from './writingInput';

const COLUMNS: readonly DraftColumn[] = [5, 15, 22, 8, 34, 14, 13, 13, 13, 34, 10].map((width) => ({ width }));
const HEADS = ['Nr', 'Typ', 'Blad', 'Cell', 'Rad', 'Kontroll', 'Står i cellen', 'Beräknat', 'Skillnad', 'Förklaring', 'Utredd'];
const RIGHT = new Set([6, 7, 8]);
const EXPLANATION = 9;
const ANSWERED = 10;

const TYPE: Readonly<Record<Finding['severity'], { readonly word: string; readonly color: string }>> = {
  error: { word: '✕ Fel', color: COLOR.worse },
  warning: { word: '? Fråga', color: COLOR.warning },
  info: { word: '? Fråga', color: COLOR.warning },
  rounding: { word: '≈ Avrundning', color: COLOR.muted },
};

const CHECK: Readonly<Record<FindingCode, string>> = {
  'variance-mismatch': 'Avvikelse',
  'percent-mismatch': 'Procent',
  'sum-mismatch': 'Summa',
  'row-outside-sum': 'Summa',
  'cross-table-mismatch': 'Samma tal',
  'sign-mismatch': 'Tecken',
  'effect-mismatch': 'Effekt',
  'text-number': 'Text som tal',
  'missing-month': 'Månad saknas',
  'sign-rule-uncertain': 'Teckenregel',
  'unit-unknown': 'Enhet',
  'header-uncertain': 'Rubrik',
  'cell-error': 'Felvärde',
};

/** The sheet Avstämning: errors first, then questions, last roundings, each with a link to its cell. */
export function buildAvstamning(input: WritingInput): SheetDraft {
  const findings = orderFindings(input.report.findings);
  const sheets = [...new Set(input.report.tables.map((table) => table.sheet))];
  const units = input.report.tables.flatMap((table) => (table.unit === null ? [] : [table.unit]));
  return {
    kind: 'avstamning',
    name: input.names.get('avstamning') ?? 'Avstämning',
    columns: COLUMNS,
    helperColumns: [],
    blocks: stackBlocks([
      () =>
        sheetHead({
          title: 'Avstämning',
          subtitle: countText(findings, input.checkCount),
          signLine: `Källa: ${shortList(sheets)}. Läst ${momentText(input.readAt)}. ${unitText(units).replace('vid varje tabell', 'i källan')}`,
          note: 'Avrundning: skillnaden är högst en halv enhet av sista decimalen × (antal termer + 1). För procent prövas spannet för de avrundade talen.',
        }),
      (top) => (findings.length === 0 ? emptyBlock(input.checkCount) : findingsBlock(findings, input, top)),
    ]),
    frozenRows: 4,
    footer: `${input.namnd}. ${input.version}`,
    properties: new Map([[VERSION_PROPERTY, input.version], [WRITTEN_PROPERTY, input.writtenAt], [READ_PROPERTY, input.readAt]]),
  };
}

/** "Stämmer tabellen? 120 kontroller: 91 stämmer, 23 avrundning, 2 frågor, 4 fel (2 orsaker)." */
function countText(findings: readonly Finding[], checkCount: number): string {
  const count = (...severities: readonly Finding['severity'][]): number => findings.filter(({ severity }) => severities.includes(severity)).length;
  const [errors, questions, roundings] = [count('error'), count('warning', 'info'), count('rounding')];
  const causes = findings.filter(({ severity, cause }) => severity === 'error' && cause === undefined).length;
  const holding = Math.max(0, checkCount - errors - questions - roundings);
  const causeText = errors === causes ? '' : ` (${causes} ${causes === 1 ? 'orsak' : 'orsaker'})`;
  const checks = checkCount === 0 ? '' : `${printFigure(checkCount, 0)} kontroller: ${printFigure(holding, 0)} stämmer, `;
  return `Stämmer tabellen? ${checks}${roundings} avrundning, ${questions} ${questions === 1 ? 'fråga' : 'frågor'}, ${errors} fel${causeText}.`;
}

function shortList(sheets: readonly string[]): string {
  return sheets.length <= 6 ? sheets.join(', ') : `${sheets.slice(0, 5).join(', ')} och ${sheets.length - 5} blad till`;
}

function emptyBlock(checkCount: number): DraftBlock {
  return { id: 'findings', rows: [textRow('note', 'empty', checkCount === 0 ? 'Inget att anmärka.' : `Allt stämmer. ${printFigure(checkCount, 0)} kontroller.`, LOOK.headLine)] };
}

function findingsBlock(findings: readonly Finding[], input: WritingInput, top: number): DraftBlock {
  const head: DraftRow = {
    key: 'head',
    kind: 'head',
    cells: HEADS.map((value, column) => ({ value, style: RIGHT.has(column) ? LOOK.columnHeadRight : styled(LOOK.columnHead, column === EXPLANATION ? { horizontal: 'left', indent: 1 } : {}) })),
  };
  const seen = new Map<string, number>();
  const rows = findings.map((finding, index): DraftRow => {
    const id = findingId(finding);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return findingRow(finding, count === 1 ? id : `${id}#${count}`, index, input, top + 1 + index);
  });
  const answered = { top: top + 1, left: ANSWERED, bottom: top + rows.length, right: ANSWERED };
  return { id: 'findings', rows: [head, ...rows], validations: [{ area: answered, list: ['Ja', 'Nej'] }] };
}

function findingRow(finding: Finding, key: string, index: number, input: WritingInput, at: number): DraftRow {
  const { severity, sheet, cell, printed, expected } = finding;
  const type = TYPE[severity];
  const isAccepted = input.accepted.has(findingId(finding));
  const item = LOOK.item;
  const text = (value: string, style = {}): DraftCell => ({ value, style: styled(item, style) });
  const isShare = isShareCell(finding, input);
  const figures = figureStyle(finding, isShare);
  const hasDifference = typeof printed === 'number' && typeof expected === 'number';
  const difference = formula(`${figures.isShare ? '(' : ''}${cellAddress(at, 6)}-${cellAddress(at, 7)}${figures.isShare ? ')*100' : ''}`);
  return {
    key,
    kind: 'body',
    cells: [
      { value: index + 1, style: styled(item, { horizontal: 'left' }) },
      text(type.word, { color: type.color, bold: severity !== 'rounding' }),
      text(sheet),
      parseArea(cell) === null ? text(cell) : { value: cell, link: `${quoteSheetName(sheet)}!${cell}`, style: styled(item, LOOK.link) },
      text(labelOf(finding, input), { wrap: true }),
      text(CHECK[finding.code]),
      figureCell(printed, figures.plain),
      figureCell(expected, figures.plain),
      hasDifference
        ? { value: difference, result: (printed - expected) * (figures.isShare ? 100 : 1), style: styled(item, { horizontal: 'right', bold: severity !== 'rounding', numberFormat: figures.signed }) }
        : text(''),
      text(explanation(finding, isShare), { wrap: true, horizontal: 'left', indent: 1 }),
      { value: isAccepted ? 'Ja' : severity === 'rounding' ? null : 'Nej', isUsers: true, style: LOOK.user },
    ],
  };
}

/** A percentage, or a figure that the source shows as one. */
function isShareCell({ code, sheet, cell }: Finding, { workbook }: WritingInput): boolean {
  const place = parseArea(cell);
  const grid = workbook.sheets.find(({ name }) => name === sheet);
  return code === 'percent-mismatch' || (place !== null && grid !== undefined && numberFormatAt(grid, place.top, place.left).includes('%'));
}

/** What the row is called; a sum without a name is called so. */
function labelOf({ label = '', sheet, cell }: Finding, { report }: WritingInput): string {
  if (label !== '') return label;
  const row = Number(/^[A-Z]+(\d+)$/.exec(cell)?.[1]);
  const isSum = report.tables.some((table) => table.sheet === sheet && table.rows.some((one) => one.row === row && one.kind === 'sum'));
  return isSum ? 'Summa' : '';
}

function figureCell(value: Finding['printed'], numberFormat: string): DraftCell {
  const style = styled(LOOK.item, { horizontal: 'right', wrap: typeof value === 'string' });
  return typeof value === 'number' ? { value, style: styled(style, { numberFormat }) } : { value: shownText(value), style };
}

/** A text as it stands in the source. An error is told in words: its bare code would become an error of our own. */
function shownText(value: string | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return value.startsWith('#') ? `Fel: ${ERROR_WORDS[value] ?? value}` : value;
}

/** Excel's Swedish names of its errors. */
const ERROR_WORDS: Readonly<Record<string, string>> = {
  '#DIV/0!': '#DIVISION/0!',
  '#N/A': '#SAKNAS!',
  '#NAME?': '#NAMN?',
  '#NULL!': '#SKÄRNING!',
  '#NUM!': '#OGILTIGT!',
  '#REF!': '#REFERENS!',
  '#VALUE!': '#VÄRDEFEL!',
};

interface FigureStyle {
  readonly isShare: boolean;
  readonly plain: string;
  readonly signed: string;
}

/** As many decimals as the printed figure has, and enough to show the difference. */
function figureStyle({ printed, expected, severity }: Finding, isShare: boolean): FigureStyle {
  const apart = typeof printed === 'number' && typeof expected === 'number' ? Math.abs(printed - expected) * (isShare ? 100 : 1) : 1;
  // A difference shows at least one figure that is not 0.
  const needed = apart === 0 || apart >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(apart) - 1e-6));
  if (isShare) {
    const digits = '0'.repeat(Math.max(1, needed));
    return { isShare: true, plain: percentFormat(false, digits.length), signed: `+0.${digits}" p.e.";"−"0.${digits}" p.e.";0.${digits}" p.e."` };
  }
  const stored = [printed, severity === 'error' ? undefined : expected].map((value) => (typeof value === 'number' ? (roundedDecimals(value) ?? 3) : 0));
  const decimals = Math.max(...stored, needed);
  return { isShare: false, plain: plainFormat(decimals), signed: signedFormat(decimals) };
}

/** Why, in a few words: what it follows from, what rounding explains, the likely cause, else how the figure was computed. */
function explanation(finding: Finding, isShare: boolean): string {
  const { cause, severity, tolerance, basis, sheet, code } = finding;
  if (cause !== undefined) return `Följdfel av ${cause.startsWith(`${sheet}!`) ? cause.slice(sheet.length + 1) : cause.replace('!', ' ')}`;
  if (severity === 'rounding') {
    return tolerance === undefined || isShare ? 'Avrundade tal' : `Ryms i ${printFigure(tolerance, Math.max(1, roundedDecimals(tolerance) ?? 3))}`;
  }
  return likelyText(finding) ?? basisText(basis, sheet) ?? finding.message ?? OPEN_TEXT[code] ?? '';
}

/** What a finding without figures asks about. */
const OPEN_TEXT: Readonly<Partial<Record<FindingCode, string>>> = {
  'unit-unknown': 'Enheten står inte i underlaget',
  'sign-rule-uncertain': 'Underlaget visar inte hur kostnader är tecknade',
  'header-uncertain': 'Kolumnens rubrik är oklar',
  'cell-error': 'Cellen visar ett fel',
  'text-number': 'Talet är lagrat som text',
};

function likelyText({ basis }: Finding): string | null {
  switch (basis?.likely) {
    case 'row-outside-sum': return basis.row === undefined ? 'En rad ligger utanför summan' : `Rad ${basis.row} ligger utanför summan`;
    case 'row-twice': return basis.row === undefined ? 'En rad räknas två gånger' : `Rad ${basis.row} räknas två gånger`;
    case 'sign-turned': return 'Fel tecken';
    case 'typed-over-formula': return 'Formeln är överskriven med ett tal';
    case 'factor-1000': return 'Skiljer en faktor 1 000, fel enhet';
    case 'factor-10': return 'Skiljer en faktor 10';
    case 'swapped-digits': return 'Omkastade siffror';
    case 'stale': return 'Talet är från en tidigare beräkning';
    default: return null;
  }
}

/** The first month is the start that the source tells, the second the one that the printed effect fits. */
function effectText([told, fitting]: readonly string[]): string {
  if (told === undefined) return 'Effekten stämmer inte med startmånaden';
  return fitting === undefined ? `Beräknat med start i ${told}` : `Beräknat med start i ${told}, talet passar ${fitting}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function basisText(basis: Finding['basis'], sheet: string): string | null {
  if (basis === undefined) return null;
  const cells = basis.cells.map((cell) => (cell.startsWith(`${sheet}!`) ? cell.slice(sheet.length + 1) : cell.replace('!', ' ')));
  const [first, second] = cells;
  switch (basis.operation) {
    case 'sum':
    case 'net': return cells.length > 4 ? `Summan av ${cells.length} celler, ${first ?? ''}–${cells.at(-1) ?? ''}` : `${cells.join(' + ')}`;
    case 'difference': return first === undefined || second === undefined ? null : `${first} − ${second}`;
    case 'ratio': return first === undefined || second === undefined ? null : `${first} ÷ ${second}`;
    case 'same': return first === undefined ? null : `Jämfört med ${first}`;
    case 'effect': return effectText(basis.words ?? []);
    case 'series': return basis.words === undefined || basis.words.length === 0 ? 'Månaden saknas' : capital(`${basis.words.join(', ')} saknas`);
    case 'text': return 'Talet är lagrat som text';
    case 'sign': return 'Tecknet skiljer sig från raden i övrigt';
  }
}
