import type { Unit } from '../../core/amount';
import type { SignRule } from '../../core/signRule';
import { columnLetters } from '../address';
import type { Field, RowKind, TableKind } from '../report';
import type { SignReading } from './detectSignRule';
import type { DraftRow } from './draftRow';
import type { DraftColumn, TableDraft } from './tableDraft';

/** What the user confirmed or corrected in one table; what is left out stays as it was read. */
export interface Correction {
  readonly kind?: TableKind;
  readonly unit?: Unit;
  readonly signRule?: SignRule;
  /** Fields by column letter. */
  readonly columns?: Readonly<Record<string, Field>>;
  /** Kinds by 1-based sheet row. */
  readonly rows?: Readonly<Record<number, RowKind>>;
  readonly isIgnored?: boolean;
  /** "Ja, gemensamt": measures without a verksamhet belong to the whole nämnd. */
  readonly isCommon?: boolean;
}

/** A table's columns, kind and unit as the user has them, before its rows are read. */
export function correctDraft(draft: TableDraft, { kind, unit, columns = {} }: Correction): TableDraft {
  return {
    ...draft,
    ...(kind === undefined ? {} : { kind }),
    ...(unit === undefined ? {} : { unit }),
    columns: draft.columns.map((column) => correctColumn(column, columns[columnLetters(column.index)])),
  };
}

function correctColumn(column: DraftColumn, field: Field | undefined): DraftColumn {
  return field === undefined || field === column.field ? column : { ...column, field, confidence: 'sure', reason: 'ändrad av dig' };
}

/** Rows with the kinds that the user gave them. */
export function correctRows(rows: readonly DraftRow[], { rows: kinds = {} }: Correction): readonly DraftRow[] {
  return rows.map((row) => {
    const kind = kinds[row.row + 1];
    return kind === undefined ? row : { ...row, kind };
  });
}

/** The user's sign rule, for the whole table; the count of rows and the parts belong to the rule that was read, and go when the rule is another. */
export function correctSign(sign: SignReading, { signRule }: Correction): SignReading {
  if (signRule === undefined || signRule === sign.rule) return sign;
  const { evidence: _evidence, ...rest } = sign;
  const turnedRows = new Set([...sign.turnedRows].filter((row) => sign.parts.get(row)?.isRevenue ?? !sign.parts.has(row)));
  return { ...rest, rule: signRule, turnedRows, parts: new Map() };
}
