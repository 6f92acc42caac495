import { statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { svDemo } from '../text/svDemo';

/** One workbook to run, with where its results go; null where they are not wanted. */
export interface DemoRun {
  readonly input: string;
  readonly out: string | null;
  readonly json: string | null;
}

/** The command line cannot be followed; the message is the sentence to print. */
export class DemoArgumentError extends Error {
  override readonly name = 'DemoArgumentError';
}

const EXAMPLE = 'test/fixtures/workbooks/uppfoljning-2024.xlsx';
const OUT_FOLDER = 'out';

/**
 * What `npm run demo` shall do. Without a workbook it takes the example; without --out and --out-dir the results go to out/.
 * @throws DemoArgumentError with a sentence
 */
export function readDemoArguments(words: readonly string[]): readonly DemoRun[] {
  const inputs: string[] = [];
  const values = new Map<string, string>();
  let isWriting = true;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--no-write') isWriting = false;
    else if (['--out', '--json', '--out-dir'].includes(word)) {
      const value = words[index + 1];
      if (value === undefined || value.startsWith('--')) throw new DemoArgumentError(svDemo.missingValue(word));
      values.set(word, value);
      index += 1;
    } else if (word.startsWith('--')) throw new DemoArgumentError(`${svDemo.unknownOption(word)} ${svDemo.usage}`);
    else inputs.push(word);
  }
  return plan(inputs.length === 0 ? [EXAMPLE] : inputs, values, isWriting);
}

function plan(inputs: readonly string[], values: ReadonlyMap<string, string>, isWriting: boolean): readonly DemoRun[] {
  const out = values.get('--out');
  const json = values.get('--json');
  if (out !== undefined && !isWriting) throw new DemoArgumentError(svDemo.outAndNoWrite);
  for (const option of ['--out', '--json']) if (values.has(option) && inputs.length > 1) throw new DemoArgumentError(svDemo.oneWorkbookOnly(option));
  const folder = values.get('--out-dir') ?? OUT_FOLDER;
  const names = resultNames(inputs);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new DemoArgumentError(svDemo.sameName(twice));
  const runs = inputs.map((input, index): DemoRun => {
    const name = names[index] ?? '';
    // With --json alone nobody asked for a folder, so none is made for the report.
    return { input, out: isWriting ? (out ?? join(folder, `${name}.xlsx`)) : null, json: json ?? (out !== undefined && !values.has('--out-dir') ? null : join(folder, `${name}.json`)) };
  });
  const results = runs.flatMap((run) => [run.out, run.json]).filter((file) => file !== null);
  for (const file of results) if (inputs.some((input) => isSameFile(input, file))) throw new DemoArgumentError(svDemo.overInput(file));
  const shared = results.find((file, index) => results.slice(0, index).some((other) => isSameFile(other, file)));
  if (shared !== undefined) throw new DemoArgumentError(svDemo.sameResult(shared));
  return runs;
}

/** Whether two paths lead to one file, by links and by another case too where the disk does not tell cases apart. */
function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [first, second] = [one, other].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}

/** The names of the results: the workbook's own without its extension, which is kept where two workbooks differ in nothing else. */
function resultNames(inputs: readonly string[]): readonly string[] {
  const bare = inputs.map((input) => basename(input, extname(input)));
  return inputs.map((input, index) => {
    const name = bare[index] ?? '';
    return bare.filter((other) => other === name).length > 1 ? basename(input) : name;
  });
}
