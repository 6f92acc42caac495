import { svDemo } from '../text/svDemo';
import { DemoArgumentError, readDemoArguments } from './demoArguments';
import { DemoError, runDemo } from './runDemo';
import type { DemoOutput } from './runDemo';

/** Progress is told no more often than this; work that is done sooner tells none. */
const PROGRESS_MS = 2000;

/**
 * The command line of the product: reads workbooks, prints what was found, writes sheets and reports. A workbook that fails is told in
 * one line, and the rest go on.
 * @returns the exit code: 1 when any workbook failed
 */
export async function runDemos(words: readonly string[], print: (line: string) => void, printError: (line: string) => void): Promise<number> {
  let exitCode = 0;
  try {
    for (const run of readDemoArguments(words)) {
      try {
        await runDemo(run, throttled(print, printError));
      } catch (error) {
        // Whatever goes wrong with one workbook, the others are still read.
        printError(error instanceof DemoError ? error.message : svDemo.failed(run.input, svDemo.unexpected(String(error))));
        exitCode = 1;
      }
    }
  } catch (error) {
    if (!(error instanceof DemoArgumentError)) throw error;
    printError(error.message);
    exitCode = 1;
  }
  return exitCode;
}

function throttled(print: (line: string) => void, printError: (line: string) => void): DemoOutput {
  let last = Date.now();
  return {
    line: print,
    progress: (text) => {
      if (Date.now() - last < PROGRESS_MS) return;
      last = Date.now();
      printError(text);
    },
  };
}
