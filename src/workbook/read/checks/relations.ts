import { decimalsOf } from '../../../core/decimal';
import { roundingTolerance, tieOutSum, type TieOut } from '../../../core/tieOut';
import type { FindingCode } from '../../report';
import { columnDecimals } from '../comparisons';
import type { DraftRow, RowSum } from '../draftRow';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A term of a relation; an empty cell is not a term. */
export interface RelationTerm extends CellPlace {
  readonly sign: 1 | -1;
  readonly value: number;
  readonly isText: boolean;
}

/** One figure of a table that others give: total = Σ sign × term. */
export interface Relation {
  readonly kind: 'sum' | 'net' | 'variance' | 'remaining' | 'months' | 'change';
  readonly code: FindingCode;
  readonly total: RelationTerm;
  readonly terms: readonly RelationTerm[];
  readonly judgement: TieOut;
  readonly expected: number;
  /** Printed − expected. */
  readonly residual: number;
  readonly tolerance: number;
  /** The relation is known to hold here without the printed figure: a formula says it, or the same relation holds beside it. */
  readonly isEstablished: boolean;
  readonly sum?: RowSum;
}

/** A relation before it is known whether others of its family bear it out. */
export type RelationDraft = Omit<Relation, 'isEstablished'>;

const unroundedDecimals = 9;

/** Compares a printed figure with its terms by the rounding rule of the columns they stand in; null where one is missing or stands in words. */
export function relationOf(table: ReadTable, kind: Relation['kind'], code: FindingCode, total: CellPlace, cells: readonly (CellPlace & { readonly sign: 1 | -1 })[], sum?: RowSum): RelationDraft | null {
  const printed = termAt(table, { ...total, sign: 1 });
  const terms = cells.map((cell) => termAt(table, cell)).filter((term): term is RelationTerm => term !== null);
  if (printed === null || terms.length === 0 || cells.some((cell) => isInWords(table, cell))) return null;
  const decimals = sharedDecimalsOf(table, printed, terms);
  const result = tieOutSum(terms.map((term) => term.sign * term.value), printed.value, decimals);
  // A rounded total of unrounded terms is off by half a unit of its own at most.
  const ownRoom = decimals === unroundedDecimals ? roundingTolerance(decimalsOf(printed.value), 0) : 0;
  const judgement = result.judgement === 'error' && Math.abs(result.deviation) <= ownRoom ? 'rounding' : result.judgement;
  return { kind, code, total: printed, terms, judgement, expected: result.expected, residual: result.deviation, tolerance: Math.max(result.tolerance, ownRoom), ...(sum ? { sum } : {}) };
}

function sharedDecimalsOf(table: ReadTable, total: RelationTerm, terms: readonly RelationTerm[]): number {
  const columns = [...new Set([total.column, ...terms.map((term) => term.column)])].flatMap((index) => columnAt(table, index));
  const own = columnAt(table, total.column).map((column) => columnDecimals(column, table.rows))[0] ?? 0;
  if (own === Infinity) return unroundedDecimals;
  return Math.max(own, ...columns.map((column) => columnDecimals(column, table.rows)).filter((decimals) => decimals !== Infinity));
}

const columnAt = (table: ReadTable, index: number): readonly DraftColumn[] => table.draft.columns.filter((column) => column.index === index);

function termAt(table: ReadTable, cell: CellPlace & { readonly sign: 1 | -1 }): RelationTerm | null {
  const row = rowAt(table, cell.row);
  const value = row?.values.get(cell.column);
  return row === undefined || value === undefined ? null : { ...cell, value, isText: row.textNumbers.has(cell.column) };
}

/** Whether a cell holds an amount in words, "ca 400": neither a figure nor nothing. */
function isInWords(table: ReadTable, cell: CellPlace): boolean {
  const row = rowAt(table, cell.row);
  return row !== undefined && !row.values.has(cell.column) && /\d/.test(row.texts.get(cell.column) ?? '');
}

const rowIndexes = new WeakMap<ReadTable, ReadonlyMap<number, DraftRow>>();

/** The row of a table at a sheet row. */
export function rowAt(table: ReadTable, row: number): DraftRow | undefined {
  let index = rowIndexes.get(table);
  if (index === undefined) {
    index = new Map(table.rows.map((candidate) => [candidate.row, candidate]));
    rowIndexes.set(table, index);
  }
  return index.get(row);
}

/**
 * Marks the relations of one family as established where the others of the family hold: at least two that could have failed, and four fifths of them.
 * A relation whose figures are all 0 could not have failed.
 * @param beside relations of columns outside the family that hold too
 */
export function establishFamily(family: readonly RelationDraft[], hasOwnFormula: (relation: RelationDraft) => boolean, share = 0.8, beside = 0): readonly Relation[] {
  const telling = (relation: RelationDraft): boolean => relation.total.value !== 0 || relation.judgement === 'error';
  const holding = beside + family.filter((relation) => telling(relation) && relation.judgement !== 'error').length;
  const failing = family.filter((relation) => relation.judgement === 'error');
  return family.map((relation): Relation => {
    const others = holding - (telling(relation) && relation.judgement !== 'error' ? 1 : 0);
    const against = failing.filter((other) => other !== relation && !isSameFault(relation, other)).length;
    const isBorneOut = others >= 2 && others >= share * (others + against);
    return { ...relation, isEstablished: isBorneOut || hasOwnFormula(relation) };
  });
}

/** A deviation is off by what its outcome is off: the two are one fault. */
const isSameFault = (one: RelationDraft, other: RelationDraft): boolean =>
  one.total.row === other.total.row && one.judgement === 'error' && Math.abs(Math.abs(one.residual) - Math.abs(other.residual)) <= Math.min(one.tolerance, other.tolerance) + 1e-6;
