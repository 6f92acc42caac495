import type { BookChange } from './book';
import type { HostObject } from './objects/hostObject';

/** A kept object that moves along when rows or columns go in or out, as ranges do. */
interface Movable {
  move(change: BookChange): void;
}

const isMovable = (object: HostObject): object is HostObject & Movable => 'move' in object && typeof object.move === 'function';

/** The objects that office.js holds on to from one request to the next, by the ids that it was given for them. */
export interface KeptObjects {
  readonly count: number;
  /** The id of an object; the same one for as long as it is kept. */
  keep(object: HostObject): string;
  find(id: string): HostObject | undefined;
  release(id: string): void;
  /** Lets the kept ranges follow inserted and deleted rows and columns. */
  follow(change: BookChange): void;
}

/** An empty store of kept objects. */
export function keptObjects(): KeptObjects {
  const objects = new Map<string, HostObject>();
  const ids = new Map<HostObject, string>();
  let given = 0;
  return {
    get count() {
      return objects.size;
    },
    keep: (object) => {
      const known = ids.get(object);
      if (known !== undefined) return known;
      given += 1;
      const id = `r${given}`;
      objects.set(id, object);
      ids.set(object, id);
      return id;
    },
    find: (id) => objects.get(id),
    release: (id) => {
      const object = objects.get(id);
      objects.delete(id);
      if (object !== undefined) ids.delete(object);
    },
    follow: (change) => {
      for (const object of objects.values()) if (isMovable(object)) object.move(change);
    },
  };
}
