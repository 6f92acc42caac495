import type { WorkbookPorts } from '../workbook/ports';
import { excelEvents } from './excelEvents';
import { excelSelection } from './excelSelection';
import { excelSettingsStore } from './excelSettingsStore';
import { excelSheetWriter } from './excelSheetWriter';
import type { SheetWriterOptions } from './excelSheetWriter';
import { excelVonFormulas } from './excelVonFormulas';
import { excelWorkbookReader } from './excelWorkbookReader';

/** Every port on Excel's own workbook, for the composition roots. */
export function excelAdapters(options: SheetWriterOptions): WorkbookPorts {
  return {
    reader: excelWorkbookReader(options),
    writer: excelSheetWriter(options),
    settings: excelSettingsStore(options),
    selection: excelSelection(options),
    events: excelEvents(options),
    formulas: excelVonFormulas(options),
  };
}
