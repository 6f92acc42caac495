import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { chooseTables } from '../app/chooseTables';
import { readWorkbook } from '../app/readWorkbook';
import type { AppPorts, WritingOutcome } from '../app/session';
import { suggestVersions } from '../app/versionView';
import { SHEET_BUILDERS } from '../app/sheetBuilders';
import { writeSheets } from '../app/writeSheets';
import { excelAdapters } from '../excel/excelAdapters';
import { findingText } from '../text/findingText';
import { failureText } from '../text/hostErrors';
import { sv } from '../text/sv';
import { svDemo } from '../text/svDemo';
import { HostError } from '../workbook/ports';
import type { Progress } from '../workbook/ports';
import type { Report } from '../workbook/report';
import { hasCellFunctions, loadCellFunctions } from './cellFunctions';
import type { DemoRun } from './demoArguments';
import { leftOutLines, readingSummary, writingSummary } from './demoSummary';
import { createHost } from './host/createHost';
import type { Host } from './host/createHost';
import type { FileContent } from './host/fileContent';
import { WorkbookFileError } from './host/workbookFileError';
import { readXlsxFile } from './host/xlsxRead';
import { writeXlsxFile } from './host/xlsxWrite';

/** Where the lines go: what was found, and how far long work has come. */
export interface DemoOutput {
  readonly line: (text: string) => void;
  readonly progress: (text: string) => void;
}

/** A workbook that could not be run; the message is the sentence to print. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/**
 * Runs the product on one workbook file: the pane's own use cases, through the same Excel adapters, over the emulated host.
 * Nothing is written to disk unless everything before has gone well.
 * @throws DemoError with a sentence
 */
export async function runDemo(run: DemoRun, output: DemoOutput): Promise<void> {
  const content = await readContent(run.input);
  const functions = hasCellFunctions(content) ? { functions: await loadCellFunctions() } : {};
  // What Excel 2021 and later have; below 1.13 merged areas cannot be told.
  const host = await createHost({ content, fileName: basename(run.input), apiSet: '1.14', ...functions });
  try {
    await runOnHost(run, host, content, output);
  } catch (error) {
    if (error instanceof HostError) throw new DemoError(svDemo.failed(run.input, failureText(sv, 'write', error).title));
    throw error;
  } finally {
    host.dispose();
  }
}

async function runOnHost(run: DemoRun, host: Host, content: FileContent, output: DemoOutput): Promise<void> {
  const ports: AppPorts = { ...excelAdapters({ now: () => new Date() }), now: () => new Date(), pause: () => new Promise((resolve) => setImmediate(resolve)) };
  const onProgress = (progress: Progress): void => output.progress(progressText(progress));
  const reading = await readWorkbook(ports, { onProgress });
  const report = reportWithMessages(reading.report);
  output.line(run.input);
  for (const line of readingSummary(reading, report)) output.line(line);
  let outcome: WritingOutcome | null = null;
  const isEmpty = report.tables.every((table) => table.kind === 'other');
  if (run.out !== null && isEmpty) {
    output.line(svDemo.nothingWritten);
  } else if (run.out !== null) {
    const year = ports.now().getFullYear();
    const [version = svDemo.defaultVersion(year)] = suggestVersions(reading.report, year);
    outcome = await writeSheets(ports, reading, { version, sheets: [...SHEET_BUILDERS.keys()] }, { onProgress });
    output.progress(svDemo.saving);
    const bytes = await writeXlsxFile(await host.toContent());
    await saveFile(run.out, bytes);
    for (const line of writingSummary(outcome, run.out, content.dropped)) output.line(line);
  } else {
    for (const line of leftOutLines(chooseTables(reading).leftOut)) output.line(line);
  }
  if (run.json !== null) {
    const written = (outcome?.written ?? []).map(({ sheet, range }) => ({ sheet, range }));
    await saveFile(run.json, `${JSON.stringify({ ...report, written }, null, 2)}\n`);
    output.line(svDemo.report(run.json));
  }
}

async function readContent(file: string): Promise<FileContent> {
  try {
    return await readXlsxFile(await readFile(file));
  } catch (error) {
    if (error instanceof WorkbookFileError) throw new DemoError(svDemo.file[error.code](file));
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new DemoError(svDemo.file.missing(file));
    if (code === 'EISDIR') throw new DemoError(svDemo.file['not-a-workbook'](file));
    if (code !== null) throw new DemoError(svDemo.file.unreadable(file));
    throw error;
  }
}

async function saveFile(file: string, data: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, data);
  } catch (error) {
    if (systemCode(error) === null) throw error;
    throw new DemoError(svDemo.file.unwritable(file));
  }
}

function systemCode(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function reportWithMessages(report: Report): Report {
  return { ...report, findings: report.findings.map((finding) => ({ ...finding, message: findingText(finding) })) };
}

function progressText(progress: Progress): string {
  if (progress.phase === 'read') return svDemo.reading(progress.done, progress.of);
  return progress.phase === 'analyse' ? svDemo.analysing(progress.sheet ?? '') : svDemo.writing;
}
