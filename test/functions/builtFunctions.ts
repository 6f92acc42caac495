import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { functionRuntime } from '../../src/workbench/host/functionRuntime';

export const dist = path.join(__dirname, '..', '..', 'dist');

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly dimensionality?: string; readonly optional?: boolean; readonly type: string }[];
}

export interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly FunctionMetadata[];
}

export type CellFunction = (...args: readonly unknown[]) => unknown;

/** A file of the build, which `npm run build` makes. */
export function readBuilt(name: string): string {
  const file = path.join(dist, name);
  if (!existsSync(file)) throw new Error(`${name} is not built: run npm run build first`);
  return readFileSync(file, 'utf8');
}

export function readMetadata(name = 'functions.json'): Metadata {
  return JSON.parse(readBuilt(name)) as Metadata;
}

/** Runs dist/functions.js alone, in a scope that has the custom functions runtime and nothing else: no DOM, no Office, no timers. */
export function loadBuiltFunctions(): ReadonlyMap<string, CellFunction> {
  const associated = new Map<string, CellFunction>();
  const CustomFunctions = functionRuntime((id, code) => associated.set(id, code as CellFunction));
  vm.runInNewContext(readBuilt('functions.js'), { CustomFunctions }, { filename: 'functions.js' });
  return associated;
}
