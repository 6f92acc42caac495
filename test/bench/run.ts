import type { BenchRow } from './benchRow';
import { benchFunctions } from './functions';
import { benchPane } from './pane';
import { benchReading } from './reading';

/** Prints every measurement as a ratio within this run; times alone say nothing on another machine. Exit code 1 when a limit is exceeded. */
async function run(): Promise<void> {
  const rows: BenchRow[] = [];
  for (const bench of [benchReading, benchFunctions, benchPane]) rows.push(...(await bench()));
  for (const { name, ratio, unit, detail, limit } of rows) {
    const verdict = limit === undefined ? '' : ratio <= limit ? `  (limit ${limit}: holds)` : `  (limit ${limit}: EXCEEDED)`;
    console.log(`${name}: ${ratio.toFixed(2)} ${unit}${verdict}\n    ${detail}`);
  }
  if (rows.some(({ ratio, limit }) => limit !== undefined && ratio > limit)) process.exitCode = 1;
}

void run();
