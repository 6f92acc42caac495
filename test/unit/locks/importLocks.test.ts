import { spawnSync } from 'node:child_process';
import path from 'node:path';
import ts from 'typescript';

const root = path.join(__dirname, '../../..');

/** The rules that ESLint reports for this text, as if it stood in the file. */
function lint(file: string, text: string): readonly (string | null)[] {
  const run = spawnSync(process.execPath, ['node_modules/eslint/bin/eslint.js', '--format', 'json', '--stdin', '--stdin-filename', file], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  const [result]: { messages: { ruleId: string | null }[] }[] = JSON.parse(run.stdout);
  return (result?.messages ?? []).map((message) => message.ruleId);
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
  it.each([
    ['core names a room', 'src/core/signRule.ts', "import { readXlsxFile } from '../workbook/grid';\nexport const x = readXlsxFile;\n", 'no-restricted-imports'],
    ['workbook imports the host', 'src/workbook/address.ts', "import { excelRun } from '../excel/excelRun';\nexport const x = excelRun;\n", 'no-restricted-imports'],
    ['workbook uses React', 'src/workbook/address.ts', "import { useState } from 'react';\nexport const x = useState;\n", 'no-restricted-imports'],
    ['core names Excel', 'src/core/signRule.ts', 'export const x = Excel.run;\n', 'no-restricted-globals'],
    ['core reads the document', 'src/core/signRule.ts', 'export const x = document.title;\n', 'no-restricted-globals'],
    ['workbook imports the workbench', 'src/workbook/address.ts', "import { x } from '../workbench/demo';\nexport const y = x;\n", 'no-restricted-imports'],
  ])('refuse it when %s', (_what, file, text, rule) => {
    expect(lint(file, text)).toContain(rule);
  });

  it('let a room import what stands to its left', () => {
    expect(lint('src/workbook/address.ts', "import type { Unit } from '../core/amount';\nexport type X = Unit;\n")).toEqual([]);
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
