import { spawnSync } from 'node:child_process';
import path from 'node:path';
import ts from 'typescript';

const root = path.join(__dirname, '../../..');

interface Case {
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly rule: string | null;
}

const imports = '@typescript-eslint/no-restricted-imports';
const value = (path: string, name = 'x'): string => `import { ${name} } from '${path}';\nexport const y = ${name};\n`;
const type = (path: string): string => `import type { X } from '${path}';\nexport type Y = X;\n`;

const cases: readonly Case[] = [
  { what: 'core names a room', file: 'src/core/signRule.ts', text: value('../workbook/grid'), rule: imports },
  { what: 'core takes a type of a room', file: 'src/core/signRule.ts', text: type('../workbook/grid'), rule: imports },
  { what: 'workbook imports the host', file: 'src/workbook/address.ts', text: value('../excel/excelRun'), rule: imports },
  { what: 'workbook uses React', file: 'src/workbook/address.ts', text: value('react'), rule: imports },
  { what: 'workbook imports the workbench', file: 'src/workbook/address.ts', text: value('../workbench/demo'), rule: imports },
  { what: 'text computes with core', file: 'src/text/dates.ts', text: value('../core/avvikelse'), rule: imports },
  { what: 'text reads a workbook', file: 'src/text/dates.ts', text: value('../workbook/grid'), rule: imports },
  { what: 'app names the host', file: 'src/app/session.ts', text: type('../excel/excelRun'), rule: imports },
  { what: 'app writes a sentence', file: 'src/app/session.ts', text: value('../text/sv'), rule: imports },
  { what: 'excel computes with core', file: 'src/excel/excelRun.ts', text: value('../core/avvikelse'), rule: imports },
  { what: 'functions read a workbook', file: 'src/functions/spill.ts', text: value('../workbook/grid'), rule: imports },
  { what: 'the pane computes with core', file: 'src/taskpane/paneState.ts', text: value('../core/avvikelse'), rule: imports },
  { what: 'the pane names the host', file: 'src/taskpane/paneState.ts', text: type('../excel/excelRun'), rule: imports },
  { what: 'the composition root imports the workbench', file: 'src/taskpane/index.tsx', text: value('../workbench/demo'), rule: imports },
  { what: 'core names Excel', file: 'src/core/signRule.ts', text: 'export const x = Excel.run;\n', rule: 'no-restricted-globals' },
  { what: 'core reads the document', file: 'src/core/signRule.ts', text: 'export const x = document.title;\n', rule: 'no-restricted-globals' },
  { what: 'the pane names Office', file: 'src/taskpane/paneState.ts', text: 'export const x = Office.context;\n', rule: 'no-restricted-globals' },
  { what: 'a second file calls Excel.run', file: 'src/excel/sheetCells.ts', text: 'export const x = async (): Promise<void> => Excel.run(async () => {});\n', rule: 'no-restricted-syntax' },
  { what: 'workbook uses core', file: 'src/workbook/address.ts', text: value('../core/avvikelse'), rule: null },
  { what: 'text takes a type of workbook', file: 'src/text/dates.ts', text: type('../workbook/report'), rule: null },
  { what: 'text knows a refusal by the host', file: 'src/text/dates.ts', text: value('../workbook/ports', 'HostError'), rule: null },
  { what: 'text prints the decimals that core says', file: 'src/text/dates.ts', text: value('../core/amount', 'unitDecimals'), rule: null },
  { what: 'excel takes a type of core', file: 'src/excel/sheetCells.ts', text: type('../core/amount'), rule: null },
  { what: 'the composition root uses excel', file: 'src/taskpane/index.tsx', text: value('../excel/excelAdapters'), rule: null },
  { what: 'the workbench uses anything', file: 'src/workbench/demo.ts', text: value('../app/session'), rule: null },
];

/** Lints every text as if it stood in its file. One process for all, and without the rules that need the types of the whole project. */
const script = `
  import { ESLint } from 'eslint';
  import { readFileSync } from 'node:fs';
  const typed = ['no-floating-promises', 'no-misused-promises'].map((rule) => ['@typescript-eslint/' + rule, 'off']);
  const eslint = new ESLint({ overrideConfig: { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } }, rules: Object.fromEntries(typed) } });
  const lint = async ({ file, text }) => (await eslint.lintText(text, { filePath: file })).flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message));
  const found = [];
  for (const one of JSON.parse(readFileSync(0, 'utf8'))) found.push(await lint(one));
  process.stdout.write(JSON.stringify(found));
`;

function lintAll(): readonly (readonly string[])[] {
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, input: JSON.stringify(cases), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as readonly (readonly string[])[];
}

/** The errors of the compiler for this text under a room's own tsconfig. */
function compile(room: string, text: string): readonly string[] {
  const folder = path.join(root, 'src', room);
  const config = ts.readConfigFile(path.join(folder, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
  const file = path.join(folder, 'example.ts');
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : read(name, ...rest));
  const program = ts.createProgram([file], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(file)).map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, ' '));
}

describe('the import locks', () => {
  let found: readonly (readonly string[])[] = [];
  beforeAll(() => {
    found = lintAll();
  });

  it.each(cases.map((one, index) => ({ ...one, index, verdict: one.rule === null ? 'let through' : 'refuse' })))('$verdict: $what', ({ index, rule }) => {
    expect(found[index]).toEqual(rule === null ? [] : [rule]);
  });
});

describe('the compiler locks', () => {
  it.each(['core', 'workbook'])('know neither document, process nor Excel in %s', (room) => {
    expect(compile(room, 'export const x = [document, process, Excel];')).toHaveLength(3);
  });

  it('let plain TypeScript through', () => {
    expect(compile('core', 'export const x: readonly number[] = [1, 2].map((n) => n * 2);')).toEqual([]);
  });
});
