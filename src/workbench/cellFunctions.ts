import { createRequire } from 'node:module';
import path from 'node:path';
import type { FileContent } from './host/fileContent';
import { functionRuntime } from './host/functionRuntime';
import type { CustomFunctionSet, FunctionMetadata } from './host/functions';

interface FunctionReader {
  readFunctions(input: string): Promise<{ readonly metadata: FunctionMetadata }>;
}

/** Whether a workbook has formulas with our cell functions. */
export function hasCellFunctions(content: FileContent): boolean {
  return content.sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined && /\bVON\./i.test(formula)));
}

let loading: Promise<CustomFunctionSet> | undefined;

/**
 * The cell functions straight from their source, as the build makes them into functions.json and functions.js: for the command line,
 * which must run without a build.
 */
export function loadCellFunctions(): Promise<CustomFunctionSet> {
  // The functions associate themselves once, when their module is first loaded.
  loading ??= load();
  return loading;
}

async function load(): Promise<CustomFunctionSet> {
  const source = path.join(__dirname, '../functions/functions.ts');
  const { readFunctions } = createRequire(__filename)('../functions/build/readFunctions.cjs') as FunctionReader;
  const { metadata } = await readFunctions(source);
  const implementations: Record<string, CustomFunctionSet['implementations'][string]> = {};
  Object.assign(globalThis, {
    CustomFunctions: functionRuntime((id, implementation) => {
      implementations[id] = implementation;
    }),
  });
  await import('../functions/functions');
  return { metadata: { ...metadata, allowErrorForDataTypeAny: true }, implementations };
}
