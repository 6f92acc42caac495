import { formulaAt } from '../grid';
import type { RowKind } from '../report';
import type { DraftRow, RowSum, SumPart } from './draftRow';
import { countColumns, figureColumns, isDeviationField, summableColumns } from './figureColumns';
import { linearTerms, parseFormula } from './formula';
import { ledgerRows } from './ledgerRows';
import { sharedDecimals } from './sharedDecimals';
import { readRowCells, type RowCells } from './rowCells';
import { isBelowResult, isGrossLabel, isNetLabel, isPartLabel, isTotalLabel } from './rowLabels';
import { rowLevels } from './rowLevels';
import { findSums, type SumColumn, type SumRow } from './sumTree';
import type { DraftColumn, TableDraft } from './tableDraft';

/**
 * Reads the rows of a table: what each is, how deep it stands, its code, unit, figures and texts, and which rows it sums.
 * A ledger gives only its sums and repeated headings.
 */
export function readRows(draft: TableDraft): readonly DraftRow[] {
  if (draft.kind === 'ledger') return ledgerRows(draft);
  const repeated = new Set(draft.repeatedHeaderRows);
  const cells = readRowCells(draft).map((row) => withoutHollowFigures(draft, row));
  const isOutside = outsideRows(cells);
  const counts = countColumns(draft);
  const columns = [...summableColumns(draft).filter((column) => !counts.includes(column)), ...counts];
  const budget = { left: 20 * cells.length + 10000 };
  const bodies = cells.map((row, index) => ({ row, index, isHeading: repeated.has(row.row), isBlank: row.values.size === 0 }));
  const sums = findSums(
    bodies.map(({ row, index, isHeading, isBlank }): SumRow => {
      const above = cells[index - 1];
      return {
        row: row.row,
        cue: isHeading ? null : cueOf(row, draft),
        isLive: !isHeading && !isBlank && !isOutside.has(index),
        isPart: isOutside.has(index) && isPartLabel(row.label),
        indent: row.indent,
        category: row.category,
        opensBlock: above !== undefined && above.values.size === 0 && above.marks === 0 && above.label !== '',
        formulaParts: isBlank ? null : formulaParts(draft, columns, row.row, budget),
      };
    }),
    columns.map((column) => sumColumn(column, cells, counts.includes(column))),
  );
  const levels = rowLevels(
    cells.map((row, index) => ({ indent: row.indent, hasDash: row.hasDash, isPart: isPartLabel(row.label), kind: kindOf(draft, cells, index, repeated, sums.get(index)), isSum: sums.has(index) })),
  );
  return cells.map((row, index): DraftRow => {
    const sum = sums.get(index);
    return {
      row: row.row,
      label: row.group === null ? row.label : `${row.group}: ${row.label}`,
      code: row.code,
      kind: kindOf(draft, cells, index, repeated, sum),
      level: levels[index] ?? 0,
      values: row.values,
      texts: row.texts,
      textNumbers: row.textNumbers,
      ...(row.unit === null ? {} : { unit: row.unit }),
      isHidden: row.isHidden,
      isOutside: isOutside.has(index),
      ...(sum === undefined ? {} : { sum: { ...sum, parts: sum.parts.map((part): SumPart => ({ row: cells[part.row]?.row ?? 0, sign: part.sign })).sort((a, b) => a.row - b.row) } }),
    };
  });
}

/** A section's row may hold formulas that have nothing to add: zeros there, and nothing else, are no figures. */
function withoutHollowFigures(draft: TableDraft, row: RowCells): RowCells {
  const deviations = new Set(draft.columns.filter((column) => isDeviationField(column.field)).map((column) => column.index));
  const isHollow = row.values.size > 0 && row.values.size * 3 <= figureColumns(draft).length && row.marks === 0 && !isTotalLabel(row.label) && !isNetLabel(row.label)
    && [...row.values].every(([column, value]) => value === 0 && (deviations.has(column) || formulaAt(draft.grid, row.row, column) !== null));
  return isHollow ? { ...row, values: new Map() } : row;
}

