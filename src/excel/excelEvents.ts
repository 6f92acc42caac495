import type { Unsubscribe, WorkbookEvents } from '../workbook/ports';
import { excelRun, removeHandler } from './excelRun';
import type { RunOptions } from './excelRun';

/**
 * What happens in the workbook while the pane is open. Handlers also run for what others do in a shared workbook, and for our own
 * writing: both are told apart, as far as Excel tells.
 */
export function excelEvents(runOptions: RunOptions = {}): WorkbookEvents {
  const nameOf = (id: string): Promise<string> =>
    excelRun(async (context, send) => {
      const sheet = await send(() => context.workbook.worksheets.getItemOrNullObject(id).load('name'));
      return sheet.isNullObject ? '' : sheet.name;
    }, runOptions);
  const subscribe = async <T>(add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<T>): Promise<Unsubscribe> => {
    const handler = await excelRun((context, send) => send(() => add(context)), runOptions);
    return () => removeHandler(handler);
  };
  return {
    onChanged: (handler) =>
      subscribe((context) =>
        context.workbook.worksheets.onChanged.add(async (event) => {
          handler({ sheet: await nameOf(event.worksheetId), address: event.address, isOwn: event.triggerSource === 'ThisLocalAddin', isRemote: event.source === 'Remote' });
        }),
      ),
    onActivated: (handler) =>
      subscribe((context) =>
        context.workbook.worksheets.onActivated.add(async (event) => {
          handler(await nameOf(event.worksheetId));
        }),
      ),
    onSelectionChanged: (handler) =>
      subscribe((context) =>
        context.workbook.onSelectionChanged.add(() => {
          handler();
          return Promise.resolve();
        }),
      ),
  };
}
