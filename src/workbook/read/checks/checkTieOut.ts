import { difference, sum } from '../../../core/decimal';
import { cellAddress } from '../../address';
import { formulaAt } from '../../grid';
import type { Field, Finding, FindingBasis, FindingCode, Severity } from '../../report';
import { countColumns } from '../figureColumns';
import type { ReadTable } from '../readTable';
import { columnRelations } from './columnRelations';
import { findCulprits, type Culprit } from './findCulprits';
import { leftOutRows } from './leftOutRows';
import { rowAt, type CellPlace, type Relation, type RelationTerm } from './relations';
import { rowRelations } from './rowRelations';
import { causeOf, figureCause } from './sumCause';

/** How many figures were recomputed, and the findings that came of it. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly checked: number;
}

const operations: Readonly<Record<Relation['kind'], FindingBasis['operation']>> = { sum: 'sum', net: 'net', variance: 'difference', remaining: 'difference', months: 'sum', change: 'sum' };

/** Recomputes every printed sum, net and difference of a table and traces what fails to the cell that must be wrong. */
export function checkTieOut(table: ReadTable): CheckResult {
  if (table.draft.kind === 'other' || table.draft.kind === 'indicators' || table.draft.kind === 'ledger') return { findings: [], checked: 0 };
  const relations = [...columnRelations(table), ...rowRelations(table)].filter((relation) => relation.sum === undefined || relation.sum.agreeing > 0 || isWorthAsking(table, relation));
  const leftOut = leftOutRows(table, relations);
  const settled = new Set(leftOut.flatMap((found) => found.explains));
  const open = relations.filter((relation) => !settled.has(relation));
  const findings: Finding[] = leftOut.map((found) => found.finding);
  const guessed = new Set<number>();
  const culprits = findCulprits(open);
  for (const culprit of culprits) {
    const [own] = culprit.explains;
    if (own?.sum?.agreeing === 0) {
      // A guess from the layout is one question about the row, not one about each of its columns.
      if (guessed.has(culprit.cell.row)) continue;
      guessed.add(culprit.cell.row);
    }
    findings.push(...culpritFindings(table, culprit, carriedFrom(culprit, culprits, open)));
  }
  for (const relation of open) if (relation.judgement === 'rounding') findings.push(finding(table, relation, 'rounding'));
  return { findings, checked: relations.length };
}

/** An explicit total that nothing bears out is asked about only where amounts are added. */
const isWorthAsking = (table: ReadTable, relation: Relation): boolean => table.draft.kind !== 'volumes' && table.draft.kind !== 'series' && relation.sum?.hasCue === true;

/** The wrong cell that a sum or a deviation took over: it holds as it stands, and is off by what the cell is off. */
function carriedFrom(culprit: Culprit, culprits: readonly Culprit[], relations: readonly Relation[]): Culprit | undefined {
  const own = relations.find((relation) => relation.judgement !== 'error' && isSameCell(relation.total, culprit.cell));
  return own && culprits.find((other) => own.terms.some((term) => isSameCell(term, other.cell) && Math.abs(term.sign * (other.printed - other.expected) - (culprit.printed - culprit.expected)) <= own.tolerance + 1e-6));
}

const isSameCell = (a: CellPlace, b: CellPlace): boolean => a.row === b.row && a.column === b.column;

function culpritFindings(table: ReadTable, culprit: Culprit, source: Culprit | undefined): readonly Finding[] {
  const [own, ...rest] = culprit.explains;
  if (own === undefined) return [];
  const isCount = own.kind === 'sum' && isCountColumn(table, own.total.column);
  const severity: Severity = culprit.isEstablished && !isCount ? 'error' : 'warning';
  const isOwnTotal = own.total.row === culprit.cell.row && own.total.column === culprit.cell.column;
  const place = `${table.draft.grid.name}!${cellAddress(culprit.cell.row, culprit.cell.column)}`;
  const root = source === undefined ? {} : { cause: `${table.draft.grid.name}!${cellAddress(source.cell.row, source.cell.column)}` };
  const first: Finding = isOwnTotal
    ? finding(table, own, severity)
    : {
        ...finding(table, own, severity, culprit.cell),
        code: figureCause(culprit.printed, culprit.expected)?.likely === 'sign-turned' ? 'sign-mismatch' : own.code,
        printed: culprit.printed,
        expected: sum([culprit.printed, difference(culprit.expected, culprit.printed)]),
        basis: { operation: operations[own.kind], cells: cellsOf(own), ...likelyOf(figureCause(culprit.printed, culprit.expected)) },
      };
  return [{ ...first, ...root }, ...rest.map((relation): Finding => ({ ...finding(table, relation, severity), code: relation.code, basis: { operation: operations[relation.kind], cells: cellsOf(relation), ...wordsOf(table, relation) }, cause: place }))];
}

