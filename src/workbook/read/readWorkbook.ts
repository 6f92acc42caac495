import type { WorkbookGrid } from '../grid';
import type { Progress } from '../ports';
import type { Finding, ReportTable } from '../report';
import { SHEET_PROPERTY } from '../write/sheetProperty';
import { checkTables, type CheckCounts } from './checkTables';
import type { Correction } from './correction';
import { draftTables } from './draftTables';
import { readTable, reportTable, type ReadTable } from './readTable';
import type { TableDraft } from './tableDraft';

/** What the product reads out of a workbook. */
export interface Reading {
  readonly tables: readonly ReportTable[];
  readonly findings: readonly Finding[];
  /** How many printed figures were recomputed, and how they came out. */
  readonly checks: CheckCounts;
}

/**
 * Reads every table of a workbook and checks what it prints, in steps, so that the caller can show progress, give the pane time or stop.
 * Sheets that the add-in wrote are skipped. Time is linear in the cells.
 * @param recall what the user has confirmed or corrected of a table
 * @returns a generator of progress (rows of the workbook) that ends with the reading
 */
export function* readWorkbookSteps(workbook: WorkbookGrid, recall: (draft: TableDraft) => Correction = () => ({})): Generator<Progress, Reading> {
  const sheets = workbook.sheets.filter((sheet) => !sheet.properties.has(SHEET_PROPERTY));
  const of = sheets.reduce((rows, sheet) => rows + sheet.rowCount, 0);
  const read: ReadTable[] = [];
  let before = 0;
  for (const sheet of sheets) {
    const steps = draftTables(sheet, workbook.names);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield { phase: 'analyse', done: before + Math.min(sheet.rowCount, Math.max(0, step.value - sheet.top)), of, sheet: sheet.name };
    for (const draft of step.value) {
      read.push(readTable(draft, recall(draft)));
      yield { phase: 'analyse', done: before + Math.min(sheet.rowCount, draft.area.bottom - sheet.top + 1), of, sheet: sheet.name };
    }
    before += sheet.rowCount;
  }
  const { findings, counts } = checkTables(read, workbook);
  return { tables: read.map(reportTable), findings, checks: counts };
}

/** Reads every table of a workbook at one go: for files, tests and the command line. */
export function readReport(workbook: WorkbookGrid): Reading {
  const steps = readWorkbookSteps(workbook);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
