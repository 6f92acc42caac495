import type { BookChange } from './book';
import { ExcelRefusal, notImplemented } from './hostError';
import { keptObjects } from './keptObjects';
import { HostObject } from './objects/hostObject';
import { queryObject } from './queryObject';
import { needsResults, requestPaths, type RequestPaths } from './requestPaths';
import { ActionType, memberName, type WireAction, type WireRequest, type WireResponse } from './wire';

export interface Interpreter {
  /** Carries out a request. `stopAfter` breaks off after that many changes (properties set and methods called), as a host that gives up midway. */
  run(request: WireRequest, stopAfter?: { readonly changes: number; readonly refusal: ExcelRefusal }): Promise<WireResponse>;
  /** Lets the kept ranges follow inserted and deleted rows and columns. */
  follow(change: BookChange): void;
  /** How many objects office.js keeps and has not given back, and how many event handlers are registered. */
  readonly held: { readonly references: number; readonly handlers: number };
}

/** What an action answers; null for one that answers nothing. */
type Answer = { readonly value: unknown } | null;

const registering = /^_Register\w*Event$/i;
const unregistering = /^_Unregister\w*Event$/i;

/** Reads office.js's requests against the object `root` (the workbook). `settle` computes what is due before results are read. */
export function createInterpreter(root: HostObject, settle: () => Promise<void>): Interpreter {
  const kept = keptObjects();
  let handlers = 0;

  const identify = (object: unknown): unknown => {
    if (!(object instanceof HostObject)) return object ?? null;
    return { ...object.wireIds(), ...(object.needsReference ? { _ReferenceId: kept.keep(object) } : {}) };
  };

  /** What office.js asks for its own sake: references to keep or give back, handlers to register. Undefined for any other member. */
  const keepBooks = async (member: string, object: unknown, action: WireAction, paths: RequestPaths): Promise<Answer | undefined> => {
    if (member === '_KeepReference') return object instanceof HostObject ? { value: { _ReferenceId: kept.keep(object) } } : null;
    if (member === '_RemoveReference') {
      const [id] = await paths.resolveArguments(action.ArgumentInfo);
      kept.release(String(id));
      return null;
    }
    if (member === '_OnAccess') return null;
    if (!registering.test(member) && !unregistering.test(member)) return undefined;
    handlers += registering.test(member) ? 1 : -1;
    return { value: null };
  };

  const carryOut = async (action: WireAction, paths: RequestPaths): Promise<Answer> => {
    if (action.ActionType === ActionType.trace) return { value: null };
    if (action.ActionType === ActionType.ensureUnchanged) return null;
    const object = await paths.resolve(action.ObjectPathId);
    if (action.ActionType === ActionType.instantiate) return { value: identify(object) };
    const member = memberName(action.Name ?? '');
    const books = await keepBooks(member, object, action, paths);
    if (books !== undefined) return books;
    if (action.ActionType === ActionType.query) {
      await settle();
      return { value: object === null ? null : queryObject(object, action.QueryInfo ?? {}) };
    }
    // A method of a null object does nothing in Excel; its result is null.
    if (!(object instanceof HostObject)) return { value: null };
    const args = await paths.resolveArguments(action.ArgumentInfo);
    if (action.ActionType === ActionType.setProperty) {
      object.write(member, args[0] ?? null);
      return null;
    }
    if (action.ActionType !== ActionType.method) throw notImplemented(`action type ${action.ActionType}`);
    if (needsResults(member)) await settle();
    const value = await object.call(member, args);
    return { value: value instanceof HostObject ? identify(value) : (value ?? null) };
  };

  const run: Interpreter['run'] = async (request, stopAfter) => {
    const paths = requestPaths(request.ObjectPaths ?? {}, { root, kept, settle });
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    let changes = 0;
    for (const [index, action] of (request.Actions ?? []).entries()) {
      try {
        if (isChange(action)) {
          if (stopAfter && changes >= stopAfter.changes) throw stopAfter.refusal;
          changes += 1;
        }
        if (action.ActionType === ActionType.trace) traces.push(action.Id);
        const answer = await carryOut(action, paths);
        if (answer !== null) results.push({ ActionId: action.Id, Value: answer.value });
      } catch (thrown) {
        const { code, message, httpStatusCode } = toRefusal(thrown);
        return { Results: results, TraceIds: traces, Error: { ActionIndex: index, Code: code, Message: message, Location: locationOf(action, request, paths), HttpStatusCode: httpStatusCode } };
      }
    }
    return { Results: results, TraceIds: traces };
  };

  return {
    run,
    follow: (change) => kept.follow(change),
    get held() {
      return { references: kept.count, handlers };
    },
  };
}

function isChange({ ActionType: type, Name = '' }: WireAction): boolean {
  return type === ActionType.setProperty || (type === ActionType.method && !Name.startsWith('_'));
}

function toRefusal(thrown: unknown): ExcelRefusal {
  if (thrown instanceof ExcelRefusal) return thrown;
  return new ExcelRefusal('GeneralException', thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown), 500);
}

/** Where a refused action failed, as Excel says it: "Range.values". */
function locationOf(action: WireAction, { ObjectPaths }: WireRequest, paths: RequestPaths): string {
  if (action.Name) return `${paths.classOf(action.ObjectPathId)}.${memberName(action.Name)}`;
  const path = ObjectPaths?.[String(action.ObjectPathId)];
  return `${paths.classOf(path?.ParentObjectPathId ?? 0)}.${memberName(path?.Name ?? '')}`;
}