function cueOf(row: RowCells, draft: TableDraft): SumRow['cue'] {
  if (draft.kind === 'indicators') return null;
  if (isTotalLabel(row.label)) return 'total';
  if (isNetLabel(row.label) || isGrossLabel(row.label)) return 'net';
  return row.label === '' && row.category === null ? 'nameless' : null;
}

function kindOf(draft: TableDraft, cells: readonly RowCells[], index: number, repeated: ReadonlySet<number>, sum: RowSum | undefined): RowKind {
  const row = cells[index];
  if (row === undefined || repeated.has(row.row)) return 'note';
  if (row.values.size > 0) {
    if (sum !== undefined && (sum.hasFormula ? sum.hasCue || sum.parts.length > 1 : true)) return 'sum';
    return draft.kind !== 'indicators' && isTotalLabel(row.label) ? 'sum' : 'item';
  }
  if (row.marks > 0 || row.texts.size > 1 + (row.code !== null && !row.label.includes(row.code) ? 1 : 0)) return 'item';
  const hasFiguresBelow = cells.slice(index + 1, index + 4).some((next) => next.values.size > 0 || next.marks > 0 || next.texts.size > 1);
  return hasFiguresBelow && !isSentence(row.label) ? 'section' : 'note';
}

/** A comment set below the row it speaks of: "Två nya placeringar sedan maj." */
const isSentence = (label: string): boolean => label.length > longestHeading || (/\p{Ll}\.$/u.test(label) && label.split(' ').length > 2);
const longestHeading = 90;

/** Varav rows with the deeper rows below them, rows below an empty "Varav", and equity below the result. */
function outsideRows(cells: readonly RowCells[]): ReadonlySet<number> {
  const outside = new Set<number>();
  let scope: { readonly indent: number; readonly needsDash: boolean } | null = null;
  cells.forEach((row, index) => {
    const opens = isPartLabel(row.label);
    if (scope !== null && !opens && row.label !== '' && !(scope.needsDash ? row.hasDash : row.indent > scope.indent)) scope = null;
    if (opens) scope = { indent: row.indent, needsDash: row.values.size === 0 && row.indent > 0 ? true : false };
    if (opens || scope !== null || isBelowResult(row.label)) outside.add(index);
  });
  return outside;
}

function sumColumn(column: DraftColumn, cells: readonly RowCells[], isCount: boolean): SumColumn {
  const values = Float64Array.from(cells, (row) => row.values.get(column.index) ?? NaN);
  return { values, decimals: sharedDecimals(values), isDeviation: isDeviationField(column.field), isBonus: isCount || column.field === 'share' || column.half !== undefined };
}

/** The rows that the formulas of a row add, as most of its columns have it; null when no formula adds rows of its own column. */
function formulaParts(draft: TableDraft, columns: readonly DraftColumn[], row: number, budget: { left: number }): readonly SumPart[] | null {
  const votes = new Map<string, { readonly parts: readonly SumPart[]; count: number }>();
  for (const { index } of columns) {
    const formula = formulaAt(draft.grid, row, index);
    const tree = formula === null ? null : parseFormula(formula);
    const terms = tree === null ? null : linearTerms(tree);
    if (terms === null || terms.length === 0) continue;
    const isVertical = terms.every(({ sheet, area }) => (sheet === null || sheet === draft.grid.name) && area.left === index && area.right === index && area.bottom - area.top < 100000);
    const length = terms.reduce((count, { area }) => count + area.bottom - area.top + 1, 0);
    // Running totals would make the parts grow with the square of the rows.
    if (!isVertical || length > budget.left) continue;
    budget.left -= length;
    const parts = terms.flatMap(({ area, sign }) => Array.from({ length: area.bottom - area.top + 1 }, (_, step): SumPart => ({ row: area.top + step, sign })));
    if (parts.length < 2 || parts.some((part) => part.row === row)) continue;
    const key = terms.map(({ area, sign }) => `${String(sign)}:${String(area.top)}-${String(area.bottom)}`).join();
    const known = votes.get(key);
    if (known) known.count += 1;
    else votes.set(key, { parts, count: 1 });
  }
  let best: { readonly parts: readonly SumPart[]; count: number } | null = null;
  for (const vote of votes.values()) if (best === null || vote.count > best.count) best = vote;
  return best?.parts ?? null;
}
