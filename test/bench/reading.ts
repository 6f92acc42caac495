import { readXlsx } from 'hucre/xlsx';
import { readWorkbookSteps } from '../../src/workbook/read/readWorkbook';
import { createLedgerReader } from '../../src/workbook/read/ledgerPivot';
import type { CellValue } from '../../src/workbook/grid';
import type { FileCell, FileContent } from '../../src/workbench/host/fileContent';
import { gridOfFile } from '../../src/workbench/host/fileGrid';
import { emptyContent } from '../../src/workbench/host/loadContent';
import { readXlsxFile } from '../../src/workbench/host/xlsxRead';
import { writeXlsxFile } from '../../src/workbench/host/xlsxWrite';
import type { BenchRow } from './benchRow';

const headings = ['Ansvar', 'Ansvar namn', 'Verksamhet', 'Verksamhet namn', 'Konto', 'Konto namn', 'Period', 'Text', 'Belopp'];

/** A row of a ledger, the same in every run. */
function ledgerRow(index: number): readonly (string | number)[] {
  const amount = ((index * 7919) % 100_000) / 100 + 1;
  const isRevenue = index % 9 === 0;
  return [
    String(5100 + (index % 40)), `Enhet ${index % 40}`, String(510 + (index % 25)), `Verksamhet ${index % 25}`,
    isRevenue ? '3410' : String(5010 + (index % 60)), isRevenue ? 'Avgifter' : `Kostnad ${index % 60}`, 202501 + (index % 12), `Verifikation ${index}`, isRevenue ? -amount : amount,
  ];
}

function ledgerContent(rows: number): FileContent {
  const cells: FileCell[] = headings.map((value, column) => ({ row: 0, column, value }));
  for (let row = 1; row <= rows; row++) ledgerRow(row).forEach((value, column) => cells.push({ row, column, value }));
  const [sheet] = emptyContent.sheets;
  if (sheet === undefined) throw new Error('The empty workbook has no sheet.');
  return { ...emptyContent, sheets: [{ ...sheet, name: 'Huvudbok', cells }] };
}

const seconds = (from: number): number => (performance.now() - from) / 1000;

interface Analysis {
  readonly total: number;
  readonly longestStep: number;
}

function analyse(content: FileContent): Analysis {
  const steps = readWorkbookSteps(gridOfFile(content, 'huvudbok.xlsx'));
  const start = performance.now();
  let longestStep = 0;
  for (let before = performance.now(), step = steps.next(); ; step = steps.next()) {
    longestStep = Math.max(longestStep, seconds(before));
    before = performance.now();
    if (step.done) return { total: seconds(start), longestStep };
  }
}

/** A ledger of 100 000 rows read beside what the file library needs to parse it, whether twice the rows take twice the time, and a million rows in slices. */
export async function benchReading(): Promise<readonly BenchRow[]> {
  const content = ledgerContent(100_000);
  const bytes = await writeXlsxFile(content);
  analyse(ledgerContent(5_000));
  let start = performance.now();
  await readXlsx(bytes);
  const library = seconds(start);
  start = performance.now();
  await readXlsxFile(bytes);
  const own = seconds(start);
  const whole = analyse(content);
  const half = analyse(ledgerContent(50_000));
  const million = addMillion();
  return [
    { name: 'Ledger of 100 000 rows: analysis', ratio: whole.total / library, unit: '× parsing the file with hucre', detail: `${whole.total.toFixed(2)} s / ${library.toFixed(2)} s; longest step ${(whole.longestStep * 1000).toFixed(0)} ms`, limit: 1 },
    { name: 'Ledger of 100 000 rows: analysis', ratio: whole.total / own, unit: '× parsing the file with xlsxRead', detail: `${whole.total.toFixed(2)} s / ${own.toFixed(2)} s` },
    { name: 'Twice the rows', ratio: whole.total / half.total, unit: '× the time of half the rows', detail: `${half.total.toFixed(2)} s → ${whole.total.toFixed(2)} s`, limit: 3 },
    { name: '1 000 000 ledger rows in slices of 5 000', ratio: million.megabytes / 2048, unit: '× 2 GiB of heap', detail: `${million.megabytes.toFixed(0)} MB, ${million.time.toFixed(2)} s`, limit: 1 },
  ];
}

function addMillion(): { readonly megabytes: number; readonly time: number } {
  const reader = createLedgerReader({
    responsibility: 0, activity: 2, account: 4, words: [0, 1, 2, 3, 4, 5, 7], amount: 8, budget: null,
    headings: new Map(headings.map((heading, place) => [place, heading])),
  });
  const start = performance.now();
  let peak = 0;
  for (let first = 1; first <= 1_000_000; first += 5_000) {
    const slice: (readonly CellValue[])[] = Array.from({ length: 5_000 }, (_, index) => ledgerRow(first + index));
    reader.add(slice, first);
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  }
  reader.finish();
  return { megabytes: peak / 2 ** 20, time: seconds(start) };
}
