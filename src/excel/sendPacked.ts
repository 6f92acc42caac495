import { HostError } from '../workbook/ports';
import type { Progress, WorkOptions } from '../workbook/ports';
import type { Send } from './excelRun';
import { operation } from './sheetOperation';
import type { SheetOperation } from './sheetOperation';

/** One thing to do in the workbook: on the sheet that `sheet` names (id or name), or on the workbook itself. */
export type Step =
  | { readonly sheet: string; readonly title: string; readonly operation: SheetOperation }
  | { readonly sheet: null; readonly bytes: number; readonly queue: (workbook: Excel.Workbook) => void };

/** Excel on the web refuses requests over 5 MB; weights are estimates, so a fifth is kept in reserve. */
const REQUEST_BYTES = 4_000_000;

/** Operations on one sheet as steps; `title` is the name that the user knows the sheet by. */
export function sheetSteps(sheet: string, title: string, operations: readonly SheetOperation[]): readonly Step[] {
  return operations.map((one) => ({ sheet, title, operation: one }));
}

/** A step that belongs to no sheet. */
export function workbookStep(queue: (workbook: Excel.Workbook) => void, actions = 1, data?: unknown): Step {
  const { bytes } = operation(() => undefined, actions, data);
  return { sheet: null, bytes, queue };
}

/**
 * Carries the steps out in their order, as many in a request as fit under 5 MB. Between requests it tells the progress and asks
 * whether to stop. A request that Excel finds too large has done nothing, and is tried again in halves.
 * @throws HostError; what the requests before it have done stays done.
 */
export async function sendPacked(context: Excel.RequestContext, send: Send, steps: readonly Step[], phase: Progress['phase'], options: WorkOptions = {}): Promise<void> {
  const titles = [...new Set(steps.flatMap((step) => (step.sheet === null ? [] : [step.title])))];
  let waiting = steps;
  let budget = REQUEST_BYTES;
  while (waiting.length > 0) {
    const packet = firstPacket(waiting, budget);
    const title = packet.flatMap((step) => (step.sheet === null ? [] : [step.title])).at(-1);
    options.onProgress?.({ phase, done: title === undefined ? 0 : titles.indexOf(title) + 1, of: titles.length, sheet: title });
    if (options.signal?.aborted) throw new HostError('cancelled');
    try {
      await send(() => queuePacket(context, packet));
      waiting = waiting.slice(packet.length);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (error.code !== 'too-large' || packet.length === 1) throw placed(error, packet);
      budget = packet.reduce((sum, step) => sum + bytesOf(step), 0) / 2;
    }
  }
}

function bytesOf(step: Step): number {
  return step.sheet === null ? step.bytes : step.operation.bytes;
}

function firstPacket(steps: readonly Step[], budget: number): readonly Step[] {
  let room = budget;
  const end = steps.findIndex((step, index) => {
    room -= bytesOf(step);
    return room < 0 && index > 0;
  });
  return end === -1 ? steps : steps.slice(0, end);
}

function queuePacket(context: Excel.RequestContext, packet: readonly Step[]): void {
  const { workbook } = context;
  workbook.application.suspendApiCalculationUntilNextSync();
  workbook.application.suspendScreenUpdatingUntilNextSync();
  const proxies = new Map<string, Excel.Worksheet>();
  for (const step of packet) {
    if (step.sheet === null) {
      step.queue(workbook);
      continue;
    }
    const sheet = proxies.get(step.sheet) ?? workbook.worksheets.getItem(step.sheet);
    proxies.set(step.sheet, sheet);
    step.operation.queue(sheet);
  }
}

/** Names the sheet when the refused request spoke of one sheet only. */
function placed(error: HostError, packet: readonly Step[]): HostError {
  const titles = new Set(packet.flatMap((step) => (step.sheet === null ? [] : [step.title])));
  const [only] = titles;
  return titles.size === 1 && error.place.sheet === undefined ? new HostError(error.code, { ...error.place, sheet: only }, error.detail, error.isRestored) : error;
}
