import type { EventEntry } from './events';
import type { WireRequest } from './wire';
import type { ExecutorResponse } from './workbookHost';

/** Takes the text of a request, as it would go over the wire, and the flags of the batch. */
export type Execute = (body: string, flags: number) => Promise<ExecutorResponse>;

/** The inner side of office.js that a host needs; undocumented, so the version is pinned and the contract suite guards it. */
interface ExtensionInternals {
  readonly SessionBase: { new (): object; _overrideSession?: object };
  readonly GenericEventRegistration: { getGenericEventRegistration(id: string): unknown };
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  readonly Utility: { _doApiNotSupportedCheck: boolean };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly EventEntry[] }): void;
}

const globals = globalThis as unknown as Record<string, unknown>;

function internals(): ExtensionInternals {
  return globals['OfficeExtension'] as unknown as ExtensionInternals;
}

/** What a page adds to Office: the theme, ribbon actions, the pane's own place. */
export interface OfficeMembers {
  readonly context?: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

/** Sends every Excel.run of this process to `execute`, and has newer members than `isSetSupported` allows refused with ApiNotFound. */
export function connectLibrary(execute: Execute, isSetSupported: (set: string, version: string) => boolean, members: OfficeMembers = {}): void {
  const extension = internals();
  class HostSession extends extension.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<object> {
      return Promise.resolve({ url: 'http://document.localhost', headers: {} });
    }
    _createRequestExecutorOrNull(): object {
      return { executeAsync: (_data: unknown, flags: number, message: { readonly Body: WireRequest }) => execute(JSON.stringify(message.Body), flags) };
    }
    getEventRegistration(id: string): unknown {
      return extension.GenericEventRegistration.getGenericEventRegistration(id);
    }
  }
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  extension.SessionBase._overrideSession = new HostSession();
  extension.CommonUtility._doApiNotSupportedCheck = true;
  extension.Utility._doApiNotSupportedCheck = true;
  globals['Office'] = officeGlobal(globals['Office'] as object | undefined, isSetSupported, members);
}

/** The members of Office that live in office.js itself rather than in the file of the host application. */
function officeGlobal(office: object | undefined, isSetSupported: (set: string, version: string) => boolean, { context = {}, ...others }: OfficeMembers): object {
  const values: Readonly<Record<string, unknown>> = {
    onReady: (ready?: (info: object) => unknown) => {
      const info = { host: 'Excel', platform: 'PC' };
      return Promise.resolve(info).then((known) => {
        ready?.(known);
        return known;
      });
    },
    context: { displayLanguage: 'sv-SE', contentLanguage: 'sv-SE', host: 'Excel', platform: 'PC', diagnostics: { host: 'Excel', platform: 'PC', version: '16.0' }, requirements: { isSetSupported }, ...context },
    ...others,
  };
  const shown: object = Object.create(office ?? null) as object;
  for (const [name, value] of Object.entries(values)) Object.defineProperty(shown, name, { value, configurable: true, writable: true, enumerable: true });
  return shown;
}

/** Hands events over to the handlers that the add-in has registered. */
export function sendEvents(entries: readonly EventEntry[]): void {
  internals()._testTriggerRichApiMessageEvent({ entries });
}

/** Whether a requirement set is there, for a host that has ExcelApi up to `apiSet`. Sets of the library's own runtime are all there. */
export function supports(apiSet: string): (set: string, version?: string) => boolean {
  const number = (version: string): number => version.split('.').reduce((sum, part, index) => sum + Number(part) / 1000 ** index, 0);
  return (set, version = '1.1') => {
    if (set === 'ExcelApi') return number(version) <= number(apiSet);
    return !/^ExcelApi|Pivot|DelayForCellEdit/.test(set) || set === 'DelayForCellEdit';
  };
}
