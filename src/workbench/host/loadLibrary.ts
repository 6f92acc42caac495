import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type LibraryBuild = 'excel-win32' | 'excel-web';

type Globals = Record<string, unknown>;

const files: Readonly<Record<LibraryBuild, string>> = { 'excel-win32': 'excel-win32-16.01.debug.js', 'excel-web': 'excel-web-16.00.debug.js' };
const libraryGlobals = ['Excel', 'ExcelOp', 'OfficeExtension', 'OfficeExtensionBatch', 'OfficeCore', 'OfficeFirstPartyAuth', 'Office', 'OSF', 'Microsoft', 'OfficeRuntime', 'OSFPerformance', 'OSFPerfUtil', 'OSFAriaLogger', 'OTel', 'OSFLog', 'Logger', '_OfficeRuntimeWeb', '_OfficeRuntimeNative'];
const globals = globalThis as unknown as Globals;
let loaded: LibraryBuild | undefined;

/** Loads Microsoft's own file into this process, unaltered. A second build replaces the first. */
export function loadLibrary(build: LibraryBuild): void {
  if (loaded === build && 'Excel' in globals) return;
  for (const name of libraryGlobals) Reflect.deleteProperty(globals, name);
  globals['window'] ??= globals;
  globals['self'] ??= globals;
  globals['addEventListener'] ??= () => undefined;
  globals['navigator'] ??= { userAgent: 'node' };
  const directory = dirname(createRequire(__filename).resolve('@microsoft/office-js/package.json'));
  // Indirect eval runs the file as a script in the global scope, as a browser does.
  (0, eval)(readFileSync(join(directory, 'dist', files[build]), 'utf8'));
  loaded = build;
}
