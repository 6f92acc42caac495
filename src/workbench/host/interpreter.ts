import type { BookChange } from './book';
import { ExcelRefusal, itemNotFound, notImplemented } from './hostError';
import { HostCollection, HostObject } from './objects/hostObject';
import { ActionType, memberName, PathType, wireName, type WireAction, type WireArguments, type WirePath, type WireRequest, type WireResponse } from './wire';

/** A kept object that moves along when rows or columns go in or out, as ranges do. */
export interface Movable {
  move(change: BookChange): void;
}

const isMovable = (object: HostObject): object is HostObject & Movable => 'move' in object && typeof object.move === 'function';

export interface Interpreter {
  /** Carries out a request. `stopAfter` breaks off after that many changes (properties set and methods called), as a host that gives up midway. */
  run(request: WireRequest, stopAfter?: { readonly changes: number; readonly refusal: ExcelRefusal }): Promise<WireResponse>;
  /** Lets the kept ranges follow inserted and deleted rows and columns. */
  follow(change: BookChange): void;
  /** How many objects office.js keeps and has not given back, and how many event handlers are registered. */
  readonly held: { readonly references: number; readonly handlers: number };
}

interface Selection {
  [name: string]: Selection;
}

const registering = /^_Register\w*Event$/i;
const unregistering = /^_Unregister\w*Event$/i;
/** Methods that look at computed values. */
const needsResults = /^(get(Used|Spilling|SpillParent|Surrounding)|add$|autofit|copyFrom|delete|insert|merge|setData)/;

