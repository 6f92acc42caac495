import { change } from '../../core/change';
import { cellAddress } from '../address';
import type { ReportColumn, ReportTable } from '../report';
import { sourceFigure } from './avvikelseLine';
import { blockHeading, extraHead, figureCell } from './extraRow';
import { rowKeys } from './rowKey';
import type { DraftBlock, DraftRow } from './sheetDraft';
import { amountFormat, LOOK, percentFormat, styled } from './sheetStyle';
import { formula } from './sourceReference';
import type { WritingInput } from './writingInput';

const MOST = 4;
/** Rows between the amounts that tell shares and changes. */
const NO_AMOUNT = /procent|förändring|andel|%/i;

/**
 * Net cost over the years: a table with outcomes of at least three years, its latest four, and the change over the last of them by
 * size (+ = dearer). Null where there is none.
 */
export function netCostBlock(input: WritingInput, top: number): DraftBlock | null {
  const found = input.report.tables.map((table) => ({ table, years: yearColumns(table) })).find(({ years }) => years.length >= 3);
  if (found === undefined) return null;
  const { table, years } = found;
  const grid = input.workbook.sheets.find(({ name }) => name === table.sheet) ?? null;
  const unit = input.tables.find((chosen) => chosen.table === table)?.unit ?? table.unit ?? 'tkr';
  const keys = rowKeys(table);
  const head = extraHead(['Verksamhet', ...years.map(({ year }) => `År ${year}`), 'Förändring'], { right: Array.from({ length: years.length + 1 }, (_, index) => index + 1) });
  const rows = [...blockHeading(`Nettokostnad över åren, ${table.sheet}`, `Belopp i ${unit}, som i källan. Förändring = sista året mot året före, räknat på beloppets storlek.`), head];
  const lines = table.rows.filter((row) => (row.kind === 'item' || row.kind === 'sum') && row.unit === undefined && !NO_AMOUNT.test(row.label) && years.some(({ column }) => row.values[column] !== undefined));
  const body = lines.map((row, index): DraftRow => {
    const at = top + rows.length + index;
    const look = row.kind === 'sum' ? LOOK.part : {};
    const figures = years.map(({ column }) => sourceFigure(grid, table, row, column));
    const [before, last] = figures.slice(-2).map(({ result }) => result);
    const share = typeof before === 'number' && typeof last === 'number' && before * last > 0 ? change(Math.abs(before), Math.abs(last)) : '–';
    const [then, now] = [cellAddress(at, years.length - 1), cellAddress(at, years.length)];
    return {
      key: keys.get(row.row) ?? String(row.row),
      kind: row.kind === 'sum' ? 'sum' : 'body',
      cells: [
        { value: row.label.trim() === '' ? 'Summa' : row.label, style: styled(LOOK.itemText, look) },
        ...figures.map((figure) => ({ ...figureCell(figure.value, figure.result, amountFormat(unit), look), source: figure.source })),
        figureCell(formula(`IF(COUNT(${then}:${now})<2,"–",IF(${then}*${now}>0,ABS(${now})/ABS(${then})-1,"–"))`), typeof share === 'number' ? share : '–', percentFormat(true), look),
      ],
    };
  });
  return { id: 'netCost', rows: [...rows, ...body] };
}

/** Outcomes by year, oldest first; of a year told twice, the first. */
function yearColumns({ kind, columns }: ReportTable): readonly (ReportColumn & { readonly year: number })[] {
  if (kind !== 'budget' && kind !== 'other') return [];
  const seen = new Set<number>();
  return columns
    .filter((column): column is ReportColumn & { readonly year: number } => (column.field === 'actual' || column.field === 'previous') && column.year !== undefined && column.hidden !== true && (column.part === undefined || column.part === 'net'))
    .filter(({ year }) => !seen.has(year) && seen.add(year).has(year))
    .sort((a, b) => a.year - b.year)
    .slice(-MOST);
}
