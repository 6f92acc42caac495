import { ExcelRefusal, itemNotFound, notImplemented } from './hostError';
import type { KeptObjects } from './keptObjects';
import { HostObject } from './objects/hostObject';
import { memberName, PathType, type WireArguments, type WirePath } from './wire';

/** Methods that look at computed values. */
const lookingAtResults = /^(get(Used|Spilling|SpillParent|Surrounding)|add$|autofit|copyFrom|delete|insert|merge|setData)/;

/** Whether a method must wait until what is due has been computed. */
export const needsResults = (member: string): boolean => lookingAtResults.test(member);

/** What the paths of one request lead to. A path that is followed twice is followed once. */
export interface RequestPaths {
  /** The object behind a path; null for what is not there. */
  resolve(id: number): Promise<unknown>;
  /** The arguments of a call, with objects where the request has their paths; what is null is left out. */
  resolveArguments(info: WireArguments | undefined): Promise<unknown[]>;
  /** The class of the object that a path has led to; empty where it has led to none. */
  classOf(id: number): string;
}

interface Surroundings {
  /** The workbook, where every path begins. */
  readonly root: HostObject;
  readonly kept: KeptObjects;
  /** Computes what is due. */
  readonly settle: () => Promise<void>;
}

/** Follows the paths of one request. */
export function requestPaths(paths: Readonly<Record<string, WirePath>>, { root, kept, settle }: Surroundings): RequestPaths {
  const known = new Map<number, unknown>();

  const resolve = async (id: number): Promise<unknown> => {
    if (known.has(id)) return known.get(id);
    const path = paths[String(id)];
    if (!path) throw itemNotFound(`Path ${id} is not in the request.`);
    const object = await follow(path);
    known.set(id, object);
    return object;
  };

  const resolveArguments = async (info: WireArguments | undefined): Promise<unknown[]> => {
    const place = async (value: unknown, reference: unknown): Promise<unknown> => {
      if (Array.isArray(reference) && Array.isArray(value)) return Promise.all(value.map((item, index) => place(item, (reference as unknown[])[index])));
      if (typeof reference === 'number' && reference > 0) return resolve(reference);
      return value;
    };
    const references = info?.ReferencedObjectPathIds ?? [];
    const args = await Promise.all((info?.Arguments ?? []).map((value, index) => place(value, references[index])));
    return args.map((value) => value ?? undefined);
  };

  const follow = async (path: WirePath): Promise<unknown> => {
    if (path.ObjectPathType === PathType.root) return root;
    if (path.ObjectPathType === PathType.nullObject) return null;
    if (path.ObjectPathType === PathType.reference) {
      const object = kept.find(path.Name ?? '');
      if (object === undefined) throw new ExcelRefusal('InvalidReference', 'This reference is not valid for the current operation.');
      return object;
    }
    const parent = await resolve(path.ParentObjectPathId ?? 0);
    if (parent === null || parent === undefined) return null;
    if (!(parent instanceof HostObject)) throw notImplemented(`object path ${path.Name ?? ''}`);
    const name = path.ObjectPathType === PathType.indexer ? 'getItem' : memberName(path.Name ?? '');
    if (path.ObjectPathType === PathType.property) return parent.read(name) ?? null;
    if (path.ObjectPathType !== PathType.method && path.ObjectPathType !== PathType.indexer) throw notImplemented(`object path type ${path.ObjectPathType}`);
    if (needsResults(name)) await settle();
    return parent.call(name, await resolveArguments(path.ArgumentInfo)) ?? null;
  };

  return {
    resolve,
    resolveArguments,
    classOf: (id) => {
      const object = known.get(id);
      return object instanceof HostObject ? object.className : '';
    },
  };
}
