import { priceAvvikelse, volumeAvvikelse } from '../../core/volume';
import { cellAddress, quoteSheetName } from '../address';
import type { ReportColumn, ReportRow, ReportTable } from '../report';
import { verksamhetKey } from '../read/verksamhetName';
import { AVVIKELSE_COLUMN as AT } from './avvikelseBlock';
import { sourceFigure, type AvvikelseLine, type SourceFigure } from './avvikelseLine';
import type { PlacedTable } from './avvikelseanalys';
import { blockHeading, extraHead, figureCell } from './extraRow';
import type { DraftBlock, DraftRow } from './sheetDraft';
import { avvikelseFormat, LOOK, plainFormat, styled } from './sheetStyle';
import { roundedDecimals } from './sheetNumber';
import { formula } from './sourceReference';
import type { WritingInput } from './writingInput';

/** A verksamhet with its volumes and the line of the table that has its money. */
interface VolumeLine {
  readonly row: ReportRow;
  readonly table: ReportTable;
  readonly budget: SourceFigure;
  readonly compared: SourceFigure;
  readonly line: AvvikelseLine;
  readonly place: PlacedTable;
}

/**
 * Volume and price: what of an avvikelse comes from other volumes than budgeted, and what from another price. The two sum to the
 * avvikelse. Null where no table of volumes names a verksamhet of the tables above.
 */
export function volumeBlock(input: WritingInput, placed: readonly PlacedTable[], top: number): DraftBlock | null {
  const lines = volumeLines(input, placed);
  const first = lines[0];
  if (first === undefined) return null;
  const unit = first.place.table.chosen.unit;
  const same = lines.filter(({ place }) => place.table.chosen.unit === unit);
  const rows = [
    ...blockHeading('Volym och pris', `Volym = (budgetvolym − volym) × budgetkostnad per enhet. Pris och effektivitet = resten. Belopp i ${unit}. + är bättre.`),
    extraHead(['Verksamhet', 'Volym budget', 'Volym utfall', 'Avvikelse', 'Volym', 'Pris och effektivitet'], { right: [1, 2, 3, 4, 5], source: true }),
  ];
  return { id: 'volume', rows: [...rows, ...same.map((line, index) => volumeRow(line, top + rows.length + index))] };
}

function volumeLines(input: WritingInput, placed: readonly PlacedTable[]): readonly VolumeLine[] {
  const seen = new Set<string>();
  return input.report.tables.filter(({ kind }) => kind === 'volumes').flatMap((table) => {
    const grid = input.workbook.sheets.find((sheet) => sheet.name === table.sheet) ?? null;
    return table.rows.filter((row) => row.kind === 'item').flatMap((row): readonly VolumeLine[] => {
      const key = verksamhetKey(row.label);
      const place = placed.find(({ table: { lines, chosen } }) => chosen.comparison.basis !== 'toDate' && lines.some((line) => verksamhetKey(line.label) === key && line.row.kind === 'item'));
      const line = place?.table.lines.find((candidate) => verksamhetKey(candidate.label) === key && candidate.row.kind === 'item');
      const columns = place === undefined ? null : volumeColumns(table, place.table.chosen.comparison.basis === 'forecast');
      if (place === undefined || line === undefined || columns === null || seen.has(key)) return [];
      const budget = sourceFigure(grid, table, row, columns.budget.column);
      const compared = sourceFigure(grid, table, row, columns.compared.column);
      if (!isPositive(budget) || !isPositive(compared) || !isSameSide(line)) return [];
      seen.add(key);
      return [{ row, table, budget, compared, line, place }];
    });
  });
}

const isPositive = ({ result, held }: SourceFigure): boolean => held === 'number' && typeof result === 'number' && result > 0;

/** Costs are taken by size: with opposite signs there is no price to speak of. */
function isSameSide({ budget, compared }: AvvikelseLine): boolean {
  return typeof budget?.result === 'number' && typeof compared?.result === 'number' && budget.result * compared.result > 0;
}

/** Budgeted volume and the volume of the same year that goes with what is compared; a volume of part of a year does not. */
function volumeColumns({ columns }: ReportTable, isForecast: boolean): { readonly budget: ReportColumn; readonly compared: ReportColumn } | null {
  const budget = columns.filter(({ field }) => field === 'volumeBudget').at(-1);
  const field = isForecast ? 'volumeForecast' : 'volumeActual';
  const compared = columns.filter((column) => column.field === field && (column.year === undefined || budget?.year === undefined || column.year === budget.year) && !/\bjan|\back\b|t\.?o\.?m/i.test(column.header)).at(-1);
  return budget === undefined || compared === undefined ? null : { budget, compared };
}

function volumeRow({ row, table, budget, compared, line, place }: VolumeLine, at: number): DraftRow {
  const source = place.rows.get(line.key) ?? 0;
  const money = (column: number): string => `ABS(${cellAddress(source, column)})`;
  const [planned, actual] = [cellAddress(at, 1), cellAddress(at, 2)];
  const number = (value: number | string | undefined): number => (typeof value === 'number' ? value : 0);
  const amounts = [number(line.budget?.result), number(budget.result), number(line.compared?.result), number(compared.result)] as const;
  const volume = volumeAvvikelse(amounts[0], amounts[1], amounts[3]);
  const price = priceAvvikelse(...amounts);
  const format = avvikelseFormat(place.table.chosen.unit);
  const decimals = Math.max(0, ...[budget, compared].map(({ result }) => roundedDecimals(number(result)) ?? 1));
  const volumes = styled(LOOK.item, { horizontal: 'right', numberFormat: plainFormat(Math.min(1, decimals)) });
  // Costs above budget at another volume are worse, revenue above budget is better.
  const sign = isCost(line) ? '' : '-';
  const turn = isCost(line) ? 1 : -1;
  return {
    key: line.key,
    kind: 'body',
    cells: [
      { value: line.label, style: LOOK.itemText },
      { value: budget.value, result: budget.result, source: budget.source, style: volumes },
      { value: compared.value, result: compared.result, source: compared.source, style: volumes },
      figureCell(formula(cellAddress(source, AT.avvikelse)), line.avvikelse ?? '–', format),
      figureCell(formula(`${sign}(${planned}-${actual})*${money(AT.budget)}/${planned}`), typeof volume === 'number' ? volume * turn : '–', format),
      figureCell(formula(`${sign}(${money(AT.budget)}/${planned}-${money(AT.compared)}/${actual})*${actual}`), typeof price === 'number' ? price * turn : '–', format),
      { value: null, style: LOOK.item },
      { value: null, style: LOOK.item },
      { value: null, style: LOOK.item },
      { value: `rad ${row.row}`, link: `${quoteSheetName(table.sheet)}!${compared.source.cell}`, style: styled(LOOK.item, LOOK.link) },
    ],
  };
}

/** A line is a cost where a larger amount is worse. */
function isCost({ signRule, budget }: AvvikelseLine): boolean {
  const amount = typeof budget?.result === 'number' ? budget.result : 0;
  return signRule === 'costs-negative' ? amount < 0 : amount >= 0;
}