/** Reads office.js's requests against the object `root` (the workbook). `settle` computes what is due before results are read. */
export function createInterpreter(root: HostObject, settle: () => Promise<void>): Interpreter {
  const references = new Map<string, HostObject>();
  const idsOf = new Map<HostObject, string>();
  let referenceCount = 0;
  let handlers = 0;

  const keep = (object: HostObject): string => {
    const known = idsOf.get(object);
    if (known) return known;
    referenceCount += 1;
    const id = `r${referenceCount}`;
    references.set(id, object);
    idsOf.set(object, id);
    return id;
  };

  const run: Interpreter['run'] = async (request, stopAfter) => {
    const actions = request.Actions ?? [];
    const paths = request.ObjectPaths ?? {};
    const known = new Map<number, unknown>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];

    const resolve = async (id: number): Promise<unknown> => {
      if (known.has(id)) return known.get(id);
      const path = paths[String(id)];
      if (!path) throw itemNotFound(`Path ${id} is not in the request.`);
      const object = await resolvePath(path);
      known.set(id, object);
      return object;
    };

    const resolveArguments = async (info: WireArguments | undefined): Promise<unknown[]> => {
      const place = async (value: unknown, reference: unknown): Promise<unknown> => {
        if (Array.isArray(reference) && Array.isArray(value)) return Promise.all(value.map((item, index) => place(item, (reference as unknown[])[index])));
        if (typeof reference === 'number' && reference > 0) return resolve(reference);
        return value;
      };
      const kept = info?.ReferencedObjectPathIds ?? [];
      const args = await Promise.all((info?.Arguments ?? []).map((value, index) => place(value, kept[index])));
      return args.map((value) => value ?? undefined);
    };

    const resolvePath = async (path: WirePath): Promise<unknown> => {
      if (path.ObjectPathType === PathType.root) return root;
      if (path.ObjectPathType === PathType.nullObject) return null;
      if (path.ObjectPathType === PathType.reference) {
        const kept = references.get(path.Name ?? '');
        if (!kept) throw new ExcelRefusal('InvalidReference', 'This reference is not valid for the current operation.');
        return kept;
      }
      const parent = await resolve(path.ParentObjectPathId ?? 0);
      if (parent === null || parent === undefined) return null;
      if (!(parent instanceof HostObject)) throw notImplemented(`object path ${path.Name ?? ''}`);
      const name = path.ObjectPathType === PathType.indexer ? 'getItem' : memberName(path.Name ?? '');
      if (path.ObjectPathType === PathType.property) return parent.read(name) ?? null;
      if (path.ObjectPathType !== PathType.method && path.ObjectPathType !== PathType.indexer) throw notImplemented(`object path type ${path.ObjectPathType}`);
      if (needsResults.test(name)) await settle();
      return parent.call(name, await resolveArguments(path.ArgumentInfo)) ?? null;
    };

    const carryOut = async (action: WireAction): Promise<void> => {
      if (action.ActionType === ActionType.trace) {
        traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
        return;
      }
      if (action.ActionType === ActionType.ensureUnchanged) return;
      const object = await resolve(action.ObjectPathId);
      if (action.ActionType === ActionType.instantiate) {
        results.push({ ActionId: action.Id, Value: identify(object) });
        return;
      }
      const member = memberName(action.Name ?? '');
      if (member === '_KeepReference') {
        if (object instanceof HostObject) results.push({ ActionId: action.Id, Value: { _ReferenceId: keep(object) } });
        return;
      }
      if (member === '_RemoveReference') {
        const [id] = await resolveArguments(action.ArgumentInfo);
        const kept = references.get(String(id));
        references.delete(String(id));
        if (kept) idsOf.delete(kept);
        return;
      }
      if (member === '_OnAccess') return;
      if (registering.test(member) || unregistering.test(member)) {
        handlers += registering.test(member) ? 1 : -1;
        results.push({ ActionId: action.Id, Value: null });
        return;
      }
      if (action.ActionType === ActionType.query) {
        await settle();
        results.push({ ActionId: action.Id, Value: object === null ? null : query(object, action) });
        return;
      }
      if (!(object instanceof HostObject)) {
        // A method of a null object does nothing in Excel; its result is null.
        results.push({ ActionId: action.Id, Value: null });
        return;
      }
      const args = await resolveArguments(action.ArgumentInfo);
      if (action.ActionType === ActionType.setProperty) {
        object.write(member, args[0] ?? null);
        return;
      }
      if (action.ActionType !== ActionType.method) throw notImplemented(`action type ${action.ActionType}`);
      if (needsResults.test(member)) await settle();
      const value = await object.call(member, args);
      results.push({ ActionId: action.Id, Value: value instanceof HostObject ? identify(value) : value ?? null });
    };

    const identify = (object: unknown): unknown => {
      if (!(object instanceof HostObject)) return object ?? null;
      return { ...object.wireIds(), ...(object.needsReference ? { _ReferenceId: keep(object) } : {}) };
    };

    let changes = 0;
    for (const [index, action] of actions.entries()) {
      try {
        if (isChange(action)) {
          if (stopAfter && changes >= stopAfter.changes) throw stopAfter.refusal;
          changes += 1;
        }
        await carryOut(action);
      } catch (thrown) {
        const refusal = toRefusal(thrown);
        const path = paths[String(action.ObjectPathId)];
        const location = action.Name ? `${classOf(action.ObjectPathId)}.${memberName(action.Name)}` : `${classOf(path?.ParentObjectPathId ?? 0)}.${memberName(path?.Name ?? '')}`;
        return { Results: results, TraceIds: traces, Error: { ActionIndex: index, Code: refusal.code, Message: refusal.message, Location: location, HttpStatusCode: refusal.httpStatusCode } };
      }
    }
    return { Results: results, TraceIds: traces };

    function classOf(id: number): string {
      const object = known.get(id);
      return object instanceof HostObject ? object.className : '';
    }
  };

  return {
    run,
    follow: (change) => {
      for (const object of references.values()) if (isMovable(object)) object.move(change);
    },
    get held() {
      return { references: references.size, handlers };
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

function query(object: unknown, action: WireAction): unknown {
  if (!(object instanceof HostObject)) throw notImplemented('a query of a plain value');
  const info = action.QueryInfo ?? {};
  const selection: Selection = {};
  for (const path of [...(info.Select ?? []), ...(info.Expand ?? [])]) {
    let part = selection;
    for (const name of path.split('/')) if (name !== 'items' && name !== '') part = part[memberName(name)] ??= {};
  }
  return describe(object, selection, info.Skip ?? 0, info.Top ?? Infinity);
}

function describe(object: HostObject, selection: Selection, skip = 0, top = Infinity): Readonly<Record<string, unknown>> {
  if (object instanceof HostCollection) {
    const own = object.scalars.filter((name) => name in selection);
    const rest = Object.fromEntries(Object.entries(selection).filter(([name]) => !own.includes(name)));
    const described: Record<string, unknown> = Object.fromEntries(own.map((name) => [wireName(name), object.read(name)]));
    described['_Items'] = object.items().slice(skip, skip + top).map((item) => ({ ...item.wireIds(), ...describe(item, rest) }));
    return described;
  }
  const names = Object.keys(selection).length > 0 ? selection : Object.fromEntries(object.scalars.map((name) => [name, {}]));
  const described: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(names)) {
    const value = object.read(name);
    described[wireName(name)] = value instanceof HostObject ? { ...value.wireIds(), ...describe(value, inner) } : value;
  }
  return described;
}
