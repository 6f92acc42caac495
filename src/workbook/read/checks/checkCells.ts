import { cellAddress } from '../../address';
import { isCellError, numberFormatAt, valueAt } from '../../grid';
import type { Finding } from '../../report';
import { isPercentFormat } from '../cellKind';
import { figureColumns, isRatioField, summableColumns } from '../figureColumns';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';

/** Figures stored as text among numbers, and errors in cells where figures stand. */
export function checkCells(table: ReadTable): readonly Finding[] {
  if (table.draft.kind === 'other' || table.draft.kind === 'ledger') return [];
  return figureColumns(table.draft).flatMap((column) => [...textNumbers(table, column), ...cellErrors(table, column)]);
}

/** Each text among numbers is pointed out; a column that is text throughout is the sheet's habit and said once. */
function textNumbers(table: ReadTable, column: DraftColumn): readonly Finding[] {
  const filled = table.rows.filter((row) => row.values.has(column.index));
  const texts = filled.filter((row) => row.textNumbers.has(column.index) && !row.texts.has(column.index));
  const [first] = texts;
  if (first === undefined) return [];
  const sheet = table.draft.grid.name;
  if (texts.length * 2 > filled.length) {
    const isMoney = summableColumns(table.draft).includes(column) && column.field !== 'share';
    if (!isMoney || texts.length < 3) return [];
    const last = texts[texts.length - 1] ?? first;
    return [{ code: 'text-number', severity: 'info', sheet, cell: `${cellAddress(first.row, column.index)}:${cellAddress(last.row, column.index)}`, printed: null, basis: { operation: 'text', cells: [], words: [column.header] } }];
  }
  return texts.map((row): Finding => ({
    code: 'text-number',
    severity: 'warning',
    sheet,
    cell: cellAddress(row.row, column.index),
    printed: row.values.get(column.index) ?? null,
    ...(row.label === '' ? {} : { label: row.label }),
    basis: { operation: 'text', cells: [], words: [String(valueAt(table.draft.grid, row.row, column.index))] },
  }));
}

function cellErrors(table: ReadTable, column: DraftColumn): readonly Finding[] {
  const isRatio = isRatioField(column.field);
  return table.rows.flatMap((row): Finding[] => {
    const value = valueAt(table.draft.grid, row.row, column.index);
    if (!isCellError(value)) return [];
    const isDivision = value.error === '#DIV/0!' && (isRatio || isPercentFormat(numberFormatAt(table.draft.grid, row.row, column.index)));
    return [{
      code: 'cell-error',
      severity: isDivision ? 'warning' : 'error',
      sheet: table.draft.grid.name,
      cell: cellAddress(row.row, column.index),
      printed: value.error,
      ...(row.label === '' ? {} : { label: row.label }),
    }];
  });
}
