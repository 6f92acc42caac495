import type { SettingsStore, SheetWriter, VonFormulas, WorkbookEvents, WorkbookReader, WorkbookSelection } from '../workbook/ports';
import { excelEvents } from './excelEvents';
import { excelSelection } from './excelSelection';
import { excelSettingsStore } from './excelSettingsStore';
import { excelSheetWriter } from './excelSheetWriter';
import type { SheetWriterOptions } from './excelSheetWriter';
import { excelVonFormulas } from './excelVonFormulas';
import { excelWorkbookReader } from './excelWorkbookReader';

/** Every port on Excel, for the composition roots. */
export interface ExcelAdapters {
  readonly reader: WorkbookReader;
  readonly writer: SheetWriter;
  readonly settings: SettingsStore;
  readonly selection: WorkbookSelection;
  readonly events: WorkbookEvents;
  readonly formulas: VonFormulas;
}

/** Every port on the workbook that the add-in is open in. */
export function excelAdapters(options: SheetWriterOptions): ExcelAdapters {
  return {
    reader: excelWorkbookReader(options),
    writer: excelSheetWriter(options),
    settings: excelSettingsStore(options),
    selection: excelSelection(options),
    events: excelEvents(options),
    formulas: excelVonFormulas(options),
  };
}
