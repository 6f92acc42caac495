import { functionRuntime } from '../../src/workbench/host/functionRuntime';

/** A function as a cell calls it. */
export type CellFunction = (...args: never[]) => unknown;

/** Puts a stand-in for Excel's custom functions runtime in the global scope; what is associated can be read from it. */
export function stubCustomFunctions(): ReadonlyMap<string, CellFunction> {
  const associated = new Map<string, CellFunction>();
  Object.assign(globalThis, { CustomFunctions: functionRuntime((id, code) => associated.set(id, code)) });
  return associated;
}
