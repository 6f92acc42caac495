import { connectLibrary, sendEvents, supports } from './libraryConnection';
import { loadLibrary, type LibraryBuild } from './loadLibrary';
import { createWorkbookHost, type WorkbookHost, type WorkbookHostOptions } from './workbookHost';

export interface HostOptions extends WorkbookHostOptions {
  /** The highest ExcelApi set the host has; "1.12" when left out. */
  readonly apiSet?: string;
  readonly library?: LibraryBuild;
}

export interface Host extends WorkbookHost {
  /** Sends every following Excel.run of this process to this host. */
  activate(): void;
}

const open: Host[] = [];

/**
 * An Excel without Excel: Microsoft's office.js, loaded into this process, talking to an emulated host with the content as its workbook.
 * Several hosts may be open; Excel.run speaks to the one opened or activated last. Call dispose() when done.
 * @example const host = await createHost({ content: undefined }); await Excel.run(async (context) => { … });
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const build = options.library ?? 'excel-win32';
  loadLibrary(build);
  const host = await createWorkbookHost({
    ...options,
    onEvents: (entries) => {
      sendEvents(entries);
      options.onEvents?.(entries);
    },
  });
  const activate = (): void => {
    loadLibrary(build);
    connectLibrary(host.execute, supports(options.apiSet ?? '1.12'));
    const index = open.indexOf(connected);
    if (index >= 0) open.splice(index, 1);
    open.push(connected);
  };
  const connected: Host = {
    ...host,
    get counts() {
      return host.counts;
    },
    activate,
    dispose: () => {
      const index = open.indexOf(connected);
      if (index >= 0) open.splice(index, 1);
      open.at(-1)?.activate();
      host.dispose();
    },
  };
  activate();
  return connected;
}
