import { LifecycleService, LifecycleStages } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import '@univerjs/sheets-numfmt/facade';
import '@univerjs/sheets-ui/facade';
import { partsOf } from '../host/book';
import type { FileContent } from '../host/fileContent';
import type { CustomFunctionSet } from '../host/functions';
import { createWorkbookHost, type WorkbookHost } from '../host/workbookHost';
import type { EventEntry } from '../host/events';
import { fitRows } from './fitRows';
import { followUser } from './followUser';
import { createPageUniver } from './pageUniver';
import { mirrorParts } from './mirrorParts';

/** A workbook that is open on the page: the host behind it, and what keeps the picture in step with it. */
export interface ShownWorkbook {
  readonly host: WorkbookHost;
  /** Moves the shown selection to where the add-in has put it, and shows what Univer does not keep itself. */
  refresh(): void;
  close(): void;
}

/** Opens a workbook in the element and lets the user work in it. */
export async function showWorkbook(
  element: HTMLElement,
  content: FileContent,
  fileName: string,
  functions: CustomFunctionSet,
  onEvents: (entries: readonly EventEntry[]) => void,
): Promise<ShownWorkbook> {
  const container = document.createElement('div');
  container.id = 'univer';
  container.style.height = '100%';
  element.replaceChildren(container);
  const univer = createPageUniver(container.id);
  let running = 0;
  const plain = await createWorkbookHost({ content, fileName, functions, univer, onEvents });
  const host: WorkbookHost = {
    ...plain,
    get counts() {
      return plain.counts;
    },
    execute: async (body, flags) => {
      running += 1;
      try {
        return await plain.execute(body, flags);
      } finally {
        running -= 1;
      }
    },
  };
  // Before it is drawn the spreadsheet cannot be scrolled: a request that came so early would be carried out and then be said to have failed.
  await univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  const api = FUniver.newAPI(univer);
  api.getActiveWorkbook()?.setNumfmtLocal('sv');
  const stop = followUser(host, () => running > 0);
  let shown = '';
  const mirror = mirrorParts(api, host.book);
  const fit = fitRows(host.book);
  const refresh = (): void => {
    mirror();
    fit();
    const { activeSheet } = host.book;
    const { selection } = partsOf(host.book, activeSheet);
    const place = JSON.stringify([activeSheet, selection]);
    if (place === shown) return;
    shown = place;
    const workbook = api.getActiveWorkbook();
    const sheet = workbook?.getSheetBySheetId(activeSheet);
    if (!workbook || !sheet) return;
    running += 1;
    workbook.setActiveSheet(sheet);
    const range = sheet.getRange(selection.top, selection.left, selection.bottom - selection.top + 1, selection.right - selection.left + 1);
    range.activate();
    sheet.scrollToCell(Math.max(0, selection.top - 8), Math.max(0, selection.left - 6));
    running -= 1;
  };
  return {
    host,
    refresh,
    close: () => {
      stop();
      host.dispose();
    },
  };
}
