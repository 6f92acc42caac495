import { difference } from './decimal';

/**
 * The result without one-off items: result − one-off items.
 * @param result + is överskott
 * @param oneOffItems what will not come again, in the same unit; + improved the result (temporary state grants)
 * @example structuralResult(-3.6, 32.3) // -35.9
 */
export function structuralResult(result: number, oneOffItems: number): number {
  return difference(result, oneOffItems);
}
