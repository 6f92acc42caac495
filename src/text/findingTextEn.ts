import type { Finding, FindingBasis } from '../workbook/report';
import { wholeMonthName } from './dates';
import { figure as figureIn, listed as listedIn, localCause, span as spanIn, textFigure as textFigureIn } from './findingParts';

/**
 * The sentence about a finding, in English: the same as `findingText` in Swedish.
 * @example "The deviation does not fit: −3.7 stands in the cell, actual − budget gives −1.9."
 */
export function findingTextEn(finding: Finding): string {
  return [lead(finding), likelyCause(finding), consequence(finding)].filter((part) => part !== '').join(' ');
}

const figure = (finding: Finding, value: Finding['printed']): string => figureIn(finding, value, 'en');
const listed = (items: readonly string[]): string => listedIn(items, 'en');

function lead(finding: Finding): string {
  if (finding.severity === 'rounding') return `Rounding: ${standsAgainst(finding)} The difference is within rounded figures.`;
  const words = finding.basis?.words ?? [];
  const [first = ''] = words;
  switch (finding.code) {
    case 'variance-mismatch':
      return `The deviation does not fit: ${standsAgainst(finding)}`;
    case 'sum-mismatch':
      return `The ${finding.basis?.operation === 'net' ? 'net' : finding.basis?.operation === 'difference' ? 'difference' : 'sum'} ${finding.severity === 'warning' ? 'needs a check' : 'does not fit'}: ${standsAgainst(finding)}`;
    case 'row-outside-sum':
      return `${rowName(finding)} lies outside the sum: ${figure(finding, finding.printed)} stands in the cell, with the row the sum becomes ${figure(finding, finding.expected)}. Include the row in the sum.`;
    case 'percent-mismatch':
      return `The percentage does not fit: ${standsAgainst(finding)}`;
    case 'sign-mismatch':
      return finding.severity === 'error'
        ? `Wrong sign: ${standsAgainst(finding)} Turn the sign.`
        : `The sign differs from the rest of the row: ${figure(finding, finding.printed)} stands in the cell. Check whether it should be ${figure(finding, finding.expected)}.`;
    case 'effect-mismatch':
      return effectSentence(finding, words.map(englishMonth));
    case 'cross-table-mismatch':
      return crossSentence(finding, words);
    case 'text-number':
      return finding.severity === 'info'
        ? `The figures in ${finding.cell} are stored as text. Formulas count them as 0. Make them numbers if they are to be summed.`
        : `The figure is stored as text: “${first}” is read as ${textFigureIn(finding, first, 'en')}, but formulas count it as 0. Make the cell a number.`;
    case 'missing-month':
      return `${words.length > 1 ? 'Months are' : 'A month is'} missing: ${listed(words.map(englishMonth))}. A missing month is not counted as zero. Fill in the figure or add the month.`;
    case 'sign-rule-uncertain':
      return 'The sign rule is unclear: nothing in the table shows whether costs stand with or without a minus. Choose the sign rule of the table.';
    case 'unit-unknown':
      return finding.basis?.likely === undefined
        ? 'The unit is missing: neither headings, title nor number format tell whether the amounts are kr, tkr or mnkr. Choose the unit of the table.'
        : `The figure is about ${finding.basis.likely === 'factor-1000' ? '1,000' : '10'} times larger or smaller than figures like it: ${figure(finding, finding.printed)} stands in the cell. Check the unit.`;
    case 'header-uncertain':
      return `The heading is unclear: “${words[0] ?? String(finding.printed ?? '')}”. Choose what the column holds.`;
    case 'cell-error':
      return `The cell shows an error: ${String(finding.printed ?? '')}. Correct the formula or type the figure.`;
  }
}

function standsAgainst(finding: Finding): string {
  return `${figure(finding, finding.printed)} stands in the cell, ${operationWords(finding.basis)} ${finding.basis?.operation === 'sum' && finding.basis.cells.length === 0 ? 'give' : 'gives'} ${figure(finding, finding.expected)}.`;
}

function operationWords(basis: FindingBasis | undefined): string {
  const cells = basis?.cells ?? [];
  switch (basis?.operation) {
    case 'sum':
      return cells.length === 0 ? 'the rows' : `the sum of ${spanIn(cells, 'en')}`;
    case 'net':
      return `the net of ${listed(cells)}`;
    case 'difference':
      return (basis.words?.map(englishWord) ?? cells).join(' − ');
    case 'ratio':
      return cells.length === 2 ? `the calculation from ${listed(cells)}` : 'the calculation';
    case 'same':
      return listed(cells);
    default:
      return 'the calculation';
  }
}

function effectSentence(finding: Finding, [start = 'the start month', fitting]: readonly string[]): string {
  const hint = fitting === undefined ? '' : ` ${figure(finding, finding.printed)} fits ${fitting}.`;
  return `The effect does not fit the start month: ${figure(finding, finding.printed)} stands in the cell, a start in ${start} gives ${figure(finding, finding.expected)}.${hint} Change the effect or the start.`;
}

function crossSentence(finding: Finding, [named]: readonly string[]): string {
  const [source = ''] = finding.basis?.cells ?? [];
  const stands = `${figure(finding, finding.printed)} stands in the cell, ${figure(finding, finding.expected)} in ${source}`;
  if (finding.severity !== 'error') return `Two tables differ: ${stands}. Check whether they should be the same.`;
  return named !== undefined && /^\d+$/.test(named) ? `Two tables differ: ${stands} for code ${named}.` : `Two tables differ: ${stands}.`;
}

function likelyCause(finding: Finding): string {
  if (finding.severity === 'rounding' || finding.code === 'unit-unknown' || finding.code === 'sign-mismatch' || finding.code === 'row-outside-sum') return '';
  switch (finding.basis?.likely) {
    case 'row-outside-sum':
      return `${rowName(finding)} is not in the sum.`;
    case 'row-twice':
      return `${rowName(finding)} may be counted twice.`;
    case 'sign-turned':
      return finding.basis.row === undefined ? 'The sign is probably turned.' : `${rowName(finding)} may have the wrong sign.`;
    case 'typed-over-formula':
      return 'The figure is typed where a formula should stand.';
    case 'factor-1000':
      return 'The difference is a factor of 1,000: check the unit.';
    case 'factor-10':
      return 'The difference is a factor of 10: check the decimal comma.';
    case 'swapped-digits':
      return 'Two digits are probably swapped.';
    case 'stale':
      return 'The figure is probably from an earlier version.';
    default:
      return '';
  }
}

function consequence(finding: Finding): string {
  const cause = localCause(finding);
  return cause === null ? '' : `It follows from ${cause} and fits when that is corrected.`;
}

const rowName = (finding: Finding): string => (finding.basis?.row === undefined ? 'A row' : `Row ${finding.basis.row}`);

const WORDS: Readonly<Record<string, string>> = { utfall: 'actual', prognos: 'forecast', bokslut: 'final accounts' };

const englishWord = (word: string): string => WORDS[word.toLowerCase()] ?? word;

const englishMonth = (text: string): string => wholeMonthName(text, 'en');
