import { avvikelse } from '../../core/avvikelse';
import { cellAddress, parseArea } from '../address';
import type { ReportColumn } from '../report';
import { sourceFigure, type AvvikelseLine, type AvvikelseTable } from './avvikelseLine';
import { blockHeading, extraHead, figureCell } from './extraRow';
import type { DraftBlock, DraftCell, DraftRow } from './sheetDraft';
import { avvikelseFormat, LOOK, styled } from './sheetStyle';
import { printAmount } from './sheetNumber';
import { formula, sourceReference } from './sourceReference';

import type { WritingInput } from './writingInput';

const MOST = 3;

/**
 * Forecasts side by side: the avvikelse that each forecast of the year told, what the outcome became, and how far the last one was
 * from it (without an outcome: how the last one has changed since the one before). Null where no table has two forecasts.
 */
export function forecastBlock(input: WritingInput, tables: readonly AvvikelseTable[], top: number): DraftBlock | null {
  const found = tables.map((table) => ({ table, columns: forecastColumns(table) })).find(({ columns }) => columns.forecasts.length >= 2);
  if (found === undefined) return null;
  const { table, columns } = found;
  const shown = [...columns.forecasts, ...(columns.actual === null ? [] : [columns.actual])];
  const last = shown.length;
  const note = `Budgetavvikelse enligt varje prognos, ${table.chosen.unit}. ${columns.actual === null ? 'Förändring = sista prognosen − den före.' : 'Träff = utfallet − sista prognosen, − betyder att prognosen var för optimistisk.'}`;
  const head = extraHead(['Verksamhet', ...shown.map(({ header }) => header.replace(/\s+/g, ' ')), columns.actual === null ? 'Förändring' : 'Träff'], { right: shown.map((_, index) => index + 1).concat(last + 1) });
  const rows = [...blockHeading(`Prognoser sida vid sida, ${table.heading}`, note), head];
  const lines = table.lines.filter((line) => line.budget !== null && line.avvikelse !== null && (line.row.kind === 'item' || line === table.total?.line));
  const body = lines.map((line, index) => forecastRow(line, table, input, shown, top + rows.length + index));
  const sentence = hitSentence(table, input, columns);
  return { id: 'forecasts', rows: [...rows, ...body, ...(sentence === null ? [] : [{ key: 'sentence', kind: 'note' as const, cells: [{ value: sentence, style: LOOK.headLine }] }])] };
}

interface ForecastColumns {
  readonly forecasts: readonly ReportColumn[];
  readonly actual: ReportColumn | null;
}

/** The year's forecasts in the order of the sheet, at most the last three, and the full-year outcome. */
function forecastColumns({ chosen, comparedColumn }: AvvikelseTable): ForecastColumns {
  const columns = chosen.table.columns.filter(({ part, hidden }) => part === comparedColumn?.part && hidden !== true);
  const isFinal = chosen.comparison.basis === 'final' && comparedColumn?.field === 'actual';
  return { forecasts: columns.filter(({ field }) => field === 'forecast').slice(-MOST), actual: isFinal ? comparedColumn : null };
}

function lineAvvikelse(line: AvvikelseLine, table: AvvikelseTable, input: WritingInput, column: ReportColumn): { readonly result: number | string; readonly expression: string | null } {
  const grid = input.workbook.sheets.find(({ name }) => name === table.chosen.table.sheet) ?? null;
  const figure = sourceFigure(grid, table.chosen.table, line.row, column.column);
  const budget = line.budget;
  if (budget === null || typeof figure.result !== 'number' || typeof budget.result !== 'number') return { result: '–', expression: null };
  const result = avvikelse(budget.result, figure.result, line.signRule);
  if (figure.held !== 'number' || budget.held !== 'number' || column.unit !== undefined) return { result, expression: null };
  const reference = (cell: string): string => {
    const area = parseArea(cell);
    return area === null ? '0' : sourceReference(table.chosen.table.sheet, area.top, area.left);
  };
  const [from, less] = line.signRule === 'costs-negative' ? [figure, budget] : [budget, figure];
  return { result, expression: `${reference(from.source.cell)}-${reference(less.source.cell)}` };
}

function forecastRow(line: AvvikelseLine, table: AvvikelseTable, input: WritingInput, shown: readonly ReportColumn[], at: number): DraftRow {
  const format = avvikelseFormat(table.chosen.unit);
  const isTotal = line === table.total?.line;
  const look = isTotal ? LOOK.sum : {};
  const figures = shown.map((column) => lineAvvikelse(line, table, input, column));
  const cells = figures.map(({ result, expression }, index): DraftCell => figureCell(expression === null ? result : formula(expression), result, format, styled(look, shown[index]?.field === 'forecast' ? { italic: true } : {})));
  const [before, last] = figures.slice(-2).map(({ result }) => result);
  const hit = typeof before === 'number' && typeof last === 'number' ? last - before : '–';
  const [first, second] = [cellAddress(at, shown.length), cellAddress(at, shown.length - 1)];
  return {
    key: line.key,
    kind: isTotal ? 'sum' : 'body',
    cells: [
      { value: line.label, style: styled(LOOK.itemText, look) },
      ...cells,
      figureCell(formula(`IF(COUNT(${second}:${first})<2,"–",${first}-${second})`), hit, format, styled(look, { bold: true })),
    ],
  };
}

/** "Prognossäkerhet: augusti −49,3, oktober −38,2, utfall −43,6. Oktober var 5,4 mnkr för optimistisk." */
function hitSentence(table: AvvikelseTable, input: WritingInput, { forecasts, actual }: ForecastColumns): string | null {
  const total = table.total?.line;
  const last = forecasts.at(-1);
  if (total === undefined || actual === null || last === undefined) return null;
  const { unit } = table.chosen;
  const told = (column: ReportColumn): string => {
    const { result } = lineAvvikelse(total, table, input, column);
    return `${column.asOf ?? column.header} ${typeof result === 'number' ? printAmount(result, unit, true) : '–'}`;
  };
  const outcome = lineAvvikelse(total, table, input, actual).result;
  const forecast = lineAvvikelse(total, table, input, last).result;
  if (typeof outcome !== 'number' || typeof forecast !== 'number') return null;
  const miss = outcome - forecast;
  const verdict = Math.abs(miss) < 1e-9 ? 'träffade rätt' : `var ${printAmount(Math.abs(miss), unit)} ${unit} för ${miss < 0 ? 'optimistisk' : 'pessimistisk'}`;
  return `Prognossäkerhet: ${forecasts.map(told).join(', ')}, utfall ${printAmount(outcome, unit, true)}. Prognosen ${last.asOf ?? last.header} ${verdict}.`;
}
