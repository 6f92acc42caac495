import { functionRuntime } from '../host/functionRuntime';
import type { CustomFunctionSet, FunctionMetadata } from '../host/functions';

/** Loads the built cell functions as Excel does: functions.json for what they take, functions.js for what they do. */
export async function loadFunctions(folder: string): Promise<CustomFunctionSet> {
  const metadata = (await (await fetch(`${folder}/functions.json`)).json()) as FunctionMetadata;
  const implementations: Record<string, CustomFunctionSet['implementations'][string]> = {};
  Object.assign(window, {
    CustomFunctions: functionRuntime((id, implementation) => {
      implementations[id] = implementation;
    }),
  });
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${folder}/functions.js`;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${folder}/functions.js could not be loaded.`));
    document.head.append(script);
  });
  return { metadata, implementations };
}
