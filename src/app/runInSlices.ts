import { HostError } from '../workbook/ports';
import type { CancelSignal } from '../workbook/ports';

/** The thread is given back after this long, so that the pane can paint and hear "Avbryt". */
const SLICE_MS = 10;

export interface SliceOptions<Step> {
  readonly pause: () => Promise<void>;
  readonly signal?: CancelSignal;
  readonly onStep?: (step: Step) => void;
}

/**
 * Runs work that is cut into small steps, in slices of about 10 ms.
 * @returns what the steps come to
 * @throws HostError `cancelled` when the signal says so between two slices
 */
export async function runInSlices<Step, Result>(steps: Generator<Step, Result>, { pause, signal, onStep }: SliceOptions<Step>): Promise<Result> {
  let sliceStart = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onStep?.(step.value);
    if (Date.now() - sliceStart < SLICE_MS) continue;
    await pause();
    if (signal?.aborted) throw new HostError('cancelled');
    sliceStart = Date.now();
  }
}
