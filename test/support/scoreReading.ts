import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readReport } from '../../src/workbook/read/readWorkbook';
import { gridFromFile } from './gridFromFile';

const SCORER = resolve(__dirname, '../fixtures/zoo/score_reading.py');

/**
 * Reads every workbook of a folder and compares the reports with the truth files beside them: the text that score_reading.py prints.
 * `-v` among the flags lists every difference. Throws where python3 is missing.
 */
export async function scoreReading(folder: string, flags: readonly string[] = []): Promise<string> {
  const reports = mkdtempSync(join(tmpdir(), 'reading-'));
  try {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.xlsx'))) {
      const reading = readReport(await gridFromFile(join(folder, file)));
      writeFileSync(join(reports, file.replace(/\.xlsx$/, '.json')), JSON.stringify({ schema: 'von-report/1', workbook: file, ...reading, written: [] }));
    }
    return execFileSync('python3', [SCORER, folder, reports, ...flags], { encoding: 'utf8' });
  } finally {
    rmSync(reports, { recursive: true });
  }
}
