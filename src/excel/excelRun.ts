import { HostError } from '../workbook/ports';
import { hostErrorOf, isCellEditError } from './hostError';
import type { Place } from './hostError';

/** Office 2021 and later; newer members are asked for with `isApiSupported` before they are used. */
export const API_FLOOR = '1.12';

/** How long Excel may take over one request before it counts as not answering; recalculating a large workbook takes its time. */
const ANSWER_MS = 120_000;
/** A cell being edited is waited for this long in all; the pane tells meanwhile what Excel is waiting for. */
const EDIT_WAITS_MS = [250, 500, 1000, 2000, 4000, 8000, 15_000];

export interface RunOptions {
  readonly place?: Place;
  /** One undo step where the platform has it (ExcelApi 1.20). */
  readonly isOneUndoStep?: boolean;
  /** Told each time that a cell being edited makes us wait. */
  readonly onCellEdit?: () => void;
  /** Waits; a test passes one that does not. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Whether this Excel has an ExcelApi requirement set, such as "1.13". */
export function isApiSupported(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/**
 * Sends one request: queues what `queue` queues, and waits for the answer. `queue` makes its proxies anew, because it is called once
 * more when a cell was being edited.
 */
export type Send = <T>(queue: () => T) => Promise<T>;

/**
 * The only Excel.run. The batch gets a context and `send`, which is the only sync: it waits for a cell being edited, and turns a
 * refusal into a HostError.
 * @throws HostError `not-supported` below the floor, `no-answer` when Excel stays silent, else by Excel's code.
 */
export async function excelRun<T>(batch: (context: Excel.RequestContext, send: Send) => Promise<T>, options: RunOptions = {}): Promise<T> {
  if (!isApiSupported(API_FLOOR)) throw new HostError('not-supported', {}, `ExcelApi ${API_FLOOR}`);
  const run = async (context: Excel.RequestContext): Promise<T> => batch(context, sendThrough(context, options));
  try {
    if (options.isOneUndoStep && isApiSupported('1.20')) return await Excel.run({ mergeUndoGroup: true }, run);
    return await Excel.run(run);
  } catch (error) {
    throw hostErrorOf(error, options.place);
  }
}

function sendThrough(context: Excel.RequestContext, options: RunOptions): Send {
  const wait = options.wait ?? waitFor;
  return async <R>(queue: () => R): Promise<R> => {
    const attempt = async (waits: readonly number[]): Promise<R> => {
      try {
        const proxies = queue();
        await answered(context.sync());
        return proxies;
      } catch (error) {
        const [first, ...rest] = waits;
        if (first === undefined || !isCellEditError(error)) throw hostErrorOf(error, options.place);
        options.onCellEdit?.();
        await wait(first);
        return attempt(rest);
      }
    };
    return attempt(EDIT_WAITS_MS);
  };
}

async function answered(sync: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new HostError('no-answer', {}, `no answer in ${ANSWER_MS} ms`)), ANSWER_MS);
  });
  try {
    await Promise.race([sync, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function waitFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Takes an event handler away again; Excel wants that in the context that it was added in. */
export async function removeHandler<T>(handler: OfficeExtension.EventHandlerResult<T>): Promise<void> {
  try {
    await Excel.run(handler.context as Excel.RequestContext, async (context) => {
      handler.remove();
      await answered(context.sync());
    });
  } catch (error) {
    throw hostErrorOf(error);
  }
}