/** Sums of counts are not always meant to add up: a person can be counted in two rows. */
const isCountColumn = (table: ReadTable, index: number): boolean => table.draft.kind === 'volumes' || countColumns(table.draft).some((column) => column.index === index);

function finding(table: ReadTable, relation: Relation, severity: Severity, cell: CellPlace = relation.total): Finding {
  const cause = severity === 'rounding' ? null : causeOf(relation);
  const isTurned = relation.kind === 'variance' && cause?.likely === 'sign-turned';
  const code: FindingCode = isTurned ? 'sign-mismatch' : cause?.likely === 'row-outside-sum' ? 'row-outside-sum' : relation.code;
  const skipped = severity === 'rounding' ? undefined : skippedText(table, relation);
  const label = rowAt(table, cell.row)?.label;
  const isTyped = severity !== 'rounding' && formulaAt(table.draft.grid, cell.row, cell.column) === null && neighbourFormulas(table, cell) >= 2;
  return {
    code: skipped === undefined ? code : relation.code,
    severity,
    sheet: table.draft.grid.name,
    cell: cellAddress(cell.row, cell.column),
    printed: relation.total.value,
    expected: relation.expected,
    ...(label === undefined || label === '' ? {} : { label }),
    basis: { operation: operations[relation.kind], cells: cellsOf(relation), ...wordsOf(table, relation), ...(isTyped && cause === null ? { likely: 'typed-over-formula' as const } : likelyOf(cause)) },
    tolerance: relation.tolerance,
    ...(skipped === undefined ? {} : { cause: skipped }),
  };
}

const likelyOf = (cause: ReturnType<typeof causeOf>): Pick<FindingBasis, 'likely' | 'row'> =>
  cause === null ? {} : { likely: cause.likely, ...(cause.row === undefined ? {} : { row: cause.row + 1 }) };

/** The cells of the operation as a person would write them: what is added before what is taken away, in sheet order. */
const cellsOf = (relation: Relation): readonly string[] => inOrder(relation).map((term) => cellAddress(term.row, term.column));

const inOrder = (relation: Relation): readonly RelationTerm[] => [...relation.terms].sort((a, b) => b.sign - a.sign || a.row - b.row || a.column - b.column);

const fieldWords: Readonly<Partial<Record<Field, string>>> = {
  budget: 'budget', budgetToDate: 'budget', actual: 'utfall', actualToDate: 'utfall', forecast: 'prognos', volumeBudget: 'budget', volumeActual: 'utfall', volumeForecast: 'prognos',
};

/** "utfall", "budget": the names of what a deviation compares, in the order of the operation. */
function wordsOf(table: ReadTable, relation: Relation): Pick<FindingBasis, 'words'> {
  if (relation.kind !== 'variance' || relation.terms.length !== 2) return {};
  const words = inOrder(relation).flatMap((term) => table.draft.columns.filter((column) => column.index === term.column).flatMap((column) => fieldWords[column.field] ?? []));
  return words.length === 2 ? { words } : {};
}

/** The figure stored as text that the printed sum lacks. */
function skippedText(table: ReadTable, relation: Relation): string | undefined {
  const texts = relation.terms.filter((term) => term.isText);
  const missing = texts.reduce((total, term) => total + term.sign * term.value, 0);
  if (texts.length === 0 || Math.abs(relation.residual + missing) > relation.tolerance + 1e-6) return undefined;
  const [first] = texts;
  return first === undefined ? undefined : `${table.draft.grid.name}!${cellAddress(first.row, first.column)}`;
}

/** How many cells of the same row or column next to a cell hold formulas. */
function neighbourFormulas(table: ReadTable, { row, column }: CellPlace): number {
  const steps = [[-2, 0], [-1, 0], [1, 0], [2, 0], [0, -2], [0, -1], [0, 1], [0, 2]] as const;
  return steps.filter(([down, right]) => formulaAt(table.draft.grid, row + down, column + right) !== null).length;
}
