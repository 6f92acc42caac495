import { cellAddress } from '../../address';
import type { Finding } from '../../report';
import { foldText } from '../cellKind';
import type { DraftRow } from '../draftRow';
import { figureColumns } from '../figureColumns';
import type { ReadTable } from '../readTable';
import type { DraftColumn } from '../tableDraft';

const judgedKinds = new Set(['budget', 'volumes', 'indicators']);
const levelFields = new Set(['previous', 'budget', 'actual', 'forecast', 'volumeBudget', 'volumeActual', 'volumeForecast', 'target']);

/** Figures that stand out from their row or from rows of the same unit: another sign, or ten or a thousand times the size. Warnings only. */
export function checkPlausibility(table: ReadTable): readonly Finding[] {
  if (!judgedKinds.has(table.draft.kind)) return [];
  const columns = figureColumns(table.draft).filter((column) => levelFields.has(column.field));
  const inRows = table.rows.flatMap((row) => (row.kind === 'item' || row.kind === 'sum' ? [...lonelySign(table, row, columns), ...stepInRow(table, row, columns)] : []));
  const seen = new Set(inRows.map((finding) => finding.cell));
  return [...inRows, ...stepsInColumns(table, columns).filter((finding) => !seen.has(finding.cell))];
}

interface Level {
  readonly column: DraftColumn;
  readonly value: number;
}

const levelsOf = (row: DraftRow, columns: readonly DraftColumn[], part: DraftColumn['part']): readonly Level[] =>
  columns.filter((column) => column.part === part).flatMap((column): Level[] => {
    const value = row.values.get(column.index) ?? 0;
    return value === 0 ? [] : [{ column, value }];
  });

function lonelySign(table: ReadTable, row: DraftRow, columns: readonly DraftColumn[]): readonly Finding[] {
  // A result may well turn from plus to minus.
  if (table.sides.get(row.row) === 'net' && !foldText(row.label).includes('kostnad')) return [];
  return partsOf(columns).flatMap((part): Finding[] => {
    const levels = levelsOf(row, columns, part);
    for (const sign of [1, -1]) {
      const lonely = levels.filter(({ value }) => Math.sign(value) === sign);
      const [only] = lonely;
      if (only === undefined || lonely.length !== 1 || levels.length < 4) continue;
      const middle = median(levels.filter((level) => level !== only).map(({ value }) => Math.abs(value)));
      if (Math.abs(only.value) < 0.5 * middle || Math.abs(only.value) > 2 * middle) continue;
      return [{ ...place(table, row, only.column, 'sign-mismatch'), printed: only.value, expected: -only.value, basis: { operation: 'sign', cells: cellsOf(row, levels, only), likely: 'sign-turned' } }];
    }
    return [];
  });
}

function stepInRow(table: ReadTable, row: DraftRow, columns: readonly DraftColumn[]): readonly Finding[] {
  return partsOf(columns).flatMap((part): Finding[] => {
    const levels = levelsOf(row, columns, part);
    if (levels.length < 4) return [];
    return levels.flatMap((level): Finding[] => {
      const others = levels.filter((other) => other !== level).map(({ value }) => Math.abs(value));
      const middle = median(others);
      if (Math.max(...others) > 2 * Math.min(...others) || middle < 10) return [];
      const step = stepOf(Math.abs(level.value) / middle, 1.25);
      return step === null ? [] : [stepFinding(table, row, level.column, level.value, step, cellsOf(row, levels, level))];
    });
  });
}

/** Among rows whose unit text is the same, a figure about a thousand times the others. */
function stepsInColumns(table: ReadTable, columns: readonly DraftColumn[]): readonly Finding[] {
  const byUnit = new Map<string, DraftRow[]>();
  for (const row of table.rows) {
    if (row.unit === undefined || row.kind !== 'item' || !/kr(?![\p{L}])|kostnad/iu.test(row.unit)) continue;
    byUnit.set(foldText(row.unit), [...(byUnit.get(foldText(row.unit)) ?? []), row]);
  }
  return [...byUnit.values()].flatMap((rows) => columns.flatMap((column) => {
    const filled = rows.filter((row) => (row.values.get(column.index) ?? 0) !== 0);
    if (filled.length < 3) return [];
    return filled.flatMap((row): Finding[] => {
      const value = row.values.get(column.index) ?? 0;
      const others = filled.filter((other) => other !== row).map((other) => Math.abs(other.values.get(column.index) ?? 0));
      if (Math.max(...others) > 5 * Math.min(...others)) return [];
      const ratio = Math.abs(value) / median(others);
      return ratio > 400 && ratio < 2500 ? [stepFinding(table, row, column, value, 1000, filled.filter((other) => other !== row).map((other) => cellAddress(other.row, column.index)))] : [];
    });
  }));
}

function stepOf(ratio: number, room: number): 10 | 1000 | 0.1 | 0.001 | null {
  for (const step of [10, 1000, 0.1, 0.001] as const) if (ratio > step / room && ratio < step * room) return step;
  return null;
}

function stepFinding(table: ReadTable, row: DraftRow, column: DraftColumn, value: number, step: number, cells: readonly string[]): Finding {
  const isThousand = step === 1000 || step === 0.001;
  return { ...place(table, row, column, 'unit-unknown'), printed: value, expected: null, basis: { operation: 'sign', cells, likely: isThousand ? 'factor-1000' : 'factor-10' } };
}

function place(table: ReadTable, row: DraftRow, column: DraftColumn, code: 'sign-mismatch' | 'unit-unknown'): Pick<Finding, 'code' | 'severity' | 'sheet' | 'cell' | 'label'> {
  return { code, severity: 'warning', sheet: table.draft.grid.name, cell: cellAddress(row.row, column.index), ...(row.label === '' ? {} : { label: row.label }) };
}

const cellsOf = (row: DraftRow, levels: readonly Level[], except: Level): readonly string[] => levels.filter((level) => level !== except).map(({ column }) => cellAddress(row.row, column.index));

const partsOf = (columns: readonly DraftColumn[]): readonly DraftColumn['part'][] => [...new Set(columns.map((column) => column.part))];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
