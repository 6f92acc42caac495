import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readReport } from '../../src/workbook/read/readWorkbook';
import { gridFromFile } from './gridFromFile';

/** Reads every workbook of test/fixtures/zoo and prints the score that score_reading.py gives. Run: npx tsx test/support/scoreZoo.ts [-v] */
async function scoreZoo(flags: readonly string[]): Promise<string> {
  const zoo = resolve(__dirname, '../fixtures/zoo');
  const reports = mkdtempSync(join(tmpdir(), 'zoo-'));
  try {
    for (const file of readdirSync(zoo).filter((name) => name.endsWith('.xlsx'))) {
      const reading = readReport(await gridFromFile(join(zoo, file)));
      writeFileSync(join(reports, file.replace(/\.xlsx$/, '.json')), JSON.stringify({ schema: 'von-report/1', workbook: file, ...reading, written: [] }));
    }
    return execFileSync('python3', [join(zoo, 'score_reading.py'), zoo, reports, ...flags], { encoding: 'utf8' });
  } finally {
    rmSync(reports, { recursive: true });
  }
}

void scoreZoo(process.argv.slice(2)).then((text) => process.stdout.write(text));
