import { priceAvvikelse, volumeAvvikelse } from '../core/volume';
import { verksamhetKey } from '../workbook/read/verksamhetName';
import type { ReportTable } from '../workbook/report';
import type { AvvikelseRow } from './avvikelseView';

/** What an avvikelse consists of: volume + price = the whole. */
export interface VolumeSplit {
  readonly volume: number;
  readonly price: number;
  readonly budgetVolume: number;
  readonly actualVolume: number;
  /** What is counted, as the table says: "timmar". Empty where it does not. */
  readonly unit: string;
  readonly sheet: string;
  readonly row: number;
}

/**
 * Splits a row's avvikelse by the volumes of the same verksamhet, where the workbook has them.
 * @returns null without volumes, for revenue, and where no split can be made
 */
export function volumeSplit(row: AvvikelseRow, tables: readonly ReportTable[]): VolumeSplit | null {
  if (row.isTurned || row.budget === 0) return null;
  const key = verksamhetKey(row.label);
  for (const table of tables.filter((one) => one.kind === 'volumes')) {
    const budgetColumn = table.columns.find((column) => column.field === 'volumeBudget')?.column;
    const actualColumn = table.columns.find((column) => column.field === 'volumeActual')?.column;
    const unitColumn = table.columns.find((column) => column.field === 'unit')?.column;
    if (budgetColumn === undefined || actualColumn === undefined) continue;
    for (const found of table.rows.filter((one) => one.kind !== 'section' && verksamhetKey(one.label) === key)) {
      const budgetVolume = found.values[budgetColumn];
      const actualVolume = found.values[actualColumn];
      if (budgetVolume === undefined || actualVolume === undefined) continue;
      const volume = volumeAvvikelse(row.budget, budgetVolume, actualVolume);
      const price = priceAvvikelse(row.budget, budgetVolume, row.compared, actualVolume);
      if (typeof volume !== 'number' || typeof price !== 'number') continue;
      const unit = found.unit ?? (unitColumn === undefined ? undefined : found.texts?.[unitColumn]) ?? '';
      return { volume, price, budgetVolume, actualVolume, unit, sheet: table.sheet, row: found.row };
    }
  }
  return null;
}
